// SPDX-License-Identifier: Apache-2.0

//! Each invariant broken by hand, and random histories against a plain model.

use super::*;
use crate::{
	Allowances, CheckpointsOf, Conversion, Conversions, CountryHolders, Denied, Given, GivenRecord,
	History, Hold, Holds, Lot, Lots, Past,
};
use cadastre_primitives::{
	traits::{Checkpoints, Register},
	BookStatus, Bucket, CheckpointId, InvestorClass, PackId,
};
use frame_support::{
	assert_err, assert_ok, parameter_types,
	storage::with_storage_layer,
	traits::{
		fungibles::hold::Mutate as _,
		tokens::{Fortitude, Precision, Restriction},
		Currency,
	},
};
use proptest::prelude::*;
use sp_runtime::{DispatchError::Other, DispatchResult};
use std::collections::{HashMap, HashSet};

/// Breaks a state that has two holders of 10 shares each, and sees which invariant is named.
fn broken(by: impl FnOnce(), named: &'static str) {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 10).build().execute_with(|| {
		assert_ok!(Shares::do_try_state());
		by();
		let Err(Other(found)) = Shares::do_try_state() else { panic!("not noticed") };
		assert!(found.starts_with(named), "{found}");
	});
}

/// The same with a checkpoint, a hold, a lock-up, an older record, a window, a denial, a class and
/// an allowance.
fn broken_of_everything(by: impl FnOnce(), named: &'static str) {
	ExtBuilder::default().holding(ANNA_KEY, 10).holding(BENO_KEY, 10).build().execute_with(|| {
		everything();
		assert_ok!(Shares::do_try_state());
		by();
		let Err(Other(found)) = Shares::do_try_state() else { panic!("not noticed") };
		assert!(found.starts_with(named), "{found}");
	});
}

fn everything() {
	let send = || Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1);
	assert_ok!(Shares::do_hold(ASSET, &1, ANNA, 2, None));
	assert_ok!(<Shares as Checkpoints>::take(ASSET));
	assert_ok!(send());
	assert_ok!(<Shares as Checkpoints>::take(ASSET));
	let locked_until = Some(OPENED + DAY);
	Leaves::set(Effects { locked_until, window: Some(9), ..Default::default() });
	assert_ok!(send());
	Leaves::set(Effects::default());
	assert_ok!(Shares::deny(signed(ISSUER), ASSET, CARA, Default::default()));
	assert_ok!(Shares::open_class(2, ASSET, 1, ISSUER, PACK, 5, 1));
	assert_ok!(Shares::approve(signed(ANNA_KEY), ASSET, BENO_KEY, 1, OPENED + 1));
}

fn with_position(investor: InvestorId, change: impl FnOnce(&mut Position)) {
	Positions::<Test>::mutate(ASSET, investor, change);
}

fn with_book(change: impl FnOnce(&mut Book<AccountId>)) {
	Books::<Test>::mutate(ASSET, |book| change(book.as_mut().unwrap()));
}

#[test]
fn inv_s1_positions_add_up_to_the_supply() {
	broken(|| with_book(|book| book.supply += 1), "INV-S1");
	broken(|| with_position(ANNA, |position| position.free -= 1), "INV-S1");
	broken(|| with_position(ANNA, |position| position.free = Balance::MAX), "INV-S1");
	broken_of_everything(|| with_position(ANNA, |position| position.free += 1), "INV-S1");
}

#[test]
fn inv_s2_positions_that_own_shares_are_as_many_as_holders() {
	broken(|| with_book(|book| book.holders += 1), "INV-S2");
	broken(|| with_book(|book| book.holders -= 1), "INV-S2");
}

#[test]
fn inv_s3_no_position_is_stored_for_nothing_and_the_empty_ones_are_counted() {
	broken(|| Positions::<Test>::insert(ASSET, CARA, Position::default()), "INV-S3");
	let frozen = Position { frozen: 1, ..Default::default() };
	broken(|| Positions::<Test>::insert(ASSET, CARA, frozen), "INV-S3");
	broken(|| with_book(|book| book.kept += 1), "INV-S3");
}

#[test]
fn inv_s4_nothing_outlives_what_it_hangs_on() {
	let one = Position { free: 1, ..Default::default() };
	broken(|| Positions::<Test>::insert(ASSET + 1, ANNA, one), "INV-S4");
	broken(|| Books::<Test>::remove(ASSET), "INV-S4");
	broken(|| CountryHolders::<Test>::insert(9, Country::NONE, [1, 0, 0, 0, 0]), "INV-S4");
	let lot = Lot { amount: 1, until: 2 * DAY };
	broken(|| Lots::<Test>::insert(ASSET, CARA, lots(&[lot])), "INV-S4");
	broken(|| Given::<Test>::insert(ASSET, CARA, GivenRecord::default()), "INV-S4");
	let past = Past { checkpoint: 1, owned: 1 };
	broken(|| History::<Test>::insert(ASSET, CARA, history(&[past])), "INV-S4");
	let hold = Hold { reason: 1, amount: 1, expires_at: None };
	broken(|| Holds::<Test>::insert(ASSET, CARA, holds(&[hold])), "INV-S4");
	let conversion = Conversion { into: 1, numerator: 1, denominator: 1 };
	broken(|| Conversions::<Test>::insert(9, conversion), "INV-S4");
	broken(|| with_book(|book| book.class_of = Some(9)), "INV-S4");
	broken_of_everything(
		|| {
			let live = CheckpointsOf::<Test>::get(ASSET);
			CheckpointsOf::<Test>::insert(9, live);
		},
		"INV-S4",
	);
	broken_of_everything(
		|| {
			let denial = Denied::<Test>::get(ASSET, CARA).unwrap();
			Denied::<Test>::insert(9, CARA, denial);
		},
		"INV-S4",
	);
}

#[test]
fn inv_s5_supply_is_at_most_the_authorised_number() {
	broken(|| with_book(|book| book.authorised = 19), "INV-S5");
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		with_book(|book| book.authorised = 10);
	});
}

#[test]
fn inv_s6_holders_by_class_are_counted_from_their_positions() {
	broken(|| with_book(|book| book.by_class[0] += 1), "INV-S6");
	broken(|| with_book(|book| book.by_class = [1, 1, 0, 0, 0]), "INV-S6");
	let retail = Bucket { class: InvestorClass::Retail, ..Default::default() };
	broken(|| with_position(ANNA, |position| position.bucket = retail), "INV-S6");
}

#[test]
fn inv_s7_holders_by_country_are_counted_from_their_positions() {
	broken(|| CountryHolders::<Test>::remove(ASSET, Country::NONE), "INV-S7");
	broken(|| CountryHolders::<Test>::mutate(ASSET, Country::NONE, |by| by[0] = 3), "INV-S7");
	let country = Country::from_code(*b"CH").unwrap();
	broken(|| CountryHolders::<Test>::insert(ASSET, country, [0; 5]), "INV-S7");
	broken(|| with_position(ANNA, |position| position.bucket.country = country), "INV-S7");
}

#[test]
fn inv_s8_holds_add_up_to_what_is_held() {
	let hold = |reason, amount| Hold { reason, amount, expires_at: None };
	let set = |list: &[Hold<u8>]| Holds::<Test>::insert(ASSET, ANNA, holds(list));
	broken_of_everything(|| Holds::<Test>::remove(ASSET, ANNA), "INV-S8");
	broken_of_everything(|| set(&[hold(1, 3)]), "INV-S8");
	broken_of_everything(|| set(&[hold(1, 2), hold(2, 0)]), "INV-S8");
	broken_of_everything(|| set(&[hold(1, 1), hold(1, 1)]), "INV-S8");
	broken_of_everything(|| set(&[hold(1, Balance::MAX), hold(2, 3)]), "INV-S8");
	let move_over = |position: &mut Position| {
		position.free -= 1;
		position.held += 1;
	};
	broken_of_everything(|| with_position(ANNA, move_over), "INV-S8");
}

#[test]
fn inv_s9_lots_are_in_order_and_no_more_than_what_is_free() {
	let lot = |amount, until| Lot { amount, until: OPENED + until };
	let set = |list: &[Lot]| Lots::<Test>::insert(ASSET, BENO, lots(list));
	broken_of_everything(|| Lots::<Test>::remove(ASSET, BENO), "INV-S9");
	broken_of_everything(|| set(&[lot(13, DAY)]), "INV-S9");
	broken_of_everything(|| set(&[lot(Balance::MAX, DAY), lot(1, 2 * DAY)]), "INV-S9");
	broken_of_everything(|| set(&[lot(0, 0), lot(1, DAY)]), "INV-S9");
	broken_of_everything(|| set(&[lot(1, 5), lot(1, DAY)]), "INV-S9");
	broken_of_everything(|| set(&[lot(1, DAY), lot(1, DAY)]), "INV-S9");
	broken_of_everything(|| set(&[lot(1, 2 * DAY)]), "INV-S9");
	broken_of_everything(|| with_position(BENO, |position| position.locked_until += 1), "INV-S9");
}

#[test]
fn inv_s10_books_and_positions_know_their_checkpoints() {
	broken_of_everything(|| with_book(|book| book.oldest = 2), "INV-S10");
	broken_of_everything(|| with_book(|book| book.newest = 1), "INV-S10");
	broken_of_everything(|| with_book(|book| book.checkpoint = 1), "INV-S10");
	broken_of_everything(|| with_position(ANNA, |position| position.checkpoint = 3), "INV-S10");
	broken_of_everything(|| with_position(ANNA, |position| position.older = false), "INV-S10");
	broken_of_everything(|| History::<Test>::remove(ASSET, ANNA), "INV-S10");
	let past = |checkpoint| Past { checkpoint, owned: 10 };
	let set = |list: &[Past]| History::<Test>::insert(ASSET, ANNA, history(list));
	broken_of_everything(|| set(&[past(2)]), "INV-S10");
	broken_of_everything(|| set(&[past(1), past(1)]), "INV-S10");
	broken_of_everything(
		|| CheckpointsOf::<Test>::mutate(ASSET, |live| live[0].references = 0),
		"INV-S10",
	);
	broken_of_everything(|| CheckpointsOf::<Test>::remove(ASSET), "INV-S10");
}

#[test]
fn inv_s11_positions_add_up_at_every_checkpoint() {
	for (index, change) in [(0, 1), (1, 1)] {
		broken_of_everything(
			|| CheckpointsOf::<Test>::mutate(ASSET, |live| live[index].supply += change),
			"INV-S11",
		);
		broken_of_everything(
			|| CheckpointsOf::<Test>::mutate(ASSET, |live| live[index].holders += 1),
			"INV-S11",
		);
	}
	broken_of_everything(|| with_position(ANNA, |position| position.previous += 1), "INV-S11");
	let past = Past { checkpoint: 1, owned: Balance::MAX };
	broken_of_everything(|| History::<Test>::insert(ASSET, ANNA, history(&[past])), "INV-S11");
}

#[test]
fn inv_s12_positions_know_their_windows() {
	broken_of_everything(|| Given::<Test>::remove(ASSET, ANNA), "INV-S12");
	broken_of_everything(|| with_position(ANNA, |position| position.given_until = 0), "INV-S12");
	broken(|| Given::<Test>::insert(ASSET, ANNA, GivenRecord::default()), "INV-S12");
}

#[test]
fn inv_s13_the_deny_list_is_counted() {
	broken_of_everything(|| with_book(|book| book.denied = 0), "INV-S13");
	broken_of_everything(|| Denied::<Test>::remove(ASSET, CARA), "INV-S13");
}

#[test]
fn inv_s14_classes_are_counted() {
	broken_of_everything(|| with_book(|book| book.classes = 0), "INV-S14");
	broken_of_everything(|| Books::<Test>::remove(2), "INV-S14");
}

#[test]
fn inv_s15_a_share_is_at_least_one_unit() {
	broken(|| with_book(|book| book.units_per_share = 0), "INV-S15");
}

#[test]
fn inv_s16_no_allowance_is_of_nothing() {
	broken_of_everything(
		|| {
			Allowances::<Test>::mutate((ASSET, ANNA_KEY, BENO_KEY), |allowance| {
				allowance.as_mut().unwrap().amount = 0;
			});
		},
		"INV-S16",
	);
}

fn lots(list: &[Lot]) -> crate::LotList {
	list.to_vec().try_into().unwrap()
}

fn history(list: &[Past]) -> crate::PastList {
	list.to_vec().try_into().unwrap()
}

fn holds(list: &[Hold<u8>]) -> crate::HoldList<u8> {
	list.to_vec().try_into().unwrap()
}

/// A supply that overflows cannot come about, and if it did, nothing would be moved.
#[test]
fn a_state_that_is_broken_already_moves_nothing() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build().execute_with(|| {
		with_book(|book| book.supply = 5);
		assert_storage_noop!(assert_err!(
			Shares::redeem(signed(ANNA_KEY), ASSET, 10).map(|_| ()).map_err(|e| e.error),
			sp_runtime::ArithmeticError::Underflow
		));
	});
}

parameter_types! {
	/// For how many days a movement locks up what is received.
	static Locks: Option<u64> = None;
}

const ASSETS: std::ops::Range<AssetId> = 1..4;
const ACCOUNTS: [AccountId; 6] = [ANNA_KEY, ANNA_OTHER_KEY, BENO_KEY, CARA_KEY, DINO_KEY, STRANGER];
const INVESTORS: [InvestorId; 4] = [ANNA, BENO, CARA, DINO];

/// One step of a history. The last ones are done by the layer below, by layers above, and by time.
#[derive(Clone, Debug)]
enum Step {
	Open { asset: AssetId, pack: PackId, authorised: Balance },
	SetStatus { asset: AssetId, status: BookStatus },
	Close { asset: AssetId },
	Issue { asset: AssetId, by: AccountId, to: AccountId, amount: Balance },
	Transfer { asset: AssetId, by: AccountId, to: AccountId, amount: Balance },
	TransferAll { asset: AssetId, by: AccountId, to: AccountId },
	Redeem { asset: AssetId, by: AccountId, amount: Balance },
	RedeemAll { asset: AssetId, by: AccountId },
	SetPack { asset: AssetId, by: AccountId, pack: PackId },
	Block { investor: InvestorId },
	Unblock { investor: InvestorId },
	Relink { account: AccountId, investor: Option<InvestorId> },
	Restate { investor: InvestorId, country: CountryCode },
	Reclassify { asset: AssetId, investor: InvestorId },
	Lock { days: Option<u64> },
	Wait { days: u64 },
	Hold { asset: AssetId, who: AccountId, reason: u8, amount: Balance },
	Release { asset: AssetId, who: AccountId, reason: u8, amount: Balance },
	PassHeld { asset: AssetId, who: AccountId, to: AccountId, reason: u8, amount: Balance },
	BurnHeld { asset: AssetId, who: AccountId, reason: u8, amount: Balance },
	Freeze { asset: AssetId, investor: InvestorId, amount: Balance },
	Unfreeze { asset: AssetId, investor: InvestorId, amount: Balance },
	Force { asset: AssetId, from: InvestorId, to: AccountId, amount: Balance },
	Cancel { asset: AssetId, from: InvestorId, amount: Balance },
	Take { asset: AssetId },
	Drop { asset: AssetId, which: u32 },
	Prune { asset: AssetId },
	Split { asset: AssetId, numerator: u32, denominator: u32 },
	Approve { asset: AssetId, owner: AccountId, amount: Balance },
	TransferFrom { asset: AssetId, owner: AccountId, to: AccountId, amount: Balance },
}

fn step() -> impl Strategy<Value = Step> {
	let asset = || ASSETS;
	let account = || prop::sample::select(ACCOUNTS.to_vec());
	let investor = || prop::sample::select(INVESTORS.to_vec());
	let issuer = || prop_oneof![9 => Just(ISSUER), 1 => Just(ANNA_KEY)];
	let pack = || prop_oneof![4 => Just(PACK), 4 => Just(OTHER_PACK), 1 => Just(NO_PACK)];
	let amount = || prop_oneof![20 => 0..12_u128, 1 => Just(Balance::MAX)];
	let authorised = prop_oneof![1 => 0..2_u128, 8 => 50..200_u128, 1 => Just(Balance::MAX)];
	let status = prop_oneof![
		20 => Just(BookStatus::Open),
		1 => Just(BookStatus::Closed),
		1 => Just(BookStatus::Suspended),
		1 => Just(BookStatus::WindingUp),
	];
	prop_oneof![
		5 => (asset(), pack(), authorised)
			.prop_map(|(asset, pack, authorised)| Step::Open { asset, pack, authorised }),
		6 => (asset(), status).prop_map(|(asset, status)| Step::SetStatus { asset, status }),
		1 => asset().prop_map(|asset| Step::Close { asset }),
		12 => (asset(), issuer(), account(), amount())
			.prop_map(|(asset, by, to, amount)| Step::Issue { asset, by, to, amount }),
		12 => (asset(), account(), account(), amount())
			.prop_map(|(asset, by, to, amount)| Step::Transfer { asset, by, to, amount }),
		3 => (asset(), account(), account())
			.prop_map(|(asset, by, to)| Step::TransferAll { asset, by, to }),
		3 => (asset(), account(), amount())
			.prop_map(|(asset, by, amount)| Step::Redeem { asset, by, amount }),
		1 => (asset(), account()).prop_map(|(asset, by)| Step::RedeemAll { asset, by }),
		2 => (asset(), issuer(), pack())
			.prop_map(|(asset, by, pack)| Step::SetPack { asset, by, pack }),
		1 => investor().prop_map(|investor| Step::Block { investor }),
		6 => investor().prop_map(|investor| Step::Unblock { investor }),
		1 => (account(), prop::option::weighted(0.95, investor()))
			.prop_map(|(account, investor)| Step::Relink { account, investor }),
		40 => more_steps(),
	]
}

fn more_steps() -> impl Strategy<Value = Step> {
	let asset = || ASSETS;
	let account = || prop::sample::select(ACCOUNTS.to_vec());
	let investor = || prop::sample::select(INVESTORS.to_vec());
	let amount = || 0..12_u128;
	let reason = || 0..3_u8;
	let days = || 1..4_u64;
	let country = prop::sample::select(vec![*b"CH", *b"DE", *b"US"]);
	prop_oneof![
		2 => (investor(), country)
			.prop_map(|(investor, country)| Step::Restate { investor, country }),
		2 => (asset(), investor())
			.prop_map(|(asset, investor)| Step::Reclassify { asset, investor }),
		2 => prop::option::weighted(0.4, days()).prop_map(|days| Step::Lock { days }),
		2 => days().prop_map(|days| Step::Wait { days }),
		4 => (asset(), account(), reason(), amount())
			.prop_map(|(asset, who, reason, amount)| Step::Hold { asset, who, reason, amount }),
		3 => (asset(), account(), reason(), amount())
			.prop_map(|(asset, who, reason, amount)| Step::Release { asset, who, reason, amount }),
		3 => (asset(), account(), account(), reason(), amount())
			.prop_map(|(asset, who, to, reason, amount)| {
				Step::PassHeld { asset, who, to, reason, amount }
			}),
		2 => (asset(), account(), reason(), amount())
			.prop_map(|(asset, who, reason, amount)| Step::BurnHeld { asset, who, reason, amount }),
		1 => (asset(), investor(), amount())
			.prop_map(|(asset, investor, amount)| Step::Freeze { asset, investor, amount }),
		2 => (asset(), investor(), amount())
			.prop_map(|(asset, investor, amount)| Step::Unfreeze { asset, investor, amount }),
		3 => (asset(), investor(), account(), amount())
			.prop_map(|(asset, from, to, amount)| Step::Force { asset, from, to, amount }),
		2 => (asset(), investor(), amount())
			.prop_map(|(asset, from, amount)| Step::Cancel { asset, from, amount }),
		4 => asset().prop_map(|asset| Step::Take { asset }),
		3 => (asset(), 0..8_u32).prop_map(|(asset, which)| Step::Drop { asset, which }),
		2 => asset().prop_map(|asset| Step::Prune { asset }),
		1 => (asset(), 0..5_u32, 0..5_u32).prop_map(|(asset, numerator, denominator)| {
			Step::Split { asset, numerator, denominator }
		}),
		2 => (asset(), account(), amount())
			.prop_map(|(asset, owner, amount)| Step::Approve { asset, owner, amount }),
		3 => (asset(), account(), account(), amount())
			.prop_map(|(asset, owner, to, amount)| Step::TransferFrom { asset, owner, to, amount }),
	]
}

/// How each history begins: three open books, of which everybody has something.
fn beginning() -> Vec<Step> {
	ASSETS
		.flat_map(|asset| {
			let open = Step::Open { asset, pack: PACK, authorised: 150 };
			let status = Step::SetStatus { asset, status: BookStatus::Open };
			let issues = [ANNA_KEY, BENO_KEY, CARA_KEY, DINO_KEY].map(|to| Step::Issue {
				asset,
				by: ISSUER,
				to,
				amount: 20,
			});
			[open, status].into_iter().chain(issues)
		})
		.collect()
}

/// What everybody owned at a checkpoint.
type Snapshot = (CheckpointId, HashMap<InvestorId, Balance>);

/// What a register is, in plain tables: no counter is kept, all is added up when it is asked for.
#[derive(Default)]
struct Model {
	books: HashMap<AssetId, (BookStatus, PackId, Balance)>,
	units: HashMap<AssetId, Balance>,
	owned: HashMap<(AssetId, InvestorId), Balance>,
	/// By purpose.
	held: HashMap<(AssetId, InvestorId, u8), Balance>,
	frozen: HashMap<(AssetId, InvestorId), Balance>,
	/// How many units are locked up until which day.
	locked: HashMap<(AssetId, InvestorId), Vec<(u64, Balance)>>,
	buckets: HashMap<(AssetId, InvestorId), CountryCode>,
	/// Everything that everybody owned, by checkpoint.
	past: HashMap<AssetId, Vec<Snapshot>>,
	taken: HashMap<AssetId, CheckpointId>,
	/// What [`SPENDER`] may transfer, and for whom.
	allowed: HashMap<(AssetId, AccountId), (Balance, InvestorId)>,
	keys: HashMap<AccountId, InvestorId>,
	blocked: HashSet<InvestorId>,
	countries: HashMap<InvestorId, CountryCode>,
	day: u64,
	lock: Option<u64>,
}

/// Where shares come from.
#[derive(Clone, Copy)]
enum Source {
	Nowhere,
	Free(AccountId),
	Held(AccountId, u8),
	Order(InvestorId),
}

/// No country.
const NOWHERE: CountryCode = *b"--";
const SPENDER: AccountId = STRANGER;

impl Model {
	fn new() -> Self {
		Self { keys: Keys::get().into_iter().collect(), ..Default::default() }
	}

	fn has(&self, asset: AssetId, investor: InvestorId) -> Balance {
		self.owned.get(&(asset, investor)).copied().unwrap_or(0)
	}

	fn held(&self, asset: AssetId, investor: InvestorId) -> Balance {
		(0..3).map(|reason| self.held_for(asset, investor, reason)).sum()
	}

	fn held_for(&self, asset: AssetId, investor: InvestorId, reason: u8) -> Balance {
		self.held.get(&(asset, investor, reason)).copied().unwrap_or(0)
	}

	fn free(&self, asset: AssetId, investor: InvestorId) -> Balance {
		self.has(asset, investor) - self.held(asset, investor)
	}

	fn frozen(&self, asset: AssetId, investor: InvestorId) -> Balance {
		self.frozen.get(&(asset, investor)).copied().unwrap_or(0)
	}

	fn locked(&self, asset: AssetId, investor: InvestorId) -> Balance {
		let lots = self.locked.get(&(asset, investor)).cloned().unwrap_or_default();
		lots.iter().filter(|(until, _)| *until > self.day).map(|(_, amount)| amount).sum()
	}

	fn movable(&self, asset: AssetId, investor: InvestorId) -> Balance {
		let kept = self.frozen(asset, investor) + self.locked(asset, investor);
		self.free(asset, investor).saturating_sub(kept)
	}

	fn supply(&self, asset: AssetId) -> Balance {
		INVESTORS.iter().map(|investor| self.has(asset, *investor)).sum()
	}

	fn holders(&self, asset: AssetId) -> usize {
		INVESTORS.iter().filter(|investor| self.has(asset, **investor) > 0).count()
	}

	/// The investor behind a key that may act.
	fn party(&self, account: AccountId) -> Option<InvestorId> {
		self.keys.get(&account).copied().filter(|who| !self.blocked.contains(who))
	}

	fn all_of(&self, asset: AssetId, account: AccountId) -> Balance {
		self.keys.get(&account).map_or(0, |investor| self.has(asset, *investor))
	}

	/// Moves shares if it may be, and says whether it did. `None` as receiver: they cease to exist.
	fn move_shares(
		&mut self,
		asset: AssetId,
		from: Source,
		to: Option<AccountId>,
		amount: Balance,
	) -> bool {
		let Some((status, pack, authorised)) = self.books.get(&asset).copied() else {
			return false;
		};
		let ordered = matches!(from, Source::Order(_));
		let open = match status {
			BookStatus::Open => true,
			BookStatus::WindingUp => to.is_none() || ordered,
			BookStatus::Suspended => ordered,
			BookStatus::Closed => false,
		};
		let rules = to.is_none() || ordered || pack != NO_PACK;
		let giver = match from {
			Source::Nowhere => None,
			Source::Free(account) | Source::Held(account, _) => Some(self.party(account)),
			Source::Order(investor) => Some(Some(investor)),
		};
		let taker = to.map(|account| self.party(account));
		if !open || !rules || amount == 0 || giver == Some(None) || taker == Some(None) {
			return false;
		}
		let (giver, taker) = (giver.flatten(), taker.flatten());
		if giver == taker {
			return false;
		}
		let available = match (from, giver) {
			(Source::Nowhere, _) | (_, None) => authorised - self.supply(asset),
			(Source::Order(_), Some(who)) => self.free(asset, who),
			(Source::Held(_, reason), Some(who)) => self.held_for(asset, who, reason),
			(Source::Free(_), Some(who)) if to.is_none() => {
				self.free(asset, who).saturating_sub(self.frozen(asset, who))
			},
			(Source::Free(_), Some(who)) => self.movable(asset, who),
		};
		if available < amount {
			return false;
		}
		if let Some(who) = giver {
			*self.owned.get_mut(&(asset, who)).unwrap() -= amount;
			if let Source::Held(_, reason) = from {
				*self.held.get_mut(&(asset, who, reason)).unwrap() -= amount;
			}
			self.unlock(asset, who);
		}
		if let Some(who) = taker {
			let country = self.countries.get(&who).copied().unwrap_or(NOWHERE);
			if self.has(asset, who) == 0 {
				self.buckets.insert((asset, who), country);
			}
			*self.owned.entry((asset, who)).or_default() += amount;
			if let Some(days) = self.lock {
				let lots = self.locked.entry((asset, who)).or_default();
				lots.push((self.day + days, amount));
				lots.sort_unstable();
			}
		}
		true
	}

	/// Unlocks share by share until no more is locked up than is free, the soonest first.
	fn unlock(&mut self, asset: AssetId, investor: InvestorId) {
		while self.locked(asset, investor) > self.free(asset, investor) {
			let day = self.day;
			let lots = self.locked.get_mut(&(asset, investor)).unwrap();
			let soonest = lots.iter_mut().find(|(until, left)| *until > day && *left > 0).unwrap();
			soonest.1 -= 1;
		}
	}

	/// Whether the step goes ahead, in the model.
	fn apply(&mut self, step: &Step) -> bool {
		match *step {
			Step::Open { asset, pack, authorised } => {
				let possible = !self.books.contains_key(&asset) && pack != NO_PACK;
				if possible {
					self.books.insert(asset, (BookStatus::Closed, pack, authorised));
					self.units.insert(asset, 12);
					self.taken.remove(&asset);
				}
				possible
			},
			Step::SetStatus { asset, status } => {
				self.books.get_mut(&asset).map(|book| book.0 = status).is_some()
			},
			Step::Close { asset } => {
				self.supply(asset) == 0
					&& self.past.get(&asset).is_none_or(Vec::is_empty)
					&& INVESTORS.iter().all(|who| self.frozen(asset, *who) == 0)
					&& self.books.remove(&asset).is_some()
			},
			Step::Issue { asset, by, to, amount } => {
				by == ISSUER && self.move_shares(asset, Source::Nowhere, Some(to), amount)
			},
			Step::Transfer { asset, by, to, amount } => {
				self.move_shares(asset, Source::Free(by), Some(to), amount)
			},
			Step::TransferAll { asset, by, to } => {
				self.move_shares(asset, Source::Free(by), Some(to), self.all_of(asset, by))
			},
			Step::Redeem { asset, by, amount } => {
				self.move_shares(asset, Source::Free(by), None, amount)
			},
			Step::RedeemAll { asset, by } => {
				self.move_shares(asset, Source::Free(by), None, self.all_of(asset, by))
			},
			Step::SetPack { asset, by, pack } => match self.books.get_mut(&asset) {
				Some(book) if by == ISSUER && pack != NO_PACK && pack != book.1 => {
					book.1 = pack;
					true
				},
				_ => false,
			},
			Step::Block { investor } => {
				self.blocked.insert(investor);
				true
			},
			Step::Unblock { investor } => {
				self.blocked.remove(&investor);
				true
			},
			Step::Relink { account, investor } => {
				match investor {
					Some(investor) => self.keys.insert(account, investor),
					None => self.keys.remove(&account),
				};
				true
			},
			_ => self.apply_more(step),
		}
	}

	fn apply_more(&mut self, step: &Step) -> bool {
		match *step {
			Step::Restate { investor, country } => {
				self.countries.insert(investor, country);
				true
			},
			Step::Reclassify { asset, investor } => {
				let now = self.countries.get(&investor).copied().unwrap_or(NOWHERE);
				self.keys.values().any(|known| *known == investor)
					&& self.has(asset, investor) > 0
					&& self.buckets.insert((asset, investor), now) != Some(now)
			},
			Step::Lock { days } => {
				self.lock = days;
				true
			},
			Step::Wait { days } => {
				self.day += days;
				true
			},
			Step::Hold { asset, who, reason, amount } => {
				let Some(investor) = self.keys.get(&who).copied() else { return false };
				let Some((status, ..)) = self.books.get(&asset) else { return false };
				if amount == 0 {
					return true;
				}
				let possible =
					*status == BookStatus::Open && amount <= self.movable(asset, investor);
				if possible {
					*self.held.entry((asset, investor, reason)).or_default() += amount;
				}
				possible
			},
			Step::Release { asset, who, reason, amount } => {
				let Some(investor) = self.keys.get(&who).copied() else { return false };
				let possible = amount <= self.held_for(asset, investor, reason);
				if possible && amount > 0 {
					*self.held.get_mut(&(asset, investor, reason)).unwrap() -= amount;
				}
				possible
			},
			Step::PassHeld { asset, who, to, reason, amount } => {
				self.move_shares(asset, Source::Held(who, reason), Some(to), amount)
			},
			Step::BurnHeld { asset, who, reason, amount } => {
				self.move_shares(asset, Source::Held(who, reason), None, amount)
			},
			Step::Freeze { asset, investor, amount } => {
				let possible = self.books.contains_key(&asset);
				if possible {
					*self.frozen.entry((asset, investor)).or_default() += amount;
				}
				possible
			},
			Step::Unfreeze { asset, investor, amount } => {
				let possible = self.books.contains_key(&asset);
				if possible {
					let frozen = self.frozen.entry((asset, investor)).or_default();
					*frozen = frozen.saturating_sub(amount);
				}
				possible
			},
			Step::Force { asset, from, to, amount } => {
				self.move_shares(asset, Source::Order(from), Some(to), amount)
			},
			Step::Cancel { asset, from, amount } => {
				self.move_shares(asset, Source::Order(from), None, amount)
			},
			Step::Take { asset } => {
				let room = self.past.get(&asset).is_none_or(|past| past.len() < 32);
				let possible = room && self.books.contains_key(&asset);
				if possible {
					let all = INVESTORS.map(|investor| (investor, self.has(asset, investor)));
					let id = self.taken.entry(asset).or_default();
					*id += 1;
					self.past.entry(asset).or_default().push((*id, all.into_iter().collect()));
				}
				possible
			},
			Step::Drop { asset, which } => match self.past.get_mut(&asset) {
				Some(past) if !past.is_empty() => {
					let index = usize::try_from(which).unwrap() % past.len();
					past.remove(index);
					true
				},
				_ => false,
			},
			// What is pruned cannot be asked, so the model has nothing to do, nor to say.
			Step::Prune { .. } => true,
			Step::Split { asset, numerator, denominator } => {
				let possible = self.books.contains_key(&asset)
					&& numerator != denominator
					&& numerator > 0
					&& denominator > 0
					&& (self.units[&asset] * u128::from(denominator))
						.is_multiple_of(numerator.into());
				if possible {
					let units = self.units.get_mut(&asset).unwrap();
					*units = *units * u128::from(denominator) / u128::from(numerator);
				}
				possible
			},
			Step::Approve { asset, owner, amount: 0 } => {
				self.allowed.remove(&(asset, owner)).is_some()
			},
			Step::Approve { asset, owner, amount } => {
				let Some(investor) = self.keys.get(&owner).copied() else { return false };
				let possible = self.books.contains_key(&asset);
				if possible {
					self.allowed.insert((asset, owner), (amount, investor));
				}
				possible
			},
			Step::TransferFrom { asset, owner, to, amount } => {
				let (left, whose) = self.allowed.get(&(asset, owner)).copied().unwrap_or((0, 0));
				let possible = amount <= left
					&& self.keys.get(&owner) == Some(&whose)
					&& self.move_shares(asset, Source::Free(owner), Some(to), amount);
				if possible {
					self.allowed.insert((asset, owner), (left - amount, whose));
					self.allowed.retain(|_, (left, _)| *left > 0);
				}
				possible
			},
			_ => unreachable!(),
		}
	}

	/// The register is what the model says.
	fn check(&self) {
		for asset in ASSETS {
			let found = Shares::book(asset).map(|book| {
				assert_eq!(book.supply, self.supply(asset));
				assert_eq!(usize::try_from(book.holders).unwrap(), self.holders(asset));
				assert_eq!(book.units_per_share, self.units[&asset]);
				(book.status, book.pack, book.authorised)
			});
			assert_eq!(found, self.books.get(&asset).copied());
			for investor in INVESTORS {
				let holding = Shares::holding(asset, investor);
				assert_eq!(holding.owned, self.has(asset, investor));
				assert_eq!(holding.held, self.held(asset, investor));
				assert_eq!(holding.frozen, self.frozen(asset, investor));
				assert_eq!(holding.locked, self.locked(asset, investor));
				assert_eq!(holding.movable, self.movable(asset, investor));
				for (checkpoint, owned) in self.past.get(&asset).into_iter().flatten() {
					let then = Shares::balance_at(asset, investor, *checkpoint);
					assert_eq!(then, owned.get(&investor).copied());
				}
			}
			for country in [NOWHERE, *b"CH", *b"DE", *b"US"] {
				let there = INVESTORS.iter().filter(|who| {
					self.has(asset, **who) > 0 && self.buckets[&(asset, **who)] == country
				});
				let found: u32 = Shares::holders_in(asset, country).iter().sum();
				assert_eq!(usize::try_from(found).unwrap(), there.count());
			}
		}
		for (pack, followers) in Packs::get() {
			let expected = self.books.values().filter(|book| book.1 == pack).count();
			assert_eq!(usize::try_from(followers).unwrap(), expected);
		}
		let price = Base::get() + Byte::get() * Shares::allowance_footprint().size;
		for owner in ACCOUNTS {
			let number = self.allowed.keys().filter(|(_, by)| *by == owner).count();
			let paid = pallet_balances::Pallet::<Test>::reserved_balance(owner);
			assert_eq!(paid, price * u64::try_from(number).unwrap());
		}
	}
}

/// Whether the step goes ahead, on the chain. Like a call, it leaves no trace if it does not.
fn execute(step: &Step) -> bool {
	with_storage_layer(|| attempt(step)).is_ok()
}

fn called(result: DispatchResultWithPostInfo) -> DispatchResult {
	result.map(|_| ()).map_err(|refused| refused.error)
}

fn attempt(step: &Step) -> DispatchResult {
	match *step {
		Step::Open { asset, pack, authorised } => {
			Shares::open_book(asset, ISSUER, pack, authorised, 12)
		},
		Step::SetStatus { asset, status } => Shares::set_status(asset, status),
		Step::Close { asset } => {
			let _ = prune(asset);
			Shares::close_book(asset)
		},
		Step::Issue { asset, by, to, amount } => {
			called(Shares::issue(signed(by), asset, to, amount))
		},
		Step::Transfer { asset, by, to, amount } => {
			called(Shares::transfer(signed(by), asset, to, amount))
		},
		Step::TransferAll { asset, by, to } => {
			let amount = Shares::balance_of(asset, by);
			called(Shares::transfer(signed(by), asset, to, amount))
		},
		Step::Redeem { asset, by, amount } => called(Shares::redeem(signed(by), asset, amount)),
		Step::RedeemAll { asset, by } => {
			called(Shares::redeem(signed(by), asset, Shares::balance_of(asset, by)))
		},
		Step::SetPack { asset, by, pack } => Shares::set_pack(signed(by), asset, pack),
		Step::Block { investor } => {
			Blocked::mutate(|all| all.insert(investor));
			Ok(())
		},
		Step::Unblock { investor } => {
			Blocked::mutate(|all| all.remove(&investor));
			Ok(())
		},
		Step::Relink { account, investor } => {
			Keys::mutate(|keys| match investor {
				Some(investor) => keys.insert(account, investor),
				None => keys.remove(&account),
			});
			Ok(())
		},
		_ => attempt_more(step),
	}
}

fn attempt_more(step: &Step) -> DispatchResult {
	match *step {
		Step::Restate { investor, country } => {
			state(investor, country, Flags::RETAIL);
			Ok(())
		},
		Step::Reclassify { asset, investor } => {
			Shares::reclassify(signed(STRANGER), asset, investor)
		},
		Step::Lock { days } => {
			let from = Now::get() - OPENED;
			lock_until(days.map(|days| from + days * DAY));
			Locks::set(days);
			Ok(())
		},
		Step::Wait { days } => {
			Now::mutate(|now| *now += days * DAY);
			let from = Now::get() - OPENED;
			lock_until(Locks::get().map(|days| from + days * DAY));
			Ok(())
		},
		Step::Hold { asset, who, reason, amount } => {
			<Shares as frame_support::traits::fungibles::hold::Mutate<_>>::hold(
				asset, &reason, &who, amount,
			)
		},
		Step::Release { asset, who, reason, amount } => {
			let exact = Precision::Exact;
			<Shares as frame_support::traits::fungibles::hold::Mutate<_>>::release(
				asset, &reason, &who, amount, exact,
			)
			.map(|_| ())
		},
		Step::PassHeld { asset, who, to, reason, amount } => Shares::transfer_on_hold(
			asset,
			&reason,
			&who,
			&to,
			amount,
			Precision::Exact,
			Restriction::Free,
			Fortitude::Polite,
		)
		.map(|_| ()),
		Step::BurnHeld { asset, who, reason, amount } => {
			let (exact, polite) = (Precision::Exact, Fortitude::Polite);
			Shares::burn_held(asset, &reason, &who, amount, exact, polite).map(|_| ())
		},
		Step::Freeze { asset, investor, amount } => add_frozen(asset, investor, amount),
		Step::Unfreeze { asset, investor, amount } => remove_frozen(asset, investor, amount),
		Step::Force { asset, from, to, amount } => {
			Shares::do_forced_transfer(asset, from, &to, amount).map(|_| ())
		},
		Step::Cancel { asset, from, amount } => Shares::do_cancel(asset, from, amount).map(|_| ()),
		Step::Take { asset } => <Shares as Checkpoints>::take(asset).map(|_| ()),
		Step::Drop { asset, which } => {
			let live = Shares::checkpoints(asset);
			let index = usize::try_from(which).unwrap().checked_rem(live.len());
			let id = index.map_or(0, |index| live[index].id);
			<Shares as Checkpoints>::release(asset, id)
		},
		Step::Prune { asset } => {
			let _ = prune(asset);
			Ok(())
		},
		Step::Split { asset, numerator, denominator } => {
			Shares::split(signed(ISSUER), asset, numerator, denominator)
		},
		Step::Approve { asset, owner, amount } => {
			Shares::approve(signed(owner), asset, SPENDER, amount, Moment::MAX)
		},
		Step::TransferFrom { asset, owner, to, amount } => {
			called(Shares::transfer_from(signed(SPENDER), asset, owner, to, amount))
		},
		_ => unreachable!(),
	}
}

fn prune(asset: AssetId) -> DispatchResult {
	Shares::prune(signed(STRANGER), asset, INVESTORS.to_vec().try_into().unwrap())
}

/// The cap table, from nothing but the events.
fn cap_table() -> HashMap<(AssetId, InvestorId), Balance> {
	let mut table = HashMap::new();
	for record in System::events() {
		let RuntimeEvent::Shares(event) = record.event else { continue };
		match event {
			Event::Issued { asset, to, amount, .. } => {
				*table.entry((asset, to)).or_default() += amount;
			},
			Event::Transferred { asset, from, to, amount, .. } => {
				*table.get_mut(&(asset, from)).unwrap() -= amount;
				*table.entry((asset, to)).or_default() += amount;
			},
			Event::ForciblyTransferred { asset, from, to, amount, .. } => {
				*table.get_mut(&(asset, from)).unwrap() -= amount;
				*table.entry((asset, to)).or_default() += amount;
			},
			Event::Redeemed { asset, from, amount, .. }
			| Event::Cancelled { asset, from, amount } => {
				*table.get_mut(&(asset, from)).unwrap() -= amount;
			},
			_ => (),
		}
	}
	table.retain(|_, amount| *amount > 0);
	table
}

proptest! {
	// 400 histories of 250 steps: 100,000 steps, with every invariant checked after each.
	#![proptest_config(ProptestConfig::with_cases(cases(400, 24)))]

	#[test]
	fn histories_agree_with_the_model(steps in prop::collection::vec(step(), 250)) {
		ExtBuilder::default().without_book().build_and_execute(|| {
			pallet_balances::Pallet::<Test>::make_free_balance_be(&DINO_KEY, FUNDS);
			Locks::set(None);
			let mut model = Model::new();
			for step in beginning().iter().chain(&steps) {
				assert_eq!(execute(step), model.apply(step), "{step:?}");
				assert_ok!(Shares::do_try_state());
				model.check();
			}
			let owned: HashMap<_, _> = Positions::<Test>::iter()
				.map(|(asset, investor, position)| ((asset, investor), position.owned()))
				.filter(|(_, owned)| *owned > 0)
				.collect();
			assert_eq!(cap_table(), owned);
		});
	}
}
