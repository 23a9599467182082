// SPDX-License-Identifier: Apache-2.0

//! An asset with holders of several countries, an issuer and money, for the tests of income and of
//! resolutions. Whatever a person does is a signed transaction.

use super::{active_bond, apply, begin_block, begin_block_in, nonce, signed};
use cadastre_primitives::{
	token::UNIT, AssetClass, AssetId, Balance, Claims, CountryCode, Flags, InvestorId, Moment,
	ResolutionId,
};
use cadastre_runtime::{
	configs::{chain_governance::Origin, collation::SLOT_DURATION, monetary::Currency},
	AccountId, AllPalletsWithSystem, Assets, Compliance, Dao, Dividends, Runtime, RuntimeCall,
	RuntimeOrigin, Shares, System, Timestamp,
};
use frame_support::{
	assert_ok,
	traits::{fungibles::Inspect, OnIdle, OnPoll, UnixTime},
	weights::{Weight, WeightMeter},
};
use pallet_compliance::rules::{Rule, RuleSet, Sides};
use sp_keyring::Sr25519Keyring::{self, *};
use sp_runtime::{BoundedVec, DispatchResult, Permill};

pub const ASSET: AssetId = 0;
/// A payment currency that is no native token.
pub const CENTS: Currency = Currency::WithId(1);
pub const NATIVE: Currency = Currency::Native;
pub const ISSUER: Sr25519Keyring = Ferdie;
/// The provider of everybody but [`One`].
pub const PROVIDER: Sr25519Keyring = Dave;
/// The provider of [`One`], number 1.
pub const OTHER_PROVIDER: Sr25519Keyring = Eve;
/// Holds nothing, and is nobody's key.
pub const STRANGER: Sr25519Keyring = BobStash;
pub const DAY: Moment = 24 * 60 * 60;
/// Whose shares are 1,000 units together. Alice pays tax in Switzerland, Bob in Germany, Charlie in
/// the United States, which no table names, and One in Singapore, which taxes nothing.
pub const HOLDERS: [(Sr25519Keyring, CountryCode, Balance); 4] =
	[(Alice, *b"CH", 500), (Bob, *b"DE", 300), (Charlie, *b"US", 150), (One, *b"SG", 50)];
/// The pack that the asset follows, and one that admits professionals only.
pub const PACK: u32 = 0;
pub const STRICT_PACK: u32 = 1;

pub fn by(who: Sr25519Keyring) -> RuntimeOrigin {
	RuntimeOrigin::signed(who.to_account_id())
}

pub fn claims(country: CountryCode) -> Claims {
	let flags = Flags::KYC.with(Flags::AML);
	let (residence, tax_residence) = (country, country);
	Claims { residence, tax_residence, flags, valid_from: 0, valid_until: 4_000_000_000 }
}

pub fn investor(who: Sr25519Keyring) -> InvestorId {
	Compliance::key(who.to_account_id()).expect("it is a key").investor
}

fn requires(flags: Flags) -> RuleSet {
	let rule = Rule::Required { side: Sides::Both, flags };
	RuleSet { rules: BoundedVec::truncate_from(vec![rule]), ..Default::default() }
}

/// The asset with its holders, the tables of tax and the money, at block 1.
pub fn stage() {
	begin_block(1);
	let terms = pallet_compliance::Terms::WIDEST;
	let other = OTHER_PROVIDER.to_account_id();
	assert_ok!(Compliance::appoint_provider(RuntimeOrigin::root(), other, terms));
	for (who, country, _) in HOLDERS {
		let provider = if who == One { OTHER_PROVIDER } else { PROVIDER };
		assert_ok!(Compliance::admit(by(provider), who.to_account_id(), claims(country)));
	}
	assert_ok!(Compliance::publish_pack(by(ISSUER), requires(Flags::KYC)));
	assert_ok!(Compliance::publish_pack(by(ISSUER), requires(Flags::PROFESSIONAL)));
	assert_eq!(active_bond(ISSUER, PACK, 1_000_000, 1), ASSET);
	for (who, _, units) in HOLDERS {
		assert_ok!(Shares::issue(by(ISSUER), ASSET, who.to_account_id(), units));
	}
	let owner = ISSUER.to_account_id();
	assert_ok!(Assets::force_create(
		Origin::AssetAdmin.into(),
		1.into(),
		owner.clone().into(),
		true,
		1
	));
	assert_ok!(Assets::mint(by(ISSUER), 1.into(), owner.into(), 1_000_000 * UNIT));
	let rates = [(*b"CH", 35), (*b"DE", 15), (*b"SG", 0)];
	let rates = rates.map(|(country, percent)| (country, Permill::from_percent(percent)));
	assert_ok!(Dividends::set_tax_table(
		Origin::AssetAdmin.into(),
		AssetClass::Debt,
		Permill::from_percent(30),
		BoundedVec::truncate_from(rates.to_vec()),
	));
	System::reset_events();
}

/// A signed transaction, which must be valid; answers what the call did.
pub fn submit(who: Sr25519Keyring, call: impl Into<RuntimeCall>) -> DispatchResult {
	let nonce = nonce(&who.to_account_id());
	apply(signed(who, nonce, call.into())).expect("the transaction is valid")
}

pub fn now() -> Moment {
	<Timestamp as UnixTime>::now().as_secs()
}

/// Goes on to the first block at or after a moment, and runs what every block runs.
pub fn wait_until(moment: Moment) {
	let slot = moment.div_ceil(SLOT_DURATION / 1_000);
	let number = System::block_number() + 1;
	if moment > now() {
		begin_block_in(number, slot);
		let limit = <Runtime as frame_system::Config>::BlockWeights::get().max_block;
		let mut meter = WeightMeter::with_limit(limit);
		AllPalletsWithSystem::on_poll(number, &mut meter);
	}
}

pub fn wait(seconds: Moment) {
	wait_until(now() + seconds);
}

/// What a block does with the room that transactions left.
pub fn idle(room: Weight) -> Weight {
	AllPalletsWithSystem::on_idle(System::block_number(), room)
}

pub fn money(currency: Currency, who: &AccountId) -> Balance {
	<cadastre_runtime::configs::monetary::Currencies as Inspect<_>>::balance(currency, who)
}

/// Every invariant of the pallets that are concerned.
pub fn check() {
	assert_ok!(Shares::do_try_state());
	assert_ok!(Dividends::do_try_state());
	assert_ok!(Dao::do_try_state());
}

/// The events of the block so far, of one pallet.
pub fn events<E>(of: impl Fn(cadastre_runtime::RuntimeEvent) -> Option<E>) -> Vec<E> {
	System::events().into_iter().filter_map(|record| of(record.event)).collect()
}

/// The number of the last resolution.
pub fn last_resolution() -> ResolutionId {
	pallet_dao::NextResolutionId::<Runtime>::get().checked_sub(1).expect("there is one")
}
