// SPDX-License-Identifier: Apache-2.0

//! Benchmarks: each movement under a pack of [`cadastre_primitives::MAX_RULES`] rules that are all
//! evaluated.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use super::*;
use crate::order_types::{Action, Ground, OrderId, Stage};
use cadastre_primitives::{
	traits::{Gatekeeper, Register},
	AssetId, Balance, BookStatus, InvestorId, Moment,
};
use frame_benchmarking::{v2::*, BenchmarkError};
use frame_support::traits::{Consideration, EnsureOrigin, EnsureOriginWithArg, Footprint};
use frame_system::RawOrigin;
use sp_core::H256;

const ASSET: AssetId = 1;
const SHARES: Balance = 1_000_000;

/// An admitted investor's key.
fn admitted<T: Config>(name: &'static str) -> T::AccountId {
	let who: T::AccountId = account(name, 0, 0);
	T::Gatekeeper::benchmark_admit(&who);
	who
}

/// An open book, and its issuer.
fn open_book<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	let issuer: T::AccountId = account("issuer", 0, 0);
	let pack = T::Gatekeeper::benchmark_pack();
	Pallet::<T>::open_book(ASSET, issuer.clone(), pack, Balance::MAX, 1)?;
	Pallet::<T>::set_status(ASSET, BookStatus::Open)?;
	Ok(issuer)
}

/// Issues [`SHARES`] to an investor's key.
fn give<T: Config>(issuer: &T::AccountId, to: &T::AccountId) -> Result<(), BenchmarkError> {
	Pallet::<T>::issue(RawOrigin::Signed(issuer.clone()).into(), ASSET, to.clone(), SHARES)
		.map_err(|_| BenchmarkError::Stop("the rules refuse the admitted investor"))?;
	Ok(())
}

/// An open book, its issuer, and the key of an investor who holds [`SHARES`].
fn book_with_holder<T: Config>() -> Result<(T::AccountId, T::AccountId), BenchmarkError> {
	let issuer = open_book::<T>()?;
	let holder = admitted::<T>("holder");
	give::<T>(&issuer, &holder)?;
	Ok((issuer, holder))
}

fn investor<T: Config>(who: &T::AccountId) -> Result<InvestorId, BenchmarkError> {
	let key = T::Gatekeeper::key(who).ok_or(BenchmarkError::Stop("an admitted key is unknown"))?;
	Ok(key.investor)
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

fn approve<T: Config>(id: OrderId) -> Result<(), BenchmarkError> {
	Ok(Pallet::<T>::approve_order(authority::<T>()?, id)?)
}

/// Proposes so many freezes of a holder. Answers the last one.
fn fill<T: Config>(holder: &T::AccountId, number: u32) -> Result<OrderId, BenchmarkError> {
	let investor = investor::<T>(holder)?;
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
	let id = propose::<T>(emergency::<T>(investor::<T>(&holder)?))?;
	approve::<T>(id)?;
	fund::<T>(&holder);
	Pallet::<T>::appeal_order(RawOrigin::Signed(holder).into(), id, H256::zero())?;
	Ok(id)
}

/// The proposed recovery of a holder, and the new key.
fn recovery<T: Config>(holder: &T::AccountId) -> Result<(OrderId, T::AccountId), BenchmarkError> {
	let investor = investor::<T>(holder)?;
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

	/// To a new holder: the position is created.
	#[benchmark]
	fn issue() -> Result<(), BenchmarkError> {
		let issuer = open_book::<T>()?;
		let holder = admitted::<T>("holder");

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), ASSET, holder.clone(), SHARES);

		assert_eq!(Pallet::<T>::balance_of(ASSET, holder), SHARES);
		Ok(())
	}

	/// The worst case: the number of holders changes, so the book is written besides the two
	/// positions. If one leaves while another joins, the number stays and the book is not written.
	#[benchmark]
	fn transfer() -> Result<(), BenchmarkError> {
		let issuer = open_book::<T>()?;
		let sender = admitted::<T>("sender");
		let receiver = admitted::<T>("receiver");
		give::<T>(&issuer, &sender)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(sender), ASSET, receiver.clone(), 1);

		assert_eq!(Pallet::<T>::balance_of(ASSET, receiver), 1);
		assert_eq!(Books::<T>::get(ASSET).map(|book| book.holders), Some(2));
		Ok(())
	}

	/// Between two holders who both remain holders: the book is not written.
	#[benchmark]
	fn transfer_known() -> Result<(), BenchmarkError> {
		let issuer = open_book::<T>()?;
		let sender = admitted::<T>("sender");
		let receiver = admitted::<T>("receiver");
		give::<T>(&issuer, &sender)?;
		give::<T>(&issuer, &receiver)?;

		#[extrinsic_call]
		transfer(RawOrigin::Signed(sender), ASSET, receiver.clone(), 1);

		assert_eq!(Pallet::<T>::balance_of(ASSET, receiver), SHARES + 1);
		Ok(())
	}

	/// All is read and every rule is evaluated before the one reason against it is reported.
	#[benchmark]
	fn transfer_refused() -> Result<(), BenchmarkError> {
		let issuer = open_book::<T>()?;
		let sender = admitted::<T>("sender");
		let receiver = admitted::<T>("receiver");
		give::<T>(&issuer, &sender)?;
		give::<T>(&issuer, &receiver)?;

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

	/// Everything that the holder has: the position is removed.
	#[benchmark]
	fn redeem() -> Result<(), BenchmarkError> {
		let issuer = open_book::<T>()?;
		let holder = admitted::<T>("holder");
		give::<T>(&issuer, &holder)?;

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
	/// A freeze of an investor who holds nothing: the position is created.
	#[benchmark]
	fn propose_order() -> Result<(), BenchmarkError> {
		let (_, holder) = book_with_holder::<T>()?;
		let other = admitted::<T>("other");
		let action = emergency::<T>(investor::<T>(&other)?);
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
		let freeze = propose::<T>(emergency::<T>(investor::<T>(&holder)?))?;
		approve::<T>(freeze)?;
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
		let (_, holder) = book_with_holder::<T>()?;
		let receiver = admitted::<T>("receiver");
		fill::<T>(&holder, T::MaxOrders::get().saturating_sub(1))?;
		let from = investor::<T>(&holder)?;
		let to = receiver.clone();
		let id = propose::<T>(Action::ForcedTransfer { asset: ASSET, from, to, amount: SHARES })?;
		approve::<T>(id)?;
		ripen::<T>(id);
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), id);

		assert_eq!(Pallet::<T>::balance_of(ASSET, receiver), SHARES);
		Ok(())
	}

	/// The gatekeeper replaces the keys of an investor.
	#[benchmark]
	fn execute_recovery() -> Result<(), BenchmarkError> {
		let (_, holder) = book_with_holder::<T>()?;
		let (id, account) = recovery::<T>(&holder)?;
		Pallet::<T>::accept_recovery(RawOrigin::Signed(account.clone()).into(), id)?;
		approve::<T>(id)?;
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
		let from = investor::<T>(&holder)?;
		let action = Action::ForcedTransfer { asset: ASSET, from, to: receiver, amount: SHARES };
		let id = propose::<T>(action)?;
		approve::<T>(id)?;
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
