// SPDX-License-Identifier: Apache-2.0

//! How the storage of the register would be changed at an upgrade: one value at once, and a map of any
//! size over blocks.
//!
//! No change of storage is pending. These two are examples on the real storage, as if the last
//! release had had a form without the field that was added last: the standing of providers without
//! suspensions, positions without the end of the velocity window. After them this runtime reads its
//! own form.
//!
//! `CADASTRE_MIGRATION_POSITIONS=1000000` takes as many positions; with `--no-capture` what a block
//! takes is printed.

#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, unreachable_pub)]

mod common;

use cadastre_primitives::{Balance, Bucket, CheckpointId, InvestorId, Moment};
use cadastre_runtime::{
	configs::system::{InMemoryDbWeight, MigrationsServiceWeight},
	migrations::{Translation, Walk, MAX_KEY},
	Compliance, Runtime, RuntimeBlockWeights, Shares,
};
use codec::{Decode, DecodeAll, Encode, MaxEncodedLen};
use common::{begin_block, chain};
use frame_support::{
	assert_ok, derive_impl,
	migrations::{MultiStepMigrator, SteppedMigration, SteppedMigrationError, VersionedMigration},
	storage::{storage_prefix, unhashed, StoragePrefixedMap},
	traits::{
		ConstU32, GetStorageVersion, OnRuntimeUpgrade, StorageVersion, UncheckedOnRuntimeUpgrade,
	},
	weights::{Weight, WeightMeter},
};
use pallet_compliance::Standing;
use pallet_shares::Position;
use sp_io::TestExternalities;

const ASSET: u32 = 7;

// The change of one value.

/// The standing of providers before there were suspensions.
#[derive(Encode, Decode)]
struct OldStanding {
	listed: u32,
	appointed: u32,
	epochs: [u8; 32],
}

/// Nobody reaches it without its check of the version.
pub mod version_unchecked {
	use super::*;

	pub struct AddSuspensions;

	impl UncheckedOnRuntimeUpgrade for AddSuspensions {
		fn on_runtime_upgrade() -> Weight {
			let _ =
				pallet_compliance::ProviderStatus::<Runtime>::translate::<OldStanding, _>(|old| {
					old.map(|OldStanding { listed, appointed, epochs }| Standing {
						listed,
						appointed,
						epochs,
						suspended: 0,
					})
				});
			InMemoryDbWeight::get().reads_writes(1, 1)
		}
	}
}

pub type AddSuspensions =
	VersionedMigration<0, 1, version_unchecked::AddSuspensions, Compliance, InMemoryDbWeight>;

// The change of a map.

/// A position before there was a velocity window.
#[derive(Clone, Copy, Encode, Decode, MaxEncodedLen)]
struct OldPosition {
	free: Balance,
	held: Balance,
	frozen: Balance,
	bucket: Bucket,
	checkpoint: CheckpointId,
	previous: Balance,
	older: bool,
	locked_until: Moment,
}

pub struct AddVelocity;

impl Translation for AddVelocity {
	type Pallet = Shares;
	const FROM: u16 = 0;
	const MAX_VALUE: u32 = 128;

	fn prefix() -> [u8; 32] {
		pallet_shares::Positions::<Runtime>::final_prefix()
	}

	fn translate(mut old: &[u8]) -> Option<Vec<u8>> {
		let old = OldPosition::decode_all(&mut old).ok()?;
		let OldPosition { free, held, frozen, bucket, checkpoint, previous, older, locked_until } =
			old;
		let given_until = 0;
		let new = Position {
			free,
			held,
			frozen,
			bucket,
			checkpoint,
			previous,
			older,
			locked_until,
			given_until,
			marks: Default::default(),
		};
		Some(new.encode())
	}
}

// A runtime that has these migrations, on the state of ours.

#[frame_support::runtime]
mod rehearsal {
	#[runtime::runtime]
	#[runtime::derive(RuntimeCall, RuntimeEvent, RuntimeError, RuntimeOrigin, RuntimeTask)]
	pub struct Rehearsal;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(5)]
	pub type MultiBlockMigrations = pallet_migrations;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Rehearsal {
	type Block = frame_system::mocking::MockBlockU32<Rehearsal>;
	type BlockWeights = RuntimeBlockWeights;
	type DbWeight = InMemoryDbWeight;
	type SingleBlockMigrations = AddSuspensions;
	type MultiBlockMigrator = MultiBlockMigrations;
}

impl pallet_migrations::Config for Rehearsal {
	type RuntimeEvent = RuntimeEvent;
	type Migrations = (Walk<AddVelocity>,);
	type CursorMaxLen = ConstU32<65_536>;
	type IdentifierMaxLen = ConstU32<256>;
	type MigrationStatusHandler = ();
	type FailedMigrationHandler = frame_support::migrations::FreezeChainOnFailedMigration;
	// Ours.
	type MaxServiceWeight = MigrationsServiceWeight;
	type WeightInfo = pallet_migrations::weights::SubstrateWeight<Rehearsal>;
}

/// What the executive does in a block, as far as migrations are concerned.
fn block(number: u32, upgrade: bool) -> Weight {
	System::set_block_number(number - 1);
	System::initialize(&number, &Default::default(), &Default::default());
	if upgrade {
		<Rehearsal as frame_system::Config>::SingleBlockMigrations::on_runtime_upgrade();
		<MultiBlockMigrations as frame_support::traits::OnRuntimeUpgrade>::on_runtime_upgrade();
	}
	<MultiBlockMigrations as MultiStepMigrator>::step()
}

fn ongoing() -> bool {
	<MultiBlockMigrations as MultiStepMigrator>::ongoing()
}

// The state.

fn positions() -> u32 {
	let given = std::env::var("CADASTRE_MIGRATION_POSITIONS").ok();
	given.map_or(20_000, |number| number.parse().expect("a number of positions"))
}

/// A position that no other is equal to.
fn position(number: u32) -> OldPosition {
	let units = Balance::from(number);
	OldPosition {
		free: units * 1_000_003,
		held: units % 7,
		frozen: units % 3,
		bucket: Bucket::default(),
		checkpoint: number % 11,
		previous: units % 13,
		older: number.is_multiple_of(2),
		locked_until: Moment::from(number),
	}
}

fn key(number: u32) -> Vec<u8> {
	pallet_shares::Positions::<Runtime>::hashed_key_for(ASSET, InvestorId::from(number))
}

/// A development chain with so many positions, in the form before the changes.
fn state(positions: u32) -> TestExternalities {
	let mut ext = chain("development");
	ext.execute_with(|| {
		begin_block(1);
		for number in 0..positions {
			unhashed::put_raw(&key(number), &position(number).encode());
		}
		let Standing { listed, appointed, epochs, .. } = Compliance::status();
		let standing = OldStanding { listed, appointed, epochs };
		let status = pallet_compliance::ProviderStatus::<Runtime>::hashed_key();
		unhashed::put_raw(&status, &standing.encode());
		StorageVersion::new(0).put::<Shares>();
		StorageVersion::new(0).put::<Compliance>();
	});
	ext.commit_all().expect("the state is written");
	ext
}

/// A digest of all of the state that the migrations have no part in.
fn rest() -> [u8; 32] {
	let version = b":__STORAGE_VERSION__:";
	let changed = [
		AddVelocity::prefix().to_vec(),
		pallet_compliance::ProviderStatus::<Runtime>::hashed_key().to_vec(),
		storage_prefix(b"Shares", version).to_vec(),
		storage_prefix(b"Compliance", version).to_vec(),
		// The block itself, and the progress of migrations.
		sp_io::hashing::twox_128(b"System").to_vec(),
		sp_io::hashing::twox_128(b"MultiBlockMigrations").to_vec(),
		frame_support::storage::transactional::TRANSACTION_LEVEL_KEY.to_vec(),
	];
	let (mut last, mut digest) = (vec![], [0; 32]);
	while let Some(key) = sp_io::storage::next_key(&last) {
		if !changed.iter().any(|prefix| key.starts_with(prefix)) {
			digest = sp_io::hashing::blake2_256(&(digest, &key, unhashed::get_raw(&key)).encode());
		}
		last = key;
	}
	digest
}

/// Whether this runtime reads what was written in the form before.
fn assert_migrated(positions: u32) {
	let stored = pallet_shares::Positions::<Runtime>::iter_prefix(ASSET).count();
	assert_eq!(stored, positions as usize);
	for number in 0..positions {
		let new = pallet_shares::Positions::<Runtime>::get(ASSET, InvestorId::from(number));
		let old = position(number);
		assert_eq!(new.owned(), old.free + old.held, "{number}");
		assert_eq!((new.frozen, new.checkpoint), (old.frozen, old.checkpoint), "{number}");
		assert_eq!((new.previous, new.older), (old.previous, old.older), "{number}");
		assert_eq!((new.locked_until, new.given_until), (old.locked_until, 0), "{number}");
	}
	assert_eq!(Shares::on_chain_storage_version(), StorageVersion::new(1));
	assert_eq!(Compliance::on_chain_storage_version(), StorageVersion::new(1));
	assert!(Compliance::status().is_listed(0, Compliance::status().epochs[0]));
	assert_eq!(Compliance::status().suspended, 0);
}

/// Two handles of one recorder, whose type the state machine knows and this crate need not.
fn twins<T: Default + Clone>() -> (T, T) {
	let one = T::default();
	(one.clone(), one)
}

/// Upgrades and goes on until the migrations are done. `between` sees the state after each block.
/// Answers how many blocks it took.
fn upgrade(
	ext: &mut TestExternalities,
	mut between: impl FnMut(u32, &mut TestExternalities),
) -> u32 {
	for number in 2.. {
		ext.execute_with(|| block(number, number == 2));
		ext.commit_all().expect("the block is written");
		if !ext.execute_with(ongoing) {
			return number - 1;
		}
		between(number, ext);
	}
	unreachable!("it ends, or the numbers do")
}

#[test]
fn a_map_of_any_size_is_changed_over_blocks_within_a_quarter_of_their_proof() {
	let count = positions();
	let mut ext = state(count);
	let before = ext.execute_with(rest);
	let quarter = RuntimeBlockWeights::get().max_block.proof_size() / 4;
	let (mut blocks, mut largest) = (0_u32, 0);
	loop {
		let number = blocks + 2;
		let (recorder, recorded) = twins();
		let declared = ext.execute_with_recorder(recorder, || block(number, blocks == 0));
		let proof = recorded.estimate_encoded_size() as u64;
		assert!(proof <= declared.proof_size(), "{proof} B of {}", declared.proof_size());
		assert!(proof <= quarter, "{proof} B of a quarter of {quarter} B");
		assert!(declared.all_lte(MigrationsServiceWeight::get()));
		largest = largest.max(proof);
		ext.commit_all().expect("the block is written");
		blocks += 1;
		if !ext.execute_with(ongoing) {
			break;
		}
	}
	println!("{count} positions: {blocks} blocks, at most {largest} B of proof of {quarter} B");
	// As many entries a block as declared, and the declaration is not four times what is needed.
	let entries = quarter / Walk::<AddVelocity>::per_entry().proof_size();
	assert!(u64::from(blocks) <= u64::from(count) / (entries - entries / 8) + 2, "{blocks} blocks");
	if blocks > 2 {
		assert!(largest * 4 > quarter, "{largest} B of {quarter} B");
	}
	ext.execute_with(|| {
		assert_migrated(count);
		assert_eq!(rest(), before, "nothing else has changed");
	});
}

#[test]
fn a_node_that_is_killed_in_the_middle_comes_to_the_same_state() {
	let count = 12_000;
	let mut straight = state(count);
	let blocks = upgrade(&mut straight, |_, _| ());
	assert!(blocks > 2, "{blocks} blocks have no middle");

	let mut killed = state(count);
	let mut kills = 0;
	let taken = upgrade(&mut killed, |number, ext| {
		// The next block is half done when the node dies: nothing of it is in the database.
		ext.execute_with(|| block(number + 1, false));
		ext.reset_overlay();
		// A new process opens what is in the database.
		let here = std::mem::replace(ext, TestExternalities::new_empty());
		let version = sp_core::storage::StateVersion::V1;
		let (raw, root) = here.into_raw_snapshot();
		*ext = TestExternalities::from_raw_snapshot(raw, root, version);
		assert!(ext.execute_with(ongoing));
		kills += 1;
	});
	assert_eq!((taken, kills), (blocks, blocks - 1));
	killed.execute_with(|| assert_migrated(count));
	assert_eq!(
		killed.into_raw_snapshot().1,
		straight.into_raw_snapshot().1,
		"the roots of the state are the same"
	);
}

#[test]
fn a_second_upgrade_changes_nothing() {
	let count = 1_000;
	let mut ext = state(count);
	upgrade(&mut ext, |_, _| ());
	ext.execute_with(|| {
		let all = || pallet_shares::Positions::<Runtime>::iter().collect::<Vec<_>>();
		let before = (all(), rest());
		// The record that the migration ran is enough, and so is the version without the record.
		for forget in [false, true] {
			if forget {
				let _ = pallet_migrations::Historic::<Rehearsal>::clear(10, None);
			}
			block(100, true);
			block(101, false);
			assert!(!ongoing());
			assert_migrated(count);
			assert_eq!((all(), rest()), before);
		}
		let mut meter = WeightMeter::new();
		assert_eq!(Walk::<AddVelocity>::step(None, &mut meter), Ok(None));
		assert_eq!(meter.consumed(), Weight::zero());
	});
}

#[test]
fn a_migration_for_another_version_does_nothing() {
	let count = 10;
	state(count).execute_with(|| {
		StorageVersion::new(2).put::<Shares>();
		StorageVersion::new(2).put::<Compliance>();
		block(2, true);
		assert!(!ongoing());
		assert_eq!(unhashed::get_raw(&key(3)), Some(position(3).encode()));
		assert_eq!(Shares::on_chain_storage_version(), StorageVersion::new(2));
	});
}

#[test]
fn a_step_without_room_for_an_entry_says_what_it_needs() {
	state(2).execute_with(|| {
		let step = |limit| Walk::<AddVelocity>::step(None, &mut WeightMeter::with_limit(limit));
		let Err(SteppedMigrationError::InsufficientWeight { required }) = step(Weight::zero())
		else {
			panic!("nothing is enough")
		};
		let less = required.saturating_sub(Weight::from_parts(0, 1));
		assert_eq!(step(less), Err(SteppedMigrationError::InsufficientWeight { required }));
		assert_eq!(unhashed::get_raw(&key(0)), Some(position(0).encode()));
		// With as much, one entry; with one more, both; and the end is found with a third.
		let entry = Walk::<AddVelocity>::per_entry();
		let cursor = step(required).expect("it is enough").expect("there is more");
		assert!(cursor.len() <= MAX_KEY as usize);
		assert_eq!(Shares::on_chain_storage_version(), StorageVersion::new(0));
		let mut meter = WeightMeter::with_limit(required.saturating_add(entry));
		assert_eq!(Walk::<AddVelocity>::step(Some(cursor), &mut meter), Ok(None));
		assert_eq!(Shares::on_chain_storage_version(), StorageVersion::new(1));
		for number in 0..2 {
			assert_ok!(Position::decode_all(&mut &unhashed::get_raw(&key(number)).unwrap()[..]));
		}
	});
}

#[test]
fn what_is_no_old_value_stays_as_it_is() {
	state(3).execute_with(|| {
		let odd = key(1);
		unhashed::put_raw(&odd, &[1, 2, 3]);
		block(2, true);
		assert!(!ongoing());
		assert_eq!(unhashed::get_raw(&odd), Some(vec![1, 2, 3]));
		assert_eq!(Shares::on_chain_storage_version(), StorageVersion::new(1));
	});
}

#[test]
fn while_positions_change_the_chain_takes_no_transactions() {
	use sp_runtime::ExtrinsicInclusionMode::{AllExtrinsics, OnlyInherents};
	let digest = || sp_runtime::generic::Digest {
		logs: vec![sp_runtime::generic::DigestItem::PreRuntime(
			sp_consensus_aura::AURA_ENGINE_ID,
			sp_consensus_aura::Slot::from(9).encode(),
		)],
	};
	let begin = || {
		System::set_block_number(8);
		let header = cadastre_runtime::Header {
			parent_hash: Default::default(),
			number: 9,
			state_root: Default::default(),
			extrinsics_root: Default::default(),
			digest: digest(),
		};
		cadastre_runtime::Executive::initialize_block(&header)
	};
	let mut ext = state(12_000);
	ext.execute_with(|| assert!(matches!(begin(), AllExtrinsics)));
	ext.reset_overlay();
	ext.execute_with(|| {
		block(2, true);
		// The cursor is where our own runtime has it.
		assert!(matches!(begin(), OnlyInherents));
	});
}
