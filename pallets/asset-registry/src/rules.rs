// SPDX-License-Identifier: Apache-2.0

//! The life cycle of an asset, in one table, and what a name is. Nothing here reads storage.

use cadastre_primitives::{AssetStatus, BookStatus};

/// What is done to an asset.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Action {
	FilePaper,
	Verify,
	Activate,
	Suspend,
	Resume,
	Retire,
	Remove,
}

/// The status after an action; nothing if the action is not open in a status.
pub(crate) const fn after(status: AssetStatus, action: Action) -> Option<AssetStatus> {
	use AssetStatus::*;
	match (action, status) {
		(Action::FilePaper, Draft | Verified | Active | Suspended) => Some(status),
		(Action::Verify, Draft) => Some(Verified),
		(Action::Activate, Verified) => Some(Active),
		(Action::Suspend, Active) => Some(Suspended),
		(Action::Resume, Suspended) => Some(Active),
		// Not from Suspended: the issuer would end the suspension by it.
		(Action::Retire, Draft | Verified | Active) => Some(Retired),
		(Action::Remove, Retired) => Some(Retired),
		_ => None,
	}
}

/// For what the book of an asset is open.
pub(crate) const fn book_status(status: AssetStatus) -> BookStatus {
	match status {
		AssetStatus::Draft | AssetStatus::Verified => BookStatus::Closed,
		AssetStatus::Active => BookStatus::Open,
		AssetStatus::Suspended => BookStatus::Suspended,
		AssetStatus::Retired => BookStatus::WindingUp,
	}
}

/// Whether bytes are a name: UTF-8, not blank, without control characters, which could make one
/// name look like another.
pub(crate) fn is_name(bytes: &[u8]) -> bool {
	core::str::from_utf8(bytes)
		.is_ok_and(|name| !name.trim().is_empty() && !name.chars().any(char::is_control))
}

#[cfg(test)]
mod tests {
	use super::*;
	use Action::*;
	use AssetStatus::*;

	const ACTIONS: [Action; 7] = [FilePaper, Verify, Activate, Suspend, Resume, Retire, Remove];
	const STATUSES: [AssetStatus; 5] = [Draft, Verified, Active, Suspended, Retired];

	/// One row an action, one column a status, written apart from the function.
	#[rustfmt::skip]
	const EXPECTED: [[Option<AssetStatus>; 5]; 7] = [
		// Draft           Verified        Active           Suspended        Retired
		[Some(Draft),    Some(Verified), Some(Active),    Some(Suspended), None],
		[Some(Verified), None,           None,            None,            None],
		[None,           Some(Active),   None,            None,            None],
		[None,           None,           Some(Suspended), None,            None],
		[None,           None,           None,            Some(Active),    None],
		[Some(Retired),  Some(Retired),  Some(Retired),   None,            None],
		[None,           None,           None,            None,            Some(Retired)],
	];

	#[test]
	fn every_action_in_every_status() {
		for (action, row) in ACTIONS.into_iter().zip(EXPECTED) {
			for (status, expected) in STATUSES.into_iter().zip(row) {
				assert_eq!(after(status, action), expected, "{action:?} in {status:?}");
			}
		}
	}

	#[test]
	fn nothing_leads_out_of_retired() {
		for action in ACTIONS {
			assert!(matches!(after(Retired, action), None | Some(Retired)));
		}
	}

	#[test]
	fn the_book_is_open_only_while_the_asset_is_active() {
		for status in STATUSES {
			assert_eq!(book_status(status) == BookStatus::Open, status == Active);
		}
		assert_eq!(book_status(Suspended), BookStatus::Suspended);
		assert_eq!(book_status(Retired), BookStatus::WindingUp);
	}

	#[test]
	fn a_name_is_readable_text() {
		for good in ["A", "9 Seestrasse, Zürich", "東京"] {
			assert!(is_name(good.as_bytes()), "{good}");
		}
		for bad in [&b""[..], b" ", b"\t", "\u{3000}".as_bytes(), b"a\0", b"a\nb", b"\xff", b"\xc3"]
		{
			assert!(!is_name(bad), "{bad:?}");
		}
	}
}
