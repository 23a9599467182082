// SPDX-License-Identifier: Apache-2.0

//! Benchmarks, each at its bound: ballots of all parts, resolutions of all options, calls by
//! preimage.

use crate::*;
use alloc::{vec, vec::Vec};
use cadastre_primitives::{AssetId, Balance, Choice, Phase, Split, MAX_SPLITS};
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	pallet_prelude::EnsureOrigin,
	traits::{
		fungible::{Balanced, Inspect},
		fungibles::Mutate,
		Bounded, Consideration, Get, StorePreimage,
	},
	weights::Weight,
};
use frame_system::RawOrigin;
use sp_runtime::Perbill;

/// What benchmarks need of the other pallets.
pub trait BenchmarkHelper<AccountId, CurrencyId, RuntimeCall> {
	/// An asset with a book that is open, whose issuer holds none of it.
	fn asset() -> AssetId;

	/// Makes an account a key, with the right to vote, of a new investor that owns so many units.
	fn holder(asset: AssetId, who: &AccountId, units: Balance) -> InvestorId;

	/// The call number `index` of an asset's holders, different for each number, which an ordinary
	/// resolution may execute.
	fn call(asset: AssetId, index: u32) -> RuntimeCall;

	/// A currency that is not the native token, in which anybody can be paid.
	fn currency() -> CurrencyId;

	/// Sets the time of the block.
	fn set_time(now: Moment);
}

type Helper<T> = <T as Config>::BenchmarkHelper;

const UNITS: Balance = 1_000_000;
const DIGEST: H256 = H256::repeat_byte(1);
const SALT: H256 = H256::repeat_byte(2);

/// Gives an account enough for every deposit and bond, several times.
fn fund_account<T: Config>(who: &T::AccountId) {
	let rules = T::Rules::get();
	let bonds = [rules.proposal_bond, rules.challenge_bond, rules.manager_bond];
	let amount = bonds
		.into_iter()
		.fold(T::Native::minimum_balance(), Balance::saturating_add)
		.saturating_mul(4);
	assert!(T::Native::resolve(who, T::Native::issue(amount)).is_ok());
	T::Consideration::ensure_successful(who, Pallet::<T>::resolution_footprint(MAX_CHOICES));
	T::Consideration::ensure_successful(who, Pallet::<T>::delegation_footprint());
}

/// A holder with a key and money.
fn holder<T: Config>(name: &'static str, index: u32, asset: AssetId) -> (T::AccountId, InvestorId) {
	let who: T::AccountId = account(name, index, 0);
	fund_account::<T>(&who);
	let investor = Helper::<T>::holder(asset, &who, UNITS);
	(who, investor)
}

/// A motion of ten choices, so many of which carry a call by preimage.
fn motions<T: Config>(asset: AssetId, calls: u32) -> MotionsOf<T> {
	let choices = (0..MAX_CHOICES).map(|index| {
		(index < calls).then(|| {
			let bytes = Helper::<T>::call(asset, index).encode();
			let len = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
			let hash = T::Preimages::note(bytes.into()).unwrap_or_default();
			Bounded::Lookup { hash, len }
		})
	});
	let motion = MotionOf::<T>::truncate_from(choices.collect::<Vec<_>>());
	MotionsOf::<T>::truncate_from(vec![motion])
}

/// An open resolution of a holder, with so many calls.
fn proposed<T: Config>(calls: u32, secret: bool) -> (AssetId, ResolutionId, T::AccountId) {
	let asset = Helper::<T>::asset();
	let (who, _) = holder::<T>("proposer", 0, asset);
	let resolution = NextResolutionId::<T>::get();
	assert_ok!(Pallet::<T>::propose(
		RawOrigin::Signed(who.clone()).into(),
		asset,
		ResolutionClass::Ordinary,
		DIGEST,
		secret,
		motions::<T>(asset, calls),
	));
	(asset, resolution, who)
}

/// Waits until a resolution is in a phase, which it comes to by itself.
fn wait_for<T: Config>(asset: AssetId, resolution: ResolutionId, phase: Phase) {
	if let Some(record) = Resolutions::<T>::get(asset, resolution) {
		Helper::<T>::set_time(match phase {
			Phase::Voting => record.times.voting_from,
			Phase::Reveal => record.times.voting_until,
			Phase::Counting => record.times.reveal_until,
			_ => record.times.executable_from,
		});
	}
}

/// A ballot of as many parts as there may be, from the choice `first` on.
fn full_ballot(first: u8) -> Ballot {
	let last = u32::from(first).saturating_add(MAX_SPLITS);
	let splits = (first..).zip(u32::from(first)..last).map(|(choice, _)| Split {
		motion: 0,
		choice: Choice::For(choice),
		votes: Some(1),
	});
	Ballot::truncate_from(splits.collect())
}

fn simple_ballot() -> Ballot {
	Ballot::truncate_from(vec![Split { motion: 0, choice: Choice::For(0), votes: None }])
}

/// A resolution whose first choice was adopted by every vote, in the period of grace.
fn adopted<T: Config>(calls: u32) -> (AssetId, ResolutionId) {
	let (asset, resolution, who) = proposed::<T>(calls, false);
	wait_for::<T>(asset, resolution, Phase::Voting);
	assert_ok!(Pallet::<T>::vote(
		RawOrigin::Signed(who.clone()).into(),
		asset,
		resolution,
		simple_ballot()
	));
	// Others may own shares of the asset too: the quorum is not what is measured.
	Resolutions::<T>::mutate(asset, resolution, |record| {
		if let Some(record) = record {
			record.base = UNITS;
		}
	});
	wait_for::<T>(asset, resolution, Phase::Counting);
	assert_ok!(Pallet::<T>::close(RawOrigin::Signed(who).into(), asset, resolution));
	wait_for::<T>(asset, resolution, Phase::Grace);
	(asset, resolution)
}

/// A candidate, or the manager.
fn mandated<T: Config>(
	name: &'static str,
	asset: AssetId,
	serving: bool,
) -> Result<T::AccountId, BenchmarkError> {
	let who: T::AccountId = account(name, 0, 0);
	fund_account::<T>(&who);
	Pallet::<T>::do_stand(who.clone(), asset, T::Rules::get().manager_bond)?;
	if serving {
		Pallet::<T>::do_appoint_manager(asset, who.clone())?;
	}
	Ok(who)
}

#[benchmarks(where <T as frame_system::Config>::RuntimeOrigin: From<Origin>)]
mod benchmarks {
	use super::*;

	// A call is short here, though a preimage may be long.
	#[benchmark(pov_mode = MaxEncodedLen { Preimage::PreimageFor: Measured })]
	fn propose(c: Linear<0, { MAX_CHOICES }>) {
		let asset = Helper::<T>::asset();
		let (who, _) = holder::<T>("proposer", 0, asset);
		let motions = motions::<T>(asset, c);
		let resolution = NextResolutionId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, ResolutionClass::Ordinary, DIGEST, true, motions);

		assert!(Resolutions::<T>::contains_key(asset, resolution));
	}

	#[benchmark]
	fn withdraw() {
		let (asset, resolution, who) = proposed::<T>(0, false);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, resolution);

		assert_eq!(OpenResolutions::<T>::get(asset), 0);
	}

	#[benchmark]
	fn vote() {
		let (asset, resolution, who) = proposed::<T>(0, false);
		wait_for::<T>(asset, resolution, Phase::Voting);
		let origin = RawOrigin::Signed(who);
		assert_ok!(Pallet::<T>::vote(origin.clone().into(), asset, resolution, full_ballot(0)));

		#[extrinsic_call]
		_(origin, asset, resolution, full_ballot(2));

		assert_eq!(VoteRecords::<T>::iter_prefix(resolution).count(), 1);
	}

	#[benchmark]
	fn vote_for(n: Linear<1, { MAX_DELEGATORS }>) {
		let asset = Helper::<T>::asset();
		let (proxy, to) = holder::<T>("delegate", 0, asset);
		let delegators = (0..n)
			.map(|index| {
				let (who, investor) = holder::<T>("delegator", index, asset);
				assert_ok!(Pallet::<T>::delegate(RawOrigin::Signed(who).into(), asset, to));
				investor
			})
			.collect::<Vec<_>>();
		let delegators = Delegators::truncate_from(delegators);
		let (asset, resolution, _) = proposed::<T>(0, false);
		wait_for::<T>(asset, resolution, Phase::Voting);
		let origin = RawOrigin::Signed(proxy);
		assert_ok!(Pallet::<T>::vote_for(
			origin.clone().into(),
			asset,
			resolution,
			delegators.clone(),
			full_ballot(0),
		));

		#[extrinsic_call]
		_(origin, asset, resolution, delegators, full_ballot(2));

		assert_eq!(
			VoteRecords::<T>::iter_prefix(resolution).count(),
			usize::try_from(n).unwrap_or(0)
		);
	}

	#[benchmark]
	fn retract() {
		let (asset, resolution, who) = proposed::<T>(0, false);
		wait_for::<T>(asset, resolution, Phase::Voting);
		let origin = RawOrigin::Signed(who);
		assert_ok!(Pallet::<T>::vote(origin.clone().into(), asset, resolution, full_ballot(0)));

		#[extrinsic_call]
		_(origin, asset, resolution);

		assert_eq!(VoteRecords::<T>::iter_prefix(resolution).count(), 0);
	}

	#[benchmark]
	fn delegate() {
		let asset = Helper::<T>::asset();
		let (who, investor) = holder::<T>("delegator", 0, asset);
		let (_, to) = holder::<T>("delegate", 0, asset);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, to);

		assert!(Delegations::<T>::contains_key(asset, investor));
	}

	#[benchmark]
	fn undelegate() {
		let asset = Helper::<T>::asset();
		let (who, investor) = holder::<T>("delegator", 0, asset);
		let (_, to) = holder::<T>("delegate", 0, asset);
		assert_ok!(Pallet::<T>::delegate(RawOrigin::Signed(who.clone()).into(), asset, to));
		// By a key that did not pay, which is looked up.
		let payer: T::AccountId = account("payer", 0, 0);
		fund_account::<T>(&payer);
		let ticket = T::Consideration::new(&payer, Pallet::<T>::delegation_footprint());
		if let Ok(ticket) = ticket {
			Delegations::<T>::insert(asset, investor, Delegation { to, payer, ticket });
		}

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, investor);

		assert!(!Delegations::<T>::contains_key(asset, investor));
	}

	#[benchmark]
	fn commit() {
		let (asset, resolution, who) = proposed::<T>(0, true);
		wait_for::<T>(asset, resolution, Phase::Voting);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, resolution, DIGEST);

		assert_eq!(VoteRecords::<T>::iter_prefix(resolution).count(), 1);
	}

	#[benchmark]
	fn reveal() {
		let (asset, resolution, who) = proposed::<T>(0, true);
		wait_for::<T>(asset, resolution, Phase::Voting);
		let investor = Resolutions::<T>::get(asset, resolution).map_or(0, |record| record.investor);
		let digest = Pallet::<T>::commitment_of(asset, resolution, investor, &full_ballot(0), SALT);
		let origin = RawOrigin::Signed(who);
		assert_ok!(Pallet::<T>::commit(origin.clone().into(), asset, resolution, digest));
		wait_for::<T>(asset, resolution, Phase::Reveal);

		#[extrinsic_call]
		_(origin, asset, resolution, full_ballot(0), SALT);

		let found = VoteRecords::<T>::get(resolution, investor);
		assert!(matches!(found, Some(VoteRecord::Cast { .. })));
	}

	/// The bond is lost, which costs more than to return it.
	#[benchmark]
	fn close() {
		let (asset, resolution, who) = proposed::<T>(MAX_CHOICES, false);
		wait_for::<T>(asset, resolution, Phase::Counting);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, resolution);

		let stage = Resolutions::<T>::get(asset, resolution).map(|record| record.stage);
		assert_eq!(stage, Some(Stage::Closed));
	}

	/// Without the call itself, which is declared beside it.
	// A call is short here, though a preimage may be long.
	#[benchmark(pov_mode = MaxEncodedLen { Preimage::PreimageFor: Measured })]
	fn execute() {
		let (asset, resolution) = adopted::<T>(MAX_CHOICES);
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), asset, resolution, 0, Weight::MAX);

		assert!(Resolutions::<T>::contains_key(asset, resolution));
	}

	#[benchmark]
	fn veto() -> Result<(), BenchmarkError> {
		let (asset, resolution) = adopted::<T>(1);
		let origin = T::SupervisorOrigin::try_successful_origin()
			.map_err(|()| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as <T as frame_system::Config>::RuntimeOrigin, asset, resolution, DIGEST);

		let stage = Resolutions::<T>::get(asset, resolution).map(|record| record.stage);
		assert_eq!(stage, Some(Stage::Vetoed));
		Ok(())
	}

	/// The last page, with which the resolution and its calls go.
	#[benchmark]
	fn prune(n: Linear<1, { MAX_PRUNE }>) {
		let (asset, resolution) = adopted::<T>(MAX_CHOICES);
		let _ = VoteRecords::<T>::clear_prefix(resolution, MAX_PRUNE, None);
		let votes = (0..).take(8).map(|option| (option, 1)).collect::<Vec<_>>();
		let cast = VoteRecord::Cast { votes: Counted::truncate_from(votes), by: Some(0) };
		for investor in 0..u64::from(n) {
			VoteRecords::<T>::insert(resolution, investor, cast.clone());
		}
		Resolutions::<T>::mutate(asset, resolution, |record| {
			if let Some(record) = record {
				record.records = n;
				let gone = record.times.executable_until;
				Helper::<T>::set_time(gone.saturating_add(T::Rules::get().retention));
			}
		});
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), asset, resolution, n);

		assert!(!Resolutions::<T>::contains_key(asset, resolution));
	}

	#[benchmark]
	fn fund() -> Result<(), BenchmarkError> {
		let asset = Helper::<T>::asset();
		let currency = Helper::<T>::currency();
		let caller: T::AccountId = whitelisted_caller();
		fund_account::<T>(&caller);
		T::Currency::mint_into(currency.clone(), &caller, UNITS)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), asset, currency, UNITS);

		Ok(())
	}

	#[benchmark]
	fn spend() -> Result<(), BenchmarkError> {
		let asset = Helper::<T>::asset();
		let currency = Helper::<T>::currency();
		T::Currency::mint_into(currency.clone(), &Pallet::<T>::treasury_of(asset), UNITS)?;
		let to: T::AccountId = account("payee", 0, 0);

		#[extrinsic_call]
		_(Origin::Holders(asset), asset, currency, to, UNITS);

		Ok(())
	}

	#[benchmark]
	fn stand() {
		let asset = Helper::<T>::asset();
		let who: T::AccountId = account("candidate", 0, 0);
		fund_account::<T>(&who);

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), asset, T::Rules::get().manager_bond);

		assert!(Mandates::<T>::contains_key(asset, who));
	}

	/// Of a candidate, whose bond is released.
	#[benchmark]
	fn resign() -> Result<(), BenchmarkError> {
		let asset = Helper::<T>::asset();
		let who = mandated::<T>("candidate", asset, false)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who.clone()), asset);

		assert!(!Mandates::<T>::contains_key(asset, who));
		Ok(())
	}

	#[benchmark]
	fn appoint_manager() -> Result<(), BenchmarkError> {
		let asset = Helper::<T>::asset();
		mandated::<T>("manager", asset, true)?;
		let who = mandated::<T>("candidate", asset, false)?;

		#[extrinsic_call]
		_(Origin::Holders(asset), asset, who.clone());

		assert_eq!(Managers::<T>::get(asset), Some(who));
		Ok(())
	}

	#[benchmark]
	fn remove_manager() -> Result<(), BenchmarkError> {
		let asset = Helper::<T>::asset();
		mandated::<T>("manager", asset, true)?;

		#[extrinsic_call]
		_(Origin::Holders(asset), asset);

		assert_eq!(Managers::<T>::get(asset), None);
		Ok(())
	}

	#[benchmark]
	fn challenge_manager() -> Result<(), BenchmarkError> {
		let asset = Helper::<T>::asset();
		let (who, _) = holder::<T>("proposer", 0, asset);
		let accused = mandated::<T>("manager", asset, true)?;
		Helper::<T>::holder(asset, &accused, UNITS);
		let part = T::Rules::get().max_slash;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), asset, accused, DIGEST, part);

		assert_eq!(OpenResolutions::<T>::get(asset), 1);
		Ok(())
	}

	/// The last strike, with which the manager is removed.
	#[benchmark]
	fn strike_manager() -> Result<(), BenchmarkError> {
		let asset = Helper::<T>::asset();
		let who = mandated::<T>("manager", asset, true)?;
		Mandates::<T>::mutate(asset, &who, |mandate| {
			if let Some(mandate) = mandate {
				mandate.strikes = T::Rules::get().max_strikes.saturating_sub(1);
			}
		});
		let part: Perbill = T::Rules::get().max_slash;

		#[extrinsic_call]
		_(Origin::Holders(asset), asset, who, part);

		assert_eq!(Managers::<T>::get(asset), None);
		Ok(())
	}

	#[benchmark]
	fn release_bond() -> Result<(), BenchmarkError> {
		let asset = Helper::<T>::asset();
		let who = mandated::<T>("manager", asset, true)?;
		Pallet::<T>::do_resign(who.clone(), asset)?;
		Helper::<T>::set_time(Pallet::<T>::now().saturating_add(T::Rules::get().liability));
		let caller: T::AccountId = whitelisted_caller();

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), asset, who.clone());

		assert!(!Mandates::<T>::contains_key(asset, who));
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::ExtBuilder::default().build(),
		crate::mock::Test
	);
}
