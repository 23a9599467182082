// SPDX-License-Identifier: Apache-2.0

//! What a report was made of, as a file: written before the chain is told of the report, and read
//! again to open it, to explain it and to prove it.

use anyhow::{ensure, Context, Result};
use cadastre_client::{
	digest,
	valuations::{self, parse_feed, write_feed, Commitment},
	Account,
};
use cadastre_models::{Artefact, Inputs};
use cadastre_primitives::{FeedId, Interval, ModelId, Moment, Report, Value};
use serde::{Deserialize, Serialize};
use std::{
	fs::{File, OpenOptions},
	io::Write,
	path::{Path, PathBuf},
};
use subxt::utils::H256;

/// A report and all that it was computed from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Record {
	/// The feed: asset/metric/unit.
	pub(crate) feed: String,
	/// The round.
	pub(crate) round: u32,
	/// The model.
	pub(crate) model: ModelId,
	/// BLAKE2b-256 of the artefact.
	pub(crate) artefact: H256,
	/// The account that reports.
	pub(crate) account: String,
	/// The lower end, in the smallest unit of the feed.
	pub(crate) low: Value,
	/// The most likely value.
	pub(crate) mid: Value,
	/// The upper end.
	pub(crate) high: Value,
	/// Of when the data are, in seconds of Unix time.
	pub(crate) as_of: Moment,
	/// The facts, in their canonical form, byte for byte.
	pub(crate) inputs: String,
	/// The explanation, byte for byte.
	pub(crate) explanation: String,
	/// What hides the report until it is opened.
	pub(crate) salt: H256,
}

/// A value in cents as one of a feed with so many decimals, exactly.
///
/// # Errors
/// If it does not fit, or the feed has fewer than two decimals.
pub(crate) fn scaled(cents: u128, decimals: u8) -> Result<Value> {
	let more = decimals.checked_sub(2).context(
		"the feed has fewer than 2 decimals; models answer in cents, and nothing is rounded",
	)?;
	let scaled = 10_u128.checked_pow(more.into()).and_then(|scale| cents.checked_mul(scale));
	scaled
		.and_then(|value| Value::try_from(value).ok())
		.with_context(|| format!("{cents} cents are more than a feed of {decimals} decimals takes"))
}

impl Record {
	/// Computes a report.
	///
	/// # Errors
	/// If the model does not value the asset, or the value does not fit the feed.
	pub(crate) fn compute(
		of: Promise,
		artefact: &Artefact,
		inputs: &Inputs,
		decimals: u8,
		account: &Account,
	) -> Result<Self> {
		let value = artefact.value(inputs)?;
		let explanation = value.explanation.to_json();
		ensure!(
			explanation.len() <= valuations::MAX_EXPLANATION,
			"the explanation has {} bytes; at most {} can be opened on chain",
			explanation.len(),
			valuations::MAX_EXPLANATION
		);
		Ok(Self {
			feed: write_feed(of.feed),
			round: of.round,
			model: of.model,
			artefact: H256(artefact.digest()),
			account: account.to_string(),
			low: scaled(value.low, decimals)?,
			mid: scaled(value.mid, decimals)?,
			high: scaled(value.high, decimals)?,
			as_of: of.as_of,
			inputs: inputs.to_json(),
			explanation,
			salt: of.salt,
		})
	}

	/// The report as the chain takes it.
	pub(crate) fn report(&self) -> Report {
		Report {
			interval: Interval { low: self.low, mid: self.mid, high: self.high },
			as_of: self.as_of,
			inputs: H256(digest(self.inputs.as_bytes())),
			explanation: H256(digest(self.explanation.as_bytes())),
		}
	}

	/// The feed.
	///
	/// # Errors
	/// If the record names none.
	pub(crate) fn feed(&self) -> Result<FeedId> {
		parse_feed(&self.feed).map_err(anyhow::Error::msg).context("feed")
	}

	/// What it was committed to with.
	///
	/// # Errors
	/// If feed or account are none.
	pub(crate) fn commitment(&self) -> Result<Commitment> {
		let account: Account = self.account.parse().context("account")?;
		let (round, model) = (self.round, self.model);
		let report = self.report();
		Ok(valuations::commitment(self.feed()?, round, model, &account, &report, self.salt))
	}

	/// What of it an artefact does not answer; nothing if the report is what the model says.
	///
	/// # Errors
	/// If the facts cannot be read, or the model does not value the asset.
	pub(crate) fn differences(&self, artefact: &Artefact, decimals: u8) -> Result<Vec<String>> {
		let inputs = Inputs::from_json(&self.inputs).context("inputs")?;
		let value = artefact.value(&inputs)?;
		let mut found = Vec::new();
		let mut compare = |what: &str, here: String, there: String| {
			if here != there {
				found.push(format!("{what}: the report says {here}, the model {there}"));
			}
		};
		compare(
			"artefact",
			format!("{:?}", self.artefact),
			format!("{:?}", H256(artefact.digest())),
		);
		let figures = [
			("low", self.low, value.low),
			("mid", self.mid, value.mid),
			("high", self.high, value.high),
		];
		for (what, here, there) in figures {
			compare(what, here.to_string(), scaled(there, decimals)?.to_string());
		}
		compare("inputs", self.inputs.clone(), inputs.to_json());
		compare("explanation", self.explanation.clone(), value.explanation.to_json());
		Ok(found)
	}
}

/// For what a report is computed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Promise {
	pub(crate) feed: FeedId,
	pub(crate) round: u32,
	pub(crate) model: ModelId,
	pub(crate) as_of: Moment,
	pub(crate) salt: H256,
}

/// The folder of records, which one service has at a time.
#[derive(Debug)]
pub(crate) struct Store {
	folder: PathBuf,
	// The lock ends with the process, however it ends.
	_lock: File,
}

impl Store {
	/// Opens the folder, and makes it if there is none.
	///
	/// # Errors
	/// If it cannot be written, or another service has it.
	pub(crate) fn open(folder: &Path) -> Result<Self> {
		let at = || format!("state: {} cannot be used", folder.display());
		std::fs::create_dir_all(folder).with_context(at)?;
		let lock = OpenOptions::new()
			.create(true)
			.truncate(false)
			.write(true)
			.open(folder.join("lock"))
			.with_context(at)?;
		lock.try_lock().with_context(|| {
			format!(
				"state: another cadastre-feeder uses {}; two would contradict each other, so stop \
				 one, or give it a folder and models of its own",
				folder.display()
			)
		})?;
		Ok(Self { folder: folder.to_owned(), _lock: lock })
	}

	/// The file of a record.
	pub(crate) fn path(&self, feed: FeedId, model: ModelId, round: u32) -> PathBuf {
		let feed = write_feed(feed).replace('/', "_");
		self.folder.join(format!("{feed}-model-{model}-round-{round}.json"))
	}

	/// A record; none if there is none.
	///
	/// # Errors
	/// If the file cannot be read.
	pub(crate) fn read(
		&self,
		feed: FeedId,
		model: ModelId,
		round: u32,
	) -> Result<Option<(Record, Vec<u8>)>> {
		let path = self.path(feed, model, round);
		match std::fs::read(&path) {
			Ok(bytes) => {
				let record = serde_json::from_slice(&bytes)
					.with_context(|| format!("{} is no record", path.display()))?;
				Ok(Some((record, bytes)))
			},
			Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
			Err(error) => Err(error).with_context(|| format!("{} cannot be read", path.display())),
		}
	}

	/// Writes a record. Once this returns, it survives a loss of power; until then the one before is
	/// there, whole.
	///
	/// # Errors
	/// If it cannot be written, or another report of the round was written before.
	pub(crate) fn write(&self, feed: FeedId, record: &Record) -> Result<()> {
		let path = self.path(feed, record.model, record.round);
		if let Some((known, _)) = self.read(feed, record.model, record.round)? {
			ensure!(known == *record, "{} has another report of this round", path.display());
			return Ok(());
		}
		let at = || format!("{} cannot be written", path.display());
		let draft = path.with_extension("draft");
		let mut file = File::create(&draft).with_context(at)?;
		file.write_all(&serde_json::to_vec_pretty(record)?).with_context(at)?;
		file.sync_all().with_context(at)?;
		std::fs::rename(&draft, &path).with_context(at)?;
		// The name of the file is a change of the folder.
		File::open(&self.folder).and_then(|folder| folder.sync_all()).with_context(at)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use cadastre_primitives::{Metric, Unit};

	const HOME: FeedId =
		FeedId { asset: 7, metric: Metric::MarketValue, unit: Unit::Fiat(*b"USD") };

	fn record() -> Record {
		Record {
			feed: "7/market-value/USD".into(),
			round: 4,
			model: 2,
			artefact: H256([1; 32]),
			account: "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY".into(),
			low: 1,
			mid: 2,
			high: 3,
			as_of: 5,
			inputs: "{}".into(),
			explanation: "{}".into(),
			salt: H256([6; 32]),
		}
	}

	#[test]
	fn cents_are_scaled_and_never_rounded() {
		assert_eq!(scaled(25_000_000, 2).unwrap(), 25_000_000);
		assert_eq!(scaled(25_000_000, 4).unwrap(), 2_500_000_000);
		assert!(scaled(1, 1).is_err() && scaled(1, 0).is_err());
		assert_eq!(scaled(u64::MAX.into(), 2).unwrap(), u64::MAX);
		assert!(scaled(u128::from(u64::MAX) + 1, 2).is_err());
		assert!(scaled(u128::MAX, 12).is_err());
	}

	#[test]
	fn a_record_is_read_as_it_was_written_and_never_replaced() {
		let folder = tempfile::tempdir().unwrap();
		let store = Store::open(&folder.path().join("state")).unwrap();
		assert_eq!(store.read(HOME, 2, 4).unwrap(), None);
		store.write(HOME, &record()).unwrap();
		store.write(HOME, &record()).unwrap();
		assert_eq!(store.read(HOME, 2, 4).unwrap().unwrap().0, record());
		assert_eq!(store.read(HOME, 2, 5).unwrap(), None);

		let other = Record { salt: H256([7; 32]), ..record() };
		let error = store.write(HOME, &other).unwrap_err().to_string();
		assert!(error.contains("another report of this round"), "{error}");
		assert_eq!(store.read(HOME, 2, 4).unwrap().unwrap().0, record());
	}

	#[test]
	fn a_draft_that_a_crash_left_is_no_record() {
		let folder = tempfile::tempdir().unwrap();
		let store = Store::open(folder.path()).unwrap();
		let path = store.path(HOME, 2, 4);
		std::fs::write(path.with_extension("draft"), "{\"feed\":").unwrap();
		assert_eq!(store.read(HOME, 2, 4).unwrap(), None);
		store.write(HOME, &record()).unwrap();
		assert_eq!(store.read(HOME, 2, 4).unwrap().unwrap().0, record());
		// And half a record is an error, not another report.
		std::fs::write(&path, "{\"feed\":").unwrap();
		assert!(store.read(HOME, 2, 4).is_err());
		assert!(store.write(HOME, &record()).is_err());
	}

	#[test]
	fn two_services_do_not_share_a_folder() {
		let folder = tempfile::tempdir().unwrap();
		let first = Store::open(folder.path()).unwrap();
		let error = Store::open(folder.path()).unwrap_err().to_string();
		assert!(error.contains("another cadastre-feeder"), "{error}");
		drop(first);
		Store::open(folder.path()).unwrap();
	}

	#[test]
	fn the_commitment_changes_with_every_part() {
		let first = record().commitment().unwrap();
		for other in [
			Record { feed: "8/market-value/USD".into(), ..record() },
			Record { round: 5, ..record() },
			Record { model: 3, ..record() },
			Record { low: 0, ..record() },
			Record { mid: 1, ..record() },
			Record { high: 4, ..record() },
			Record { as_of: 6, ..record() },
			Record { inputs: "{ }".into(), ..record() },
			Record { explanation: "{ }".into(), ..record() },
			Record { salt: H256([0; 32]), ..record() },
		] {
			assert_ne!(other.commitment().unwrap(), first, "{other:?}");
		}
	}
}
