// SPDX-License-Identifier: Apache-2.0

//! What can go wrong, and what to do about it.

use cadastre_primitives::AssetId;
use subxt::{
	error::{DispatchError, Error as SubxtError},
	utils::H256,
	Metadata,
};

use crate::account::Account;

/// The result of everything that asks a node.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why the client could not do what it was asked to do. Each message says what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
	/// Nobody listens at the address, or whoever does is no node.
	#[error(
		"no node answers at {url} ({reason}); start one with `cadastre-node --dev`, or give the \
		 address of another with --url ws://HOST:PORT"
	)]
	Unreachable {
		/// The address that was tried.
		url: String,
		/// What the operating system or the transport says.
		reason: String,
	},
	/// The node serves another chain.
	#[error(
		"the node at {url} serves the chain \"{found}\" and not \"{expected}\"; give the address of \
		 a Cadastre node with --url"
	)]
	WrongChain {
		/// The address that was tried.
		url: String,
		/// The spec name that the node answers.
		found: String,
		/// The spec name that this client speaks to.
		expected: &'static str,
	},
	/// The node serves another chain of the same kind.
	#[error(
		"the chain at {url} begins with block {found} and not with {expected}; it is another \
		 Cadastre chain than the one you named: check --url and --genesis"
	)]
	WrongGenesis {
		/// The address that was tried.
		url: String,
		/// The hash of the chain's first block.
		found: String,
		/// The hash that was asked for.
		expected: String,
	},
	/// The runtime of the chain is not the one that this client was made from.
	#[error(
		"the chain runs version {spec_version} of its runtime, in which {what} is not what this \
		 program knows; use the `cadastre` that was released with that version"
	)]
	Incompatible {
		/// The version of the chain's runtime.
		spec_version: u32,
		/// Which call, entry or API differs.
		what: String,
	},
	/// The connection broke.
	#[error("the connection to {url} broke ({reason}); see if the node still runs, and try again")]
	Disconnected {
		/// The address of the node.
		url: String,
		/// What the transport says.
		reason: String,
	},
	/// The node answered a request with an error.
	#[error("the node refuses the request {method}: {message}")]
	Rpc {
		/// The method that was called.
		method: String,
		/// What the node says.
		message: String,
	},
	/// The node did not take a transaction into its pool.
	#[error("the transaction was not sent: {message}")]
	NotAccepted {
		/// What the node says, and what to do.
		message: String,
	},
	/// A transaction before this one by the same account was not taken, so this one waits for ever.
	#[error("the transaction was not sent, because the one before it by the same account was not")]
	NotSent,
	/// A transaction was taken by the node and never by a block.
	#[error(
		"the transaction {hash} is in none of the blocks up to {last_block}, after which it is void; \
		 send it again"
	)]
	Expired {
		/// The hash of the transaction.
		hash: String,
		/// The last block that could have included it.
		last_block: u64,
	},
	/// No new block came for a long time.
	#[error(
		"the chain made no block for {seconds} seconds; see if its collators run. Transactions that \
		 were sent may still be included: look before you send them again"
	)]
	Stalled {
		/// How long the client waited.
		seconds: u64,
	},
	/// The chain executed the call and refused it.
	#[error(transparent)]
	Refused(#[from] Refusal),
	/// A call within a motion or a batch was refused.
	#[error("{what} was carried out and refused: {refusal}")]
	InnerRefused {
		/// The motion or batch.
		what: String,
		/// Why its call was refused.
		refusal: Refusal,
	},
	/// The chain has not begun.
	#[error("the chain has made no block yet, and so has no time; try again in some seconds")]
	NoBlock,
	/// The node keeps no state of old blocks.
	#[error(
		"the node has forgotten the state of block {block:?}; ask one that keeps all of them \
		 (started with --state-pruning archive)"
	)]
	Forgotten {
		/// The block.
		block: H256,
	},
	/// There is no such asset.
	#[error("there is no asset {0}; `cadastre asset list` shows those that there are")]
	UnknownAsset(AssetId),
	/// The account is no key of an investor.
	#[error(
		"the account {0} is no key of an investor; a provider admits it with `cadastre investor \
		 admit`"
	)]
	UnknownAccount(Box<Account>),
	/// What a person gave cannot be understood.
	#[error("{0}")]
	Invalid(String),
	/// A key cannot be read.
	#[error(transparent)]
	Key(#[from] crate::keys::KeyError),
	/// A file cannot be read as it should be.
	#[error(transparent)]
	Input(#[from] crate::input::InputError),
	/// The chain's answer contradicts itself.
	#[error("the chain's answer makes no sense: {0}; report this with the block number")]
	Contradiction(String),
	/// Anything else that subxt reports.
	#[error("{0}")]
	Chain(Box<SubxtError>),
}

impl Error {
	/// The name of the error with which the chain refused the call, such as
	/// `Shares.InsufficientShares`.
	pub fn refusal(&self) -> Option<&Refusal> {
		match self {
			Self::Refused(refusal) | Self::InnerRefused { refusal, .. } => Some(refusal),
			_ => None,
		}
	}
}

// Every error of subxt's that the client meets becomes one of ours, so that `?` works on all.
macro_rules! from_subxt {
	($($error:ident),* $(,)?) => { $(
		impl From<subxt::error::$error> for Error {
			fn from(error: subxt::error::$error) -> Self {
				Self::Chain(Box::new(error.into()))
			}
		}
	)* };
}

from_subxt!(
	OnlineClientError,
	OnlineClientAtBlockError,
	BlockError,
	ConstantError,
	StorageError,
	StorageKeyError,
	StorageValueError,
	RuntimeApiError,
	ViewFunctionError,
	EventsError,
	ExtrinsicError,
	DispatchErrorDecodeError,
);

/// Why the chain refused a call: the error's name and the first line of its documentation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, serde::Serialize)]
#[error("{name}: {explanation}")]
pub struct Refusal {
	/// The pallet and the error, such as `Shares.InsufficientShares`.
	pub name: String,
	/// The first line of the error's documentation.
	pub explanation: String,
}

impl Refusal {
	/// Names a dispatch error.
	pub fn new(error: &DispatchError) -> Self {
		if let DispatchError::Module(module) = error {
			if let Ok(details) = module.details() {
				return Self {
					name: format!("{}.{}", details.pallet.name(), details.variant.name),
					explanation: first_sentence(&details.variant.docs),
				};
			}
		}
		// `Token(BelowMinimum)` reads as `Token.BelowMinimum`.
		let name = match error {
			DispatchError::Token(inner) => format!("Token.{inner:?}"),
			DispatchError::Arithmetic(inner) => format!("Arithmetic.{inner:?}"),
			DispatchError::Transactional(inner) => format!("Transactional.{inner:?}"),
			other => format!("{other:?}"),
		};
		let explanation = match error {
			DispatchError::BadOrigin => {
				"The account that signed may not make this call.".to_owned()
			},
			other => other.to_string(),
		};
		Self { name, explanation }
	}

	/// Names the error of a pallet that an event carries by its indices.
	pub(crate) fn of_module(metadata: &Metadata, pallet: u8, error: u8) -> Self {
		let found = metadata.pallet_by_error_index(pallet).and_then(|pallet| {
			let variant = pallet.error_variant_by_index(error)?;
			Some(Self {
				name: format!("{}.{}", pallet.name(), variant.name),
				explanation: first_sentence(&variant.docs),
			})
		});
		found.unwrap_or_else(|| Self {
			name: format!("Module {pallet}, error {error}"),
			explanation: "The chain's metadata does not know this error.".to_owned(),
		})
	}
}

/// The documentation up to its first full stop or blank line, on one line.
fn first_sentence(docs: &[String]) -> String {
	let paragraph: Vec<_> =
		docs.iter().map(|line| line.trim()).take_while(|line| !line.is_empty()).collect();
	let text = paragraph.join(" ");
	match text.find(". ") {
		Some(end) => text[..=end].to_owned(),
		None => text,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn an_explanation_is_one_sentence_on_one_line() {
		let docs = |lines: &[&str]| lines.iter().map(|line| line.to_string()).collect::<Vec<_>>();
		assert_eq!(first_sentence(&docs(&[" A fact.", "", " More."])), "A fact.");
		assert_eq!(first_sentence(&docs(&[" A long", " fact. And more."])), "A long fact.");
		assert_eq!(first_sentence(&[]), "");
	}

	#[test]
	fn an_error_says_what_to_do() {
		let error = Error::Unreachable {
			url: "ws://127.0.0.1:1".into(),
			reason: "connection refused".into(),
		};
		assert_eq!(
			error.to_string(),
			"no node answers at ws://127.0.0.1:1 (connection refused); start one with \
			 `cadastre-node --dev`, or give the address of another with --url ws://HOST:PORT"
		);
	}

	#[test]
	fn an_error_without_a_pallet_has_a_name_too() {
		let refusal = Refusal::new(&DispatchError::BadOrigin);
		assert_eq!(refusal.name, "BadOrigin");
		let refusal = Refusal::new(&DispatchError::Token(subxt::error::TokenError::BelowMinimum));
		assert_eq!(refusal.name, "Token.BelowMinimum");
	}
}
