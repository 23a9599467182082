// SPDX-License-Identifier: Apache-2.0

//! Hard use: what a node must bear, as a driver that anyone can run (`hard-use --help`) and as tests.
//!
//! All of it speaks to a node that it started itself, on the loopback address.

pub mod flood;
pub mod kill;
pub mod malformed;

use anyhow::{bail, ensure, Context, Result};
use jsonrpsee::{
	core::{
		client::{ClientT, Error},
		params::ArrayParams,
	},
	ws_client::{WsClient, WsClientBuilder},
};
use serde_json::Value;
use std::{
	path::{Path, PathBuf},
	process::Stdio,
	sync::{Arc, Mutex},
	time::{Duration, Instant},
};
use tokio::{
	io::{AsyncBufReadExt, BufReader},
	process::{Child, Command},
	time::sleep,
};

/// How long a node may take to answer. A loaded machine compiles the runtime for minutes.
pub const PATIENCE: Duration = Duration::from_secs(900);

/// Words in a node's log that no use may bring about.
const ALARMS: [&str; 4] = ["panicked", "corrupt", "Corrupt", "Essential task"];

/// Where a runtime API ends its own instance of the wasm over arguments that it cannot decode, as all
/// of the SDK's do: nothing else of the node is touched.
const UNDECODABLE: &str = "panicked at /";
const OF_AN_API: &str = "/runtime/src/apis.rs:";

/// A node of a development chain with its data in a folder, so that it can be ended and started
/// again.
#[derive(Debug)]
pub struct Victim {
	process: Child,
	/// Its address, without a scheme.
	pub address: String,
	/// The number of the highest block in its database when it started.
	pub known: u64,
	/// From the start of the process to its first answer.
	pub started_in: Duration,
	alarms: Arc<Mutex<Vec<String>>>,
}

/// What a line of the log tells.
#[derive(Default)]
struct Heard {
	known: Option<u64>,
	address: Option<String>,
}

impl Victim {
	/// Starts a node and waits until it answers.
	///
	/// # Errors
	/// If it ends, or does not answer in time. The error has the end of its log.
	pub async fn start(folder: &Path, arguments: &[&str]) -> Result<Self> {
		let program = crate::program("cadastre-node", "CADASTRE_NODE", "cadastre-node")?;
		let spec = spec(&program, folder).await?;
		let began = Instant::now();
		let mut process = Command::new(&program)
			.args(["--dev", "--rpc-port", "0", "--port", "0", "--no-prometheus"])
			.args(["--no-telemetry", "--no-mdns", "--no-hardware-benchmarks"])
			.args(["--state-pruning", "archive", "--base-path"])
			.arg(folder)
			.arg("--chain")
			.arg(&spec)
			.args(arguments)
			.stdin(Stdio::null())
			.stdout(Stdio::null())
			.stderr(Stdio::piped())
			.kill_on_drop(true)
			.spawn()
			.with_context(|| format!("{} does not start", program.display()))?;
		let mut log = BufReader::new(process.stderr.take().context("the node has no log")?).lines();
		let alarms = Arc::new(Mutex::new(Vec::new()));
		let mut heard = Heard::default();
		let mut last = Vec::new();
		let listening = async {
			while let Some(line) = log.next_line().await? {
				note(&line, &alarms);
				hear(&line, &mut heard);
				last.push(line);
				if heard.address.is_some() {
					return anyhow::Ok(());
				}
			}
			let tail = last.len().saturating_sub(20);
			bail!("the node ended before it listened:\n{}", last[tail..].join("\n"))
		};
		match tokio::time::timeout(PATIENCE, listening).await {
			Ok(result) => result?,
			Err(_) => bail!("the node does not listen after {} s", PATIENCE.as_secs()),
		}
		// Nobody else reads the log, and a full pipe would stop the node.
		let kept = alarms.clone();
		tokio::spawn(async move {
			while let Ok(Some(line)) = log.next_line().await {
				note(&line, &kept);
			}
		});
		let victim = Self {
			process,
			address: heard.address.context("the node listens nowhere")?,
			known: heard.known.context("the node does not say what its database has")?,
			started_in: began.elapsed(),
			alarms,
		};
		victim.alive().await?;
		Ok(victim)
	}

	/// A connection to it.
	///
	/// # Errors
	/// If it does not answer.
	pub async fn connect(&self) -> Result<WsClient> {
		connect(&self.url()).await
	}

	/// The address of its WebSocket.
	pub fn url(&self) -> String {
		format!("ws://{}", self.address)
	}

	/// Whether it answers, and has not said any of the words that it may not say.
	///
	/// # Errors
	/// If not.
	pub async fn alive(&self) -> Result<()> {
		let name = ask(&self.connect().await?, "system_chain", &[]).await?;
		ensure!(name.is_string(), "the node does not know its chain: {name}");
		let alarms = self.alarms();
		ensure!(alarms.is_empty(), "the node's log has {alarms:?}");
		Ok(())
	}

	/// What it said that it may not say.
	pub fn alarms(&self) -> Vec<String> {
		self.alarms.lock().map(|alarms| alarms.clone()).unwrap_or_default()
	}

	/// Its resident memory, in bytes.
	///
	/// # Errors
	/// If the process is gone, or the system has no `/proc`.
	pub fn memory(&self) -> Result<u64> {
		let id = self.process.id().context("the node has ended")?;
		let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
		let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
		let kilobytes = line.and_then(|line| line.split_whitespace().next());
		Ok(kilobytes.context("no VmRSS")?.parse::<u64>()? * 1024)
	}

	/// `kill -9`.
	///
	/// # Errors
	/// If it has ended already.
	pub async fn kill(mut self) -> Result<()> {
		if let Some(status) = self.process.try_wait()? {
			bail!("the node had ended by itself: {status}");
		}
		self.process.kill().await?;
		Ok(())
	}
}

/// The development chain's spec in its raw form, made once for a folder: a node that starts from it
/// has no genesis to compute, and most of a start is that.
async fn spec(program: &Path, folder: &Path) -> Result<PathBuf> {
	let path = folder.join("dev.json");
	if !path.exists() {
		std::fs::create_dir_all(folder)?;
		let output = Command::new(program)
			.args(["export-chain-spec", "--chain", "dev", "--raw", "--output"])
			.arg(&path)
			.stdin(Stdio::null())
			.output()
			.await?;
		let said = String::from_utf8_lossy(&output.stderr);
		ensure!(output.status.success(), "no chain spec could be made: {said}");
	}
	Ok(path)
}

fn note(line: &str, alarms: &Mutex<Vec<String>>) {
	let refused = line.contains(UNDECODABLE) && line.contains(OF_AN_API);
	if !refused && ALARMS.iter().any(|word| line.contains(word)) {
		if let Ok(mut alarms) = alarms.lock() {
			alarms.push(line.to_owned());
		}
	}
}

fn hear(line: &str, heard: &mut Heard) {
	if let Some((_, number)) = line.split_once("Highest known block at #") {
		heard.known = number.trim().parse().ok();
	}
	if let Some((_, addresses)) = line.split_once("Running JSON-RPC server: addr=") {
		heard.address = addresses.split(',').next().map(|address| address.trim().to_owned());
	}
}

/// Connects to a node.
///
/// # Errors
/// If nobody answers.
pub async fn connect(url: &str) -> Result<WsClient> {
	let builder = WsClientBuilder::default()
		.connection_timeout(Duration::from_secs(60))
		.request_timeout(PATIENCE)
		.max_concurrent_requests(8_192);
	builder.build(url).await.with_context(|| format!("no node answers at {url}"))
}

/// Asks a method with parameters.
///
/// # Errors
/// If the node does not answer, or with an error.
pub async fn ask(client: &WsClient, method: &str, params: &[Value]) -> Result<Value, Error> {
	let mut list = ArrayParams::new();
	for param in params {
		list.insert(param).map_err(Error::ParseError)?;
	}
	client.request(method, list).await
}

/// The number of the best block, or of a block.
///
/// # Errors
/// If the node does not answer, or does not know the block.
pub async fn height(client: &WsClient, block: Option<&Value>) -> Result<u64> {
	let params: Vec<Value> = block.into_iter().cloned().collect();
	let header = ask(client, "chain_getHeader", &params).await?;
	let number = header["number"].as_str().context("a header without a number")?;
	Ok(u64::from_str_radix(number.trim_start_matches("0x"), 16)?)
}

/// The number of the last finalized block.
///
/// # Errors
/// If the node does not answer.
pub async fn finalized(client: &WsClient) -> Result<u64> {
	let hash = ask(client, "chain_getFinalizedHead", &[]).await?;
	height(client, Some(&hash)).await
}

/// The hash of a block of the best chain, if it has one of that number.
///
/// # Errors
/// If the node does not answer.
pub async fn hash_of(client: &WsClient, number: u64) -> Result<Option<String>> {
	let hash = ask(client, "chain_getBlockHash", &[number.into()]).await?;
	Ok(hash.as_str().map(str::to_owned))
}

/// Waits for a number of blocks on top of one.
///
/// # Errors
/// If the node does not answer, or builds none for longer than a node may take.
pub async fn until_height(client: &WsClient, wanted: u64) -> Result<()> {
	let began = Instant::now();
	while height(client, None).await? < wanted {
		ensure!(began.elapsed() < PATIENCE, "the chain does not come to block {wanted}");
		sleep(Duration::from_millis(100)).await;
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_log_tells_what_the_database_has_and_where_the_node_listens() {
		let mut heard = Heard::default();
		hear("2026-11-25 01:41:22 📦 Highest known block at #42", &mut heard);
		hear("x Running JSON-RPC server: addr=127.0.0.1:4711,[::1]:4711", &mut heard);
		assert_eq!(heard.known, Some(42));
		assert_eq!(heard.address.as_deref(), Some("127.0.0.1:4711"));
	}

	#[test]
	fn a_panic_in_the_log_is_an_alarm_and_a_block_is_none() {
		let alarms = Mutex::new(Vec::new());
		note("🏆 Imported #3", &alarms);
		assert!(alarms.lock().unwrap().is_empty());
		note("panicked at /home/a/cadastre/runtime/src/apis.rs:55:1:", &alarms);
		assert!(alarms.lock().unwrap().is_empty());
		note("Thread 'main' panicked at 'index'", &alarms);
		note("panicked at /home/a/cadastre/pallets/shares/src/settle.rs:55:1:", &alarms);
		assert_eq!(alarms.lock().unwrap().len(), 2);
	}
}
