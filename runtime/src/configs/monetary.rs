// SPDX-License-Identifier: Apache-2.0

//! The native token, payment currencies, and what transactions and storage cost.
//!
//! - Fees are paid in the native token. 80 % of a fee goes to the treasury; 20 % and the whole tip
//!   go to the collators' pot, of which the author of a block takes half.
//! - Fees in a listed stablecoin need a transaction extension that carries the currency
//!   (`ChargeAssetTxPayment`) and a price for it. Wallets know that extension, but the chain has no
//!   market that would give the price, so fees are native until governance lists one.
//! - `Assets` holds payment currencies only. Shares are in `Shares`, which no other pallet moves.

use crate::{
	configs::{
		chain_governance::{AssetAdmin, TreasuryAccount},
		parameters::BytePrice,
	},
	AccountId, Assets, Balance, Balances, CollatorSelection, Runtime, RuntimeEvent,
	RuntimeFreezeReason, RuntimeHoldReason, System,
};
use cadastre_primitives::token::{MILLIUNIT, UNIT};
use frame_support::{
	parameter_types,
	traits::{
		fungible::{Credit, NativeFromLeft, NativeOrWithId, UnionOf},
		tokens::imbalance::ResolveTo,
		AsEnsureOriginWithArg, ConstU32, ConstU8, EitherOf, EitherOfDiverse, Imbalance,
		OnUnbalanced, VariantCountOf,
	},
	weights::{constants::ExtrinsicBaseWeight, ConstantMultiplier, Weight, WeightToFee},
};
use frame_system::{EnsureRoot, EnsureRootWithSuccess};
use polkadot_runtime_common::SlowAdjustingFeeUpdate;

/// A hundredth of a token.
pub const CENT: Balance = UNIT / 100;

/// A thousandth of a hundredth of a token.
pub const MILLICENT: Balance = CENT / 1_000;

/// The least balance of an account: 0.01 CDST. An account that falls below it is removed, and the
/// rest goes to the treasury.
pub const EXISTENTIAL_DEPOSIT: Balance = CENT;

/// The deposit for storage, in the smallest unit: 0.1 CDST an item and 0.001 CDST a byte.
pub const fn deposit(items: u32, bytes: u32) -> Balance {
	DEPOSIT_PER_ITEM * items as Balance + DEPOSIT_PER_BYTE * bytes as Balance
}

/// The deposit for a storage item.
pub const DEPOSIT_PER_ITEM: Balance = 10 * CENT;

/// The deposit for a byte in storage.
pub const DEPOSIT_PER_BYTE: Balance = MILLIUNIT;

parameter_types! {
	pub const ExistentialDeposit: Balance = EXISTENTIAL_DEPOSIT;
	pub const DepositPerItem: Balance = DEPOSIT_PER_ITEM;
	pub const DepositPerByte: Balance = DEPOSIT_PER_BYTE;
	pub CollatorPot: AccountId = CollatorSelection::account_id();
}

impl pallet_balances::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type Balance = Balance;
	type DustRemoval = ResolveTo<TreasuryAccount, Balances>;
	type ExistentialDeposit = ExistentialDeposit;
	type AccountStore = System;
	type ReserveIdentifier = [u8; 8];
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxLocks = ConstU32<50>;
	type MaxReserves = ConstU32<50>;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type DoneSlashHandler = ();
	type WeightInfo = crate::weights::pallet_balances::WeightInfo<Runtime>;
}

parameter_types! {
	pub const AssetDeposit: Balance = deposit(1, 190);
	pub const AssetAccountDeposit: Balance = deposit(1, 34);
	pub const ApprovalDeposit: Balance = deposit(1, 32);
	pub const MetadataDepositBase: Balance = deposit(1, 68);
	pub const MetadataDepositPerByte: Balance = deposit(0, 1);
}

impl pallet_assets::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Balance = Balance;
	type AssetId = u32;
	type AssetIdParameter = codec::Compact<u32>;
	type ReserveData = ();
	type Currency = Balances;
	// The treasury owns what governance creates; `force_create` names another owner.
	type CreateOrigin = AsEnsureOriginWithArg<
		EitherOf<
			EnsureRootWithSuccess<AccountId, TreasuryAccount>,
			frame_system::EnsureWithSuccess<AssetAdmin, AccountId, TreasuryAccount>,
		>,
	>;
	type ForceOrigin = EitherOfDiverse<EnsureRoot<AccountId>, AssetAdmin>;
	type AssetDeposit = AssetDeposit;
	type AssetAccountDeposit = AssetAccountDeposit;
	type MetadataDepositBase = MetadataDepositBase;
	type MetadataDepositPerByte = MetadataDepositPerByte;
	type ApprovalDeposit = ApprovalDeposit;
	type StringLimit = ConstU32<50>;
	type RemoveItemsLimit = ConstU32<1_000>;
	type Freezer = ();
	type Holder = ();
	type Extra = ();
	type CallbackHandle = ();
	type AssetIdAllocator = ();
	type WeightInfo = crate::weights::pallet_assets::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

/// A payment currency: the native token or one of `Assets`.
pub type Currency = NativeOrWithId<u32>;

/// Every payment currency behind one interface.
pub type Currencies = UnionOf<Balances, Assets, NativeFromLeft, Currency, AccountId>;

impl pallet_asset_rate::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type CreateOrigin = EitherOfDiverse<EnsureRoot<AccountId>, AssetAdmin>;
	type RemoveOrigin = EitherOfDiverse<EnsureRoot<AccountId>, AssetAdmin>;
	type UpdateOrigin = EitherOfDiverse<EnsureRoot<AccountId>, AssetAdmin>;
	type Currency = Balances;
	type AssetKind = Currency;
	type WeightInfo = crate::weights::pallet_asset_rate::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::CurrencyArguments;
}

/// What an extrinsic without any work costs.
const BASE_FEE: Balance = CENT / 10;

/// The bytes of proof that cost as much as [`BASE_FEE`]: as many as an extrinsic without any work
/// could use if the proof of a block were shared like its time.
const PROOF_BYTES_PER_BASE_FEE: Balance = 600;

/// The fee for a weight: for its time or for its proof, whichever is more.
pub struct WeightFee;

impl WeightToFee for WeightFee {
	type Balance = Balance;

	fn weight_to_fee(weight: &Weight) -> Balance {
		let base = Balance::from(ExtrinsicBaseWeight::get().ref_time()).max(1);
		let time = BASE_FEE.saturating_mul(weight.ref_time().into()) / base;
		let proof = BASE_FEE.saturating_mul(weight.proof_size().into()) / PROOF_BYTES_PER_BASE_FEE;
		time.max(proof)
	}
}

/// Shares fees out: 80 % to the treasury, 20 % and the tip to the collators' pot.
pub struct ShareFees;

impl OnUnbalanced<Credit<AccountId, Balances>> for ShareFees {
	fn on_unbalanceds(mut fees_then_tips: impl Iterator<Item = Credit<AccountId, Balances>>) {
		let Some(fees) = fees_then_tips.next() else { return };
		let (treasury, mut pot) = fees.ration(80, 20);
		if let Some(tips) = fees_then_tips.next() {
			tips.merge_into(&mut pot);
		}
		ResolveTo::<TreasuryAccount, Balances>::on_unbalanced(treasury);
		ResolveTo::<CollatorPot, Balances>::on_unbalanced(pot);
	}
}

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type OnChargeTransaction = pallet_transaction_payment::FungibleAdapter<Balances, ShareFees>;
	type WeightToFee = WeightFee;
	type LengthToFee = ConstantMultiplier<Balance, BytePrice>;
	// Rises when blocks are more than a quarter full and falls when they are less.
	type FeeMultiplierUpdate = SlowAdjustingFeeUpdate<Runtime>;
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightInfo = crate::weights::pallet_transaction_payment::WeightInfo<Runtime>;
}
