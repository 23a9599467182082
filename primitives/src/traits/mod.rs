// SPDX-License-Identifier: Apache-2.0

//! The traits through which an upper layer calls a lower one, one domain a file.

mod compliance;
mod dividends;
mod shares;

pub use compliance::{Gatekeeper, Ledger};
pub use dividends::{AssetClasses, Holders, Payees};
pub use shares::{Checkpoints, OnHoldingChange, Register, TimedHolds};
