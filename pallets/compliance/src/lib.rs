// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

extern crate alloc;

mod calls;
mod cohorts;
mod deny;
pub mod evaluation;
mod events;
pub mod exemptions;
mod functions;
mod impl_gatekeeper;
mod impl_payees;
mod keys;
mod origins;
mod packs;
mod providers;
pub mod ready_packs;
pub mod rules;
pub mod sandbox;
pub mod statements;
mod storage;
#[cfg(any(feature = "try-runtime", feature = "std"))]
mod try_state;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

use frame_support::pallet_macros::import_section;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use cohorts::MAX_PRUNED;
pub use exemptions::LONGEST_EXEMPTION;
pub use origins::EnsureProvider;
pub use pallet::*;
pub use rules::{Classes, Rule, RuleSet, Sides};
pub use types::{
	Cohort, CohortAsset, CohortCounts, CohortLimits, Denial, Exemption, FormerResidence,
	FormerResidences, Investor, InvestorInfo, KeyEntry, KeyOffer, Mandate, Pack, PackRecord,
	Provider, Standing, Statement, Subject, Suspension, Terms, MAX_RESIDENCES,
};
pub use weights::WeightInfo;

#[import_section(calls::calls)]
#[import_section(events::events)]
#[import_section(storage::storage)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use cadastre_primitives::{
		AssetId, Balance, Claims, CohortId, Eligibility, Failure, InvestorId, Key, Moment, PackId,
		ProviderId, Rights,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{Consideration, Footprint, UnixTime},
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
	use sp_runtime::traits::{IdentifyAccount, Verify};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	pub(crate) type InvestorOf<T> = Investor<
		<T as frame_system::Config>::AccountId,
		<T as Config>::InvestorDeposit,
		<T as Config>::KeyDeposit,
		<T as Config>::MaxKeys,
	>;
	pub(crate) type KeyOfferOf<T> =
		KeyOffer<<T as frame_system::Config>::AccountId, <T as Config>::KeyDeposit>;
	pub(crate) type PackRecordOf<T> =
		PackRecord<<T as frame_system::Config>::AccountId, <T as Config>::PackDeposit>;

	pub(crate) type ExemptionOf<T> =
		Exemption<<T as frame_system::Config>::AccountId, <T as Config>::PackDeposit>;

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// Appoints and de-lists providers, blocks investors, revokes any investor.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The time that periods of validity are compared with, in whole seconds.
		type Time: UnixTime;

		/// What a provider pays for an investor's record and its first key.
		type InvestorDeposit: Consideration<Self::AccountId, Footprint>;

		/// What an account pays for being one more key of an investor, or for offering one.
		type KeyDeposit: Consideration<Self::AccountId, Footprint>;

		/// What an author pays for a rule pack, and for each exemption from one.
		type PackDeposit: Consideration<Self::AccountId, Footprint>;

		/// The most keys of an investor, at least 1.
		#[pallet::constant]
		type MaxKeys: Get<u32>;

		/// The shortest time between the announcement of a pack's new version and its effect, in
		/// seconds.
		#[pallet::constant]
		type MinPackNotice: Get<Moment>;

		/// How long an offer of a key can be accepted, in seconds.
		#[pallet::constant]
		type OfferPeriod: Get<Moment>;

		/// How a provider signs a statement off chain: `MultiSignature`, say.
		type Signature: Parameter + Verify<Signer: IdentifyAccount<AccountId = Self::AccountId>>;

		/// The longest time for which a signed statement can be submitted, in seconds. The bar that
		/// a revocation raises can be lowered after it.
		#[pallet::constant]
		type StatementPeriod: Get<Moment>;

		/// What a supervisor pays for an investor or an asset in a cohort.
		type CohortDeposit: Consideration<Self::AccountId, Footprint>;

		/// Signs statements for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId, Self::Signature>;

		/// Weights of the calls.
		type WeightInfo: WeightInfo;
	}

	/// Providers and rule packs that are there from the start.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// Accounts of the providers, for the slots from 0 on, with the widest terms.
		pub providers: Vec<T::AccountId>,
		/// Authors and rules of packs, for the ids from 0 on. The author must be able to pay the
		/// deposit.
		pub packs: Vec<(T::AccountId, RuleSet)>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			for account in &self.providers {
				let appointed = Pallet::<T>::do_appoint(account.clone(), Terms::WIDEST, 0);
				assert!(appointed.is_ok(), "Genesis names a provider twice, or too many.");
			}
			for (author, rules) in &self.packs {
				let published = Pallet::<T>::do_publish(author.clone(), rules.clone(), 0);
				assert!(published.is_ok(), "Genesis has a bad pack, or an author who cannot pay.");
			}
		}
	}

	/// Why funds are held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// A provider's deposit for an investor.
		#[codec(index = 0)]
		InvestorRecord,
		/// A deposit for one more key of an investor, or for the offer of one.
		#[codec(index = 1)]
		Key,
		/// An author's deposit for a rule pack.
		#[codec(index = 2)]
		RulePack,
		/// A supervisor's deposit for an investor or an asset in a cohort.
		#[codec(index = 10)]
		CohortEntry,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxKeys::get() > 0, "an investor has at least one key");
			assert!(Key::max_encoded_len() <= 64, "a transfer reads two keys");
			assert!(Standing::max_encoded_len() <= 64, "every transfer reads the standing");
			assert!(Pack::max_encoded_len() <= 512, "every transfer reads a pack");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// What the chain knows of a key: its investor, its rights and the eligibility word.
		pub fn key(who: T::AccountId) -> Option<Key> {
			Keys::<T>::get(who)
		}

		/// An investor's provider, keys and eligibility word.
		pub fn investor(investor: InvestorId) -> Option<InvestorInfo<T::AccountId>> {
			let record = Investors::<T>::get(investor)?;
			let eligibility = Self::word(&record).ok()?;
			Some(InvestorInfo {
				provider: record.provider,
				keys: record.keys.into_iter().map(|entry| entry.account).collect(),
				offer: record.offer,
				eligibility,
			})
		}

		/// The provider of a slot.
		pub fn provider(provider: ProviderId) -> Option<Provider<T::AccountId>> {
			Providers::<T>::get(provider)
		}

		/// The version of a rule pack that is in force now, enacted or not.
		pub fn pack(pack: PackId) -> Option<Pack> {
			Self::pack_in_force(pack, Self::now())
		}

		/// The announced next version of a rule pack, if there is one that is not yet in force.
		pub fn upcoming_pack(pack: PackId) -> Option<Pack> {
			let upcoming = UpcomingPacks::<T>::get(pack)?;
			(Self::now() < upcoming.effective_at).then_some(upcoming)
		}

		/// The rules of a version of a pack from which an investor is exempt, bit `n` for rule `n`,
		/// and the first second at which it is exempt no more.
		pub fn exemption(
			pack: PackId,
			version: u32,
			investor: InvestorId,
		) -> Option<(u32, Moment)> {
			Self::exemption_of(pack, version, investor)
		}

		/// What the rules of a pack on flags and countries have against an investor, as a sender
		/// and as a receiver: under the version in force, or under the announced one. Empty: it is
		/// not locked out.
		pub fn pack_report(pack: PackId, upcoming: bool, investor: InvestorId) -> Vec<Failure> {
			Self::report_of(pack, upcoming, investor).into_inner()
		}

		/// What any rules on flags and countries would have against an investor, as for
		/// `pack_report`: for trying rules out before they are announced.
		pub fn rules_report(rules: RuleSet, investor: InvestorId) -> Vec<Failure> {
			Self::report_under(&rules, investor).into_inner()
		}

		/// Which slots have providers, which of them are listed, and their epochs.
		pub fn status() -> Standing {
			ProviderStatus::<T>::get()
		}

		/// What the provider with this account may state, and what it stated on its last day.
		pub fn mandate(account: T::AccountId) -> Option<Mandate> {
			ProviderOf::<T>::get(account)
		}

		/// What is void of the statements of a slot.
		pub fn suspension(provider: ProviderId) -> Option<Suspension> {
			Suspensions::<T>::get(provider)
		}

		/// Why an account is on the deny list, if it is.
		pub fn denial(account: T::AccountId) -> Option<Denial> {
			Denied::<T>::get(account)
		}

		/// The bytes that the provider of a slot signs now; none if the slot is free.
		pub fn statement_bytes(
			provider: ProviderId,
			subject: Subject<T::AccountId>,
			statement: Statement,
		) -> Option<Vec<u8>> {
			let standing = ProviderStatus::<T>::get();
			let epoch = standing.epoch(provider).filter(|_| standing.is_appointed(provider))?;
			Some(Self::payload(provider, epoch, &subject, &statement))
		}

		/// A cohort with its counters: its exit report, once it is over.
		pub fn cohort(cohort: CohortId) -> Option<Cohort<T::AccountId>> {
			Cohorts::<T>::get(cohort)
		}

		/// Whether an investor is in a cohort.
		pub fn is_member(cohort: CohortId, investor: InvestorId) -> bool {
			CohortMembers::<T>::contains_key(cohort, investor)
		}

		/// What an asset in a cohort is worth, as the supervisor states; none if it is not in it.
		pub fn cohort_value(cohort: CohortId, asset: AssetId) -> Option<Balance> {
			CohortAssets::<T>::get(cohort, asset).map(|entry| entry.value)
		}
	}
}
