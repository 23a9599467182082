// SPDX-License-Identifier: Apache-2.0

//! What our upper layers ask more than one lower layer at once, and who acts in a role that no
//! single pallet knows. The only place beside `property.rs` that names two of our pallets together.

use crate::{AccountId, AssetRegistry, Compliance, RuntimeCall, RuntimeOrigin, Shares, Timestamp};
use cadastre_primitives::{
	traits::{AllowedCalls, Electorate, Gatekeeper, Holders, Payees, ValuedAssets},
	AssetClass, AssetId, AssetStatus, Country, InvestorId, Key, Profession, ResolutionClass,
};
use frame_support::traits::{EnsureOrigin, OriginTrait, UnixTime};
use pallet_asset_registry::Standing;

/// Who votes on an asset: its holders, but for those whom the compliance authority has blocked and
/// the issuer itself.
pub struct Assembly;

impl Electorate<AccountId> for Assembly {
	fn key(who: &AccountId) -> Option<Key> {
		<Compliance as Gatekeeper<_>>::key(who)
	}

	fn is_excluded(investor: InvestorId) -> bool {
		<Compliance as Gatekeeper<AccountId>>::eligibility(investor).is_none_or(|word| word.blocked)
	}

	fn treasury(asset: AssetId) -> Option<InvestorId> {
		let issuer = Shares::book(asset)?.issuer;
		Compliance::key(issuer).map(|key| key.investor)
	}
}

/// What the holders of an asset may resolve. By an ordinary resolution: money of their treasury,
/// which an income can be paid of, who manages their asset, and how it is valued. By a special one:
/// by which rules its shares are held, what is valued, and what takes from a manager. By an
/// extraordinary one: the end of the asset.
pub struct HoldersMay;

impl AllowedCalls<RuntimeCall> for HoldersMay {
	fn least_class(call: &RuntimeCall) -> Option<ResolutionClass> {
		use pallet_dao::Call as Dao;
		match call {
			RuntimeCall::Dao(Dao::spend { .. } | Dao::appoint_manager { .. })
			| RuntimeCall::Dividends(
				pallet_dividends::Call::declare { .. }
				| pallet_dividends::Call::declare_series { .. }
				| pallet_dividends::Call::cancel { .. }
				| pallet_dividends::Call::queue_push { .. }
				| pallet_dividends::Call::open_stream { .. }
				| pallet_dividends::Call::close_stream { .. }
				| pallet_dividends::Call::close_purse { .. },
			)
			| RuntimeCall::ValuationOracle(
				pallet_valuation_oracle::Call::decide { .. }
				| pallet_valuation_oracle::Call::announce_policy { .. },
			) => Some(ResolutionClass::Ordinary),
			RuntimeCall::Dao(Dao::remove_manager { .. } | Dao::strike_manager { .. })
			| RuntimeCall::Shares(pallet_shares::Call::set_pack { .. })
			| RuntimeCall::ValuationOracle(
				pallet_valuation_oracle::Call::open_feed { .. }
				| pallet_valuation_oracle::Call::withdraw_policy { .. }
				| pallet_valuation_oracle::Call::close_feed { .. },
			) => Some(ResolutionClass::Special),
			RuntimeCall::AssetRegistry(
				pallet_asset_registry::Call::start_wind_up { .. }
				| pallet_asset_registry::Call::call_off_wind_up { .. },
			) => Some(ResolutionClass::Extraordinary),
			_ => None,
		}
	}
}

/// What is valued, who holds it, and who stands behind a model.
pub struct Valued;

impl ValuedAssets<AccountId> for Valued {
	fn facts(asset: AssetId) -> Option<(AssetClass, Country)> {
		let record = AssetRegistry::asset(asset)?;
		let country = record.country.and_then(Country::from_code).unwrap_or(Country::NONE);
		(record.status != AssetStatus::Retired).then_some((record.class, country))
	}

	fn is_holder(asset: AssetId, who: &AccountId) -> bool {
		Compliance::key(who.clone())
			.is_some_and(|key| <Shares as Holders>::owned(asset, key.investor) > 0)
	}

	fn identity(who: &AccountId) -> Option<InvestorId> {
		let now = <Timestamp as UnixTime>::now().as_secs();
		let key = Compliance::key(who.clone())?;
		let word = key.eligibility;
		let holds = (word.valid_from..word.valid_until).contains(&now);
		let lives = key.expires_at.is_none_or(|end| now < end);
		let counts = <Compliance as Payees<AccountId>>::payee(key.investor).is_ok();
		(holds && lives && counts).then_some(key.investor)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_asset(holder: &AccountId) -> AssetId {
		crate::benchmarks::home_of(holder)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_set_time(now: cadastre_primitives::Moment) {
		crate::benchmarks::set_time(now);
	}
}

/// A surveyor among the bonded verifiers of the registry, who judges what others say of a value.
pub struct EnsureAppraiser;

impl EnsureOrigin<RuntimeOrigin> for EnsureAppraiser {
	type Success = AccountId;

	fn try_origin(origin: RuntimeOrigin) -> Result<AccountId, RuntimeOrigin> {
		let listed = origin.as_signer().and_then(|who| {
			let verifier = AssetRegistry::verifier(who.clone())?;
			let may = verifier.profession == Profession::Surveyor
				&& verifier.standing == Standing::Listed;
			may.then(|| who.clone())
		});
		listed.ok_or(origin)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		use pallet_asset_registry::{Verifier, Verifiers};
		let who: AccountId = frame_benchmarking::account("surveyor", 0, 0);
		let (profession, standing) = (Profession::Surveyor, Standing::Listed);
		let bond = crate::configs::property::VERIFIER_BOND;
		Verifiers::<crate::Runtime>::insert(&who, Verifier { profession, bond, standing });
		Ok(RuntimeOrigin::signed(who))
	}
}
