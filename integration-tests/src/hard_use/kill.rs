// SPDX-License-Identifier: Apache-2.0

//! A node under load is killed with signal 9 at random times and started again.
//!
//! The development chain's only node has no peer to get blocks back from. So a block that it told of
//! just before it was killed may be gone, and is counted; but what its database still has must be
//! the chain that it told of, with a state that can be read whole.

use super::{ask, finalized, hash_of, height, until_height, Victim};
use anyhow::{bail, ensure, Context, Result};
use cadastre_client::{api, Account, Client, Options as ClientOptions, Signer};
use cadastre_primitives::token::UNIT;
use fastrand::Rng;
use jsonrpsee::ws_client::WsClient;
use serde_json::{json, Value};
use std::{collections::BTreeMap, fmt, path::PathBuf, time::Duration};
use tokio::time::{sleep, timeout};

/// How many blocks at the end of the chain are examined after each start.
const TAIL: u64 = 4;

/// How many older blocks are compared after each start.
const SAMPLE: usize = 32;

/// How many transactions of a block are the chain's own: the time, and the relay chain's data.
const OWN: usize = 2;

/// How many accounts send.
const SENDERS: u64 = 16;

/// What to do.
#[derive(Debug, Clone)]
pub struct Options {
	/// How often to kill.
	pub rounds: u32,
	/// What the random times and loads follow from.
	pub seed: u64,
	/// The shortest time from the first answer to the kill.
	pub shortest: Duration,
	/// The longest.
	pub longest: Duration,
	/// The time between two blocks, in milliseconds.
	pub block_time: u32,
	/// Where the database is. It is kept.
	pub folder: PathBuf,
}

/// A start, a life and a death.
#[derive(Debug, Clone)]
pub struct Round {
	/// From the start to the first answer.
	pub started_in: Duration,
	/// From the first answer to the kill.
	pub lived: Duration,
	/// The last block of which the node told before it was killed the time before.
	pub told: u64,
	/// The last block in the database afterwards.
	pub kept: u64,
	/// Transactions that the pool took.
	pub sent: u64,
	/// The last block of which it told in this life.
	pub reached: u64,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Outcome {
	/// Every round.
	pub rounds: Vec<Round>,
	/// Blocks whose state was read whole.
	pub read: u64,
	/// Blocks that were executed again, with the same result.
	pub executed: u64,
	/// Blocks of which it told before the last kill, and that were gone afterwards.
	pub lost_last: u64,
}

impl Outcome {
	/// Blocks that the node told of, and that were gone at the next start.
	pub fn lost(&self) -> u64 {
		let lost = self.rounds.iter().map(|round| round.told.saturating_sub(round.kept));
		lost.sum::<u64>() + self.lost_last
	}
}

impl fmt::Display for Outcome {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let sum = |of: fn(&Round) -> u64| self.rounds.iter().map(of).sum::<u64>();
		let most = self.rounds.iter().map(|round| round.told.saturating_sub(round.kept)).max();
		let slowest = self.rounds.iter().map(|round| round.started_in).max();
		writeln!(f, "rounds:                      {}", self.rounds.len())?;
		writeln!(f, "corrupt databases:           0")?;
		writeln!(
			f,
			"blocks in the end:           {}",
			self.rounds.last().map_or(0, |r| r.reached)
		)?;
		writeln!(f, "states read whole:           {}", self.read)?;
		writeln!(f, "blocks executed again:       {}", self.executed)?;
		writeln!(f, "transactions taken:          {}", sum(|round| round.sent))?;
		writeln!(
			f,
			"told of, gone at next start: {} ({} at most in one round)",
			self.lost(),
			most.unwrap_or(0)
		)?;
		write!(f, "slowest start:               {:.1} s", slowest.unwrap_or_default().as_secs_f64())
	}
}

/// Kills a node so many times.
///
/// # Errors
/// At the first thing that may not happen: a database that does not open, a block that is another
/// than the node told of, a state that is not whole, a panic.
pub async fn run(options: &Options, mut progress: impl FnMut(u32, &Round)) -> Result<Outcome> {
	ensure!(options.shortest <= options.longest, "the shortest life is longer than the longest");
	let mut random = Rng::with_seed(options.seed);
	let mut outcome = Outcome::default();
	// Every block that the node told of as final, by its number.
	let mut journal = BTreeMap::new();
	let block_time = options.block_time.to_string();
	for number in 1..=options.rounds {
		let when = || format!("in round {number} (seed {})", options.seed);
		let victim = Victim::start(&options.folder, &["--dev-block-time", &block_time])
			.await
			.with_context(when)?;
		let client = victim.connect().await?;
		let told = journal.keys().next_back().copied().unwrap_or(0);
		let (kept, started_in) = (victim.known, victim.started_in);
		journal.retain(|block, _| *block <= kept);
		compare(&client, &journal, kept, &mut random).await.with_context(when)?;
		examine(&client, kept, &mut outcome).await.with_context(when)?;

		let life = options.longest.saturating_sub(options.shortest).mul_f64(random.f64());
		let life = options.shortest.saturating_add(life);
		let mut sent = 0;
		let load = load(&victim, &mut random, &mut sent);
		// The life is over when its time is; until then blocks are written down and transactions sent.
		let lived = async {
			tokio::select! {
				result = load => result,
				result = write_down(&client, &mut journal) => result,
			}
		};
		if let Ok(result) = timeout(life, lived).await {
			result.with_context(when)?;
			bail!("the node's life ended before its time {}", when());
		}
		let alarms = victim.alarms();
		victim.kill().await.with_context(when)?;
		ensure!(alarms.is_empty(), "{}: the log has {alarms:?}", when());
		let reached = journal.keys().next_back().copied().unwrap_or(0);
		let round = Round { started_in, lived: life, told, kept, sent, reached };
		progress(number, &round);
		outcome.rounds.push(round);
	}
	// The last kill is one as well.
	let victim = Victim::start(&options.folder, &["--dev-block-time", &block_time]).await?;
	let client = victim.connect().await?;
	let told = journal.keys().next_back().copied().unwrap_or(0);
	outcome.lost_last = told.saturating_sub(victim.known);
	journal.retain(|block, _| *block <= victim.known);
	compare(&client, &journal, victim.known, &mut random).await?;
	examine(&client, victim.known, &mut outcome).await?;
	for (block, hash) in &journal {
		ensure!(hash_of(&client, *block).await?.as_ref() == Some(hash), "block {block} is another");
	}
	until_height(&client, victim.known + 2).await?;
	victim.kill().await?;
	Ok(outcome)
}

/// The chain has what the node told of: the newest of it, and a sample of the rest.
async fn compare(
	client: &WsClient,
	journal: &BTreeMap<u64, String>,
	kept: u64,
	random: &mut Rng,
) -> Result<()> {
	let numbers: Vec<u64> = journal.keys().copied().collect();
	let newest = numbers.iter().rev().take(SAMPLE).copied();
	let sample = random.choose_multiple(numbers.iter().copied(), SAMPLE);
	for block in newest.chain(sample) {
		let hash = hash_of(client, block).await?;
		ensure!(
			hash.as_ref() == journal.get(&block),
			"block {block} of {kept} is {hash:?}, and the node had told of {:?}",
			journal.get(&block)
		);
	}
	let final_one = finalized(client).await?;
	let best = height(client, None).await?;
	ensure!(final_one <= best, "block {final_one} is final, and the best is {best}");
	Ok(())
}

/// Reads all of the state after each of the last blocks, and executes once more those of them that
/// have no transaction but the chain's own. A block with transactions gives back the proof that they
/// did not use, which this node measures only while it builds: executed without that measure it
/// comes to another state.
async fn examine(client: &WsClient, kept: u64, outcome: &mut Outcome) -> Result<()> {
	for number in kept.saturating_sub(TAIL).max(1)..=kept {
		let hash = hash_of(client, number).await?.with_context(|| format!("no block {number}"))?;
		let state = ask(client, "state_getPairs", &[json!("0x"), json!(hash)]).await;
		let state = state.with_context(|| format!("the state of block {number} is not whole"))?;
		let entries = state.as_array().map_or(0, Vec::len);
		ensure!(entries > 0, "block {number} has no state");
		outcome.read += 1;
		let block = ask(client, "chain_getBlock", &[json!(hash)]).await?;
		let body = block["block"]["extrinsics"].as_array().context("a block without a body")?;
		if body.len() <= OWN {
			let params = [json!(hash), json!("none"), Value::Null, Value::Null];
			let trace = ask(client, "state_traceBlock", &params).await;
			let trace = trace.with_context(|| format!("block {number} does not execute again"))?;
			ensure!(trace.get("blockTrace").is_some(), "block {number} does not execute: {trace}");
			outcome.executed += 1;
		}
	}
	Ok(())
}

/// Writes down each final block of which the node tells.
async fn write_down(client: &WsClient, journal: &mut BTreeMap<u64, String>) -> Result<()> {
	let mut next = finalized(client).await?;
	loop {
		let head = finalized(client).await?;
		while next <= head {
			let hash = hash_of(client, next).await?.context("a final block without a hash")?;
			journal.insert(next, hash);
			next += 1;
		}
		sleep(Duration::from_millis(50)).await;
	}
}

/// Sends without end: transfers between accounts that it gave money, and remarks of any length.
async fn load(victim: &Victim, random: &mut Rng, sent: &mut u64) -> Result<()> {
	let client = Client::connect(&victim.url(), &ClientOptions::default()).await?;
	let alice = Signer::from_suri("//Alice")?;
	let signers: Vec<Signer> = (0..SENDERS)
		.map(|i| Signer::from_suri(&format!("//Alice//{i}")))
		.collect::<Result<_, _>>()?;
	let pay = |to: &Account, units: u128| {
		let amount = units * UNIT;
		api::tx().balances().transfer_keep_alive(to.id().into(), amount)
	};
	let view = client.head().await?;
	if view.free_balance(signers[0].account()).await? == 0 {
		let mut queue = client.queue().await?;
		for signer in &signers {
			queue.push(&pay(signer.account(), 1_000), &alice).await?;
		}
		*sent += queue.submit(|_| ()).await?.len() as u64;
	}
	loop {
		let mut queue = client.queue().await?;
		for signer in &signers {
			for _ in 0..random.usize(1..4) {
				if random.bool() {
					let to = &signers[random.usize(..signers.len())];
					queue.push(&pay(to.account(), 1), signer).await?;
				} else {
					let text = vec![random.u8(..); random.usize(..2_048)];
					queue.push(&api::tx().system().remark_with_event(text), signer).await?;
				}
			}
		}
		let count = queue.len() as u64;
		// Each one has an outcome; a refused one would be an error of this driver.
		for outcome in queue.submit(|_| ()).await? {
			outcome?.success()?;
		}
		*sent += count;
	}
}
