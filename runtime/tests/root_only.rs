// SPDX-License-Identifier: Apache-2.0

//! What only root can call, found by trying: every call of the runtime, with every kind of origin.
//! `docs/root-only.md` is the reviewed result, and says how it comes about.

#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

mod common;

use cadastre_primitives::AssetRoles;
use cadastre_runtime::{
	configs::chain_governance::Origin, AccountId, AssetRegistry, Compliance, RuntimeCall,
	RuntimeOrigin, Treasury,
};
use common::{
	active_bond, begin_block,
	calls::{every_call, Named},
	chain, page,
};
use frame_support::{assert_ok, dispatch::RawOrigin};
use pallet_compliance::{Rule, RuleSet};
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring::{self, *};
use sp_runtime::{traits::Dispatchable, BoundedVec, DispatchError};
use std::{
	collections::BTreeSet,
	panic::{catch_unwind, AssertUnwindSafe},
};

const ROOT: &str = "root";
const NONE: &str = "no origin";
const ACCOUNTS: &str = "accounts";
const AUTHORIZED: &str = "the pool of transactions";

/// Calls that do not refuse «no origin», and why. Each was read.
const WITHOUT_ORIGIN: [(&str, &str); 6] = [
	("System.remark", "does nothing"),
	(
		"System.apply_authorized_upgrade",
		"asks for the code whose hash a referendum has authorised, and not who brings it",
	),
	("Assets.force_cancel_approval", "finds the currency first, whose admin may, or governance"),
	("Shares.approve_order", "finds the order first, whose asset says who its approver is"),
	("Shares.annul_order", "finds the order first, whose asset says who may"),
	("ValuationOracle.decide", "finds the dispute first, whose stage says who decides"),
];

/// A development chain on which every role that an account can have is somebody's.
fn stage() -> TestExternalities {
	let mut ext = chain("development");
	ext.execute_with(|| {
		begin_block(1);
		let by = |who: Sr25519Keyring| RuntimeOrigin::signed(who.to_account_id());
		let rule = Rule::HolderCap { max: 1 };
		let rules = RuleSet { rules: BoundedVec::truncate_from(vec![rule]), ..Default::default() };
		assert_ok!(Compliance::publish_pack(by(Ferdie), rules));
		let asset = active_bond(Ferdie, 0, 1_000, 1);
		assert_eq!(asset, 0, "the least number is that of the asset");
		// Every role that an issuer can give; nobody proposes and approves.
		for (officer, roles) in [(One, AssetRoles::ISSUERS), (Two, AssetRoles::APPROVER)] {
			let officer = officer.to_account_id();
			assert_ok!(AssetRegistry::grant_role(by(Ferdie), asset, officer, roles, None));
		}
	});
	ext.commit_all().expect("the state is written");
	ext
}

fn origins() -> Vec<(&'static str, RuntimeOrigin)> {
	use pallet_collective::RawOrigin::{Member, Members};
	// Committee, provider, notary, surveyor and appraiser, issuer, lawyer, the
	// two officers, nobody.
	let accounts = [Alice, Dave, Eve, EveStash, Ferdie, FerdieStash, One, Two, BobStash];
	let mut all: Vec<(&'static str, RuntimeOrigin)> = vec![
		(ROOT, RuntimeOrigin::root()),
		(NONE, RuntimeOrigin::none()),
		(AUTHORIZED, RawOrigin::<AccountId>::Authorized.into()),
		("a third of the committee", Members(1, 3).into()),
		("half of the committee", Members(1, 2).into()),
		("two thirds of the committee", Members(2, 3).into()),
		("a member of the committee", Member(Alice.to_account_id()).into()),
		("holders of an asset", pallet_dao::Origin::Holders(0).into()),
		("the relay chain", cumulus_pallet_xcm::Origin::Relay.into()),
		("another chain", cumulus_pallet_xcm::Origin::SiblingParachain(2_001.into()).into()),
		("a message", pallet_xcm::Origin::Xcm(xcm::latest::Location::parent()).into()),
		(
			"an answer to a message",
			pallet_xcm::Origin::Response(xcm::latest::Location::parent()).into(),
		),
		(ACCOUNTS, RuntimeOrigin::signed(Treasury::account_id())),
	];
	for (name, origin) in [
		("whitelisted caller", Origin::WhitelistedCaller),
		("treasurer", Origin::Treasurer),
		("compliance admin", Origin::ComplianceAdmin),
		("asset admin", Origin::AssetAdmin),
		("model admin", Origin::ModelAdmin),
		("referendum canceller", Origin::ReferendumCanceller),
		("referendum killer", Origin::ReferendumKiller),
	] {
		all.push((name, origin.into()));
	}
	for who in accounts {
		all.push((ACCOUNTS, RuntimeOrigin::signed(who.to_account_id())));
	}
	all
}

/// Whether a call lets an origin in. What it does is undone.
fn lets_in(ext: &mut TestExternalities, call: &RuntimeCall, origin: RuntimeOrigin) -> bool {
	let attempt = catch_unwind(AssertUnwindSafe(|| {
		ext.execute_with(|| {
			// As the executive does around each transaction.
			frame_support::storage::with_storage_layer(|| call.clone().dispatch(origin))
		})
	}));
	match attempt {
		Ok(result) => {
			ext.reset_overlay();
			!matches!(result, Err(error) if error.error == DispatchError::BadOrigin)
		},
		// An inherent that panics has let the origin in, and left the state in the middle.
		Err(_) => {
			*ext = stage();
			true
		},
	}
}

struct Found {
	call: Named,
	who: BTreeSet<&'static str>,
}

fn found() -> Vec<Found> {
	let mut ext = stage();
	// Attempts may panic, which is an answer.
	let hook = std::panic::take_hook();
	std::panic::set_hook(Box::new(|_| {}));
	let found = every_call()
		.into_iter()
		.map(|call| {
			let who = origins()
				.into_iter()
				.filter(|(_, origin)| lets_in(&mut ext, &call.call, origin.clone()))
				.map(|(name, _)| name)
				.collect();
			Found { call, who }
		})
		.collect();
	std::panic::set_hook(hook);
	found
}

/// Calls by pallet, as rows of a table.
fn by_pallet(found: &[&Found], who: impl Fn(&Found) -> String) -> Vec<Vec<String>> {
	let mut rows: Vec<(String, String, Vec<String>)> = vec![];
	for one in found {
		let (pallet, whom, name) =
			(one.call.pallet.clone(), who(one), format!("`{}`", one.call.name));
		match rows.iter_mut().find(|row| row.0 == pallet && row.1 == whom) {
			Some(row) => row.2.push(name),
			None => rows.push((pallet, whom, vec![name])),
		}
	}
	rows.into_iter()
		.map(|(pallet, whom, names)| vec![format!("`{pallet}`"), names.join(", "), whom])
		.collect()
}

#[test]
fn what_only_root_can_call_is_the_page() {
	let found = found();
	assert!(found.len() > 250, "{} calls", found.len());

	// A call that lets «no origin» in was stopped by something else, or is an inherent.
	let unread: Vec<_> = found
		.iter()
		.filter(|one| one.who.contains(NONE) && one.who.len() > 1)
		.filter(|one| !WITHOUT_ORIGIN.iter().any(|(path, _)| *path == one.call.path()))
		.map(|one| format!("{}: {:?}", one.call.path(), one.who))
		.collect();
	assert!(unread.is_empty(), "the origin of these was not seen: {unread:#?}");
	let nobody: Vec<_> =
		found.iter().filter(|one| one.who.is_empty()).map(|one| one.call.path()).collect();
	assert!(nobody.is_empty(), "nobody was let in by these: {nobody:#?}");

	let root: Vec<_> = found.iter().filter(|one| one.who.iter().eq([ROOT].iter())).collect();
	let mut rows = by_pallet(&root, |_| String::new());
	rows.iter_mut().for_each(|row| drop(row.pop()));
	page::compare("root-only.md", "root only", &page::table(&["Pallet", "Calls"], rows));

	let special: Vec<_> = found
		.iter()
		.filter(|one| !one.who.contains(ACCOUNTS) && !one.who.iter().eq([ROOT].iter()))
		.collect();
	let rows = by_pallet(&special, |one| one.who.iter().copied().collect::<Vec<_>>().join(", "));
	let head = ["Pallet", "Calls", "Who"];
	page::compare("root-only.md", "not for accounts", &page::table(&head, rows));

	let rest = found.len() - root.len() - special.len();
	let part = format!(
		"Of the {} calls of the runtime, the other {rest} let accounts in, and ask what each may do.\n",
		found.len()
	);
	page::compare("root-only.md", "rest", &part);
}

#[test]
fn what_could_take_shares_or_money_from_anybody_is_for_root_alone_or_for_nobody() {
	let found = found();
	for path in [
		"System.set_storage",
		"System.kill_storage",
		"System.kill_prefix",
		"System.set_code",
		"System.set_code_without_checks",
		"System.authorize_upgrade_without_checks",
		"Utility.dispatch_as",
		"Balances.force_transfer",
		"Balances.force_set_balance",
		"PolkadotXcm.force_xcm_version",
		"MultiBlockMigrations.force_set_cursor",
		"TxPause.pause",
		"Scheduler.schedule",
		"TechnicalCommittee.set_members",
		"TechnicalMembership.add_member",
	] {
		let one = found
			.iter()
			.find(|one| one.call.path() == path)
			.unwrap_or_else(|| panic!("{path} is no call"));
		assert!(one.who.iter().eq([ROOT].iter()), "{path}: {:?}", one.who);
	}
}
