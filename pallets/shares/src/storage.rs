// SPDX-License-Identifier: Apache-2.0

//! What the pallet stores, who pays for it, and how it goes away. A section of the pallet.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod storage {
	/// The book of each asset. Paid for by the deposit that the registry of assets takes for the
	/// asset; removed when the asset is closed with no share in issue.
	// Asset ids are chosen by the chain, one after the other: nobody can unbalance the trie.
	#[pallet::storage]
	pub type Books<T: Config> = StorageMap<_, Twox64Concat, AssetId, Book<T::AccountId>>;

	/// What each investor holds of each asset. Paid for by the fee of the movement that creates it;
	/// removed as soon as it is empty.
	// Both ids are chosen by the chain, one after the other: nobody can unbalance the trie.
	#[pallet::storage]
	pub type Positions<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, InvestorId, Position, ValueQuery>;

	/// How many holders of each asset are counted in each country, by class. Paid for by the fee of
	/// the movement that creates it; removed with the last holder of the country.
	// A country is one of 250.
	#[pallet::storage]
	pub type CountryHolders<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, Country, ClassCounts, ValueQuery>;

	/// What of a position is locked up. Paid for by the fee of the movement that creates it;
	/// removed with the first change of the position after the last lock-up, or by `prune`.
	#[pallet::storage]
	pub type Lots<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, InvestorId, LotList, ValueQuery>;

	/// What an investor has given in the running window. Paid for by the fee of the movement that
	/// creates it; removed by `prune` when the window has ended, or with the position.
	#[pallet::storage]
	pub type Given<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		AssetId,
		Twox64Concat,
		InvestorId,
		GivenRecord,
		ValueQuery,
	>;

	/// What a position remembers of older checkpoints than its last. Paid for by the fee of the
	/// movement that creates it; shortened with each change of the position, and by `prune`.
	#[pallet::storage]
	pub type History<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, InvestorId, PastList, ValueQuery>;

	/// The checkpoints of each asset that somebody refers to. Who refers to one pays for it; it is
	/// removed with the last reference.
	#[pallet::storage]
	pub type CheckpointsOf<T: Config> =
		StorageMap<_, Twox64Concat, AssetId, CheckpointList, ValueQuery>;

	/// What of a position is held, and what for. Paid for by whoever holds it; removed with the
	/// last hold, which anybody can release once it has expired.
	#[pallet::storage]
	pub type Holds<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		AssetId,
		Twox64Concat,
		InvestorId,
		HoldList<<T as Config>::RuntimeHoldReason>,
		ValueQuery,
	>;

	/// An allowance, with its deposit.
	pub type AllowanceOf<T> = Allowance<<T as Config>::EntryDeposit>;

	/// What accounts may order for owners: by asset, the account that allowed it, and the account
	/// that may. Who allowed it pays; removed when it is used up or ended, and once it has expired
	/// by anybody.
	// Accounts are chosen by users: a cryptographic hash.
	#[pallet::storage]
	pub type Allowances<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, AssetId>,
			NMapKey<Blake2_128Concat, T::AccountId>,
			NMapKey<Blake2_128Concat, T::AccountId>,
		),
		AllowanceOf<T>,
	>;

	/// An entry of a deny list, with its deposit.
	pub type DenialOf<T> =
		Denial<<T as frame_system::Config>::AccountId, <T as Config>::EntryDeposit>;

	/// Who is on the deny list of each asset. The issuer pays for its entries; the authority's go
	/// with its decision.
	#[pallet::storage]
	pub type Denied<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AssetId, Twox64Concat, InvestorId, DenialOf<T>>;

	/// Into which class the shares of an asset can be converted. Paid for with the asset; removed
	/// by the issuer, or with the book.
	#[pallet::storage]
	pub type Conversions<T: Config> = StorageMap<_, Twox64Concat, AssetId, Conversion>;

	/// Open orders. The proposer pays, and is paid back when the order ends.
	// Ids are given by the chain in sequence: a short hash.
	#[pallet::storage]
	pub type Orders<T: Config> = StorageMap<_, Twox64Concat, OrderId, OrderOf<T>>;

	/// The open orders against each target, at most [`Config::MaxOrders`]. Paid for with the orders,
	/// removed with the last of them.
	// The ids in a target are given by the chain, and an order names only what exists.
	#[pallet::storage]
	pub type OrdersOf<T: Config> = StorageMap<_, Twox64Concat, Target, OrderListOf<T>, ValueQuery>;

	/// The id of the next order. Ids are never reused.
	#[pallet::storage]
	pub type NextOrderId<T: Config> = StorageValue<_, OrderId, ValueQuery>;
}
