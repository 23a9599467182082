// SPDX-License-Identifier: Apache-2.0

//! What the holders of an asset resolve: resolutions, votes, managers and the treasury.

use cadastre_primitives::{
	AssetId, Balance, CheckpointId, Choice, InvestorId, Moment, Next, Phase, ResolutionClass,
	ResolutionId, Split,
};
use codec::Encode;
use serde::{Serialize, Serializer};
use subxt::{
	ext::scale_decode::DecodeAsType,
	tx::Payload,
	utils::{Static, H256},
};

use crate::{
	account::Account,
	api,
	currency::{as_text, Currency},
	digest,
	error::{Error, Refusal, Result},
	governance::name_of,
	report::group,
	time::format_moment,
	view::View,
};

use api::runtime_types::{
	bounded_collections::bounded_vec::BoundedVec,
	cadastre_primitives::dao::{MotionInfo, MotionState, ResolutionInfo},
	frame_support::traits::preimages::Bounded,
	pallet_dao::types as chain,
	sp_arithmetic::per_things::Perbill,
	sp_weights::weight_v2::Weight,
};

/// The events of the pallet.
pub use api::dao::events;

/// How many resolutions to ask for at a time.
const PAGE: u32 = 32;

/// The longest call that a resolution carries in itself; a longer one is noted as a preimage first.
const INLINE: usize = 128;

/// What a commitment begins with.
const COMMITMENT: [u8; 19] = *b"cadastre/dao/ballot";

/// A motion: its choices, each with the call that it carries, in SCALE, if any.
pub type Choices = Vec<Option<Vec<u8>>>;

/// Where a motion is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MotionStage {
	/// The votes are not counted.
	Undecided,
	/// Too few voted, or no choice had the majority.
	Rejected,
	/// A choice that carries no call was adopted.
	Adopted {
		/// The choice.
		choice: u8,
	},
	/// A choice was adopted, and its call waits.
	Carried {
		/// The choice.
		choice: u8,
	},
	/// The call of the choice was executed.
	Executed {
		/// The choice.
		choice: u8,
	},
	/// The call of the choice failed; it can be tried again.
	Failed {
		/// The choice.
		choice: u8,
		/// Why.
		refusal: Refusal,
	},
}

impl MotionStage {
	/// Where the motion is, in words.
	pub fn sentence(&self) -> String {
		match self {
			Self::Undecided => "is not decided".to_owned(),
			Self::Rejected => "is rejected".to_owned(),
			Self::Adopted { choice } => format!("adopts choice {choice}"),
			Self::Carried { choice } => format!("adopts choice {choice}, which waits"),
			Self::Executed { choice } => format!("adopts choice {choice}, which is executed"),
			Self::Failed { choice, refusal } => {
				format!("adopts choice {choice}, which failed: {refusal}")
			},
		}
	}
}

/// A motion with its votes, in units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Motion {
	/// Where it is.
	pub state: MotionStage,
	/// The votes for each choice.
	#[serde(serialize_with = "as_texts")]
	pub choices: Vec<Balance>,
	/// The votes for none of the choices.
	#[serde(serialize_with = "as_text")]
	pub against: Balance,
	/// The votes that count for the quorum only.
	#[serde(serialize_with = "as_text")]
	pub abstained: Balance,
	/// How many votes are missing for the quorum.
	#[serde(serialize_with = "as_text")]
	pub missing_for_quorum: Balance,
	/// How many more votes the first of the choices needs for the majority.
	#[serde(serialize_with = "as_text")]
	pub missing_for_majority: Balance,
	/// The choice that would be adopted if the vote ended now.
	pub leading: Option<u8>,
}

impl Motion {
	/// What is missing, in words.
	pub fn missing(&self) -> String {
		match (self.missing_for_quorum, self.missing_for_majority) {
			(0, 0) => "nothing".to_owned(),
			(0, majority) => format!("{} for the majority", group(majority)),
			(quorum, 0) => format!("{} for the quorum", group(quorum)),
			(quorum, majority) => {
				format!("{} for the quorum, {} for the majority", group(quorum), group(majority))
			},
		}
	}
}

/// A resolution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Resolution {
	/// Whose holders resolve.
	pub asset: AssetId,
	/// Its number.
	pub resolution: ResolutionId,
	/// How much the holders must agree.
	pub class: ResolutionClass,
	/// Who proposed it.
	pub proposer: Account,
	/// BLAKE2b-256 of the text.
	pub digest: H256,
	/// Whether votes are committed first and revealed after.
	pub secret: bool,
	/// The manager whom it charges.
	pub accused: Option<Account>,
	/// Whose balances are the votes.
	pub checkpoint: CheckpointId,
	/// The units that could vote.
	#[serde(serialize_with = "as_text")]
	pub base: Balance,
	/// The votes that make the quorum.
	#[serde(serialize_with = "as_text")]
	pub quorum: Balance,
	/// Where it is.
	pub phase: Phase,
	/// What happens next.
	#[serde(serialize_with = "as_sentence")]
	pub next: Next,
	/// When it begins or ends by itself, or is too late.
	pub by: Option<Moment>,
	/// First second of the vote.
	pub voting_from: Moment,
	/// First second after the vote.
	pub voting_until: Moment,
	/// First second after the reveal.
	pub reveal_until: Moment,
	/// First second at which it can be executed.
	pub executable_from: Moment,
	/// First second at which it can be executed no more.
	pub executable_until: Moment,
	/// Its motions.
	pub motions: Vec<Motion>,
}

impl Resolution {
	/// What happens next, in words.
	pub fn what_next(&self) -> String {
		let at = self.by.map(format_moment).unwrap_or_default();
		match (self.next, self.by) {
			(Next::VoteBegins | Next::TimelockEnds, _) => {
				format!("{} at {at}", sentence(self.next))
			},
			(next, Some(_)) => format!("{} before {at}", sentence(next)),
			(next, None) => sentence(next).to_owned(),
		}
	}
}

fn sentence(next: Next) -> &'static str {
	match next {
		Next::VoteBegins => "the vote begins",
		Next::HoldersVote => "holders vote",
		Next::HoldersReveal => "holders reveal their votes",
		Next::AnyoneCloses => "anybody has it counted",
		Next::TimelockEnds => "the timelock ends",
		Next::AnyoneExecutes => "anybody has it executed",
		Next::AnyonePrunes => "anybody removes its records",
	}
}

fn as_sentence<S: Serializer>(next: &Next, serializer: S) -> std::result::Result<S::Ok, S::Error> {
	serializer.serialize_str(sentence(*next))
}

fn as_texts<S: Serializer>(
	amounts: &[Balance],
	serializer: S,
) -> std::result::Result<S::Ok, S::Error> {
	serializer.collect_seq(amounts.iter().map(Balance::to_string))
}

/// What a holder has to do with a resolution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Voter {
	/// The investor.
	pub investor: InvestorId,
	/// How many votes it has; 0 once they are counted.
	#[serde(serialize_with = "as_text")]
	pub power: Balance,
	/// Whether it may vote at all.
	pub may_vote: bool,
	/// How it voted.
	pub ballot: Option<Vec<Split>>,
	/// Whether it has committed to a vote and not revealed it.
	pub committed: bool,
	/// Who voted for it.
	pub voted_by: Option<InvestorId>,
	/// Who may vote for it.
	pub delegate: Option<InvestorId>,
}

/// What a manager, or who would like to be one, stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mandate {
	/// Whose.
	pub account: Account,
	/// What is held of the native token.
	#[serde(serialize_with = "as_text")]
	pub bond: Balance,
	/// How often the holders have found it at fault.
	pub strikes: u8,
	/// Where it is.
	pub status: MandateStatus,
}

/// Where a mandate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MandateStatus {
	/// Stands for election.
	Candidate,
	/// Manages the asset.
	Serving,
	/// Manages it no more; the bond can still be taken.
	Leaving {
		/// First second at which the bond is released.
		until: Moment,
	},
}

impl MandateStatus {
	/// Where the mandate is, in words.
	pub fn sentence(&self) -> String {
		match self {
			Self::Candidate => "stands for election".to_owned(),
			Self::Serving => "manages the asset".to_owned(),
			Self::Leaving { until } => {
				format!("has left; the bond can be taken until {}", format_moment(*until))
			},
		}
	}
}

impl From<chain::MandateStatus> for MandateStatus {
	fn from(status: chain::MandateStatus) -> Self {
		match status {
			chain::MandateStatus::Candidate => Self::Candidate,
			chain::MandateStatus::Serving => Self::Serving,
			chain::MandateStatus::Leaving { until } => Self::Leaving { until },
		}
	}
}

impl View {
	/// A resolution; none if there is none.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn resolution(
		&self,
		asset: AssetId,
		resolution: ResolutionId,
	) -> Result<Option<Resolution>> {
		let question = api::runtime_apis().dao_api().resolution(asset, resolution);
		Ok(self.ask(question).await?.map(|info| self.read_resolution(info)))
	}

	/// A resolution that must be there.
	///
	/// # Errors
	/// If there is no such resolution.
	pub async fn existing_resolution(
		&self,
		asset: AssetId,
		resolution: ResolutionId,
	) -> Result<Resolution> {
		self.resolution(asset, resolution).await?.ok_or_else(|| {
			Error::Invalid(format!(
				"asset {asset} has no resolution {resolution}; `cadastre resolution list {asset}` \
				 shows those that there are"
			))
		})
	}

	/// All resolutions of an asset, by their numbers.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn resolutions(&self, asset: AssetId) -> Result<Vec<Resolution>> {
		let mut all: Vec<Resolution> = Vec::new();
		loop {
			let after = all.last().map(|last| last.resolution);
			let question = api::runtime_apis().dao_api().resolutions(asset, after, PAGE);
			let page = self.ask(question).await?;
			if page.is_empty() {
				break;
			}
			all.extend(page.into_iter().map(|info| self.read_resolution(info)));
		}
		all.sort_by_key(|one| one.resolution);
		Ok(all)
	}

	fn read_resolution(&self, info: ResolutionInfo<subxt::utils::AccountId32>) -> Resolution {
		Resolution {
			asset: info.asset,
			resolution: info.id,
			class: info.class.0,
			proposer: info.proposer.into(),
			digest: info.digest,
			secret: info.secret,
			accused: info.accused.map(Account::from),
			checkpoint: info.checkpoint,
			base: info.base,
			quorum: info.quorum,
			phase: info.phase.0,
			next: info.deadline.next.0,
			by: info.deadline.by,
			voting_from: info.voting_from,
			voting_until: info.voting_until,
			reveal_until: info.reveal_until,
			executable_from: info.executable_from,
			executable_until: info.executable_until,
			motions: info.motions.0.into_iter().map(|motion| self.read_motion(motion)).collect(),
		}
	}

	fn read_motion(&self, info: MotionInfo) -> Motion {
		let state = match info.state {
			MotionState::Undecided => MotionStage::Undecided,
			MotionState::Rejected => MotionStage::Rejected,
			MotionState::Adopted { choice } => MotionStage::Adopted { choice },
			MotionState::Carried { choice } => MotionStage::Carried { choice },
			MotionState::Executed { choice } => MotionStage::Executed { choice },
			MotionState::Failed { choice, error } => {
				let refusal = name_of(self.at.metadata_ref(), &error);
				MotionStage::Failed { choice, refusal }
			},
		};
		Motion {
			state,
			choices: info.choices.0,
			against: info.against,
			abstained: info.abstained,
			missing_for_quorum: info.missing_for_quorum,
			missing_for_majority: info.missing_for_majority,
			leading: info.leading,
		}
	}

	/// What the investor behind a key has to do with a resolution; none if there is no such
	/// resolution or the account is no key.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn voter(
		&self,
		asset: AssetId,
		resolution: ResolutionId,
		who: &Account,
	) -> Result<Option<Voter>> {
		let question = api::runtime_apis().dao_api().voter(asset, resolution, who.id());
		Ok(self.ask(question).await?.map(|info| Voter {
			investor: info.investor,
			power: info.power,
			may_vote: info.may_vote,
			ballot: info.ballot.map(|ballot| ballot.0.into_iter().map(|split| split.0).collect()),
			committed: info.committed,
			voted_by: info.voted_by,
			delegate: info.delegate,
		}))
	}

	/// The call that a choice of a resolution carries, in words; none if it carries none.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn carried_call(
		&self,
		asset: AssetId,
		resolution: ResolutionId,
		motion: u8,
		choice: u8,
	) -> Result<Option<String>> {
		let question = api::view_functions().dao().carried_call(asset, resolution, motion, choice);
		Ok(self.view(question).await?.map(|bytes| self.describe(&bytes)))
	}

	/// A call in words.
	pub fn describe(&self, bytes: &[u8]) -> String {
		use api::runtime_types::{pallet_dao::pallet::Call as Dao, pallet_dividends::pallet::Call};
		let metadata = self.at.metadata_ref();
		let call = api::Call::decode_as_type(
			&mut &bytes[..],
			metadata.outer_enums().call_enum_ty(),
			metadata.types(),
		);
		match call {
			Ok(api::Call::Dao(Dao::appoint_manager { who, .. })) => {
				format!("appoint {} as the manager", Account::from(who))
			},
			Ok(api::Call::Dao(Dao::remove_manager { .. })) => "remove the manager".to_owned(),
			Ok(api::Call::Dao(Dao::strike_manager { who, part, .. })) => format!(
				"find the manager {} at fault and take {} of its bond",
				Account::from(who),
				per_cent(part.0)
			),
			Ok(api::Call::Dao(Dao::spend { currency, to, amount, .. })) => format!(
				"pay {} units of the currency {} to {}",
				group(amount),
				Currency::from(currency),
				Account::from(to)
			),
			Ok(api::Call::Dividends(Call::declare { currency, .. })) => {
				format!("declare a distribution in the currency {}", Currency::from(currency))
			},
			_ => format!("the call 0x{}", hex::encode(bytes)),
		}
	}

	/// The manager whom the holders of an asset have appointed.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn manager(&self, asset: AssetId) -> Result<Option<Account>> {
		Ok(self.ask(api::runtime_apis().dao_api().manager(asset)).await?.map(Account::from))
	}

	/// The mandate of an account for an asset.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn mandate(&self, asset: AssetId, who: &Account) -> Result<Option<Mandate>> {
		let question = api::view_functions().dao().mandate(asset, who.id());
		Ok(self.view(question).await?.map(|mandate| Mandate {
			account: who.clone(),
			bond: mandate.bond,
			strikes: mandate.strikes,
			status: mandate.status.into(),
		}))
	}

	/// All mandates for an asset.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn mandates(&self, asset: AssetId) -> Result<Vec<Mandate>> {
		let storage = self.at.storage();
		let mut entries = storage.iter(api::storage().dao().mandates(), (asset,)).await?;
		let mut all = Vec::new();
		while let Some(entry) = entries.next().await {
			let entry = entry?;
			let (_, account) = entry.key()?.decode()?;
			let mandate = entry.value().decode()?;
			all.push(Mandate {
				account: account.into(),
				bond: mandate.bond,
				strikes: mandate.strikes,
				status: mandate.status.into(),
			});
		}
		all.sort_by(|one, other| one.account.cmp(&other.account));
		Ok(all)
	}

	/// The least bond of a manager, in the native token's smallest unit.
	///
	/// # Errors
	/// If the chain has no rules for managers.
	pub fn least_bond(&self) -> Result<Balance> {
		Ok(self.at.constants().entry(api::constants().dao().rules())?.manager_bond)
	}

	/// The account of the treasury of an asset.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn treasury(&self, asset: AssetId) -> Result<Account> {
		Ok(self.ask(api::runtime_apis().dao_api().treasury_account(asset)).await?.into())
	}

	/// A call in SCALE, such as a choice carries it.
	///
	/// # Errors
	/// If the chain does not know the call.
	pub fn call_bytes(&self, call: &impl Payload) -> Result<Vec<u8>> {
		let transactions = self.at.transactions();
		transactions.validate(call).map_err(|error| self.incompatible(error, call))?;
		Ok(transactions.call_data(call)?)
	}

	/// What the chain says a holder commits to: the same as [`commitment`].
	///
	/// # Errors
	/// If the node does not answer. Whoever runs it learns the ballot.
	pub async fn chains_commitment(
		&self,
		asset: AssetId,
		resolution: ResolutionId,
		investor: InvestorId,
		ballot: &[Split],
		salt: [u8; 32],
	) -> Result<H256> {
		let question = api::view_functions().dao().commitment(
			asset,
			resolution,
			investor,
			bounded(ballot),
			H256(salt),
		);
		self.view(question).await
	}
}

/// A part in billionths as per cent.
fn per_cent(billionths: u32) -> String {
	let whole = billionths / 10_000_000;
	match billionths % 10_000_000 {
		0 => format!("{whole} %"),
		rest => format!("{whole}.{} %", format!("{rest:07}").trim_end_matches('0')),
	}
}

fn bounded(ballot: &[Split]) -> BoundedVec<Static<Split>> {
	BoundedVec(ballot.iter().map(|split| Static(*split)).collect())
}

/// What a holder commits to on a secret ballot. Computed here, so that no node sees the ballot.
pub fn commitment(
	asset: AssetId,
	resolution: ResolutionId,
	investor: InvestorId,
	ballot: &[Split],
	salt: [u8; 32],
) -> [u8; 32] {
	digest(&(COMMITMENT, asset, resolution, investor, ballot, salt).encode())
}

/// A ballot that is written in parts, joined by `,`: each `motion:choice`, or `motion:choice:votes`
/// for a part of the votes. A choice is a number, `against` or `abstain`; `yes` and `no` are the first
/// choice and `against`. `motion:` may be left out of the only motion.
///
/// # Errors
/// If it is not written so. The text says what is taken.
pub fn parse_ballot(text: &str) -> Result<Vec<Split>, String> {
	let parts = text.split(',').map(str::trim).map(|part| {
		let wrong = || {
			format!(
				"\"{part}\" is no part of a ballot; write yes, no, abstain or the number of a \
				 choice, with the number of the motion and : before it if there are several, and : \
				 and a number of votes behind it for a part of them"
			)
		};
		let fields: Vec<_> = part.split(':').collect();
		let (motion, choice, votes) = match fields[..] {
			[choice] => ("0", choice, None),
			[motion, choice] => (motion, choice, None),
			[motion, choice, votes] => (motion, choice, Some(votes)),
			_ => return Err(wrong()),
		};
		let choice = match choice {
			"yes" | "for" => Choice::For(0),
			"no" | "against" => Choice::Against,
			"abstain" => Choice::Abstain,
			number => Choice::For(number.parse().map_err(|_| wrong())?),
		};
		Ok(Split {
			motion: motion.parse().map_err(|_| wrong())?,
			choice,
			votes: votes.map(str::parse).transpose().map_err(|_| wrong())?,
		})
	});
	let splits = parts.collect::<Result<Vec<_>, _>>()?;
	if splits.len() > cadastre_primitives::MAX_SPLITS as usize {
		return Err(format!("a ballot has at most {} parts", cadastre_primitives::MAX_SPLITS));
	}
	Ok(splits)
}

/// A part of a ballot, in words.
pub fn write_split(split: &Split) -> String {
	let choice = match split.choice {
		Choice::For(choice) => format!("choice {choice}"),
		Choice::Against => "against".to_owned(),
		Choice::Abstain => "abstain".to_owned(),
	};
	let votes = split.votes.map_or_else(|| "all".to_owned(), group);
	format!("motion {}: {votes} for {choice}", split.motion)
}

/// The preimages that must be noted before motions are proposed: of calls that are too long to stand
/// in them.
pub fn preimages(motions: &[Choices]) -> Vec<impl Payload> {
	let calls = motions.iter().flatten().flatten();
	calls
		.filter(|call| call.len() > INLINE)
		.map(|call| api::tx().preimage().note_preimage(call.clone()))
		.collect()
}

/// Announces a resolution. Signed by a voting key of a holder.
pub fn propose(
	asset: AssetId,
	class: ResolutionClass,
	text: [u8; 32],
	secret: bool,
	motions: &[Choices],
) -> impl Payload {
	let call = |call: &Vec<u8>| match u32::try_from(call.len()) {
		Ok(len) if call.len() > INLINE => Bounded::Lookup { hash: H256(digest(call)), len },
		_ => Bounded::Inline(BoundedVec(call.clone())),
	};
	let choices =
		|motion: &Choices| BoundedVec(motion.iter().map(|one| one.as_ref().map(call)).collect());
	let motions = BoundedVec(motions.iter().map(choices).collect());
	api::tx().dao().propose(asset, Static(class), H256(text), secret, motions)
}

/// Takes a resolution back. Signed by its proposer, before the vote.
pub fn withdraw(asset: AssetId, resolution: ResolutionId) -> impl Payload {
	api::tx().dao().withdraw(asset, resolution)
}

/// Votes. Signed by a voting key.
pub fn vote(asset: AssetId, resolution: ResolutionId, ballot: &[Split]) -> impl Payload {
	api::tx().dao().vote(asset, resolution, bounded(ballot))
}

/// Votes for holders who have delegated. Signed by a voting key of the delegate.
pub fn vote_for(
	asset: AssetId,
	resolution: ResolutionId,
	holders: Vec<InvestorId>,
	ballot: &[Split],
) -> impl Payload {
	api::tx().dao().vote_for(asset, resolution, BoundedVec(holders), bounded(ballot))
}

/// Takes a vote or a commitment back. Signed by a voting key.
pub fn retract(asset: AssetId, resolution: ResolutionId) -> impl Payload {
	api::tx().dao().retract(asset, resolution)
}

/// Lets another investor vote. Signed by a voting key.
pub fn delegate(asset: AssetId, to: InvestorId) -> impl Payload {
	api::tx().dao().delegate(asset, to)
}

/// Ends a delegation. Signed by a voting key of the holder, or by who paid for it.
pub fn undelegate(asset: AssetId, investor: InvestorId) -> impl Payload {
	api::tx().dao().undelegate(asset, investor)
}

/// Commits to a vote on a secret ballot. Signed by a voting key.
pub fn commit(asset: AssetId, resolution: ResolutionId, digest: [u8; 32]) -> impl Payload {
	api::tx().dao().commit(asset, resolution, H256(digest))
}

/// Reveals a vote on a secret ballot. Signed by a voting key.
pub fn reveal(
	asset: AssetId,
	resolution: ResolutionId,
	ballot: &[Split],
	salt: [u8; 32],
) -> impl Payload {
	api::tx().dao().reveal(asset, resolution, bounded(ballot), H256(salt))
}

/// Has the votes counted. Signed by anybody, after the vote.
pub fn close(asset: AssetId, resolution: ResolutionId) -> impl Payload {
	api::tx().dao().close(asset, resolution)
}

/// Has the call of an adopted choice dispatched. Signed by anybody, in the period of grace. The call
/// may weigh as much as `bound` says: picoseconds and bytes of proof.
pub fn execute(
	asset: AssetId,
	resolution: ResolutionId,
	motion: u8,
	bound: (u64, u64),
) -> impl Payload {
	let bound = Weight { ref_time: bound.0, proof_size: bound.1 };
	api::tx().dao().execute(asset, resolution, motion, bound)
}

/// Stops what was adopted. Decided by the supervisor.
pub fn veto(asset: AssetId, resolution: ResolutionId, reason: [u8; 32]) -> impl Payload {
	api::tx().dao().veto(asset, resolution, H256(reason))
}

/// Removes records of votes, and the resolution when it is old. Signed by anybody.
pub fn prune(asset: AssetId, resolution: ResolutionId, limit: u32) -> impl Payload {
	api::tx().dao().prune(asset, resolution, limit)
}

/// Pays money into the treasury of an asset. Signed by anybody.
pub fn fund(asset: AssetId, currency: Currency, amount: Balance) -> impl Payload {
	api::tx().dao().fund(asset, currency.into(), amount)
}

/// Spends money of the treasury. Resolved by the holders.
pub fn spend(asset: AssetId, currency: Currency, to: &Account, amount: Balance) -> impl Payload {
	api::tx().dao().spend(asset, currency.into(), to.id(), amount)
}

/// Stands for election as the manager of an asset. Signed by the candidate.
pub fn stand(asset: AssetId, bond: Balance) -> impl Payload {
	api::tx().dao().stand(asset, bond)
}

/// Withdraws as a candidate, or resigns as the manager. Signed by it.
pub fn resign(asset: AssetId) -> impl Payload {
	api::tx().dao().resign(asset)
}

/// Appoints a candidate as the manager. Resolved by the holders.
pub fn appoint_manager(asset: AssetId, who: &Account) -> impl Payload {
	api::tx().dao().appoint_manager(asset, who.id())
}

/// Removes the manager. Resolved by the holders.
pub fn remove_manager(asset: AssetId) -> impl Payload {
	api::tx().dao().remove_manager(asset)
}

/// Charges a manager, for a part of its bond in billionths. Signed by a voting key of a holder.
pub fn challenge_manager(
	asset: AssetId,
	accused: &Account,
	charge: [u8; 32],
	part_billionths: u32,
) -> impl Payload {
	api::tx().dao().challenge_manager(asset, accused.id(), H256(charge), Perbill(part_billionths))
}

/// Finds a manager at fault, for a part of its bond in billionths. Resolved by the holders.
pub fn strike_manager(asset: AssetId, who: &Account, part_billionths: u32) -> impl Payload {
	api::tx().dao().strike_manager(asset, who.id(), Perbill(part_billionths))
}

/// Releases the bond of a manager that has left. Signed by anybody.
pub fn release_bond(asset: AssetId, who: &Account) -> impl Payload {
	api::tx().dao().release_bond(asset, who.id())
}

#[cfg(test)]
mod tests {
	use super::*;

	fn split(motion: u8, choice: Choice, votes: Option<Balance>) -> Split {
		Split { motion, choice, votes }
	}

	#[test]
	fn ballots_are_read_as_people_write_them() {
		for (text, splits) in [
			("yes", vec![split(0, Choice::For(0), None)]),
			("no", vec![split(0, Choice::Against, None)]),
			("3", vec![split(0, Choice::For(3), None)]),
			("1:abstain", vec![split(1, Choice::Abstain, None)]),
			(
				"0:yes:60, 0:no",
				vec![split(0, Choice::For(0), Some(60)), split(0, Choice::Against, None)],
			),
		] {
			assert_eq!(parse_ballot(text), Ok(splits), "{text}");
		}
		for wrong in ["", "maybe", "1:2:3:4", "256", "0:yes:-1", "yes,,no"] {
			let error = parse_ballot(wrong).unwrap_err();
			assert!(error.contains("is no part of a ballot"), "{error}");
		}
		let nine = ["yes"; 9].join(",");
		assert_eq!(parse_ballot(&nine), Err("a ballot has at most 8 parts".to_owned()));
	}

	#[test]
	fn a_commitment_depends_on_every_part() {
		let ballot = [split(0, Choice::For(0), None)];
		let one = commitment(1, 2, 3, &ballot, [4; 32]);
		let others = [
			commitment(9, 2, 3, &ballot, [4; 32]),
			commitment(1, 9, 3, &ballot, [4; 32]),
			commitment(1, 2, 9, &ballot, [4; 32]),
			commitment(1, 2, 3, &[split(0, Choice::Against, None)], [4; 32]),
			commitment(1, 2, 3, &ballot, [9; 32]),
		];
		assert!(others.iter().all(|other| *other != one));
		assert_eq!(one, commitment(1, 2, 3, &ballot, [4; 32]));
	}

	#[test]
	fn parts_are_written_in_per_cent() {
		for (billionths, text) in
			[(0, "0 %"), (500_000_000, "50 %"), (125_000_000, "12.5 %"), (1, "0.0000001 %")]
		{
			assert_eq!(per_cent(billionths), text);
		}
	}

	#[test]
	fn only_long_calls_are_noted_first() {
		let motions = [vec![Some(vec![0; INLINE]), None], vec![Some(vec![0; INLINE + 1])]];
		assert_eq!(preimages(&motions).len(), 1);
	}
}
