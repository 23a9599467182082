// SPDX-License-Identifier: Apache-2.0

//! Malformed requests over HTTP and WebSocket, batches that are too long, and readers that do not
//! read: whatever comes, the node answers the next caller and does not panic.

use super::Victim;
use anyhow::{ensure, Context, Result};
use fastrand::Rng;
use serde_json::json;
use std::{fmt, time::Duration};
use tokio::{
	io::{AsyncReadExt, AsyncWriteExt},
	net::TcpStream,
	time::timeout,
};

/// How many requests go over one connection before another is opened.
const PER_CONNECTION: u64 = 500;

/// How many connections there are at a time.
const AT_ONCE: u64 = 8;

/// What came of it.
#[derive(Debug, Default)]
pub struct Outcome {
	/// Requests sent over HTTP.
	pub http: u64,
	/// Messages sent over WebSocket.
	pub ws: u64,
	/// Connections that the node ended.
	pub hung_up: u64,
	/// The node's memory before and afterwards, in bytes.
	pub memory: (u64, u64),
}

impl fmt::Display for Outcome {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		writeln!(f, "malformed over HTTP:      {}", self.http)?;
		writeln!(f, "malformed over WebSocket: {}", self.ws)?;
		writeln!(f, "panics:                   0")?;
		writeln!(f, "connections ended:        {}", self.hung_up)?;
		let (before, after) = (self.memory.0 / 1024 / 1024, self.memory.1 / 1024 / 1024);
		write!(f, "memory:                   {before} MiB before, {after} MiB after")
	}
}

/// A request that is wrong in some way.
fn malformed(random: &mut Rng) -> Vec<u8> {
	const METHODS: [&str; 8] = [
		"state_call",
		"state_getStorage",
		"author_submitExtrinsic",
		"chain_getBlock",
		"payment_queryInfo",
		"state_queryStorageAt",
		"chainHead_v1_follow",
		"state_getKeysPaged",
	];
	let method = METHODS[random.usize(..METHODS.len())];
	let right = json!({ "jsonrpc": "2.0", "id": random.u32(..), "method": method, "params": [] });
	match random.u32(..8) {
		// Any bytes.
		0 => (0..random.usize(1..256)).map(|_| random.u8(..)).collect(),
		// A right one, cut.
		1 => {
			let text = right.to_string();
			text.as_bytes()[..random.usize(1..text.len())].to_vec()
		},
		// A right one with a wrong byte.
		2 => {
			let mut bytes = right.to_string().into_bytes();
			let place = random.usize(..bytes.len());
			bytes[place] = random.u8(..);
			bytes
		},
		// Parameters of the wrong kind.
		3 => {
			let params = [
				json!({ "a": [null, 1e308] }),
				json!([[[[[[[[]]]]]]], -1, "0x"]),
				json!("text"),
				json!([u64::MAX, i64::MIN, "\u{0}\u{ffff}"]),
			];
			let mut wrong = right;
			wrong["params"] = params[random.usize(..params.len())].clone();
			wrong.to_string().into_bytes()
		},
		// Bytes for the runtime that it cannot decode.
		4 => {
			const CALLS: [&str; 4] = [
				"Core_execute_block",
				"TaggedTransactionQueue_validate_transaction",
				"DryRunApi_dry_run_call",
				"SharesApi_transfer_report",
			];
			let call = CALLS[random.usize(..CALLS.len())];
			let bytes: Vec<u8> = (0..random.usize(..128)).map(|_| random.u8(..)).collect();
			let params = json!([call, format!("0x{}", hex::encode(bytes))]);
			let request =
				json!({ "jsonrpc": "2.0", "id": 1, "method": "state_call", "params": params });
			request.to_string().into_bytes()
		},
		// A block that nobody has.
		5 => {
			let hash: Vec<u8> = (0..random.usize(..40)).map(|_| random.u8(..)).collect();
			let params = json!([format!("0x{}", hex::encode(hash))]);
			let request =
				json!({ "jsonrpc": "2.0", "id": 1, "method": "chain_getBlock", "params": params });
			request.to_string().into_bytes()
		},
		// Deep.
		6 => vec![b'['; random.usize(1..5_000)],
		// A batch of nothing, or of wrong ones.
		_ => {
			let batch: Vec<_> = (0..random.usize(..8)).map(|i| json!(i)).collect();
			json!(batch).to_string().into_bytes()
		},
	}
}

/// A frame of WebSocket from a client, masked with zeros. Short enough for 16 bits of length.
fn frame(code: u8, payload: &[u8]) -> Result<Vec<u8>> {
	let length = u16::try_from(payload.len()).context("the payload is too long")?;
	let mut frame = vec![0x80 | code, 0x80 | 126];
	frame.extend(length.to_be_bytes());
	frame.extend([0; 4]);
	frame.extend(payload);
	Ok(frame)
}

async fn upgrade(address: &str) -> Result<TcpStream> {
	let mut stream = TcpStream::connect(address).await?;
	let request = format!(
		"GET / HTTP/1.1\r\nHost: {address}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
		 Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
	);
	stream.write_all(request.as_bytes()).await?;
	let mut head = Vec::new();
	while !head.ends_with(b"\r\n\r\n") {
		head.push(stream.read_u8().await.context("the node hung up")?);
	}
	ensure!(head.starts_with(b"HTTP/1.1 101"), "{}", String::from_utf8_lossy(&head));
	Ok(stream)
}

/// Sends over a connection, and reads what comes so that the node is never held up; ends early if
/// the node hangs up. How many it sent.
async fn send(stream: TcpStream, messages: Vec<Vec<u8>>) -> (u64, bool) {
	let (mut reader, mut writer) = stream.into_split();
	let reading = tokio::spawn(async move {
		let mut sink = [0; 16 * 1024];
		while let Ok(count) = reader.read(&mut sink).await {
			if count == 0 {
				break;
			}
		}
	});
	let mut sent = 0;
	let mut hung_up = false;
	for message in messages {
		if writer.write_all(&message).await.is_err() {
			hung_up = true;
			break;
		}
		sent += 1;
	}
	// The node answers all of it and, told so, ends the connection.
	let _closed = writer.shutdown().await;
	let _ended = timeout(Duration::from_secs(60), reading).await;
	(sent, hung_up)
}

fn http(address: &str, body: &[u8], random: &mut Rng) -> Vec<u8> {
	// Some heads are wrong too.
	let kind = if random.u32(..16) == 0 { "text/plain" } else { "application/json" };
	let method = if random.u32(..32) == 0 { "PUT" } else { "POST" };
	let length = body.len();
	let head = format!(
		"{method} / HTTP/1.1\r\nHost: {address}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
	);
	[head.as_bytes(), body].concat()
}

/// Sends so many malformed requests to a node, half over each.
///
/// # Errors
/// If the node does not answer afterwards, or its log has a panic.
pub async fn run(
	victim: &Victim,
	requests: u64,
	seed: u64,
	progress: impl Fn(u64),
) -> Result<Outcome> {
	let mut random = Rng::with_seed(seed);
	let mut outcome = Outcome { memory: (victim.memory()?, 0), ..Outcome::default() };
	while outcome.http + outcome.ws < requests {
		let mut open = Vec::new();
		for connection in 0..AT_ONCE {
			let over_ws = connection % 2 == 0;
			let mut messages = Vec::new();
			for _ in 0..PER_CONNECTION {
				let body = malformed(&mut random);
				messages.push(if over_ws {
					// Text that may be no UTF-8 and bytes; now and then a frame of no kind.
					let kinds = if random.u32(..200) == 0 { 4 } else { 3 };
					let code = [1, 1, 2, 3][random.usize(..kinds)];
					frame(code, &body)?
				} else {
					http(&victim.address, &body, &mut random)
				});
			}
			let stream = if over_ws {
				upgrade(&victim.address).await?
			} else {
				TcpStream::connect(&victim.address).await?
			};
			open.push(async move { (over_ws, send(stream, messages).await) });
		}
		for (over_ws, (sent, hung_up)) in futures::future::join_all(open).await {
			*(if over_ws { &mut outcome.ws } else { &mut outcome.http }) += sent;
			outcome.hung_up += u64::from(hung_up);
		}
		progress(outcome.http + outcome.ws);
	}
	victim.alive().await?;
	outcome.memory.1 = victim.memory()?;
	Ok(outcome)
}

/// Readers that ask for much and read nothing, while others are served.
///
/// # Errors
/// If a caller who reads is not answered in time, or the node takes more memory than `most` bytes.
pub async fn slow_readers(victim: &Victim, readers: u64, most: u64) -> Result<u64> {
	let request = json!({ "jsonrpc": "2.0", "id": 1, "method": "state_getMetadata", "params": [] });
	let request = frame(1, request.to_string().as_bytes())?;
	let mut held = Vec::new();
	let mut highest = 0;
	for _ in 0..readers {
		let mut stream = upgrade(&victim.address).await?;
		for _ in 0..64 {
			// The node stops reading when its own buffers are full.
			if timeout(Duration::from_millis(200), stream.write_all(&request)).await.is_err() {
				break;
			}
		}
		held.push(stream);
		timeout(Duration::from_secs(60), victim.alive())
			.await
			.context("a caller who reads waits for those who do not")??;
		highest = highest.max(victim.memory()?);
		ensure!(highest <= most, "the node has {highest} bytes of memory");
	}
	drop(held);
	victim.alive().await?;
	Ok(highest)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_frame_has_its_length_and_a_mask() {
		assert_eq!(frame(1, b"ab").unwrap(), [0x81, 0xfe, 0, 2, 0, 0, 0, 0, b'a', b'b']);
		assert!(frame(1, &[0; 65_536]).is_err());
	}

	#[test]
	fn the_same_seed_gives_the_same_requests() {
		let take = |seed| {
			let mut random = Rng::with_seed(seed);
			(0..50).map(|_| malformed(&mut random)).collect::<Vec<_>>()
		};
		assert_eq!(take(1), take(1));
		assert_ne!(take(1), take(2));
	}
}
