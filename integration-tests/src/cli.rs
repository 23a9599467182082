// SPDX-License-Identifier: Apache-2.0

use anyhow::{ensure, Context, Result};
use std::path::{Path, PathBuf};
use tokio::process::Command;

/// The command line, aimed at one node.
#[derive(Debug, Clone)]
pub struct Cli {
	program: PathBuf,
	url: String,
	suri: Option<String>,
}

/// What a command answered.
#[derive(Debug)]
pub struct Answer {
	/// Its exit code.
	pub code: i32,
	/// What it wrote to standard output.
	pub out: String,
	/// What it wrote to standard error.
	pub err: String,
}

impl Cli {
	/// The command line, aimed at a node.
	///
	/// # Errors
	/// If the program is not built.
	pub fn new(url: &str) -> Result<Self> {
		let program = crate::program("cadastre", "CADASTRE_CLI", "cadastre-client")?;
		Ok(Self { program, url: url.to_owned(), suri: None })
	}

	/// The same, with a key that signs.
	#[must_use]
	pub fn as_signer(&self, suri: &str) -> Self {
		Self { suri: Some(suri.to_owned()), ..self.clone() }
	}

	/// Runs a command.
	///
	/// # Errors
	/// If the program does not start.
	pub async fn run(&self, arguments: &[&str]) -> Result<Answer> {
		let mut command = Command::new(&self.program);
		command.args(arguments).args(["--url", &self.url]).kill_on_drop(true);
		command.env_remove("CADASTRE_SURI").env_remove("CADASTRE_URL").env_remove("RUST_LOG");
		if let Some(suri) = &self.suri {
			command.env("CADASTRE_SURI", suri);
		}
		answer(&mut command).await
	}

	/// Runs a line of a shell in a folder, in which `cadastre` is the command line aimed at the node.
	///
	/// # Errors
	/// If there is no shell.
	pub async fn shell(&self, folder: &Path, line: &str) -> Result<Answer> {
		let own = self.program.parent().context("the program is in a folder")?;
		let others = std::env::var_os("PATH").unwrap_or_default();
		let places = std::iter::once(own.to_owned()).chain(std::env::split_paths(&others));
		let mut command = Command::new("sh");
		command.arg("-c").arg(line).current_dir(folder).kill_on_drop(true);
		command.env("PATH", std::env::join_paths(places)?).env("CADASTRE_URL", &self.url);
		command.env_remove("CADASTRE_SURI").env_remove("RUST_LOG").env_remove("COLUMNS");
		answer(&mut command).await
	}

	/// Runs a command that must succeed, and reads its answer as JSON.
	///
	/// # Errors
	/// If the command fails, or its answer is no JSON.
	pub async fn json(&self, arguments: &[&str]) -> Result<serde_json::Value> {
		let mut arguments = arguments.to_vec();
		arguments.push("--json");
		let answer = self.run(&arguments).await?;
		ensure!(answer.code == 0, "{arguments:?} ended with {}: {}", answer.code, answer.err);
		serde_json::from_str(&answer.out).with_context(|| format!("no JSON: {}", answer.out))
	}
}

async fn answer(command: &mut Command) -> Result<Answer> {
	let output = command.output().await?;
	Ok(Answer {
		code: output.status.code().context("the command was killed")?,
		out: String::from_utf8(output.stdout)?,
		err: String::from_utf8(output.stderr)?,
	})
}
