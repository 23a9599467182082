// SPDX-License-Identifier: Apache-2.0

//! The migration of a rehearsal: part of no runtime but the one that `scripts/next-runtime.sh` makes.
//!
//! It takes thirty blocks, so that there is time to kill a node in the middle of it, and counts its
//! steps in the state: a step that were lost or made twice would be seen.

use frame_support::{
	migrations::{MigrationId, SteppedMigration, SteppedMigrationError},
	storage::unhashed,
	weights::WeightMeter,
};

/// How many blocks it takes.
pub const STEPS: u32 = 30;

/// Where the steps are counted.
pub const COUNT: &[u8] = b":rehearsal:";

/// Makes one step a block.
pub struct Slow;

impl SteppedMigration for Slow {
	type Cursor = u32;
	type Identifier = MigrationId<9>;

	fn id() -> Self::Identifier {
		MigrationId { pallet_id: *b"rehearsal", version_from: 0, version_to: 1 }
	}

	fn step(
		cursor: Option<Self::Cursor>,
		meter: &mut WeightMeter,
	) -> Result<Option<Self::Cursor>, SteppedMigrationError> {
		// All that this block has, so that it makes no second step.
		meter.consume(meter.remaining());
		let count = unhashed::get::<u32>(COUNT).unwrap_or_default().saturating_add(1);
		unhashed::put(COUNT, &count);
		let made = cursor.unwrap_or_default().saturating_add(1);
		Ok((made < STEPS).then_some(made))
	}
}
