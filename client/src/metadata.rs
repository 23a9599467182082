// SPDX-License-Identifier: Apache-2.0

//! The metadata of assets, as people write them: a value as `type:value`, a lock as a word or a day.

use cadastre_primitives::{
	AssetId, Lock, MetadataEntry, MetadataKey, MetadataValue, Moment, MAX_KEY, MAX_TEXT,
};
use serde::Serialize;
use std::path::Path;
use subxt::{tx::Payload, utils::Static};

use crate::{
	api::{self, runtime_types::bounded_collections::bounded_vec::BoundedVec},
	error::Result,
	input::parse_document,
	time::{format_moment, parse_date},
	view::View,
};

/// How many entries a page has, which is as many as an asset may have.
const PAGE: u32 = 64;

/// An entry of metadata.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
	/// Under what it is found.
	pub key: String,
	/// What it is, as [`parse_value`] takes it.
	pub value: String,
	/// How long it cannot be changed, as [`parse_lock`] takes it.
	pub lock: String,
	/// First second at which it is there no more; none if it stays.
	pub expires_at: Option<Moment>,
}

impl From<MetadataEntry> for Entry {
	fn from(entry: MetadataEntry) -> Self {
		Self {
			key: String::from_utf8_lossy(&entry.key).into_owned(),
			value: write_value(&entry.value),
			lock: write_lock(entry.lock),
			expires_at: entry.expires_at,
		}
	}
}

/// A key of metadata.
///
/// # Errors
/// If it is none. The text says what is taken.
pub fn parse_key(text: &str) -> Result<MetadataKey, String> {
	let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-');
	MetadataKey::try_from(text.as_bytes().to_vec())
		.ok()
		.filter(|key| !key.is_empty() && key.iter().copied().all(plain))
		.ok_or_else(|| {
			format!("\"{text}\" is no key; write 1 to {MAX_KEY} of a to z, 0 to 9, . _ and -")
		})
}

/// A value that is written as `type:value`, such as `text:Zone R-1`, `number:12`,
/// `digest:deed.pdf`, `date:2026-12-31`, `country:CH` or `uri:https://example.org`.
///
/// # Errors
/// If it is none. The text says what is taken.
pub fn parse_value(text: &str) -> Result<MetadataValue, String> {
	let (kind, value) = text.split_once(':').ok_or_else(|| {
		format!(
			"\"{text}\" is no value; write text:, number:, digest:, date:, country: or uri: before it"
		)
	})?;
	let bounded = |what: &str| {
		value
			.as_bytes()
			.to_vec()
			.try_into()
			.map_err(|_| format!("{what} has at most {MAX_TEXT} bytes"))
	};
	match kind {
		"text" if value.is_empty() || value.chars().any(char::is_control) => {
			Err("a text is not empty and has no control characters".to_owned())
		},
		"text" => Ok(MetadataValue::Text(bounded("a text")?)),
		"number" => value
			.parse()
			.map(MetadataValue::Number)
			.map_err(|_| format!("\"{value}\" is no whole number")),
		"digest" => {
			parse_document(value, Path::new("")).map(|bytes| MetadataValue::Digest(bytes.into()))
		},
		"date" => parse_date(value)
			.map(MetadataValue::Date)
			.ok_or_else(|| format!("\"{value}\" is no date; write it as 2026-12-31")),
		"country" => crate::pack::parse_country(value)
			.map(MetadataValue::Country)
			.ok_or_else(|| format!("\"{value}\" is no code of ISO 3166-1 in two capitals")),
		"uri" if !is_uri(value) => {
			Err(format!("\"{value}\" is no URI; write a scheme, a colon and the rest in ASCII"))
		},
		"uri" => Ok(MetadataValue::Uri(bounded("a URI")?)),
		_ => Err(format!(
			"\"{kind}\" is no type; it is one of text, number, digest, date, country, uri"
		)),
	}
}

/// Whether a text is a scheme, a colon and more, in visible ASCII: what the chain takes as a URI.
fn is_uri(text: &str) -> bool {
	text.bytes().all(|byte| byte.is_ascii_graphic())
		&& text.split_once(':').is_some_and(|(scheme, rest)| {
			scheme.starts_with(|first: char| first.is_ascii_alphabetic())
				&& scheme.chars().all(|char| char.is_ascii_alphanumeric() || "+-.".contains(char))
				&& !rest.is_empty()
		})
}

/// A value as [`parse_value`] takes it.
pub fn write_value(value: &MetadataValue) -> String {
	let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
	match value {
		MetadataValue::Text(value) => format!("text:{}", text(value)),
		MetadataValue::Number(value) => format!("number:{value}"),
		MetadataValue::Digest(value) => format!("digest:{value:?}"),
		MetadataValue::Date(value) => format!("date:{}", format_moment(*value)),
		MetadataValue::Country(value) => format!("country:{}", text(value)),
		MetadataValue::Uri(value) => format!("uri:{}", text(value)),
	}
}

/// A lock that is written as `never`, `forever` or the first day on which it holds no more.
///
/// # Errors
/// If it is none. The text says what is taken.
pub fn parse_lock(text: &str) -> Result<Lock, String> {
	match text {
		"never" => Ok(Lock::Never),
		"forever" => Ok(Lock::Forever),
		_ => parse_date(text)
			.map(Lock::Until)
			.ok_or_else(|| "write never, forever, or a date such as 2026-12-31".to_owned()),
	}
}

/// A lock as [`parse_lock`] takes it.
pub fn write_lock(lock: Lock) -> String {
	match lock {
		Lock::Never => "never".to_owned(),
		Lock::Until(moment) => format_moment(moment),
		Lock::Forever => "forever".to_owned(),
	}
}

impl View {
	/// The metadata of an asset that have not expired, by their keys.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn metadata(&self, asset: AssetId) -> Result<Vec<Entry>> {
		// An asset has no more entries than a page.
		let question = api::runtime_apis().asset_registry_api().metadata(asset, None, PAGE);
		let page = self.ask(question).await?;
		let mut entries: Vec<_> = page.into_iter().map(|entry| Entry::from(entry.0)).collect();
		entries.sort_by(|one, other| one.key.cmp(&other.key));
		Ok(entries)
	}
}

/// Sets an entry of metadata. Signed by the issuer or with the role `metadata`.
pub fn set(
	asset: AssetId,
	key: &MetadataKey,
	value: MetadataValue,
	lock: Lock,
	expires_at: Option<Moment>,
) -> impl Payload {
	api::tx().asset_registry().set_metadata(
		asset,
		BoundedVec(key.to_vec()),
		Static(value),
		Static(lock),
		expires_at,
	)
}

/// Removes an entry of metadata. Signed by the issuer or with the role `metadata`; by anybody once it
/// has expired.
pub fn remove(asset: AssetId, key: &MetadataKey) -> impl Payload {
	api::tx().asset_registry().remove_metadata(asset, BoundedVec(key.to_vec()))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_key_keeps_to_its_letters_and_its_length() {
		let longest = "k".repeat(MAX_KEY as usize);
		for good in ["a", "zoning.2026_r-1", &longest] {
			assert_eq!(parse_key(good).unwrap().as_slice(), good.as_bytes());
		}
		for wrong in ["", "Zone", "a b", "ä", &format!("{longest}k")] {
			assert!(parse_key(wrong).unwrap_err().contains("is no key"), "{wrong}");
		}
	}

	#[test]
	fn values_are_read_as_they_are_written() {
		let digest = format!("digest:0x{}", "ab".repeat(32));
		let longest = format!("text:{}", "t".repeat(MAX_TEXT as usize));
		for text in [
			"text:Zone R-1: two floors",
			"number:340282366920938463463374607431768211455",
			"date:2026-12-31",
			"country:CH",
			"uri:https://example.org/a?b=c",
			&digest,
			&longest,
		] {
			assert_eq!(write_value(&parse_value(text).unwrap()), text);
		}
		for (wrong, part) in [
			("Zone", "is no value; write text:"),
			("colour:red", "\"colour\" is no type"),
			("text:", "is not empty"),
			("text:a\nb", "no control characters"),
			(&format!("{longest}t"), "at most 128 bytes"),
			("number:-1", "no whole number"),
			("number:340282366920938463463374607431768211456", "no whole number"),
			("date:2026-02-30", "no date"),
			("country:XX", "no code of ISO 3166-1"),
			("uri:example.org", "is no URI"),
			("uri:https:", "is no URI"),
			("uri:a b:c", "is no URI"),
			("digest:0x12", "is no digest"),
		] {
			let error = parse_value(wrong).unwrap_err();
			assert!(error.contains(part), "{wrong}: {error}");
		}
	}

	#[test]
	fn locks_are_read_as_they_are_written() {
		for text in ["never", "forever", "2026-12-31"] {
			assert_eq!(write_lock(parse_lock(text).unwrap()), text);
		}
		assert!(parse_lock("always").is_err());
	}
}
