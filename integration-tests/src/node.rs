// SPDX-License-Identifier: Apache-2.0

use anyhow::{bail, ensure, Context, Result};
use std::{
	collections::VecDeque,
	net::Ipv4Addr,
	path::{Path, PathBuf},
	process::Stdio,
	time::Duration,
};
use tokio::{
	io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, Lines},
	net::{TcpListener, TcpStream},
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
	process: Child,
	address: String,
}

/// A development chain whose node can be stopped, and started again days later.
#[derive(Debug)]
pub struct Chain {
	folder: PathBuf,
	clock: PathBuf,
	port: u16,
	later: Duration,
	node: Option<Node>,
}

impl Chain {
	/// Starts the node of a new chain, whose state is in a folder.
	///
	/// # Errors
	/// As for [`Node::start`], or if there is no C compiler for the clock.
	pub async fn start(folder: &Path) -> Result<Self> {
		let clock = folder.join("clock.so");
		let made = Command::new("cc")
			.args(["-shared", "-fPIC", "-O2", "-o"])
			.arg(&clock)
			.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/clock.c"))
			.output()
			.await
			.context("there is no C compiler `cc`")?;
		ensure!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
		// The same port after each start, so that who was connected finds the node again.
		let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?.local_addr()?.port();
		let mut chain =
			Self { folder: folder.join("chain"), clock, port, later: Duration::ZERO, node: None };
		chain.run().await?;
		Ok(chain)
	}

	/// Stops the node, and starts it again when so much time has passed for the chain.
	///
	/// # Errors
	/// As for [`Chain::start`], or if the node does not stop.
	pub async fn pass(&mut self, time: Duration) -> Result<()> {
		if let Some(node) = self.node.take() {
			node.stop().await?;
		}
		self.later += time;
		self.run().await
	}

	/// The address of the node's WebSocket, which stays the same.
	pub fn url(&self) -> String {
		format!("ws://127.0.0.1:{}", self.port)
	}

	async fn run(&mut self) -> Result<()> {
		let program = crate::program("cadastre-node", "CADASTRE_NODE", "cadastre-node")?;
		let mut command = Command::new(&program);
		command
			.arg("--dev")
			.arg("--base-path")
			.arg(&self.folder)
			.args(["--rpc-port", &self.port.to_string(), "--port", "0", "--no-prometheus"])
			.args(["--no-telemetry", "--state-pruning", "archive", "--dev-block-time", "250"])
			.env("LD_PRELOAD", &self.clock)
			.env("CADASTRE_LATER", self.later.as_secs().to_string());
		self.node = Some(Node::spawn(command).await?);
		Ok(())
	}
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
		let mut command = Command::new(&program);
		command
			.args(["--dev", "--tmp", "--rpc-port", "0", "--port", "0", "--no-prometheus"])
			.args(["--no-telemetry", "--state-pruning", "archive"])
			.args(arguments);
		Self::spawn(command).await
	}

	async fn spawn(mut command: Command) -> Result<Self> {
		let mut process = command
			.stdin(Stdio::null())
			.stdout(Stdio::null())
			.stderr(Stdio::piped())
			.kill_on_drop(true)
			.spawn()
			.with_context(|| format!("{command:?} does not start"))?;
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
		Ok(Self { process, address })
	}

	/// Stops the node as an operator does, and waits for its end.
	async fn stop(mut self) -> Result<()> {
		crate::signal(&self.process, "TERM").await?;
		timeout(PATIENCE, self.process.wait()).await.context("the node does not stop")??;
		Ok(())
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

/// Asks a program by plain HTTP, such as a node for its health.
///
/// # Errors
/// If it does not answer.
pub async fn get(address: &str, path: &str) -> Result<String> {
	let mut stream = TcpStream::connect(address).await?;
	let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
	stream.write_all(request.as_bytes()).await?;
	let mut answer = String::new();
	stream.read_to_string(&mut answer).await?;
	Ok(answer)
}
