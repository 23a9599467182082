// SPDX-License-Identifier: Apache-2.0

//! # Integration tests
//!
//! A real node and the real command line, for the stories in `tests/`. This crate builds neither:
//! `cargo nextest run --workspace` builds all programs before it runs a test.

mod cli;
pub mod hard_use;
mod node;

pub use cli::{Answer, Cli};
pub use node::{get, Chain, Node};

use anyhow::{ensure, Context, Result};
use std::path::PathBuf;
use tokio::process::{Child, Command};

/// Where the program of who values assets is.
///
/// # Errors
/// If it is not built.
pub fn feeder() -> Result<PathBuf> {
	program("cadastre-feeder", "CADASTRE_FEEDER", "cadastre-feeder")
}

/// Sends a signal, such as `TERM` or `KILL`, to a process that this one has started.
///
/// # Errors
/// If the process has ended.
pub async fn signal(process: &Child, name: &str) -> Result<()> {
	let id = process.id().context("the process has ended")?;
	let sent = Command::new("kill").args(["-s", name, &id.to_string()]).status().await?;
	ensure!(sent.success(), "the signal {name} was not sent to {id}");
	Ok(())
}

/// Where a program of the workspace is: where an environment variable says, or in the folder into
/// which this test was built, or in that of the release profile beside it.
fn program(name: &str, variable: &str, package: &str) -> Result<PathBuf> {
	if let Some(path) = std::env::var_os(variable) {
		let path = PathBuf::from(path);
		ensure!(path.is_file(), "{variable} names {}, which is no file", path.display());
		return Ok(path);
	}
	// <target>/<profile>/deps/<test>
	let test = std::env::current_exe().context("a test has no path")?;
	let profile = test.ancestors().nth(2).context("a test is in no target folder")?;
	let target = profile.parent().context("a test is in no target folder")?;
	let places = [profile.join(name), target.join("release").join(name)];
	places.iter().find(|path| path.is_file()).cloned().with_context(|| {
		format!(
			"{name} is neither in {} nor in {}; build it with `cargo build --release -p {package}`, \
			 or set {variable} to its path",
			profile.display(),
			target.join("release").display()
		)
	})
}
