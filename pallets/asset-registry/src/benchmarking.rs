// SPDX-License-Identifier: Apache-2.0

//! Benchmarks. The registry has nothing whose size changes the cost of a call but the number of
//! papers that are removed.

use crate::*;
use alloc::vec;
use cadastre_primitives::{
	traits::Register, AssetClass, AssetId, AssetName, AssetStatus, Moment, PaperKind, MAX_NAME,
};
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	pallet_prelude::EnsureOrigin,
	traits::{Consideration, Get, UnixTime},
};
use frame_system::RawOrigin;
use sp_core::H256;

const AUTHORISED: u128 = 1_000_000;

fn now<T: Config>() -> Moment {
	T::Time::now().as_secs()
}

fn longest_name() -> AssetName {
	AssetName::truncate_from(vec![b'x'; usize::try_from(MAX_NAME).unwrap_or_default()])
}

/// An account that can pay for an asset with all of its papers.
fn issuer<T: Config>() -> T::AccountId {
	let issuer: T::AccountId = whitelisted_caller();
	T::AssetConsideration::ensure_successful(&issuer, Pallet::<T>::asset_footprint());
	for _ in 0..T::MaxPapers::get() {
		T::PaperConsideration::ensure_successful(&issuer, Pallet::<T>::paper_footprint());
	}
	issuer
}

fn new_asset<T: Config>(issuer: &T::AccountId) -> AssetId {
	let asset = NextAssetId::<T>::get();
	assert_ok!(Pallet::<T>::register(
		RawOrigin::Signed(issuer.clone()).into(),
		AssetClass::RealEstate,
		longest_name(),
		Some(*b"CH"),
		T::Register::benchmark_pack(),
		AUTHORISED,
	));
	asset
}

fn file<T: Config>(issuer: &T::AccountId, asset: AssetId, papers: u32) {
	for _ in 0..papers {
		assert_ok!(Pallet::<T>::file_paper(
			RawOrigin::Signed(issuer.clone()).into(),
			asset,
			PaperKind::Title,
			H256::repeat_byte(1),
			now::<T>(),
			None,
		));
	}
}

fn verifier<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::VerifierOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
}

fn admin<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::AdminOrigin::try_successful_origin().map_err(|()| BenchmarkError::Weightless)
}

fn verified<T: Config>(issuer: &T::AccountId) -> Result<AssetId, BenchmarkError> {
	let asset = new_asset::<T>(issuer);
	file::<T>(issuer, asset, 1);
	Pallet::<T>::verify(verifier::<T>()?, asset, 1)?;
	Ok(asset)
}

fn active<T: Config>(issuer: &T::AccountId) -> Result<AssetId, BenchmarkError> {
	let asset = verified::<T>(issuer)?;
	Pallet::<T>::activate(RawOrigin::Signed(issuer.clone()).into(), asset)?;
	Ok(asset)
}

fn status<T: Config>(asset: AssetId) -> Option<AssetStatus> {
	Assets::<T>::get(asset).map(|asset| asset.status)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register() {
		let issuer = issuer::<T>();
		let pack = T::Register::benchmark_pack();
		let asset = NextAssetId::<T>::get();

		#[extrinsic_call]
		_(
			RawOrigin::Signed(issuer),
			AssetClass::RealEstate,
			longest_name(),
			Some(*b"ZW"),
			pack,
			AUTHORISED,
		);

		assert_eq!(status::<T>(asset), Some(AssetStatus::Draft));
	}

	#[benchmark]
	fn file_paper() {
		let issuer = issuer::<T>();
		let asset = new_asset::<T>(&issuer);
		let papers = T::MaxPapers::get().saturating_sub(1);
		file::<T>(&issuer, asset, papers);

		#[extrinsic_call]
		_(
			RawOrigin::Signed(issuer),
			asset,
			PaperKind::Title,
			H256::repeat_byte(2),
			now::<T>(),
			papers.checked_sub(1),
		);

		assert!(Papers::<T>::contains_key(asset, papers));
	}

	#[benchmark]
	fn verify_asset() -> Result<(), BenchmarkError> {
		let issuer = issuer::<T>();
		let asset = new_asset::<T>(&issuer);
		file::<T>(&issuer, asset, 1);
		let verifier = verifier::<T>()?;

		#[extrinsic_call]
		verify(verifier as T::RuntimeOrigin, asset, 1);

		assert_eq!(status::<T>(asset), Some(AssetStatus::Verified));
		Ok(())
	}

	#[benchmark]
	fn activate() -> Result<(), BenchmarkError> {
		let issuer = issuer::<T>();
		let asset = verified::<T>(&issuer)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), asset);

		assert_eq!(status::<T>(asset), Some(AssetStatus::Active));
		Ok(())
	}

	#[benchmark]
	fn suspend() -> Result<(), BenchmarkError> {
		let asset = active::<T>(&issuer::<T>())?;
		let admin = admin::<T>()?;

		#[extrinsic_call]
		_(admin as T::RuntimeOrigin, asset, H256::repeat_byte(3));

		assert_eq!(status::<T>(asset), Some(AssetStatus::Suspended));
		Ok(())
	}

	#[benchmark]
	fn resume() -> Result<(), BenchmarkError> {
		let asset = active::<T>(&issuer::<T>())?;
		let admin = admin::<T>()?;
		Pallet::<T>::suspend(admin.clone(), asset, H256::repeat_byte(3))?;

		#[extrinsic_call]
		_(admin as T::RuntimeOrigin, asset);

		assert_eq!(status::<T>(asset), Some(AssetStatus::Active));
		Ok(())
	}

	#[benchmark]
	fn retire() -> Result<(), BenchmarkError> {
		let issuer = issuer::<T>();
		let asset = active::<T>(&issuer)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), asset);

		assert_eq!(status::<T>(asset), Some(AssetStatus::Retired));
		Ok(())
	}

	#[benchmark]
	fn remove(n: Linear<1, { T::MaxPapers::get() }>) -> Result<(), BenchmarkError> {
		let issuer = issuer::<T>();
		let asset = new_asset::<T>(&issuer);
		file::<T>(&issuer, asset, n);
		Pallet::<T>::retire(RawOrigin::Signed(issuer.clone()).into(), asset)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(issuer), asset, n);

		assert_eq!(status::<T>(asset), None);
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
