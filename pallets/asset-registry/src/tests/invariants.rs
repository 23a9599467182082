// SPDX-License-Identifier: Apache-2.0

//! Each invariant is broken by hand and seen to be reported; random histories break none.

use super::*;
use crate::{rules, AssetOf, Assets, NextAssetId, PaperOf, Papers};
use cadastre_primitives::{traits::Register, AssetId, AssetName, AssetStatus, PaperKind};
use frame_support::assert_ok;
use proptest::prelude::*;
use sp_io::storage;
use sp_runtime::StateVersion;

/// Breaks a state with the asset 0 and two papers, and expects to be told so.
fn caught(number: &str, status: AssetStatus, break_it: impl FnOnce()) {
	ExtBuilder::default().asset(status, 2).build().execute_with(|| {
		assert_ok!(AssetRegistry::do_try_state());
		break_it();
		let DispatchError::Other(told) = AssetRegistry::do_try_state().unwrap_err() else {
			panic!("another kind of error");
		};
		assert!(told.starts_with(&format!("{number}:")), "{told}");
	});
}

fn asset(change: impl FnOnce(&mut AssetOf<Test>)) {
	Assets::<Test>::mutate(0, |asset| change(asset.as_mut().unwrap()));
}

fn paper(id: u32, change: impl FnOnce(&mut PaperOf<Test>)) {
	Papers::<Test>::mutate(0, id, |paper| change(paper.as_mut().unwrap()));
}

#[test]
fn inv_r1_the_number_of_papers() {
	caught("INV-R1", AssetStatus::Draft, || asset(|asset| asset.papers = 3));
	caught("INV-R1", AssetStatus::Draft, || Papers::<Test>::remove(0, 0));
}

#[test]
fn inv_r2_a_paper_without_an_asset() {
	caught("INV-R2", AssetStatus::Draft, || Assets::<Test>::remove(0));
}

#[test]
fn inv_r3_ids_without_gaps() {
	caught("INV-R3", AssetStatus::Draft, || {
		let last = Papers::<Test>::take(0, 1).unwrap();
		Papers::<Test>::insert(0, 2, last);
	});
	caught("INV-R3", AssetStatus::Draft, || asset(|asset| asset.papers = 1));
}

#[test]
fn inv_r4_status_and_verification() {
	for status in [AssetStatus::Verified, AssetStatus::Active, AssetStatus::Suspended] {
		caught("INV-R4", status, || asset(|asset| asset.verification = None));
		caught("INV-R4", status, || asset(|asset| asset.status = AssetStatus::Draft));
	}
	caught("INV-R4", AssetStatus::Draft, || {
		asset(|asset| asset.status = AssetStatus::Verified);
	});
}

#[test]
fn inv_r5_the_next_id() {
	caught("INV-R5", AssetStatus::Draft, || NextAssetId::<Test>::put(0));
}

#[test]
fn inv_r6_the_verification() {
	caught("INV-R6", AssetStatus::Verified, || asset(|asset| asset.issuer = VERIFIER));
	for papers in [0, 3] {
		caught("INV-R6", AssetStatus::Verified, || {
			asset(|asset| asset.verification.as_mut().unwrap().papers = papers);
		});
	}
}

#[test]
fn inv_r7_shares_before_the_activation() {
	caught("INV-R7", AssetStatus::Draft, || Ledger::force_supply(0, 1));
	caught("INV-R7", AssetStatus::Verified, || Ledger::force_supply(0, 1));
}

#[test]
fn inv_r8_the_superseded_is_earlier() {
	caught("INV-R8", AssetStatus::Draft, || paper(1, |paper| paper.supersedes = Some(1)));
}

#[test]
fn inv_r9_the_date_on_the_document() {
	caught("INV-R9", AssetStatus::Draft, || paper(1, |paper| paper.dated = NOW + 1));
}

#[test]
fn inv_r10_name_and_country() {
	caught("INV-R10", AssetStatus::Draft, || asset(|asset| asset.name = AssetName::default()));
	caught("INV-R10", AssetStatus::Draft, || asset(|asset| asset.country = Some(*b"XX")));
}

#[test]
fn inv_r11_removed_papers_and_shares() {
	caught("INV-R11", AssetStatus::Retired, || {
		assert_ok!(AssetRegistry::remove(signed(ISSUER), 0, 1));
		assert_ok!(AssetRegistry::do_try_state());
		Ledger::force_supply(0, 1);
	});
}

const ISSUERS: [AccountId; 2] = [ISSUER, BOTH];

#[derive(Clone, Debug)]
enum Op {
	Register { by: AccountId },
	FilePaper { by: AccountId, asset: AssetId, ahead: i64, supersedes: Option<u32> },
	Verify { by: AccountId, asset: AssetId, off: u32 },
	Activate { by: AccountId, asset: AssetId },
	Suspend { asset: AssetId },
	Resume { asset: AssetId },
	Retire { by: AccountId, asset: AssetId },
	Remove { by: AccountId, asset: AssetId, limit: u32 },
	SetSupply { asset: AssetId, supply: u128 },
	Wait { seconds: u64 },
}

fn op() -> impl Strategy<Value = Op> {
	let by = || prop::sample::select(ISSUERS.to_vec());
	let asset = || 0..4_u32;
	prop_oneof![
		2 => by().prop_map(|by| Op::Register { by }),
		4 => (by(), asset(), -2..2_i64, prop::option::of(0..4_u32))
			.prop_map(|(by, asset, ahead, supersedes)| Op::FilePaper { by, asset, ahead, supersedes }),
		3 => (prop::sample::select(vec![VERIFIER, BOTH]), asset(), 0..2_u32)
			.prop_map(|(by, asset, off)| Op::Verify { by, asset, off }),
		3 => (by(), asset()).prop_map(|(by, asset)| Op::Activate { by, asset }),
		1 => asset().prop_map(|asset| Op::Suspend { asset }),
		2 => asset().prop_map(|asset| Op::Resume { asset }),
		1 => (by(), asset()).prop_map(|(by, asset)| Op::Retire { by, asset }),
		2 => (by(), asset(), 0..4_u32)
			.prop_map(|(by, asset, limit)| Op::Remove { by, asset, limit }),
		2 => (asset(), 0..3_u128).prop_map(|(asset, supply)| Op::SetSupply { asset, supply }),
		1 => (0..3_u64).prop_map(|seconds| Op::Wait { seconds }),
	]
}

impl Op {
	/// Only a call that the chain would have rolled back may fail; it must leave nothing behind.
	fn run(self) -> DispatchResult {
		match self {
			Self::Register { by } => AssetRegistry::register(
				signed(by),
				cadastre_primitives::AssetClass::Fund,
				name("F"),
				None,
				PACK,
				10,
			),
			Self::FilePaper { by, asset, ahead, supersedes } => AssetRegistry::file_paper(
				signed(by),
				asset,
				PaperKind::Report,
				DIGEST,
				Today::get().saturating_add_signed(ahead),
				supersedes,
			),
			Self::Verify { by, asset, off } => {
				let papers = AssetRegistry::asset(asset).map_or(0, |asset| asset.papers);
				AssetRegistry::verify(signed(by), asset, papers + off)
			},
			Self::Activate { by, asset } => AssetRegistry::activate(signed(by), asset),
			Self::Suspend { asset } => AssetRegistry::suspend(ROOT(), asset, DIGEST),
			Self::Resume { asset } => AssetRegistry::resume(ROOT(), asset),
			Self::Retire { by, asset } => AssetRegistry::retire(signed(by), asset),
			Self::Remove { by, asset, limit } => AssetRegistry::remove(signed(by), asset, limit)
				.map(|_| ())
				.map_err(|error| error.error),
			Self::SetSupply { asset, supply } => Ledger::set_supply(asset, supply),
			Self::Wait { seconds } => {
				Today::mutate(|now| *now += seconds);
				Ok(())
			},
		}
	}
}

/// What the pallet's own invariants cannot see: the books and the deposits.
fn check_outside() {
	let mut due = ISSUERS.map(|who| (who, (0, 0)));
	for (asset, record) in Assets::<Test>::iter() {
		assert_eq!(book_status(asset), rules::book_status(record.status));
		let (_, (assets, papers)) =
			due.iter_mut().find(|(who, _)| *who == record.issuer).expect("one of the issuers");
		*assets += ASSET_DEPOSIT;
		*papers += PAPER_DEPOSIT * u64::from(record.papers);
	}
	for (who, deposits) in due {
		assert_eq!(held(who), deposits);
		assert_eq!(Balances::free_balance(who) + deposits.0 + deposits.1, FUNDS);
	}
	for asset in 0..NextAssetId::<Test>::get() {
		assert_eq!(Ledger::book(asset).is_some(), Assets::<Test>::contains_key(asset));
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn random_histories_keep_every_invariant(ops in prop::collection::vec(op(), 1..100)) {
		ExtBuilder::default().build_and_execute(|| {
			for op in ops {
				let before = storage::root(StateVersion::V1);
				if op.run().is_err() {
					assert_eq!(storage::root(StateVersion::V1), before);
				}
				assert_ok!(AssetRegistry::do_try_state());
				check_outside();
			}
			// Everything has a way out, and every deposit comes back.
			for (asset, record) in Assets::<Test>::iter().collect::<Vec<_>>() {
				if record.status == AssetStatus::Suspended {
					assert_ok!(AssetRegistry::resume(ROOT(), asset));
				}
				if record.status != AssetStatus::Retired {
					assert_ok!(AssetRegistry::retire(signed(record.issuer), asset));
				}
				if Ledger::supply(asset) > 0 {
					assert_ok!(Ledger::set_supply(asset, 0));
				}
				assert_ok!(AssetRegistry::remove(signed(record.issuer), asset, MAX_PAPERS));
			}
			assert_eq!(Papers::<Test>::iter().count(), 0);
			for who in ISSUERS {
				assert_eq!(held(who), (0, 0));
				assert_eq!(Balances::free_balance(who), FUNDS);
			}
		});
	}
}
