// SPDX-License-Identifier: Apache-2.0

//! Benchmarks, each with all seats of a feed taken and all rings full. No argument changes the cost
//! of a call.

use crate::*;
use alloc::{vec, vec::Vec};
use cadastre_primitives::{
	traits::ValuedAssets, AssetClass, DisputeStage, FeedId, HistoryEntry, Interval, InvestorId,
	Metric, ModelCard, ModelId, ModelMetrics, ModelStatus, Moment, Outcome, Report, Unit, Verdict,
};
use frame_benchmarking::v2::*;
use frame_support::{
	pallet_prelude::{BoundedVec, DispatchResult, EnsureOrigin},
	traits::{
		fungible::{hold::Mutate as _, Balanced as _},
		Consideration, EnsureOriginWithArg, Get,
	},
};
use frame_system::RawOrigin;
use sp_core::H256;
use sp_runtime::Permill;

const DIGEST: H256 = H256::repeat_byte(1);
const SALT: H256 = H256::repeat_byte(2);
const MID: u64 = 1_000_000;
/// The time of the block.
const NOW: Moment = 1_000_000_000;
/// Decimal places of the benchmark's feed.
const DECIMALS: u8 = 2;

type AccountOf<T> = <T as frame_system::Config>::AccountId;

fn policy() -> Policy {
	Policy {
		min_reports: 3,
		min_operators: 1,
		min_families: 1,
		seats_per_operator: 1,
		human: false,
		weigh: true,
		commit_period: 100,
		reveal_period: 100,
		interval: 200,
		max_input_age: 100,
		aging_after: 10_000,
		max_age: 20_000,
		challenge_period: 100,
		drift_window: 100,
		max_jump: Permill::from_percent(10),
		max_drift: Permill::from_percent(20),
		max_width: Permill::one(),
		min_value: 1,
		max_value: u64::MAX,
	}
}

fn card() -> ModelCard {
	let uri = vec![b'x'; 128];
	let class = AssetClass::RealEstate;
	ModelCard {
		artefact: DIGEST,
		code: DIGEST,
		training_data: DIGEST,
		card: DIGEST,
		uri: BoundedVec::truncate_from(uri),
		family: 1,
		human: false,
		metric: Metric::MarketValue,
		unit: Unit::Fiat(*b"CHF"),
		decimals: DECIMALS,
		classes: BoundedVec::truncate_from(vec![class; 8]),
		countries: None,
		metrics: ModelMetrics::default(),
	}
}

fn interval() -> Interval {
	Interval { low: MID, mid: MID, high: MID }
}

fn report(as_of: Moment) -> Report {
	Report { interval: interval(), as_of, inputs: DIGEST, explanation: DIGEST }
}

/// An account with enough for every bond and deposit.
fn rich<T: Config>(name: &'static str, index: u32) -> AccountOf<T> {
	let who: AccountOf<T> = account(name, index, 0);
	fund::<T>(&who);
	who
}

fn fund<T: Config>(who: &AccountOf<T>) {
	let terms = T::Terms::get();
	let enough = terms.min_bond.saturating_add(terms.dispute_bond).saturating_mul(100);
	drop(T::Currency::resolve(who, T::Currency::issue(enough)));
	for footprint in [
		Pallet::<T>::feed_footprint(),
		Pallet::<T>::model_footprint(),
		Pallet::<T>::seat_footprint(),
		Pallet::<T>::request_footprint(),
	] {
		T::RecordDeposit::ensure_successful(who, footprint);
	}
}

/// The issuer's account and origin for an asset.
fn issuer<T: Config>(feed: &FeedId) -> Result<(AccountOf<T>, T::RuntimeOrigin), BenchmarkError> {
	let origin = T::IssuerOrigin::try_successful_origin(&feed.asset)
		.map_err(|()| BenchmarkError::Weightless)?;
	let who = T::IssuerOrigin::ensure_origin(origin.clone(), &feed.asset)
		.map_err(|_| BenchmarkError::Weightless)?;
	fund::<T>(&who);
	Ok((who, origin))
}

fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AdminOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
}

fn appraiser<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AppraiserOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
}

/// A feed of the benchmark's asset, open, and the key that has an identity and holds the asset.
fn new_feed<T: Config>() -> Result<(FeedId, AccountOf<T>), BenchmarkError> {
	let caller: AccountOf<T> = whitelisted_caller();
	fund::<T>(&caller);
	T::Assets::benchmark_set_time(NOW);
	let asset = T::Assets::benchmark_asset(&caller);
	let feed = FeedId { asset, metric: Metric::MarketValue, unit: Unit::Fiat(*b"CHF") };
	let (_, origin) = issuer::<T>(&feed)?;
	Pallet::<T>::open_feed(origin, feed, DECIMALS, policy())?;
	Ok((feed, caller))
}

/// An operator, stored as it would be after its bond.
fn operator<T: Config>(id: InvestorId, account: &AccountOf<T>) -> DispatchResult {
	let bond = T::Terms::get().min_bond.saturating_mul(10);
	T::Currency::hold(&HoldReason::Bond.into(), account, bond)?;
	let record = Operator {
		account: account.clone(),
		bond,
		leaving_at: None,
		models: 0,
		seats: 0,
		disputes: 0,
	};
	Operators::<T>::insert(id, record);
	Ok(())
}

/// An approved model of an operator, stored as it would be after its approval.
fn model<T: Config>(id: InvestorId, account: &AccountOf<T>) -> Result<ModelId, BenchmarkError> {
	let model = NextModelId::<T>::get();
	NextModelId::<T>::put(model.saturating_add(1));
	let record = Model {
		operator: id,
		status: ModelStatus::Approved,
		expires_at: Moment::MAX,
		weight: math::MIN_WEIGHT,
		seats: 0,
		disputes: 0,
	};
	Models::<T>::insert(model, record);
	let ticket = T::RecordDeposit::new(account, Pallet::<T>::model_footprint())?;
	Cards::<T>::insert(model, CardRecord { card: card(), ticket });
	Operators::<T>::mutate_extant(id, |operator| {
		operator.models = operator.models.saturating_add(1);
	});
	Ok(model)
}

/// A feed with all seats taken; the last model's operator is the caller.
fn full_feed<T: Config>() -> Result<(FeedId, ModelId, AccountOf<T>), BenchmarkError> {
	let (feed, caller) = new_feed::<T>()?;
	let mut last = 0;
	for index in 0..rules::MAX_SEATS {
		let id = InvestorId::MAX.saturating_sub(index.into());
		let is_last = index.saturating_add(1) == rules::MAX_SEATS;
		let who = if is_last { caller.clone() } else { rich::<T>("operator", index) };
		operator::<T>(id, &who)?;
		last = model::<T>(id, &who)?;
		Pallet::<T>::join(RawOrigin::Signed(who).into(), feed, last)?;
	}
	Ok((feed, last, caller))
}

/// Puts a round into its place, as it would be with all seats having done the same.
fn round<T: Config>(feed: FeedId, vote: Vote, opened_ago: Moment, finalised: bool) -> Moment {
	let opened_at = Pallet::<T>::now().saturating_sub(opened_ago);
	Rounds::<T>::mutate_extant(feed, |round| {
		round.number = 1;
		round.opened_at = opened_at;
		round.commit_for = 100;
		round.reveal_for = 200;
		round.max_input_age = 100;
		round.finalised = finalised;
		for entry in round.entries.iter_mut() {
			entry.vote = vote;
		}
	});
	opened_at
}

/// The answer of round 1 with a full history and the report of a model.
fn answered<T: Config>(feed: FeedId, model: ModelId) {
	let now = Pallet::<T>::now();
	round::<T>(feed, Vote::Revealed(interval()), 200, true);
	Answers::<T>::mutate_extant(feed, |answer| {
		answer.round = 1;
		answer.disputable_until = now.saturating_add(1_000);
		answer.anchor = MID;
		answer.settled = Some(Dated {
			interval: interval(),
			as_of: now.saturating_sub(200),
			round: 1,
			aging_at: Moment::MAX,
			stale_at: Moment::MAX,
		});
	});
	let history = (0..HISTORY)
		.map(|back| HistoryEntry {
			round: 1,
			interval: interval(),
			as_of: 0,
			answered_at: back.into(),
			reports: 16,
		})
		.collect::<Vec<_>>();
	Histories::<T>::insert(feed, BoundedVec::truncate_from(history));
	for slot in 0..HISTORY {
		let record = ReportRecord { round: slot, report: report(0), disputed: false, scored_to: 0 };
		Reports::<T>::insert(feed, (model, slot), record);
	}
}

fn outcomes<T: Config>(feed: FeedId) {
	let outcomes = (0..HISTORY)
		.map(|number| Outcome {
			number,
			round: 1,
			interval: interval(),
			price: MID,
			dated: number.into(),
		})
		.collect::<Vec<_>>();
	Outcomes::<T>::insert(feed, BoundedVec::truncate_from(outcomes));
}

/// A dispute of the last model's report at a step, opened by an account of its own.
fn disputed<T: Config>(
	feed: FeedId,
	model: ModelId,
	stage: DisputeStage,
) -> Result<AccountOf<T>, BenchmarkError> {
	answered::<T>(feed, model);
	let disputer = rich::<T>("disputer", 0);
	Pallet::<T>::dispute(RawOrigin::Signed(disputer.clone()).into(), feed, model, DIGEST)?;
	Disputes::<T>::mutate_extant(0, |dispute| {
		dispute.stage = stage;
		let panel =
			(1..MAX_PANEL).map(|index| (account("panel", index, 0), index.is_multiple_of(2)));
		dispute.votes = BoundedVec::truncate_from(panel.collect());
	});
	Ok(disputer)
}

fn appealed<T: Config>(
	feed: FeedId,
	model: ModelId,
	appellant: &AccountOf<T>,
) -> Result<(), BenchmarkError> {
	disputed::<T>(feed, model, DisputeStage::Judged(Verdict::Upheld))?;
	Pallet::<T>::appeal(RawOrigin::Signed(appellant.clone()).into(), 0)?;
	Ok(())
}

fn requested<T: Config>(
	feed: FeedId,
	model: ModelId,
	digest: H256,
	until: Moment,
) -> DispatchResult {
	let holder = rich::<T>("holder", 0);
	let ticket = T::RecordDeposit::new(&holder, Pallet::<T>::request_footprint())?;
	Requests::<T>::insert(feed, model, Request { holder, round: 1, digest, until, ticket });
	Ok(())
}

fn status<T: Config>(model: ModelId) -> Option<ModelStatus> {
	Models::<T>::get(model).map(|model| model.status)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn open_feed() -> Result<(), BenchmarkError> {
		let (open, _) = new_feed::<T>()?;
		let feed = FeedId { unit: Unit::Native, ..open };
		let (_, origin) = issuer::<T>(&feed)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, feed, DECIMALS, policy());

		assert!(Feeds::<T>::contains_key(feed));
		Ok(())
	}

	#[benchmark]
	fn announce_policy() -> Result<(), BenchmarkError> {
		let (feed, _) = new_feed::<T>()?;
		let (_, origin) = issuer::<T>(&feed)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, feed, policy());

		assert!(Feeds::<T>::get(feed).is_some_and(|feed| feed.upcoming.is_some()));
		Ok(())
	}

	#[benchmark]
	fn withdraw_policy() -> Result<(), BenchmarkError> {
		let (feed, _) = new_feed::<T>()?;
		let (_, origin) = issuer::<T>(&feed)?;
		Pallet::<T>::announce_policy(origin.clone(), feed, policy())?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, feed);

		assert!(Feeds::<T>::get(feed).is_some_and(|feed| feed.upcoming.is_none()));
		Ok(())
	}

	#[benchmark]
	fn enact_policy() -> Result<(), BenchmarkError> {
		let (feed, _, caller) = full_feed::<T>()?;
		Feeds::<T>::mutate_extant(feed, |feed| feed.upcoming = Some((policy(), 0)));

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), feed);

		assert!(Feeds::<T>::get(feed).is_some_and(|feed| feed.upcoming.is_none()));
		Ok(())
	}

	#[benchmark]
	fn halt_feed() -> Result<(), BenchmarkError> {
		let (feed, _) = new_feed::<T>()?;
		let admin = admin::<T>()?;

		#[extrinsic_call]
		_(admin as T::RuntimeOrigin, feed, DIGEST);

		assert!(Answers::<T>::get(feed).is_some_and(|answer| answer.halted));
		Ok(())
	}

	#[benchmark]
	fn resume_feed() -> Result<(), BenchmarkError> {
		let (feed, _) = new_feed::<T>()?;
		let admin = admin::<T>()?;
		Pallet::<T>::halt_feed(admin.clone(), feed, DIGEST)?;

		#[extrinsic_call]
		_(admin as T::RuntimeOrigin, feed);

		assert!(Answers::<T>::get(feed).is_some_and(|answer| !answer.halted));
		Ok(())
	}

	#[benchmark]
	fn close_feed() -> Result<(), BenchmarkError> {
		let (feed, _) = new_feed::<T>()?;
		let (_, origin) = issuer::<T>(&feed)?;
		outcomes::<T>(feed);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, feed);

		assert!(!Feeds::<T>::contains_key(feed));
		Ok(())
	}

	#[benchmark]
	fn bond() -> Result<(), BenchmarkError> {
		let (_, caller) = new_feed::<T>()?;
		let amount = T::Terms::get().min_bond;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), amount);

		assert_eq!(Operators::<T>::iter().count(), 1);
		Ok(())
	}

	#[benchmark]
	fn announce_withdrawal() -> Result<(), BenchmarkError> {
		let (_, caller) = new_feed::<T>()?;
		operator::<T>(1, &caller)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), 1);

		assert!(Operators::<T>::get(1).is_some_and(|operator| operator.leaving_at.is_some()));
		Ok(())
	}

	#[benchmark]
	fn withdraw_bond() -> Result<(), BenchmarkError> {
		let (_, caller) = new_feed::<T>()?;
		operator::<T>(1, &caller)?;
		Operators::<T>::mutate_extant(1, |operator| operator.leaving_at = Some(0));

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), 1);

		assert!(!Operators::<T>::contains_key(1));
		Ok(())
	}

	#[benchmark]
	fn propose_model() -> Result<(), BenchmarkError> {
		let (_, caller) = new_feed::<T>()?;
		let least = T::Terms::get().min_bond;
		Pallet::<T>::bond(RawOrigin::Signed(caller.clone()).into(), least)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), card());

		assert_eq!(status::<T>(0), Some(ModelStatus::Proposed));
		Ok(())
	}

	#[benchmark]
	fn approve_model() -> Result<(), BenchmarkError> {
		let (_, model, _) = full_feed::<T>()?;
		let admin = admin::<T>()?;
		Pallet::<T>::suspend_model(admin.clone(), model, DIGEST)?;
		let expires_at = Pallet::<T>::now().saturating_add(1);

		#[extrinsic_call]
		_(admin as T::RuntimeOrigin, model, expires_at);

		assert_eq!(status::<T>(model), Some(ModelStatus::Approved));
		Ok(())
	}

	#[benchmark]
	fn suspend_model() -> Result<(), BenchmarkError> {
		let (_, model, _) = full_feed::<T>()?;
		let admin = admin::<T>()?;

		#[extrinsic_call]
		_(admin as T::RuntimeOrigin, model, DIGEST);

		assert_eq!(status::<T>(model), Some(ModelStatus::Suspended));
		Ok(())
	}

	#[benchmark]
	fn retire_model() -> Result<(), BenchmarkError> {
		let (_, model, caller) = full_feed::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), model);

		assert_eq!(status::<T>(model), Some(ModelStatus::Retired));
		Ok(())
	}

	#[benchmark]
	fn remove_model() -> Result<(), BenchmarkError> {
		let (_, caller) = new_feed::<T>()?;
		operator::<T>(1, &caller)?;
		let model = model::<T>(1, &caller)?;
		Pallet::<T>::retire_model(RawOrigin::Signed(caller.clone()).into(), model)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), model);

		assert_eq!(status::<T>(model), None);
		Ok(())
	}

	#[benchmark]
	fn join() -> Result<(), BenchmarkError> {
		let (feed, last, caller) = full_feed::<T>()?;
		Pallet::<T>::leave(RawOrigin::Signed(caller.clone()).into(), feed, last)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), feed, last);

		assert_eq!(Seats::<T>::get(feed).len(), 16);
		Ok(())
	}

	#[benchmark]
	fn leave() -> Result<(), BenchmarkError> {
		let (feed, last, caller) = full_feed::<T>()?;
		answered::<T>(feed, last);
		Answers::<T>::mutate_extant(feed, |answer| answer.disputable_until = 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), feed, last);

		assert_eq!(Seats::<T>::get(feed).len(), 15);
		Ok(())
	}

	#[benchmark]
	fn open_round() -> Result<(), BenchmarkError> {
		let (feed, _, caller) = full_feed::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), feed);

		assert!(Rounds::<T>::get(feed).is_some_and(|round| !round.finalised));
		Ok(())
	}

	#[benchmark]
	fn commit() -> Result<(), BenchmarkError> {
		let (feed, last, caller) = full_feed::<T>()?;
		Pallet::<T>::open_round(RawOrigin::Signed(caller.clone()).into(), feed)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), feed, last, [1; COMMITMENT_LEN]);

		let committed =
			Rounds::<T>::get(feed).and_then(|round| round.entries.last().map(|entry| entry.vote));
		assert_eq!(committed, Some(Vote::Committed([1; COMMITMENT_LEN])));
		Ok(())
	}

	#[benchmark]
	fn reveal() -> Result<(), BenchmarkError> {
		let (feed, last, caller) = full_feed::<T>()?;
		let opened_at = Pallet::<T>::now().saturating_sub(100);
		let report = report(opened_at);
		let commitment = Pallet::<T>::commitment(feed, 1, last, &caller, &report, SALT);
		round::<T>(feed, Vote::Committed(commitment), 100, false);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), feed, last, report, SALT);

		assert!(Reports::<T>::contains_key(feed, (last, 1)));
		Ok(())
	}

	#[benchmark]
	fn finalise() -> Result<(), BenchmarkError> {
		let (feed, last, caller) = full_feed::<T>()?;
		answered::<T>(feed, last);
		round::<T>(feed, Vote::Revealed(interval()), 200, false);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), feed);

		assert!(Rounds::<T>::get(feed).is_some_and(|round| round.finalised));
		Ok(())
	}

	#[benchmark]
	fn settle_miss() -> Result<(), BenchmarkError> {
		let (feed, last, caller) = full_feed::<T>()?;
		round::<T>(feed, Vote::Missed, 200, true);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), feed, last);

		let entry = Rounds::<T>::get(feed).and_then(|round| round.entries.last().copied());
		assert_eq!(entry.map(|entry| entry.vote), Some(Vote::Absent));
		Ok(())
	}

	#[benchmark]
	fn dispute() -> Result<(), BenchmarkError> {
		let (feed, last, _) = full_feed::<T>()?;
		answered::<T>(feed, last);
		let disputer = rich::<T>("disputer", 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(disputer), feed, last, DIGEST);

		assert!(Disputes::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn answer_dispute() -> Result<(), BenchmarkError> {
		let (feed, last, caller) = full_feed::<T>()?;
		disputed::<T>(feed, last, DisputeStage::Opened)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), 0, DIGEST);

		let stage = Disputes::<T>::get(0).map(|found| found.stage);
		assert_eq!(stage, Some(DisputeStage::Answered));
		Ok(())
	}

	#[benchmark]
	fn escalate() -> Result<(), BenchmarkError> {
		let (feed, last, _) = full_feed::<T>()?;
		let disputer = disputed::<T>(feed, last, DisputeStage::Answered)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(disputer), 0);

		let stage = Disputes::<T>::get(0).map(|found| found.stage);
		assert_eq!(stage, Some(DisputeStage::Panel));
		Ok(())
	}

	#[benchmark]
	fn judge() -> Result<(), BenchmarkError> {
		let (feed, last, _) = full_feed::<T>()?;
		disputed::<T>(feed, last, DisputeStage::Panel)?;
		let appraiser = appraiser::<T>()?;

		#[extrinsic_call]
		_(appraiser as T::RuntimeOrigin, 0, true);

		let votes = Disputes::<T>::get(0).map(|found| found.votes.is_full());
		assert_eq!(votes, Some(true));
		Ok(())
	}

	#[benchmark]
	fn appeal() -> Result<(), BenchmarkError> {
		let (feed, last, caller) = full_feed::<T>()?;
		disputed::<T>(feed, last, DisputeStage::Judged(Verdict::Upheld))?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), 0);

		assert!(Disputes::<T>::get(0).is_some_and(|found| found.appeal.is_some()));
		Ok(())
	}

	#[benchmark]
	fn decide() -> Result<(), BenchmarkError> {
		let (feed, last, caller) = full_feed::<T>()?;
		appealed::<T>(feed, last, &caller)?;
		let holders = T::HoldersOrigin::try_successful_origin(&feed.asset)
			.map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(holders as T::RuntimeOrigin, 0, true);

		assert!(!Disputes::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn close_dispute() -> Result<(), BenchmarkError> {
		let (feed, last, caller) = full_feed::<T>()?;
		appealed::<T>(feed, last, &caller)?;
		Disputes::<T>::mutate_extant(0, |found| found.until = 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), 0);

		assert!(!Disputes::<T>::contains_key(0));
		Ok(())
	}

	#[benchmark]
	fn record_outcome() -> Result<(), BenchmarkError> {
		let (feed, last, _) = full_feed::<T>()?;
		answered::<T>(feed, last);
		outcomes::<T>(feed);
		let appraiser = appraiser::<T>()?;
		let now = Pallet::<T>::now();

		#[extrinsic_call]
		_(appraiser as T::RuntimeOrigin, feed, MID, now, DIGEST);

		let number = Outcomes::<T>::get(feed).last().map(|outcome| outcome.number);
		assert_eq!(number, Some(HISTORY));
		Ok(())
	}

	#[benchmark]
	fn score() -> Result<(), BenchmarkError> {
		let (feed, last, caller) = full_feed::<T>()?;
		answered::<T>(feed, last);
		outcomes::<T>(feed);
		let sample = Scored { value: MID, price: MID, covered: true };
		let samples = (0..SCORES).map(|_| sample).collect::<Vec<_>>();
		Scores::<T>::insert(last, BoundedVec::truncate_from(samples));

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), feed, last, 9);

		assert!(Reports::<T>::get(feed, (last, 1)).is_some_and(|report| report.scored_to == 10));
		Ok(())
	}

	#[benchmark]
	fn request_explanation() -> Result<(), BenchmarkError> {
		let (feed, last, caller) = full_feed::<T>()?;
		answered::<T>(feed, last);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), feed, last, 1);

		assert!(Requests::<T>::contains_key(feed, last));
		Ok(())
	}

	#[benchmark]
	fn open_explanation() -> Result<(), BenchmarkError> {
		let (feed, last, caller) = full_feed::<T>()?;
		let length = usize::try_from(MaxExplanation::get()).unwrap_or_default();
		let text = vec![1; length];
		requested::<T>(feed, last, sp_io::hashing::blake2_256(&text).into(), Moment::MAX)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), feed, last, BoundedVec::truncate_from(text));

		assert!(!Requests::<T>::contains_key(feed, last));
		Ok(())
	}

	#[benchmark]
	fn close_request() -> Result<(), BenchmarkError> {
		let (feed, last, caller) = full_feed::<T>()?;
		requested::<T>(feed, last, DIGEST, 0)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), feed, last);

		assert!(!Requests::<T>::contains_key(feed, last));
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
