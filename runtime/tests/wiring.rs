// SPDX-License-Identifier: Apache-2.0

//! How the runtime is put together: what other programs rely on by name, index or order.

mod common;

use cadastre_runtime::{
	configs::chain_governance::TracksInfo, AssetRegistry, Assets, Balances, CollatorSelection,
	Compliance, ConvictionVoting, ParachainSystem, Preimage, Referenda, Runtime, RuntimeCall,
	RuntimeOrigin, Shares, System, TechnicalCommittee, Treasury, TxExtension,
};
use common::{begin_block, chain, draft_bond, runtime_api};
use frame_support::{
	assert_noop, assert_ok,
	traits::{Currency, GetCallMetadata, OriginTrait, PalletInfoAccess},
};
use pallet_compliance::{Rule, RuleSet};
use pallet_referenda::TracksInfo as _;
use sp_keyring::Sr25519Keyring::{Alice, Eve, Ferdie};
use sp_runtime::{traits::TransactionExtension, DispatchError};
use std::collections::BTreeSet;

#[test]
fn our_pallets_have_the_index_of_their_layer() {
	assert_eq!(Compliance::index(), 50);
	assert_eq!(Shares::index(), 51);
	assert_eq!(AssetRegistry::index(), 52);
}

#[test]
fn the_pallets_that_apps_and_nodes_look_for_have_their_names() {
	for (name, expected) in [
		(System::name(), "System"),
		(ParachainSystem::name(), "ParachainSystem"),
		(Balances::name(), "Balances"),
		(Assets::name(), "Assets"),
		(Referenda::name(), "Referenda"),
		(ConvictionVoting::name(), "ConvictionVoting"),
		(CollatorSelection::name(), "CollatorSelection"),
		(Preimage::name(), "Preimage"),
		(Treasury::name(), "Treasury"),
		(Compliance::name(), "Compliance"),
		(Shares::name(), "Shares"),
		(AssetRegistry::name(), "AssetRegistry"),
	] {
		assert_eq!(name, expected);
	}
}

#[test]
fn nobody_has_sudo() {
	let mut calls = vec![];
	for pallet in RuntimeCall::get_module_names() {
		assert!(!pallet.to_lowercase().contains("sudo"), "{pallet}");
		for call in RuntimeCall::get_call_names(pallet) {
			if call.to_lowercase().contains("sudo") {
				calls.push(format!("{pallet}.{call}"));
			}
		}
	}
	// An SDK call with an old name: it is root's, which only a referendum is.
	assert_eq!(calls, ["ParachainSystem.sudo_send_upward_message"]);
	chain("development").execute_with(|| {
		assert_noop!(
			ParachainSystem::sudo_send_upward_message(
				RuntimeOrigin::signed(Alice.to_account_id()),
				vec![]
			),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn the_extensions_of_a_transaction_keep_their_order() {
	let names: Vec<_> = <TxExtension as TransactionExtension<RuntimeCall>>::metadata()
		.into_iter()
		.map(|extension| extension.identifier)
		.collect();
	assert_eq!(
		names,
		[
			"AuthorizeCall",
			"CheckNonZeroSender",
			"CheckSpecVersion",
			"CheckTxVersion",
			"CheckGenesis",
			"CheckMortality",
			"CheckNonce",
			"CheckWeight",
			"ChargeTransactionPayment",
			"CheckMetadataHash",
			"StorageWeightReclaim",
		]
	);
}

#[test]
fn the_extension_that_wallets_do_not_know_carries_no_data() {
	let extension = <TxExtension as TransactionExtension<RuntimeCall>>::metadata()
		.into_iter()
		.find(|extension| extension.identifier == "StorageWeightReclaim")
		.expect("the extension is in the list");
	for part in [extension.ty, extension.implicit] {
		let empty = match part.type_info().type_def {
			scale_info::TypeDef::Tuple(tuple) => tuple.fields.is_empty(),
			scale_info::TypeDef::Composite(composite) => composite.fields.is_empty(),
			_ => false,
		};
		assert!(empty, "{part:?}");
	}
}

#[test]
fn blocks_of_the_development_chain_pass() {
	chain("development").execute_with(|| {
		for number in 1..=20 {
			begin_block(number);
			assert_eq!(System::block_number(), number);
		}
	});
}

#[test]
fn the_runtime_says_what_collators_ask() {
	chain("development").execute_with(|| {
		assert_eq!(runtime_api::<u64>("AuraApi_slot_duration", ()), 6_000);
		assert_eq!(runtime_api::<u32>("RelayParentOffsetApi_relay_parent_offset", ()), 0);
		assert_eq!(runtime_api::<u32>("TargetBlockRate_target_block_rate", ()), 1);
		assert!(!runtime_api::<bool>("SchedulingV3EnabledApi_scheduling_v3_enabled", ()));
		assert_eq!(runtime_api::<u32>("GetParachainInfo_parachain_id", ()), 2_000);
	});
}

#[test]
fn tracks_are_consistent_and_each_has_an_origin() {
	for preset in ["development", "cadastre"] {
		chain(preset).execute_with(|| {
			assert_ok!(TracksInfo::check_integrity());
			let tracks: Vec<_> = TracksInfo::tracks().map(|track| track.id).collect();
			assert_eq!(tracks, TracksInfo::track_ids().collect::<Vec<_>>());
		});
	}
	let with_origin: BTreeSet<_> = {
		use cadastre_runtime::configs::chain_governance::Origin::*;
		let mut ids = BTreeSet::from([track_of(RuntimeOrigin::root()).unwrap()]);
		for origin in [
			WhitelistedCaller,
			Treasurer,
			ComplianceAdmin,
			AssetAdmin,
			ModelAdmin,
			ReferendumCanceller,
			ReferendumKiller,
		] {
			assert!(ids.insert(track_of(origin.into()).unwrap()), "{origin:?}");
		}
		ids
	};
	assert_eq!(with_origin, TracksInfo::track_ids().collect());
	assert!(track_of(RuntimeOrigin::signed(Alice.to_account_id())).is_err());
}

fn track_of(origin: RuntimeOrigin) -> Result<u16, ()> {
	TracksInfo::track_for(origin.caller())
}

#[test]
fn only_governance_lists_a_payment_currency() {
	use cadastre_runtime::configs::chain_governance::Origin;
	chain("development").execute_with(|| {
		let admin = || Alice.to_account_id().into();
		assert_noop!(
			Assets::create(RuntimeOrigin::signed(Alice.to_account_id()), 1.into(), admin(), 1),
			DispatchError::BadOrigin
		);
		assert_noop!(
			Assets::force_create(
				RuntimeOrigin::signed(Alice.to_account_id()),
				1.into(),
				admin(),
				true,
				1
			),
			DispatchError::BadOrigin
		);
		assert_ok!(Assets::force_create(Origin::AssetAdmin.into(), 1.into(), admin(), true, 1));
		assert!(Assets::maybe_total_supply(1).is_some());
	});
}

#[test]
fn only_a_verifier_verifies_and_only_an_authority_suspends() {
	chain("development").execute_with(|| {
		let by = |key: sp_keyring::Sr25519Keyring| RuntimeOrigin::signed(key.to_account_id());
		let facts = Default::default();
		let rule = Rule::HolderCap { max: 1 };
		let rules = RuleSet { rules: vec![rule].try_into().unwrap(), ..Default::default() };
		assert_ok!(Compliance::publish_pack(by(Ferdie), rules));
		let asset = draft_bond(Ferdie, 0, 1, 1);
		assert_noop!(
			AssetRegistry::verify(by(Alice), asset, 1, facts),
			pallet_asset_registry::Error::<Runtime>::NotVerifier
		);
		// The verifier is let in, and there is nothing to verify.
		assert_noop!(
			AssetRegistry::verify(by(Eve), asset, 1, facts),
			pallet_asset_registry::Error::<Runtime>::NoPapers
		);
		let reason = Default::default();
		assert_noop!(AssetRegistry::suspend(by(Alice), 0, reason), DispatchError::BadOrigin);
		assert_noop!(
			AssetRegistry::suspend(RuntimeOrigin::root(), asset, reason),
			pallet_asset_registry::Error::<Runtime>::WrongStatus
		);
	});
}

#[test]
fn a_minority_of_the_committee_is_no_authority() {
	use pallet_collective::RawOrigin;
	chain("development").execute_with(|| {
		let committee = |yes| RuntimeOrigin::from(RawOrigin::Members(yes, 3));
		assert_noop!(Compliance::delist_provider(committee(1), 0), DispatchError::BadOrigin);
		assert_ok!(Compliance::delist_provider(committee(2), 0));
		assert_ok!(Compliance::relist_provider(committee(3), 0));
		assert_eq!(TechnicalCommittee::index(), 65);
	});
}

#[test]
fn dust_goes_to_the_treasury() {
	use cadastre_runtime::configs::{
		chain_governance::TreasuryAccount, monetary::EXISTENTIAL_DEPOSIT,
	};
	chain("development").execute_with(|| {
		let issuance = Balances::total_issuance();
		let treasury = Balances::free_balance(TreasuryAccount::get());
		// Not a collator: those cannot leave.
		let who = Ferdie.to_account_id();
		let value = Balances::free_balance(&who) - EXISTENTIAL_DEPOSIT + 1;
		assert_ok!(<Balances as Currency<_>>::transfer(
			&who,
			&Eve.to_account_id(),
			value,
			frame_support::traits::ExistenceRequirement::AllowDeath,
		));
		assert_eq!(Balances::total_issuance(), issuance);
		assert_eq!(
			Balances::free_balance(TreasuryAccount::get()),
			treasury + EXISTENTIAL_DEPOSIT - 1
		);
	});
}
