// SPDX-License-Identifier: Apache-2.0

//! What calls cost, counted on the whole runtime: keys read and written, and the size of the proof
//! that a validator needs, on states of a thousand and of a hundred thousand holders.
//!
//! `CADASTRE_COST_KEYS=1` prints which.
//!
//! Reads and writes are those of `frame_benchmarking`: each key once, without what every block
//! writes, and without the filter of calls, which is the same for each. `CADASTRE_COST_HOLDERS=1000000`
//! measures at each power of ten from 1,000 to it; with `--no-capture` the table is printed. A state of many distributions and
//! resolutions costs what one of few does.

#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

mod common;

use cadastre_primitives::{
	token::UNIT, AssetClass, AssetId, Choice, Claims, CountryCode, CountrySet, Flags, InvestorId,
	Key, ResolutionClass, Split, MAX_RULES,
};
use cadastre_runtime::{
	configs::{chain_governance::Origin, monetary::Currency},
	AccountId, AllPalletsWithSystem, AssetRegistry, Assets, Compliance, Dao, Dividends, Referenda,
	Runtime, RuntimeCall, RuntimeOrigin, Shares, ValuationOracle,
};
use codec::Encode;
use common::{active_bond, begin_block, begin_block_in, chain_at_full_length};
use frame_support::{
	assert_ok,
	dispatch::GetDispatchInfo,
	traits::{
		schedule::DispatchTime, Bounded, Hooks, StorageInfoTrait, UnfilteredDispatchable,
		WhitelistedStorageKeys,
	},
	weights::{Weight, WeightMeter},
};
use pallet_compliance::rules::{Rule, RuleSet, Sides};
use pallet_dividends::{Amount, RecordDate, Selection};
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring::{
	Alice, AliceStash, Bob, BobStash, Charlie, CharlieStash, Dave, Ferdie,
};
use sp_runtime::{BoundedVec, DispatchResult, Perbill, Permill};
use std::collections::{BTreeMap, BTreeSet};

const ASSET: AssetId = 0;
/// An asset of which Alice and Bob have shares, with as many streams as one may have.
const STREAMING: AssetId = 1;
/// Assets of which Alice and Bob have shares, with one stream: in the payment currency, and in the
/// native token.
const RENTED: [AssetId; 2] = [2, 3];
const CURRENCY: u32 = 1;
/// The distribution in the native token. The others are in the payment currency.
const NATIVE: u32 = 2;
/// A slot in which holders vote on what was announced in the first.
const VOTE: u64 = 3 * 14_400 + 2;
/// Pays no tax, and holds 1,000 units as everybody else; Alice pays some, and holds so many.
const UNTAXED: CountryCode = *b"SG";
const ALICES: u128 = 1_000_000_000;
/// Hold as much as Alice does. The first has no resolution open.
const PROPOSERS: [sp_keyring::Sr25519Keyring; 3] = [AliceStash, BobStash, CharlieStash];

/// By how many bytes a proof may grow from one state to the next of ten times as many holders, for
/// each key that is read.
const GROWTH: usize = 470;

#[derive(Clone, Debug, PartialEq)]
struct Cost {
	reads: usize,
	writes: usize,
	proof: usize,
	declared: Weight,
	/// What the call answered that it weighed; none for all that was declared.
	actual: Option<Weight>,
}

fn signed(who: sp_keyring::Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(who.to_account_id())
}

fn claims() -> Claims {
	claims_of(*b"CH")
}

fn claims_of(tax_residence: CountryCode) -> Claims {
	let (valid_from, valid_until) = (0, 4_000_000_000);
	Claims {
		residence: *b"CH",
		tax_residence,
		flags: Flags::KYC.with(Flags::AML).with(Flags::PROFESSIONAL),
		valid_from,
		valid_until,
	}
}

/// As many rules as a pack may have, all of which are evaluated and hold.
fn rules() -> RuleSet {
	let side = Sides::Both;
	let set = CountrySet::from_codes([*b"CH", *b"DE", *b"SG"]).unwrap();
	let denied = CountrySet::from_codes([*b"KP", *b"IR"]).unwrap();
	let each = [
		Rule::Required { side, flags: Flags::KYC.with(Flags::AML) },
		Rule::Forbidden { side, flags: Flags::PEP.with(Flags::US_PERSON) },
		Rule::CountryAllow { side, set: 0 },
		Rule::CountryDeny { side, set: 1 },
		Rule::HolderCap { max: u32::MAX },
		Rule::OwnershipCap { max: Perbill::one() },
	];
	let rules: Vec<_> = each.into_iter().cycle().take(MAX_RULES as usize).collect();
	RuleSet {
		rules: BoundedVec::truncate_from(rules),
		sets: BoundedVec::truncate_from(vec![set, denied]),
	}
}

/// An account that nobody has the key of.
fn holder(number: u32) -> AccountId {
	sp_io::hashing::blake2_256(&number.to_le_bytes()).into()
}

/// An asset with so many holders beside Alice and Bob, and as many accounts with a payment
/// currency, written directly. `busy`: with many open distributions and resolutions.
fn state(holders: u32, busy: bool) -> TestExternalities {
	let mut ext = chain_at_full_length("development");
	ext.execute_with(|| {
		begin_block(1);
		for (who, residence) in [(Alice, *b"CH"), (Bob, UNTAXED), (Charlie, UNTAXED)] {
			let claims = claims_of(residence);
			assert_ok!(Compliance::admit(signed(Dave), who.to_account_id(), claims));
		}
		for who in PROPOSERS {
			assert_ok!(Compliance::admit(signed(Dave), who.to_account_id(), claims()));
		}
		assert_ok!(Compliance::publish_pack(signed(Ferdie), rules()));
		assert_ok!(Compliance::publish_pack(signed(Ferdie), rules()));
		assert_eq!(active_bond(Ferdie, 0, u128::MAX, 1), ASSET);
		assert_eq!(active_bond(Ferdie, 0, u128::MAX, 1), STREAMING);
		for asset in RENTED {
			assert_eq!(active_bond(Ferdie, 0, u128::MAX, 1), asset);
		}
		for who in PROPOSERS {
			assert_ok!(Shares::issue(signed(Ferdie), ASSET, who.to_account_id(), ALICES));
		}
		for asset in [ASSET, STREAMING, RENTED[0], RENTED[1]] {
			for (who, amount) in [(Alice, ALICES), (Bob, 1_000)] {
				assert_ok!(Shares::issue(signed(Ferdie), asset, who.to_account_id(), amount));
			}
		}
		assert_ok!(Assets::force_create(
			RuntimeOrigin::root(),
			CURRENCY.into(),
			Ferdie.to_account_id().into(),
			true,
			1,
		));
		for (who, amount) in [(Alice, 1_000), (Bob, 1_000), (Ferdie, 1_000_000_000_000_000)] {
			let to = who.to_account_id().into();
			assert_ok!(Assets::mint(signed(Ferdie), CURRENCY.into(), to, amount));
		}
		fill(holders);
		income(busy);
		resolutions(busy);
		begin_block_in(2, VOTE);
	});
	ext.commit_all().expect("the state is written");
	ext
}

fn fill(holders: u32) {
	let like = pallet_compliance::Keys::<Runtime>::get(Bob.to_account_id()).unwrap();
	let position = pallet_shares::Positions::<Runtime>::get(ASSET, like.investor);
	let money =
		pallet_assets::Account::<Runtime>::iter_prefix(CURRENCY).next().expect("Alice has some").1;
	let first: InvestorId = pallet_compliance::NextInvestorId::<Runtime>::get();
	for number in 0..holders {
		let (account, investor) = (holder(number), first + InvestorId::from(number));
		let mut record = pallet_compliance::Investors::<Runtime>::get(like.investor).unwrap();
		record.keys[0].account = account.clone();
		pallet_compliance::Investors::<Runtime>::insert(investor, record);
		pallet_compliance::Keys::<Runtime>::insert(&account, Key { investor, ..like });
		pallet_shares::Positions::<Runtime>::insert(ASSET, investor, position);
		pallet_assets::Account::<Runtime>::insert(CURRENCY, &account, &money);
	}
	pallet_shares::Books::<Runtime>::mutate_extant(ASSET, |book| {
		book.holders += holders;
		book.supply += u128::from(holders) * position.free;
	});
}

fn payment() -> Currency {
	Currency::WithId(CURRENCY)
}

fn declaration(currency: Currency, amount: u128) -> pallet_dividends::Call<Runtime> {
	pallet_dividends::Call::declare {
		asset: ASSET,
		currency,
		amount: Amount::Total(amount),
		record: RecordDate::Now,
		pays_at: 0,
		expires_at: 300_000_000,
		selection: Selection::All,
	}
}

fn does(who: RuntimeOrigin, call: impl Into<RuntimeCall>) -> DispatchResult {
	call.into().dispatch_bypass_filter(who).map(|_| ()).map_err(|failed| failed.error)
}

/// A distribution that Alice and Bob have had, one that is open, and a full set of streams.
fn income(busy: bool) {
	let rates = [(*b"CH", Permill::from_percent(35)), (UNTAXED, Permill::zero())];
	assert_ok!(Dividends::set_tax_table(
		Origin::AssetAdmin.into(),
		AssetClass::Debt,
		Permill::from_percent(30),
		BoundedVec::truncate_from(rates.to_vec()),
	));
	let pays = |mut call: pallet_dividends::Call<Runtime>| {
		if let pallet_dividends::Call::declare { pays_at, .. } = &mut call {
			*pays_at = 6;
		}
		call
	};
	for number in 0..if busy { 25 } else { 3 } {
		let currency = if number == NATIVE { Currency::Native } else { payment() };
		assert_ok!(does(signed(Ferdie), pays(declaration(currency, 10_000_000_000_000))));
	}
	for who in [Alice, Bob] {
		assert_ok!(does(signed(who), claim(0)));
	}
	let currencies = [Currency::Native, payment(), Currency::WithId(2), Currency::WithId(3)];
	for (id, currency) in (1_u32..).zip(&currencies) {
		if id > 2 {
			let owner = Ferdie.to_account_id();
			let asset = (id - 1).into();
			let create =
				Assets::force_create(RuntimeOrigin::root(), asset, owner.clone().into(), true, 1);
			assert_ok!(create);
			assert_ok!(Assets::mint(signed(Ferdie), asset, owner.into(), 1 << 100));
		}
		let currency = currency.clone();
		let open = pallet_dividends::Call::open_stream { asset: STREAMING, currency };
		assert_ok!(does(signed(Ferdie), open));
	}
	for (asset, currency) in RENTED.into_iter().zip([payment(), Currency::Native]) {
		let open = pallet_dividends::Call::open_stream { asset, currency };
		assert_ok!(does(signed(Ferdie), open));
	}
	let move_some = || {
		for asset in [STREAMING, RENTED[0], RENTED[1]] {
			let to = Bob.to_account_id();
			let call = pallet_shares::Call::transfer { asset, to, amount: 1 };
			assert_ok!(does(signed(Alice), call));
		}
	};
	let streams = currencies.iter().map(|currency| (STREAMING, currency));
	let streams = streams.chain([(RENTED[0], &currencies[1]), (RENTED[1], &currencies[0])]);
	let fund = || {
		for (asset, currency) in streams.clone() {
			let currency = currency.clone();
			let call = pallet_dividends::Call::fund_stream { asset, currency, amount: UNIT };
			assert_ok!(does(signed(Ferdie), call));
		}
	};
	fund();
	move_some();
	// Rent comes in again and again, and nobody claims it.
	for _ in 0..if busy { 20 } else { 1 } {
		fund();
	}
}

fn claim(distribution: u32) -> pallet_dividends::Call<Runtime> {
	let distributions = BoundedVec::truncate_from(vec![distribution]);
	pallet_dividends::Call::claim { asset: ASSET, distributions }
}

fn push(limit: u32) -> RuntimeCall {
	pallet_dividends::Call::push { asset: ASSET, distribution: 1, limit }.into()
}

fn proposal() -> pallet_dao::Call<Runtime> {
	let motion = BoundedVec::truncate_from(vec![None]);
	pallet_dao::Call::propose {
		asset: ASSET,
		class: ResolutionClass::Ordinary,
		digest: Default::default(),
		secret: false,
		motions: BoundedVec::truncate_from(vec![motion]),
	}
}

/// A resolution of Alice's to vote on, and a referendum of the chain beside it.
fn resolutions(busy: bool) {
	assert_ok!(does(signed(Alice), proposal()));
	if busy {
		for who in &PROPOSERS[1..] {
			assert_ok!(does(signed(*who), proposal()));
		}
	}
	let remark = RuntimeCall::from(frame_system::Call::remark { remark: vec![] });
	assert_ok!(Referenda::submit(
		signed(Alice),
		Box::new(frame_system::RawOrigin::Root.into()),
		Bounded::Inline(BoundedVec::truncate_from(remark.encode())),
		DispatchTime::After(0),
	));
}

fn vote() -> RuntimeCall {
	let split = Split { motion: 0, choice: Choice::For(0), votes: None };
	let ballot = BoundedVec::truncate_from(vec![split]);
	pallet_dao::Call::vote { asset: ASSET, resolution: 0, ballot }.into()
}

/// Two handles of one recorder, whose type the state machine knows and this crate need not.
fn twins<T: Default + Clone>() -> (T, T) {
	let one = T::default();
	(one.clone(), one)
}

/// The storage item of a key, by pallet and name.
fn named(key: &[u8]) -> String {
	let items = AllPalletsWithSystem::storage_info();
	let found = items.iter().find(|item| key.starts_with(&item.prefix));
	match found {
		Some(item) => format!(
			"{}::{}",
			String::from_utf8_lossy(&item.pallet_name),
			String::from_utf8_lossy(&item.storage_name)
		),
		None => format!("{:?}", String::from_utf8_lossy(key)),
	}
}

/// What a call costs on a state, which stays as it is. `succeeds`: whether the call must.
fn cost(
	ext: &mut TestExternalities,
	who: RuntimeOrigin,
	call: RuntimeCall,
	succeeds: bool,
) -> Cost {
	let declared = call.get_dispatch_info().call_weight;
	let shown = format!("{call:?}");
	let mut actual = None;
	let cost = measure(ext, &shown, || {
		// As a block does around each transaction.
		let result =
			frame_support::storage::with_storage_layer(|| call.dispatch_bypass_filter(who));
		assert_eq!(result.is_ok(), succeeds, "{shown}: {result:?}");
		actual = match result {
			Ok(info) => info.actual_weight,
			Err(failed) => failed.post_info.actual_weight,
		};
	});
	Cost { declared, actual, ..cost }
}

/// What something costs on a state, which stays as it is.
fn measure(ext: &mut TestExternalities, shown: &str, run: impl FnOnce()) -> Cost {
	let (recorder, recorded) = twins();
	ext.execute_with_recorder(recorder, run);
	let each_block: BTreeSet<Vec<u8>> = AllPalletsWithSystem::whitelisted_storage_keys()
		.into_iter()
		.map(|tracked| tracked.key)
		// What the inherent of every block writes, and the depth of transactions, which is no state.
		.chain([
			pallet_timestamp::Now::<Runtime>::hashed_key().to_vec(),
			frame_support::storage::transactional::TRANSACTION_LEVEL_KEY.to_vec(),
		])
		.collect();
	let read: Vec<_> = recorded
		.recorded_keys()
		.into_values()
		.flat_map(|keys| keys.into_keys())
		.filter(|key| !each_block.contains(&key[..]))
		.collect();
	let written: Vec<_> = ext
		.overlayed_changes()
		.changes()
		.map(|(key, _)| key.clone())
		.filter(|key| !each_block.contains(&key[..]))
		.collect();
	if std::env::var_os("CADASTRE_COST_KEYS").is_some() {
		println!("{shown}");
		read.iter().for_each(|key| println!("  reads  {}", named(key)));
		written.iter().for_each(|key| println!("  writes {}", named(key)));
	}
	let (reads, writes) = (read.len(), written.len());
	let proof = recorded.estimate_encoded_size();
	ext.reset_overlay();
	Cost { reads, writes, proof, declared: Weight::zero(), actual: None }
}

/// A call, who makes it, whether it must succeed, and what it reads and writes; none of what is not
/// ours, or grows with the call.
type Row = (&'static str, RuntimeOrigin, RuntimeCall, bool, Option<(usize, usize)>);

fn transfer(who: sp_keyring::Sr25519Keyring, amount: u128) -> RuntimeCall {
	pallet_shares::Call::transfer { asset: ASSET, to: who.to_account_id(), amount }.into()
}

fn declare_now(currency: Currency) -> RuntimeCall {
	let mut call = declaration(currency, 10_000_000_000_000);
	if let pallet_dividends::Call::declare { pays_at, .. } = &mut call {
		*pays_at = VOTE * 6;
	}
	call.into()
}

fn claim_streams(asset: AssetId) -> RuntimeCall {
	pallet_dividends::Call::claim_streams { asset }.into()
}

fn rows() -> Vec<Row> {
	let alice: InvestorId = 0;
	let root = RuntimeOrigin::root;
	vec![
		("shares.transfer, both hold", signed(Bob), transfer(Alice, 1), true, Some((7, 2))),
		("shares.transfer, receiver is new", signed(Bob), transfer(Charlie, 1), true, Some((8, 4))),
		("shares.transfer, refused", signed(Bob), transfer(Alice, 1_001), false, Some((7, 0))),
		(
			"shares.transfer, 4 streams",
			signed(Alice),
			pallet_shares::Call::transfer { asset: STREAMING, to: Bob.to_account_id(), amount: 1 }
				.into(),
			true,
			Some((10, 4)),
		),
		(
			"shares.set_pack",
			signed(Ferdie),
			pallet_shares::Call::set_pack { asset: ASSET, pack: 1 }.into(),
			true,
			Some((3, 3)),
		),
		(
			"compliance.renew",
			signed(Dave),
			pallet_compliance::Call::renew { investor: alice, claims: claims() }.into(),
			true,
			Some((4, 2)),
		),
		(
			"compliance.admit",
			signed(Dave),
			pallet_compliance::Call::admit { account: Ferdie.to_account_id(), claims: claims() }
				.into(),
			true,
			Some((8, 6)),
		),
		("dividends.declare", signed(Ferdie), declare_now(payment()), true, Some((8, 7))),
		(
			"dividends.declare, native",
			signed(Ferdie),
			declare_now(Currency::Native),
			true,
			Some((7, 6)),
		),
		("dividends.claim", signed(Bob), claim(1).into(), true, Some((8, 5))),
		("dividends.claim, native", signed(Bob), claim(NATIVE).into(), true, Some((7, 4))),
		("dividends.claim, taxed", signed(Alice), claim(1).into(), true, Some((10, 6))),
		("dividends.push, 10 holders", signed(Charlie), push(10), true, None),
		("dividends.push, 60 holders", signed(Charlie), push(60), true, None),
		(
			"dividends.claim_streams, 4 streams",
			signed(Bob),
			claim_streams(STREAMING),
			true,
			Some((16, 13)),
		),
		("dividends.claim_streams", signed(Bob), claim_streams(RENTED[0]), true, Some((8, 5))),
		(
			"dividends.claim_streams, native",
			signed(Bob),
			claim_streams(RENTED[1]),
			true,
			Some((7, 4)),
		),
		("dao.propose", signed(AliceStash), proposal().into(), true, Some((11, 8))),
		("dao.vote", signed(Bob), vote(), true, Some((4, 2))),
		(
			"compliance.delist_provider",
			root(),
			pallet_compliance::Call::delist_provider { provider: 0 }.into(),
			true,
			Some((1, 1)),
		),
		(
			"assets.transfer",
			signed(Alice),
			pallet_assets::Call::transfer {
				id: CURRENCY.into(),
				target: Bob.to_account_id().into(),
				amount: 1,
			}
			.into(),
			true,
			None,
		),
		(
			"conviction_voting.vote",
			signed(Bob),
			pallet_conviction_voting::Call::vote {
				poll_index: 0,
				vote: pallet_conviction_voting::AccountVote::Standard {
					vote: pallet_conviction_voting::Vote {
						aye: true,
						conviction: pallet_conviction_voting::Conviction::Locked1x,
					},
					balance: UNIT,
				},
			}
			.into(),
			true,
			None,
		),
		(
			"balances.transfer_keep_alive",
			signed(Alice),
			pallet_balances::Call::transfer_keep_alive {
				dest: Bob.to_account_id().into(),
				value: UNIT,
			}
			.into(),
			true,
			None,
		),
	]
}

#[test]
fn what_a_call_costs_does_not_depend_on_the_number_of_holders() {
	let most: Option<u32> = std::env::var("CADASTRE_COST_HOLDERS").ok().map(|n| n.parse().unwrap());
	let sizes = most.map_or_else(
		|| vec![1_000, 100_000],
		|most| {
			let decades = std::iter::successors(Some(1_000_u32), |size| size.checked_mul(10));
			decades.take_while(|size| *size <= most).collect()
		},
	);
	assert!(sizes.len() > 1, "CADASTRE_COST_HOLDERS has to be 10000 or more");
	let mut costs = BTreeMap::<usize, Vec<Cost>>::new();
	for size in &sizes {
		let mut ext = state(*size, false);
		for (row, (_, who, call, succeeds, ..)) in rows().into_iter().enumerate() {
			costs.entry(row).or_default().push(cost(&mut ext, who, call, succeeds));
		}
	}

	println!("{:34}  reads/writes  proof at {sizes:?} holders, declared", "call");
	for (row, (name, _, _, _, expected)) in rows().into_iter().enumerate() {
		let found = &costs[&row];
		let proofs: Vec<_> = found.iter().map(|one| one.proof).collect();
		let Cost { reads: r, writes: w, declared, .. } = found[0];
		println!("{name:34}  {r:>5}/{w:<6}  {proofs:?} B, {} B", declared.proof_size());

		if let Some(expected) = expected {
			assert_eq!((r, w), expected, "{name}");
		}
		for (smaller, larger) in found.iter().zip(&found[1..]) {
			assert_eq!((smaller.reads, smaller.writes), (larger.reads, larger.writes), "{name}");
		}
		let decades = (sizes[sizes.len() - 1] / sizes[0]).ilog10() as usize;
		let growth = found[found.len() - 1].proof.saturating_sub(found[0].proof);
		assert!(growth <= decades * GROWTH * r, "{name}: the proof grows by {growth} B");
		// Those of the SDK's weights that we use do not declare all of it.
		let anchor = ["assets.", "balances.", "conviction_voting."];
		if anchor.iter().any(|pallet| name.starts_with(pallet)) {
			continue;
		}
		let price = <Runtime as frame_system::Config>::DbWeight::get();
		for one in found {
			let least = price.reads_writes(r as u64, w as u64);
			let least = least.saturating_add(Weight::from_parts(0, one.proof as u64));
			let declared = one.declared;
			assert!(least.all_lte(declared), "{name}: costs {least:?}, declares {declared:?}");
		}
	}
}

/// What the proof of a vote consists of: most of it is the way to the two entries among as many as
/// there are investors, the key and the position, which no other layout of the votes would spare.
#[test]
fn most_of_the_proof_of_a_vote_is_the_way_to_the_key_and_the_position() {
	for (holders, others) in [(1_000, 1_500), (100_000, 1_500)] {
		let mut ext = state(holders, false);
		let vote = cost(&mut ext, signed(Bob), vote(), true);
		let two = measure(&mut ext, "the key and the position of a voter", || {
			let key = pallet_compliance::Keys::<Runtime>::get(Bob.to_account_id()).unwrap();
			assert!(pallet_shares::Positions::<Runtime>::contains_key(ASSET, key.investor));
		});
		println!("dao.vote: {} B, of which the key and the position {} B", vote.proof, two.proof);
		assert_eq!(two.reads, 2);
		assert!(vote.proof - two.proof <= others, "{} of {}", two.proof, vote.proof);
	}
}

/// What the layer above is told of a movement is in the weight that the movement declares, and in
/// the weight that it answers; of an asset that is not watched that part is given back.
#[test]
fn a_movement_pays_for_the_streams_of_its_asset() {
	let mut ext = state(1_000, false);
	let of = |ext: &mut TestExternalities, asset| {
		let to = Bob.to_account_id();
		let call = pallet_shares::Call::transfer { asset, to, amount: 1 }.into();
		cost(ext, signed(Alice), call, true)
	};
	let (plain, streaming) = (of(&mut ext, ASSET), of(&mut ext, STREAMING));
	assert_eq!((streaming.reads - plain.reads, streaming.writes - plain.writes), (3, 2));
	let hook = <Dividends as cadastre_primitives::traits::OnHoldingChange>::weight();
	assert!(hook.all_gt(Weight::zero()));
	let (of_plain, of_streaming) = (plain.actual.unwrap(), streaming.actual.unwrap());
	assert_eq!(of_streaming, of_plain + hook * 2);
	assert!(of_streaming.all_lte(streaming.declared));
	// The hook alone covers what it adds, with as many streams as an asset can have.
	let price = <Runtime as frame_system::Config>::DbWeight::get();
	let added = price
		.reads_writes(3, 2)
		.saturating_add(Weight::from_parts(0, (streaming.proof - plain.proof) as u64));
	assert!(added.all_lte(hook * 2), "{added:?} of {:?}", hook * 2);
}

/// What was declared, paid and resolved before changes no figure.
#[test]
fn what_a_call_costs_does_not_depend_on_what_happened_before() {
	let (mut calm, mut busy) = (state(1_000, false), state(1_000, true));
	let ours = ["dividends.", "dao.", "shares."];
	for (name, who, call, succeeds, ..) in rows() {
		if !ours.iter().any(|pallet| name.starts_with(pallet)) {
			continue;
		}
		let before = cost(&mut calm, who.clone(), call.clone(), succeeds);
		let after = cost(&mut busy, who, call, succeeds);
		let of = |cost: &Cost| (cost.reads, cost.writes);
		assert_eq!(of(&before), of(&after), "{name}");
	}
}

/// Each further holder of a page of payments costs the same.
#[test]
fn a_page_of_payments_costs_so_much_a_holder() {
	let mut ext = state(1_000, false);
	let [few, some, many] =
		[10, 35, 60].map(|limit| cost(&mut ext, signed(Charlie), push(limit), true));
	let each = |few: &Cost, many: &Cost| {
		((many.reads - few.reads) as f64 / 25.0, (many.writes - few.writes) as f64 / 25.0)
	};
	println!("dividends.push, a holder: {:?}, {:?}", each(&few, &some), each(&some, &many));
	// The position, the investor, its key, and the account that is paid: the one that is written.
	assert_eq!([some.reads - few.reads, many.reads - some.reads], [25 * 4; 2]);
	assert_eq!([some.writes - few.writes, many.writes - some.writes], [25; 2]);
	// The page as a whole: distribution, rates, providers, currency, pot.
	assert_eq!((few.reads - 10 * 4, few.writes - 10), (5, 3));
	// Taxed or not, the page declares what it costs.
	for one in [few, some, many] {
		assert!(one.proof as u64 <= one.declared.proof_size(), "{one:?}");
	}
}

/// A block in which nobody does anything, for all of our pallets together.
#[test]
fn an_idle_block_reads_two_values_and_writes_none() {
	let mut ext = state(1_000, true);
	let number = 3;
	let idle = measure(&mut ext, "an idle block", || {
		fn run<P: Hooks<u32>>(number: u32) {
			let limit = Weight::from_parts(1_000_000_000_000, 5_000_000);
			P::on_initialize(number);
			P::on_poll(number, &mut WeightMeter::with_limit(limit));
			P::on_idle(number, limit);
			P::on_finalize(number);
		}
		run::<Compliance>(number);
		run::<Shares>(number);
		run::<AssetRegistry>(number);
		run::<ValuationOracle>(number);
		run::<Dividends>(number);
		run::<Dao>(number);
	});
	assert_eq!((idle.reads, idle.writes), (2, 0));
	println!("an idle block: {}/{}, {} B", idle.reads, idle.writes, idle.proof);
}
