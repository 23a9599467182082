// SPDX-License-Identifier: Apache-2.0

//! How each pallet is configured, by subject.

pub mod adapters;
pub mod chain_governance;
pub mod collation;
pub mod monetary;
pub mod parameters;
pub mod property;
pub mod system;
pub mod timed_pause;
pub mod xcm;
