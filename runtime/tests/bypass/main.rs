// SPDX-License-Identifier: Apache-2.0

//! There is no way round the rules: every call that could touch shares, in every wrapping that the
//! chain has for calls, by everybody.
//!
//! One oracle decides each row. What changed in the register must be what its events say, and a
//! reference that knows the cast, but nothing of the pallets, must say that the change is lawful.

#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

mod common;

use cadastre_primitives::{token::UNIT, AssetId, Balance, Claims, Flags, InvestorId};
use cadastre_runtime::{
	configs::{system::ProxyType, xcm::XcmConfig},
	AccountId, Balances, Compliance, OriginCaller, Proxy, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeOrigin, Shares, System, TechnicalCommittee,
};
use codec::Encode;
use common::{active_bond, begin_block, chain};
use frame_support::{assert_ok, hypothetically, traits::fungible::Mutate, weights::Weight};
use pallet_compliance::rules::{Rule, RuleSet, Sides};
use sp_keyring::Sr25519Keyring::{self, *};
use sp_runtime::{traits::Dispatchable, BoundedVec};
use std::collections::{BTreeMap, BTreeSet};
use xcm::latest::prelude::*;

const ASSET: AssetId = 0;
const OTHER_ASSET: AssetId = 1;
const SHARES: Balance = 100;
const AMOUNT: Balance = 7;

/// Who tries. Each is a key of an investor of its own, but those of whom it says something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Actor {
	who: Sr25519Keyring,
	/// Is a key of an investor.
	known: bool,
	/// The pack lets it give and get: professional, and its provider is listed.
	eligible: bool,
	/// Not blocked.
	free: bool,
}

const ISSUER: Sr25519Keyring = AliceStash;
const LISTED: Sr25519Keyring = Dave;
const DELISTED: Sr25519Keyring = Eve;
/// A key that its principals let act for them.
const DELEGATE: Sr25519Keyring = BobStash;

const ACTORS: [Actor; 7] = [
	Actor { who: Alice, known: true, eligible: true, free: true },
	Actor { who: Bob, known: true, eligible: true, free: true },
	Actor { who: Charlie, known: true, eligible: false, free: true }, // not professional
	Actor { who: Ferdie, known: true, eligible: true, free: false },  // blocked
	Actor { who: One, known: true, eligible: false, free: true },     // its provider is de-listed
	Actor { who: Two, known: false, eligible: false, free: false },   // nobody
	Actor { who: ISSUER, known: false, eligible: false, free: false },
];

fn actor(who: &AccountId) -> Option<Actor> {
	ACTORS.into_iter().find(|actor| actor.who.to_account_id() == *who)
}

fn signed(who: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(who.to_account_id())
}

fn claims(flags: Flags) -> Claims {
	let (valid_from, valid_until) = (0, 4_000_000_000);
	Claims { residence: *b"CH", tax_residence: *b"CH", flags, valid_from, valid_until }
}

/// Two assets of which every actor with a key owns shares. They got them before they were blocked,
/// de-listed or found not to be professional.
fn stage() {
	begin_block(1);
	let professional = Flags::KYC.with(Flags::PROFESSIONAL);
	let terms = pallet_compliance::Terms::WIDEST;
	let delisted = DELISTED.to_account_id();
	assert_ok!(Compliance::appoint_provider(RuntimeOrigin::root(), delisted, terms));
	for actor in ACTORS.into_iter().filter(|actor| actor.known) {
		let provider = if actor.who == One { DELISTED } else { LISTED };
		let account = actor.who.to_account_id();
		assert_ok!(Compliance::admit(signed(provider), account, claims(professional)));
	}
	let rule = Rule::Required { side: Sides::Both, flags: Flags::PROFESSIONAL };
	let rules = RuleSet { rules: BoundedVec::truncate_from(vec![rule]), ..Default::default() };
	assert_ok!(Compliance::publish_pack(signed(ISSUER), rules));
	for asset in [ASSET, OTHER_ASSET] {
		assert_eq!(active_bond(ISSUER, 0, 1_000_000, 1), asset);
		for actor in ACTORS.into_iter().filter(|actor| actor.known) {
			assert_ok!(Shares::issue(signed(ISSUER), asset, actor.who.to_account_id(), SHARES));
		}
	}
	let investor = |who: Sr25519Keyring| Compliance::key(who.to_account_id()).unwrap().investor;
	assert_ok!(Compliance::renew(signed(LISTED), investor(Charlie), claims(Flags::KYC)));
	assert_ok!(Compliance::block(RuntimeOrigin::root(), investor(Ferdie)));
	assert_ok!(Compliance::delist_provider(RuntimeOrigin::root(), 1));
	for who in ACTORS.iter().map(|actor| actor.who).chain([DELEGATE]) {
		assert_ok!(Balances::mint_into(&who.to_account_id(), 1_000 * UNIT));
	}
	System::reset_events();
}

type Positions = BTreeMap<(AssetId, InvestorId), Balance>;

fn positions() -> Positions {
	pallet_shares::Positions::<Runtime>::iter()
		.map(|(asset, investor, position)| ((asset, investor), position.free))
		.collect()
}

/// What each position gained and lost.
fn change(before: &Positions, after: &Positions) -> BTreeMap<(AssetId, InvestorId), i128> {
	let signed = |number: Option<&Balance>| i128::try_from(*number.unwrap_or(&0)).unwrap();
	let keys: BTreeSet<_> = before.keys().chain(after.keys()).copied().collect();
	keys.into_iter()
		.map(|key| (key, signed(after.get(&key)) - signed(before.get(&key))))
		.filter(|(_, difference)| *difference != 0)
		.collect()
}

/// A change of the register, as its event tells it.
#[derive(Debug)]
struct Told {
	asset: AssetId,
	from: Option<(InvestorId, AccountId)>,
	to: Option<(InvestorId, AccountId)>,
	amount: Balance,
}

fn told() -> Vec<Told> {
	use pallet_shares::Event::*;
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Shares(event) => Some(event),
			_ => None,
		})
		.filter_map(|event| {
			Some(match event {
				Issued { asset, to, to_key, amount } => {
					Told { asset, from: None, to: Some((to, to_key)), amount }
				},
				Transferred { asset, from, by, to, to_key, amount } => {
					Told { asset, from: Some((from, by)), to: Some((to, to_key)), amount }
				},
				Redeemed { asset, from, by, amount } => {
					Told { asset, from: Some((from, by)), to: None, amount }
				},
				_ => return None,
			})
		})
		.collect()
}

/// Whether the reference lets this happen. `by` is who the chain took for the origin, for an issue.
fn lawful(told: &Told, by: Option<&AccountId>) -> bool {
	let party = |account: &AccountId| {
		actor(account).is_some_and(|actor| actor.known && actor.eligible && actor.free)
	};
	match (&told.from, &told.to) {
		(None, Some((_, to))) => by == Some(&ISSUER.to_account_id()) && party(to),
		(Some((_, from)), Some((_, to))) => party(from) && party(to) && from != to,
		// The lawful way out is open to all but the blocked.
		(Some((_, from)), None) => actor(from).is_some_and(|actor| actor.known && actor.free),
		(None, None) => false,
	}
}

/// Every call that could touch a share.
fn calls() -> Vec<RuntimeCall> {
	let mut calls: Vec<RuntimeCall> = vec![];
	for actor in ACTORS {
		let to = actor.who.to_account_id();
		let (asset, amount) = (ASSET, AMOUNT);
		calls.push(pallet_shares::Call::transfer { asset, to: to.clone(), amount }.into());
		calls.push(pallet_shares::Call::issue { asset, to, amount }.into());
	}
	for amount in [AMOUNT, SHARES, SHARES + 1] {
		calls.push(pallet_shares::Call::redeem { asset: ASSET, amount }.into());
	}
	calls
}

/// A way to hand a call over.
struct Carrier {
	name: String,
	/// Whether the call arrives with the signature of the actor, if it arrives at all. Else it comes
	/// from an account that is nobody's key, from a body, from a message or from nowhere.
	as_actor: bool,
	carry: Box<dyn Fn(Sr25519Keyring, RuntimeCall)>,
}

fn carrier(
	name: impl Into<String>,
	as_actor: bool,
	carry: impl Fn(Sr25519Keyring, RuntimeCall) + 'static,
) -> Carrier {
	Carrier { name: name.into(), as_actor, carry: Box::new(carry) }
}

/// A carrier by which the actor's own signature reaches a call inside another.
fn inside(
	name: &str,
	wrap: impl Fn(RuntimeCall) -> pallet_utility::Call<Runtime> + 'static,
) -> Carrier {
	carrier(name, true, move |who, call| {
		let _ = RuntimeCall::from(wrap(call)).dispatch(signed(who));
	})
}

fn carriers() -> Vec<Carrier> {
	use pallet_utility::Call as Utility;
	let mut all = vec![
		carrier("signed", true, |who, call| {
			let _ = call.dispatch(signed(who));
		}),
		inside("batch", |call| Utility::batch { calls: vec![call] }),
		inside("batch_all", |call| Utility::batch_all { calls: vec![call] }),
		inside("force_batch", |call| Utility::force_batch { calls: vec![call] }),
		inside("a batch in a batch", |call| Utility::batch {
			calls: vec![Utility::batch_all { calls: vec![call] }.into()],
		}),
		inside("if_else, as the alternative", |call| Utility::if_else {
			main: Box::new(pallet_shares::Call::redeem { asset: 99, amount: 1 }.into()),
			fallback: Box::new(call),
		}),
		carrier("as_derivative", false, |who, call| {
			let call = Utility::as_derivative { index: 0, call: Box::new(call) };
			let _ = RuntimeCall::from(call).dispatch(signed(who));
		}),
		carrier("dispatch_as, by the actor", false, |who, call| {
			let as_origin = Box::new(OriginCaller::from(frame_system::RawOrigin::Signed(
				Alice.to_account_id(),
			)));
			let call = Utility::dispatch_as { as_origin, call: Box::new(call) };
			let _ = RuntimeCall::from(call).dispatch(signed(who));
		}),
		// A referendum may sign for an account, but the rules hold for it as for its owner.
		carrier("dispatch_as, by a referendum", true, |who, call| {
			let as_origin =
				Box::new(OriginCaller::from(frame_system::RawOrigin::Signed(who.to_account_id())));
			let call = Utility::dispatch_as { as_origin, call: Box::new(call) };
			let _ = RuntimeCall::from(call).dispatch(RuntimeOrigin::root());
		}),
		carrier("with_weight, by a referendum", false, |_, call| {
			let call = Utility::with_weight { call: Box::new(call), weight: Weight::zero() };
			let _ = RuntimeCall::from(call).dispatch(RuntimeOrigin::root());
		}),
		carrier("referendum", false, |_, call| {
			let _ = call.dispatch(RuntimeOrigin::root());
		}),
		carrier("no origin", false, |_, call| {
			let _ = call.dispatch(RuntimeOrigin::none());
		}),
		carrier("multisig of one", false, |who, call| {
			let call = pallet_multisig::Call::as_multi_threshold_1 {
				other_signatories: vec![DELEGATE.to_account_id()],
				call: Box::new(call),
			};
			let _ = RuntimeCall::from(call).dispatch(signed(who));
		}),
		carrier("multisig of two", false, |who, call| {
			let one = |other: Sr25519Keyring, timepoint| {
				RuntimeCall::from(pallet_multisig::Call::as_multi {
					threshold: 2,
					other_signatories: vec![other.to_account_id()],
					maybe_timepoint: timepoint,
					call: Box::new(call.clone()),
					max_weight: Weight::MAX,
				})
			};
			let timepoint = pallet_multisig::Pallet::<Runtime>::timepoint();
			let _ = one(DELEGATE, None).dispatch(signed(who));
			let _ = one(who, Some(timepoint)).dispatch(signed(DELEGATE));
		}),
		carrier("schedule, by the actor", false, |who, call| {
			let call = pallet_scheduler::Call::schedule {
				when: 2,
				maybe_periodic: None,
				priority: 0,
				call: Box::new(call),
			};
			assert!(RuntimeCall::from(call).dispatch(signed(who)).is_err());
		}),
		carrier("committee", false, |who, call| {
			let call = pallet_collective::Call::<Runtime, _>::execute {
				proposal: Box::new(call),
				length_bound: 10_000,
			};
			let _ = RuntimeCall::TechnicalCommittee(call).dispatch(signed(who));
		}),
		carrier("proxy without a grant", false, |who, call| {
			let call = pallet_proxy::Call::proxy {
				real: who.to_account_id().into(),
				force_proxy_type: None,
				call: Box::new(call),
			};
			assert!(RuntimeCall::from(call).dispatch(signed(DELEGATE)).is_err());
		}),
	];
	for kind in [
		ProxyType::Any,
		ProxyType::NonTransfer,
		ProxyType::Issuer,
		ProxyType::Compliance,
		ProxyType::Valuation,
		ProxyType::Governance,
		ProxyType::CancelProxy,
	] {
		all.push(carrier(format!("proxy {kind:?}"), true, move |who, call| {
			assert_ok!(Proxy::add_proxy(signed(who), DELEGATE.to_account_id().into(), kind, 0));
			let call = pallet_proxy::Call::proxy {
				real: who.to_account_id().into(),
				force_proxy_type: None,
				call: Box::new(call),
			};
			let _ = RuntimeCall::from(call).dispatch(signed(DELEGATE));
		}));
	}
	for (name, origin) in locations() {
		for kind in [
			OriginKind::Native,
			OriginKind::SovereignAccount,
			OriginKind::Superuser,
			OriginKind::Xcm,
		] {
			let origin = origin.clone();
			all.push(carrier(
				format!("XCM Transact as {kind:?} from {name}"),
				false,
				move |_, call| {
					let transact = Instruction::Transact {
						origin_kind: kind,
						fallback_max_weight: None,
						call: call.encode().into(),
					};
					execute(origin.clone(), vec![transact]);
				},
			));
		}
	}
	all
}

/// Where a message can come from: the relay chain, another chain, somebody there, somebody here.
fn locations() -> Vec<(&'static str, Location)> {
	let id = |who: Sr25519Keyring| AccountId32 { network: None, id: who.to_raw_public() };
	vec![
		("the relay chain", Location::parent()),
		("another chain", Location::new(1, [Parachain(2_001)])),
		("an account of another chain", Location::new(1, [Parachain(2_001), id(Alice)])),
		("an account here", Location::new(0, [id(Alice)])),
	]
}

/// Executes a message of an origin that can pay for it, past the barrier if the barrier lets it.
fn execute(origin: Location, mut program: Vec<Instruction<RuntimeCall>>) {
	use xcm_executor::traits::ConvertLocation;
	type Accounts = cadastre_runtime::configs::xcm::LocationToAccountId;
	if let Some(account) = Accounts::convert_location(&origin) {
		assert_ok!(Balances::mint_into(&account, 1_000 * UNIT));
	}
	let fees: Asset = (Here, 100 * UNIT).into();
	let mut message =
		vec![WithdrawAsset(fees.clone().into()), BuyExecution { fees, weight_limit: Unlimited }];
	message.append(&mut program);
	let _ = xcm_executor::XcmExecutor::<XcmConfig>::prepare_and_execute(
		origin,
		Xcm(message),
		&mut [0; 32],
		Weight::MAX,
		Weight::zero(),
	);
}

/// Runs an attempt and judges what it did. Answers whether the register changed.
fn judge(row: &str, by: Option<&AccountId>, attempt: impl FnOnce()) -> bool {
	let before = positions();
	System::reset_events();
	attempt();
	let changed = change(&before, &positions());
	let told = told();
	let mut expected = BTreeMap::<_, i128>::new();
	for one in &told {
		assert!(lawful(one, by), "{row}: {one:?}");
		let amount = i128::try_from(one.amount).unwrap();
		if let Some((investor, _)) = one.from {
			*expected.entry((one.asset, investor)).or_default() -= amount;
		}
		if let Some((investor, _)) = one.to {
			*expected.entry((one.asset, investor)).or_default() += amount;
		}
	}
	expected.retain(|_, difference| *difference != 0);
	assert_eq!(changed, expected, "{row}: the events do not tell what changed");
	!changed.is_empty()
}

/// Whether the reference lets an actor's call through where its signature arrives.
fn goes_through(actor: Actor, call: &RuntimeCall) -> bool {
	let own = actor.who.to_account_id();
	let told = match call {
		RuntimeCall::Shares(pallet_shares::Call::transfer { to, .. }) => Told {
			asset: ASSET,
			from: Some((0, own.clone())),
			to: Some((0, to.clone())),
			amount: 0,
		},
		RuntimeCall::Shares(pallet_shares::Call::issue { to, .. }) => {
			Told { asset: ASSET, from: None, to: Some((0, to.clone())), amount: 0 }
		},
		RuntimeCall::Shares(pallet_shares::Call::redeem { amount, .. }) => {
			if *amount > SHARES {
				return false;
			}
			Told { asset: ASSET, from: Some((0, own.clone())), to: None, amount: 0 }
		},
		_ => return false,
	};
	lawful(&told, Some(&own))
}

/// Whether a proxy type may make the call: what the documents say of the roles.
fn proxied(name: &str, call: &RuntimeCall) -> bool {
	match name.strip_prefix("proxy ") {
		None | Some("Any") => true,
		Some("Issuer") => matches!(call, RuntimeCall::Shares(pallet_shares::Call::issue { .. })),
		Some(_) => false,
	}
}

#[test]
fn no_call_in_any_wrapping_moves_a_share_against_the_rules() {
	chain("development").execute_with(|| {
		stage();
		let (mut rows, mut passed) = (0_u32, 0_u32);
		for carrier in carriers() {
			for actor in ACTORS {
				for call in calls() {
					let row = format!("{}, {:?}: {call:?}", carrier.name, actor.who);
					let expected = carrier.as_actor
						&& goes_through(actor, &call)
						&& proxied(&carrier.name, &call);
					let by = actor.who.to_account_id();
					let moved = hypothetically!(judge(&row, Some(&by), || {
						(carrier.carry)(actor.who, call.clone())
					}));
					assert_eq!(moved, expected, "{row}");
					rows += 1;
					passed += u32::from(moved);
				}
			}
		}
		println!("{rows} rows, of which {passed} are lawful and went through");
		assert!(rows >= 4_000 && passed >= 90, "{rows} rows, {passed} lawful");
	});
}

/// Programs that would move shares if a message could name them.
fn programs(asset: Location) -> Vec<Vec<Instruction<RuntimeCall>>> {
	let shares: Asset = (AssetId(asset), Fungible(1)).into();
	let assets = || Assets::from(shares.clone());
	let beneficiary: Location = AccountId32 { network: None, id: Two.to_raw_public() }.into();
	let deposit = || DepositAsset { assets: Wild(All), beneficiary: beneficiary.clone() };
	let elsewhere = || Location::new(1, [Parachain(2_001)]);
	vec![
		vec![WithdrawAsset(assets()), deposit()],
		vec![TransferAsset { assets: assets(), beneficiary: beneficiary.clone() }],
		vec![TransferReserveAsset { assets: assets(), dest: elsewhere(), xcm: Xcm(vec![]) }],
		vec![ReserveAssetDeposited(assets()), deposit()],
		vec![ReceiveTeleportedAsset(assets()), deposit()],
		vec![ClaimAsset { assets: assets(), ticket: Here.into() }, deposit()],
		vec![
			WithdrawAsset(assets()),
			InitiateTeleport { assets: Wild(All), dest: elsewhere(), xcm: Xcm(vec![]) },
		],
		vec![
			WithdrawAsset(assets()),
			InitiateReserveWithdraw { assets: Wild(All), reserve: elsewhere(), xcm: Xcm(vec![]) },
		],
		vec![
			WithdrawAsset(assets()),
			DepositReserveAsset { assets: Wild(All), dest: elsewhere(), xcm: Xcm(vec![]) },
		],
		vec![ExchangeAsset { give: Wild(All), want: assets(), maximal: false }, deposit()],
		vec![LockAsset { asset: shares.clone(), unlocker: elsewhere() }],
		vec![UnlockAsset { asset: shares.clone(), target: elsewhere() }],
		vec![BurnAsset(assets())],
		vec![AliasOrigin(beneficiary.clone()), WithdrawAsset(assets()), deposit()],
		vec![WithdrawAsset(assets()), PayFees { asset: shares.clone() }],
	]
}

#[test]
fn no_message_moves_a_share() {
	let names = [
		Location::new(0, [PalletInstance(51), GeneralIndex(ASSET.into())]),
		Location::new(0, [PalletInstance(51)]),
		Location::new(0, [PalletInstance(21), GeneralIndex(ASSET.into())]),
		Location::new(0, [GeneralIndex(ASSET.into())]),
		Location::new(1, [Parachain(2_000), PalletInstance(51), GeneralIndex(ASSET.into())]),
	];
	chain("development").execute_with(|| {
		stage();
		let mut rows = 0;
		for (from, origin) in locations() {
			for name in &names {
				for (number, program) in programs(name.clone()).into_iter().enumerate() {
					let row = format!("program {number} from {from} with {name:?}");
					let attempt = || execute(origin.clone(), program);
					assert!(!hypothetically!(judge(&row, None, attempt)), "{row}");
					rows += 1;
				}
			}
		}
		assert_eq!(rows, 4 * 5 * 15);
	});
}

#[test]
fn the_committee_is_no_way_round_either() {
	chain("development").execute_with(|| {
		stage();
		// Half and two thirds of it, by a motion that carries.
		for threshold in [2, 3] {
			for call in calls() {
				let row = format!("a motion of {threshold}: {call:?}");
				let attempt = || {
					let length_bound = call.encoded_size() as u32;
					assert_ok!(TechnicalCommittee::propose(
						signed(Alice),
						threshold,
						Box::new(call.clone()),
						length_bound,
					));
					let hash = pallet_collective::Proposals::<Runtime, _>::get()[0];
					for who in [Alice, Bob, Charlie] {
						assert_ok!(TechnicalCommittee::vote(signed(who), hash, 0, true));
					}
					assert_ok!(TechnicalCommittee::close(
						signed(Alice),
						hash,
						0,
						Weight::MAX,
						length_bound
					));
				};
				assert!(!hypothetically!(judge(&row, None, attempt)), "{row}");
			}
		}
	});
}
