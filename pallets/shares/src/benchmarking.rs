// SPDX-License-Identifier: Apache-2.0

//! Benchmarks: each movement under a pack of [`cadastre_primitives::MAX_RULES`] rules that are all
//! evaluated.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects)]

use super::*;
use cadastre_primitives::{
	traits::{Gatekeeper, Register},
	AssetId, Balance, BookStatus,
};
use frame_benchmarking::{v2::*, BenchmarkError};
use frame_system::RawOrigin;

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

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().without_book().build(),
		crate::mock::Test
	);
}
