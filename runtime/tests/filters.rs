// SPDX-License-Identifier: Apache-2.0

//! Who gets past which filter: proxies, safe mode, paused calls, messages from other chains.

mod common;

use cadastre_primitives::{Claims, FeedId, Flags, Metric, Unit};
use cadastre_runtime::{
	configs::{
		system::{ProxyType, NEVER_PAUSED},
		xcm::{OnlyMoney, SafeCalls},
	},
	AccountId, Balances, BlockNumber, Proxy, Runtime, RuntimeCall, RuntimeOrigin, SafeMode, System,
	TxPause, DAYS,
};
use common::chain;
use frame_support::{
	assert_noop, assert_ok,
	traits::{Contains, GetCallMetadata, Hooks, InstanceFilter},
	BoundedVec,
};
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie};
use sp_runtime::DispatchError;
use ProxyType::{
	Any, CancelProxy, Compliance, Governance, Issuer, NonTransfer, Supervisor, Valuation,
};

const ALL: [ProxyType; 8] =
	[Any, NonTransfer, Issuer, Compliance, Valuation, Governance, CancelProxy, Supervisor];

fn bob() -> AccountId {
	Bob.to_account_id()
}

fn claims() -> Claims {
	Claims {
		residence: *b"DE",
		tax_residence: *b"DE",
		flags: Flags::KYC,
		valid_from: 0,
		valid_until: 1,
	}
}

/// What a filter may let pass.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Open {
	Yes,
	No,
}
use Open::{No, Yes};

/// A call; the types of proxy beside `Any` that may make it; whether safe mode lets it pass;
/// whether it can be paused; whether a message may make it.
type Row = (RuntimeCall, &'static [ProxyType], Open, Open, Open);

/// What a supervisor does with a cohort.
fn supervisors(call: pallet_compliance::Call<Runtime>) -> Row {
	(call.into(), &[Supervisor, NonTransfer], Yes, Yes, No)
}

fn table() -> Vec<Row> {
	let remark = || RuntimeCall::from(frame_system::Call::remark { remark: vec![] });
	vec![
		// Money.
		(
			pallet_balances::Call::transfer_keep_alive { dest: bob().into(), value: 1 }.into(),
			&[],
			No,
			Yes,
			Yes,
		),
		(
			pallet_balances::Call::force_transfer {
				source: bob().into(),
				dest: bob().into(),
				value: 1,
			}
			.into(),
			&[],
			No,
			Yes,
			No,
		),
		(
			pallet_assets::Call::transfer { id: 1.into(), target: bob().into(), amount: 1 }.into(),
			&[],
			No,
			Yes,
			Yes,
		),
		(
			pallet_assets::Call::approve_transfer {
				id: 1.into(),
				delegate: bob().into(),
				amount: 1,
			}
			.into(),
			&[],
			No,
			Yes,
			No,
		),
		// Shares.
		(pallet_shares::Call::transfer { asset: 0, to: bob(), amount: 1 }.into(), &[], No, Yes, No),
		(pallet_shares::Call::redeem { asset: 0, amount: 1 }.into(), &[], Yes, No, No),
		(
			pallet_shares::Call::issue { asset: 0, to: bob(), amount: 1 }.into(),
			&[Issuer],
			No,
			Yes,
			No,
		),
		(
			pallet_shares::Call::set_pack { asset: 0, pack: 0 }.into(),
			&[Issuer, NonTransfer],
			No,
			Yes,
			No,
		),
		(
			pallet_shares::Call::transfer_from { asset: 0, owner: bob(), to: bob(), amount: 1 }
				.into(),
			&[],
			No,
			Yes,
			No,
		),
		(
			pallet_shares::Call::approve { asset: 0, spender: bob(), amount: 1, expires_at: 1 }
				.into(),
			&[],
			No,
			Yes,
			No,
		),
		(pallet_shares::Call::convert { asset: 0, into: 1, amount: 1 }.into(), &[], No, Yes, No),
		(
			pallet_shares::Call::split { asset: 0, numerator: 10, denominator: 1 }.into(),
			&[Issuer, NonTransfer],
			No,
			Yes,
			No,
		),
		// Orders: every step but the last goes on, and nobody's appeal can be paused.
		(
			pallet_shares::Call::propose_order {
				action: pallet_shares::Action::Suspension { asset: 0 },
				ground: pallet_shares::Ground::CourtOrder,
				digest: Default::default(),
			}
			.into(),
			&[Compliance, NonTransfer],
			Yes,
			Yes,
			No,
		),
		(
			pallet_shares::Call::approve_order { order: 0 }.into(),
			&[Compliance, NonTransfer, Supervisor],
			Yes,
			Yes,
			No,
		),
		(
			pallet_shares::Call::annul_order { order: 0, digest: Default::default() }.into(),
			&[Compliance, NonTransfer, Supervisor],
			Yes,
			Yes,
			No,
		),
		(
			pallet_shares::Call::withdraw_order { order: 0 }.into(),
			&[Compliance, NonTransfer],
			Yes,
			Yes,
			No,
		),
		(
			pallet_shares::Call::prune_order { order: 0 }.into(),
			&[Compliance, NonTransfer, Supervisor],
			Yes,
			Yes,
			No,
		),
		(pallet_shares::Call::execute_order { order: 0 }.into(), &[], No, Yes, No),
		(
			pallet_shares::Call::appeal_order { order: 0, digest: Default::default() }.into(),
			&[],
			Yes,
			No,
			No,
		),
		(
			pallet_shares::Call::decide_appeal {
				order: 0,
				upheld: true,
				digest: Default::default(),
			}
			.into(),
			&[],
			Yes,
			No,
			No,
		),
		(pallet_shares::Call::accept_recovery { order: 0 }.into(), &[], Yes, No, No),
		// Assets.
		(
			pallet_asset_registry::Call::offer_issuer { asset: 0, to: bob(), expires_at: 1 }.into(),
			&[],
			No,
			Yes,
			No,
		),
		(
			pallet_asset_registry::Call::grant_role {
				asset: 0,
				account: bob(),
				roles: cadastre_primitives::AssetRoles::ISSUE,
				expires_at: None,
			}
			.into(),
			&[],
			No,
			Yes,
			No,
		),
		(
			pallet_asset_registry::Call::open_round { asset: 0, cap: 1, from: 0, until: 1 }.into(),
			&[Issuer, NonTransfer],
			No,
			Yes,
			No,
		),
		(
			pallet_asset_registry::Call::activate { asset: 0 }.into(),
			&[Issuer, NonTransfer],
			No,
			Yes,
			No,
		),
		(
			pallet_asset_registry::Call::verify { asset: 0, papers: 1, facts: Default::default() }
				.into(),
			&[NonTransfer],
			No,
			Yes,
			No,
		),
		(
			pallet_asset_registry::Call::suspend { asset: 0, reason: Default::default() }.into(),
			&[],
			Yes,
			Yes,
			No,
		),
		// Compliance.
		(
			pallet_compliance::Call::admit { account: bob(), claims: claims() }.into(),
			&[Compliance, NonTransfer],
			Yes,
			Yes,
			No,
		),
		(
			pallet_compliance::Call::revoke { investor: 0 }.into(),
			&[Compliance, NonTransfer],
			Yes,
			Yes,
			No,
		),
		(pallet_compliance::Call::delist_provider { provider: 0 }.into(), &[], Yes, Yes, No),
		// A key that could be offered by a proxy could move the investor's shares.
		(
			pallet_compliance::Call::offer_key {
				account: bob(),
				rights: cadastre_primitives::Rights::ALL,
				expires_at: None,
			}
			.into(),
			&[],
			Yes,
			Yes,
			No,
		),
		(pallet_compliance::Call::accept_key { investor: 0 }.into(), &[], Yes, Yes, No),
		(
			pallet_compliance::Call::withdraw_pack { pack: 0 }.into(),
			&[Issuer, NonTransfer],
			Yes,
			Yes,
			No,
		),
		// Sandbox cohorts: the committee creates them, their supervisor does the rest.
		(
			pallet_compliance::Call::create_cohort {
				supervisor: bob(),
				limits: pallet_compliance::CohortLimits {
					investors: 1,
					assets: 1,
					volume: 1,
					value: 1,
					from: 0,
					until: 1,
				},
			}
			.into(),
			&[],
			Yes,
			Yes,
			No,
		),
		supervisors(pallet_compliance::Call::add_member { cohort: 0, investor: 0 }),
		supervisors(pallet_compliance::Call::remove_member { cohort: 0, investor: 0 }),
		supervisors(pallet_compliance::Call::set_asset_value { cohort: 0, asset: 0, value: 1 }),
		supervisors(pallet_compliance::Call::remove_asset { cohort: 0, asset: 0 }),
		supervisors(pallet_compliance::Call::suspend_cohort { cohort: 0 }),
		supervisors(pallet_compliance::Call::resume_cohort { cohort: 0 }),
		supervisors(pallet_compliance::Call::graduate {
			cohort: 0,
			asset: 0,
			pack: 0,
			report: Default::default(),
		}),
		supervisors(pallet_compliance::Call::end_cohort { cohort: 0 }),
		supervisors(pallet_compliance::Call::prune_cohort { cohort: 0, limit: 1 }),
		// Valuations: a model's work, and not its money.
		(
			pallet_valuation_oracle::Call::leave {
				feed: FeedId { asset: 0, metric: Metric::MarketValue, unit: Unit::Fiat(*b"CHF") },
				model: 0,
			}
			.into(),
			&[Valuation, NonTransfer],
			No,
			Yes,
			No,
		),
		// Governance.
		(
			pallet_conviction_voting::Call::remove_vote { class: None, index: 0 }.into(),
			&[Governance, NonTransfer],
			Yes,
			No,
			No,
		),
		(
			pallet_referenda::Call::place_decision_deposit { index: 0 }.into(),
			&[Governance, NonTransfer],
			Yes,
			No,
			No,
		),
		(
			pallet_preimage::Call::note_preimage { bytes: vec![] }.into(),
			&[Governance, NonTransfer],
			Yes,
			No,
			No,
		),
		// Wrappers: what is in them is filtered again.
		(
			pallet_utility::Call::batch_all { calls: vec![remark()] }.into(),
			&[NonTransfer, Issuer, Compliance, Valuation, Governance, Supervisor],
			Yes,
			Yes,
			No,
		),
		(
			pallet_utility::Call::as_derivative { index: 0, call: Box::new(remark()) }.into(),
			&[],
			No,
			Yes,
			No,
		),
		(
			pallet_multisig::Call::as_multi_threshold_1 {
				other_signatories: vec![bob()],
				call: Box::new(remark()),
			}
			.into(),
			&[],
			Yes,
			Yes,
			No,
		),
		(
			pallet_proxy::Call::proxy {
				real: bob().into(),
				force_proxy_type: None,
				call: Box::new(remark()),
			}
			.into(),
			&[],
			Yes,
			Yes,
			No,
		),
		(
			pallet_proxy::Call::reject_announcement {
				delegate: bob().into(),
				call_hash: Default::default(),
			}
			.into(),
			&[CancelProxy, NonTransfer],
			Yes,
			Yes,
			No,
		),
		// The machinery.
		(remark(), &[], No, No, Yes),
		(frame_system::Call::apply_authorized_upgrade { code: vec![] }.into(), &[], Yes, No, No),
		(pallet_timestamp::Call::set { now: 1 }.into(), &[], Yes, No, No),
		(pallet_session::Call::purge_keys {}.into(), &[NonTransfer], Yes, Yes, No),
		(pallet_collator_selection::Call::leave_intent {}.into(), &[NonTransfer], Yes, Yes, No),
		(pallet_safe_mode::Call::force_exit {}.into(), &[], Yes, No, No),
		(pallet_xcm::Call::force_suspension { suspended: true }.into(), &[], No, Yes, No),
	]
}

#[test]
fn each_type_of_proxy_may_make_the_calls_of_its_role_and_no_others() {
	for (call, allowed, ..) in table() {
		for proxy in ALL {
			let expected = proxy == Any || allowed.contains(&proxy);
			assert_eq!(proxy.filter(&call), expected, "{proxy:?}: {call:?}");
		}
	}
}

#[test]
fn a_type_that_is_a_superset_allows_all_that_the_other_does() {
	for one in ALL {
		assert!(one.is_superset(&one), "{one:?}");
		assert_eq!(one.is_superset(&Any), one == Any);
		assert!(Any.is_superset(&one));
		for other in ALL.into_iter().filter(|other| one.is_superset(other)) {
			for (call, ..) in table() {
				assert!(!other.filter(&call) || one.filter(&call), "{one:?} {other:?} {call:?}");
			}
		}
	}
}

#[test]
fn a_proxy_type_keeps_its_index() {
	use codec::Encode;
	for (index, proxy) in (0u8..).zip(ALL) {
		assert_eq!(proxy.encode(), [index]);
	}
}

#[test]
fn a_proxy_cannot_hide_a_transfer_in_a_batch() {
	chain("development").execute_with(|| {
		System::set_block_number(1);
		let alice = RuntimeOrigin::signed(Alice.to_account_id());
		assert_ok!(Proxy::add_proxy(alice, bob().into(), NonTransfer, 0));
		let transfer = RuntimeCall::from(pallet_balances::Call::transfer_keep_alive {
			dest: bob().into(),
			value: 1_000,
		});
		let batch = pallet_utility::Call::batch_all { calls: vec![transfer] }.into();
		let before = Balances::free_balance(bob());
		assert_ok!(Proxy::proxy(
			RuntimeOrigin::signed(bob()),
			Alice.to_account_id().into(),
			None,
			Box::new(batch)
		));
		System::assert_last_event(
			pallet_proxy::Event::<Runtime>::ProxyExecuted {
				result: Err(frame_system::Error::<Runtime>::CallFiltered.into()),
			}
			.into(),
		);
		assert_eq!(Balances::free_balance(bob()), before);
	});
}

fn passes(call: &RuntimeCall) -> bool {
	<Runtime as frame_system::Config>::BaseCallFilter::contains(call)
}

#[test]
fn everything_passes_while_nothing_is_wrong() {
	chain("development").execute_with(|| {
		for (call, ..) in table() {
			assert!(passes(&call), "{call:?}");
		}
	});
}

#[test]
fn safe_mode_leaves_open_what_the_lawful_way_out_needs() {
	chain("development").execute_with(|| {
		assert_ok!(SafeMode::force_enter(RuntimeOrigin::root()));
		for (call, _, open, ..) in table() {
			assert_eq!(passes(&call), open == Yes, "{call:?}");
		}
	});
}

#[test]
fn the_committee_enters_safe_mode_which_ends_by_itself_after_a_day() {
	use pallet_collective::RawOrigin;
	chain("development").execute_with(|| {
		let start: BlockNumber = 7;
		System::set_block_number(start);
		let committee = |yes| RuntimeOrigin::from(RawOrigin::Members(yes, 3));
		assert_noop!(SafeMode::force_enter(committee(1)), DispatchError::BadOrigin);
		assert_ok!(SafeMode::force_enter(committee(2)));
		assert_noop!(SafeMode::force_extend(committee(3)), DispatchError::BadOrigin);
		for (block, entered) in [(start + DAYS, true), (start + DAYS + 1, false)] {
			System::set_block_number(block);
			SafeMode::on_initialize(block);
			assert_eq!(SafeMode::is_entered(), entered, "{block}");
		}
	});
}

#[test]
fn nobody_buys_safe_mode() {
	chain("development").execute_with(|| {
		assert_noop!(
			SafeMode::enter(RuntimeOrigin::signed(Alice.to_account_id())),
			pallet_safe_mode::Error::<Runtime>::NotConfigured
		);
	});
}

#[test]
fn a_call_can_be_paused_unless_the_way_out_or_the_chain_needs_it() {
	chain("development").execute_with(|| {
		for (call, _, _, can_be_paused, _) in table() {
			let names = call.get_call_metadata();
			let name = |name: &str| BoundedVec::truncate_from(name.as_bytes().to_vec());
			let paused = TxPause::pause(
				RuntimeOrigin::root(),
				(name(names.pallet_name), name(names.function_name)),
			);
			assert_eq!(paused.is_ok(), can_be_paused == Yes, "{names:?}");
			assert_eq!(passes(&call), can_be_paused == No, "{names:?}");
		}
	});
}

#[test]
fn the_names_of_what_is_never_paused_are_names_of_pallets_and_calls() {
	let pallets = RuntimeCall::get_module_names();
	for name in NEVER_PAUSED {
		assert!(pallets.contains(&name), "{name}");
	}
	for (pallet, call) in cadastre_runtime::configs::property::NEVER_PAUSED_CALLS {
		assert!(RuntimeCall::get_call_names(pallet).contains(&call), "{pallet}.{call}");
	}
}

#[test]
fn a_message_makes_plain_payments_and_nothing_else() {
	for (call, .., open) in table() {
		assert_eq!(SafeCalls::contains(&call), open == Yes, "{call:?}");
	}
}

#[test]
fn only_the_native_token_leaves_for_another_chain() {
	use xcm::latest::prelude::{GeneralIndex, Here, Location, PalletInstance};
	let native = (Here, 1u128).into();
	let share = ([PalletInstance(51), GeneralIndex(0)], 1u128).into();
	let from = Location::here;
	assert!(OnlyMoney::contains(&(from(), vec![])));
	assert!(OnlyMoney::contains(&(from(), vec![native])));
	let native = (Here, 1u128).into();
	assert!(!OnlyMoney::contains(&(from(), vec![native, share])));
}

#[test]
fn no_message_can_name_a_share() {
	use cadastre_runtime::configs::xcm::AssetTransactor;
	use xcm::latest::prelude::{
		Asset, GeneralIndex, Here, Location, PalletInstance, Parent, XcmContext,
	};
	use xcm_executor::traits::TransactAsset;
	chain("development").execute_with(|| {
		let who = Location::from(xcm::latest::prelude::AccountId32 {
			network: None,
			id: *Charlie.to_account_id().as_ref(),
		});
		let context = || XcmContext { origin: None, message_id: [0; 32], topic: None };
		let withdraw =
			|asset: Asset| AssetTransactor::withdraw_asset(&asset, &who, Some(&context())).is_ok();
		assert!(withdraw((Here, 1_000_000u128).into()));
		for pallet in 0..=u8::MAX {
			assert!(!withdraw(([PalletInstance(pallet), GeneralIndex(0)], 1u128).into()));
		}
		assert!(!withdraw((Parent, 1u128).into()));
	});
}

#[test]
fn no_chain_is_root_here() {
	use cadastre_runtime::configs::xcm::XcmOriginToCallOrigin;
	use xcm::latest::prelude::{Location, OriginKind, Parachain, Parent};
	use xcm_executor::traits::ConvertOrigin;
	chain("development").execute_with(|| {
		for location in [
			Location::from(Parent),
			Location::new(1, [Parachain(1_000)]),
			Location::new(1, [Parachain(2_000)]),
			Location::here(),
		] {
			for kind in [
				OriginKind::Native,
				OriginKind::Superuser,
				OriginKind::SovereignAccount,
				OriginKind::Xcm,
			] {
				let origin = XcmOriginToCallOrigin::convert_origin(location.clone(), kind);
				let is_root = origin.is_ok_and(|origin| frame_system::ensure_root(origin).is_ok());
				assert!(!is_root, "{location:?} {kind:?}");
			}
		}
	});
}
