// SPDX-License-Identifier: Apache-2.0

//! What runs once at an upgrade, before the first block of the new runtime.
//!
//! A migration that touches a bounded number of keys goes into [`Unreleased`] and is taken out
//! after the release that carried it. One that walks a map goes into
//! `pallet_migrations::Config::Migrations`, which spreads it over blocks.

use crate::Runtime;

/// Runs at an upgrade: [`Unreleased`] first, then [`Permanent`].
pub type SingleBlockMigrations = (Unreleased, Permanent);

/// Since the last release. Each of them checks the storage version that it starts from.
pub type Unreleased = ();

/// At every upgrade.
pub type Permanent = (pallet_xcm::migration::MigrateToLatestXcmVersion<Runtime>,);

/// Migrations over more than one block, in order.
#[cfg(not(feature = "runtime-benchmarks"))]
pub type MultiBlock = ();

/// Benchmarks need a migration that succeeds whatever the state.
#[cfg(feature = "runtime-benchmarks")]
pub type MultiBlock = pallet_migrations::mock_helpers::MockedMigrations;
