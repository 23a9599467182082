// SPDX-License-Identifier: Apache-2.0

//! Accounts, as people write them.

use std::{fmt, str::FromStr};
use subxt::utils::AccountId32;

use crate::error::Error;

/// An account. Shown as its SS58 address with the chain's prefix.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Account(pub [u8; 32]);

impl Account {
	/// The account as subxt's calls take it.
	pub fn id(&self) -> AccountId32 {
		AccountId32(self.0)
	}

	/// The address, short enough for a table: its first and last characters.
	pub fn short(&self) -> String {
		let address = self.to_string();
		match (address.get(..6), address.get(address.len().saturating_sub(4)..)) {
			(Some(head), Some(tail)) => format!("{head}…{tail}"),
			_ => address,
		}
	}
}

impl From<AccountId32> for Account {
	fn from(account: AccountId32) -> Self {
		Self(account.0)
	}
}

impl From<&AccountId32> for Account {
	fn from(account: &AccountId32) -> Self {
		Self(account.0)
	}
}

impl fmt::Display for Account {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		// subxt writes the generic prefix, 42, which is Cadastre's.
		write!(f, "{}", self.id())
	}
}

impl fmt::Debug for Account {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{self}")
	}
}

impl serde::Serialize for Account {
	fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

impl FromStr for Account {
	type Err = Error;

	/// An SS58 address, or `0x` and the 64 hexadecimal digits of the public key.
	fn from_str(text: &str) -> Result<Self, Error> {
		let text = text.trim();
		let account = match text.strip_prefix("0x") {
			Some(digits) => {
				let mut key = [0; 32];
				hex::decode_to_slice(digits, &mut key).ok().map(|()| Self(key))
			},
			None => AccountId32::from_str(text).ok().map(Self::from),
		};
		account.ok_or_else(|| {
			Error::Invalid(format!(
				"\"{text}\" is no account; give its address, such as \
				 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY, or 0x and 64 hexadecimal digits"
			))
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
	const ALICE_HEX: &str = "0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";

	#[test]
	fn an_account_is_read_in_either_form() {
		let account: Account = ALICE.parse().unwrap();
		assert_eq!(account, ALICE_HEX.parse().unwrap());
		assert_eq!(account.to_string(), ALICE);
		assert_eq!(account.short(), "5Grwva…utQY");
		assert_eq!(cadastre_primitives::token::SS58_PREFIX, 42, "the prefix that subxt writes");
	}

	#[test]
	fn a_typing_error_is_found() {
		// One letter of the address changed: its checksum does not match.
		for wrong in [&ALICE.replace('w', "x"), &ALICE_HEX[..65], "", "0x", "Alice"] {
			let error = wrong.parse::<Account>().unwrap_err().to_string();
			assert!(error.contains("is no account; give its address"), "{error}");
		}
	}
}
