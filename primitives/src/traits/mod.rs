// SPDX-License-Identifier: Apache-2.0

//! The traits through which an upper layer calls a lower one, one domain a file.

mod compliance;
mod dao;
mod dividends;
mod shares;
mod valuation;

pub use compliance::{Gatekeeper, Ledger};
pub use dao::{AllowedCalls, Compensation, Electorate};
pub use dividends::{AssetClasses, Holders, Payees};
pub use shares::{Checkpoints, OnHoldingChange, Register, TimedHolds};
pub use valuation::{InspectValuation, ValuedAssets};
