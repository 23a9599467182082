// SPDX-License-Identifier: Apache-2.0

use cadastre_primitives::{Balance, Moment};
use codec::{Decode, Encode};
use subxt::{
	events::{DecodeAsEvent, Events},
	ext::scale_decode::DecodeAsType,
	runtime_apis,
	storage::Address,
	tx::Payload,
	utils::H256,
	view_functions, OnlineClientAtBlock,
};

use crate::{
	account::Account,
	api,
	error::{Error, Result},
	Config,
};

/// The length of what names a view function.
const ID_LENGTH: usize = 32;

/// The state of the chain after one block.
#[derive(Clone)]
pub struct View {
	pub(crate) at: OnlineClientAtBlock<Config>,
}

impl View {
	pub(crate) fn new(at: OnlineClientAtBlock<Config>) -> Self {
		Self { at }
	}

	/// The number of the block.
	pub fn number(&self) -> u64 {
		self.at.block_number()
	}

	/// The hash of the block.
	pub fn hash(&self) -> H256 {
		self.at.block_hash()
	}

	/// The chain's clock, in seconds of Unix time. Validity is judged by it and by no other.
	///
	/// # Errors
	/// If the node does not answer, or the chain has no block but its first, which has no time.
	pub async fn now(&self) -> Result<Moment> {
		match self.get(api::storage().timestamp().now(), ()).await? {
			Some(milliseconds) if milliseconds > 0 => Ok(milliseconds / 1_000),
			_ => Err(Error::NoBlock),
		}
	}

	/// What an account has of the native token, in its smallest unit, apart from what is held.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn free_balance(&self, account: &Account) -> Result<Balance> {
		// The record of an account that does not exist yet has the nonce of the day: it is another in
		// the metadata of each block, and cannot be compared with ours.
		let address = api::storage().system().account().unvalidated();
		let record = self.get(address, (account.id(),)).await?;
		Ok(record.map(|record| record.data.free).unwrap_or_default())
	}

	/// How many transactions of an account are in blocks; none for an account that does not exist.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn nonce(&self, account: &Account) -> Result<Option<u64>> {
		// As above.
		let address = api::storage().system().account().unvalidated();
		let record = self.get(address, (account.id(),)).await?;
		Ok(record.map(|record| record.nonce.into()))
	}

	/// The events of the block, decoded as one kind; others are left out.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn events<E: DecodeAsEvent>(&self) -> Result<Vec<E>> {
		let events = self.all_events().await?;
		events.find::<E>().map(|event| event.map_err(Error::from)).collect()
	}

	/// All events of the block.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn all_events(&self) -> Result<Events<Config>> {
		Ok(self.at.events().fetch().await?)
	}

	/// A call as a part of another one, such as a batch or a motion.
	///
	/// # Errors
	/// If the chain does not know the call.
	pub fn inner_call(&self, call: &impl Payload) -> Result<api::Call> {
		let transactions = self.at.transactions();
		transactions.validate(call).map_err(|error| self.incompatible(error, call))?;
		let bytes = transactions.call_data(call)?;
		let metadata = self.at.metadata_ref();
		api::Call::decode_as_type(
			&mut &bytes[..],
			metadata.outer_enums().call_enum_ty(),
			metadata.types(),
		)
		.map_err(|error| {
			Error::Contradiction(format!(
				"the call {}.{} does not decode: {error}",
				call.pallet_name(),
				call.call_name()
			))
		})
	}

	pub(crate) async fn get<A: Address>(
		&self,
		address: A,
		key: A::KeyParts,
	) -> Result<Option<A::Value>> {
		let what = format!("the entry {}.{}", address.pallet_name(), address.entry_name());
		let fetched = self.at.storage().try_fetch(address, key).await;
		match fetched.map_err(|error| self.incompatible_entry(error, what))? {
			Some(value) => Ok(Some(value.decode()?)),
			None => Ok(None),
		}
	}

	pub(crate) async fn ask<P: runtime_apis::Payload>(&self, question: P) -> Result<P::ReturnType> {
		use subxt::error::RuntimeApiError as E;
		let what = format!("the question {}.{}", question.trait_name(), question.method_name());
		self.at.runtime_apis().call(question).await.map_err(|error| match error {
			E::IncompatibleCodegen | E::TraitNotFound(_) | E::MethodNotFound { .. } => {
				self.unknown(what)
			},
			other => other.into(),
		})
	}

	/// Asks a view function of a pallet.
	pub(crate) async fn view<P: view_functions::Payload>(
		&self,
		question: P,
	) -> Result<P::ReturnType> {
		use subxt::error::ViewFunctionError as E;
		let what = format!("the view {}.{}", question.pallet_name(), question.function_name());
		let views = self.at.view_functions();
		let unanswered =
			|why: String| Error::Contradiction(format!("{what} is not answered: {why}"));
		views.validate(&question).map_err(|error| match error {
			E::IncompatibleCodegen | E::PalletNotFound(_) | E::ViewFunctionNotFound { .. } => {
				self.unknown(what.clone())
			},
			other => other.into(),
		})?;
		// subxt 0.50 writes the arguments without their length and does not look into the outer
		// result, so this much is done here.
		let (pallet, function) = (question.pallet_name(), question.function_name());
		let output = self
			.at
			.metadata_ref()
			.pallet_by_name(pallet)
			.and_then(|pallet| pallet.view_function_by_name(function))
			.map(|function| function.output_ty())
			.ok_or_else(|| self.unknown(what.clone()))?;
		let mut bytes = views.encode_args(&question)?;
		let arguments = bytes.split_off(ID_LENGTH.min(bytes.len()));
		arguments.encode_to(&mut bytes);
		let answer = views.call_raw(Some(&bytes)).await?;
		let answer = match std::result::Result::<Vec<u8>, u8>::decode(&mut &answer[..]) {
			Ok(Ok(answer)) => answer,
			Ok(Err(code)) => return Err(unanswered(format!("error {code}"))),
			Err(error) => return Err(unanswered(error.to_string())),
		};
		P::ReturnType::decode_as_type(&mut &answer[..], output, self.at.metadata_ref().types())
			.map_err(|error| unanswered(error.to_string()))
	}

	pub(crate) fn incompatible_entry(
		&self,
		error: subxt::error::StorageError,
		what: String,
	) -> Error {
		use subxt::error::StorageError as E;
		match error {
			E::IncompatibleCodegen | E::PalletNameNotFound(_) | E::StorageEntryNotFound { .. } => {
				self.unknown(what)
			},
			other => other.into(),
		}
	}

	fn unknown(&self, what: String) -> Error {
		Error::Incompatible { spec_version: self.at.spec_version(), what }
	}

	/// Says that the chain does not know the call, if that is what is wrong.
	pub(crate) fn incompatible(
		&self,
		error: subxt::error::ExtrinsicError,
		call: &impl Payload,
	) -> Error {
		use subxt::error::ExtrinsicError as E;
		match error {
			E::IncompatibleCodegen | E::PalletNameNotFound(_) | E::CallNameNotFound { .. } => {
				self.unknown(format!("the call {}.{}", call.pallet_name(), call.call_name()))
			},
			other => other.into(),
		}
	}
}

impl std::fmt::Debug for View {
	fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
		write!(f, "View(#{})", self.number())
	}
}
