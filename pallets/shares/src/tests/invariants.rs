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
	assert_err, assert_ok,
	traits::{
		fungibles::hold::Mutate as _,
		tokens::{Fortitude, Precision, Restriction},
	},
};
use proptest::prelude::*;
use sp_runtime::DispatchError::Other;
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

const ASSETS: std::ops::Range<AssetId> = 1..4;
const ACCOUNTS: [AccountId; 6] = [ANNA_KEY, ANNA_OTHER_KEY, BENO_KEY, CARA_KEY, DINO_KEY, STRANGER];
const INVESTORS: [InvestorId; 4] = [ANNA, BENO, CARA, DINO];

/// One step of a history. The last three are done by the layer below.
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

/// What a register is, in plain tables: no counter is kept, all is added up when it is asked for.
struct Model {
	books: HashMap<AssetId, (BookStatus, PackId, Balance)>,
	owned: HashMap<(AssetId, InvestorId), Balance>,
	keys: HashMap<AccountId, InvestorId>,
	blocked: HashSet<InvestorId>,
}

impl Model {
	fn new() -> Self {
		Self {
			books: HashMap::new(),
			owned: HashMap::new(),
			keys: Keys::get().into_iter().collect(),
			blocked: HashSet::new(),
		}
	}

	fn has(&self, asset: AssetId, investor: InvestorId) -> Balance {
		self.owned.get(&(asset, investor)).copied().unwrap_or(0)
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

	/// Moves shares if it may be, and says whether it did. `None` on one side: they come into being
	/// or cease to exist.
	fn move_shares(
		&mut self,
		asset: AssetId,
		from: Option<AccountId>,
		to: Option<AccountId>,
		amount: Balance,
	) -> bool {
		let Some((status, pack, authorised)) = self.books.get(&asset).copied() else {
			return false;
		};
		let open = match status {
			BookStatus::Open => true,
			BookStatus::WindingUp => to.is_none(),
			BookStatus::Closed | BookStatus::Suspended => false,
		};
		let rules = to.is_none() || pack != NO_PACK;
		let from = from.map(|account| self.party(account));
		let to = to.map(|account| self.party(account));
		if !open || !rules || amount == 0 || from == Some(None) || to == Some(None) || from == to {
			return false;
		}
		match from.flatten() {
			Some(from) if self.has(asset, from) < amount => return false,
			None if amount > authorised - self.supply(asset) => return false,
			_ => (),
		}
		if let Some(from) = from.flatten() {
			*self.owned.get_mut(&(asset, from)).unwrap() -= amount;
		}
		if let Some(to) = to.flatten() {
			*self.owned.entry((asset, to)).or_default() += amount;
		}
		true
	}

	/// Whether the step goes ahead, in the model.
	fn apply(&mut self, step: &Step) -> bool {
		match *step {
			Step::Open { asset, pack, authorised } => {
				let possible = !self.books.contains_key(&asset) && pack != NO_PACK;
				if possible {
					self.books.insert(asset, (BookStatus::Closed, pack, authorised));
				}
				possible
			},
			Step::SetStatus { asset, status } => {
				self.books.get_mut(&asset).map(|book| book.0 = status).is_some()
			},
			Step::Close { asset } => self.supply(asset) == 0 && self.books.remove(&asset).is_some(),
			Step::Issue { asset, by, to, amount } => {
				by == ISSUER && self.move_shares(asset, None, Some(to), amount)
			},
			Step::Transfer { asset, by, to, amount } => {
				self.move_shares(asset, Some(by), Some(to), amount)
			},
			Step::TransferAll { asset, by, to } => {
				self.move_shares(asset, Some(by), Some(to), self.all_of(asset, by))
			},
			Step::Redeem { asset, by, amount } => self.move_shares(asset, Some(by), None, amount),
			Step::RedeemAll { asset, by } => {
				self.move_shares(asset, Some(by), None, self.all_of(asset, by))
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
		}
	}

	/// The register is what the model says.
	fn check(&self) {
		for asset in ASSETS {
			let found = Shares::book(asset).map(|book| {
				assert_eq!(book.supply, self.supply(asset));
				assert_eq!(usize::try_from(book.holders).unwrap(), self.holders(asset));
				(book.status, book.pack, book.authorised)
			});
			assert_eq!(found, self.books.get(&asset).copied());
			for investor in INVESTORS {
				let has = self.has(asset, investor);
				assert_eq!(stored(asset, investor), (has > 0).then_some(has));
			}
		}
		for (pack, followers) in Packs::get() {
			let expected = self.books.values().filter(|book| book.1 == pack).count();
			assert_eq!(usize::try_from(followers).unwrap(), expected);
		}
	}
}

/// Whether the step goes ahead, on the chain.
fn execute(step: &Step) -> bool {
	match *step {
		Step::Open { asset, pack, authorised } => {
			Shares::open_book(asset, ISSUER, pack, authorised, 1).is_ok()
		},
		Step::SetStatus { asset, status } => Shares::set_status(asset, status).is_ok(),
		Step::Close { asset } => Shares::close_book(asset).is_ok(),
		Step::Issue { asset, by, to, amount } => {
			Shares::issue(signed(by), asset, to, amount).is_ok()
		},
		Step::Transfer { asset, by, to, amount } => {
			Shares::transfer(signed(by), asset, to, amount).is_ok()
		},
		Step::TransferAll { asset, by, to } => {
			let amount = Shares::balance_of(asset, by);
			Shares::transfer(signed(by), asset, to, amount).is_ok()
		},
		Step::Redeem { asset, by, amount } => Shares::redeem(signed(by), asset, amount).is_ok(),
		Step::RedeemAll { asset, by } => {
			Shares::redeem(signed(by), asset, Shares::balance_of(asset, by)).is_ok()
		},
		Step::SetPack { asset, by, pack } => Shares::set_pack(signed(by), asset, pack).is_ok(),
		Step::Block { investor } => Blocked::mutate(|all| {
			all.insert(investor);
			true
		}),
		Step::Unblock { investor } => Blocked::mutate(|all| {
			all.remove(&investor);
			true
		}),
		Step::Relink { account, investor } => Keys::mutate(|keys| {
			match investor {
				Some(investor) => keys.insert(account, investor),
				None => keys.remove(&account),
			};
			true
		}),
	}
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
			Event::Redeemed { asset, from, amount, .. } => {
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
	#![proptest_config(ProptestConfig::with_cases(400))]

	#[test]
	fn histories_agree_with_the_model(steps in prop::collection::vec(step(), 250)) {
		ExtBuilder::default().without_book().build_and_execute(|| {
			let mut model = Model::new();
			for step in beginning().iter().chain(&steps) {
				assert_eq!(execute(step), model.apply(step), "{step:?}");
				assert_ok!(Shares::do_try_state());
				model.check();
			}
			let positions: HashMap<_, _> = Positions::<Test>::iter()
				.map(|(asset, investor, position)| ((asset, investor), position.owned()))
				.collect();
			assert_eq!(cap_table(), positions);
		});
	}
}
