// SPDX-License-Identifier: Apache-2.0

//! Messages from and to Asset Hub, as bytes in the queues of this runtime.
//!
//! The other side is a mock of Asset Hub from the same pallets and executor: it keeps a stablecoin,
//! knows this chain as the reserve of the native token, and sends with `pallet_xcm`. Between the two
//! is what the relay chain would carry. `docs/xcm.md` says in words what passes.

#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, unreachable_pub)]

mod common;

use cadastre_primitives::token::UNIT;
use cadastre_runtime::{
	configs::{
		chain_governance::TreasuryAccount,
		monetary::Currency,
		xcm::{AssetHubAccount, SafeCalls, Stablecoins, ASSET_HUB, ASSET_HUB_ASSETS},
	},
	genesis_config_presets::PARA_ID,
	AccountId, AssetRate, Assets as OurAssets, Balance, Balances, MessageQueue, ParachainSystem,
	PolkadotXcm, Runtime, RuntimeCall as OurCall, RuntimeEvent as OurEvent,
	RuntimeOrigin as OurOrigin, System as OurSystem, XcmpQueue,
};
use codec::{Decode, Encode};
use common::{active_bond, begin_block, calls::every_call, chain, page, runtime_api};
use cumulus_primitives_core::{XcmpMessageFormat, XcmpMessageHandler, XcmpMessageSource};
use frame_support::{
	assert_noop, assert_ok, derive_impl, parameter_types,
	traits::{
		AsEnsureOriginWithArg, ConstU128, ConstU32, Contains, ContainsPair, Everything, Nothing,
		ServiceQueues,
	},
	weights::Weight,
};
use frame_system::{EnsureRoot, EnsureSigned};
use pallet_compliance::{Rule, RuleSet};
use polkadot_parachain_primitives::primitives::Sibling;
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Ferdie};
use sp_runtime::{
	traits::{AccountIdConversion, IdentityLookup},
	BoundedVec, BuildStorage, FixedU128,
};
use std::cell::RefCell;
use xcm::{latest::prelude::*, VersionedAssetId, VersionedXcm};
use xcm_executor::{
	traits::{Error as MatchError, MatchesFungibles},
	XcmExecutor,
};

/// The stablecoin, by its number on Asset Hub and here.
const USDT: u32 = 1_984;
/// One of it: it has six decimals.
const DOLLAR: Balance = 1_000_000;
/// What an account must have of it at least.
const LEAST: Balance = 10_000;
/// The native token of this chain, by its number on the mock.
const CDST: u32 = 2_000;

// The mock of Asset Hub.

#[frame_support::runtime]
mod asset_hub {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeTask,
		RuntimeHoldReason,
		RuntimeFreezeReason
	)]
	pub struct AssetHub;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(10)]
	pub type HubBalances = pallet_balances;
	#[runtime::pallet_index(31)]
	pub type HubXcm = pallet_xcm;
	#[runtime::pallet_index(50)]
	pub type HubAssets = pallet_assets;
}

type Block = frame_system::mocking::MockBlockU32<AssetHub>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for AssetHub {
	type Block = Block;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for AssetHub {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = System;
}

#[derive_impl(pallet_assets::config_preludes::TestDefaultConfig)]
impl pallet_assets::Config for AssetHub {
	type Balance = Balance;
	type AssetId = u32;
	type AssetIdParameter = u32;
	type Currency = HubBalances;
	type CreateOrigin = AsEnsureOriginWithArg<EnsureSigned<AccountId>>;
	type ForceOrigin = EnsureRoot<AccountId>;
	type AssetDeposit = ConstU128<1>;
	type AssetAccountDeposit = ConstU128<1>;
	type MetadataDepositBase = ConstU128<1>;
	type MetadataDepositPerByte = ConstU128<1>;
	type ApprovalDeposit = ConstU128<1>;
	type Freezer = ();
}

parameter_types! {
	pub HubLocation: InteriorLocation =
		[GlobalConsensus(NetworkId::Polkadot), Parachain(ASSET_HUB)].into();
	pub const HubNetwork: Option<NetworkId> = Some(NetworkId::Polkadot);
	pub HubUnitWeight: Weight = Weight::from_parts(1_000_000, 1_024);
	pub UsdtPrice: (AssetId, u128, u128) = (AssetId(usdt_there()), DOLLAR, 0);
	pub CdstPrice: (AssetId, u128, u128) = (AssetId(cadastre()), UNIT, 0);
	pub HubChecking: AccountId = HubXcm::check_account();
}

/// This chain, seen from there.
fn cadastre() -> Location {
	Location::new(1, [Parachain(PARA_ID)])
}

/// The stablecoin, seen from there.
fn usdt_there() -> Location {
	Location::new(0, [PalletInstance(ASSET_HUB_ASSETS), GeneralIndex(USDT.into())])
}

/// What the mock knows: its own assets by number, and our native token.
pub struct HubMatcher;

impl MatchesFungibles<u32, Balance> for HubMatcher {
	fn matches_fungibles(asset: &Asset) -> Result<(u32, Balance), MatchError> {
		let Fungible(amount) = asset.fun else { return Err(MatchError::AssetNotHandled) };
		if asset.id.0 == cadastre() {
			return Ok((CDST, amount));
		}
		match asset.id.0.unpack() {
			(0, [PalletInstance(ASSET_HUB_ASSETS), GeneralIndex(number)]) => {
				Ok((u32::try_from(*number).map_err(|_| MatchError::AssetNotHandled)?, amount))
			},
			_ => Err(MatchError::AssetNotHandled),
		}
	}
}

/// We are the reserve of our token.
pub struct HubReserves;

impl ContainsPair<Asset, Location> for HubReserves {
	fn contains(asset: &Asset, location: &Location) -> bool {
		asset.id.0 == cadastre() && *location == cadastre()
	}
}

type HubAccounts = (
	xcm_builder::SiblingParachainConvertsVia<Sibling, AccountId>,
	xcm_builder::AccountId32Aliases<HubNetwork, AccountId>,
);

thread_local! {
	/// What the mock has sent and nobody has carried away.
	static SENT: RefCell<Vec<(Location, Xcm<()>)>> = const { RefCell::new(vec![]) };
}

/// Puts what the mock sends where [`Wire::home`] takes it from.
pub struct HubRouter;

impl SendXcm for HubRouter {
	type Ticket = (Location, Xcm<()>);

	fn validate(
		destination: &mut Option<Location>,
		message: &mut Option<Xcm<()>>,
	) -> SendResult<Self::Ticket> {
		match (destination.take(), message.take()) {
			(Some(destination), Some(message)) => Ok(((destination, message), Assets::new())),
			_ => Err(SendError::MissingArgument),
		}
	}

	fn deliver(ticket: Self::Ticket) -> Result<XcmHash, SendError> {
		SENT.with_borrow_mut(|sent| sent.push(ticket));
		Ok([0; 32])
	}
}

pub struct HubConfig;

impl xcm_executor::Config for HubConfig {
	type RuntimeCall = RuntimeCall;
	type XcmSender = HubRouter;
	type XcmEventEmitter = HubXcm;
	type AssetTransactor = xcm_builder::FungiblesAdapter<
		HubAssets,
		HubMatcher,
		HubAccounts,
		AccountId,
		xcm_builder::NoChecking,
		HubChecking,
	>;
	type OriginConverter = ();
	type IsReserve = HubReserves;
	type IsTeleporter = ();
	type Aliasers = Nothing;
	type UniversalLocation = HubLocation;
	type Barrier =
		(xcm_builder::TakeWeightCredit, xcm_builder::AllowTopLevelPaidExecutionFrom<Everything>);
	type Weigher = xcm_builder::FixedWeightBounds<HubUnitWeight, RuntimeCall, ConstU32<100>>;
	type Trader = (
		xcm_builder::FixedRateOfFungible<UsdtPrice, ()>,
		xcm_builder::FixedRateOfFungible<CdstPrice, ()>,
	);
	type ResponseHandler = HubXcm;
	type AssetTrap = HubXcm;
	type AssetLocker = ();
	type AssetExchanger = ();
	type SubscriptionService = HubXcm;
	type PalletInstancesInfo = AllPalletsWithSystem;
	type MaxAssetsIntoHolding = ConstU32<8>;
	type FeeManager = ();
	type MessageExporter = ();
	type UniversalAliases = Nothing;
	type CallDispatcher = RuntimeCall;
	type SafeCallFilter = Nothing;
	type TransactionalProcessor = xcm_builder::FrameTransactionalProcessor;
	type HrmpNewChannelOpenRequestHandler = ();
	type HrmpChannelAcceptedHandler = ();
	type HrmpChannelClosingHandler = ();
	type XcmRecorder = HubXcm;
}

type HubSigned = xcm_builder::SignedToAccountId32<RuntimeOrigin, AccountId, HubNetwork>;

impl pallet_xcm::Config for AssetHub {
	type RuntimeEvent = RuntimeEvent;
	type Currency = HubBalances;
	type CurrencyMatcher = ();
	type AuthorizedAliasConsideration = frame_support::traits::Disabled;
	type SendXcmOrigin = xcm_builder::EnsureXcmOrigin<RuntimeOrigin, ()>;
	type XcmRouter = HubRouter;
	type ExecuteXcmOrigin = xcm_builder::EnsureXcmOrigin<RuntimeOrigin, HubSigned>;
	type XcmExecuteFilter = Nothing;
	type XcmExecutor = XcmExecutor<HubConfig>;
	type XcmTeleportFilter = Nothing;
	type XcmReserveTransferFilter = Everything;
	type Weigher = <HubConfig as xcm_executor::Config>::Weigher;
	type UniversalLocation = HubLocation;
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeCall = RuntimeCall;
	const VERSION_DISCOVERY_QUEUE_SIZE: u32 = 100;
	type AdvertisedXcmVersion = pallet_xcm::CurrentXcmVersion;
	type AdminOrigin = EnsureRoot<AccountId>;
	type TrustedLockers = ();
	type SovereignAccountOf = HubAccounts;
	type MaxLockers = ConstU32<8>;
	type MaxRemoteLockConsumers = ConstU32<0>;
	type RemoteLockConsumerIdentifier = ();
	type WeightInfo = pallet_xcm::TestWeightInfo;
}

// The two chains and what is between them.

struct Wire {
	ours: TestExternalities,
	hub: TestExternalities,
}

fn id(who: Sr25519Keyring) -> AccountId {
	who.to_account_id()
}

fn account(who: Sr25519Keyring) -> Location {
	AccountId32 { network: None, id: who.to_raw_public() }.into()
}

/// The account of this chain on Asset Hub.
fn our_account_there() -> AccountId {
	Sibling::from(PARA_ID).into_account_truncating()
}

fn hub() -> Location {
	Location::new(1, [Parachain(ASSET_HUB)])
}

/// The stablecoin, seen from here.
fn usdt() -> Location {
	Stablecoins::location(USDT)
}

impl Wire {
	/// Both chains; the stablecoin is issued there, and listed here with a rate.
	fn new() -> Self {
		let mut wire = Self::unlisted();
		wire.ours.execute_with(list);
		wire
	}

	/// Both chains; this one does not know the stablecoin.
	fn unlisted() -> Self {
		let mut ours = chain("development");
		ours.execute_with(|| {
			begin_block(1);
			ParachainSystem::open_outbound_hrmp_channel_for_benchmarks_or_tests(ASSET_HUB.into());
		});
		let storage = frame_system::GenesisConfig::<AssetHub>::default().build_storage().unwrap();
		let mut hub = TestExternalities::new(storage);
		hub.execute_with(|| {
			System::set_block_number(1);
			let root = RuntimeOrigin::root;
			for (asset, least) in [(USDT, LEAST), (CDST, 1)] {
				assert_ok!(HubAssets::force_create(root(), asset, id(Charlie), true, least));
			}
			let charlie = RuntimeOrigin::signed(id(Charlie));
			assert_ok!(HubAssets::mint(charlie, USDT, id(Alice), 1_000 * DOLLAR));
		});
		SENT.with_borrow_mut(Vec::clear);
		Self { ours, hub }
	}

	/// Carries what this chain has sent to Asset Hub, and executes it there.
	fn away(&mut self) -> Vec<Outcome> {
		let pages = self.ours.execute_with(|| XcmpQueue::take_outbound_messages(100, &[]));
		let mut outcomes = vec![];
		for (to, page) in pages {
			assert_eq!(u32::from(to), ASSET_HUB);
			let mut rest = &page[..];
			let format = XcmpMessageFormat::decode(&mut rest).expect("it has a format");
			assert_eq!(format, XcmpMessageFormat::ConcatenatedVersionedXcm);
			while !rest.is_empty() {
				let message = VersionedXcm::<RuntimeCall>::decode(&mut rest).expect("a message");
				let message = Xcm::<RuntimeCall>::try_from(message).expect("of a known version");
				outcomes.push(self.hub.execute_with(|| {
					XcmExecutor::<HubConfig>::prepare_and_execute(
						cadastre(),
						message,
						&mut [0; 32],
						Weight::MAX,
						Weight::zero(),
					)
				}));
			}
		}
		outcomes
	}

	/// Carries what Asset Hub has sent to this chain, which executes it from its queue. Answers for
	/// each message whether it was executed to its end.
	fn home(&mut self) -> Vec<bool> {
		let sent = SENT.with_borrow_mut(std::mem::take);
		sent.into_iter()
			.map(|(to, message)| {
				assert_eq!(to, cadastre());
				self.receive(ASSET_HUB, message)
			})
			.collect()
	}

	/// Puts a message of a chain into the queue of this one, and executes it.
	fn receive(&mut self, from: u32, message: Xcm<()>) -> bool {
		let message: VersionedXcm<()> = VersionedXcm::from(message);
		let page = (XcmpMessageFormat::ConcatenatedVersionedXcm, message).encode();
		self.ours.execute_with(|| {
			OurSystem::reset_events();
			XcmpQueue::handle_xcmp_messages([(from.into(), 1, &page[..])].into_iter(), Weight::MAX);
			MessageQueue::service_queues(Weight::MAX);
			OurSystem::events()
				.into_iter()
				.find_map(|record| match record.event {
					OurEvent::MessageQueue(pallet_message_queue::Event::Processed {
						success,
						..
					}) => Some(success),
					OurEvent::MessageQueue(pallet_message_queue::Event::ProcessingFailed {
						..
					}) => Some(false),
					_ => None,
				})
				.expect("the message is processed")
		})
	}

	/// Sends a reserve transfer from this chain.
	fn send(&mut self, who: Sr25519Keyring, assets: impl Into<Assets>) -> Vec<Outcome> {
		let assets = assets.into();
		self.ours.execute_with(|| {
			assert_ok!(transfer(who, assets));
		});
		self.away()
	}

	/// Sends a reserve transfer from Asset Hub, of Alice.
	fn send_home(&mut self, asset: Asset, to: Sr25519Keyring) -> Vec<bool> {
		self.hub.execute_with(|| {
			assert_ok!(HubXcm::limited_reserve_transfer_assets(
				RuntimeOrigin::signed(id(Alice)),
				Box::new(cadastre().into()),
				Box::new(account(to).into()),
				Box::new(Assets::from(asset).into()),
				0,
				Unlimited,
			));
		});
		self.home()
	}

	fn usdt_of(&mut self, who: &AccountId) -> Balance {
		self.ours.execute_with(|| OurAssets::balance(USDT, who))
	}

	fn there(&mut self, asset: u32, who: &AccountId) -> Balance {
		self.hub.execute_with(|| HubAssets::balance(asset, who))
	}

	/// What of the stablecoin is in issue here, and what Asset Hub keeps for it.
	fn backing(&mut self) -> (Balance, Balance) {
		let kept = self.there(USDT, &our_account_there());
		(self.ours.execute_with(|| OurAssets::total_supply(USDT)), kept)
	}
}

fn list() {
	let root = OurOrigin::root;
	let owner = AssetHubAccount::get().into();
	assert_ok!(OurAssets::force_create(root(), USDT.into(), owner, true, LEAST));
	set_rate();
}

/// A dollar is two tokens.
fn set_rate() {
	let rate = FixedU128::from_rational(2 * UNIT, DOLLAR);
	let kind = Box::new(Currency::WithId(USDT));
	assert_ok!(AssetRate::create(OurOrigin::root(), kind, rate));
}

fn transfer(who: Sr25519Keyring, assets: Assets) -> sp_runtime::DispatchResult {
	PolkadotXcm::limited_reserve_transfer_assets(
		OurOrigin::signed(id(who)),
		Box::new(hub().into()),
		Box::new(account(who).into()),
		Box::new(assets.into()),
		0,
		Unlimited,
	)
}

/// The assets that were trapped in the last message.
fn trapped() -> Vec<Assets> {
	OurSystem::events()
		.into_iter()
		.filter_map(|record| match record.event {
			OurEvent::PolkadotXcm(pallet_xcm::Event::AssetsTrapped { assets, .. }) => {
				Some(Assets::try_from(assets).expect("of a known version"))
			},
			_ => None,
		})
		.collect()
}

// What passes.

#[test]
fn the_native_token_goes_to_asset_hub_and_comes_back() {
	let mut wire = Wire::new();
	let issuance = wire.ours.execute_with(Balances::total_issuance);
	let of =
		|wire: &mut Wire, who: AccountId| wire.ours.execute_with(|| Balances::free_balance(who));
	let (alice, treasury) = (of(&mut wire, id(Alice)), of(&mut wire, TreasuryAccount::get()));

	let outcomes = wire.send(Alice, (Here, 10 * UNIT));
	assert!(matches!(outcomes[..], [Outcome::Complete { .. }]), "{outcomes:?}");
	// It is kept here for Asset Hub; the sender has paid for the delivery.
	assert_eq!(of(&mut wire, AssetHubAccount::get()), 10 * UNIT);
	let delivery = of(&mut wire, TreasuryAccount::get()) - treasury;
	assert!(delivery > 0);
	assert_eq!(of(&mut wire, id(Alice)), alice - 10 * UNIT - delivery);
	let there = wire.there(CDST, &id(Alice));
	assert!((9 * UNIT..10 * UNIT).contains(&there), "less the fee: {there}");

	let (bob, treasury) = (of(&mut wire, id(Bob)), of(&mut wire, TreasuryAccount::get()));
	let back = 4 * UNIT;
	assert_eq!(wire.send_home((cadastre(), back).into(), Bob), [true]);
	assert_eq!(of(&mut wire, AssetHubAccount::get()), 10 * UNIT - back);
	assert_eq!(wire.there(CDST, &id(Alice)), there - back);
	let (got, fee) =
		(of(&mut wire, id(Bob)) - bob, of(&mut wire, TreasuryAccount::get()) - treasury);
	assert!(fee > 0);
	assert_eq!(got + fee, back, "nothing is lost on the way");
	assert_eq!(wire.ours.execute_with(Balances::total_issuance), issuance);
}

#[test]
fn a_listed_stablecoin_comes_pays_for_itself_and_goes_back() {
	let mut wire = Wire::new();
	assert_eq!(wire.send_home((usdt_there(), 100 * DOLLAR).into(), Bob), [true]);
	let (bob, fee) = (wire.usdt_of(&id(Bob)), wire.usdt_of(&TreasuryAccount::get()));
	assert_eq!(bob + fee, 100 * DOLLAR);
	assert!((LEAST..DOLLAR).contains(&fee), "{fee}");
	assert_eq!(wire.backing(), (100 * DOLLAR, 100 * DOLLAR));

	let alice = wire.there(USDT, &id(Bob));
	let outcomes = wire.send(Bob, (usdt(), 40 * DOLLAR));
	assert!(matches!(outcomes[..], [Outcome::Complete { .. }]), "{outcomes:?}");
	assert_eq!(wire.usdt_of(&id(Bob)), bob - 40 * DOLLAR);
	let back = wire.there(USDT, &id(Bob)) - alice;
	assert!((39 * DOLLAR..40 * DOLLAR).contains(&back), "less the fee there: {back}");
	assert_eq!(wire.backing(), (60 * DOLLAR, 60 * DOLLAR));
}

#[test]
fn the_fee_in_a_stablecoin_is_what_the_runtime_api_says_at_the_rate_of_governance() {
	let mut wire = Wire::new();
	wire.ours.execute_with(|| {
		let weight = Weight::from_parts(5_000_000_000, 500_000);
		let fee = |id: Location| -> u128 {
			let id = VersionedAssetId::from(AssetId(id));
			let answer: Result<u128, xcm_runtime_apis::fees::Error> =
				runtime_api("XcmPaymentApi_query_weight_to_asset_fee", (weight, id));
			answer.expect("it is accepted")
		};
		// Two tokens are a dollar.
		assert_eq!(fee(usdt()), fee(Location::here()) * DOLLAR / (2 * UNIT));
		let accepted: Result<Vec<VersionedAssetId>, xcm_runtime_apis::fees::Error> =
			runtime_api("XcmPaymentApi_query_acceptable_payment_assets", 5_u32);
		let expected = [Location::here(), usdt()].map(|id| VersionedAssetId::from(AssetId(id)));
		assert_eq!(accepted.expect("there are some"), expected);
	});
}

// What does not.

#[test]
fn what_cannot_pay_is_trapped_and_only_its_sender_claims_it() {
	let mut wire = Wire::unlisted();
	wire.ours.execute_with(|| {
		let owner = AssetHubAccount::get().into();
		assert_ok!(OurAssets::force_create(OurOrigin::root(), USDT.into(), owner, true, LEAST));
	});
	// Listed, but it has no rate: nothing can be paid in it.
	assert_eq!(wire.send_home((usdt_there(), 50 * DOLLAR).into(), Bob), [false]);
	assert_eq!(wire.usdt_of(&id(Bob)), 0);
	let assets: Assets = (usdt(), 50 * DOLLAR).into();
	assert_eq!(wire.ours.execute_with(trapped), std::slice::from_ref(&assets));

	wire.ours.execute_with(set_rate);
	let claim = |assets: Assets| {
		Xcm(vec![
			ClaimAsset { assets, ticket: Here.into() },
			BuyExecution { fees: (usdt(), 10 * DOLLAR).into(), weight_limit: Unlimited },
			DepositAsset { assets: Wild(All), beneficiary: account(Bob) },
		])
	};
	// Neither another chain, nor more than there is.
	assert!(!wire.receive(2_001, claim(assets.clone())));
	assert!(!wire.receive(ASSET_HUB, claim((usdt(), 51 * DOLLAR).into())));
	assert_eq!(wire.usdt_of(&id(Bob)), 0);
	assert!(wire.receive(ASSET_HUB, claim(assets.clone())));
	let got = wire.usdt_of(&id(Bob));
	assert!((49 * DOLLAR..50 * DOLLAR).contains(&got), "{got}");
	assert_eq!(wire.backing(), (50 * DOLLAR, 50 * DOLLAR));
	// And not twice.
	assert!(!wire.receive(ASSET_HUB, claim(assets)));
	assert_eq!(wire.usdt_of(&id(Bob)), got);
}

#[test]
fn too_little_for_the_fee_is_trapped_and_less_than_the_least_balance_is_not_lost() {
	let mut wire = Wire::new();
	assert_eq!(wire.send_home((usdt_there(), LEAST).into(), Bob), [false]);
	assert_eq!(wire.usdt_of(&id(Bob)), 0);
	let assets: Assets = (usdt(), LEAST).into();
	assert_eq!(wire.ours.execute_with(trapped), [assets]);
}

#[test]
fn whoever_cannot_pay_for_the_delivery_sends_nothing() {
	let mut wire = Wire::new();
	wire.send_home((usdt_there(), 100 * DOLLAR).into(), Sr25519Keyring::One);
	let before = wire.usdt_of(&id(Sr25519Keyring::One));
	assert!(before > 0);
	wire.ours.execute_with(|| {
		assert_eq!(Balances::free_balance(id(Sr25519Keyring::One)), 0);
		assert_noop!(
			transfer(Sr25519Keyring::One, (usdt(), DOLLAR).into()),
			pallet_xcm::Error::<Runtime>::FeesNotMet
		);
	});
	assert!(wire.away().is_empty());
	assert_eq!(wire.usdt_of(&id(Sr25519Keyring::One)), before);
}

#[test]
fn a_message_that_does_not_pay_is_not_executed() {
	let mut wire = Wire::new();
	let deposit = || DepositAsset { assets: Wild(All), beneficiary: account(Bob) };
	let dollars: Assets = (usdt(), 100 * DOLLAR).into();
	for program in [
		vec![ReserveAssetDeposited(dollars.clone()), deposit()],
		vec![ReserveAssetDeposited(dollars.clone()), ClearOrigin, deposit()],
		vec![UnpaidExecution { weight_limit: Unlimited, check_origin: None }, deposit()],
		vec![deposit()],
		vec![],
	] {
		assert!(!wire.receive(ASSET_HUB, Xcm(program)));
		assert!(wire.ours.execute_with(trapped).is_empty(), "it is stopped at the barrier");
	}
	assert_eq!(wire.backing().0, 0);
}

#[test]
fn nobody_but_a_reserve_makes_money_and_nothing_is_teleported() {
	let mut wire = Wire::new();
	let issuance = wire.ours.execute_with(Balances::total_issuance);
	let (native, dollars): (Asset, Asset) =
		((Here, 100 * UNIT).into(), (usdt(), 100 * DOLLAR).into());
	let paid = |first: Instruction<()>, fees: &Asset| {
		Xcm(vec![
			first,
			BuyExecution { fees: fees.clone(), weight_limit: Unlimited },
			DepositAsset { assets: Wild(All), beneficiary: account(Bob) },
		])
	};
	for (from, program) in [
		// Another chain has no dollars, and Asset Hub none of our tokens to give away.
		(2_001, paid(ReserveAssetDeposited(dollars.clone().into()), &dollars)),
		(2_001, paid(ReserveAssetDeposited(native.clone().into()), &native)),
		(ASSET_HUB, paid(ReserveAssetDeposited(native.clone().into()), &native)),
		(ASSET_HUB, paid(ReceiveTeleportedAsset(dollars.clone().into()), &dollars)),
		(ASSET_HUB, paid(ReceiveTeleportedAsset(native.clone().into()), &native)),
		// It has nothing here to take out.
		(ASSET_HUB, paid(WithdrawAsset(native.clone().into()), &native)),
	] {
		assert!(!wire.receive(from, program.clone()), "{program:?}");
		assert!(wire.ours.execute_with(trapped).is_empty(), "{program:?}");
	}
	assert_eq!(wire.backing().0, 0);
	assert_eq!(wire.ours.execute_with(Balances::total_issuance), issuance);
}

#[test]
fn a_currency_of_our_own_with_the_same_number_cannot_be_had_from_asset_hub() {
	let mut wire = Wire::unlisted();
	// Anybody can create an asset with a free number on Asset Hub.
	wire.ours.execute_with(|| {
		let owner = TreasuryAccount::get().into();
		assert_ok!(OurAssets::force_create(OurOrigin::root(), USDT.into(), owner, true, LEAST));
		set_rate();
		assert!(!Stablecoins::is_listed(USDT));
		assert_eq!(Stablecoins::for_fees().count(), 0);
	});
	assert_eq!(wire.send_home((usdt_there(), 50 * DOLLAR).into(), Bob), [false]);
	assert_eq!(wire.backing().0, 0);
	wire.ours.execute_with(|| {
		assert_noop!(
			transfer(Alice, (usdt(), DOLLAR).into()),
			pallet_xcm::Error::<Runtime>::Filtered
		);
	});
}

#[test]
fn only_the_exact_place_on_asset_hub_is_the_stablecoin() {
	let mut wire = Wire::new();
	wire.ours.execute_with(|| {
		assert_eq!(Stablecoins::at(&usdt()), Some(USDT));
		let number = GeneralIndex(USDT.into());
		for other in [
			Location::new(1, [Parachain(ASSET_HUB), PalletInstance(51), number]),
			Location::new(1, [Parachain(2_001), PalletInstance(ASSET_HUB_ASSETS), number]),
			Location::new(2, [Parachain(ASSET_HUB), PalletInstance(ASSET_HUB_ASSETS), number]),
			Location::new(0, [PalletInstance(ASSET_HUB_ASSETS), number]),
			Location::new(0, [PalletInstance(21), number]),
			Location::new(1, [Parachain(ASSET_HUB), PalletInstance(ASSET_HUB_ASSETS)]),
			Location::new(
				1,
				[Parachain(ASSET_HUB), PalletInstance(ASSET_HUB_ASSETS), number, GeneralIndex(0)],
			),
			Location::new(
				1,
				[
					Parachain(ASSET_HUB),
					PalletInstance(ASSET_HUB_ASSETS),
					GeneralIndex(u128::from(USDT) + (1 << 32)),
				],
			),
		] {
			assert_eq!(Stablecoins::at(&other), None, "{other:?}");
		}
	});
}

#[test]
fn shares_never_leave() {
	let mut wire = Wire::new();
	wire.ours.execute_with(|| {
		let by = |who: Sr25519Keyring| OurOrigin::signed(id(who));
		let rule = Rule::HolderCap { max: 1 };
		let rules = RuleSet { rules: BoundedVec::truncate_from(vec![rule]), ..Default::default() };
		assert_ok!(cadastre_runtime::Compliance::publish_pack(by(Ferdie), rules));
		let asset = active_bond(Ferdie, 0, 1_000, 1);
		for name in [
			Location::new(0, [PalletInstance(51), GeneralIndex(asset.into())]),
			Location::new(0, [PalletInstance(21), GeneralIndex(asset.into())]),
			Location::new(0, [GeneralIndex(asset.into())]),
		] {
			for assets in [
				Assets::from(vec![(name.clone(), 1_u128).into()]),
				Assets::from(vec![(Here, UNIT).into(), (name.clone(), 1_u128).into()]),
			] {
				assert_noop!(transfer(Ferdie, assets), pallet_xcm::Error::<Runtime>::Filtered);
			}
		}
	});
	assert!(wire.away().is_empty());
}

#[test]
fn transact_reaches_the_list_and_nothing_else() {
	// The list in the documents is that of every call of the runtime.
	let rows = every_call()
		.into_iter()
		.filter(|call| SafeCalls::contains(&call.call))
		.map(|call| vec![format!("`{}`", call.path())]);
	page::compare("xcm.md", "calls", &page::table(&["Call"], rows));

	let mut wire = Wire::new();
	let attempt = |wire: &mut Wire, call: OurCall| {
		wire.ours.execute_with(|| {
			use frame_support::traits::fungible::Mutate;
			assert_ok!(Balances::mint_into(&AssetHubAccount::get(), 100 * UNIT));
		});
		let fees: Asset = (Here, 50 * UNIT).into();
		wire.receive(
			ASSET_HUB,
			Xcm(vec![
				WithdrawAsset(fees.clone().into()),
				BuyExecution { fees, weight_limit: Unlimited },
				Transact {
					origin_kind: OriginKind::SovereignAccount,
					fallback_max_weight: None,
					call: call.encode().into(),
				},
				ExpectTransactStatus(MaybeErrorCode::Success),
			]),
		)
	};
	let pay: OurCall =
		pallet_balances::Call::transfer_keep_alive { dest: id(Bob).into(), value: UNIT }.into();
	let before = wire.ours.execute_with(|| Balances::free_balance(id(Bob)));
	assert!(attempt(&mut wire, pay.clone()));
	assert_eq!(wire.ours.execute_with(|| Balances::free_balance(id(Bob))), before + UNIT);

	let batch: OurCall = pallet_utility::Call::batch_all { calls: vec![pay] }.into();
	assert!(!attempt(&mut wire, batch));
	for call in every_call() {
		if !SafeCalls::contains(&call.call) {
			assert!(!attempt(&mut wire, call.call.clone()), "{}", call.path());
		}
	}
	assert_eq!(wire.ours.execute_with(|| Balances::free_balance(id(Bob))), before + UNIT);
}
