// SPDX-License-Identifier: Apache-2.0

//! A runtime with a plain register of books instead of the layer below.

// What the macros generate is public.
#![allow(unreachable_pub)]
#![allow(clippy::arithmetic_side_effects)]

use crate as pallet_asset_registry;
use crate::{HoldReason, NextAssetId};
use cadastre_primitives::{
	traits::Register, AssetFacts, AssetId, AssetName, AssetRoles, AssetStatus, Balance, BookStatus,
	DayCount, Identifier, Kind, Lock, MetadataKey, MetadataValue, Moment, PackId, PaperId,
	PaperKind, Profession, PropertyUse, ShareTerms, Tenure,
};
use codec::{Decode, Encode, MaxEncodedLen};
use core::time::Duration;
use frame_support::{
	assert_ok, derive_impl, parameter_types,
	traits::{
		fungible::{HoldConsideration, InspectHold},
		tokens::imbalance::ResolveTo,
		ConstU32, ConstU64, ConstantStoragePrice, EnsureOriginWithArg, OriginTrait, UnixTime,
	},
	Twox64Concat,
};
use frame_system::EnsureRoot;
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::{BuildStorage, DispatchError, DispatchResult, Permill};

pub(crate) type AccountId = u64;
type Block = frame_system::mocking::MockBlock<Test>;

/// A lawyer, who alone verifies [`BOND`].
pub(crate) const VERIFIER: AccountId = 1;
pub(crate) const ISSUER: AccountId = 2;
/// Issuer and lawyer at once.
pub(crate) const BOTH: AccountId = 3;
pub(crate) const STRANGER: AccountId = 4;
pub(crate) const NOTARY: AccountId = 5;
pub(crate) const SURVEYOR: AccountId = 6;
/// Who is granted roles.
pub(crate) const AGENT: AccountId = 7;
/// Stands for all the holders of asset 0.
pub(crate) const ASSEMBLY: AccountId = 9;
/// Where slashes go.
pub(crate) const POT: AccountId = 8;

pub(crate) const PACK: PackId = 7;
pub(crate) const NO_PACK: PackId = 8;
pub(crate) const FUNDS: u64 = 1_000;
pub(crate) const ASSET_DEPOSIT: u64 = 100;
pub(crate) const PAPER_DEPOSIT: u64 = 10;
pub(crate) const DETAIL_DEPOSIT: u64 = 7;
pub(crate) const VERIFIER_BOND: u64 = 500;
pub(crate) const BOND_PERIOD: Moment = 100;
pub(crate) const MAX_PAPERS: u32 = 5;
pub(crate) const NOW: Moment = 1_000_000;
pub(crate) const DIGEST: H256 = H256::repeat_byte(0xd1);
/// Needs a lawyer.
pub(crate) const BOND: AssetFacts = AssetFacts::Debt {
	currency: *b"CHF",
	face_value: 100_000,
	coupon: Permill::from_parts(12_500),
	maturity: None,
	day_count: DayCount::Thirty360,
};
/// Needs a notary and a surveyor.
pub(crate) const HOUSE: AssetFacts = AssetFacts::RealEstate {
	usage: PropertyUse::Residential,
	area: 120,
	built: Some(1_912),
	tenure: Tenure::Freehold,
};
pub(crate) const ISIN: Identifier = Identifier::Isin(*b"US0378331005");
pub(crate) const LEI: Identifier = Identifier::Lei(*b"HWUPKR0MPOU8FGXBT394");

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

	#[runtime::pallet_index(52)]
	pub type AssetRegistry = pallet_asset_registry;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountData = pallet_balances::AccountData<u64>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
}

parameter_types! {
	pub const AssetReason: RuntimeHoldReason = RuntimeHoldReason::AssetRegistry(HoldReason::Asset);
	pub const PaperReason: RuntimeHoldReason = RuntimeHoldReason::AssetRegistry(HoldReason::Paper);
	pub const DetailReason: RuntimeHoldReason =
		RuntimeHoldReason::AssetRegistry(HoldReason::Detail);
	pub const BondReason: RuntimeHoldReason =
		RuntimeHoldReason::AssetRegistry(HoldReason::VerifierBond);
	pub const PotAccount: AccountId = POT;
	/// The time of the block.
	pub static Today: Moment = NOW;
}

/// The holders of asset 0, as one account.
pub struct EnsureAssembly;

impl EnsureOriginWithArg<RuntimeOrigin, AssetId> for EnsureAssembly {
	type Success = ();

	fn try_origin(origin: RuntimeOrigin, asset: &AssetId) -> Result<(), RuntimeOrigin> {
		match origin.as_signer() {
			Some(who) if *who == ASSEMBLY && *asset == 0 => Ok(()),
			_ => Err(origin),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(_: &AssetId) -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::signed(ASSEMBLY))
	}
}

/// The time of the test.
pub struct Clock;

impl UnixTime for Clock {
	fn now() -> Duration {
		Duration::from_secs(Today::get())
	}
}

impl pallet_asset_registry::Config for Test {
	type Register = Ledger;
	type AdminOrigin = EnsureRoot<AccountId>;
	type HoldersOrigin = EnsureAssembly;
	type AssetConsideration = HoldConsideration<
		AccountId,
		Balances,
		AssetReason,
		ConstantStoragePrice<ConstU64<ASSET_DEPOSIT>, u64>,
	>;
	type PaperConsideration = HoldConsideration<
		AccountId,
		Balances,
		PaperReason,
		ConstantStoragePrice<ConstU64<PAPER_DEPOSIT>, u64>,
	>;
	type DetailConsideration = HoldConsideration<
		AccountId,
		Balances,
		DetailReason,
		ConstantStoragePrice<ConstU64<DETAIL_DEPOSIT>, u64>,
	>;
	type Currency = Balances;
	type OnSlash = ResolveTo<PotAccount, Balances>;
	type VerifierBond = ConstU64<VERIFIER_BOND>;
	type BondPeriod = ConstU64<BOND_PERIOD>;
	type Time = Clock;
	type MaxPapers = ConstU32<MAX_PAPERS>;
	type WeightInfo = ();
}

/// A book of the ledger below.
#[derive(Clone, PartialEq, Eq, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Book {
	pub issuer: AccountId,
	pub pack: PackId,
	pub authorised: Balance,
	pub units_per_share: Balance,
	pub status: BookStatus,
	pub supply: Balance,
}

// In storage, so that a call that fails rolls it back as it does the real one.
#[frame_support::storage_alias]
type Books = StorageMap<Ledger, Twox64Concat, AssetId, Book>;
#[frame_support::storage_alias]
type Classes = StorageMap<Ledger, Twox64Concat, AssetId, (AssetId, u8)>;

/// A ledger that knows the supply and no holder.
pub struct Ledger;

impl Ledger {
	pub(crate) fn book(asset: AssetId) -> Option<Book> {
		Books::get(asset)
	}

	/// The asset of which this one is a class, and its rank.
	pub(crate) fn class_of(asset: AssetId) -> Option<(AssetId, u8)> {
		Classes::get(asset)
	}

	/// Issues or redeems shares, if the book is open for it.
	pub(crate) fn set_supply(asset: AssetId, supply: Balance) -> DispatchResult {
		let mut book = Books::get(asset).ok_or(DispatchError::Other("no book"))?;
		let kind = if supply > book.supply { Kind::Issue } else { Kind::Redeem };
		if !book.status.allows(kind) {
			return Err(DispatchError::Other("book not open"));
		}
		if supply > book.authorised {
			return Err(DispatchError::Other("not authorised"));
		}
		book.supply = supply;
		Books::insert(asset, book);
		Ok(())
	}

	/// Sets the supply, whatever the status of the book.
	pub(crate) fn force_supply(asset: AssetId, supply: Balance) {
		Books::mutate(asset, |book| book.as_mut().unwrap().supply = supply);
	}
}

impl Register<AccountId> for Ledger {
	fn open_book(
		asset: AssetId,
		issuer: AccountId,
		pack: PackId,
		authorised: Balance,
		units_per_share: Balance,
	) -> DispatchResult {
		if Books::contains_key(asset) {
			return Err(DispatchError::Other("book exists"));
		}
		if pack != PACK {
			return Err(DispatchError::Other("no pack"));
		}
		let (status, supply) = (BookStatus::Closed, 0);
		let book = Book { issuer, pack, authorised, units_per_share, status, supply };
		Books::insert(asset, book);
		Ok(())
	}

	fn open_class(
		asset: AssetId,
		of: AssetId,
		rank: u8,
		issuer: AccountId,
		pack: PackId,
		authorised: Balance,
		units_per_share: Balance,
	) -> DispatchResult {
		Classes::insert(asset, (of, rank));
		Self::open_book(asset, issuer, pack, authorised, units_per_share)
	}

	fn set_status(asset: AssetId, status: BookStatus) -> DispatchResult {
		let mut book = Books::get(asset).ok_or(DispatchError::Other("no book"))?;
		book.status = status;
		Books::insert(asset, book);
		Ok(())
	}

	fn close_book(asset: AssetId) -> DispatchResult {
		let book = Books::get(asset).ok_or(DispatchError::Other("no book"))?;
		if book.supply > 0 {
			return Err(DispatchError::Other("shares in issue"));
		}
		Books::remove(asset);
		Ok(())
	}

	fn supply(asset: AssetId) -> Balance {
		Books::get(asset).map_or(0, |book| book.supply)
	}

	fn set_issuer(asset: AssetId, new: AccountId) -> DispatchResult {
		let mut book = Books::get(asset).ok_or(DispatchError::Other("no book"))?;
		book.issuer = new;
		Books::insert(asset, book);
		Ok(())
	}

	fn set_authorised(asset: AssetId, number: Balance) -> DispatchResult {
		let mut book = Books::get(asset).ok_or(DispatchError::Other("no book"))?;
		if number < book.supply {
			return Err(DispatchError::Other("shares in issue"));
		}
		book.authorised = number;
		Books::insert(asset, book);
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_pack() -> PackId {
		PACK
	}
}

/// Everybody who has funds.
pub(crate) const ACCOUNTS: [AccountId; 8] =
	[VERIFIER, ISSUER, BOTH, STRANGER, NOTARY, SURVEYOR, AGENT, POT];

/// Who is listed from the start.
pub(crate) const VERIFIERS: [(AccountId, Profession); 4] = [
	(VERIFIER, Profession::Lawyer),
	(BOTH, Profession::Lawyer),
	(NOTARY, Profession::Notary),
	(SURVEYOR, Profession::Surveyor),
];

/// Builds a chain with accounts that have [`FUNDS`] free, four listed verifiers among them, and no
/// asset.
#[derive(Default)]
pub(crate) struct ExtBuilder {
	asset: Option<(AssetStatus, u32)>,
}

impl ExtBuilder {
	/// The asset 0 of [`ISSUER`] with a number of papers, at least 1, in a status.
	pub(crate) fn asset(mut self, status: AssetStatus, papers: u32) -> Self {
		self.asset = Some((status, papers));
		self
	}

	pub(crate) fn build(self) -> sp_io::TestExternalities {
		Today::set(NOW);
		let mut storage = frame_system::GenesisConfig::<Test>::default().build_storage().unwrap();
		pallet_balances::GenesisConfig::<Test> {
			balances: ACCOUNTS
				.map(|who| {
					let bonded = VERIFIERS.iter().any(|(verifier, _)| *verifier == who);
					(who, FUNDS + if bonded { VERIFIER_BOND } else { 0 })
				})
				.to_vec(),
			..Default::default()
		}
		.assimilate_storage(&mut storage)
		.unwrap();
		pallet_asset_registry::GenesisConfig::<Test> { verifiers: VERIFIERS.to_vec() }
			.assimilate_storage(&mut storage)
			.unwrap();
		let mut ext = sp_io::TestExternalities::new(storage);
		ext.execute_with(|| {
			System::set_block_number(1);
			if let Some((status, papers)) = self.asset {
				asset_in(status, papers);
			}
			System::reset_events();
		});
		ext
	}

	/// Runs a test, and checks the invariants at its end.
	pub(crate) fn build_and_execute(self, test: impl FnOnce()) {
		self.build().execute_with(|| {
			test();
			assert_ok!(AssetRegistry::do_try_state());
		});
	}
}

pub(crate) fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub(crate) fn name(text: &str) -> AssetName {
	AssetName::try_from(text.as_bytes().to_vec()).unwrap()
}

/// Registers a bond of an issuer and answers its id.
pub(crate) fn register(issuer: AccountId) -> AssetId {
	register_as(issuer, BOND)
}

/// Shares of one unit each, of an asset that stands on its own.
pub(crate) const fn shares(authorised: Balance) -> ShareTerms {
	ShareTerms { authorised, units_per_share: 1, class_of: None }
}

/// Registers an asset of an issuer and answers its id.
pub(crate) fn register_as(issuer: AccountId, facts: AssetFacts) -> AssetId {
	let asset = NextAssetId::<Test>::get();
	assert_ok!(AssetRegistry::register(
		signed(issuer),
		facts,
		name("Seestrasse 9"),
		Some(*b"CH"),
		PACK,
		shares(1_000),
	));
	asset
}

/// Attests to a bond as it is.
pub(crate) fn verify(who: AccountId, asset: AssetId, papers: u32) -> DispatchResult {
	AssetRegistry::verify(signed(who), asset, papers, BOND.digest())
}

pub(crate) fn key(text: &str) -> MetadataKey {
	MetadataKey::try_from(text.as_bytes().to_vec()).unwrap()
}

/// Sets an entry of metadata that is a number.
pub(crate) fn set(
	who: AccountId,
	text: &str,
	number: u128,
	lock: Lock,
	expires_at: Option<Moment>,
) -> DispatchResult {
	let value = MetadataValue::Number(number);
	AssetRegistry::set_metadata(signed(who), 0, key(text), value, lock, expires_at)
}

/// Grants [`AGENT`] roles for the asset 0.
pub(crate) fn grant(roles: AssetRoles, expires_at: Option<Moment>) -> DispatchResult {
	AssetRegistry::grant_role(signed(ISSUER), 0, AGENT, roles, expires_at)
}

/// Files the plan of a wind-up and answers its id.
pub(crate) fn file_plan(asset: AssetId) -> PaperId {
	let paper = crate::Assets::<Test>::get(asset).unwrap().papers;
	let today = Today::get();
	assert_ok!(AssetRegistry::file_paper(
		signed(ISSUER),
		asset,
		PaperKind::WindUpPlan,
		DIGEST,
		today,
		None,
	));
	paper
}

/// Files a title that is dated today.
pub(crate) fn file(
	issuer: AccountId,
	asset: AssetId,
	supersedes: Option<PaperId>,
) -> DispatchResult {
	AssetRegistry::file_paper(
		signed(issuer),
		asset,
		PaperKind::Title,
		DIGEST,
		Today::get(),
		supersedes,
	)
}

/// Brings a new bond of [`ISSUER`] with papers into a status, by calls. A wind-up has a plan more.
pub(crate) fn asset_in(status: AssetStatus, papers: u32) -> AssetId {
	let asset = register(ISSUER);
	for _ in 0..papers {
		assert_ok!(file(ISSUER, asset, None));
	}
	if status == AssetStatus::Draft {
		return asset;
	}
	assert_ok!(verify(VERIFIER, asset, papers));
	if status == AssetStatus::Verified {
		return asset;
	}
	assert_ok!(AssetRegistry::activate(signed(ISSUER), asset));
	match status {
		AssetStatus::Suspended => {
			assert_ok!(AssetRegistry::suspend(RuntimeOrigin::root(), asset, DIGEST));
		},
		AssetStatus::Retired => {
			assert_ok!(AssetRegistry::retire(signed(ISSUER), asset));
		},
		AssetStatus::WindingUp => {
			let plan = file_plan(asset);
			assert_ok!(AssetRegistry::start_wind_up(signed(ISSUER), asset, plan, NOW + 10));
		},
		_ => {},
	}
	asset
}

pub(crate) fn status(asset: AssetId) -> AssetStatus {
	crate::Assets::<Test>::get(asset).unwrap().status
}

pub(crate) fn book_status(asset: AssetId) -> BookStatus {
	Ledger::book(asset).unwrap().status
}

/// What is held of an account for identifiers, metadata and roles.
pub(crate) fn held_for_details(who: AccountId) -> u64 {
	Balances::balance_on_hold(&DetailReason::get(), &who)
}

/// What is held of an account as verifier.
pub(crate) fn bond(who: AccountId) -> u64 {
	Balances::balance_on_hold(&BondReason::get(), &who)
}

/// What is held of an account, for assets and for papers.
pub(crate) fn held(who: AccountId) -> (u64, u64) {
	(
		Balances::balance_on_hold(&AssetReason::get(), &who),
		Balances::balance_on_hold(&PaperReason::get(), &who),
	)
}
