// SPDX-License-Identifier: Apache-2.0

//! A flood of junk transactions, and whether somebody who tips still gets into a block.

use super::{ask, connect, hash_of, height, Victim};
use anyhow::{ensure, Context, Result};
use cadastre_client::{api, Client, Config, Options as ClientOptions, Signer};
use cadastre_primitives::token::UNIT;
use fastrand::Rng;
use futures::{stream, StreamExt};
use jsonrpsee::{core::client::Error, ws_client::WsClient};
use serde_json::json;
use std::{
	fmt,
	sync::Arc,
	time::{Duration, Instant},
};
use subxt::{
	backend::LegacyBackend, config::DefaultExtrinsicParamsBuilder, rpcs::RpcClient, utils::H256,
	OnlineClient,
};

/// How many requests wait for an answer at the same time.
const AT_ONCE: usize = 256;

/// What to do.
#[derive(Debug, Clone)]
pub struct Options {
	/// How many junk transactions.
	pub junk: u64,
	/// How many tipped transactions, evenly between them.
	pub tipped: u64,
	/// What the junk follows from.
	pub seed: u64,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Outcome {
	/// Junk that was sent.
	pub junk: u64,
	/// Junk that the pool took all the same.
	pub taken: u64,
	/// For each tipped transaction, how many blocks later it was in one: 1 is the next block.
	pub waits: Vec<u64>,
	/// The most memory that the node had, in bytes.
	pub memory: u64,
	/// The longest time between two blocks.
	pub gap: Duration,
	/// How long it took.
	pub took: Duration,
}

impl fmt::Display for Outcome {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		writeln!(f, "junk transactions:    {}, of which the pool took {}", self.junk, self.taken)?;
		let most = self.waits.iter().max().copied().unwrap_or(0);
		writeln!(
			f,
			"tipped transactions:  {}, in a block {most} blocks later at most",
			self.waits.len()
		)?;
		writeln!(f, "most memory:          {} MiB", self.memory / 1024 / 1024)?;
		writeln!(f, "longest block gap:    {:.1} s", self.gap.as_secs_f64())?;
		write!(f, "took:                 {:.0} s", self.took.as_secs_f64())
	}
}

/// Signs calls for one node, with any nonce and tip.
struct Signing {
	chain: OnlineClient<Config>,
	birth: (u64, H256),
}

impl Signing {
	async fn new(victim: &Victim) -> Result<Self> {
		let socket = connect(&victim.url()).await?;
		let backend = LegacyBackend::<Config>::builder().build(RpcClient::new(socket));
		let chain = OnlineClient::<Config>::from_backend(Arc::new(backend)).await?;
		let birth = (0, chain.genesis_hash());
		Ok(Self { chain, birth })
	}

	/// Born at the first block, so valid for ever.
	async fn remark(
		&self,
		signer: &Signer,
		text: Vec<u8>,
		nonce: u64,
		tip: u128,
	) -> Result<Vec<u8>> {
		let params =
			DefaultExtrinsicParamsBuilder::<Config>::new().nonce(nonce).tip(tip).immortal().build();
		let at = self.chain.at_block(self.birth.1).await?;
		let call = api::tx().system().remark(text);
		Ok(at.transactions().create_signable_offline(&call, params)?.sign(signer)?.into_encoded())
	}
}

async fn submit(client: &WsClient, bytes: &[u8]) -> Result<bool> {
	let text = json!(format!("0x{}", hex::encode(bytes)));
	match ask(client, "author_submitExtrinsic", &[text]).await {
		Ok(_) => Ok(true),
		Err(Error::Call(_)) => Ok(false),
		Err(other) => Err(other.into()),
	}
}

/// Floods a node of its own.
///
/// # Errors
/// If the node does not bear it: it ends or panics, or builds no blocks.
pub async fn run(victim: &Victim, options: &Options, progress: impl Fn(u64)) -> Result<Outcome> {
	ensure!(options.tipped > 0, "without a tipped transaction there is nothing to see");
	let mut random = Rng::with_seed(options.seed);
	let client = victim.connect().await?;
	let signing = Signing::new(victim).await?;
	let cadastre = Client::connect(&victim.url(), &ClientOptions::default()).await?;
	let payer = Signer::from_suri("//Bob")?;
	let rich = Signer::from_suri("//Charlie")?;
	let poor = Signer::from_suri("//Nobody//has//money")?;
	let first = height(&client, None).await?;
	let began = Instant::now();
	let mut outcome = Outcome::default();
	let mut nonce = cadastre.rpc().next_nonce(payer.account()).await?;
	let junk_nonce = cadastre.rpc().next_nonce(rich.account()).await?;
	let real = signing.remark(&rich, vec![7; 64], junk_nonce, 0).await?;
	let share = options.junk.div_ceil(options.tipped);
	let mut waiting = Vec::new();
	while outcome.junk < options.junk {
		let count = share.min(options.junk - outcome.junk);
		let mut batch = Vec::new();
		for _ in 0..count {
			let number = outcome.junk + batch.len() as u64;
			let bytes = match number % 5 {
				// No transaction at all.
				0 => (0..random.usize(1..512)).map(|_| random.u8(..)).collect(),
				// A right one with a wrong bit.
				1 => {
					let mut bytes = real.clone();
					let place = random.usize(..bytes.len());
					bytes[place] ^= 1 << random.u32(..8);
					bytes
				},
				// Signed well, by somebody who cannot pay.
				2 => signing.remark(&poor, vec![0; 8], random.u64(..), 0).await?,
				// Paid for, for a time that does not come: the pool keeps only so many of these.
				3 => signing.remark(&rich, vec![1; 8], junk_nonce + 1_000 + number, 0).await?,
				// Paid for without a tip: these fill the pool.
				_ => signing.remark(&rich, vec![2; 512], junk_nonce + number / 5, 0).await?,
			};
			batch.push(bytes);
		}
		let results: Vec<Result<bool>> = stream::iter(&batch)
			.map(|bytes| submit(&client, bytes))
			.buffer_unordered(AT_ONCE)
			.collect()
			.await;
		for taken in results {
			outcome.taken += u64::from(taken?);
		}
		outcome.junk += count;
		outcome.memory = outcome.memory.max(victim.memory()?);

		let tipped = signing.remark(&payer, vec![3; 8], nonce, UNIT).await?;
		let at = height(&client, None).await?;
		ensure!(submit(&client, &tipped).await?, "the pool does not take a tipped transaction");
		nonce += 1;
		waiting.push((at, format!("0x{}", hex::encode(tipped))));
		progress(outcome.junk);
	}
	for (at, text) in waiting {
		outcome.waits.push(wait_of(&client, at, &text).await?);
	}
	outcome.took = began.elapsed();
	outcome.gap = longest_gap(&cadastre, first, height(&client, None).await?).await?;
	victim.alive().await?;
	Ok(outcome)
}

/// How many blocks after a block a transaction was in one.
async fn wait_of(client: &WsClient, at: u64, text: &str) -> Result<u64> {
	for number in at + 1.. {
		super::until_height(client, number).await?;
		let hash = hash_of(client, number).await?.context("a block without a hash")?;
		let block = ask(client, "chain_getBlock", &[json!(hash)]).await?;
		let body = block["block"]["extrinsics"].as_array().context("a block without a body")?;
		if body.iter().any(|one| *one == text) {
			return Ok(number - at);
		}
		ensure!(number < at + 1_000, "a tipped transaction is in none of 1000 blocks");
	}
	unreachable!("block numbers have no end")
}

/// The longest time between two blocks, by the time at which each was seen to follow: the chain's own
/// clock.
async fn longest_gap(client: &Client, first: u64, last: u64) -> Result<Duration> {
	let mut before = None;
	let mut longest = 0;
	for number in first.max(1)..=last {
		let now = client.at_number(number).await?.now().await?;
		if let Some(before) = before {
			longest = longest.max(now.saturating_sub(before));
		}
		before = Some(now);
	}
	Ok(Duration::from_secs(longest))
}
