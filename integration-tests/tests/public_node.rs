// SPDX-License-Identifier: Apache-2.0

//! A node with the profile for the public (`ops/public-node.args`): nothing unsafe, and no more than
//! the profile says of anything.

#![cfg(test)]

use anyhow::{ensure, Context, Result};
use cadastre_integration_tests::Node;
use jsonrpsee::{
	core::{
		client::{BatchResponse, ClientT, Error, Subscription, SubscriptionClientT},
		params::{ArrayParams, BatchRequestBuilder},
	},
	rpc_params,
	ws_client::{WsClient, WsClientBuilder},
};
use serde_json::{json, Value};
use std::{
	collections::BTreeSet,
	time::{Duration, Instant},
};
use tokio::{
	io::{copy_bidirectional, AsyncReadExt, AsyncWriteExt},
	net::{TcpListener, TcpStream},
};

const PROFILE: &str = include_str!("../../ops/public-node.args");

/// What a method that is refused answers (code and words of the SDK), most of them the first.
const REFUSALS: [(i32, &str); 3] = [
	(-32601, "RPC call is unsafe to be called externally"),
	// Of the methods that read the state.
	(4003, "RPC call is unsafe to be called externally"),
	(4005, "Recorded runtime calls are unsafe and disabled on this node"),
];

/// Every method of the node that only its operator may call, with parameters that it would take.
/// Taken from the SDK's sources: each asks whether the caller may.
fn unsafe_methods() -> Vec<(&'static str, Value)> {
	let zero = format!("0x{}", "00".repeat(32));
	vec![
		("author_hasKey", json!(["0x00", "aura"])),
		("author_hasSessionKeys", json!(["0x00"])),
		("author_insertKey", json!(["aura", "//Alice", zero])),
		("author_removeExtrinsic", json!([[]])),
		("author_rotateKeys", json!([])),
		("author_rotateKeysWithOwner", json!([zero])),
		("dev_getBlockStats", json!([zero])),
		("offchain_localStorageClear", json!(["PERSISTENT", "0x00"])),
		("offchain_localStorageGet", json!(["PERSISTENT", "0x00"])),
		("offchain_localStorageSet", json!(["PERSISTENT", "0x00", "0x00"])),
		("state_callRecorded", json!(["Core_version", "0x", zero])),
		("state_getPairs", json!(["0x"])),
		("state_queryStorage", json!([["0x00"], zero])),
		("state_traceBlock", json!([zero, null, null, null])),
		("state_trieMigrationStatus", json!([])),
		("system_addLogFilter", json!(["sync=trace"])),
		("system_addReservedPeer", json!(["/ip4/127.0.0.1/tcp/1"])),
		("system_dryRun", json!(["0x00"])),
		("system_dryRunAt", json!(["0x00"])),
		("system_peers", json!([])),
		("system_removeReservedPeer", json!(["12D3KooWNothing"])),
		("system_resetLogFilter", json!([])),
		("system_unstable_networkState", json!([])),
	]
}

/// Words that a method for the operator has in its name, apart from the ones above: a new one of the
/// SDK is looked at by a person before this passes again.
const SUSPICIOUS: [&str; 12] = [
	"insert",
	"rotate",
	"eserved",
	"Log",
	"eers",
	"ocalStorage",
	"dryRun",
	"emove",
	"dev_",
	"ecorded",
	"trace",
	"unstable_network",
];

/// Has such words, and the SDK gives it to everybody: the peers that the operator fixed by hand.
const GIVEN: &str = "system_reservedPeers";

/// A pipe to the node, as a reverse proxy on the same machine is one: to the node, everybody who
/// comes through it comes from the loopback address.
async fn proxy(to: String) -> Result<String> {
	let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
	let address = listener.local_addr()?;
	tokio::spawn(async move {
		while let Ok((mut from, _)) = listener.accept().await {
			let to = to.clone();
			tokio::spawn(async move {
				if let Ok(mut to) = TcpStream::connect(to).await {
					// Ends when either side hangs up.
					let _ended = copy_bidirectional(&mut from, &mut to).await;
				}
			});
		}
	});
	Ok(format!("ws://{address}"))
}

async fn connect(url: &str) -> Result<WsClient> {
	Ok(WsClientBuilder::default()
		.request_timeout(Duration::from_secs(180))
		.max_concurrent_requests(2_000)
		.build(url)
		.await?)
}

fn array(values: &Value) -> Result<ArrayParams> {
	let mut params = ArrayParams::new();
	for value in values.as_array().context("parameters are a list")? {
		params.insert(value)?;
	}
	Ok(params)
}

/// A request over plain HTTP: the status line and the body.
async fn post(url: &str, body: &str) -> Result<(String, String)> {
	let address = url.trim_start_matches("ws://");
	let mut stream = TcpStream::connect(address).await?;
	let head = format!(
		"POST / HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\n\
		 Content-Length: {}\r\nConnection: close\r\n\r\n",
		body.len()
	);
	stream.write_all(head.as_bytes()).await?;
	// A server that has refused already may not read the rest.
	let _sent = stream.write_all(body.as_bytes()).await;
	let mut answer = String::new();
	let _ended = stream.read_to_string(&mut answer).await;
	let (head, body) = answer.split_once("\r\n\r\n").context("an answer without a head")?;
	Ok((head.lines().next().unwrap_or_default().to_owned(), body.to_owned()))
}

async fn refused(client: &WsClient, method: &str, params: &Value) -> Result<()> {
	let answer: Result<Value, Error> = client.request(method, array(params)?).await;
	match answer {
		Err(Error::Call(error)) if REFUSALS.contains(&(error.code(), error.message())) => Ok(()),
		other => anyhow::bail!("{method} is not refused: {other:?}"),
	}
}

async fn every_unsafe_method_is_refused(url: &str) -> Result<()> {
	let client = connect(url).await?;
	for (method, params) in unsafe_methods() {
		refused(&client, method, &params).await?;
		let request = json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params });
		let (_, body) = post(url, &request.to_string()).await?;
		let refused = REFUSALS.iter().any(|(_, words)| body.contains(words));
		ensure!(refused, "{method} over HTTP is not refused: {body}");
	}
	// Values of any size would be sent for keys that the caller did not name.
	let wide: Result<Subscription<Value>, Error> = client
		.subscribe("state_subscribeStorage", rpc_params![Value::Null], "state_unsubscribeStorage")
		.await;
	ensure!(wide.is_err(), "anybody may follow all of the state");
	Ok(())
}

async fn every_method_is_known(url: &str) -> Result<()> {
	let served: Value = connect(url).await?.request("rpc_methods", rpc_params![]).await?;
	let served: BTreeSet<&str> =
		served["methods"].as_array().context("a list")?.iter().filter_map(Value::as_str).collect();
	let listed: BTreeSet<&str> = unsafe_methods().into_iter().map(|(name, _)| name).collect();
	for method in &listed {
		assert!(served.contains(method), "{method} is no method any more: take it off the list");
	}
	for method in served.difference(&listed) {
		assert!(
			*method == GIVEN || !SUSPICIOUS.iter().any(|word| method.contains(word)),
			"is {method} for the operator alone? Put it on the list, or say here why not"
		);
	}
	Ok(())
}

async fn a_batch_has_a_limit(url: &str) -> Result<()> {
	let client = connect(url).await?;
	let batch = |length: u32| {
		let mut batch = BatchRequestBuilder::new();
		for _ in 0..length {
			batch.insert("system_chain", rpc_params![])?;
		}
		anyhow::Ok(batch)
	};
	let allowed: BatchResponse<Value> = client.batch_request(batch(50)?).await?;
	assert_eq!(allowed.num_successful_calls(), 50);
	let refused: Result<BatchResponse<Value>, Error> = client.batch_request(batch(51)?).await;
	assert!(refused.is_err(), "a batch of 51 was answered: {refused:?}");
	let calls: Vec<_> = (0..51)
		.map(|id| json!({ "jsonrpc": "2.0", "id": id, "method": "system_chain", "params": [] }))
		.collect();
	let (_, body) = post(url, &json!(calls).to_string()).await?;
	assert!(body.contains("The batch request was too large"), "{body}");
	Ok(())
}

async fn a_request_has_a_size(url: &str) -> Result<()> {
	let (status, _) = post(url, &"a".repeat(1024 * 1024 + 1)).await?;
	assert!(status.contains("413"), "a request of over 1 MiB: {status}");
	Ok(())
}

/// 600 calls at once, and no more than ten a second after that. Another connection does not wait.
async fn a_connection_has_a_rate(url: &str) -> Result<()> {
	let client = connect(url).await?;
	let started = Instant::now();
	let calls = (0..640).map(|_| client.request::<Value, _>("system_chain", rpc_params![]));
	let answers = futures::future::join_all(calls).await;
	let took = started.elapsed();
	let mut answered = 0;
	for answer in answers {
		match answer {
			Ok(_) => answered += 1,
			// Who waited too often is sent away.
			Err(Error::Call(error)) => assert_eq!(error.code(), -32999, "{error:?}"),
			Err(other) => return Err(other.into()),
		}
	}
	let most = 600 + 10 * (took.as_secs() + 1);
	assert!(answered <= most, "{answered} of 640 calls were answered within {took:?}");
	let other = connect(url).await?;
	let started = Instant::now();
	let _name: Value = other.request("system_chain", rpc_params![]).await?;
	assert!(started.elapsed() < Duration::from_secs(30), "another connection waits");
	Ok(())
}

async fn a_connection_has_a_number_of_subscriptions(url: &str) -> Result<()> {
	let client = connect(url).await?;
	let mut held: Vec<Subscription<Value>> = Vec::new();
	for _ in 0..64 {
		held.push(
			client
				.subscribe("chain_subscribeNewHeads", rpc_params![], "chain_unsubscribeNewHeads")
				.await?,
		);
	}
	let more: Result<Subscription<Value>, Error> = client
		.subscribe("chain_subscribeNewHeads", rpc_params![], "chain_unsubscribeNewHeads")
		.await;
	assert!(more.is_err(), "a connection has 65 subscriptions");
	Ok(())
}

async fn there_is_a_number_of_connections(url: &str) -> Result<()> {
	let mut held = Vec::new();
	let refused = loop {
		assert!(held.len() <= 500, "there are more than 500 connections");
		match WsClientBuilder::default().build(url).await {
			Ok(client) => held.push(client),
			Err(error) => break error.to_string(),
		}
	};
	// Connections of the steps before may still be on their way out.
	assert!(held.len() >= 490, "only {} connections: {refused}", held.len());
	assert!(refused.contains("429"), "{refused}");
	drop(held);
	Ok(())
}

// One node for all steps: a start costs more than a step.
#[tokio::test(flavor = "multi_thread")]
async fn a_public_node_serves_what_is_safe_and_no_more_than_its_profile_says() -> Result<()> {
	let profile: Vec<&str> = PROFILE.lines().filter(|line| !line.is_empty()).collect();
	let node = Node::start_with(&profile).await?;
	let url = node.url();
	let through = proxy(url.trim_start_matches("ws://").to_owned()).await?;

	every_method_is_known(&url).await?;
	every_unsafe_method_is_refused(&url).await?;
	every_unsafe_method_is_refused(&through).await?;
	a_batch_has_a_limit(&through).await?;
	a_request_has_a_size(&url).await?;
	a_connection_has_a_number_of_subscriptions(&url).await?;
	a_connection_has_a_rate(&through).await?;
	there_is_a_number_of_connections(&url).await?;

	// It still answers.
	let name: Value = connect(&url).await?.request("system_chain", rpc_params![]).await?;
	assert_eq!(name, "Cadastre Development");
	Ok(())
}
