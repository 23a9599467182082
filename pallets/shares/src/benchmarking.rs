// SPDX-License-Identifier: Apache-2.0

//! Benchmarks: each movement under a pack of [`cadastre_primitives::MAX_RULES`] rules that are all
//! evaluated, and, where the price is the most that a call can cost, ask all there is to ask.

#![allow(
	clippy::unwrap_used,
	clippy::indexing_slicing,
	clippy::arithmetic_side_effects,
	clippy::cast_possible_truncation
)]

use super::*;
use crate::order_types::{Action, Ground, OrderId, Stage};
use alloc::{vec, vec::Vec};
use cadastre_primitives::{
	traits::{Checkpoints, Gatekeeper, Register},
	AssetId, Balance, BookStatus, Bucket, Country, InvestorId, Moment, PackId,
};
use frame_benchmarking::{v2::*, BenchmarkError};
use frame_support::traits::{Consideration, EnsureOrigin, EnsureOriginWithArg, Footprint, Get};
use frame_system::RawOrigin;
use lots::DAY;
use sp_core::H256;

const ASSET: AssetId = 1;
const CLASS: AssetId = 2;
const SHARES: Balance = 1_000_000;

/// An admitted investor's key.
fn admitted<T: Config>(name: &'static str) -> T::AccountId {
	let who: T::AccountId = account(name, 0, 0);
	T::Gatekeeper::benchmark_admit(&who);
	who
}

/// An open book, and its issuer. What the layer above weighs of a movement is added to the weights of
/// calls, not measured in them: it does not watch.
fn open_book<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	open_book_under::<T>(T::Gatekeeper::benchmark_pack())
}

/// The same, under a pack that reads the most that a pack can.
fn open_demanding_book<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	open_book_under::<T>(T::Gatekeeper::benchmark_demanding_pack())
}

fn open_book_under<T: Config>(pack: PackId) -> Result<T::AccountId, BenchmarkError> {
	let issuer: T::AccountId = account("issuer", 0, 0);
	Pallet::<T>::open_book(ASSET, issuer.clone(), pack, Balance::MAX, 1)?;
	Pallet::<T>::set_status(ASSET, BookStatus::Open)?;
	Ok(issuer)
}

/// Makes an investor one more holder of so many units of an asset, and the asset if there is none.
pub(crate) fn make_holder<T: Config>(asset: AssetId, investor: InvestorId, units: Balance) {
	if !Books::<T>::contains_key(asset) {
		let issuer: T::AccountId = account("issuer", 0, 0);
		let pack = T::Gatekeeper::benchmark_pack();
		Pallet::<T>::open_book(asset, issuer, pack, Balance::MAX, 1).unwrap();
		Pallet::<T>::set_status(asset, BookStatus::Open).unwrap();
	}
	let mut book = Books::<T>::get(asset).unwrap();
	let old = Positions::<T>::get(asset, investor);
	let mut new = old;
	Pallet::<T>::remember(asset, investor, &book, &mut new).unwrap();
	new.free += units;
	if old.is_empty() {
		let word = T::Gatekeeper::eligibility(investor);
		new.bucket = word.as_ref().map(Bucket::of).unwrap_or_default();
		Pallet::<T>::count_in(asset, &mut book, new.bucket).unwrap();
	}
	Pallet::<T>::put(asset, investor, &mut book, &old, &new, Pallet::<T>::now()).unwrap();
	book.supply += units;
	book.authorised = book.authorised.max(book.supply);
	Books::<T>::insert(asset, book);
}

/// Issues [`SHARES`] to an investor's key.
fn give<T: Config>(to: &T::AccountId) -> Result<(), BenchmarkError> {
	Pallet::<T>::do_issue(true, ASSET, to.clone(), SHARES)
		.map_err(|_| BenchmarkError::Stop("the rules refuse the admitted investor"))?;
	Ok(())
}

/// The investor behind a key.
fn investor<T: Config>(who: &T::AccountId) -> InvestorId {
	T::Gatekeeper::key(who).unwrap().investor
}

/// As many checkpoints as an asset may have.
fn take_checkpoints<T: Config>() -> Result<(), BenchmarkError> {
	for _ in 0..MAX_CHECKPOINTS {
		<Pallet<T> as Checkpoints>::take(ASSET)?;
	}
	Ok(())
}

/// Gives a position as many lock-ups as it may have, all of them running, and, where there are as
/// many checkpoints as there may be, as long a history.
fn age<T: Config>(who: &T::AccountId) {
	let investor = investor::<T>(who);
	let lots: Vec<_> = (1..=Moment::from(MAX_LOTS))
		.map(|number| Lot { amount: 1, until: Moment::MAX / DAY / 2 * DAY + number * DAY })
		.collect();
	Positions::<T>::mutate(ASSET, investor, |position| {
		position.locked_until = lots[lots.len() - 1].until;
	});
	Lots::<T>::insert(ASSET, investor, LotList::truncate_from(lots));
	if CheckpointsOf::<T>::get(ASSET).is_full() {
		remember_much::<T>(investor);
	}
}

/// A history of all checkpoints but the last two, of which the position itself and its next change
/// speak.
fn remember_much<T: Config>(investor: InvestorId) {
	let last = MAX_CHECKPOINTS - 1;
	let past: Vec<_> = (1..last).map(|checkpoint| Past { checkpoint, owned: 1 }).collect();
	Positions::<T>::mutate(ASSET, investor, |position| {
		position.checkpoint = last;
		position.previous = 1;
		position.older = true;
	});
	History::<T>::insert(ASSET, investor, PastList::truncate_from(past));
}

/// What the rules ask of the deny list: somebody is on it, though neither party.
fn deny_somebody<T: Config>() -> Result<(), BenchmarkError> {
	let other = admitted::<T>("other");
	Pallet::<T>::do_deny(None, ASSET, investor::<T>(&other), H256::zero())?;
	Ok(())
}

/// A second class of the asset, into which its shares can be converted one to one.
fn open_class<T: Config>(issuer: &T::AccountId) -> Result<(), BenchmarkError> {
	let pack = T::Gatekeeper::benchmark_demanding_pack();
	Pallet::<T>::open_class(CLASS, ASSET, 1, issuer.clone(), pack, Balance::MAX, 1)?;
	Pallet::<T>::set_status(CLASS, BookStatus::Open)?;
	let conversion = Conversion { into: CLASS, numerator: 1, denominator: 1 };
	Pallet::<T>::do_set_conversion(issuer.clone(), ASSET, Some(conversion))?;
	Ok(())
}

/// An allowance of all that an owner has, for an account.
fn allow<T: Config>(owner: &T::AccountId, spender: &T::AccountId) -> Result<(), BenchmarkError> {
	T::EntryDeposit::ensure_successful(owner, Pallet::<T>::allowance_footprint());
	Pallet::<T>::do_approve(owner.clone(), ASSET, spender.clone(), SHARES, Moment::MAX)?;
	Ok(())
}

/// An open book, its issuer, and the key of an investor who holds [`SHARES`].
fn book_with_holder<T: Config>() -> Result<(T::AccountId, T::AccountId), BenchmarkError> {
	let issuer = open_book::<T>()?;
	let holder = admitted::<T>("holder");
	give::<T>(&holder)?;
	Ok((issuer, holder))
}

fn agent<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	let origin = T::TransferAgentOrigin::try_successful_origin(&ASSET)
		.map_err(|()| BenchmarkError::Weightless)?;
	if let Ok(who) = T::TransferAgentOrigin::ensure_origin(origin.clone(), &ASSET) {
		fund::<T>(&who);
	}
	Ok(origin)
}

fn authority<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AuthorityOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
}

/// What an account needs for the deposits of a benchmark.
fn fund<T: Config>(who: &T::AccountId) {
	// The price is linear in the size: more than all orders and appeals of a benchmark.
	T::OrderDeposit::ensure_successful(who, Footprint::from_parts(1_000, 1_000));
}

fn emergency<T: Config>(investor: InvestorId) -> Action<T::AccountId> {
	Action::EmergencyFreeze { asset: ASSET, investor, amount: None }
}

fn propose<T: Config>(action: Action<T::AccountId>) -> Result<OrderId, BenchmarkError> {
	let id = NextOrderId::<T>::get();
	Pallet::<T>::propose_order(agent::<T>()?, action, Ground::CourtOrder, H256::zero())?;
	Ok(id)
}

fn consent<T: Config>(id: OrderId) -> Result<(), BenchmarkError> {
	Ok(Pallet::<T>::approve_order(authority::<T>()?, id)?)
}

/// Proposes so many freezes of a holder. Answers the last one.
fn fill<T: Config>(holder: &T::AccountId, number: u32) -> Result<OrderId, BenchmarkError> {
	let investor = investor::<T>(holder);
	let mut last = 0;
	for _ in 0..number {
		last = propose::<T>(Action::Freeze { asset: ASSET, investor, amount: Some(1) })?;
	}
	Ok(last)
}

/// Ends the waiting period of an order.
fn ripen<T: Config>(id: OrderId) {
	Orders::<T>::mutate(id, |order| {
		order.as_mut().unwrap().stage = Stage::Approved { from: 0, until: Moment::MAX };
	});
}

/// A freeze of everything in force, with an appeal, among as many orders as there may be.
fn appealed_freeze<T: Config>() -> Result<OrderId, BenchmarkError> {
	let (_, holder) = book_with_holder::<T>()?;
	fill::<T>(&holder, T::MaxOrders::get().saturating_sub(1))?;
	let id = propose::<T>(emergency::<T>(investor::<T>(&holder)))?;
	consent::<T>(id)?;
	fund::<T>(&holder);
	Pallet::<T>::appeal_order(RawOrigin::Signed(holder).into(), id, H256::zero())?;
	Ok(id)
}

/// The proposed recovery of a holder, and the new key.
fn recovery<T: Config>(holder: &T::AccountId) -> Result<(OrderId, T::AccountId), BenchmarkError> {
	let investor = investor::<T>(holder);
	let account: T::AccountId = account("new key", 0, 0);
	fund::<T>(&account);
	let origin = T::RecoveryOrigin::try_successful_origin(&investor)
		.map_err(|()| BenchmarkError::Weightless)?;
	if let Ok(who) = T::RecoveryOrigin::ensure_origin(origin.clone(), &investor) {
		fund::<T>(&who);
	}
	let id = NextOrderId::<T>::get();
	let action = Action::Recovery { investor, account: account.clone() };
	Pallet::<T>::propose_order(origin, action, Ground::LostKeys, H256::zero())?;
	Ok((id, account))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// To somebody who was a holder and whose position remembers as much as it may.
	#[benchmark]
	fn issue() -> Result<(), BenchmarkError> {
		open_demanding_book::<T>()?;
		let origin = T::IssueOrigin::try_successful_origin(&ASSET)
			.map_err(|()| BenchmarkError::Stop("nobody may issue"))?;
		let holder = admitted::<T>("holder");
		take_checkpoints::<T>()?;
		deny_somebody::<T>()?;
		remember_much::<T>(investor::<T>(&holder));
		Books::<T>::mutate(ASSET, |book| book.as_mut().unwrap().kept = 1);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, ASSET, holder.clone(), SHARES);

		assert_eq!(Pallet::<T>::balance_of(ASSET, holder), SHARES);
		Ok(())
	}

	/// The worst case: lock-ups run, both positions remember as much as they may, somebody is on the
	/// deny list, and the receiver becomes a holder.
	#[benchmark]
	fn transfer() -> Result<(), BenchmarkError> {
		open_demanding_book::<T>()?;
		let sender = admitted::<T>("sender");
		let receiver = admitted::<T>("receiver");
		give::<T>(&sender)?;
		take_checkpoints::<T>()?;
		deny_somebody::<T>()?;
		age::<T>(&sender);
		remember_much::<T>(investor::<T>(&receiver));
		Books::<T>::mutate(ASSET, |book| book.as_mut().unwrap().kept = 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(sender), ASSET, receiver.clone(), 1);

		assert_eq!(Pallet::<T>::balance_of(ASSET, receiver), 1);
		assert_eq!(Books::<T>::get(ASSET).map(|book| book.holders), Some(2));
		Ok(())
	}

	/// The receiver becomes a holder: the book and the counter of its country are written besides
	/// the two positions.
	#[benchmark]
	fn transfer_circle() -> Result<(), BenchmarkError> {
		open_book::<T>()?;
		let sender = admitted::<T>("sender");
		let receiver = admitted::<T>("receiver");
		give::<T>(&sender)?;

		#[extrinsic_call]
		transfer(RawOrigin::Signed(sender), ASSET, receiver.clone(), 1);

		assert_eq!(Pallet::<T>::balance_of(ASSET, receiver), 1);
		Ok(())
	}

	/// Between two holders who both remain holders: the book is not written.
	#[benchmark]
	fn transfer_known() -> Result<(), BenchmarkError> {
		open_book::<T>()?;
		let sender = admitted::<T>("sender");
		let receiver = admitted::<T>("receiver");
		give::<T>(&sender)?;
		give::<T>(&receiver)?;

		#[extrinsic_call]
		transfer(RawOrigin::Signed(sender), ASSET, receiver.clone(), 1);

		assert_eq!(Pallet::<T>::balance_of(ASSET, receiver), SHARES + 1);
		Ok(())
	}

	/// Every rule is evaluated before the one reason against it is reported. Nothing more is read than
	/// for most movements.
	#[benchmark]
	fn transfer_refused() -> Result<(), BenchmarkError> {
		open_book::<T>()?;
		let sender = admitted::<T>("sender");
		let receiver = admitted::<T>("receiver");
		give::<T>(&sender)?;
		give::<T>(&receiver)?;

		let result;
		#[block]
		{
			result = Pallet::<T>::transfer(
				RawOrigin::Signed(sender).into(),
				ASSET,
				receiver.clone(),
				SHARES + 1,
			);
		}

		assert!(result.is_err());
		assert_eq!(Pallet::<T>::balance_of(ASSET, receiver), SHARES);
		Ok(())
	}

	/// All that there can be is read, and every rule evaluated, before the one reason against it is reported.
	#[benchmark]
	fn transfer_refused_dear() -> Result<(), BenchmarkError> {
		open_demanding_book::<T>()?;
		let sender = admitted::<T>("sender");
		let receiver = admitted::<T>("receiver");
		give::<T>(&sender)?;
		give::<T>(&receiver)?;
		deny_somebody::<T>()?;
		age::<T>(&sender);

		let result;
		#[block]
		{
			result = Pallet::<T>::transfer(
				RawOrigin::Signed(sender).into(),
				ASSET,
				receiver.clone(),
				SHARES + 1,
			);
		}

		assert!(result.is_err());
		assert_eq!(Pallet::<T>::balance_of(ASSET, receiver), SHARES);
		Ok(())
	}

	/// Everything that the holder has, of a position with as many lock-ups and as long a memory as
	/// it may have.
	#[benchmark]
	fn redeem() -> Result<(), BenchmarkError> {
		open_book::<T>()?;
		let holder = admitted::<T>("holder");
		give::<T>(&holder)?;
		take_checkpoints::<T>()?;
		deny_somebody::<T>()?;
		age::<T>(&holder);

		#[extrinsic_call]
		_(RawOrigin::Signed(holder), ASSET, SHARES);

		assert_eq!(Pallet::<T>::supply(ASSET), 0);
		Ok(())
	}

	#[benchmark]
	fn set_pack() -> Result<(), BenchmarkError> {
		let issuer = open_book::<T>()?;
		let pack = T::Gatekeeper::benchmark_pack();

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), ASSET, pack);

		assert_eq!(Books::<T>::get(ASSET).map(|book| book.pack), Some(pack));
		Ok(())
	}

	#[benchmark]
	fn reclassify() -> Result<(), BenchmarkError> {
		let issuer = open_book::<T>()?;
		let holder = admitted::<T>("holder");
		give::<T>(&holder)?;
		let id = investor::<T>(&holder);
		// As if it had been counted elsewhere.
		let mut book = Books::<T>::get(ASSET).unwrap();
		let elsewhere =
			Bucket { country: Country::from_code(*b"AQ").unwrap(), ..Default::default() };
		Pallet::<T>::count_out(ASSET, &mut book, Positions::<T>::get(ASSET, id).bucket)?;
		Pallet::<T>::count_in(ASSET, &mut book, elsewhere)?;
		Books::<T>::insert(ASSET, book);
		Positions::<T>::mutate(ASSET, id, |position| position.bucket = elsewhere);

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), ASSET, id);

		assert_ne!(Positions::<T>::get(ASSET, id).bucket, elsewhere);
		Ok(())
	}

	/// Positions that remember as much as they may, none of which anybody refers to.
	#[benchmark]
	fn prune(n: Linear<1, MAX_PRUNE>) -> Result<(), BenchmarkError> {
		let issuer = open_book::<T>()?;
		T::Gatekeeper::benchmark_set_time(Pallet::<T>::now().max(1));
		let investors: Vec<InvestorId> = (0..n).map(InvestorId::from).collect();
		for investor in &investors {
			remember_much::<T>(*investor);
			Positions::<T>::mutate(ASSET, investor, |position| position.given_until = 1);
			Given::<T>::insert(ASSET, investor, GivenRecord::default());
		}
		Books::<T>::mutate(ASSET, |book| {
			let book = book.as_mut().unwrap();
			book.kept = n;
			book.checkpoint = MAX_CHECKPOINTS;
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), ASSET, investors.try_into().unwrap());

		assert_eq!(Positions::<T>::iter_prefix(ASSET).count(), 0);
		Ok(())
	}

	/// The last of as many holds as a position may have.
	#[benchmark]
	fn release_expired() -> Result<(), BenchmarkError> {
		let issuer = open_book::<T>()?;
		let holder = admitted::<T>("holder");
		give::<T>(&holder)?;
		let id = investor::<T>(&holder);
		let reason: T::RuntimeHoldReason = HoldReason::Entry.into();
		let mut list =
			vec![Hold { reason, amount: 1, expires_at: None }; usize::try_from(MAX_HOLDS).unwrap()];
		let last = list.len() - 1;
		// The first that is found is released.
		list.swap(0, last);
		list[0].expires_at = Some(0);
		Holds::<T>::insert(ASSET, id, HoldList::truncate_from(list));
		Positions::<T>::mutate(ASSET, id, |position| {
			position.free -= Balance::from(MAX_HOLDS);
			position.held += Balance::from(MAX_HOLDS);
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), ASSET, id, reason);

		assert_eq!(Positions::<T>::get(ASSET, id).held, Balance::from(MAX_HOLDS) - 1);
		Ok(())
	}

	#[benchmark]
	fn approve() -> Result<(), BenchmarkError> {
		open_book::<T>()?;
		let owner = admitted::<T>("owner");
		let spender: T::AccountId = account("spender", 0, 0);
		T::EntryDeposit::ensure_successful(&owner, Pallet::<T>::allowance_footprint());

		#[extrinsic_call]
		_(RawOrigin::Signed(owner.clone()), ASSET, spender.clone(), SHARES, Moment::MAX);

		assert!(Allowances::<T>::contains_key((ASSET, owner, spender)));
		Ok(())
	}

	/// The worst case of a transfer, and the last of the allowance.
	#[benchmark]
	fn transfer_from() -> Result<(), BenchmarkError> {
		open_demanding_book::<T>()?;
		let owner = admitted::<T>("owner");
		let receiver = admitted::<T>("receiver");
		let spender: T::AccountId = account("spender", 0, 0);
		give::<T>(&owner)?;
		give::<T>(&owner)?;
		take_checkpoints::<T>()?;
		deny_somebody::<T>()?;
		age::<T>(&owner);
		allow::<T>(&owner, &spender)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(spender.clone()), ASSET, owner.clone(), receiver.clone(), SHARES);

		assert_eq!(Pallet::<T>::balance_of(ASSET, receiver), SHARES);
		assert!(!Allowances::<T>::contains_key((ASSET, owner, spender)));
		Ok(())
	}

	#[benchmark]
	fn remove_allowance() -> Result<(), BenchmarkError> {
		let issuer = open_book::<T>()?;
		let owner = admitted::<T>("owner");
		let spender: T::AccountId = account("spender", 0, 0);
		allow::<T>(&owner, &spender)?;
		let entry = (ASSET, owner.clone(), spender.clone());
		Allowances::<T>::mutate(&entry, |allowance| allowance.as_mut().unwrap().expires_at = 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), ASSET, owner, spender);

		assert!(!Allowances::<T>::contains_key(&entry));
		Ok(())
	}

	#[benchmark]
	fn split() -> Result<(), BenchmarkError> {
		let issuer = open_book::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), ASSET, 1, 10);

		assert_eq!(Books::<T>::get(ASSET).map(|book| book.units_per_share), Some(10));
		Ok(())
	}

	#[benchmark]
	fn set_conversion() -> Result<(), BenchmarkError> {
		let issuer = open_book::<T>()?;
		open_class::<T>(&issuer)?;
		let conversion = Conversion { into: CLASS, numerator: 2, denominator: 1 };

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), ASSET, Some(conversion));

		assert_eq!(Conversions::<T>::get(ASSET), Some(conversion));
		Ok(())
	}

	/// From a position with as many lock-ups and as long a memory as it may have.
	#[benchmark]
	fn convert() -> Result<(), BenchmarkError> {
		let issuer = open_demanding_book::<T>()?;
		open_class::<T>(&issuer)?;
		let holder = admitted::<T>("holder");
		give::<T>(&holder)?;
		take_checkpoints::<T>()?;
		deny_somebody::<T>()?;
		age::<T>(&holder);

		#[extrinsic_call]
		_(RawOrigin::Signed(holder.clone()), ASSET, CLASS, 10);

		assert_eq!(Pallet::<T>::balance_of(CLASS, holder), 10);
		Ok(())
	}

	/// By the issuer, who pays a deposit.
	#[benchmark]
	fn deny() -> Result<(), BenchmarkError> {
		let issuer = open_book::<T>()?;
		let id = investor::<T>(&admitted::<T>("holder"));
		T::EntryDeposit::ensure_successful(&issuer, Pallet::<T>::denial_footprint());

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), ASSET, id, H256::zero());

		assert!(Denied::<T>::contains_key(ASSET, id));
		Ok(())
	}

	/// By the authority, of an entry for which the issuer has paid.
	#[benchmark]
	fn undeny() -> Result<(), BenchmarkError> {
		let issuer = open_book::<T>()?;
		let id = investor::<T>(&admitted::<T>("holder"));
		T::EntryDeposit::ensure_successful(&issuer, Pallet::<T>::denial_footprint());
		Pallet::<T>::do_deny(Some(issuer), ASSET, id, H256::zero())?;
		let authority =
			T::AuthorityOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(authority as T::RuntimeOrigin, ASSET, id);

		assert!(!Denied::<T>::contains_key(ASSET, id));
		Ok(())
	}

	/// A freeze of an investor who holds nothing: the position is created.
	#[benchmark]
	fn propose_order() -> Result<(), BenchmarkError> {
		let (_, holder) = book_with_holder::<T>()?;
		let other = admitted::<T>("other");
		let action = emergency::<T>(investor::<T>(&other));
		fill::<T>(&holder, T::MaxOrders::get().saturating_sub(1))?;
		let id = NextOrderId::<T>::get();
		let origin = agent::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, action, Ground::CourtOrder, H256::zero());

		assert!(Orders::<T>::contains_key(id));
		Ok(())
	}

	/// A release of a freeze of everything, which ends both orders.
	#[benchmark]
	fn approve_order() -> Result<(), BenchmarkError> {
		let (_, holder) = book_with_holder::<T>()?;
		fill::<T>(&holder, T::MaxOrders::get().saturating_sub(2))?;
		let freeze = propose::<T>(emergency::<T>(investor::<T>(&holder)))?;
		consent::<T>(freeze)?;
		let release = propose::<T>(Action::Release { order: freeze, amount: None })?;
		let origin = authority::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, release);

		assert!(!Orders::<T>::contains_key(freeze));
		Ok(())
	}

	/// A forced transfer of everything to a new holder, while other orders are open.
	#[benchmark]
	fn execute_order() -> Result<(), BenchmarkError> {
		open_demanding_book::<T>()?;
		let holder = admitted::<T>("holder");
		let receiver = admitted::<T>("receiver");
		give::<T>(&holder)?;
		take_checkpoints::<T>()?;
		deny_somebody::<T>()?;
		age::<T>(&holder);
		remember_much::<T>(investor::<T>(&receiver));
		Books::<T>::mutate(ASSET, |book| book.as_mut().unwrap().kept = 1);
		fill::<T>(&holder, T::MaxOrders::get().saturating_sub(1))?;
		let from = investor::<T>(&holder);
		let to = receiver.clone();
		let id = propose::<T>(Action::ForcedTransfer { asset: ASSET, from, to, amount: SHARES })?;
		consent::<T>(id)?;
		ripen::<T>(id);
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id);

		assert_eq!(Pallet::<T>::balance_of(ASSET, receiver), SHARES);
		Ok(())
	}

	/// The gatekeeper replaces the keys of an investor, of which there are as many as there may be.
	#[benchmark]
	fn execute_recovery() -> Result<(), BenchmarkError> {
		let (_, holder) = book_with_holder::<T>()?;
		T::Gatekeeper::benchmark_fill_keys(investor::<T>(&holder));
		let (id, account) = recovery::<T>(&holder)?;
		Pallet::<T>::accept_recovery(RawOrigin::Signed(account.clone()).into(), id)?;
		consent::<T>(id)?;
		ripen::<T>(id);
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		execute_order(RawOrigin::Signed(caller), id);

		assert_eq!(Pallet::<T>::balance_of(ASSET, account), SHARES);
		Ok(())
	}

	/// Against an order among as many as there may be.
	#[benchmark]
	fn appeal_order() -> Result<(), BenchmarkError> {
		let (_, holder) = book_with_holder::<T>()?;
		let id = fill::<T>(&holder, T::MaxOrders::get())?;
		fund::<T>(&holder);

		#[extrinsic_call]
		_(RawOrigin::Signed(holder), id, H256::zero());

		assert!(Orders::<T>::get(id).is_some_and(|order| order.appeal.is_some()));
		Ok(())
	}

	/// Upheld against a freeze in force: both deposits return, and the position changes.
	#[benchmark]
	fn decide_appeal() -> Result<(), BenchmarkError> {
		let id = appealed_freeze::<T>()?;
		let origin = authority::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, true, H256::zero());

		assert!(!Orders::<T>::contains_key(id));
		Ok(())
	}

	/// An approved forced transfer under appeal: both deposits return, and the position changes.
	#[benchmark]
	fn withdraw_order() -> Result<(), BenchmarkError> {
		let (_, holder) = book_with_holder::<T>()?;
		let receiver = admitted::<T>("receiver");
		fill::<T>(&holder, T::MaxOrders::get().saturating_sub(1))?;
		let from = investor::<T>(&holder);
		let action = Action::ForcedTransfer { asset: ASSET, from, to: receiver, amount: SHARES };
		let id = propose::<T>(action)?;
		consent::<T>(id)?;
		fund::<T>(&holder);
		Pallet::<T>::appeal_order(RawOrigin::Signed(holder).into(), id, H256::zero())?;
		let proposer = Orders::<T>::get(id).map(|order| order.proposer).unwrap();

		#[extrinsic_call]
		_(RawOrigin::Signed(proposer), id);

		assert!(!Orders::<T>::contains_key(id));
		Ok(())
	}

	/// A freeze in force under appeal: both deposits return, and the position changes.
	#[benchmark]
	fn annul_order() -> Result<(), BenchmarkError> {
		let id = appealed_freeze::<T>()?;
		let origin = authority::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, id, H256::zero());

		assert!(!Orders::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn accept_recovery() -> Result<(), BenchmarkError> {
		let (_, holder) = book_with_holder::<T>()?;
		let (id, account) = recovery::<T>(&holder)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(account), id);

		assert!(Orders::<T>::get(id).is_some_and(|order| order.accepted));
		Ok(())
	}

	/// A freeze whose appeal nobody decided: both deposits return, and the position changes.
	#[benchmark]
	fn prune_order() -> Result<(), BenchmarkError> {
		let id = appealed_freeze::<T>()?;
		Orders::<T>::mutate(id, |order| {
			order.as_mut().unwrap().appeal.as_mut().unwrap().until = 0;
		});
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id);

		assert!(!Orders::<T>::contains_key(id));
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().without_book().build(),
		crate::mock::Test
	);
}
