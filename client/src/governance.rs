// SPDX-License-Identifier: Apache-2.0

//! What the chain itself decides: motions of the technical committee, two thirds of which may
//! appoint and de-list providers and block investors.

use serde::Serialize;
use subxt::{tx::Payload, utils::H256, Metadata};

use crate::{
	account::Account,
	api, digest,
	error::{Error, Refusal, Result},
	keys::Signer,
	tx::Included,
	view::View,
	Client,
};

use api::{
	runtime_types::{sp_runtime::DispatchError, sp_weights::weight_v2::Weight},
	technical_committee::events,
};

/// A motion of the technical committee on which members vote.
#[derive(Debug, Clone, Serialize)]
pub struct Motion {
	/// The hash of the call, which names the motion.
	pub hash: H256,
	/// The motion's number.
	pub index: u32,
	/// How many must vote for it.
	pub threshold: u32,
	/// Who voted for it.
	pub ayes: Vec<Account>,
	/// Who voted against it.
	pub nays: Vec<Account>,
}

/// What became of a motion.
#[derive(Debug)]
pub enum Decision {
	/// It was carried, and its call was carried out.
	Carried(Box<Included>),
	/// It needs more votes.
	Pending(Motion),
}

impl View {
	/// The members of the technical committee.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn committee(&self) -> Result<Vec<Account>> {
		let members = self.get(api::storage().technical_committee().members(), ()).await?;
		Ok(members.unwrap_or_default().into_iter().map(Account::from).collect())
	}

	/// The open motions.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn motions(&self) -> Result<Vec<Motion>> {
		let storage = self.at.storage();
		let mut entries = storage.iter(api::storage().technical_committee().voting(), ()).await?;
		let mut motions = Vec::new();
		while let Some(entry) = entries.next().await {
			let entry = entry?;
			let (hash,) = entry.key()?.decode()?;
			let votes = entry.value().decode()?;
			motions.push(Motion {
				hash,
				index: votes.index,
				threshold: votes.threshold,
				ayes: votes.ayes.into_iter().map(Account::from).collect(),
				nays: votes.nays.into_iter().map(Account::from).collect(),
			});
		}
		motions.sort_by_key(|motion| motion.index);
		Ok(motions)
	}

	/// One open motion.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn motion(&self, hash: H256) -> Result<Option<Motion>> {
		Ok(self.motions().await?.into_iter().find(|motion| motion.hash == hash))
	}
}

impl Client {
	/// Has the committee decide on a call: makes the motion unless it is open already, votes for it
	/// with every key that is given, and closes it once enough have voted.
	///
	/// # Errors
	/// If a key is no member's, or the call of the carried motion is refused.
	pub async fn decide(&self, call: &impl Payload, members: &[Signer]) -> Result<Decision> {
		let view = self.head().await?;
		let committee = view.committee().await?;
		for member in members {
			if !committee.contains(member.account()) {
				return Err(Error::Invalid(format!(
					"{} is no member of the technical committee, whose two thirds decide this; its \
					 members are {}",
					member.account(),
					committee.iter().map(Account::to_string).collect::<Vec<_>>().join(", ")
				)));
			}
		}
		let Some((first, others)) = members.split_first() else {
			return Err(crate::keys::KeyError::Missing.into());
		};

		let inner = view.inner_call(call)?;
		let bytes = view.at.transactions().call_data(call)?;
		let hash = H256(digest(&bytes));
		let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
		if view.motion(hash).await?.is_none() {
			// Two thirds, rounded up.
			let members = u32::try_from(committee.len()).unwrap_or(u32::MAX);
			let threshold = members.saturating_mul(2).div_ceil(3);
			let propose = api::tx().technical_committee().propose(threshold, inner, length);
			if threshold < 2 {
				// One vote is enough, and the proposer's is given with the motion.
				return carried(self.send(&propose, first).await?);
			}
			let index = view
				.get(api::storage().technical_committee().proposal_count(), ())
				.await?
				.unwrap_or_default();
			let vote = api::tx().technical_committee().vote(hash, index, true);
			let both = vec![view.inner_call(&propose)?, view.inner_call(&vote)?];
			self.send(&api::tx().utility().batch_all(both), first).await?;
			return self.vote(hash, others).await;
		}
		self.vote(hash, members).await
	}

	/// Votes for an open motion with every key that is given, and closes it once enough have voted.
	///
	/// # Errors
	/// If there is no such motion, or the call of the carried motion is refused.
	pub async fn vote(&self, hash: H256, members: &[Signer]) -> Result<Decision> {
		let mut members = members.iter();
		loop {
			let view = self.head().await?;
			let motion = view.motion(hash).await?.ok_or_else(|| {
				Error::Invalid(format!(
					"there is no open motion {hash:?}; `cadastre motion list` shows those that are"
				))
			})?;
			let Some(member) = members.next() else { return Ok(Decision::Pending(motion)) };
			let mut ayes = motion.ayes.len();
			let mut steps = Vec::new();
			if !motion.ayes.contains(member.account()) {
				ayes += 1;
				let vote = api::tx().technical_committee().vote(hash, motion.index, true);
				steps.push(view.inner_call(&vote)?);
			}
			let enough = usize::try_from(motion.threshold).is_ok_and(|threshold| ayes >= threshold);
			if enough {
				let (weight, length) = view.cost_of_motion(hash).await?;
				let close =
					api::tx().technical_committee().close(hash, motion.index, weight, length);
				steps.push(view.inner_call(&close)?);
			}
			if steps.is_empty() {
				continue;
			}
			let included = self.send(&api::tx().utility().batch_all(steps), member).await?;
			if enough {
				return carried(included);
			}
		}
	}
}

impl View {
	/// The weight and the length of a motion's call, which whoever closes it must state.
	async fn cost_of_motion(&self, hash: H256) -> Result<(Weight, u32)> {
		use subxt::ext::scale_encode::EncodeAsType;
		let gone = || Error::Contradiction(format!("the motion {hash:?} has no call"));
		let call = self
			.get(api::storage().technical_committee().proposal_of(), (hash,))
			.await?
			.ok_or_else(gone)?;
		let metadata = self.at.metadata_ref();
		let bytes = call
			.encode_as_type(metadata.outer_enums().call_enum_ty(), metadata.types())
			.map_err(|_| gone())?;
		let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
		let question =
			api::runtime_apis().transaction_payment_call_api().query_call_info(call, length);
		Ok((self.ask(question).await?.weight, length))
	}
}

/// Looks into the motion's result: a motion that is carried and whose call fails is a success to
/// the chain.
fn carried(included: Included) -> Result<Decision> {
	let executed: events::Executed = included.event()?;
	match executed.result {
		Ok(()) => Ok(Decision::Carried(Box::new(included))),
		Err(error) => Err(Error::InnerRefused {
			what: "the motion".to_owned(),
			refusal: included.name_of(&error),
		}),
	}
}

impl Included {
	/// The name of an error that an event carries.
	fn name_of(&self, error: &DispatchError) -> Refusal {
		name_of(self.metadata(), error)
	}
}

/// The name of an error that an event or an entry carries.
pub(crate) fn name_of(metadata: &Metadata, error: &DispatchError) -> Refusal {
	match error {
		DispatchError::Module(module) => {
			Refusal::of_module(metadata, module.index, module.error[0])
		},
		DispatchError::Token(inner) => Refusal {
			name: format!("Token.{inner:?}"),
			explanation: "The payer cannot pay.".to_owned(),
		},
		other => Refusal {
			name: format!("{other:?}"),
			explanation: "The call could not be carried out.".to_owned(),
		},
	}
}
