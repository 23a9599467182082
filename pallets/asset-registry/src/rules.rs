// SPDX-License-Identifier: Apache-2.0

//! The life cycle of an asset, in one table; what a name, a key and a value are; and who must have
//! attested. Nothing here reads storage.

use cadastre_primitives::{
	AssetClass, AssetStatus, BookStatus, Country, Lock, MetadataValue, Moment, Professions,
};

/// What is done to an asset.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Action {
	FilePaper,
	AmendFacts,
	AddIdentifier,
	RemoveIdentifier,
	SetMetadata,
	RemoveMetadata,
	GrantRole,
	RevokeRole,
	OfferIssuer,
	AcceptIssuer,
	WithdrawOffer,
	/// An attestation after which others are still missing.
	Attest,
	/// The attestation after which none is missing.
	Verify,
	Activate,
	Suspend,
	Resume,
	OpenRound,
	CloseRound,
	StartWindUp,
	CallOffWindUp,
	Retire,
	Remove,
}

/// The status after an action; nothing if the action is not open in a status.
pub(crate) const fn after(status: AssetStatus, action: Action) -> Option<AssetStatus> {
	use AssetStatus::*;
	match (action, status) {
		(
			Action::FilePaper | Action::SetMetadata | Action::GrantRole,
			Draft | Verified | Active | Suspended | WindingUp,
		)
		| (Action::AmendFacts | Action::AddIdentifier, Draft | Verified | Active)
		// Not from Suspended: the issuer would hand on what it is suspended for.
		| (Action::OfferIssuer | Action::AcceptIssuer, Draft | Verified | Active | WindingUp)
		// What takes away is always open: it must never be stuck.
		| (
			Action::RemoveIdentifier
			| Action::RemoveMetadata
			| Action::RevokeRole
			| Action::WithdrawOffer,
			_,
		)
		| (Action::Attest, Draft)
		| (Action::OpenRound, Active)
		| (Action::CloseRound, Active | Suspended)
		| (Action::Remove, Retired) => Some(status),
		(Action::Verify, Draft) => Some(Verified),
		(Action::Activate, Verified) | (Action::Resume, Suspended) => Some(Active),
		(Action::Suspend, Active) => Some(Suspended),
		(Action::StartWindUp, Active) => Some(WindingUp),
		(Action::CallOffWindUp, WindingUp) => Some(Active),
		// Not from Suspended: the issuer would end the suspension by it.
		(Action::Retire, Draft | Verified | Active | WindingUp) => Some(Retired),
		_ => None,
	}
}

/// For what the book of an asset is open.
pub(crate) const fn book_status(status: AssetStatus) -> BookStatus {
	match status {
		AssetStatus::Draft | AssetStatus::Verified | AssetStatus::Retired => BookStatus::Closed,
		AssetStatus::Active => BookStatus::Open,
		AssetStatus::Suspended => BookStatus::Suspended,
		AssetStatus::WindingUp => BookStatus::WindingUp,
	}
}

/// Whose attestations a class needs, unless governance has said otherwise.
pub(crate) const fn default_policy(class: AssetClass) -> Professions {
	match class {
		AssetClass::RealEstate => Professions::NOTARY.with(Professions::SURVEYOR),
		AssetClass::Fund => Professions::LAWYER.with(Professions::CUSTODIAN),
		AssetClass::Commodity => Professions::CUSTODIAN,
		AssetClass::Debt
		| AssetClass::Data
		| AssetClass::Equity
		| AssetClass::Receivable
		| AssetClass::Application
		| AssetClass::Other => Professions::LAWYER,
	}
}

/// Whether bytes are a name or a text: UTF-8, not blank, without control characters, which could
/// make one name look like another.
pub(crate) fn is_name(bytes: &[u8]) -> bool {
	core::str::from_utf8(bytes)
		.is_ok_and(|name| !name.trim().is_empty() && !name.chars().any(char::is_control))
}

/// Whether bytes are a key of metadata. One spelling only, so that no key looks like another.
pub(crate) fn is_key(bytes: &[u8]) -> bool {
	let allowed = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-');
	!bytes.is_empty() && bytes.iter().all(allowed)
}

/// Whether a value of metadata has a meaning.
pub(crate) fn is_value(value: &MetadataValue) -> bool {
	match value {
		MetadataValue::Text(text) => is_name(text),
		MetadataValue::Uri(uri) => is_uri(uri),
		MetadataValue::Country(code) => Country::from_code(*code).is_some(),
		MetadataValue::Number(_) | MetadataValue::Digest(_) | MetadataValue::Date(_) => true,
	}
}

/// A scheme (RFC 3986), a colon, and something after it, in visible ASCII.
fn is_uri(bytes: &[u8]) -> bool {
	let mut parts = bytes.splitn(2, |byte| *byte == b':');
	let (Some(scheme), Some(rest)) = (parts.next(), parts.next()) else { return false };
	let in_scheme = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
	scheme.first().is_some_and(u8::is_ascii_alphabetic)
		&& scheme.iter().all(in_scheme)
		&& !rest.is_empty()
		&& rest.iter().all(u8::is_ascii_graphic)
}

/// Whether lock and end of an entry of metadata go together: what has expired is not locked, so
/// that it can be removed by anybody.
pub(crate) fn lock_ends_first(lock: Lock, expires_at: Option<Moment>) -> bool {
	expires_at.is_none_or(|end| !lock.holds(end))
}

#[cfg(test)]
mod tests {
	use super::*;
	use Action::*;
	use AssetStatus::*;

	const ACTIONS: [Action; 22] = [
		FilePaper,
		AmendFacts,
		AddIdentifier,
		RemoveIdentifier,
		SetMetadata,
		RemoveMetadata,
		GrantRole,
		RevokeRole,
		OfferIssuer,
		AcceptIssuer,
		WithdrawOffer,
		Attest,
		Verify,
		Activate,
		Suspend,
		Resume,
		OpenRound,
		CloseRound,
		StartWindUp,
		CallOffWindUp,
		Retire,
		Remove,
	];
	const STATUSES: [AssetStatus; 6] = [Draft, Verified, Active, Suspended, WindingUp, Retired];

	/// One row an action, one column a status, written apart from the function. `=`: the status
	/// stays. A letter: the first of the status after. `.`: refused.
	#[rustfmt::skip]
	const EXPECTED: [(Action, &str); 22] = [
		//                  DVASWR
		(FilePaper,        "=====."),
		(AmendFacts,       "===..."),
		(AddIdentifier,    "===..."),
		(RemoveIdentifier, "======"),
		(SetMetadata,      "=====."),
		(RemoveMetadata,   "======"),
		(GrantRole,        "=====."),
		(RevokeRole,       "======"),
		(OfferIssuer,      "===.=."),
		(AcceptIssuer,     "===.=."),
		(WithdrawOffer,    "======"),
		(Attest,           "=....."),
		(Verify,           "V....."),
		(Activate,         ".A...."),
		(Suspend,          "..S..."),
		(Resume,           "...A.."),
		(OpenRound,        "..=..."),
		(CloseRound,       "..==.."),
		(StartWindUp,      "..W..."),
		(CallOffWindUp,    "....A."),
		(Retire,           "RRR.R."),
		(Remove,           ".....="),
	];

	#[test]
	fn every_action_in_every_status() {
		assert_eq!(EXPECTED.map(|(action, _)| action), ACTIONS);
		for (action, row) in EXPECTED {
			assert_eq!(row.len(), STATUSES.len());
			for (status, mark) in STATUSES.into_iter().zip(row.chars()) {
				let expected = match mark {
					'.' => None,
					'=' => Some(status),
					letter => STATUSES
						.into_iter()
						.find(|status| format!("{status:?}").starts_with(letter)),
				};
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
		assert_eq!(book_status(WindingUp), BookStatus::WindingUp);
		assert_eq!(book_status(Retired), BookStatus::Closed);
	}

	#[test]
	fn every_class_needs_somebody() {
		for index in 0..=u8::MAX {
			match <AssetClass as codec::Decode>::decode(&mut &[index][..]) {
				Ok(class) => assert!(default_policy(class).is_valid()),
				Err(_) => assert!(index > 8),
			}
		}
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

	#[test]
	fn a_key_has_one_spelling() {
		for good in [&b"a"[..], b"energy.label", b"isin-2_b", b"0"] {
			assert!(is_key(good));
		}
		for bad in [&b""[..], b"A", b"a b", b"a/b", b"\xc3\xa9", b"a\0"] {
			assert!(!is_key(bad), "{bad:?}");
		}
	}

	#[test]
	fn a_uri_has_a_scheme_and_a_rest() {
		for good in [&b"https://example.org/a?b#c"[..], b"ipfs:Qm", b"x+y-z.1:a", b"a::"] {
			assert!(is_uri(good));
		}
		for bad in [&b""[..], b":", b"a:", b":a", b"1a:b", b"a b:c", b"a:b c", b"a", b"a:\xff"] {
			assert!(!is_uri(bad), "{bad:?}");
		}
	}

	#[test]
	fn what_has_expired_is_not_locked() {
		for lock in [Lock::Never, Lock::Until(10), Lock::Forever] {
			assert!(lock_ends_first(lock, None));
		}
		for (end, fits) in [(9, false), (10, true), (11, true)] {
			assert_eq!(lock_ends_first(Lock::Until(10), Some(end)), fits);
			assert!(lock_ends_first(Lock::Never, Some(end)));
		}
		assert!(!lock_ends_first(Lock::Forever, Some(Moment::MAX)));
	}
}
