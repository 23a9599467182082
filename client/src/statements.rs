// SPDX-License-Identifier: Apache-2.0

//! Statements that a provider signs off chain and the investor submits.
//!
//! Three steps, of which the middle one needs no network: [`View::statement`] says what there is to
//! be signed on a chain, [`Statement::sign`] signs it with a key that never leaves its machine, and
//! [`submit`] is the call of the investor. Between the steps a statement is a file of JSON that
//! shows what it states.

use cadastre_primitives::{Claims, CountryCode, Flags, InvestorId, Moment, ProviderId};
use codec::Encode;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sp_core::{ecdsa, ed25519, sr25519, Pair};
use std::{fmt, str::FromStr};
use subxt::{
	tx::Payload,
	utils::{Static, H256},
};

use crate::{
	account::Account,
	api, digest,
	error::{Error, Result},
	keys::{KeyError, Secret},
	report::{flag_names, parse_flags},
	view::View,
};

use api::runtime_types::{pallet_compliance::types as chain, sp_runtime::MultiSignature};

/// What every signed statement begins with.
const DOMAIN: [u8; 20] = *b"cadastre/statement/1";

/// How a statement is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
	/// Schnorr signatures over Ristretto, as accounts of the chain use them.
	Sr25519,
	/// Edwards curve signatures, as hardware and cloud keystores know them.
	Ed25519,
	/// Signatures over secp256k1, of the BLAKE2b-256 of the bytes.
	Ecdsa,
}

/// Of whom a statement speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
	/// An admission: of the account that becomes the first key.
	#[serde(with = "as_text")]
	Account(Account),
	/// A renewal: of the investor.
	Investor(InvestorId),
}

/// A statement, signed or not yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
	/// The hash of the first block of the chain on which it counts.
	pub genesis: H256,
	/// The slot of the provider.
	pub provider: ProviderId,
	/// How often the slot has been given to a provider.
	pub epoch: u8,
	/// Of whom it speaks.
	pub subject: Subject,
	/// Country of residence.
	#[serde(with = "country")]
	pub residence: CountryCode,
	/// Country of tax residence.
	#[serde(with = "country")]
	pub tax_residence: CountryCode,
	/// What was verified, and the class of investor.
	#[serde(with = "flags")]
	pub flags: Flags,
	/// First second at which the claims hold.
	pub valid_from: Moment,
	/// First second at which they hold no more.
	pub valid_until: Moment,
	/// When it was signed.
	pub issued_at: Moment,
	/// First second at which it cannot be submitted any more.
	pub expires_at: Moment,
	/// The signature, once it is signed.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub signature: Option<Signature>,
}

/// A signature and how it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
	/// How.
	pub scheme: Scheme,
	/// The account of the key, as the chain knows the provider's signer.
	#[serde(with = "as_text")]
	pub signer: Account,
	/// `0x` and its bytes: 64, or 65 of ecdsa.
	pub bytes: String,
}

/// A key that signs statements. Its secret is never shown.
pub struct StatementKey {
	pair: AnyPair,
	account: Account,
}

enum AnyPair {
	Sr25519(Box<sr25519::Pair>),
	Ed25519(Box<ed25519::Pair>),
	Ecdsa(Box<ecdsa::Pair>),
}

impl StatementKey {
	/// The key that a scheme makes of a secret.
	///
	/// # Errors
	/// If it is no secret URI of the scheme; the error does not repeat it.
	pub fn new(secret: &Secret, scheme: Scheme) -> Result<Self, KeyError> {
		fn pair<P: Pair>(suri: &str) -> Option<(Box<P>, Vec<u8>)> {
			let pair = P::from_string(suri, None).ok()?;
			let public = AsRef::<[u8]>::as_ref(&pair.public()).to_vec();
			Some((Box::new(pair), public))
		}
		secret.make(|suri| {
			let (pair, public) = match scheme {
				Scheme::Sr25519 => pair(suri).map(|(pair, key)| (AnyPair::Sr25519(pair), key)),
				Scheme::Ed25519 => pair(suri).map(|(pair, key)| (AnyPair::Ed25519(pair), key)),
				Scheme::Ecdsa => pair(suri).map(|(pair, key)| (AnyPair::Ecdsa(pair), key)),
			}?;
			Some((Self { pair, account: account_of(&public) }, public))
		})
	}

	/// The account that the chain must know as the provider's signer.
	pub fn account(&self) -> &Account {
		&self.account
	}
}

impl fmt::Debug for StatementKey {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "StatementKey({})", self.account)
	}
}

/// The account of a public key: its 32 bytes, or the BLAKE2b-256 of a longer one.
fn account_of(public: &[u8]) -> Account {
	Account(public.try_into().unwrap_or_else(|_| digest(public)))
}

impl Statement {
	/// Reads a statement as [`Statement::write`] writes it.
	///
	/// # Errors
	/// If it is none. The error says where.
	pub fn read(text: &str) -> Result<Self> {
		serde_json::from_str(text).map_err(|error| {
			Error::Invalid(format!(
				"this is no statement as `cadastre statement prepare` writes it: {error}"
			))
		})
	}

	/// The statement as JSON.
	pub fn write(&self) -> String {
		// Its fields are numbers and texts, all of which JSON has.
		serde_json::to_string_pretty(self).unwrap_or_default()
	}

	/// What the provider states.
	pub fn claims(&self) -> Claims {
		Claims {
			residence: self.residence,
			tax_residence: self.tax_residence,
			flags: self.flags,
			valid_from: self.valid_from,
			valid_until: self.valid_until,
		}
	}

	/// The bytes that are signed: domain, chain, slot, epoch, subject with its kind, claims, dates.
	pub fn bytes(&self) -> Vec<u8> {
		let head = (DOMAIN, self.genesis.0, self.provider, self.epoch);
		let subject = match &self.subject {
			Subject::Account(account) => (0_u8, account.0).encode(),
			Subject::Investor(investor) => (1_u8, investor).encode(),
		};
		let dates = (self.issued_at, self.expires_at);
		[head.encode(), subject, self.claims().encode(), dates.encode()].concat()
	}

	/// The statement with a signature in the place of any other.
	#[must_use]
	pub fn sign(mut self, key: &StatementKey) -> Self {
		let bytes = self.bytes();
		let (scheme, signature) = match &key.pair {
			AnyPair::Sr25519(pair) => (Scheme::Sr25519, pair.sign(&bytes).0.to_vec()),
			AnyPair::Ed25519(pair) => (Scheme::Ed25519, pair.sign(&bytes).0.to_vec()),
			AnyPair::Ecdsa(pair) => (Scheme::Ecdsa, pair.sign(&bytes).0.to_vec()),
		};
		let bytes = format!("0x{}", hex::encode(signature));
		self.signature = Some(Signature { scheme, signer: key.account.clone(), bytes });
		self
	}

	/// The signature in the form of the chain, if the statement has one that is right.
	///
	/// # Errors
	/// If there is none, or it is of other bytes or by another key than it says.
	pub fn checked_signature(&self) -> Result<MultiSignature> {
		let invalid = |text: &str| Error::Invalid(text.to_owned());
		let Signature { scheme, signer, bytes } =
			self.signature.as_ref().ok_or_else(|| {
				invalid("the statement is not signed; its provider signs it with `cadastre statement sign`")
			})?;
		let wrong = || {
			invalid(
				"the signature is not that of this statement: it was changed after it was signed; ask \
				 the provider for another one",
			)
		};
		let raw = bytes.strip_prefix("0x").and_then(|digits| hex::decode(digits).ok());
		let raw = raw.ok_or_else(wrong)?;
		let message = self.bytes();
		let (good, signature) = match scheme {
			Scheme::Sr25519 => {
				let raw: [u8; 64] = raw.try_into().map_err(|_| wrong())?;
				let public = sr25519::Public::from_raw(signer.0);
				let good = sr25519::Pair::verify(&raw.into(), &message, &public);
				(good, MultiSignature::Sr25519(raw))
			},
			Scheme::Ed25519 => {
				let raw: [u8; 64] = raw.try_into().map_err(|_| wrong())?;
				let public = ed25519::Public::from_raw(signer.0);
				let good = ed25519::Pair::verify(&raw.into(), &message, &public);
				(good, MultiSignature::Ed25519(raw))
			},
			Scheme::Ecdsa => {
				let raw: [u8; 65] = raw.try_into().map_err(|_| wrong())?;
				let public = ecdsa::Signature::from(raw).recover(&message);
				let good = public.is_some_and(|public| account_of(&public.0) == *signer);
				(good, MultiSignature::Ecdsa(raw))
			},
		};
		if good {
			Ok(signature)
		} else {
			Err(wrong())
		}
	}
}

impl View {
	/// A statement that a provider can sign now, for so many seconds.
	///
	/// # Errors
	/// If the slot is free, or the chain would have other bytes signed than this program knows.
	pub async fn statement(
		&self,
		genesis: H256,
		provider: ProviderId,
		subject: Subject,
		claims: Claims,
		seconds: Moment,
	) -> Result<Statement> {
		self.existing_provider(provider).await?;
		let status = self.view(api::view_functions().compliance().status()).await?;
		let epoch = status.epochs.get(usize::from(provider)).copied().unwrap_or_default();
		let issued_at = self.now().await?;
		let statement = Statement {
			genesis,
			provider,
			epoch,
			subject,
			residence: claims.residence,
			tax_residence: claims.tax_residence,
			flags: claims.flags,
			valid_from: claims.valid_from,
			valid_until: claims.valid_until,
			issued_at,
			expires_at: issued_at.saturating_add(seconds),
			signature: None,
		};
		let subject = match &statement.subject {
			Subject::Account(account) => chain::Subject::Account(account.id()),
			Subject::Investor(investor) => chain::Subject::Investor(*investor),
		};
		let question = api::view_functions().compliance().statement_bytes(
			provider,
			subject,
			(&statement).into(),
		);
		if self.view(question).await? == Some(statement.bytes()) {
			Ok(statement)
		} else {
			Err(Error::Contradiction(
				"it has other bytes signed than this program knows".to_owned(),
			))
		}
	}

	/// Since when admissions of accounts of a bucket that were signed earlier are void; none if it
	/// has no bar.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn bar(&self, bucket: u16) -> Result<Option<Moment>> {
		self.get(api::storage().compliance().bars(), (bucket,)).await
	}
}

impl From<&Statement> for chain::Statement {
	fn from(statement: &Statement) -> Self {
		Self {
			claims: Static(statement.claims()),
			issued_at: statement.issued_at,
			expires_at: statement.expires_at,
		}
	}
}

/// The bucket of an account, of 65,536, in which the chain keeps since when signed admissions are
/// void.
pub fn bucket(account: &Account) -> u16 {
	let [first, second, ..] = digest(&account.0);
	u16::from_le_bytes([first, second])
}

/// Admits the sender as a statement says. Signed by the account of which it speaks.
///
/// # Errors
/// If the statement is not signed, or was changed afterwards.
pub fn admit(statement: &Statement) -> Result<impl Payload> {
	let signature = statement.checked_signature()?;
	let provider = statement.provider;
	Ok(api::tx().compliance().admit_by_statement(provider, statement.into(), signature))
}

/// States the claims of the sender's investor anew, as a statement says. Signed by one of its keys.
///
/// # Errors
/// If the statement is not signed, or was changed afterwards.
pub fn renew(statement: &Statement) -> Result<impl Payload> {
	let signature = statement.checked_signature()?;
	let provider = statement.provider;
	Ok(api::tx().compliance().renew_by_statement(provider, statement.into(), signature))
}

/// Removes a bar whose statements have all expired. Signed by anybody.
pub fn lower_bar(bucket: u16) -> impl Payload {
	api::tx().compliance().lower_bar(bucket)
}

/// Accounts as their addresses.
mod as_text {
	use super::*;

	pub(super) fn serialize<S: Serializer>(account: &Account, to: S) -> Result<S::Ok, S::Error> {
		to.collect_str(account)
	}

	pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Account, D::Error> {
		let text = String::deserialize(from)?;
		Account::from_str(&text).map_err(serde::de::Error::custom)
	}
}

/// Countries as their codes.
mod country {
	use super::*;

	pub(super) fn serialize<S: Serializer>(code: &CountryCode, to: S) -> Result<S::Ok, S::Error> {
		to.serialize_str(&String::from_utf8_lossy(code))
	}

	pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<CountryCode, D::Error> {
		let text = String::deserialize(from)?;
		crate::pack::parse_country(&text)
			.ok_or_else(|| serde::de::Error::custom(format!("\"{text}\" is no country code")))
	}
}

/// Flags as their names.
mod flags {
	use super::*;

	pub(super) fn serialize<S: Serializer>(flags: &Flags, to: S) -> Result<S::Ok, S::Error> {
		to.serialize_str(&flag_names(*flags))
	}

	pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Flags, D::Error> {
		let text = String::deserialize(from)?;
		parse_flags(&text)
			.ok_or_else(|| serde::de::Error::custom(format!("\"{text}\" is no set of flags")))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const SCHEMES: [Scheme; 3] = [Scheme::Sr25519, Scheme::Ed25519, Scheme::Ecdsa];

	fn statement(subject: Subject) -> Statement {
		Statement {
			genesis: H256([7; 32]),
			provider: 3,
			epoch: 2,
			subject,
			residence: *b"CH",
			tax_residence: *b"DE",
			flags: Flags::KYC.with(Flags::RETAIL),
			valid_from: 100,
			valid_until: 200,
			issued_at: 110,
			expires_at: 120,
			signature: None,
		}
	}

	fn key(scheme: Scheme) -> StatementKey {
		StatementKey::new(&Secret::from_suri("//Dave//statements"), scheme).unwrap()
	}

	#[test]
	fn a_signed_statement_comes_back_from_its_file_and_is_right() {
		for subject in [Subject::Account(Account([9; 32])), Subject::Investor(5)] {
			for scheme in SCHEMES {
				let signed = statement(subject.clone()).sign(&key(scheme));
				let read = Statement::read(&signed.write()).unwrap();
				assert_eq!(read, signed);
				read.checked_signature().unwrap();
				assert_eq!(read.signature.unwrap().signer, *key(scheme).account());
			}
		}
	}

	#[test]
	fn whatever_is_changed_after_the_signature_voids_it() {
		let changes: [fn(&mut Statement); 12] = [
			|it| it.genesis = H256([8; 32]),
			|it| it.provider = 4,
			|it| it.epoch = 3,
			|it| it.subject = Subject::Account(Account([8; 32])),
			|it| it.subject = Subject::Investor(9),
			|it| it.residence = *b"US",
			|it| it.tax_residence = *b"US",
			|it| it.flags = Flags::KYC.with(Flags::PROFESSIONAL),
			|it| it.valid_from = 99,
			|it| it.valid_until = 201,
			|it| it.issued_at = 111,
			|it| it.expires_at = 121,
		];
		for scheme in SCHEMES {
			let signed = statement(Subject::Account(Account([9; 32]))).sign(&key(scheme));
			for change in changes {
				let mut changed = signed.clone();
				change(&mut changed);
				let error = changed.checked_signature().unwrap_err().to_string();
				assert!(error.contains("it was changed after it was signed"), "{error}");
			}
			// Nor can somebody else say to have signed it, or the scheme be another.
			let mut other = signed.clone();
			other.signature.as_mut().unwrap().signer = Account([1; 32]);
			assert!(other.checked_signature().is_err());
			for wrong in SCHEMES.into_iter().filter(|wrong| *wrong != scheme) {
				let mut other = signed.clone();
				other.signature.as_mut().unwrap().scheme = wrong;
				assert!(other.checked_signature().is_err(), "{scheme:?} as {wrong:?}");
			}
			for bytes in ["", "0x", "0x00", "hello"] {
				let mut other = signed.clone();
				other.signature.as_mut().unwrap().bytes = bytes.to_owned();
				assert!(other.checked_signature().is_err());
			}
		}
		let unsigned = statement(Subject::Investor(5)).checked_signature().unwrap_err();
		assert!(unsigned.to_string().contains("is not signed"));
	}

	#[test]
	fn the_bytes_are_those_of_the_pallet() {
		// As `payload` of the pallet lays them out.
		let bytes = statement(Subject::Investor(5)).bytes();
		assert_eq!(bytes[..20], DOMAIN);
		assert_eq!(bytes[20..52], [7; 32]);
		assert_eq!(bytes[52..54], [3, 2], "slot and epoch");
		assert_eq!(bytes[54..63], [1, 5, 0, 0, 0, 0, 0, 0, 0], "a renewal of investor 5");
		assert_eq!(bytes[63..67], *b"CHDE");
		assert_eq!(bytes[bytes.len() - 16..], (110_u64, 120_u64).encode());
		let account = statement(Subject::Account(Account([9; 32]))).bytes();
		assert_eq!(account[54], 0, "an admission");
		assert_eq!(account.len(), bytes.len() + 24);
	}

	#[test]
	fn the_key_shows_its_account_and_nothing_else() {
		for scheme in SCHEMES {
			let key = key(scheme);
			assert_eq!(format!("{key:?}"), format!("StatementKey({})", key.account()));
		}
		let secret = Secret::from_suri("//hunter2");
		assert!(!format!("{secret:?}").contains("hunter2"));
		let error =
			StatementKey::new(&Secret::from_suri("botom drive"), Scheme::Ecdsa).unwrap_err();
		assert!(!error.to_string().contains("botom"), "{error}");
	}

	#[test]
	fn a_file_that_is_no_statement_is_named() {
		let good = statement(Subject::Investor(5)).write();
		for (from, to) in [
			("\"CH\"", "\"XX\""),
			("kyc+retail", "kyc+king"),
			("\"provider\": 3", "\"provider\": 300"),
			("\"epoch\"", "\"epok\""),
		] {
			let wrong = good.replace(from, to);
			assert_ne!(wrong, good);
			let error = Statement::read(&wrong).unwrap_err().to_string();
			assert!(error.starts_with("this is no statement"), "{error}");
		}
	}
}
