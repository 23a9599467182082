// SPDX-License-Identifier: Apache-2.0

//! ParityDB unless the operator asks for another database.
//!
//! The library chooses RocksDB wherever it is compiled in, which a dependency of ours does. It reads
//! the command line by itself, so the only way to give it another default is another command line.

use std::{ffi::OsString, process::Command};

/// The commands beside running the node that open its database.
const COMMANDS: [&str; 6] =
	["check-block", "export-blocks", "export-state", "import-blocks", "purge-chain", "revert"];

/// Starts this program over with ParityDB named, if no database is. Returns if there is nothing to
/// add, or if the system refuses; then the library's default holds.
pub(crate) fn choose() {
	let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
	let Some(arguments) = with_database(arguments) else { return };
	let Ok(program) = std::env::current_exe() else { return };
	#[cfg(unix)]
	{
		use std::os::unix::process::CommandExt;
		let error = Command::new(program).args(arguments).exec();
		eprintln!("The default database is RocksDB, not ParityDB: {error}");
	}
}

/// The arguments with `--database paritydb`, if a database is opened and none is named.
fn with_database(mut arguments: Vec<OsString>) -> Option<Vec<OsString>> {
	// What follows `--` is the relay chain's.
	let ours = arguments.iter().take_while(|argument| *argument != "--");
	if ours.into_iter().any(|argument| {
		let argument = argument.to_string_lossy();
		argument == "--db"
			|| argument == "--database"
			|| argument.starts_with("--db=")
			|| argument.starts_with("--database=")
			|| ["-h", "--help", "-V", "--version", "help"].contains(&&*argument)
	}) {
		return None;
	}
	let place = match arguments.first() {
		Some(first) if COMMANDS.iter().any(|command| first == command) => 1,
		Some(first) if !first.to_string_lossy().starts_with('-') => return None,
		_ => 0,
	};
	arguments.insert(place, "--database=paritydb".into());
	Some(arguments)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn with(arguments: &[&str]) -> Option<Vec<String>> {
		let arguments = arguments.iter().map(OsString::from).collect();
		let text = |argument: OsString| argument.into_string().unwrap();
		with_database(arguments).map(|arguments| arguments.into_iter().map(text).collect())
	}

	#[test]
	fn a_node_runs_on_paritydb() {
		assert_eq!(with(&[]).unwrap(), ["--database=paritydb"]);
		assert_eq!(with(&["--dev"]).unwrap(), ["--database=paritydb", "--dev"]);
		assert_eq!(
			with(&["--dev", "--", "--database", "rocksdb"]).unwrap(),
			["--database=paritydb", "--dev", "--", "--database", "rocksdb"]
		);
	}

	#[test]
	fn commands_open_the_database_that_the_node_wrote() {
		assert_eq!(with(&["revert", "3"]).unwrap(), ["revert", "--database=paritydb", "3"]);
		assert_eq!(with(&["key", "generate"]), None);
		assert_eq!(with(&["export-chain-spec", "--chain", "dev"]), None);
	}

	#[test]
	fn what_the_operator_says_holds() {
		for named in [&["--database", "rocksdb"][..], &["--database=auto"], &["--db", "rocksdb"]] {
			assert_eq!(with(named), None);
		}
		assert_eq!(with(&["--help"]), None);
		// So that the program does not start itself over for ever.
		assert_eq!(with_database(with_database(vec![]).unwrap()), None);
	}
}
