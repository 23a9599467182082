// SPDX-License-Identifier: Apache-2.0

//! The chain governs itself: what a voter carries through each track with a signed transaction at a
//! time, what does not get through, and what the committee may stop and for how long.
//!
//! The tables of `docs/governance.md` are compared with the runtime.

#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

mod common;

use cadastre_primitives::{
	token::UNIT, AssetClass, Balance, Claims, Flags, Metric, ModelCard, ModelMetrics, ModelStatus,
	Moment, Unit,
};
use cadastre_runtime::{
	configs::{
		chain_governance::{Origin, TrackId, TracksInfo},
		monetary::{Currencies, Currency, MILLICENT},
		parameters::{
			dynamic_params::fees::{BytePrice, Parameters as Fees},
			BYTE_PRICE_BOUNDS,
		},
		system::TxPauseWhitelist,
		xcm::{AssetHubAccount, Stablecoins},
	},
	genesis_config_presets::TEST_PACE,
	AccountId, Assets, Balances, BlockNumber, Compliance, ConvictionVoting, OriginCaller,
	Referenda, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, RuntimeParameters, SafeMode,
	Scheduler, System, TechnicalCommittee, TransactionPayment, Treasury, TxPause, ValuationOracle,
	DAYS, HOURS,
};
use codec::Encode;
use common::{
	apply, begin_block,
	calls::{every_call, Named},
	chain, chain_at_full_length, nonce, page, signed,
};
use cumulus_pallet_parachain_system::{LastRelayChainBlockNumber, OnSystemEvent};
use cumulus_primitives_core::PersistedValidationData;
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{GetDispatchInfo, RawOrigin},
	traits::{
		fungibles, schedule::DispatchTime, Bounded, Contains, GetCallMetadata, Hooks, StorePreimage,
	},
	BoundedVec,
};
use pallet_conviction_voting::{AccountVote, Conviction, Vote};
use pallet_referenda::{
	Curve, ReferendumInfo, ReferendumInfoFor, Track, TrackInfo, TrackInfoOf, TracksInfo as _,
};
use pallet_scheduler::Event as SchedulerEvent;
use sp_keyring::Sr25519Keyring::{self, *};
use sp_runtime::{
	traits::{BlakeTwo256, BlockNumberProvider, Hash},
	DispatchError, DispatchResult, FixedU128, Perbill,
};
use std::{
	borrow::Cow,
	collections::{BTreeMap, BTreeSet},
};

/// Who carries the stories: a holder of tokens without any office.
const VOTER: Sr25519Keyring = Ferdie;

/// USDT on Asset Hub.
const CURRENCY: u32 = 1_984;

type OnSystemEventOf = <Runtime as cumulus_pallet_parachain_system::Config>::OnSystemEvent;

/// A chain on which a block of this chain is made with each block of the relay chain.
#[derive(Default)]
struct Chain {
	block: BlockNumber,
	/// What became of the calls that referenda enacted.
	enacted: Vec<DispatchResult>,
}

impl Chain {
	/// Goes on to a block, with all that is scheduled up to it.
	fn to(&mut self, block: BlockNumber) {
		LastRelayChainBlockNumber::<Runtime>::put(block);
		System::set_block_number(block - 1);
		begin_block(block);
		let behind = || pallet_scheduler::IncompleteSince::<Runtime>::get();
		while behind().is_some_and(|since| since <= block) {
			Scheduler::on_initialize(block);
		}
		self.block = block;
		for record in System::events() {
			// Enactments have a name, the alarms of referenda have none.
			if let RuntimeEvent::Scheduler(pallet_scheduler::Event::Dispatched {
				id: Some(_),
				result,
				..
			}) = record.event
			{
				self.enacted.push(result);
			}
		}
	}

	/// Goes on by so many blocks, an hour at most at once.
	fn pass(&mut self, blocks: BlockNumber) {
		let end = self.block + blocks;
		while self.block < end {
			self.to(end.min(self.block + HOURS));
		}
	}

	/// Puts one signed transaction into the next block.
	fn send(&mut self, who: Sr25519Keyring, call: impl Into<RuntimeCall>) -> DispatchResult {
		self.to(self.block + 1);
		let transaction = signed(who, nonce(&who.to_account_id()), call.into());
		apply(transaction).expect("the transaction is valid")
	}

	/// Submits a referendum about a call: its preimage, then the question.
	fn submit(&mut self, origin: impl Into<OriginCaller>, call: &RuntimeCall) -> u32 {
		let index = pallet_referenda::ReferendumCount::<Runtime>::get();
		let bytes = call.encode();
		let (hash, len) = (BlakeTwo256::hash(&bytes), bytes.len() as u32);
		let noted = self.send(VOTER, pallet_preimage::Call::note_preimage { bytes });
		// The same question may be put twice.
		let before = Err(pallet_preimage::Error::<Runtime>::AlreadyNoted.into());
		assert!(noted.is_ok() || noted == before, "{noted:?}");
		let submit = pallet_referenda::Call::submit {
			proposal_origin: Box::new(origin.into()),
			proposal: Bounded::Lookup { hash, len },
			enactment_moment: DispatchTime::After(0),
		};
		assert_ok!(self.send(VOTER, submit));
		index
	}

	fn deposit(&mut self, index: u32) {
		assert_ok!(self.send(VOTER, pallet_referenda::Call::place_decision_deposit { index }));
	}

	fn vote(&mut self, who: Sr25519Keyring, poll_index: u32, aye: bool, balance: Balance) {
		let vote = Vote { aye, conviction: Conviction::Locked1x };
		let vote = AccountVote::Standard { vote, balance };
		assert_ok!(self.send(who, pallet_conviction_voting::Call::vote { poll_index, vote }));
	}

	/// Waits until a referendum is decided; answers what it came to, and after how many blocks.
	fn wait(&mut self, index: u32) -> (&'static str, BlockNumber) {
		let begin = self.block;
		for _ in 0..40 * DAYS / HOURS {
			let state = state(index);
			if state != "ongoing" {
				return (state, self.block - begin);
			}
			self.pass(HOURS);
		}
		panic!("it is not decided: {:?}", ReferendumInfoFor::<Runtime>::get(index));
	}

	/// Carries a call through the track of an origin with the voter's key alone, and waits until it
	/// is enacted. Answers what became of the call.
	fn carry(&mut self, origin: impl Into<OriginCaller>, call: &RuntimeCall) -> DispatchResult {
		let index = self.submit(origin, call);
		self.deposit(index);
		self.vote(VOTER, index, true, 900_000 * UNIT);
		assert_eq!(self.wait(index).0, "approved");
		let before = self.enacted.len();
		self.pass(2 * DAYS);
		assert_eq!(self.enacted.len(), before + 1, "one call is enacted");
		self.enacted[before]
	}
}

fn state(index: u32) -> &'static str {
	match ReferendumInfoFor::<Runtime>::get(index).expect("there is such a referendum") {
		ReferendumInfo::Ongoing(_) => "ongoing",
		ReferendumInfo::Approved(..) => "approved",
		ReferendumInfo::Rejected(..) => "rejected",
		ReferendumInfo::Cancelled(..) => "cancelled",
		ReferendumInfo::TimedOut(..) => "timed out",
		ReferendumInfo::Killed(..) => "killed",
	}
}

/// Tells a story to a development chain on which everything takes as long as on a public one.
fn story(tell: impl FnOnce(&mut Chain)) {
	chain_at_full_length("development").execute_with(|| tell(&mut Chain::default()));
}

fn track(origin: Origin) -> OriginCaller {
	OriginCaller::Origins(origin)
}

fn root() -> OriginCaller {
	OriginCaller::system(RawOrigin::Root)
}

fn info(id: TrackId) -> TrackInfoOf<Runtime> {
	TracksInfo::info(id).expect("there is such a track").into_owned()
}

fn id(who: Sr25519Keyring) -> AccountId {
	who.to_account_id()
}

fn reserved(who: Sr25519Keyring) -> Balance {
	Balances::reserved_balance(id(who))
}

fn claims() -> Claims {
	Claims {
		residence: *b"CH",
		tax_residence: *b"CH",
		flags: Flags::KYC,
		valid_from: 0,
		valid_until: 4_000_000_000,
	}
}

fn now() -> Moment {
	pallet_timestamp::Now::<Runtime>::get() / 1_000
}

fn delist() -> RuntimeCall {
	pallet_compliance::Call::delist_provider { provider: 0 }.into()
}

fn is_listed() -> bool {
	let status = Compliance::status();
	status.is_listed(0, status.epochs[0])
}

/// A vote sets the alarm of its referendum anew. Whoever votes in every block must not put the alarm
/// off for ever.
#[test]
fn who_votes_in_every_block_keeps_nothing_from_being_decided() {
	use cumulus_pallet_parachain_system::RelaychainDataProvider;

	chain("development").execute_with(|| {
		let mut block = 0;
		// As on a chain: a block begins with what the one before knew of the relay chain, and an
		// inherent tells it more.
		let mut next = |run: &mut dyn FnMut()| {
			block += 1;
			begin_block(block);
			RelaychainDataProvider::<Runtime>::set_block_number(block);
			run();
			LastRelayChainBlockNumber::<Runtime>::put(block);
		};
		let vote = |who: Sr25519Keyring, aye, balance| {
			let vote = Vote { aye, conviction: Conviction::Locked1x };
			let vote = AccountVote::Standard { vote, balance };
			assert_ok!(ConvictionVoting::vote(RuntimeOrigin::signed(id(who)), 0, vote));
		};

		next(&mut || {
			assert_ok!(Referenda::submit(
				RuntimeOrigin::signed(id(VOTER)),
				Box::new(track(Origin::ComplianceAdmin)),
				Bounded::Inline(BoundedVec::truncate_from(delist().encode())),
				DispatchTime::After(0),
			));
			assert_ok!(Referenda::place_decision_deposit(RuntimeOrigin::signed(id(VOTER)), 0));
		});
		next(&mut || {
			for who in [Alice, Bob, Charlie, Dave, Ferdie] {
				vote(who, true, 900_000 * UNIT);
			}
		});
		let mut votes = 0;
		while state(0) == "ongoing" {
			votes += 1;
			assert!(votes < 30, "{:?}", ReferendumInfoFor::<Runtime>::get(0));
			next(&mut || {
				if state(0) == "ongoing" {
					vote(Eve, false, votes);
				}
			});
		}
		assert_eq!(state(0), "approved");
		// It is enacted, too.
		next(&mut || ());
		next(&mut || ());
		assert!(!is_listed());
	});
}

/// The first block begins before the relay chain's height is known, which is 29 million in 2026.
#[test]
fn the_scheduler_starts_at_the_relay_chains_height() {
	const HEIGHT: BlockNumber = 29_000_000;
	chain("development").execute_with(|| {
		let relay_chain_is_at = |height: BlockNumber| {
			LastRelayChainBlockNumber::<Runtime>::put(height);
			OnSystemEventOf::on_validation_data(&PersistedValidationData {
				parent_head: Vec::new().into(),
				relay_parent_number: height,
				relay_parent_storage_root: Default::default(),
				max_pov_size: 0,
			});
		};
		let dispatched = || {
			let scheduled =
				|event| matches!(event, RuntimeEvent::Scheduler(SchedulerEvent::Dispatched { .. }));
			System::events().into_iter().filter(|record| scheduled(record.event.clone())).count()
		};
		begin_block(1);
		relay_chain_is_at(HEIGHT);
		for height in [HEIGHT + 1, HEIGHT + 4] {
			let remark = frame_system::Call::remark { remark: Vec::new() };
			let call = Box::new(remark.into());
			assert_ok!(Scheduler::schedule(RuntimeOrigin::root(), height, None, 0, call));
		}
		// Each block begins at the height that the one before has seen; heights may be left out.
		for (number, height, calls) in [
			(2, HEIGHT + 1, 0),
			(3, HEIGHT + 3, 1),
			(4, HEIGHT + 5, 0),
			(5, HEIGHT + 6, 1),
			(6, HEIGHT + 7, 0),
		] {
			begin_block(number);
			assert_eq!(dispatched(), calls, "in block {number}");
			relay_chain_is_at(height);
		}
		assert_eq!(pallet_scheduler::IncompleteSince::<Runtime>::get(), Some(HEIGHT + 7));
	});
}

// What a voter carries.

#[test]
fn a_voter_appoints_a_provider_and_removes_it() {
	story(|chain| {
		let admit = |who: Sr25519Keyring| pallet_compliance::Call::admit {
			account: id(who),
			claims: claims(),
		};
		let refused = chain.send(Charlie, admit(Eve));
		assert_eq!(refused, Err(pallet_compliance::Error::<Runtime>::NotProvider.into()));

		let terms = pallet_compliance::Terms::WIDEST;
		let appoint = pallet_compliance::Call::appoint_provider { account: id(Charlie), terms };
		assert_ok!(chain.carry(track(Origin::ComplianceAdmin), &appoint.into()));
		assert_eq!(Compliance::provider(1).map(|provider| provider.account), Some(id(Charlie)));
		assert_ok!(chain.send(Charlie, admit(Eve)));

		let delist = pallet_compliance::Call::delist_provider { provider: 1 };
		assert_ok!(chain.carry(track(Origin::ComplianceAdmin), &delist.into()));
		let dismiss = pallet_compliance::Call::dismiss_provider { provider: 1 };
		assert_ok!(chain.carry(track(Origin::ComplianceAdmin), &dismiss.into()));
		assert!(Compliance::provider(1).is_none());
		let refused = chain.send(Charlie, admit(Bob));
		assert_eq!(refused, Err(pallet_compliance::Error::<Runtime>::NotProvider.into()));
	});
}

#[test]
fn a_voter_approves_a_model() {
	story(|chain| {
		let account = id(Eve);
		assert_ok!(chain.send(Dave, pallet_compliance::Call::admit { account, claims: claims() }));
		let amount = 1_000 * UNIT;
		assert_ok!(chain.send(Eve, pallet_valuation_oracle::Call::bond { amount }));
		let digest = sp_core::H256::repeat_byte(1);
		let card = ModelCard {
			artefact: digest,
			code: digest,
			training_data: digest,
			card: digest,
			uri: BoundedVec::truncate_from(b"ipfs://card".to_vec()),
			family: 0,
			human: false,
			metric: Metric::MarketValue,
			unit: Unit::Fiat(*b"CHF"),
			decimals: 2,
			classes: BoundedVec::truncate_from(vec![AssetClass::RealEstate]),
			countries: None,
			metrics: ModelMetrics::default(),
		};
		assert_ok!(chain.send(Eve, pallet_valuation_oracle::Call::propose_model { card }));
		let status = || ValuationOracle::model(0).map(|model| model.status);
		assert_eq!(status(), Some(ModelStatus::Proposed));

		let expires_at = now() + 200 * 24 * 60 * 60;
		let approve = pallet_valuation_oracle::Call::approve_model { model: 0, expires_at };
		assert_ok!(chain.carry(track(Origin::ModelAdmin), &approve.into()));
		assert_eq!(status(), Some(ModelStatus::Approved));
	});
}

#[test]
fn a_voter_lists_a_payment_currency() {
	story(|chain| {
		let rate = FixedU128::from_u32(2_000_000);
		let list = pallet_utility::Call::batch_all {
			calls: vec![
				pallet_assets::Call::force_create {
					id: CURRENCY.into(),
					owner: AssetHubAccount::get().into(),
					is_sufficient: true,
					min_balance: 1_000,
				}
				.into(),
				pallet_asset_rate::Call::create {
					asset_kind: Box::new(Currency::WithId(CURRENCY)),
					rate,
				}
				.into(),
			],
		};
		assert!(!Stablecoins::is_listed(CURRENCY));
		assert_ok!(chain.carry(track(Origin::AssetAdmin), &list.into()));
		assert!(Stablecoins::is_listed(CURRENCY));
		assert_eq!(Stablecoins::for_fees().count(), 1);
		assert!(<Currencies as fungibles::Inspect<_>>::asset_exists(Currency::WithId(CURRENCY)));
		assert!(Assets::maybe_total_supply(CURRENCY).is_some());
	});
}

#[test]
fn a_voter_changes_a_fee_and_the_bounds_hold_a_wrong_one() {
	story(|chain| {
		let set = |price: Balance| {
			let fees = RuntimeParameters::Fees(Fees::BytePrice(BytePrice, Some(price)));
			pallet_parameters::Call::set_parameter { key_value: fees }.into()
		};
		let price = || TransactionPayment::length_to_fee(1);
		assert_eq!(price(), MILLICENT);
		assert_ok!(chain.carry(track(Origin::Treasurer), &set(2 * MILLICENT)));
		assert_eq!(price(), 2 * MILLICENT);
		assert_ok!(chain.carry(track(Origin::Treasurer), &set(Balance::MAX)));
		assert_eq!(price(), BYTE_PRICE_BOUNDS.1);
	});
}

#[test]
fn a_voter_spends_from_the_treasury() {
	story(|chain| {
		let amount = 1_000 * UNIT;
		let spend = pallet_treasury::Call::spend {
			asset_kind: Box::new(Currency::Native),
			amount,
			beneficiary: Box::new(id(One)),
			valid_from: None,
		};
		// Whoever wants a rich treasury fills it.
		let dest = Treasury::account_id().into();
		let fill = pallet_balances::Call::transfer_keep_alive { dest, value: 2 * amount };
		assert_ok!(chain.send(Alice, fill));
		let before = Balances::free_balance(Treasury::account_id());
		assert_ok!(chain.carry(track(Origin::Treasurer), &spend.into()));
		assert_eq!(Balances::free_balance(id(One)), 0, "it is paid when somebody asks for it");
		let spent = Balances::free_balance(Treasury::account_id());
		assert!(spent >= before, "fees come in");
		assert_ok!(chain.send(VOTER, pallet_treasury::Call::payout { index: 0 }));
		assert_eq!(Balances::free_balance(id(One)), amount);
	});
}

#[test]
fn a_voter_authorises_an_upgrade_to_one_code_and_no_other() {
	story(|chain| {
		let code_hash = BlakeTwo256::hash(b"the next runtime");
		let authorise = frame_system::Call::authorize_upgrade { code_hash };
		assert_ok!(chain.carry(root(), &authorise.into()));
		let authorised = System::authorized_upgrade().expect("it is authorised");
		assert_eq!(authorised.code_hash(), &code_hash);
		// Anybody applies it, and nothing else.
		let code = b"another runtime".to_vec();
		assert_noop!(
			System::apply_authorized_upgrade(RuntimeOrigin::signed(id(VOTER)), code),
			frame_system::Error::<Runtime>::Unauthorized
		);
	});
}

#[test]
fn what_the_committee_has_whitelisted_takes_a_shorter_way() {
	story(|chain| {
		let call: RuntimeCall =
			frame_system::Call::authorize_upgrade { code_hash: BlakeTwo256::hash(b"a repair") }
				.into();
		let dispatch: RuntimeCall =
			pallet_whitelist::Call::dispatch_whitelisted_call_with_preimage {
				call: Box::new(call.clone()),
			}
			.into();
		// Without the committee it waits for it, and nothing happens.
		assert_ok!(chain.carry(track(Origin::WhitelistedCaller), &dispatch));
		assert!(System::authorized_upgrade().is_none());

		motion(
			2,
			pallet_whitelist::Call::whitelist_call { call_hash: BlakeTwo256::hash_of(&call) },
		);
		let index = chain.submit(track(Origin::WhitelistedCaller), &dispatch);
		chain.deposit(index);
		for who in [VOTER, Alice, Bob, Charlie, Dave, Eve] {
			chain.vote(who, index, true, 900_000 * UNIT);
		}
		let (decision, blocks) = chain.wait(index);
		assert_eq!(decision, "approved");
		// On the track of root nothing passes within a day.
		assert!(blocks <= 4 * HOURS, "{blocks} blocks");
		chain.pass(HOURS);
		assert!(System::authorized_upgrade().is_some());
	});
}

#[test]
fn conviction_and_delegation_count_and_lock() {
	story(|chain| {
		let index = chain.submit(track(Origin::ComplianceAdmin), &delist());
		chain.deposit(index);
		let delegate = |balance| pallet_conviction_voting::Call::delegate {
			class: info_id("compliance_admin"),
			to: id(VOTER).into(),
			conviction: Conviction::Locked3x,
			balance,
		};
		assert_ok!(chain.send(Eve, delegate(100_000 * UNIT)));
		chain.vote(VOTER, index, true, 10_000 * UNIT);
		let tally = Referenda::ensure_ongoing(index).expect("it is open").tally;
		assert_eq!(tally.ayes, (10_000 + 3 * 100_000) * UNIT);
		assert_eq!(tally.support, (10_000 + 100_000) * UNIT, "conviction is no support");

		// A delegate cannot vote on top of it, and what is delegated does not leave.
		let vote = AccountVote::Standard {
			vote: Vote { aye: false, conviction: Conviction::None },
			balance: UNIT,
		};
		assert_eq!(
			chain.send(Eve, pallet_conviction_voting::Call::vote { poll_index: index, vote }),
			Err(pallet_conviction_voting::Error::<Runtime>::AlreadyDelegating.into())
		);
		let rest = Balances::free_balance(id(Eve)) - 50_000 * UNIT;
		let transfer =
			pallet_balances::Call::transfer_keep_alive { dest: id(Bob).into(), value: rest };
		assert!(chain.send(Eve, transfer.clone()).is_err());
		let class = info_id("compliance_admin");
		assert_ok!(chain.send(Eve, pallet_conviction_voting::Call::undelegate { class }));
		let tally = Referenda::ensure_ongoing(index).expect("it is open").tally;
		assert_eq!(tally.ayes, 10_000 * UNIT);
		// Three times the weight is four periods of lock: 28 days.
		let unlock = || pallet_conviction_voting::Call::unlock { class, target: id(Eve).into() };
		chain.pass(27 * DAYS);
		assert_ok!(chain.send(Eve, unlock()));
		assert!(chain.send(Eve, transfer.clone()).is_err());
		chain.pass(DAYS);
		assert_ok!(chain.send(Eve, unlock()));
		assert_ok!(chain.send(Eve, transfer));
	});
}

fn info_id(name: &str) -> TrackId {
	TracksInfo::tracks()
		.find(|track| name_of(&track.info) == name)
		.expect("there is such a track")
		.id
}

fn name_of(info: &TrackInfoOf<Runtime>) -> String {
	String::from_utf8_lossy(&info.name).trim_end_matches('\0').to_owned()
}

/// Refused to everybody: nothing is teleported here, and nobody runs a program of messages of its
/// own. Benchmarks that cannot run give the greatest weight there is.
const CLOSED: [&str; 3] =
	["PolkadotXcm.teleport_assets", "PolkadotXcm.limited_teleport_assets", "PolkadotXcm.execute"];

/// A call whose declared weight is above what a transaction may take can be signed by nobody.
#[test]
fn every_call_fits_into_a_block() {
	let limits = cadastre_runtime::RuntimeBlockWeights::get();
	let (mut beyond, mut closed) = (vec![], BTreeSet::new());
	for call in every_call() {
		let info = call.call.get_dispatch_info();
		let most = limits.get(info.class).max_extrinsic.unwrap_or(limits.max_block);
		if !info.call_weight.any_gt(most) {
			continue;
		}
		if CLOSED.contains(&&call.path()[..]) {
			closed.insert(call.path());
		} else {
			beyond.push(format!("{}: {} of {most}", call.path(), info.call_weight));
		}
	}
	assert!(beyond.is_empty(), "{beyond:#?}");
	assert_eq!(
		closed.len(),
		CLOSED.len(),
		"only {closed:?} do not fit: take the others off the list"
	);
}

// What does not get through.

#[test]
fn without_votes_a_referendum_is_rejected_after_its_decision_period() {
	story(|chain| {
		let index = chain.submit(track(Origin::ComplianceAdmin), &delist());
		let paid = reserved(VOTER);
		chain.deposit(index);
		let decision_deposit = info(info_id("compliance_admin")).decision_deposit;
		assert_eq!(reserved(VOTER), paid + decision_deposit);
		let (decision, blocks) = chain.wait(index);
		assert_eq!(decision, "rejected");
		assert!((14 * DAYS..15 * DAYS).contains(&blocks), "{blocks} blocks");
		assert!(is_listed());
		// The deposit for the decision comes back, the one for the question does not.
		assert_ok!(chain.send(VOTER, pallet_referenda::Call::refund_decision_deposit { index }));
		assert_eq!(reserved(VOTER), paid);
		assert_eq!(
			chain.send(VOTER, pallet_referenda::Call::refund_submission_deposit { index }),
			Err(pallet_referenda::Error::<Runtime>::BadStatus.into())
		);
	});
}

#[test]
fn a_majority_against_rejects_however_many_are_for_it() {
	story(|chain| {
		let index = chain.submit(track(Origin::ComplianceAdmin), &delist());
		chain.deposit(index);
		for who in [VOTER, Alice, Bob] {
			chain.vote(who, index, true, 900_000 * UNIT);
		}
		for who in [Charlie, Dave, Eve] {
			chain.vote(who, index, false, 900_000 * UNIT);
		}
		chain.vote(AliceStash, index, false, 900_000 * UNIT);
		assert_eq!(chain.wait(index).0, "rejected");
		assert!(is_listed());
	});
}

#[test]
fn too_few_tokens_reject_though_nobody_is_against() {
	story(|chain| {
		// The floor of this track's support is a twentieth of the issuance.
		let call = pallet_whitelist::Call::dispatch_whitelisted_call_with_preimage {
			call: Box::new(delist()),
		};
		let index = chain.submit(track(Origin::WhitelistedCaller), &call.into());
		chain.deposit(index);
		let issuance = Balances::total_issuance();
		chain.vote(VOTER, index, true, issuance / 25);
		assert_eq!(chain.wait(index).0, "rejected");
	});
}

#[test]
fn opposition_that_comes_late_interrupts_the_confirmation() {
	story(|chain| {
		let index = chain.submit(track(Origin::ComplianceAdmin), &delist());
		chain.deposit(index);
		for who in [VOTER, Alice, Bob, Charlie, Eve, AliceStash, BobStash] {
			chain.vote(who, index, true, 900_000 * UNIT);
		}
		let confirming = || {
			let deciding = Referenda::ensure_ongoing(index).expect("it is open").deciding;
			deciding.is_some_and(|deciding| deciding.confirming.is_some())
		};
		chain.pass(3 * HOURS);
		assert!(confirming());
		let vote = |conviction| AccountVote::Standard {
			vote: Vote { aye: false, conviction },
			balance: 900_000 * UNIT,
		};
		let against = pallet_conviction_voting::Call::vote {
			poll_index: index,
			vote: vote(Conviction::Locked6x),
		};
		assert_ok!(chain.send(Dave, against));
		chain.pass(HOURS);
		assert!(!confirming());
		assert!(is_listed());
	});
}

#[test]
fn without_its_deposit_a_referendum_times_out() {
	story(|chain| {
		let index = chain.submit(track(Origin::ComplianceAdmin), &delist());
		chain.vote(VOTER, index, true, 900_000 * UNIT);
		let (decision, blocks) = chain.wait(index);
		assert_eq!(decision, "timed out");
		assert!((14 * DAYS..15 * DAYS).contains(&blocks), "{blocks} blocks");
		assert!(is_listed());
	});
}

#[test]
fn a_referendum_is_cancelled_by_another_and_its_deposits_come_back() {
	story(|chain| {
		let first = chain.submit(root(), &delist());
		chain.deposit(first);
		let paid = reserved(VOTER);
		let cancel = pallet_referenda::Call::cancel { index: first };
		assert_ok!(chain.carry(track(Origin::ReferendumCanceller), &cancel.into()));
		assert_eq!(state(first), "cancelled");
		let refunds = [
			RuntimeCall::from(pallet_referenda::Call::refund_decision_deposit { index: first }),
			pallet_referenda::Call::refund_submission_deposit { index: first }.into(),
		];
		for refund in refunds {
			assert_ok!(chain.send(VOTER, refund));
		}
		let back = info(info_id("root")).decision_deposit;
		assert!(reserved(VOTER) < paid - back + 2_000 * UNIT);
		assert!(is_listed());
	});
}

#[test]
fn a_referendum_is_killed_and_its_deposits_go_to_the_treasury() {
	story(|chain| {
		let first = chain.submit(root(), &delist());
		chain.deposit(first);
		let kill = pallet_referenda::Call::kill { index: first };
		let treasury = Balances::free_balance(Treasury::account_id());
		assert_ok!(chain.carry(track(Origin::ReferendumKiller), &kill.into()));
		assert_eq!(state(first), "killed");
		let slashed = info(info_id("root")).decision_deposit;
		assert!(Balances::free_balance(Treasury::account_id()) >= treasury + slashed);
		assert_eq!(
			chain.send(VOTER, pallet_referenda::Call::refund_decision_deposit { index: first }),
			Err(pallet_referenda::Error::<Runtime>::NoDeposit.into())
		);
	});
}

#[test]
fn a_track_does_nothing_that_is_not_its_own() {
	// Each call with the origins that do not carry it.
	let spend: RuntimeCall = pallet_treasury::Call::spend {
		asset_kind: Box::new(Currency::Native),
		amount: 1,
		beneficiary: Box::new(id(One)),
		valid_from: None,
	}
	.into();
	let cases = [
		(delist(), Origin::Treasurer),
		(spend, Origin::ComplianceAdmin),
		(
			frame_system::Call::authorize_upgrade { code_hash: Default::default() }.into(),
			Origin::WhitelistedCaller,
		),
	];
	for (call, origin) in cases {
		story(|chain| {
			assert_eq!(chain.carry(track(origin), &call), Err(DispatchError::BadOrigin));
			assert!(is_listed());
			assert!(System::authorized_upgrade().is_none());
			assert_eq!(pallet_treasury::SpendCount::<Runtime>::get(), 0);
		});
	}
}

#[test]
fn nobody_refers_in_the_name_of_an_account() {
	story(|chain| {
		chain.to(1);
		let submit = pallet_referenda::Call::submit {
			proposal_origin: Box::new(OriginCaller::system(RawOrigin::Signed(id(Alice)))),
			proposal: cadastre_runtime::Preimage::bound(delist()).expect("it is short"),
			enactment_moment: DispatchTime::After(0),
		};
		assert_eq!(
			chain.send(VOTER, submit),
			Err(pallet_referenda::Error::<Runtime>::NoTrack.into())
		);
	});
}

#[test]
fn a_test_chain_has_the_same_tracks_with_shorter_periods() {
	let live = tracks_of("cadastre");
	let short = |period: BlockNumber| period.div_ceil(TEST_PACE);
	for preset in ["development", "local_testnet"] {
		let test = tracks_of(preset);
		assert_eq!(test.len(), live.len());
		for (test, live) in test.iter().zip(&live) {
			let info = TrackInfo {
				prepare_period: short(live.info.prepare_period),
				decision_period: short(live.info.decision_period),
				confirm_period: short(live.info.confirm_period),
				min_enactment_period: short(live.info.min_enactment_period),
				..live.info.clone()
			};
			assert_eq!(test, &Track { id: live.id, info }, "{preset}: {}", name_of(&live.info));
			chain(preset).execute_with(|| {
				assert_eq!(TracksInfo::info(live.id).as_deref(), Some(&test.info));
			});
		}
	}
	// A day is 14,400 blocks; the shortest period is a block, never none.
	assert_eq!([short(1), short(TEST_PACE), short(TEST_PACE + 1), short(28 * DAYS)], [1, 1, 2, 47]);
}

#[test]
fn a_referendum_of_a_test_chain_is_over_within_a_minute_of_blocks() {
	chain("development").execute_with(|| {
		let chain = &mut Chain::default();
		let before = chain.block;
		let index = chain.submit(track(Origin::ModelAdmin), &delist());
		for who in [VOTER, Alice, Bob, Charlie, Dave, Eve, AliceStash, BobStash] {
			chain.vote(who, index, true, 900_000 * UNIT);
		}
		chain.deposit(index);
		while state(index) == "ongoing" {
			chain.to(chain.block + 1);
		}
		assert_eq!(state(index), "approved");
		// It is enacted, with an origin that may not do this.
		chain.to(chain.block + 1);
		assert_eq!(chain.enacted, [Err(DispatchError::BadOrigin)]);
		let blocks = chain.block - before;
		assert!(blocks <= 30, "{blocks} blocks, most of them for the transactions");

		// The tokens of who won are locked for a week at the pace of the chain.
		let remove = pallet_conviction_voting::Call::remove_other_vote {
			target: id(Bob).into(),
			class: info_id("model_admin"),
			index,
		};
		let week = (7 * DAYS).div_ceil(TEST_PACE);
		let ReferendumInfo::Approved(end, ..) =
			ReferendumInfoFor::<Runtime>::get(index).expect("there is such a referendum")
		else {
			panic!("it was approved");
		};
		// A transaction is in the block after the one that is reached.
		chain.to(end + week - 2);
		let early = pallet_conviction_voting::Error::<Runtime>::NoPermissionYet.into();
		assert_eq!(chain.send(Alice, remove.clone()), Err(early));
		assert_ok!(chain.send(Alice, remove));
	});
}

// The tables.

/// A number of blocks in the largest unit that has no rest.
fn time(blocks: BlockNumber) -> String {
	for (unit, name) in [(DAYS, "day"), (HOURS, "hour"), (HOURS / 60, "minute")] {
		if blocks >= unit && blocks.is_multiple_of(unit) {
			let count = blocks / unit;
			return format!("{count} {name}{}", if count == 1 { "" } else { "s" });
		}
	}
	format!("{blocks} blocks")
}

fn percent(part: Perbill) -> String {
	let tenths = (u64::from(part.deconstruct()) + 500_000) / 1_000_000;
	match tenths % 10 {
		0 => format!("{} %", tenths / 10),
		rest => format!("{}.{rest} %", tenths / 10),
	}
}

/// A curve at the begin, the quarters and the end of the decision period.
fn along(curve: &Curve) -> impl Iterator<Item = String> + '_ {
	(0..=4_u32).map(|quarter| percent(curve.threshold(Perbill::from_rational(quarter, 4))))
}

/// The tracks of a chain.
fn tracks_of(preset: &str) -> Vec<Track<TrackId, Balance, BlockNumber>> {
	chain(preset).execute_with(|| TracksInfo::tracks().map(Cow::into_owned).collect())
}

#[test]
fn the_table_of_tracks_is_that_of_the_runtime() {
	let tracks = tracks_of("cadastre");
	let head = ["Id", "Track", "Deposit", "Prepare", "Decide", "Confirm", "Enact after", "At once"];
	let rows = tracks.iter().map(|track| {
		let info = &track.info;
		assert_eq!(info.decision_deposit % UNIT, 0);
		vec![
			track.id.to_string(),
			format!("`{}`", name_of(info)),
			format!("{} CDST", info.decision_deposit / UNIT),
			time(info.prepare_period),
			time(info.decision_period),
			time(info.confirm_period),
			time(info.min_enactment_period),
			info.max_deciding.to_string(),
		]
	});
	page::compare("governance.md", "tracks", &page::table(&head, rows));

	let head = ["Track", "Of", "Begin", "¼", "½", "¾", "End"];
	let rows = tracks.iter().flat_map(|track| {
		let name = format!("`{}`", name_of(&track.info));
		let row = |of: &str, curve: &Curve| {
			[name.clone(), of.to_owned()].into_iter().chain(along(curve)).collect::<Vec<_>>()
		};
		vec![row("approval", &track.info.min_approval), row("support", &track.info.min_support)]
	});
	page::compare("governance.md", "curves", &page::table(&head, rows));
}

#[test]
fn no_track_asks_for_less_at_a_later_time_than_its_floor_and_none_lets_a_minority_decide() {
	for track in tracks_of("cadastre") {
		let (approval, support) = (&track.info.min_approval, &track.info.min_support);
		let mut before = (Perbill::one(), Perbill::one());
		for day in 0..=1_000_u32 {
			let at = Perbill::from_rational(day, 1_000);
			let now = (approval.threshold(at), support.threshold(at));
			assert!(now.0 <= before.0 && now.1 <= before.1, "{} rises", name_of(&track.info));
			// The arithmetic of curves rounds in the ninth digit.
			assert!(now.0 >= Perbill::from_parts(499_999_900), "{}", name_of(&track.info));
			before = now;
		}
	}
}

/// Puts a call through the committee, with so many of its three votes.
fn motion(threshold: u32, call: impl Into<RuntimeCall>) {
	let call = call.into();
	let (length, weight) = (call.encoded_size() as u32, call.get_dispatch_info().call_weight);
	let by = |who: Sr25519Keyring| RuntimeOrigin::signed(id(who));
	let (hash, index) = (
		BlakeTwo256::hash_of(&call),
		pallet_collective::ProposalCount::<Runtime, pallet_collective::Instance1>::get(),
	);
	assert_ok!(TechnicalCommittee::propose(by(Alice), threshold, Box::new(call), length));
	for who in [Alice, Bob, Charlie].into_iter().take(threshold as usize) {
		assert_ok!(TechnicalCommittee::vote(by(who), hash, index, true));
	}
	assert_ok!(TechnicalCommittee::close(by(Dave), hash, index, weight, length));
	let closed = System::events().into_iter().rev().find_map(|record| match record.event {
		RuntimeEvent::TechnicalCommittee(pallet_collective::Event::Executed { result, .. }) => {
			Some(result)
		},
		_ => None,
	});
	assert_ok!(closed.expect("the motion is carried"));
}

fn names(call: &RuntimeCall) -> pallet_tx_pause::RuntimeCallNameOf<Runtime> {
	let names = call.get_call_metadata();
	let bounded = |name: &str| BoundedVec::truncate_from(name.as_bytes().to_vec());
	(bounded(names.pallet_name), bounded(names.function_name))
}

fn passes(call: &RuntimeCall) -> bool {
	<Runtime as frame_system::Config>::BaseCallFilter::contains(call)
}

/// The calls of a pallet for which something holds, in words.
fn some(calls: &[(Named, bool)]) -> String {
	let list = |holds| {
		let those = calls.iter().filter(|(_, yes)| *yes == holds);
		those.map(|(call, _)| format!("`{}`", call.name)).collect::<Vec<_>>()
	};
	let (yes, no) = (list(true), list(false));
	match (yes.len(), no.len()) {
		(0, _) => "–".to_owned(),
		(_, 0) => "all".to_owned(),
		(_, except) if except <= 2 && yes.len() > except => {
			format!("all but {}", no.join(", "))
		},
		_ => yes.join(", "),
	}
}

#[test]
fn what_safe_mode_and_pauses_leave_open_is_the_table() {
	chain("development").execute_with(|| {
		begin_block(1);
		motion(2, pallet_safe_mode::Call::force_enter {});
		let mut pallets = BTreeMap::<u8, (String, Vec<(Named, bool)>, Vec<(Named, bool)>)>::new();
		for call in every_call() {
			let index = call.call.encode()[0];
			let (_, open, never) =
				pallets.entry(index).or_insert_with(|| (call.pallet.clone(), vec![], vec![]));
			open.push((call.clone(), passes(&call.call)));
			let never_paused = TxPauseWhitelist::contains(&names(&call.call));
			never.push((call, never_paused));
		}
		let head = ["Pallet", "Goes on in safe mode", "Can never be paused"];
		let rows = pallets
			.values()
			.map(|(pallet, open, never)| vec![format!("`{pallet}`"), some(open), some(never)]);
		page::compare("governance.md", "emergency", &page::table(&head, rows));
	});
}

#[test]
fn redemptions_claims_and_appeals_stay_open_whatever_the_committee_does() {
	let open = [
		"Shares.redeem",
		"Shares.appeal_order",
		"Shares.decide_appeal",
		"Shares.accept_recovery",
		"Dividends.claim",
		"Dividends.claim_for",
		"Dividends.claim_streams",
		"Dividends.claim_streams_for",
		"Dividends.pay_parked",
		"ValuationOracle.answer_dispute",
		"ValuationOracle.appeal",
	];
	chain("development").execute_with(|| {
		begin_block(1);
		let calls = every_call();
		// Everything that can be is paused, which takes the voters, and safe mode comes on top.
		let paused = calls
			.iter()
			.filter(|call| TxPause::pause(RuntimeOrigin::root(), names(&call.call)).is_ok())
			.count();
		assert!(paused > 100, "{paused} calls are paused");
		assert_ok!(SafeMode::force_enter(RuntimeOrigin::root()));
		for path in open {
			let call = calls.iter().find(|call| call.path() == path).expect("there is such a call");
			assert!(passes(&call.call), "{path}");
		}
		// And so does what ends it.
		for call in &calls {
			let way_out = ["Referenda", "ConvictionVoting", "Preimage", "TechnicalCommittee"];
			assert!(!way_out.contains(&&call.pallet[..]) || passes(&call.call), "{}", call.path());
		}
	});
}

#[test]
fn a_pause_by_the_committee_ends_by_itself() {
	story(|chain| {
		chain.to(1);
		let transfer: RuntimeCall =
			pallet_balances::Call::transfer_keep_alive { dest: id(Bob).into(), value: UNIT }.into();
		let pause = |call: &RuntimeCall| {
			cadastre_runtime::RuntimeCall::TimedPause(
				cadastre_runtime::configs::timed_pause::Call::pause { full_name: names(call) },
			)
		};
		let start = chain.block;
		motion(2, pause(&transfer));
		let filtered = frame_system::Error::<Runtime>::CallFiltered.into();
		assert_eq!(chain.send(Eve, transfer.clone()), Err(filtered));
		chain.to(start + 7 * DAYS);
		assert!(!passes(&transfer), "it lasts seven days");
		chain.to(start + 7 * DAYS + 1);
		assert!(passes(&transfer));
		assert_ok!(chain.send(Eve, transfer.clone()));

		// Half of it ends a pause sooner; the end that was scheduled does not end a later one.
		let start = chain.block;
		motion(2, pause(&transfer));
		chain.to(start + DAYS);
		let unpause = pallet_tx_pause::Call::unpause { ident: names(&transfer) };
		motion(2, unpause);
		assert!(passes(&transfer));
		let again = chain.block;
		motion(2, pause(&transfer));
		chain.to(start + 7 * DAYS + 1);
		assert!(!passes(&transfer), "the second pause has its own seven days");
		chain.to(again + 7 * DAYS + 1);
		assert!(passes(&transfer));
	});
}

#[test]
fn only_two_thirds_of_the_committee_pause_and_only_for_a_time() {
	chain("development").execute_with(|| {
		begin_block(1);
		let call: RuntimeCall =
			pallet_shares::Call::transfer { asset: 0, to: id(Bob), amount: 1 }.into();
		let members = |yes| RuntimeOrigin::from(pallet_collective::RawOrigin::Members(yes, 3));
		let pause = |origin| cadastre_runtime::TimedPause::pause(origin, names(&call));
		for origin in [members(1), RuntimeOrigin::signed(id(Alice)), RuntimeOrigin::none()] {
			assert_noop!(pause(origin), DispatchError::BadOrigin);
		}
		// Without an end only a referendum does.
		assert_noop!(TxPause::pause(members(3), names(&call)), DispatchError::BadOrigin);
		assert_ok!(pause(members(2)));
		assert_noop!(pause(members(2)), pallet_tx_pause::Error::<Runtime>::IsPaused);

		let bounded = |name: &[u8]| BoundedVec::truncate_from(name.to_vec());
		for (pallet, name) in [(&b"Shares"[..], &b"transfers"[..]), (b"Share", b"transfer")] {
			assert_noop!(
				cadastre_runtime::TimedPause::pause(members(2), (bounded(pallet), bounded(name))),
				cadastre_runtime::configs::timed_pause::Error::<Runtime>::UnknownCall
			);
		}
		let redeem = (bounded(b"Shares"), bounded(b"redeem"));
		assert_noop!(
			cadastre_runtime::TimedPause::pause(members(3), redeem),
			pallet_tx_pause::Error::<Runtime>::Unpausable
		);
	});
}

#[test]
fn safe_mode_ends_by_itself_and_sooner_by_half_of_the_committee() {
	chain("development").execute_with(|| {
		begin_block(1);
		motion(2, pallet_safe_mode::Call::force_enter {});
		assert!(SafeMode::is_entered());
		let members = |yes, of| RuntimeOrigin::from(pallet_collective::RawOrigin::Members(yes, of));
		assert_noop!(SafeMode::force_exit(members(1, 3)), DispatchError::BadOrigin);
		assert_noop!(SafeMode::force_extend(members(3, 3)), DispatchError::BadOrigin);
		assert_ok!(SafeMode::force_exit(members(2, 3)));
		assert!(!SafeMode::is_entered());
		assert_ok!(SafeMode::force_enter(members(2, 3)));
		let until = pallet_safe_mode::EnteredUntil::<Runtime>::get().expect("it is entered");
		assert_eq!(until, 1 + DAYS);
		System::set_block_number(until);
		begin_block(until + 1);
		assert!(!SafeMode::is_entered());
	});
}
