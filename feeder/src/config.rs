// SPDX-License-Identifier: Apache-2.0

//! The file that says what the service does. Every field is checked before anything is done, and
//! what is wrong names the field and what to do.

use anyhow::{bail, ensure, Context, Result};
use cadastre_client::{valuations::parse_feed, DEFAULT_URL};
use cadastre_models::{Artefact, Inputs};
use cadastre_primitives::{AssetId, FeedId, ModelId};
use serde::Deserialize;
use std::{
	collections::BTreeSet,
	net::SocketAddr,
	path::{Path, PathBuf},
};
use subxt::utils::H256;

/// The longest time between two looks at the chain: longer, and a short round would be missed.
const MAX_POLL: u64 = 600;

/// What the file says. Paths are relative to the file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
	/// Address of the node.
	#[serde(default = "default_url")]
	pub(crate) url: String,
	/// Hash of the chain's first block: no other chain is spoken to.
	pub(crate) genesis: Option<H256>,
	/// File with the operator's key.
	pub(crate) keystore: PathBuf,
	/// Folder in which the service keeps what it has promised.
	pub(crate) state: PathBuf,
	/// Address at which metrics are served; none if left out.
	pub(crate) metrics: Option<SocketAddr>,
	/// Seconds between two looks at the chain.
	#[serde(default = "default_poll")]
	pub(crate) poll_seconds: u64,
	/// Whether it opens rounds that are due.
	#[serde(default)]
	pub(crate) open_rounds: bool,
	/// Whether it finishes rounds that wait for it, which is free.
	#[serde(default = "yes")]
	pub(crate) finish_rounds: bool,
	/// Whether it compares its models with prices that were recorded, which is free.
	#[serde(default = "yes")]
	pub(crate) score: bool,
	/// Whether it pays the penalty for a report that it did not open, so as to go on.
	#[serde(default)]
	pub(crate) settle_misses: bool,
	/// The models.
	pub(crate) models: Vec<ModelConfig>,
}

/// A model of the operator's.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ModelConfig {
	/// Its number on the chain.
	pub(crate) model: ModelId,
	/// The file of the artefact.
	pub(crate) artefact: PathBuf,
	/// Folder with the facts of the assets: `7.json` is asset 7's.
	pub(crate) inputs: PathBuf,
	/// The feeds that it values; all on which it has a seat if left out.
	pub(crate) feeds: Option<Vec<String>>,
	/// A rehearsal on old data: the chain is told that they are of the day of the round. Never on a
	/// chain whose answers are used.
	#[serde(default)]
	pub(crate) rehearsal: bool,
}

fn default_url() -> String {
	DEFAULT_URL.to_owned()
}

fn default_poll() -> u64 {
	6
}

fn yes() -> bool {
	true
}

/// A model that is ready to value.
#[derive(Debug)]
pub(crate) struct Loaded {
	pub(crate) model: ModelId,
	pub(crate) artefact: Artefact,
	pub(crate) inputs: PathBuf,
	pub(crate) feeds: Option<BTreeSet<FeedId>>,
	pub(crate) rehearsal: bool,
}

impl Loaded {
	/// The facts of an asset.
	pub(crate) fn inputs_of(&self, asset: AssetId) -> Result<Inputs> {
		let file = self.inputs.join(format!("{asset}.json"));
		let text = std::fs::read_to_string(&file).with_context(|| {
			format!("the facts of asset {asset} cannot be read from {}", file.display())
		})?;
		Inputs::from_json(&text)
			.with_context(|| format!("{} are no facts of an asset", file.display()))
	}
}

impl Config {
	/// Reads and checks the file.
	///
	/// # Errors
	/// If it cannot be read or a field is wrong. The text names the field.
	pub(crate) fn read(file: &Path) -> Result<Self> {
		let text = std::fs::read_to_string(file).with_context(|| {
			format!(
				"the configuration {} cannot be read; give another with --config",
				file.display()
			)
		})?;
		let folder = file.parent().unwrap_or(Path::new(""));
		Self::parse(&text, folder).with_context(|| format!("in {}", file.display()))
	}

	/// As [`Self::read`], of a text; paths are relative to a folder.
	fn parse(text: &str, folder: &Path) -> Result<Self> {
		let mut config: Self = toml::from_str(text)?;
		for path in [&mut config.keystore, &mut config.state] {
			*path = folder.join(&path);
		}
		for model in &mut config.models {
			model.artefact = folder.join(&model.artefact);
			model.inputs = folder.join(&model.inputs);
		}
		config.check()?;
		Ok(config)
	}

	fn check(&self) -> Result<()> {
		ensure!(
			self.url.starts_with("ws://") || self.url.starts_with("wss://"),
			"url: \"{}\" is no address of a node; write ws://HOST:PORT or wss://HOST:PORT",
			self.url
		);
		ensure!(
			(1..=MAX_POLL).contains(&self.poll_seconds),
			"poll_seconds: is {}; write 1 to {MAX_POLL}, and less than the shortest period of the \
			 feeds",
			self.poll_seconds
		);
		ensure!(!self.models.is_empty(), "models: there is none; add a [[models]] for each");
		let mut seen = BTreeSet::new();
		for one in &self.models {
			let at = format!("models, number {}", one.model);
			ensure!(seen.insert(one.model), "{at}: stands twice; a model has one entry");
			ensure!(
				one.artefact.is_file(),
				"{at}, artefact: {} is no file; `cadastre-feeder train` makes one",
				one.artefact.display()
			);
			ensure!(
				one.inputs.is_dir(),
				"{at}, inputs: {} is no folder; make it, with a file <asset>.json for each asset",
				one.inputs.display()
			);
			for text in one.feeds.iter().flatten() {
				if let Err(error) = parse_feed(text) {
					bail!("{at}, feeds: {error}");
				}
			}
		}
		Ok(())
	}

	/// Loads the artefacts.
	///
	/// # Errors
	/// If one is broken.
	pub(crate) fn load(&self) -> Result<Vec<Loaded>> {
		self.models
			.iter()
			.map(|one| {
				let artefact = Artefact::load(&one.artefact).with_context(|| {
					format!(
						"models, number {}, artefact: {} cannot be used; take the file as it was \
						 published, byte for byte",
						one.model,
						one.artefact.display()
					)
				})?;
				let feeds = one.feeds.as_ref().map(|feeds| {
					feeds.iter().filter_map(|text| parse_feed(text).ok()).collect::<BTreeSet<_>>()
				});
				Ok(Loaded {
					model: one.model,
					artefact,
					inputs: one.inputs.clone(),
					feeds,
					rehearsal: one.rehearsal,
				})
			})
			.collect()
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	/// A folder with all that a configuration names.
	fn folder() -> tempfile::TempDir {
		let folder = tempfile::tempdir().unwrap();
		std::fs::write(folder.path().join("model.json"), "{}").unwrap();
		std::fs::create_dir(folder.path().join("inputs")).unwrap();
		folder
	}

	const GOOD: &str = r#"
keystore = "operator.key"
state = "state"

[[models]]
model = 3
artefact = "model.json"
inputs = "inputs"
"#;

	#[test]
	fn what_is_left_out_has_a_default_and_paths_are_beside_the_file() {
		let folder = folder();
		let config = Config::parse(GOOD, folder.path()).unwrap();
		assert_eq!(config.url, DEFAULT_URL);
		assert_eq!((config.poll_seconds, config.metrics), (6, None));
		assert!(config.finish_rounds && config.score);
		assert!(!config.open_rounds && !config.settle_misses);
		assert_eq!(config.state, folder.path().join("state"));
		assert_eq!(config.models[0].artefact, folder.path().join("model.json"));
		assert!(!config.models[0].rehearsal, "a rehearsal is asked for by name");
	}

	#[test]
	fn a_wrong_field_is_named_with_what_to_do() {
		let folder = folder();
		let with = |line: &str| format!("{line}\n{GOOD}");
		let second = "[[models]]\nmodel = 3\nartefact = \"model.json\"\ninputs = \"inputs\"\n";
		for (text, words) in [
			(with("url = \"http://127.0.0.1\""), ["url: ", "ws://HOST:PORT"]),
			(with("poll_seconds = 0"), ["poll_seconds: ", "1 to 600"]),
			(with("poll_seconds = 601"), ["poll_seconds: ", "1 to 600"]),
			(with("metrics = \"9615\""), ["metrics", "socket address"]),
			(with("genesis = \"0x12\""), ["genesis", "invalid length"]),
			(with("pol_seconds = 6"), ["pol_seconds", "unknown field"]),
			(GOOD.replace("keystore = \"operator.key\"", ""), ["keystore", "missing field"]),
			(format!("{GOOD}{second}"), ["number 3", "stands twice"]),
			(GOOD.replace("\"model.json\"", "\"none.json\""), ["artefact: ", "train"]),
			(GOOD.replace("\"inputs\"", "\"nowhere\""), ["inputs: ", "<asset>.json"]),
			(format!("{GOOD}feeds = [\"7/price\"]"), ["feeds: ", "no metric"]),
			("keystore = \"k\"\nstate = \"s\"\nmodels = []".to_owned(), ["models: ", "[[models]]"]),
		] {
			let error = format!("{:#}", Config::parse(&text, folder.path()).unwrap_err());
			for word in words {
				assert!(error.contains(word), "no «{word}» in: {error}");
			}
		}
	}

	#[test]
	fn the_shortest_and_the_longest_poll_are_taken() {
		let folder = folder();
		for seconds in [1, MAX_POLL] {
			let text = format!("poll_seconds = {seconds}\n{GOOD}");
			assert_eq!(Config::parse(&text, folder.path()).unwrap().poll_seconds, seconds);
		}
	}

	#[test]
	fn a_broken_artefact_is_named() {
		let folder = folder();
		let error = Config::parse(GOOD, folder.path()).unwrap().load().unwrap_err();
		assert!(format!("{error:#}").contains("number 3, artefact: "), "{error:#}");
	}
}
