// SPDX-License-Identifier: Apache-2.0

//! Keys that sign. They are read from a file, a URI or the environment, and never shown.

use std::{
	fmt,
	path::{Path, PathBuf},
	str::FromStr,
};
use subxt::utils::MultiSignature;
use subxt_signer::{
	sr25519::{Keypair, PublicKey},
	SecretUri,
};

use crate::{account::Account, Config};

/// The environment variable that may hold a secret URI.
pub const SURI_VARIABLE: &str = "CADASTRE_SURI";

/// Why a key cannot be used. No message repeats any part of the secret.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
	/// No key was given.
	#[error(
		"this command signs a transaction; give the key's file with --keystore FILE, its secret URI \
		 with --suri, or set the environment variable {SURI_VARIABLE}"
	)]
	Missing,
	/// What was given is no secret URI.
	#[error(
		"the secret URI from {from} cannot be read; it is a phrase of 12 to 24 words or 0x and 64 \
		 hexadecimal digits, then a path such as //issuer//1, then ///password if there is one"
	)]
	Malformed {
		/// Where it came from.
		from: String,
	},
	/// The file cannot be read.
	#[error("the key file {path} cannot be read: {reason}")]
	Unreadable {
		/// The file.
		path: PathBuf,
		/// What the operating system says.
		reason: std::io::Error,
	},
	/// The file can be read by other users of the machine.
	#[error(
		"other users of this machine may read the key file {path}; close it with `chmod 600 {path}`"
	)]
	Exposed {
		/// The file.
		path: PathBuf,
	},
	/// The file's name says that it holds another key than it does.
	#[error(
		"the key file {path} holds another key than its name says; it was renamed or replaced"
	)]
	Misnamed {
		/// The file.
		path: PathBuf,
	},
}

/// A secret URI that no key was made of yet, and where it came from. Never shown.
#[derive(Clone)]
pub struct Secret {
	suri: String,
	from: String,
	/// The public key that the name of a keystore file promises.
	named: Option<(PathBuf, Vec<u8>)>,
}

impl Secret {
	/// What was given as it is, such as `//Alice` of the development phrase.
	pub fn from_suri(suri: &str) -> Self {
		Self { suri: suri.trim().to_owned(), from: "--suri".to_owned(), named: None }
	}

	/// What is in a file: the secret URI alone, or as the node's own keystore writes it (a JSON
	/// string in a file that is named after the key's type and public key).
	///
	/// # Errors
	/// If the file cannot be read, or is open to other users.
	pub fn from_file(path: &Path) -> Result<Self, KeyError> {
		let unreadable = |reason| KeyError::Unreadable { path: path.into(), reason };
		let text = std::fs::read_to_string(path).map_err(unreadable)?;
		#[cfg(unix)]
		{
			use std::os::unix::fs::PermissionsExt;
			let mode = std::fs::metadata(path).map_err(unreadable)?.permissions().mode();
			if mode & 0o077 != 0 {
				return Err(KeyError::Exposed { path: path.into() });
			}
		}
		let text = text.trim();
		let suri = serde_json::from_str::<String>(text).unwrap_or_else(|_| text.to_owned());
		let suri = suri.trim().to_owned();

		// The node's keystore names a file by four bytes of the key's type and the public key.
		let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
		let named = (name.len() == 72)
			.then(|| hex::decode(name).ok())
			.flatten()
			.map(|name| (path.to_owned(), name[4..].to_vec()));
		Ok(Self { suri, from: format!("the file {}", path.display()), named })
	}

	/// What is in the environment variable [`SURI_VARIABLE`], if that is set.
	pub fn from_environment() -> Option<Self> {
		let suri = std::env::var(SURI_VARIABLE).ok()?;
		let from = format!("the environment variable {SURI_VARIABLE}");
		Some(Self { suri: suri.trim().to_owned(), from, named: None })
	}

	/// The key that a scheme makes of it, with its public key.
	pub(crate) fn make<K>(
		&self,
		make: impl FnOnce(&str) -> Option<(K, Vec<u8>)>,
	) -> Result<K, KeyError> {
		let (key, public) =
			make(&self.suri).ok_or_else(|| KeyError::Malformed { from: self.from.clone() })?;
		match &self.named {
			Some((path, named)) if *named != public => {
				Err(KeyError::Misnamed { path: path.clone() })
			},
			_ => Ok(key),
		}
	}
}

impl fmt::Debug for Secret {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "Secret(from {})", self.from)
	}
}

/// A key that signs. Its secret is never shown: `Debug` writes the address.
#[derive(Clone)]
pub struct Signer {
	pair: Keypair,
	account: Account,
}

impl Signer {
	/// The key of a secret URI, such as `//Alice` of the development phrase.
	///
	/// # Errors
	/// If the text is no secret URI; the error does not repeat it.
	pub fn from_suri(suri: &str) -> Result<Self, KeyError> {
		Self::new(&Secret::from_suri(suri))
	}

	/// The key in a file: see [`Secret::from_file`].
	///
	/// # Errors
	/// If the file cannot be read, is open to other users, holds no secret URI, or another key than
	/// the name of a keystore file says.
	pub fn from_file(path: &Path) -> Result<Self, KeyError> {
		Self::new(&Secret::from_file(path)?)
	}

	/// The sr25519 key of a secret.
	///
	/// # Errors
	/// If it is no secret URI, or another key than the name of its keystore file says.
	pub fn new(secret: &Secret) -> Result<Self, KeyError> {
		secret.make(|suri| {
			let pair = Keypair::from_uri(&SecretUri::from_str(suri).ok()?).ok()?;
			let account = Account(pair.public_key().0);
			let public = account.0.to_vec();
			Some((Self { pair, account }, public))
		})
	}

	/// The account that this key signs for.
	pub fn account(&self) -> &Account {
		&self.account
	}
}

impl fmt::Debug for Signer {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "Signer({})", self.account)
	}
}

impl subxt::tx::Signer<Config> for Signer {
	fn account_id(&self) -> <Config as subxt::Config>::AccountId {
		self.account.id()
	}

	fn sign(&self, payload: &[u8]) -> MultiSignature {
		self.pair.sign(payload).into()
	}
}

impl From<PublicKey> for Account {
	fn from(key: PublicKey) -> Self {
		Self(key.0)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
	const SEED: &str = "0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a";

	fn key_file(name: &str, text: &str, mode: u32) -> (tempfile::TempDir, PathBuf) {
		use std::os::unix::fs::PermissionsExt;
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join(name);
		std::fs::write(&path, text).unwrap();
		std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
		(folder, path)
	}

	#[test]
	fn a_uri_a_seed_and_a_file_give_the_same_key() {
		let (_folder, plain) = key_file("issuer.key", "//Alice\n", 0o600);
		let (_other, json) = key_file("issuer.json", "\"//Alice\"", 0o400);
		for signer in [
			Signer::from_suri("//Alice"),
			Signer::from_suri(SEED),
			Signer::from_file(&plain),
			Signer::from_file(&json),
		] {
			assert_eq!(signer.unwrap().account().to_string(), ALICE);
		}
	}

	#[test]
	fn nothing_shows_the_secret() {
		let phrase = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";
		let signer = Signer::from_suri(&format!("{phrase}//secret///hunter2")).unwrap();
		let shown = format!("{signer:?} {signer:#?}");
		assert_eq!(shown, format!("Signer({0}) Signer({0})", signer.account()));

		// Errors do not repeat what they could not read.
		let (_folder, path) = key_file("k", "botom drive//hunter2", 0o600);
		for error in [
			Signer::from_suri("botom drive//hunter2").unwrap_err(),
			Signer::from_file(&path).unwrap_err(),
		] {
			let shown = format!("{error} {error:?}");
			assert!(!shown.contains("botom") && !shown.contains("hunter2"), "{shown}");
			assert!(shown.contains("it is a phrase of 12 to 24 words"), "{shown}");
		}
	}

	#[test]
	fn an_open_file_is_refused() {
		for mode in [0o640, 0o604, 0o644, 0o660] {
			let (_folder, path) = key_file("k", "//Alice", mode);
			let error = Signer::from_file(&path).unwrap_err().to_string();
			assert!(error.contains("chmod 600"), "{error}");
		}
	}

	#[test]
	fn a_missing_file_is_named() {
		let error = Signer::from_file(Path::new("/nowhere/key")).unwrap_err().to_string();
		assert!(error.starts_with("the key file /nowhere/key cannot be read"), "{error}");
	}

	#[test]
	fn a_keystore_file_holds_the_key_of_its_name() {
		let alice = "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";
		let (_folder, path) = key_file(&format!("61636374{alice}"), "\"//Alice\"", 0o600);
		assert_eq!(Signer::from_file(&path).unwrap().account().to_string(), ALICE);
		let (_folder, path) = key_file(&format!("61636374{alice}"), "\"//Bob\"", 0o600);
		assert!(matches!(Signer::from_file(&path), Err(KeyError::Misnamed { .. })));
	}
}
