// SPDX-License-Identifier: Apache-2.0

//! A runtime with real money, and with tables instead of the layers below.

// What the macros generate is public.
#![allow(unreachable_pub)]
#![allow(clippy::arithmetic_side_effects)]

use crate as pallet_dividends;
use crate::{Amount, HoldReason, RecordDate, Selection};
use cadastre_primitives::{
	traits::{AssetClasses, Checkpoints, Holders, OnHoldingChange, Payees},
	AssetClass, AssetId, Balance, CheckpointId, Country, CountryCode, DistributionId, InvestorId,
	Marks, Moment,
};
use core::time::Duration;
use frame_support::{
	assert_ok, derive_impl,
	pallet_prelude::ValueQuery,
	parameter_types,
	traits::{
		fungible::{
			HoldConsideration, InspectHold, Mutate as _, NativeFromLeft, NativeOrWithId, UnionOf,
		},
		fungibles::{self, Create, Inspect, Mutate as _},
		tokens::{DepositConsequence, Fortitude, Preservation, Provenance, WithdrawConsequence},
		AsEnsureOriginWithArg, ConstU128, ConstU64, ConstantStoragePrice, EnsureOriginWithArg,
		Hooks, UnixTime,
	},
	weights::WeightMeter,
	PalletId, StorageHasher, Twox64Concat,
};
use frame_system::{EnsureSigned, EnsureSignedBy};
use sp_runtime::{
	traits::IdentityLookup, BuildStorage, DispatchError, DispatchResult, ModuleError, Permill,
	TokenError,
};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) type AccountId = u128;
type Block = frame_system::mocking::MockBlock<Test>;

pub(crate) const ASSET: AssetId = 1;
pub(crate) const OTHER_ASSET: AssetId = 2;
pub(crate) const NO_ASSET: AssetId = 9;

pub(crate) const ISSUER: AccountId = 10_001;
pub(crate) const TAXMAN: AccountId = 10_002;
pub(crate) const STRANGER: AccountId = 10_003;
/// The account of a tax authority.
pub(crate) const TREASURY: AccountId = 10_004;
/// Declares beside the issuer, as the holders do by a resolution.
pub(crate) const AGENT: AccountId = 10_005;

/// Investors. The key of an investor is the account of the same number.
pub(crate) const ANNA: InvestorId = 1;
pub(crate) const BENO: InvestorId = 2;
pub(crate) const CARA: InvestorId = 3;
pub(crate) const DINO: InvestorId = 4;

/// A currency that is an asset.
pub(crate) const USD: NativeOrWithId<u32> = NativeOrWithId::WithId(7);
pub(crate) const NATIVE: NativeOrWithId<u32> = NativeOrWithId::Native;

pub(crate) const ED: Balance = 10;
pub(crate) const FUNDS: Balance = 1_000_000_000;
pub(crate) const DEPOSIT: Balance = 100;
pub(crate) const CLAIM_PERIOD: Moment = 1_000;
/// The longest time in which a distribution can be claimed.
pub(crate) const LONGEST: Moment = 100_000;
/// A full hour.
pub(crate) const NOW: Moment = 3_600 * 100;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;

	#[runtime::pallet_index(10)]
	pub type Balances = pallet_balances;

	#[runtime::pallet_index(12)]
	pub type Assets = pallet_assets;

	#[runtime::pallet_index(54)]
	pub type Dividends = pallet_dividends;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<ED>;
	type AccountStore = System;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config for Test {
	type Balance = Balance;
	type Currency = Balances;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	type ForceOrigin = frame_system::EnsureRoot<AccountId>;
	type Freezer = ();
}

parameter_types! {
	pub const Reason: RuntimeHoldReason = RuntimeHoldReason::Dividends(HoldReason::Record);
	pub const Pot: PalletId = PalletId(*b"cad/divs");
	/// The time of the block.
	pub static Today: Moment = NOW;
	pub static Blocked: BTreeSet<InvestorId> = BTreeSet::new();
	/// Keys whose account is not the number of their investor.
	pub static Admitted: BTreeMap<AccountId, InvestorId> = BTreeMap::new();
	/// The tax residences of investors, by the moment from which each holds.
	pub static Residences: BTreeMap<InvestorId, Vec<(Moment, CountryCode)>> = BTreeMap::new();
	/// How many transfers of money go well before one fails.
	pub static FailAfter: Option<u32> = None;
	/// Whether a credit gets lost without an error.
	pub static LoseCredit: bool = false;
	/// Accounts that the currency refuses to credit.
	pub static Refused: BTreeSet<AccountId> = BTreeSet::new();
	/// How many checkpoints an asset may have.
	pub static MaxCheckpoints: usize = 1_000;
}

/// The time of the test.
pub struct Clock;

impl UnixTime for Clock {
	fn now() -> Duration {
		Duration::from_secs(Today::get())
	}
}

type Union = UnionOf<Balances, Assets, NativeFromLeft, NativeOrWithId<u32>, AccountId>;

/// The native token and the assets, with faults on demand.
pub struct Money;

impl fungibles::Inspect<AccountId> for Money {
	type AssetId = NativeOrWithId<u32>;
	type Balance = Balance;

	fn total_issuance(asset: Self::AssetId) -> Balance {
		Union::total_issuance(asset)
	}

	fn minimum_balance(asset: Self::AssetId) -> Balance {
		Union::minimum_balance(asset)
	}

	fn total_balance(asset: Self::AssetId, who: &AccountId) -> Balance {
		Union::total_balance(asset, who)
	}

	fn balance(asset: Self::AssetId, who: &AccountId) -> Balance {
		Union::balance(asset, who)
	}

	fn reducible_balance(
		asset: Self::AssetId,
		who: &AccountId,
		preservation: Preservation,
		force: Fortitude,
	) -> Balance {
		Union::reducible_balance(asset, who, preservation, force)
	}

	fn can_deposit(
		asset: Self::AssetId,
		who: &AccountId,
		amount: Balance,
		provenance: Provenance,
	) -> DepositConsequence {
		Union::can_deposit(asset, who, amount, provenance)
	}

	fn can_withdraw(
		asset: Self::AssetId,
		who: &AccountId,
		amount: Balance,
	) -> WithdrawConsequence<Balance> {
		Union::can_withdraw(asset, who, amount)
	}

	fn asset_exists(asset: Self::AssetId) -> bool {
		Union::asset_exists(asset)
	}
}

impl fungibles::Unbalanced<AccountId> for Money {
	fn handle_dust(dust: fungibles::Dust<AccountId, Self>) {
		Union::handle_dust(fungibles::Dust(dust.0, dust.1));
	}

	fn write_balance(
		asset: Self::AssetId,
		who: &AccountId,
		amount: Balance,
	) -> Result<Option<Balance>, DispatchError> {
		Union::write_balance(asset, who, amount)
	}

	fn set_total_issuance(asset: Self::AssetId, amount: Balance) {
		Union::set_total_issuance(asset, amount);
	}
}

impl fungibles::Mutate<AccountId> for Money {
	fn transfer(
		asset: Self::AssetId,
		from: &AccountId,
		to: &AccountId,
		amount: Balance,
		preservation: Preservation,
	) -> Result<Balance, DispatchError> {
		if let Some(left) = FailAfter::get() {
			let Some(left) = left.checked_sub(1) else {
				return Err(TokenError::Frozen.into());
			};
			FailAfter::set(Some(left));
		}
		if Refused::get().contains(to) {
			return Err(TokenError::CannotCreate.into());
		}
		let to = if LoseCredit::get() { &TREASURY } else { to };
		Union::transfer(asset, from, to, amount, preservation)
	}
}

/// The issuer of every asset, and its agent.
pub struct EnsureIssuer;

impl EnsureOriginWithArg<RuntimeOrigin, AssetId> for EnsureIssuer {
	type Success = AccountId;

	fn try_origin(origin: RuntimeOrigin, _: &AssetId) -> Result<AccountId, RuntimeOrigin> {
		match frame_system::ensure_signed(origin.clone()) {
			Ok(who) if who == ISSUER || who == AGENT => Ok(who),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(_: &AssetId) -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::signed(ISSUER))
	}
}

frame_support::ord_parameter_types! {
	pub const Taxman: AccountId = TAXMAN;
}

impl pallet_dividends::Config for Test {
	type DeclareOrigin = EnsureIssuer;
	type TaxOrigin = EnsureSignedBy<Taxman, AccountId>;
	type Register = Register;
	type Payees = Tables;
	type Classes = Tables;
	type Currency = Money;
	type Deposit = HoldConsideration<
		AccountId,
		Balances,
		Reason,
		ConstantStoragePrice<ConstU128<DEPOSIT>, Balance>,
	>;
	type Time = Clock;
	type PalletId = Pot;
	type MinClaimPeriod = ConstU64<CLAIM_PERIOD>;
	type MaxClaimPeriod = ConstU64<LONGEST>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<Test> for Helper {
	fn currency(seed: u32) -> NativeOrWithId<u32> {
		let id = 100 + seed;
		if !<Assets as Inspect<AccountId>>::asset_exists(id) {
			assert_ok!(<Assets as Create<AccountId>>::create(id, ISSUER, true, 1));
		}
		NativeOrWithId::WithId(id)
	}
}

type Snapshot = (CheckpointId, Moment, u32, BTreeMap<InvestorId, Balance>);

// In storage, so that a call that fails rolls it back as it does the real one.
#[frame_support::storage_alias]
type Owned = StorageDoubleMap<Register, Twox64Concat, AssetId, Twox64Concat, InvestorId, Balance>;
#[frame_support::storage_alias]
type Taken = StorageMap<Register, Twox64Concat, AssetId, Vec<Snapshot>>;
#[frame_support::storage_alias]
type LastCheckpoint = StorageMap<Register, Twox64Concat, AssetId, CheckpointId>;
#[frame_support::storage_alias]
type Watched = StorageMap<Register, Twox64Concat, AssetId, bool>;
#[frame_support::storage_alias]
pub(crate) type Marked =
	StorageDoubleMap<Register, Twox64Concat, AssetId, Twox64Concat, InvestorId, Marks, ValueQuery>;

/// A register that copies all balances at each checkpoint.
pub struct Register;

impl Register {
	/// Where a position lies in the trie.
	fn place(investor: InvestorId) -> Vec<u8> {
		use codec::Encode;
		Twox64Concat::hash(&investor.encode())
	}

	fn all(asset: AssetId) -> BTreeMap<InvestorId, Balance> {
		Owned::iter_prefix(asset).collect()
	}

	fn snapshot(asset: AssetId, checkpoint: CheckpointId) -> Option<Snapshot> {
		Taken::get(asset)?.into_iter().find(|(id, ..)| *id == checkpoint)
	}

	/// Gives an investor so many units, and says so above.
	pub(crate) fn set(asset: AssetId, investor: InvestorId, units: Balance) {
		let before = Owned::get(asset, investor).unwrap_or_default();
		// An empty position stays, as it does where a checkpoint needs it.
		Owned::insert(asset, investor, units);
		if Watched::get(asset) == Some(true) {
			<Dividends as OnHoldingChange>::on_change(asset, investor, before, units);
		}
	}

	pub(crate) fn transfer(asset: AssetId, from: InvestorId, to: InvestorId, units: Balance) {
		let amount = units.min(Self::owned(asset, from));
		if from != to {
			Self::set(asset, from, Self::owned(asset, from) - amount);
			Self::set(asset, to, Self::owned(asset, to) + amount);
		}
	}

	pub(crate) fn references(asset: AssetId) -> u32 {
		Taken::get(asset).unwrap_or_default().iter().map(|(_, _, references, _)| references).sum()
	}

	pub(crate) fn watched(asset: AssetId) -> bool {
		Watched::get(asset) == Some(true)
	}
}

impl Checkpoints for Register {
	fn take(asset: AssetId) -> Result<CheckpointId, DispatchError> {
		let mut taken = Taken::get(asset).unwrap_or_default();
		if taken.len() >= MaxCheckpoints::get() {
			return Err(DispatchError::Other("too many checkpoints"));
		}
		let id = LastCheckpoint::get(asset).unwrap_or_default() + 1;
		LastCheckpoint::insert(asset, id);
		taken.push((id, Today::get(), 1, Self::all(asset)));
		Taken::insert(asset, taken);
		Ok(id)
	}

	fn hold(asset: AssetId, checkpoint: CheckpointId) -> DispatchResult {
		let mut taken = Taken::get(asset).unwrap_or_default();
		let one = taken.iter_mut().find(|(id, ..)| *id == checkpoint);
		one.ok_or(DispatchError::Other("no checkpoint"))?.2 += 1;
		Taken::insert(asset, taken);
		Ok(())
	}

	fn release(asset: AssetId, checkpoint: CheckpointId) -> DispatchResult {
		let mut taken = Taken::get(asset).unwrap_or_default();
		let one = taken.iter_mut().find(|(id, ..)| *id == checkpoint);
		one.ok_or(DispatchError::Other("no checkpoint"))?.2 -= 1;
		taken.retain(|(_, _, references, _)| *references > 0);
		Taken::insert(asset, taken);
		Ok(())
	}

	fn balance_at(asset: AssetId, investor: InvestorId, checkpoint: CheckpointId) -> Balance {
		let snapshot = Self::snapshot(asset, checkpoint);
		snapshot.and_then(|(.., all)| all.get(&investor).copied()).unwrap_or_default()
	}

	fn supply_at(asset: AssetId, checkpoint: CheckpointId) -> Option<Balance> {
		Self::snapshot(asset, checkpoint).map(|(.., all)| all.values().sum())
	}

	fn holders_at(asset: AssetId, checkpoint: CheckpointId) -> Option<u32> {
		let (.., all) = Self::snapshot(asset, checkpoint)?;
		u32::try_from(all.values().filter(|units| **units > 0).count()).ok()
	}
}

impl Holders for Register {
	fn owned(asset: AssetId, investor: InvestorId) -> Balance {
		Owned::get(asset, investor).unwrap_or_default()
	}

	fn in_issue(asset: AssetId) -> Balance {
		Owned::iter_prefix_values(asset).sum()
	}

	fn taken_at(asset: AssetId, checkpoint: CheckpointId) -> Option<Moment> {
		Self::snapshot(asset, checkpoint).map(|(_, at, ..)| at)
	}

	fn holding_at(
		asset: AssetId,
		investor: InvestorId,
		checkpoint: CheckpointId,
	) -> (Balance, Marks) {
		(Self::balance_at(asset, investor, checkpoint), Marked::get(asset, investor))
	}

	fn mark(asset: AssetId, investor: InvestorId, number: u32) -> DispatchResult {
		if !Owned::contains_key(asset, investor) {
			return Err(DispatchError::Other("no position"));
		}
		Marked::mutate(asset, investor, |marks| *marks = marks.with(number));
		Ok(())
	}

	fn unmark(asset: AssetId, investor: InvestorId, number: u32) -> DispatchResult {
		if !Owned::contains_key(asset, investor) {
			return Err(DispatchError::Other("no position"));
		}
		Marked::mutate(asset, investor, |marks| *marks = marks.without(number));
		Ok(())
	}

	fn is_passed(investor: InvestorId, last: InvestorId) -> bool {
		Self::place(investor) <= Self::place(last)
	}

	fn page(
		asset: AssetId,
		checkpoint: CheckpointId,
		after: Option<InvestorId>,
		limit: u32,
	) -> Vec<(InvestorId, Balance, Marks)> {
		let after = after.map(Self::place);
		let taken = Self::snapshot(asset, checkpoint).map(|(.., all)| all).unwrap_or_default();
		Owned::iter_key_prefix(asset)
			.filter(|investor| after.as_ref().is_none_or(|after| Self::place(*investor) > *after))
			.take(usize::try_from(limit).unwrap())
			.map(|investor| {
				let owned = taken.get(&investor).copied().unwrap_or_default();
				(investor, owned, Marked::get(asset, investor))
			})
			.collect()
	}

	fn watch(asset: AssetId, on: bool) -> DispatchResult {
		Watched::insert(asset, on);
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_holder(asset: AssetId, investor: InvestorId, units: Balance) {
		Self::set(asset, investor, units);
	}
}

/// What the layers below know of investors and assets.
pub struct Tables;

pub(crate) const NO_KEY: DispatchError = DispatchError::Other("no key");
// An error that is the same after it was stored in an event, unlike a text.
pub(crate) const IS_BLOCKED: DispatchError =
	DispatchError::Module(ModuleError { index: 50, error: [23, 0, 0, 0], message: None });

impl Payees<AccountId> for Tables {
	fn claimant(who: &AccountId) -> Result<InvestorId, DispatchError> {
		if let Some(investor) = Admitted::get().get(who) {
			return Self::payee(*investor).map(|_| *investor);
		}
		let investor = InvestorId::try_from(*who).ok().filter(|who| (1..10_000).contains(who));
		let investor = investor.ok_or(NO_KEY)?;
		Self::payee(investor).map(|_| investor)
	}

	fn payee(investor: InvestorId) -> Result<AccountId, DispatchError> {
		if Blocked::get().contains(&investor) {
			return Err(IS_BLOCKED);
		}
		let admitted = Admitted::get().into_iter().find(|(_, one)| *one == investor);
		Ok(admitted.map_or(investor.into(), |(account, _)| account))
	}

	fn tax_residence(investor: InvestorId, at: Moment, _: Option<&AccountId>) -> Country {
		let residences = Residences::get().remove(&investor).unwrap_or_default();
		let stated = residences.into_iter().rfind(|(from, _)| *from <= at);
		stated.and_then(|(_, code)| Country::from_code(code)).unwrap_or_default()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_admit(who: &AccountId, tax_residence: CountryCode) -> InvestorId {
		let investor = Admitted::mutate(|all| {
			let next = 20_000 + u64::try_from(all.len()).unwrap();
			*all.entry(*who).or_insert(next)
		});
		resides(investor, tax_residence);
		investor
	}
}

impl AssetClasses for Tables {
	fn class(asset: AssetId) -> Option<AssetClass> {
		match asset {
			ASSET => Some(AssetClass::RealEstate),
			OTHER_ASSET => Some(AssetClass::Debt),
			_ => None,
		}
	}
}

/// Builds a chain with money, a table of rates for each class (no tax but where a test says so),
/// and holders of [`ASSET`].
#[derive(Default)]
pub(crate) struct ExtBuilder {
	holders: Vec<(InvestorId, Balance)>,
	rates: Vec<(CountryCode, Permill)>,
}

impl ExtBuilder {
	/// Gives an investor units of [`ASSET`].
	pub(crate) fn holding(mut self, investor: InvestorId, units: Balance) -> Self {
		self.holders.push((investor, units));
		self
	}

	/// Withholds at a rate from who resides in a country.
	pub(crate) fn taxing(mut self, country: CountryCode, percent: u32) -> Self {
		self.rates.push((country, Permill::from_percent(percent)));
		self
	}

	pub(crate) fn build(self) -> sp_io::TestExternalities {
		Today::set(NOW);
		Blocked::set(BTreeSet::new());
		Admitted::set(BTreeMap::new());
		Residences::set(BTreeMap::new());
		FailAfter::set(None);
		LoseCredit::set(false);
		Refused::set(BTreeSet::new());
		MaxCheckpoints::set(1_000);
		let storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			for who in [ISSUER, TAXMAN, STRANGER, TREASURY, AGENT] {
				assert_ok!(Balances::mint_into(&who, FUNDS));
			}
			assert_ok!(<Assets as Create<AccountId>>::create(7, ISSUER, true, 1));
			for who in [ISSUER, STRANGER, AGENT] {
				assert_ok!(Assets::mint_into(7, &who, FUNDS));
			}
			for (investor, units) in self.holders {
				Register::set(ASSET, investor, units);
			}
			for class in [AssetClass::RealEstate, AssetClass::Debt] {
				let rates = self.rates.clone().try_into().unwrap();
				assert_ok!(Dividends::set_tax_table(signed(TAXMAN), class, Permill::zero(), rates));
			}
			System::reset_events();
		});
		ext
	}

	/// Runs a test, and checks the invariants at its end.
	pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			assert_ok!(Dividends::do_try_state());
		});
	}
}

pub(crate) fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// States the tax residence of an investor, from the beginning.
pub(crate) fn resides(investor: InvestorId, country: CountryCode) {
	Residences::mutate(|all| {
		all.insert(investor, vec![(0, country)]);
	});
}

/// Declares a distribution of [`ASSET`] that divides an amount, pays now and expires after the
/// shortest time.
pub(crate) fn declare(
	amount: Balance,
	record: RecordDate,
) -> Result<DistributionId, DispatchError> {
	declare_in(USD, Amount::Total(amount), record, Selection::All)
}

pub(crate) fn declare_in(
	currency: NativeOrWithId<u32>,
	amount: Amount,
	record: RecordDate,
	selection: Selection,
) -> Result<DistributionId, DispatchError> {
	let id = crate::Ledgers::<Test>::get(ASSET).numbers.next;
	let pays_at = match record {
		RecordDate::Future(at) => at,
		_ => Today::get(),
	};
	Dividends::declare(
		signed(ISSUER),
		ASSET,
		currency,
		amount,
		record,
		pays_at,
		pays_at + CLAIM_PERIOD,
		selection,
	)?;
	Ok(id)
}

/// A distribution of [`ASSET`] that is open and pays.
pub(crate) fn distribute(amount: Balance) -> DistributionId {
	declare(amount, RecordDate::Now).unwrap()
}

pub(crate) fn claim(investor: InvestorId, id: DistributionId) -> DispatchResult {
	Dividends::claim(signed(investor.into()), ASSET, vec![id].try_into().unwrap())
}

pub(crate) fn claim_for(investor: InvestorId, id: DistributionId) -> DispatchResult {
	Dividends::claim_for(signed(STRANGER), ASSET, investor, vec![id].try_into().unwrap())
}

pub(crate) fn push(id: DistributionId, limit: u32) -> DispatchResult {
	Dividends::push(signed(STRANGER), ASSET, id, limit).map(|_| ()).map_err(|error| error.error)
}

/// What an account has of a currency.
pub(crate) fn money(currency: NativeOrWithId<u32>, who: impl Into<AccountId>) -> Balance {
	Money::balance(currency, &who.into())
}

pub(crate) fn usd(who: impl Into<AccountId>) -> Balance {
	money(USD, who)
}

pub(crate) fn pot() -> AccountId {
	Dividends::pot_of(ASSET)
}

pub(crate) fn held(who: AccountId) -> Balance {
	Balances::balance_on_hold(&Reason::get(), &who)
}

/// The money of [`ASSET`] in a currency; none if it never had any.
pub(crate) fn purse(currency: NativeOrWithId<u32>) -> Option<crate::Purse<AccountId>> {
	crate::Ledgers::<Test>::get(ASSET).purse(&currency).cloned()
}

pub(crate) fn get(id: DistributionId) -> crate::DistributionOf<Test> {
	crate::Distributions::<Test>::get(ASSET, id).unwrap()
}

/// Runs the hook of a block with as much weight as there is.
pub(crate) fn poll() {
	Dividends::on_poll(1, &mut WeightMeter::new());
}
