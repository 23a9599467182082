// SPDX-License-Identifier: Apache-2.0

//! The JSON-RPC methods of a node that subxt does not offer, called through `jsonrpsee`.

use jsonrpsee::{
	core::{
		client::{ClientT, Error as RpcError, Subscription, SubscriptionClientT},
		params::ArrayParams,
		DeserializeOwned,
	},
	rpc_params,
	ws_client::{WsClient, WsClientBuilder},
};
use serde::Deserialize;
use std::time::Duration;
use subxt::utils::H256;

use crate::{
	account::Account,
	error::{Error, Result},
};

/// A connection to a node.
#[derive(Debug)]
pub struct Rpc {
	client: WsClient,
	url: String,
}

/// How the node fares.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(rename_all(deserialize = "camelCase"))]
pub struct Health {
	/// The number of nodes to which it is connected.
	pub peers: u64,
	/// Whether it still catches up with the chain.
	pub is_syncing: bool,
	/// Whether it expects to be connected to others.
	pub should_have_peers: bool,
}

/// Which runtime a block was made with.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RuntimeVersion {
	/// The kind of chain.
	pub spec_name: String,
	/// The version of the runtime.
	pub spec_version: u32,
}

/// What a transaction would cost.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FeeInfo {
	/// The fee without tip, in the native token's smallest unit, in decimal.
	pub partial_fee: String,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Header {
	number: String,
}

impl Header {
	pub(crate) fn number(&self) -> Result<u64> {
		let digits = self.number.strip_prefix("0x").unwrap_or(&self.number);
		u64::from_str_radix(digits, 16)
			.map_err(|_| Error::Contradiction(format!("block number {}", self.number)))
	}
}

#[derive(Debug, Deserialize)]
struct SignedBlock {
	block: Block,
}

#[derive(Debug, Deserialize)]
struct Block {
	extrinsics: Vec<String>,
}

impl Rpc {
	/// Opens a connection.
	///
	/// # Errors
	/// If no node answers at the address within the time.
	pub async fn connect(url: &str, timeout: Duration) -> Result<Self> {
		let client = ws_client(url, timeout).await?;
		Ok(Self { client, url: url.to_owned() })
	}

	/// The address of the node.
	pub fn url(&self) -> &str {
		&self.url
	}

	/// How the node fares.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn health(&self) -> Result<Health> {
		self.request("system_health", rpc_params![]).await
	}

	/// The name of the chain.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn chain(&self) -> Result<String> {
		self.request("system_chain", rpc_params![]).await
	}

	/// Whether the chain is one for development, whose only node never takes a block back.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn is_development(&self) -> Result<bool> {
		let kind: serde_json::Value = self.request("system_chainType", rpc_params![]).await?;
		Ok(kind == "Development")
	}

	/// The runtime of the best block.
	///
	/// # Errors
	/// If the node does not answer, or is no Substrate node.
	pub async fn runtime_version(&self) -> Result<RuntimeVersion> {
		self.request("state_getRuntimeVersion", rpc_params![]).await
	}

	/// The hash of a block of the best chain, if there is one of that number.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn block_hash(&self, number: u64) -> Result<Option<H256>> {
		self.request("chain_getBlockHash", rpc_params![number]).await
	}

	/// The hash of the best block.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn best_hash(&self) -> Result<H256> {
		self.request("chain_getBlockHash", rpc_params![]).await
	}

	/// The hash of the last finalized block.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn finalized_hash(&self) -> Result<H256> {
		self.request("chain_getFinalizedHead", rpc_params![]).await
	}

	/// The transactions of a block as it stores them.
	///
	/// # Errors
	/// If the node does not answer, or does not know the block.
	pub async fn block_body(&self, hash: H256) -> Result<Vec<Vec<u8>>> {
		let block: Option<SignedBlock> = self.request("chain_getBlock", rpc_params![hash]).await?;
		let block =
			block.ok_or_else(|| Error::Contradiction(format!("there is no block {hash:?}")))?;
		let decode = |text: &String| {
			hex::decode(text.strip_prefix("0x").unwrap_or(text))
				.map_err(|_| Error::Contradiction(format!("a transaction of block {hash:?}")))
		};
		block.block.extrinsics.iter().map(decode).collect()
	}

	/// The nonce of the next transaction of an account, counting those that wait in the pool.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn next_nonce(&self, account: &Account) -> Result<u64> {
		self.request("system_accountNextIndex", rpc_params![account.to_string()]).await
	}

	/// What a signed transaction would cost.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn fee(&self, transaction: &[u8]) -> Result<u128> {
		let transaction = format!("0x{}", hex::encode(transaction));
		let info: FeeInfo = self.request("payment_queryInfo", rpc_params![transaction]).await?;
		info.partial_fee
			.parse()
			.map_err(|_| Error::Contradiction(format!("the fee {}", info.partial_fee)))
	}

	/// Puts a signed transaction into the node's pool.
	///
	/// # Errors
	/// If the pool does not take it; the message says why.
	pub async fn submit(&self, transaction: &[u8]) -> Result<()> {
		let transaction = format!("0x{}", hex::encode(transaction));
		let answer: Result<String, RpcError> =
			self.client.request("author_submitExtrinsic", rpc_params![transaction]).await;
		match answer {
			Ok(_) => Ok(()),
			Err(RpcError::Call(error)) => {
				let data = error.data().map(|data| data.get().trim_matches('"').to_owned());
				Err(Error::NotAccepted {
					message: advice(error.code(), error.message(), data.as_deref()),
				})
			},
			Err(other) => Err(self.error("author_submitExtrinsic", other)),
		}
	}

	/// The numbers of new blocks: of finalized ones, or of every best one.
	pub(crate) async fn heads(&self, finalized: bool) -> Result<Subscription<Header>> {
		let (subscribe, unsubscribe) = if finalized {
			("chain_subscribeFinalizedHeads", "chain_unsubscribeFinalizedHeads")
		} else {
			("chain_subscribeNewHeads", "chain_unsubscribeNewHeads")
		};
		self.client
			.subscribe(subscribe, rpc_params![], unsubscribe)
			.await
			.map_err(|error| self.error(subscribe, error))
	}

	async fn request<T: DeserializeOwned>(&self, method: &str, params: ArrayParams) -> Result<T> {
		self.client.request(method, params).await.map_err(|error| self.error(method, error))
	}

	fn error(&self, method: &str, error: RpcError) -> Error {
		match error {
			RpcError::Call(error) => {
				Error::Rpc { method: method.to_owned(), message: error.message().to_owned() }
			},
			RpcError::ParseError(error) => Error::Rpc {
				method: method.to_owned(),
				message: format!("its answer cannot be read: {error}"),
			},
			other => Error::Disconnected { url: self.url.clone(), reason: root_cause(&other) },
		}
	}
}

/// A WebSocket client with the limits that this program needs.
pub(crate) async fn ws_client(url: &str, timeout: Duration) -> Result<WsClient> {
	let unreachable = |reason: String| Error::Unreachable { url: url.to_owned(), reason };
	let connecting = WsClientBuilder::default()
		.connection_timeout(timeout)
		.request_timeout(timeout.max(Duration::from_secs(60)))
		.max_buffer_capacity_per_subscription(4096)
		.max_concurrent_requests(1024)
		.build(url);
	// The builder's own time limit does not cover the look-up of the host's name.
	match tokio::time::timeout(timeout, connecting).await {
		Ok(Ok(client)) => Ok(client),
		Ok(Err(error)) => Err(unreachable(root_cause(&error))),
		Err(_) => Err(unreachable(format!("no answer within {} seconds", timeout.as_secs()))),
	}
}

/// The innermost error, which is what the operating system or the other side said.
fn root_cause(error: &dyn std::error::Error) -> String {
	let mut error = error;
	while let Some(source) = error.source() {
		error = source;
	}
	error.to_string()
}

/// What the transaction pool's answer means for the person who sent the transaction.
fn advice(code: i32, message: &str, data: Option<&str>) -> String {
	let said = data.unwrap_or(message);
	let advice = if said.contains("Inability to pay") {
		"the account cannot pay the fee; send it some of the native token first"
	} else if said.contains("outdated") {
		"another transaction of this account came first; try again"
	} else if said.contains("exhaust the block limits") {
		"it is too large for a block; split the file, or pass --continue to send row by row"
	} else if said.contains("bad signature") {
		"its signature does not fit the chain; see if `cadastre` and the chain are of the same version"
	} else {
		match code {
			1012 => "the node refused the same transaction shortly before; wait a minute",
			1013 => "the node has this transaction already",
			1014 => "another transaction of this account is waiting; wait for the next block",
			1016 => "the node's pool is full; try again later",
			_ => return format!("{message} ({said})"),
		}
	};
	format!("{advice} (the node says: {said})")
}

#[cfg(test)]
mod tests {
	use super::*;

	#[tokio::test]
	async fn a_dead_port_is_named() {
		// A port that was free a moment ago.
		let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
		let url = format!("ws://127.0.0.1:{port}");
		let error = Rpc::connect(&url, Duration::from_secs(5)).await.unwrap_err().to_string();
		assert!(error.starts_with(&format!("no node answers at {url} (")), "{error}");
		assert!(error.contains("--url ws://HOST:PORT"), "{error}");
	}

	#[tokio::test]
	async fn somebody_who_never_answers_does_not_hang_the_program() {
		let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
		let url = format!("ws://{}", listener.local_addr().unwrap());
		let error = Rpc::connect(&url, Duration::from_millis(200)).await.unwrap_err();
		assert!(matches!(error, Error::Unreachable { .. }), "{error}");
	}

	#[tokio::test]
	async fn an_address_that_is_none_is_refused() {
		for url in ["http://127.0.0.1:9944", "127.0.0.1", "nonsense"] {
			let error = Rpc::connect(url, Duration::from_secs(1)).await.unwrap_err();
			assert!(matches!(error, Error::Unreachable { .. }), "{error}");
		}
	}

	#[test]
	fn what_the_pool_says_becomes_advice() {
		let said = "Inability to pay some fees (e.g. account balance too low)";
		assert_eq!(
			advice(1010, "Invalid Transaction", Some(said)),
			format!(
				"the account cannot pay the fee; send it some of the native token first (the node \
				 says: {said})"
			)
		);
		assert_eq!(advice(7, "Odd", None), "Odd (Odd)");
	}
}
