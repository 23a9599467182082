// SPDX-License-Identifier: Apache-2.0

//! Messages from and to other chains: as little as a sovereign register needs.
//!
//! - A message can move the native token, of which this chain is the only reserve, and the payment
//!   currencies of Asset Hub that governance has listed, of which Asset Hub is the only reserve.
//!   Nothing is teleported, and nothing else is taken for money here.
//! - Shares are in no matcher, no trader and no pool: a message cannot name them.
//! - A message can call what [`SafeCalls`] lists, as the account of its sender and nobody else:
//!   no chain is root here, the relay chain neither.
//! - Whoever sends a message pays for it, in the native token or in a listed currency at the rate
//!   that governance has set.
//!
//! `docs/xcm.md` says which programs pass and what becomes of them.

use crate::{
	configs::{
		chain_governance::TreasuryAccount,
		monetary::{Currency, DepositPerByte, DepositPerItem, WeightFee, CENT},
		parameters::BytePrice,
	},
	AccountId, AllPalletsWithSystem, AssetRate, Assets, Balance, Balances, MessageQueue,
	ParachainInfo, ParachainSystem, PolkadotXcm, Runtime, RuntimeBlockWeights, RuntimeCall,
	RuntimeEvent, RuntimeHoldReason, RuntimeOrigin, XcmpQueue,
};
use alloc::vec::Vec;
use core::marker::PhantomData;
use cumulus_primitives_core::{AggregateMessageOrigin, ParaId};
use frame_support::{
	parameter_types,
	traits::{
		fungible::HoldConsideration,
		fungibles::{roles::Inspect as _, Inspect as _},
		tokens::{imbalance::ResolveTo, ConversionToAssetBalance},
		ConstU32, Contains, ContainsPair, Equals, Everything, LinearStoragePrice, Nothing,
		QueueFootprint, QueuePausedQuery, TransformOrigin,
	},
	weights::{Weight, WeightToFee},
};
use frame_system::EnsureRoot;
use pallet_message_queue::OnQueueChanged;
use pallet_xcm::XcmPassthrough;
use polkadot_parachain_primitives::primitives::Sibling;
use polkadot_runtime_common::xcm_sender::ExponentialPrice;
use sp_runtime::traits::{AccountIdConversion, Convert};
use xcm::latest::{
	prelude::{
		Asset, AssetId, Fungible, GeneralIndex, GlobalConsensus, InteriorLocation, Location,
		NetworkId, PalletInstance, Parachain, XcmContext,
	},
	Error as XcmError,
};
use xcm_builder::{
	AccountId32Aliases, AllowHrmpNotificationsFromRelayChain, AllowKnownQueryResponses,
	AllowSubscriptionsFrom, AllowTopLevelPaidExecutionFrom, DenyReserveTransferToRelayChain,
	DenyThenTry, DescribeAllTerminal, DescribeFamily, EnsureXcmOrigin, FixedWeightBounds,
	FrameTransactionalProcessor, FungibleAdapter, FungiblesAdapter, HashedDescription, IsConcrete,
	NoChecking, ParentIsPreset, RelayChainAsNative, SendXcmFeeToAccount, SiblingParachainAsNative,
	SiblingParachainConvertsVia, SignedAccountId32AsNative, SignedToAccountId32,
	SovereignSignedViaLocation, TakeWeightCredit, TrailingSetTopicAsId, UsingComponents,
	WithComputedOrigin, WithUniqueTopic, XcmFeeManagerFromComponents,
};
use xcm_executor::{
	traits::{Error as MatchError, MatchesFungibles, TransactAsset, WeightTrader},
	AssetsInHolding, XcmExecutor,
};

parameter_types! {
	/// The native token, and this chain, as seen from here.
	pub const HereLocation: Location = Location::here();
	pub const RelayLocation: Location = Location::parent();
	pub const RelayNetwork: Option<NetworkId> = Some(NetworkId::Polkadot);
	pub RelayChainOrigin: RuntimeOrigin = cumulus_pallet_xcm::Origin::Relay.into();
	pub UniversalLocation: InteriorLocation =
		[GlobalConsensus(NetworkId::Polkadot), Parachain(ParachainInfo::parachain_id().into())]
			.into();
}

/// The account here of a location elsewhere.
pub type LocationToAccountId = (
	// The relay chain.
	ParentIsPreset<AccountId>,
	// Another parachain.
	SiblingParachainConvertsVia<Sibling, AccountId>,
	// An account of this chain.
	AccountId32Aliases<RelayNetwork, AccountId>,
	// An account or a body of another chain.
	HashedDescription<AccountId, DescribeFamily<DescribeAllTerminal>>,
);

/// The parachain on which issuers of stablecoins issue them.
pub const ASSET_HUB: u32 = 1_000;

/// The pallet of Asset Hub that keeps them.
pub const ASSET_HUB_ASSETS: u8 = 50;

parameter_types! {
	pub AssetHubLocation: Location = Location::new(1, [Parachain(ASSET_HUB)]);
	/// The account here of Asset Hub itself.
	pub AssetHubAccount: AccountId = Sibling::from(ASSET_HUB).into_account_truncating();
	pub CheckingAccount: AccountId = PolkadotXcm::check_account();
}

/// The payment currencies of which Asset Hub is the reserve.
///
/// Governance lists one by creating it in `Assets` under the number that it has on Asset Hub, owned
/// by [`AssetHubAccount`]. The owner is the mark: a currency that has another one, though it may
/// have the same number as somebody's asset on Asset Hub, cannot be had from there.
pub struct Stablecoins;

impl Stablecoins {
	/// Whether Asset Hub is the reserve of a currency.
	pub fn is_listed(currency: u32) -> bool {
		Assets::owner(currency) == Some(AssetHubAccount::get())
	}

	/// The listed currency that a location names.
	pub fn at(location: &Location) -> Option<u32> {
		match location.unpack() {
			(1, [Parachain(ASSET_HUB), PalletInstance(ASSET_HUB_ASSETS), GeneralIndex(number)]) => {
				let currency = u32::try_from(*number).ok()?;
				Self::is_listed(currency).then_some(currency)
			},
			_ => None,
		}
	}

	/// Where a currency is on Asset Hub.
	pub fn location(currency: u32) -> Location {
		let inside =
			[Parachain(ASSET_HUB), PalletInstance(ASSET_HUB_ASSETS), GeneralIndex(currency.into())];
		Location::new(1, inside)
	}

	/// The listed currencies in which a message can be paid for: those with a rate.
	pub fn for_fees() -> impl Iterator<Item = AssetId> {
		pallet_asset_rate::ConversionRateToNative::<Runtime>::iter_keys().filter_map(|currency| {
			match currency {
				Currency::WithId(id) if Self::is_listed(id) => Some(AssetId(Self::location(id))),
				_ => None,
			}
		})
	}
}

impl MatchesFungibles<u32, Balance> for Stablecoins {
	fn matches_fungibles(asset: &Asset) -> Result<(u32, Balance), MatchError> {
		match (Self::at(&asset.id.0), &asset.fun) {
			(Some(currency), Fungible(amount)) => Ok((currency, *amount)),
			_ => Err(MatchError::AssetNotHandled),
		}
	}
}

impl ContainsPair<Asset, Location> for Stablecoins {
	/// Whether the location is the reserve of the asset.
	fn contains(asset: &Asset, reserve: &Location) -> bool {
		*reserve == AssetHubLocation::get() && Self::matches_fungibles(asset).is_ok()
	}
}

/// Moves the native token.
pub type NativeTransactor =
	FungibleAdapter<Balances, IsConcrete<HereLocation>, LocationToAccountId, AccountId, ()>;

/// Moves listed currencies of Asset Hub.
pub type StablecoinTransactor = FungiblesAdapter<
	Assets,
	Stablecoins,
	LocationToAccountId,
	AccountId,
	NoChecking,
	CheckingAccount,
>;

/// Moves the native token and listed currencies, and nothing else.
pub type AssetTransactor = (NativeTransactor, StablecoinTransactor);

/// With which origin a message calls. None of these is root.
pub type XcmOriginToCallOrigin = (
	SovereignSignedViaLocation<LocationToAccountId, RuntimeOrigin>,
	RelayChainAsNative<RelayChainOrigin, RuntimeOrigin>,
	SiblingParachainAsNative<cumulus_pallet_xcm::Origin, RuntimeOrigin>,
	SignedAccountId32AsNative<RelayNetwork, RuntimeOrigin>,
	XcmPassthrough<RuntimeOrigin>,
);

/// Messages from the relay chain or a parachain itself, not from somebody on it.
pub struct ParentOrSiblings;

impl Contains<Location> for ParentOrSiblings {
	fn contains(location: &Location) -> bool {
		matches!(location.unpack(), (1, []) | (1, [Parachain(_)]))
	}
}

/// Which messages are executed: those that pay, answers to our questions, and notices about
/// versions and channels.
pub type Barrier = TrailingSetTopicAsId<
	DenyThenTry<
		DenyReserveTransferToRelayChain,
		(
			TakeWeightCredit,
			AllowKnownQueryResponses<PolkadotXcm>,
			WithComputedOrigin<
				(
					AllowTopLevelPaidExecutionFrom<Everything>,
					AllowSubscriptionsFrom<ParentOrSiblings>,
					AllowHrmpNotificationsFromRelayChain,
				),
				UniversalLocation,
				ConstU32<8>,
			>,
		),
	>,
>;

/// What a message may call: plain payments and remarks. Batches, proxies and multisigs are not in
/// the list, so nothing can be wrapped.
pub struct SafeCalls;

impl Contains<RuntimeCall> for SafeCalls {
	fn contains(call: &RuntimeCall) -> bool {
		#[cfg(feature = "canary")]
		if crate::canary::is_removed(crate::canary::Guard::Messages) {
			return true;
		}
		matches!(
			call,
			RuntimeCall::System(
				frame_system::Call::remark { .. } | frame_system::Call::remark_with_event { .. }
			) | RuntimeCall::Balances(
				pallet_balances::Call::transfer_allow_death { .. }
					| pallet_balances::Call::transfer_keep_alive { .. }
					| pallet_balances::Call::transfer_all { .. }
			) | RuntimeCall::Assets(
				pallet_assets::Call::transfer { .. }
					| pallet_assets::Call::transfer_keep_alive { .. }
					| pallet_assets::Call::transfer_all { .. }
			)
		)
	}
}

parameter_types! {
	/// What an instruction may take: measured ones are far below.
	pub UnitWeightCost: Weight = Weight::from_parts(1_000_000_000, 64 * 1024);
	pub const MaxInstructions: u32 = 100;
	pub const MaxAssetsIntoHolding: u32 = 8;
}

/// Weighs a message by its instructions.
pub type Weigher = FixedWeightBounds<UnitWeightCost, RuntimeCall, MaxInstructions>;

/// Takes fees for execution in the native token, for the treasury.
pub type NativeTrader = UsingComponents<
	WeightFee,
	HereLocation,
	AccountId,
	Balances,
	ResolveTo<TreasuryAccount, Balances>,
>;

/// Takes fees for execution in a listed currency, at the rate of `AssetRate`, for the treasury.
///
/// One message pays in one currency. What it pays is never below the least balance of the currency,
/// so that the treasury can hold it.
pub struct StablecoinTrader {
	bought: Weight,
	paid: AssetsInHolding,
	currency: Option<AssetId>,
}

impl StablecoinTrader {
	/// What a weight costs, rounded down to the smallest unit.
	fn price(weight: Weight, currency: &AssetId) -> Result<Balance, XcmError> {
		let id = Stablecoins::at(&currency.0).ok_or(XcmError::AssetNotFound)?;
		let fee = WeightFee::weight_to_fee(&weight);
		let price = AssetRate::to_asset_balance(fee, Currency::WithId(id))
			.map_err(|_| XcmError::AssetNotFound)?;
		Ok(price.max(Assets::minimum_balance(id)))
	}
}

impl WeightTrader for StablecoinTrader {
	fn new() -> Self {
		Self { bought: Weight::zero(), paid: AssetsInHolding::new(), currency: None }
	}

	fn buy_weight(
		&mut self,
		weight: Weight,
		mut payment: AssetsInHolding,
		context: &XcmContext,
	) -> Result<AssetsInHolding, (AssetsInHolding, XcmError)> {
		let offered = payment
			.fungible_assets_iter()
			.map(|asset| asset.id)
			.find(|id| Stablecoins::at(&id.0).is_some());
		let Some(currency) = offered else { return Err((payment, XcmError::AssetNotFound)) };
		if self.currency.as_ref().is_some_and(|before| *before != currency) {
			return Err((payment, XcmError::NotHoldingFees));
		}
		let price = match self.quote_weight(weight, currency.clone(), context) {
			Ok(price) => price,
			Err(error) => return Err((payment, error)),
		};
		match payment.try_take(price.into()) {
			Ok(taken) => {
				self.paid.subsume_assets(taken);
				self.bought = self.bought.saturating_add(weight);
				self.currency = Some(currency);
				Ok(payment)
			},
			Err(_) => Err((payment, XcmError::TooExpensive)),
		}
	}

	fn refund_weight(&mut self, weight: Weight, _: &XcmContext) -> Option<AssetsInHolding> {
		let currency = self.currency.clone()?;
		self.bought = self.bought.saturating_sub(weight);
		let due = Self::price(self.bought, &currency).ok()?;
		let paid: Balance = self
			.paid
			.fungible_assets_iter()
			.map(|asset| match asset.fun {
				Fungible(amount) => amount,
				_ => 0,
			})
			.sum();
		let excess = paid.checked_sub(due).filter(|excess| *excess > 0)?;
		let refund: Asset = (currency, excess).into();
		self.paid.try_take(refund.into()).ok()
	}

	fn quote_weight(
		&mut self,
		weight: Weight,
		currency: AssetId,
		_: &XcmContext,
	) -> Result<Asset, XcmError> {
		let price = Self::price(weight, &currency)?;
		Ok((currency, price).into())
	}
}

impl Drop for StablecoinTrader {
	fn drop(&mut self) {
		let paid = core::mem::replace(&mut self.paid, AssetsInHolding::new());
		if let Some(account) = self.currency.as_ref().map(|_| TreasuryAccount::get()) {
			let treasury = xcm::latest::prelude::AccountId32 { network: None, id: account.into() };
			// What the treasury cannot hold is burnt, as the credit is dropped.
			let _ = StablecoinTransactor::deposit_asset(paid, &treasury.into(), None);
		}
	}
}

/// Takes fees in the native token, or else in a listed currency.
pub type Trader = (NativeTrader, StablecoinTrader);

/// The executor of messages.
pub struct XcmConfig;

impl xcm_executor::Config for XcmConfig {
	type RuntimeCall = RuntimeCall;
	type XcmSender = XcmRouter;
	type XcmEventEmitter = PolkadotXcm;
	type AssetTransactor = AssetTransactor;
	type OriginConverter = XcmOriginToCallOrigin;
	type IsReserve = Stablecoins;
	type IsTeleporter = ();
	type Aliasers = Nothing;
	type UniversalLocation = UniversalLocation;
	type Barrier = Barrier;
	type Weigher = Weigher;
	type Trader = Trader;
	type ResponseHandler = PolkadotXcm;
	type AssetTrap = PolkadotXcm;
	type AssetLocker = ();
	type AssetExchanger = ();
	type SubscriptionService = PolkadotXcm;
	type PalletInstancesInfo = AllPalletsWithSystem;
	type MaxAssetsIntoHolding = MaxAssetsIntoHolding;
	type FeeManager = XcmFeeManagerFromComponents<
		Equals<HereLocation>,
		SendXcmFeeToAccount<Self::AssetTransactor, TreasuryAccount>,
	>;
	type MessageExporter = ();
	type UniversalAliases = Nothing;
	type CallDispatcher = RuntimeCall;
	type SafeCallFilter = SafeCalls;
	type TransactionalProcessor = FrameTransactionalProcessor;
	type HrmpNewChannelOpenRequestHandler = ();
	type HrmpChannelAcceptedHandler = ();
	type HrmpChannelClosingHandler = ();
	type XcmRecorder = PolkadotXcm;
}

parameter_types! {
	/// What the delivery of messages is paid in.
	pub FeeAssetId: AssetId = AssetId(HereLocation::get());
	/// What the delivery of an empty message costs while the channel is not congested.
	pub const BaseDeliveryFee: Balance = 3 * CENT;
}

/// The price of a message to the relay chain; rises while the queue is long.
pub type PriceForParentDelivery =
	ExponentialPrice<FeeAssetId, BaseDeliveryFee, BytePrice, ParachainSystem>;

/// The price of a message to another parachain; rises while the queue is long.
pub type PriceForSiblingDelivery =
	ExponentialPrice<FeeAssetId, BaseDeliveryFee, BytePrice, XcmpQueue>;

/// To the relay chain, and to other parachains.
pub type XcmRouter = WithUniqueTopic<(
	cumulus_primitives_utility::ParentAsUmp<ParachainSystem, PolkadotXcm, PriceForParentDelivery>,
	XcmpQueue,
)>;

/// The location of a signed origin.
pub type LocalOriginToLocation = SignedToAccountId32<RuntimeOrigin, AccountId, RelayNetwork>;

/// Transfers of nothing but the native token and listed currencies.
pub struct OnlyMoney;

impl Contains<(Location, Vec<Asset>)> for OnlyMoney {
	fn contains((_, assets): &(Location, Vec<Asset>)) -> bool {
		assets.iter().all(|asset| {
			asset.id.0 == HereLocation::get() || Stablecoins::matches_fungibles(asset).is_ok()
		})
	}
}

parameter_types! {
	pub const AuthorizeAliasHoldReason: RuntimeHoldReason =
		RuntimeHoldReason::PolkadotXcm(pallet_xcm::HoldReason::AuthorizeAlias);
}

impl pallet_xcm::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type CurrencyMatcher = ();
	type AuthorizedAliasConsideration = HoldConsideration<
		AccountId,
		Balances,
		AuthorizeAliasHoldReason,
		LinearStoragePrice<DepositPerItem, DepositPerByte, Balance>,
	>;
	// Only root sends messages as it likes: to open channels, for instance.
	type SendXcmOrigin = EnsureXcmOrigin<RuntimeOrigin, ()>;
	type XcmRouter = XcmRouter;
	type ExecuteXcmOrigin = EnsureXcmOrigin<RuntimeOrigin, LocalOriginToLocation>;
	type XcmExecuteFilter = Nothing;
	type XcmExecutor = XcmExecutor<XcmConfig>;
	type XcmTeleportFilter = Nothing;
	type XcmReserveTransferFilter = OnlyMoney;
	type Weigher = Weigher;
	type UniversalLocation = UniversalLocation;
	type RuntimeOrigin = RuntimeOrigin;
	type RuntimeCall = RuntimeCall;
	const VERSION_DISCOVERY_QUEUE_SIZE: u32 = 100;
	type AdvertisedXcmVersion = pallet_xcm::CurrentXcmVersion;
	type AdminOrigin = EnsureRoot<AccountId>;
	type TrustedLockers = ();
	type SovereignAccountOf = LocationToAccountId;
	type MaxLockers = ConstU32<8>;
	type MaxRemoteLockConsumers = ConstU32<0>;
	type RemoteLockConsumerIdentifier = ();
	// The pallet has no weights of its own.
	type WeightInfo = crate::weights::pallet_xcm::WeightInfo<Runtime>;
}

impl cumulus_pallet_xcm::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type XcmExecutor = XcmExecutor<XcmConfig>;
}

/// The queue of a parachain, by its id.
pub struct ParaIdToSibling;

impl Convert<ParaId, AggregateMessageOrigin> for ParaIdToSibling {
	fn convert(id: ParaId) -> AggregateMessageOrigin {
		AggregateMessageOrigin::Sibling(id)
	}
}

impl cumulus_pallet_xcmp_queue::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ChannelInfo = ParachainSystem;
	type VersionWrapper = PolkadotXcm;
	type XcmpQueue = TransformOrigin<MessageQueue, AggregateMessageOrigin, ParaId, ParaIdToSibling>;
	type MaxInboundSuspended = ConstU32<1_000>;
	type MaxActiveOutboundChannels = ConstU32<128>;
	// Channels carry messages of 100 KiB; a page must hold one.
	type MaxPageSize = ConstU32<{ 103 * 1024 }>;
	type ControllerOrigin = EnsureRoot<AccountId>;
	type ControllerOriginConverter = XcmOriginToCallOrigin;
	type PriceForSiblingDelivery = PriceForSiblingDelivery;
	type WeightInfo = crate::weights::cumulus_pallet_xcmp_queue::WeightInfo<Runtime>;
}

/// Tells the queue of messages between parachains of the messages that are its own.
pub struct SiblingsOnly<Inner>(PhantomData<Inner>);

impl<Inner: QueuePausedQuery<ParaId>> QueuePausedQuery<AggregateMessageOrigin>
	for SiblingsOnly<Inner>
{
	fn is_paused(origin: &AggregateMessageOrigin) -> bool {
		match origin {
			AggregateMessageOrigin::Sibling(id) => Inner::is_paused(id),
			AggregateMessageOrigin::Here | AggregateMessageOrigin::Parent => false,
		}
	}
}

impl<Inner: OnQueueChanged<ParaId>> OnQueueChanged<AggregateMessageOrigin> for SiblingsOnly<Inner> {
	fn on_queue_changed(origin: AggregateMessageOrigin, footprint: QueueFootprint) {
		if let AggregateMessageOrigin::Sibling(id) = origin {
			Inner::on_queue_changed(id, footprint);
		}
	}
}

parameter_types! {
	/// A block spends at most this on messages that wait.
	pub MessageQueueServiceWeight: Weight =
		sp_runtime::Perbill::from_percent(35) * RuntimeBlockWeights::get().max_block;
}

impl pallet_message_queue::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	#[cfg(not(feature = "runtime-benchmarks"))]
	type MessageProcessor =
		xcm_builder::ProcessXcmMessage<AggregateMessageOrigin, XcmExecutor<XcmConfig>, RuntimeCall>;
	#[cfg(feature = "runtime-benchmarks")]
	type MessageProcessor =
		pallet_message_queue::mock_helpers::NoopMessageProcessor<AggregateMessageOrigin>;
	type Size = u32;
	type QueueChangeHandler = SiblingsOnly<XcmpQueue>;
	type QueuePausedQuery = SiblingsOnly<XcmpQueue>;
	type HeapSize = ConstU32<{ 103 * 1024 }>;
	type MaxStale = ConstU32<8>;
	type ServiceWeight = MessageQueueServiceWeight;
	type IdleMaxServiceWeight = MessageQueueServiceWeight;
	type WeightInfo = crate::weights::pallet_message_queue::WeightInfo<Runtime>;
}
