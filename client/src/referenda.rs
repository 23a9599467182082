// SPDX-License-Identifier: Apache-2.0

//! Referenda: what token holders decide about the chain, by track.

use cadastre_primitives::Balance;
use codec::Decode as _;
use serde::Serialize;
use subxt::{
	ext::{
		scale_decode::DecodeAsType,
		scale_value::{stringify, Value},
	},
	tx::Payload,
	utils::H256,
};

use crate::{
	account::Account,
	api, digest,
	error::{Error, Result},
	keys::Signer,
	tx::Included,
	view::View,
	Client,
};

use api::runtime_types::{
	cadastre_runtime::{
		configs::chain_governance::origins::pallet_custom_origins::Origin, OriginCaller,
	},
	frame_support::{
		dispatch::RawOrigin,
		traits::{preimages::Bounded, schedule::DispatchTime},
	},
	pallet_conviction_voting::{
		conviction::Conviction,
		vote::{AccountVote, Vote},
	},
	pallet_referenda::types::{Curve, ReferendumInfo, TrackDetails},
};

/// The events of the pallet.
pub use api::referenda::events;

/// Number of a referendum.
pub type ReferendumIndex = u32;

/// A billion: the whole of a part.
const WHOLE: f64 = 1_000_000_000.0;

/// The times that a vote without conviction counts a tenth, and the others once to six times.
pub const MAX_CONVICTION: u8 = 6;

/// A track of referenda. Periods are blocks of the relay chain.
#[derive(Debug, Clone, Serialize)]
pub struct Track {
	/// Its number.
	pub id: u16,
	/// Its name, which is that of its origin.
	pub name: String,
	/// What deciding costs until it is decided, in the smallest unit of the native token.
	pub decision_deposit: Balance,
	/// How long a referendum waits at least before it is decided.
	pub prepare_period: u32,
	/// How long it can be decided.
	pub decision_period: u32,
	/// How long it must stay above the curves.
	pub confirm_period: u32,
	/// How long it takes at least from the approval to the call.
	pub min_enactment_period: u32,
	#[serde(skip)]
	approval: Curve,
	#[serde(skip)]
	support: Curve,
}

/// How a referendum stands, in parts of a whole.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Standing {
	/// The part of the votes that is for it.
	pub approval: f64,
	/// The part that it needs now.
	pub approval_needed: f64,
	/// The part of all tokens that voted for it or abstained.
	pub support: f64,
	/// The part that it needs now.
	pub support_needed: f64,
}

impl Standing {
	/// Whether it would be approved if it stayed so.
	pub fn passes(&self) -> bool {
		self.approval >= self.approval_needed && self.support >= self.support_needed
	}
}

/// Where a referendum is.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
	/// Nobody has placed the deposit for the decision; it times out at a block of the relay chain.
	NoDeposit {
		/// That block.
		times_out: u32,
	},
	/// It is prepared until a block of the relay chain, or waits until its track has room.
	Preparing {
		/// That block.
		until: u32,
	},
	/// It is decided until a block of the relay chain.
	Deciding {
		/// That block.
		until: u32,
	},
	/// It is above the curves, and approved at a block of the relay chain if it stays so.
	Confirming {
		/// That block.
		until: u32,
	},
	/// It was approved. Its call is enacted by itself.
	Approved,
	/// It was rejected.
	Rejected,
	/// It was cancelled.
	Cancelled,
	/// It was never decided.
	TimedOut,
	/// It was killed, and its deposits are gone.
	Killed,
}

/// A referendum.
#[derive(Debug, Clone, Serialize)]
pub struct Referendum {
	/// Its number.
	pub index: ReferendumIndex,
	/// Its track; none once it is decided.
	pub track: Option<Track>,
	/// The hash of its call; none once it is decided.
	pub call: Option<H256>,
	/// Where it is.
	pub stage: Stage,
	/// Its votes, while it has any.
	pub standing: Option<Standing>,
	/// How many votes are for it, with conviction, in the smallest unit of the native token.
	pub ayes: Balance,
	/// How many votes are against it.
	pub nays: Balance,
}

impl Referendum {
	/// What it lacks, in a sentence each; empty if nothing.
	pub fn missing(&self) -> Vec<String> {
		let mut missing = Vec::new();
		if let Stage::NoDeposit { times_out } = self.stage {
			missing.push(format!(
				"The decision deposit: it is not decided, and times out at relay block {times_out}. \
				 `cadastre referendum deposit {}` places it.",
				self.index
			));
		}
		if let Some(standing) = self.standing {
			let percent = |part: f64| format!("{:.2} %", part * 100.0);
			if standing.approval < standing.approval_needed {
				missing.push(format!(
					"Approval: {} of the votes are for it, and {} are needed now.",
					percent(standing.approval),
					percent(standing.approval_needed)
				));
			}
			if standing.support < standing.support_needed {
				missing.push(format!(
					"Support: {} of all tokens voted for it, and {} are needed now.",
					percent(standing.support),
					percent(standing.support_needed)
				));
			}
		}
		missing
	}
}

/// A part of a whole as the chain has it, for people to read.
fn part(billionths: u32) -> f64 {
	f64::from(billionths) / WHOLE
}

/// What a curve asks for at a part of the decision period, for people to read: the chain's own
/// arithmetic rounds at the ninth digit.
fn threshold(curve: &Curve, at: f64) -> f64 {
	// 64 bits of a fixed point number with nine digits are exact below 2^53 billionths.
	#[allow(clippy::cast_precision_loss)]
	let fixed = |inner: i64| inner as f64 / WHOLE;
	match curve {
		Curve::LinearDecreasing { length, floor, ceil } => {
			let (length, floor, ceil) = (part(length.0), part(floor.0), part(ceil.0));
			ceil - at.min(length) / length * (ceil - floor)
		},
		Curve::SteppedDecreasing { begin, end, step, period } => {
			let steps = (at / part(period.0)).floor();
			(part(begin.0) - steps * part(step.0)).max(part(end.0))
		},
		Curve::Reciprocal { factor, x_offset, y_offset } => {
			(fixed(factor.0) / (at + fixed(x_offset.0)) + fixed(y_offset.0)).clamp(0.0, 1.0)
		},
	}
}

/// One number as a part of another, for people to read.
#[allow(clippy::cast_precision_loss)]
fn ratio(number: Balance, of: Balance) -> f64 {
	if of == 0 {
		0.0
	} else {
		number as f64 / of as f64
	}
}

impl From<(u16, TrackDetails<Balance, u32, String>)> for Track {
	fn from((id, track): (u16, TrackDetails<Balance, u32, String>)) -> Self {
		Self {
			id,
			name: track.name.trim_end_matches('\0').to_owned(),
			decision_deposit: track.decision_deposit,
			prepare_period: track.prepare_period,
			decision_period: track.decision_period,
			confirm_period: track.confirm_period,
			min_enactment_period: track.min_enactment_period,
			approval: track.min_approval,
			support: track.min_support,
		}
	}
}

impl Track {
	/// The origin that its referenda have.
	///
	/// # Errors
	/// If this program does not know it.
	fn origin(&self) -> Result<OriginCaller> {
		let own = match self.name.as_str() {
			"root" => return Ok(OriginCaller::system(RawOrigin::Root)),
			"whitelisted_caller" => Origin::WhitelistedCaller,
			"treasurer" => Origin::Treasurer,
			"compliance_admin" => Origin::ComplianceAdmin,
			"asset_admin" => Origin::AssetAdmin,
			"model_admin" => Origin::ModelAdmin,
			"referendum_canceller" => Origin::ReferendumCanceller,
			"referendum_killer" => Origin::ReferendumKiller,
			other => {
				return Err(Error::Invalid(format!(
					"this program does not know the origin of the track {other}"
				)))
			},
		};
		Ok(OriginCaller::Origins(own))
	}
}

impl View {
	/// The tracks, with their periods at the pace of this chain.
	///
	/// # Errors
	/// If the chain has no tracks that this program understands.
	pub fn tracks(&self) -> Result<Vec<Track>> {
		// The chain computes the constants of its metadata from its state, so that these are at its
		// pace already.
		let constant = api::constants().referenda().tracks();
		let tracks = self.at.constants().entry(constant)?;
		Ok(tracks.into_iter().map(Track::from).collect())
	}

	/// A track by its name.
	///
	/// # Errors
	/// If there is none.
	pub fn track(&self, name: &str) -> Result<Track> {
		let tracks = self.tracks()?;
		let names: Vec<_> = tracks.iter().map(|track| track.name.clone()).collect();
		tracks.into_iter().find(|track| track.name == name).ok_or_else(|| {
			Error::Invalid(format!("there is no track {name}; the tracks are {}", names.join(", ")))
		})
	}

	/// The block of the relay chain that periods are counted by.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn relay_block(&self) -> Result<u32> {
		let block = api::storage().parachain_system().last_relay_chain_block_number();
		Ok(self.get(block, ()).await?.unwrap_or_default())
	}

	/// All referenda that there were and are.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn referenda(&self) -> Result<Vec<Referendum>> {
		let count = self.get(api::storage().referenda().referendum_count(), ()).await?;
		let mut referenda = Vec::new();
		for index in 0..count.unwrap_or_default() {
			referenda.extend(self.referendum(index).await?);
		}
		Ok(referenda)
	}

	/// One referendum.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn referendum(&self, index: ReferendumIndex) -> Result<Option<Referendum>> {
		let entry = api::storage().referenda().referendum_info_for();
		let Some(info) = self.get(entry, (index,)).await? else { return Ok(None) };
		let over = |stage| Referendum {
			index,
			track: None,
			call: None,
			stage,
			standing: None,
			ayes: 0,
			nays: 0,
		};
		let status = match info {
			ReferendumInfo::Ongoing(status) => status,
			ReferendumInfo::Approved(..) => return Ok(Some(over(Stage::Approved))),
			ReferendumInfo::Rejected(..) => return Ok(Some(over(Stage::Rejected))),
			ReferendumInfo::Cancelled(..) => return Ok(Some(over(Stage::Cancelled))),
			ReferendumInfo::TimedOut(..) => return Ok(Some(over(Stage::TimedOut))),
			ReferendumInfo::Killed(..) => return Ok(Some(over(Stage::Killed))),
		};
		let track = self.tracks()?.into_iter().find(|track| track.id == status.track);
		let track = track.ok_or_else(|| {
			Error::Contradiction(format!("referendum {index} is on the unknown {}", status.track))
		})?;
		let since = status.deciding.as_ref().map(|deciding| deciding.since);
		let stage = match status.deciding {
			Some(deciding) => match deciding.confirming {
				Some(until) => Stage::Confirming { until },
				None => {
					let until = deciding.since.saturating_add(track.decision_period);
					Stage::Deciding { until }
				},
			},
			None if status.decision_deposit.is_none() => {
				let constant = api::constants().referenda().undeciding_timeout();
				let timeout = self.at.constants().entry(constant)?;
				Stage::NoDeposit { times_out: status.submitted.saturating_add(timeout) }
			},
			None => {
				Stage::Preparing { until: status.submitted.saturating_add(track.prepare_period) }
			},
		};
		let elapsed = match since {
			Some(since) => self.relay_block().await?.saturating_sub(since),
			None => 0,
		};
		let at = (f64::from(elapsed) / f64::from(track.decision_period.max(1))).min(1.0);
		let (ayes, nays) = (status.tally.ayes, status.tally.nays);
		let standing = Standing {
			approval: ratio(ayes, ayes.saturating_add(nays)),
			approval_needed: threshold(&track.approval, at),
			support: ratio(status.tally.support, self.active_issuance().await?),
			support_needed: threshold(&track.support, at),
		};
		let call = match status.proposal {
			Bounded::Legacy { hash, .. } | Bounded::Lookup { hash, .. } => hash,
			Bounded::Inline(bytes) => H256(digest(&bytes.0)),
			Bounded::__Ignore(_) => {
				return Err(Error::Contradiction(format!("referendum {index} has no call")))
			},
		};
		Ok(Some(Referendum {
			index,
			track: Some(track),
			call: Some(call),
			stage,
			standing: Some(standing),
			ayes,
			nays,
		}))
	}

	/// The tokens that can vote, in the smallest unit.
	async fn active_issuance(&self) -> Result<Balance> {
		let total = self.get(api::storage().balances().total_issuance(), ()).await?;
		let inactive = self.get(api::storage().balances().inactive_issuance(), ()).await?;
		Ok(total.unwrap_or_default().saturating_sub(inactive.unwrap_or_default()))
	}

	/// The name of an encoded call, as `pallet.call`.
	///
	/// # Errors
	/// If the chain has no such call.
	pub fn name_of_call(&self, bytes: &[u8]) -> Result<String> {
		let metadata = self.at.metadata_ref();
		let mut rest = bytes;
		let call = metadata.outer_enums().call_enum_ty();
		let wrong = |why: String| Error::Invalid(format!("this is no call of the chain: {why}"));
		api::Call::decode_as_type(&mut rest, call, metadata.types())
			.map_err(|error| wrong(error.to_string()))?;
		if !rest.is_empty() {
			return Err(wrong(format!("{} bytes are left over", rest.len())));
		}
		let (pallet, index) =
			<(u8, u8)>::decode(&mut &bytes[..]).map_err(|_| wrong("it is too short".to_owned()))?;
		let name = metadata.pallet_by_call_index(pallet).and_then(|pallet| {
			let variant = pallet.call_variant_by_index(index)?;
			Some(format!("{}.{}", pallet.name(), variant.name))
		});
		name.ok_or_else(|| wrong("it has no name".to_owned()))
	}

	/// The bytes of a call, from its name and its arguments as people write them: numbers, texts in
	/// quotes, accounts, bytes as `0x…`, `Variant`, `Variant(…)`, `{ field: value }`, `(a, list)`.
	///
	/// # Errors
	/// If the chain has no such call, or an argument is not what it takes.
	pub fn call_of_text(&self, name: &str, arguments: &[String]) -> Result<Vec<u8>> {
		let wrong = |why: String| Error::Invalid(format!("{name}: {why}"));
		let (pallet, call) =
			name.split_once('.').ok_or_else(|| wrong("write it as Pallet.call".to_owned()))?;
		let metadata = self.at.metadata_ref();
		let variant = metadata
			.pallet_by_name(pallet)
			.and_then(|pallet| pallet.call_variant_by_name(call))
			.ok_or_else(|| wrong("the chain has no such call".to_owned()))?;
		let fields: Vec<_> = variant
			.fields
			.iter()
			.map(|field| {
				let name = field.name.as_deref().unwrap_or_default();
				format!("{name} ({})", field.type_name.as_deref().unwrap_or("of some type"))
			})
			.collect();
		if fields.len() != arguments.len() {
			return Err(wrong(format!(
				"it takes {} arguments, not {}: {}",
				fields.len(),
				arguments.len(),
				fields.join(", ")
			)));
		}
		let mut values = Vec::new();
		for (field, text) in fields.iter().zip(arguments) {
			values.push(value_of_text(text).map_err(|why| wrong(format!("{field}: {why}")))?);
		}
		let payload = subxt::dynamic::tx(pallet, call, values);
		let bytes = self.at.transactions().call_data(&payload);
		bytes.map_err(|error| wrong(format!("{error}; it takes {}", fields.join(", "))))
	}

	/// The two calls that refer a call to the voters of a track, as one: note its preimage, and
	/// submit.
	///
	/// # Errors
	/// If this program does not know the track's origin.
	pub fn refer(&self, track: &Track, call: &[u8], enact_after: u32) -> Result<impl Payload> {
		let hash = H256(digest(call));
		let len = u32::try_from(call.len()).unwrap_or(u32::MAX);
		let note = api::tx().preimage().note_preimage(call.to_vec());
		let submit = api::tx().referenda().submit(
			track.origin()?,
			Bounded::Lookup { hash, len },
			DispatchTime::After(enact_after),
		);
		let both = vec![self.inner_call(&note)?, self.inner_call(&submit)?];
		Ok(api::tx().utility().batch_all(both))
	}

	/// The calls that take back both deposits of a referendum, as far as they can be taken.
	///
	/// # Errors
	/// If the chain does not know the calls.
	pub fn refund(&self, index: ReferendumIndex) -> Result<impl Payload> {
		let decision = api::tx().referenda().refund_decision_deposit(index);
		let submission = api::tx().referenda().refund_submission_deposit(index);
		let both = vec![self.inner_call(&decision)?, self.inner_call(&submission)?];
		// One without the other: that for the submission stays if it was rejected.
		Ok(api::tx().utility().force_batch(both))
	}
}

impl Client {
	/// Refers a call to the voters of a track. Answers the number of the referendum, which is decided
	/// once somebody has placed its deposit.
	///
	/// # Errors
	/// If there is no such track, or the chain refuses the call.
	pub async fn refer(
		&self,
		track: &str,
		call: &impl Payload,
		signer: &Signer,
	) -> Result<(ReferendumIndex, Included)> {
		let view = self.head().await?;
		let refer = view.refer(&view.track(track)?, &view.call_bytes(call)?, 0)?;
		let included = self.send(&refer, signer).await?;
		let submitted: events::Submitted = included.event()?;
		Ok((submitted.index, included))
	}
}

/// Places the deposit without which a referendum is not decided.
pub fn place_deposit(index: ReferendumIndex) -> impl Payload {
	api::tx().referenda().place_decision_deposit(index)
}

/// Votes with an amount of tokens, in the smallest unit.
///
/// # Errors
/// If there is no such conviction.
pub fn vote(
	index: ReferendumIndex,
	aye: bool,
	amount: Balance,
	conviction: u8,
) -> Result<impl Payload> {
	// As the chain packs it: the side in the highest bit, the conviction below.
	self::conviction(conviction)?;
	let vote = Vote(if aye { 0b1000_0000 | conviction } else { conviction });
	let vote = AccountVote::Standard { vote, balance: amount };
	Ok(api::tx().conviction_voting().vote(index, vote))
}

/// Takes a vote back.
pub fn remove_vote(index: ReferendumIndex) -> impl Payload {
	api::tx().conviction_voting().remove_vote(None, index)
}

/// Lets somebody else vote on a track with an amount of tokens, in the smallest unit.
///
/// # Errors
/// If there is no such conviction.
pub fn delegate(
	track: &Track,
	to: &Account,
	amount: Balance,
	conviction: u8,
) -> Result<impl Payload> {
	let conviction = self::conviction(conviction)?;
	Ok(api::tx().conviction_voting().delegate(track.id, to.id().into(), conviction, amount))
}

/// Ends a delegation.
pub fn undelegate(track: &Track) -> impl Payload {
	api::tx().conviction_voting().undelegate(track.id)
}

/// Frees the tokens of a track whose time of lock is over.
pub fn unlock(track: &Track, whose: &Account) -> impl Payload {
	api::tx().conviction_voting().unlock(track.id, whose.id().into())
}

/// A value as people write it.
fn value_of_text(text: &str) -> std::result::Result<Value, String> {
	let (value, rest) = stringify::from_str_custom()
		.add_custom_parser(stringify::custom_parsers::parse_hex)
		.add_custom_parser(stringify::custom_parsers::parse_ss58)
		.add_custom_parser(|rest| variant(rest).map(Ok))
		.parse(text);
	let value = value.map_err(|error| error.to_string())?;
	if rest.trim().is_empty() {
		Ok(value)
	} else {
		Err(format!("\"{rest}\" is left over"))
	}
}

/// A name alone is a variant without fields, such as `RealEstate` or `None`.
fn variant(rest: &mut &str) -> Option<Value> {
	let end = rest.find(|char: char| !char.is_ascii_alphanumeric() && char != '_');
	let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
	let has_fields = after.trim_start().starts_with(['(', '{']);
	if !name.starts_with(|char: char| char.is_ascii_uppercase()) || has_fields {
		return None;
	}
	*rest = after;
	Some(Value::unnamed_variant(name, []))
}

fn conviction(number: u8) -> Result<Conviction> {
	Ok(match number {
		0 => Conviction::None,
		1 => Conviction::Locked1x,
		2 => Conviction::Locked2x,
		3 => Conviction::Locked3x,
		4 => Conviction::Locked4x,
		5 => Conviction::Locked5x,
		MAX_CONVICTION => Conviction::Locked6x,
		other => {
			return Err(Error::Invalid(format!(
				"there is no conviction {other}: it is a number from 0 to {MAX_CONVICTION}"
			)))
		},
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use api::runtime_types::sp_arithmetic::{fixed_point::FixedI64, per_things::Perbill};

	fn percent(part: f64) -> f64 {
		(part * 1_000.0).round() / 10.0
	}

	#[test]
	fn curves_are_those_of_the_chain() {
		let linear = Curve::LinearDecreasing {
			length: Perbill(1_000_000_000),
			floor: Perbill(0),
			ceil: Perbill(500_000_000),
		};
		let at = |curve: &Curve| [0.0, 0.25, 0.5, 1.0].map(|at| percent(threshold(curve, at)));
		assert_eq!(at(&linear), [50.0, 37.5, 25.0, 0.0]);
		let stepped = Curve::SteppedDecreasing {
			begin: Perbill(800_000_000),
			end: Perbill(300_000_000),
			step: Perbill(200_000_000),
			period: Perbill(250_000_000),
		};
		assert_eq!(at(&stepped), [80.0, 60.0, 40.0, 30.0]);
		// From 100 % to 50 %: 1 / (x + 1) + 0.
		let reciprocal = Curve::Reciprocal {
			factor: FixedI64(1_000_000_000),
			x_offset: FixedI64(1_000_000_000),
			y_offset: FixedI64(0),
		};
		assert_eq!(at(&reciprocal), [100.0, 80.0, 66.7, 50.0]);
	}

	#[test]
	fn what_is_missing_is_said() {
		let standing =
			Standing { approval: 0.6, approval_needed: 0.5, support: 0.01, support_needed: 0.1 };
		assert!(!standing.passes());
		let referendum = Referendum {
			index: 3,
			track: None,
			call: None,
			stage: Stage::NoDeposit { times_out: 9 },
			standing: Some(standing),
			ayes: 0,
			nays: 0,
		};
		let missing = referendum.missing();
		assert_eq!(missing.len(), 2, "{missing:?}");
		assert!(missing[0].contains("relay block 9") && missing[0].contains("deposit 3"));
		assert!(missing[1].contains("1.00 %") && missing[1].contains("10.00 %"));
		assert!(Standing { support: 0.1, ..standing }.passes());
	}

	#[test]
	fn a_name_alone_is_a_variant() {
		let none = Value::unnamed_variant("None", []);
		assert_eq!(value_of_text("None"), Ok(none.clone()));
		assert_eq!(value_of_text("None()"), Ok(none.clone()));
		assert_eq!(
			value_of_text("Some({ class: Data, bits: 3, of: (None, true) })"),
			Ok(Value::unnamed_variant(
				"Some",
				[Value::named_composite([
					("class", Value::unnamed_variant("Data", [])),
					("bits", Value::u128(3)),
					("of", Value::unnamed_composite([none, Value::bool(true)])),
				])]
			))
		);
		let account = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
		assert!(matches!(value_of_text(account), Ok(value) if value.as_u128().is_none()));
		for wrong in ["", "mine", "Data 3", "Data(", "Some(None"] {
			assert!(value_of_text(wrong).is_err(), "{wrong}");
		}
	}

	#[test]
	fn there_are_seven_convictions() {
		assert!((0..=MAX_CONVICTION).all(|number| vote(0, true, 1, number).is_ok()));
		assert!(vote(0, true, 1, MAX_CONVICTION + 1).is_err());
	}
}
