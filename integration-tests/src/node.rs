// SPDX-License-Identifier: Apache-2.0

use anyhow::{bail, ensure, Context, Result};
use std::{collections::VecDeque, process::Stdio, time::Duration};
use tokio::{
	io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, Lines},
	net::TcpStream,
	process::{Child, ChildStderr, Command},
	time::timeout,
};

/// How long a node may take to answer. It compiles the runtime first, on a loaded machine for minutes.
const PATIENCE: Duration = Duration::from_secs(600);

/// How many lines of the log are shown if the node does not start.
const LAST_LINES: usize = 20;

/// A node of a development chain of its own, which ends when this is dropped.
#[derive(Debug)]
pub struct Node {
	// Killed on drop.
	_process: Child,
	address: String,
}

impl Node {
	/// Starts a node that makes a block each half second, and waits until it answers.
	///
	/// # Errors
	/// If there is no node program, or it ends or does not answer in time. The end of its log is in
	/// the error.
	pub async fn start() -> Result<Self> {
		Self::start_with(&["--dev-block-time", "500"]).await
	}

	/// Starts a node with further arguments, and waits until it answers.
	///
	/// # Errors
	/// As for [`Node::start`].
	pub async fn start_with(arguments: &[&str]) -> Result<Self> {
		let program = crate::program("cadastre-node", "CADASTRE_NODE", "cadastre-node")?;
		// Free ports, so that nodes can run beside each other. All state is kept: events of old
		// blocks are read.
		let mut process = Command::new(&program)
			.args(["--dev", "--tmp", "--rpc-port", "0", "--port", "0", "--no-prometheus"])
			.args(["--no-telemetry", "--state-pruning", "archive"])
			.args(arguments)
			.stdin(Stdio::null())
			.stdout(Stdio::null())
			.stderr(Stdio::piped())
			.kill_on_drop(true)
			.spawn()
			.with_context(|| format!("{} does not start", program.display()))?;
		let log = process.stderr.take().context("the node has no log")?;
		let mut log = BufReader::new(log).lines();
		let address = match timeout(PATIENCE, listening(&mut log)).await {
			Ok(address) => address?,
			Err(_) => bail!("the node does not listen after {} s", PATIENCE.as_secs()),
		};
		// Nobody else reads the log, and a full pipe would stop the node.
		tokio::spawn(async move { while let Ok(Some(_)) = log.next_line().await {} });

		let health = timeout(PATIENCE, get(&address, "/health")).await??;
		ensure!(health.starts_with("HTTP/1.1 200"), "the node is not healthy: {health}");
		Ok(Self { _process: process, address })
	}

	/// Starts a node with nothing but these arguments, which it must refuse, and answers what it
	/// said.
	///
	/// # Errors
	/// If there is no node program, or it goes on, or it ends as if all were well.
	pub async fn refused(arguments: &[&str]) -> Result<String> {
		let program = crate::program("cadastre-node", "CADASTRE_NODE", "cadastre-node")?;
		let run =
			Command::new(&program).args(arguments).stdin(Stdio::null()).kill_on_drop(true).output();
		let output = timeout(PATIENCE, run).await.context("the node goes on")??;
		ensure!(!output.status.success(), "the node ended as if all were well");
		Ok(String::from_utf8_lossy(&output.stderr).into_owned())
	}

	/// The address of its WebSocket.
	pub fn url(&self) -> String {
		format!("ws://{}", self.address)
	}
}

/// Reads the log up to the line that says where the node listens.
async fn listening(log: &mut Lines<BufReader<ChildStderr>>) -> Result<String> {
	let mut last = VecDeque::new();
	while let Some(line) = log.next_line().await? {
		if let Some((_, addresses)) = line.split_once("Running JSON-RPC server: addr=") {
			let address = addresses.split(',').next().unwrap_or_default().trim();
			return Ok(address.to_owned());
		}
		last.push_back(line);
		if last.len() > LAST_LINES {
			last.pop_front();
		}
	}
	bail!("the node ended before it listened:\n{}", Vec::from(last).join("\n"))
}

/// Asks a node by plain HTTP.
async fn get(address: &str, path: &str) -> Result<String> {
	let mut stream = TcpStream::connect(address).await?;
	let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
	stream.write_all(request.as_bytes()).await?;
	let mut answer = String::new();
	stream.read_to_string(&mut answer).await?;
	Ok(answer)
}
