// SPDX-License-Identifier: Apache-2.0

//! Resolutions of holders on the whole runtime: what they vote with, what executes, and what does
//! not. Whatever a person does is a signed transaction.

#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

mod common;

use cadastre_primitives::{
	asset::PaperKind, token::UNIT, traits::AllowedCalls, AssetStatus, Balance, Ballot, Choice,
	FeedId, Metric, MotionState, Phase, ResolutionClass, ResolutionId, ResolutionInfo, Split, Unit,
	VoterInfo,
};
use cadastre_runtime::{
	configs::{adapters::HoldersMay, chain_governance::Origin},
	AccountId, AssetRegistry, Compliance, Dao, Dividends, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeHoldReason, RuntimeOrigin, Shares,
};
use codec::Encode;
use common::{chain_at_full_length, holders::*, runtime_api};
use frame_support::{
	assert_ok,
	dispatch::GetDispatchInfo,
	traits::{fungibles::hold::Mutate as _, Bounded},
	weights::Weight,
};
use pallet_dao::{Call, Error, Event, MotionsOf};
use pallet_dividends::{Amount, RecordDate, Selection};
use sp_core::H256;
use sp_keyring::Sr25519Keyring::{self, *};
use sp_runtime::{
	traits::{Dispatchable, Hash},
	BoundedVec, DispatchError, DispatchResult, Perbill, Permill,
};

const YES: Choice = Choice::For(0);
const NO: Choice = Choice::Against;
use ResolutionClass::{Extraordinary, Ordinary, Special};

fn staged(test: impl FnOnce()) {
	chain_at_full_length("development").execute_with(|| {
		stage();
		test();
		check();
	});
}

/// One motion with one choice, which carries this call, or none.
fn motions(call: Option<RuntimeCall>) -> MotionsOf<Runtime> {
	let bounded = call.map(|call| {
		let bytes = call.encode();
		match BoundedVec::try_from(bytes.clone()) {
			Ok(short) => Bounded::Inline(short),
			Err(_) => {
				let noted = pallet_preimage::Call::note_preimage { bytes: bytes.clone() };
				assert_ok!(submit(ISSUER, noted));
				let hash = <Runtime as frame_system::Config>::Hashing::hash(&bytes);
				Bounded::Lookup { hash, len: bytes.len() as u32 }
			},
		}
	});
	let motion = BoundedVec::truncate_from(vec![bounded]);
	BoundedVec::truncate_from(vec![motion])
}

fn proposal(class: ResolutionClass, call: Option<RuntimeCall>) -> Call<Runtime> {
	let digest = H256::repeat_byte(3);
	Call::propose { asset: ASSET, class, digest, secret: false, motions: motions(call) }
}

fn propose(class: ResolutionClass, call: impl Into<RuntimeCall>) -> ResolutionId {
	assert_ok!(submit(Alice, proposal(class, Some(call.into()))));
	last_resolution()
}

fn ballot(choice: Choice) -> Ballot {
	BoundedVec::truncate_from(vec![Split { motion: 0, choice, votes: None }])
}

fn vote(who: Sr25519Keyring, resolution: ResolutionId, choice: Choice) -> DispatchResult {
	submit(who, Call::vote { asset: ASSET, resolution, ballot: ballot(choice) })
}

fn info(resolution: ResolutionId) -> ResolutionInfo<AccountId> {
	let info: Option<ResolutionInfo<AccountId>> =
		runtime_api("DaoApi_resolution", (ASSET, resolution));
	info.expect("there is such a resolution")
}

fn power(who: Sr25519Keyring, resolution: ResolutionId) -> Balance {
	let info: Option<VoterInfo> =
		runtime_api("DaoApi_voter", (ASSET, resolution, who.to_account_id()));
	info.expect("it is a key").power
}

fn close(resolution: ResolutionId) -> MotionState {
	wait_until(info(resolution).reveal_until);
	assert_ok!(submit(STRANGER, Call::close { asset: ASSET, resolution }));
	info(resolution).motions[0].state
}

/// Waits for the timelock and has the motion executed by anybody. Answers what became of it.
fn execute(resolution: ResolutionId) -> MotionState {
	wait_until(info(resolution).executable_from);
	assert_ok!(submit(STRANGER, execution(resolution)));
	info(resolution).motions[0].state
}

fn execution(resolution: ResolutionId) -> Call<Runtime> {
	let weight_bound = Weight::from_parts(20_000_000_000, 1_000_000);
	Call::execute { asset: ASSET, resolution, motion: 0, weight_bound }
}

/// Alice proposes, and all vote for it, until it is executed. Answers what became of it.
fn resolve(class: ResolutionClass, call: impl Into<RuntimeCall>) -> MotionState {
	let resolution = propose(class, call);
	wait_until(info(resolution).voting_from);
	for who in [Alice, Bob, Charlie] {
		assert_ok!(vote(who, resolution, YES));
	}
	assert_eq!(close(resolution), MotionState::Carried { choice: 0 });
	execute(resolution)
}

const EXECUTED: MotionState = MotionState::Executed { choice: 0 };

fn fund(amount: Balance) {
	for (currency, amount) in [(CENTS, amount), (NATIVE, 100 * UNIT)] {
		assert_ok!(submit(ISSUER, Call::fund { asset: ASSET, currency, amount }));
	}
}

fn stand(who: Sr25519Keyring) {
	assert_ok!(submit(who, Call::stand { asset: ASSET, bond: 500 * UNIT }));
}

fn appoint(who: Sr25519Keyring) -> Call<Runtime> {
	Call::appoint_manager { asset: ASSET, who: who.to_account_id() }
}

fn manager() -> Option<AccountId> {
	runtime_api("DaoApi_manager", ASSET)
}

#[test]
fn holders_appoint_and_replace_their_manager() {
	staged(|| {
		stand(DaveStash);
		stand(EveStash);
		assert_eq!(resolve(Ordinary, appoint(DaveStash)), EXECUTED);
		assert_eq!(manager(), Some(DaveStash.to_account_id()));
		assert_eq!(resolve(Ordinary, appoint(EveStash)), EXECUTED);
		assert_eq!(manager(), Some(EveStash.to_account_id()));
		// Who left answers with the bond for a while, then anybody has it released.
		let who = DaveStash.to_account_id();
		let release = || Call::release_bond { asset: ASSET, who: who.clone() };
		assert_eq!(submit(STRANGER, release()), Err(Error::<Runtime>::BondInUse.into()));
		wait(60 * DAY);
		assert_ok!(submit(STRANGER, release()));
		let remove = Call::remove_manager { asset: ASSET };
		assert_eq!(resolve(Special, remove), EXECUTED);
		assert_eq!(manager(), None);
	});
}

#[test]
fn a_charge_takes_a_part_of_the_bond_for_the_holders() {
	staged(|| {
		stand(DaveStash);
		assert_eq!(resolve(Ordinary, appoint(DaveStash)), EXECUTED);
		let accused = DaveStash.to_account_id();
		let charge = Call::challenge_manager {
			asset: ASSET,
			accused: accused.clone(),
			reason: H256::repeat_byte(4),
			part: Perbill::from_percent(40),
		};
		assert_ok!(submit(Alice, charge));
		let resolution = last_resolution();
		wait_until(info(resolution).voting_from);
		for who in [Alice, Bob] {
			assert_ok!(vote(who, resolution, YES));
		}
		assert_eq!(close(resolution), MotionState::Carried { choice: 0 });
		let treasury = Dao::treasury_account(ASSET);
		assert_eq!(money(NATIVE, &treasury), 0);
		assert_eq!(execute(resolution), EXECUTED);
		assert_eq!(money(NATIVE, &treasury), 200 * UNIT);
		let mandate = Dao::mandate(ASSET, accused).unwrap();
		assert_eq!((mandate.bond, mandate.strikes), (300 * UNIT, 1));
	});
}

#[test]
fn holders_change_the_rules_of_their_asset() {
	staged(|| {
		let set = || pallet_shares::Call::set_pack { asset: ASSET, pack: STRICT_PACK };
		// Nobody does it alone but the issuer, and an ordinary majority is not enough.
		assert_eq!(submit(Alice, set()), Err(pallet_shares::Error::<Runtime>::NotIssuer.into()));
		assert_eq!(
			submit(Alice, proposal(Ordinary, Some(set().into()))),
			Err(Error::<Runtime>::ClassTooLow.into())
		);
		let transfer =
			|| pallet_shares::Call::transfer { asset: ASSET, to: Bob.to_account_id(), amount: 1 };
		assert_ok!(submit(Alice, transfer()));
		assert_eq!(resolve(Special, set()), EXECUTED);
		assert_eq!(Shares::book(ASSET).unwrap().pack, STRICT_PACK);
		// From now on professionals only, and nobody is one.
		assert!(submit(Alice, transfer()).is_err());
	});
}

#[test]
fn holders_pay_themselves_an_income_out_of_their_treasury() {
	staged(|| {
		fund(20_000);
		let treasury = Dao::treasury_account(ASSET);
		let long = now() + 400 * DAY;
		let declare = pallet_dividends::Call::declare {
			asset: ASSET,
			currency: CENTS,
			amount: Amount::PerUnit(10),
			record: RecordDate::Now,
			pays_at: 0,
			expires_at: long,
			selection: Selection::All,
		};
		// It pays from its record date on, which is when it is executed.
		let mut early = declare.clone();
		assert_eq!(
			resolve(Ordinary, declare),
			MotionState::Failed {
				choice: 0,
				error: pallet_dividends::Error::<Runtime>::InvalidPeriod.into()
			}
		);
		assert_eq!(money(CENTS, &treasury), 20_000);
		if let pallet_dividends::Call::declare { pays_at, .. } = &mut early {
			*pays_at = now() + 100 * DAY;
		}
		assert_eq!(resolve(Ordinary, early), EXECUTED);
		let one = Dividends::distribution(ASSET, 0).unwrap();
		assert_eq!((one.declarer, one.deposited), (treasury.clone(), 10_000));
		// The least balance, which keeps the pot alive, is the treasury's too.
		assert_eq!(money(CENTS, &treasury), 20_000 - 10_000 - 1);
		wait_until(one.pays_at);
		let push = pallet_dividends::Call::push { asset: ASSET, distribution: 0, limit: 100 };
		assert_ok!(submit(STRANGER, push));
		assert_eq!(money(CENTS, &Alice.to_account_id()), 5_000 - 1_750);
	});
}

#[test]
fn holders_spend_from_their_treasury_and_nobody_else_does() {
	staged(|| {
		fund(1_000);
		let to = STRANGER.to_account_id();
		let spend = |amount| Call::spend { asset: ASSET, currency: CENTS, to: to.clone(), amount };
		for who in [Alice, ISSUER, PROVIDER] {
			assert_eq!(submit(who, spend(1)), Err(DispatchError::BadOrigin));
		}
		for origin in [RuntimeOrigin::root(), pallet_dao::Origin::Holders(ASSET + 1).into()] {
			let call = RuntimeCall::from(spend(1));
			assert_eq!(call.dispatch(origin).unwrap_err().error, DispatchError::BadOrigin);
		}
		assert_eq!(resolve(Ordinary, spend(600)), EXECUTED);
		assert_eq!(money(CENTS, &to), 600);
		// More than there is fails, is said, and changes nothing.
		let failed = resolve(Ordinary, spend(401));
		assert!(matches!(failed, MotionState::Failed { choice: 0, .. }), "{failed:?}");
		assert_eq!(money(CENTS, &Dao::treasury_account(ASSET)), 400);
	});
}

#[test]
fn holders_wind_their_asset_up_and_the_issuer_cannot_undo_it() {
	staged(|| {
		let paper = pallet_asset_registry::Call::file_paper {
			asset: ASSET,
			kind: PaperKind::WindUpPlan,
			digest: H256::repeat_byte(5),
			dated: 0,
			supersedes: None,
		};
		assert_ok!(submit(ISSUER, paper));
		let wind_up =
			|| pallet_asset_registry::Call::start_wind_up { asset: ASSET, plan: 1, final_from: 0 };
		for class in [Ordinary, Special] {
			let refused = submit(Alice, proposal(class, Some(wind_up().into())));
			assert_eq!(refused, Err(Error::<Runtime>::ClassTooLow.into()));
		}
		assert_eq!(resolve(Extraordinary, wind_up()), EXECUTED);
		let status = || AssetRegistry::asset(ASSET).unwrap().status;
		assert_eq!(status(), AssetStatus::WindingUp);
		assert_eq!(
			submit(ISSUER, pallet_asset_registry::Call::call_off_wind_up { asset: ASSET }),
			Err(pallet_asset_registry::Error::<Runtime>::AlreadyFinal.into())
		);
		// Shares are redeemed, and nothing else.
		assert_ok!(submit(Alice, pallet_shares::Call::redeem { asset: ASSET, amount: 500 }));
		let to = Alice.to_account_id();
		assert!(submit(Bob, pallet_shares::Call::transfer { asset: ASSET, to, amount: 1 }).is_err());
	});
}

#[test]
fn too_few_votes_adopt_nothing() {
	staged(|| {
		stand(DaveStash);
		let resolution = propose(Ordinary, appoint(DaveStash));
		wait_until(info(resolution).voting_from);
		// A quarter of 1,000 units is the quorum: 150 and 50 are not enough.
		assert_ok!(vote(Charlie, resolution, YES));
		assert_eq!(info(resolution).motions[0].missing_for_quorum, 100);
		assert_eq!(close(resolution), MotionState::Rejected);
		let executed = submit(STRANGER, execution(resolution));
		assert_eq!(executed, Err(Error::<Runtime>::WrongPhase.into()));
		assert_eq!(manager(), None);
		let told = events(|event| match event {
			RuntimeEvent::Dao(Event::ResolutionClosed { base, tally, lost, .. }) => {
				Some((base, tally.to_vec(), lost))
			},
			_ => None,
		});
		assert_eq!(told, [(1_000, vec![150, 0, 0], 0)]);
		// With 150 of 1,000 it had the support of a twentieth: the bond is back.
		assert_eq!(info(resolution).phase, Phase::Done);
	});
}

#[test]
fn a_majority_against_adopts_nothing_and_who_has_no_support_loses_the_bond() {
	staged(|| {
		fund(1_000);
		let resolution = propose(Ordinary, appoint(DaveStash));
		wait_until(info(resolution).voting_from);
		for who in [Alice, Bob, Charlie] {
			assert_ok!(vote(who, resolution, NO));
		}
		// Alice changes her mind, and back.
		assert_ok!(vote(Alice, resolution, YES));
		assert_eq!(info(resolution).motions[0].leading, Some(0));
		assert_ok!(vote(Alice, resolution, NO));
		let treasury = Dao::treasury_account(ASSET);
		let before = money(NATIVE, &treasury);
		assert_eq!(close(resolution), MotionState::Rejected);
		assert_eq!(money(NATIVE, &treasury) - before, 50 * UNIT);
	});
}

#[test]
fn a_supervisor_stops_what_was_adopted_until_it_is_executed() {
	staged(|| {
		fund(1_000);
		let to = STRANGER.to_account_id();
		let spend = Call::spend { asset: ASSET, currency: CENTS, to: to.clone(), amount: 1_000 };
		let resolution = propose(Ordinary, spend);
		wait_until(info(resolution).voting_from);
		assert_ok!(vote(Alice, resolution, YES));
		let reason = H256::repeat_byte(6);
		let veto = |origin: RuntimeOrigin| Dao::veto(origin, ASSET, resolution, reason);
		// Not before the count, and not by anybody.
		let early = veto(Origin::AssetAdmin.into());
		assert_eq!(early, Err(Error::<Runtime>::WrongPhase.into()));
		assert_eq!(close(resolution), MotionState::Carried { choice: 0 });
		for who in [Alice, ISSUER, PROVIDER] {
			assert_eq!(veto(by(who)), Err(DispatchError::BadOrigin));
		}
		// In the timelock nobody executes it yet.
		let soon = submit(STRANGER, execution(resolution));
		assert_eq!(soon, Err(Error::<Runtime>::WrongPhase.into()));
		wait_until(info(resolution).executable_from);
		assert_ok!(veto(Origin::AssetAdmin.into()));
		let stopped = submit(STRANGER, execution(resolution));
		assert_eq!(stopped, Err(Error::<Runtime>::WrongPhase.into()));
		assert_eq!((info(resolution).phase, money(CENTS, &to)), (Phase::Vetoed, 0));
		let told = events(|event| match event {
			RuntimeEvent::Dao(Event::ResolutionVetoed { reason, .. }) => Some(reason),
			_ => None,
		});
		assert_eq!(told, [reason]);
	});
}

#[test]
fn what_is_not_executed_in_time_lapses() {
	staged(|| {
		stand(DaveStash);
		let resolution = propose(Ordinary, appoint(DaveStash));
		wait_until(info(resolution).voting_from);
		assert_ok!(vote(Alice, resolution, YES));
		close(resolution);
		wait_until(info(resolution).executable_until);
		let late = submit(STRANGER, execution(resolution));
		assert_eq!(late, Err(Error::<Runtime>::WrongPhase.into()));
		assert_eq!((info(resolution).phase, manager()), (Phase::Lapsed, None));
	});
}

/// Votes are what was owned at the announcement. What is bought, borrowed, moved or given in pledge
/// afterwards weighs nothing twice.
#[test]
fn bought_borrowed_and_moved_shares_weigh_nothing_twice() {
	staged(|| {
		let transfer = |who, to: Sr25519Keyring, amount| {
			let to = to.to_account_id();
			submit(who, pallet_shares::Call::transfer { asset: ASSET, to, amount })
		};
		// A pledge before the announcement votes for its owner.
		let reason = RuntimeHoldReason::Shares(pallet_shares::HoldReason::Entry);
		assert_ok!(Shares::hold(ASSET, &reason, &Bob.to_account_id(), 300));
		let resolution = propose(Ordinary, appoint(DaveStash));
		assert_eq!([Alice, Bob, Charlie].map(|who| power(who, resolution)), [500, 300, 150]);

		// Charlie buys and borrows all that Alice has, after the announcement.
		assert_ok!(transfer(Alice, Charlie, 500));
		assert_eq!([Alice, Bob, Charlie].map(|who| power(who, resolution)), [500, 300, 150]);
		wait_until(info(resolution).voting_from);
		assert_ok!(vote(Charlie, resolution, NO));
		assert_ok!(vote(Bob, resolution, YES));
		// Shares that were issued later have no vote.
		let to = Charlie.to_account_id();
		let issue = pallet_shares::Call::issue { asset: ASSET, to, amount: 10_000 };
		assert_ok!(submit(ISSUER, issue));
		assert_ok!(vote(Charlie, resolution, NO));
		// Within one block: borrowed, voted with, and given back.
		assert_ok!(transfer(Charlie, Alice, 650));
		assert_ok!(vote(Alice, resolution, YES));
		assert_ok!(transfer(Alice, Charlie, 650));
		assert_ok!(vote(Charlie, resolution, NO));

		let motion = info(resolution).motions[0].clone();
		assert_eq!((motion.choices[0], motion.against), (800, 150));
		assert_eq!(info(resolution).base, 1_000);
		check();
		// What was sold to nothing still votes: the redeemed shares were owned then.
		assert_ok!(submit(Charlie, pallet_shares::Call::redeem { asset: ASSET, amount: 10_000 }));
		assert_ok!(vote(Charlie, resolution, YES));
		assert_eq!(info(resolution).motions[0].choices[0], 950);
	});
}

#[test]
fn who_is_blocked_and_the_issuer_do_not_vote() {
	staged(|| {
		// The issuer becomes an investor and holds most of the shares.
		let issuer = ISSUER.to_account_id();
		assert_ok!(Compliance::admit(by(PROVIDER), issuer.clone(), claims(*b"CH")));
		let issue = pallet_shares::Call::issue { asset: ASSET, to: issuer, amount: 100_000 };
		assert_ok!(submit(ISSUER, issue));
		assert_eq!(
			submit(ISSUER, proposal(Ordinary, None)),
			Err(Error::<Runtime>::NotVoter.into())
		);
		// Alice has less than a hundredth of the supply now.
		let poor = submit(Alice, proposal(Ordinary, None));
		assert_eq!(poor, Err(Error::<Runtime>::StakeTooSmall.into()));
		let redeem = pallet_shares::Call::redeem { asset: ASSET, amount: 90_000 };
		assert_ok!(submit(ISSUER, redeem));
		let resolution = propose(Ordinary, appoint(DaveStash));
		assert_eq!(info(resolution).base, 1_000);
		assert_ok!(Compliance::block(RuntimeOrigin::root(), investor(Bob)));
		wait_until(info(resolution).voting_from);
		for who in [ISSUER, Bob] {
			assert_eq!(vote(who, resolution, NO), Err(Error::<Runtime>::NotVoter.into()));
		}
		assert_eq!(vote(STRANGER, resolution, NO), Err(Error::<Runtime>::UnknownKey.into()));
		assert_ok!(vote(Alice, resolution, YES));
		stand(DaveStash);
		close(resolution);
		assert_eq!(execute(resolution), EXECUTED);
	});
}

/// In a ring, each delegates to the next: nobody has a vote more than shares.
#[test]
fn delegations_in_a_ring_gain_nothing() {
	staged(|| {
		for (from, to) in [(Alice, Bob), (Bob, Charlie), (Charlie, Alice)] {
			let to = investor(to);
			assert_ok!(submit(from, Call::delegate { asset: ASSET, to }));
		}
		let resolution = propose(Ordinary, appoint(DaveStash));
		wait_until(info(resolution).voting_from);
		let all = || BoundedVec::truncate_from([Alice, Bob, Charlie].map(investor).to_vec());
		for _ in 0..2 {
			for who in [Alice, Bob, Charlie] {
				let call = Call::vote_for {
					asset: ASSET,
					resolution,
					delegators: all(),
					ballot: ballot(YES),
				};
				assert_ok!(submit(who, call));
			}
		}
		assert_eq!(info(resolution).motions[0].choices[0], 950);
	});
}

fn policy() -> pallet_valuation_oracle::Policy {
	pallet_valuation_oracle::Policy {
		min_reports: 3,
		min_operators: 3,
		min_families: 2,
		seats_per_operator: 1,
		human: false,
		weigh: true,
		commit_period: DAY,
		reveal_period: DAY,
		interval: 2 * DAY,
		max_input_age: 5 * DAY,
		aging_after: 10 * DAY,
		max_age: 30 * DAY,
		challenge_period: DAY,
		drift_window: 20 * DAY,
		max_jump: Permill::from_percent(10),
		max_drift: Permill::from_percent(25),
		max_width: Permill::from_percent(40),
		min_value: 1,
		max_value: 1_000_000_000,
	}
}

/// Every call that holders may resolve, with the least class for it.
fn allowed() -> Vec<(RuntimeCall, ResolutionClass)> {
	let asset = ASSET;
	let who = DaveStash.to_account_id();
	let feed = FeedId { asset, metric: Metric::MarketValue, unit: Unit::Fiat(*b"CHF") };
	let dispute = 0;
	use pallet_asset_registry::Call as Registry;
	use pallet_dividends::Call as Income;
	use pallet_valuation_oracle::Call as Oracle;
	vec![
		(Call::spend { asset, currency: NATIVE, to: who.clone(), amount: UNIT }.into(), Ordinary),
		(Call::appoint_manager { asset, who: who.clone() }.into(), Ordinary),
		(Call::remove_manager { asset }.into(), Special),
		(Call::strike_manager { asset, who, part: Perbill::from_percent(10) }.into(), Special),
		(
			Income::declare {
				asset,
				currency: CENTS,
				amount: Amount::Total(1_000),
				record: RecordDate::Now,
				pays_at: now(),
				expires_at: now() + 60 * DAY,
				selection: Selection::All,
			}
			.into(),
			Ordinary,
		),
		(
			Income::declare_series {
				asset,
				currency: CENTS,
				amount: 1_000,
				records: BoundedVec::truncate_from(vec![3_600 * 24 * 400]),
				pays_after: 0,
				claim_period: 60 * DAY,
				selection: Selection::All,
			}
			.into(),
			Ordinary,
		),
		(Income::queue_push { asset, distribution: 0 }.into(), Ordinary),
		(Income::cancel { asset, distribution: 1 }.into(), Ordinary),
		(Income::open_stream { asset, currency: CENTS }.into(), Ordinary),
		(Income::close_stream { asset, currency: CENTS }.into(), Ordinary),
		(Income::close_purse { asset, currency: CENTS }.into(), Ordinary),
		(Oracle::decide { dispute, uphold: true }.into(), Ordinary),
		(Oracle::open_feed { feed, decimals: 2, policy: policy() }.into(), Special),
		(Oracle::announce_policy { feed, policy: policy() }.into(), Ordinary),
		(Oracle::withdraw_policy { feed }.into(), Special),
		(Oracle::close_feed { feed }.into(), Special),
		(pallet_shares::Call::set_pack { asset, pack: STRICT_PACK }.into(), Special),
		(Registry::start_wind_up { asset, plan: 1, final_from: now() + DAY }.into(), Extraordinary),
		(Registry::call_off_wind_up { asset }.into(), Extraordinary),
	]
}

/// As the holders of the asset the call is let in; as anybody else, and as the holders of another
/// asset, it is not.
#[test]
fn each_allowed_call_lets_the_holders_in_and_nobody_else() {
	staged(|| {
		fund(100_000);
		stand(DaveStash);
		let paper = pallet_asset_registry::Call::file_paper {
			asset: ASSET,
			kind: PaperKind::WindUpPlan,
			digest: H256::repeat_byte(5),
			dated: 0,
			supersedes: None,
		};
		assert_ok!(submit(ISSUER, paper));
		// In this order each finds what it needs, but for what a valuation or a manager needs.
		let mut done = 0;
		for (call, class) in allowed() {
			assert_eq!(HoldersMay::least_class(&call), Some(class), "{call:?}");
			let other = pallet_dao::Origin::Holders(ASSET + 1).into();
			for origin in [by(STRANGER), by(Alice), other, RuntimeOrigin::none()] {
				let refused = call.clone().dispatch(origin);
				assert!(refused.is_err(), "{call:?}");
			}
			let answer = call.clone().dispatch(pallet_dao::Origin::Holders(ASSET).into());
			match answer {
				Ok(_) => done += 1,
				Err(failed) => {
					assert_ne!(failed.error, DispatchError::BadOrigin, "{call:?}");
					let name = format!("{:?}", failed.error);
					assert!(
						!name.contains("NotIssuer") && !name.contains("MissingRole"),
						"{call:?}"
					);
				},
			}
		}
		// Only what needs a manager, a distribution that waits, an empty purse or a dispute did not.
		assert!(done >= 13, "{done} calls went through");
	});
}

/// The list is of what is allowed: of all the calls of the runtime that a resolution could name,
/// those that carry other calls, move shares or make other people's decisions are not on it.
#[test]
fn what_is_not_on_the_list_is_refused_when_it_is_proposed() {
	staged(|| {
		let dest = Alice.to_account_id();
		let spend: RuntimeCall =
			Call::spend { asset: ASSET, currency: NATIVE, to: dest.clone(), amount: 1 }.into();
		let boxed = || Box::new(spend.clone());
		let refused: Vec<RuntimeCall> = vec![
			frame_system::Call::remark { remark: vec![] }.into(),
			frame_system::Call::set_code { code: vec![] }.into(),
			pallet_balances::Call::transfer_all { dest: dest.clone().into(), keep_alive: false }
				.into(),
			pallet_utility::Call::batch { calls: vec![spend.clone()] }.into(),
			pallet_utility::Call::as_derivative { index: 0, call: boxed() }.into(),
			pallet_proxy::Call::proxy {
				real: dest.clone().into(),
				force_proxy_type: None,
				call: boxed(),
			}
			.into(),
			pallet_multisig::Call::as_multi_threshold_1 {
				other_signatories: vec![dest.clone()],
				call: boxed(),
			}
			.into(),
			proposal(Ordinary, None).into(),
			execution(0).into(),
			Call::vote { asset: ASSET, resolution: 0, ballot: ballot(YES) }.into(),
			Call::veto { asset: ASSET, resolution: 0, reason: H256::zero() }.into(),
			pallet_shares::Call::issue { asset: ASSET, to: dest.clone(), amount: 1 }.into(),
			pallet_shares::Call::transfer { asset: ASSET, to: dest.clone(), amount: 1 }.into(),
			pallet_compliance::Call::delist_provider { provider: 0 }.into(),
			pallet_dividends::Call::remit_tax {
				asset: ASSET,
				currency: NATIVE,
				jurisdiction: None,
				to: dest,
				reference: H256::zero(),
			}
			.into(),
			pallet_asset_registry::Call::retire { asset: ASSET }.into(),
		];
		for call in refused {
			assert_eq!(HoldersMay::least_class(&call), None, "{call:?}");
			let name = format!("{call:?}");
			let answer = submit(Alice, proposal(Extraordinary, Some(call)));
			let expected: [DispatchError; 2] = [
				Error::<Runtime>::CallNotAllowed.into(),
				// A call that carries others in a nesting of its own.
				Error::<Runtime>::UndecodableCall.into(),
			];
			assert!(answer.is_err_and(|error| expected.contains(&error)), "{name}");
		}
		assert_eq!(pallet_dao::OpenResolutions::<Runtime>::get(ASSET), 0);
	});
}

/// A call of more than 128 bytes is noted as a preimage first, and stays until the resolution goes.
#[test]
fn a_long_call_is_carried_by_its_preimage() {
	staged(|| {
		fund(20_000);
		let named: Vec<_> = (0..40).collect();
		let declare = RuntimeCall::from(pallet_dividends::Call::declare {
			asset: ASSET,
			currency: CENTS,
			amount: Amount::Total(1_000),
			record: RecordDate::Now,
			pays_at: now() + 30 * DAY,
			expires_at: now() + 90 * DAY,
			selection: Selection::Only(BoundedVec::truncate_from(named)),
		});
		assert!(declare.encoded_size() > 128);
		let resolution = propose(Ordinary, declare.clone());
		// Who noted it cannot take it away under the resolution.
		let hash = <Runtime as frame_system::Config>::Hashing::hash_of(&declare);
		let _ = submit(ISSUER, pallet_preimage::Call::unnote_preimage { hash });
		wait_until(info(resolution).voting_from);
		assert_ok!(vote(Alice, resolution, YES));
		close(resolution);
		// A bound that is too low is refused, and costs the resolution nothing.
		wait_until(info(resolution).executable_from);
		let weight_bound = declare.get_dispatch_info().call_weight - Weight::from_parts(1, 0);
		let low = Call::execute { asset: ASSET, resolution, motion: 0, weight_bound };
		assert_eq!(submit(STRANGER, low), Err(Error::<Runtime>::WeightBoundExceeded.into()));
		assert_eq!(execute(resolution), EXECUTED);
		assert!(Dividends::distribution(ASSET, 0).is_some());
	});
}
