// SPDX-License-Identifier: Apache-2.0

//! Hard use of a node, by anyone: `docs/hard-use.md`.

use anyhow::{ensure, Result};
use cadastre_integration_tests::hard_use::{flood, kill, malformed, Victim};
use clap::{Parser, Subcommand};
use std::{path::PathBuf, time::Duration};

/// Uses a development node hard, and says how it bore it. Starts and ends the node by itself.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
	#[command(subcommand)]
	what: What,
	/// What all random choices follow from.
	#[arg(long, default_value_t = 1, global = true)]
	seed: u64,
}

#[derive(Debug, Subcommand)]
enum What {
	/// Kills the node under load with signal 9 at random times, and starts it again.
	Kill {
		#[arg(long, default_value_t = 300)]
		rounds: u32,
		/// The shortest time from the node's first answer to the kill, in milliseconds.
		#[arg(long, default_value_t = 500)]
		shortest: u64,
		/// The longest, in milliseconds.
		#[arg(long, default_value_t = 5_000)]
		longest: u64,
		/// The time between two blocks, in milliseconds.
		#[arg(long, default_value_t = 300)]
		block_time: u32,
		/// Where the database is, to look at it afterwards; if not given, it is removed.
		#[arg(long)]
		folder: Option<PathBuf>,
	},
	/// Floods the node with junk transactions, some tipped ones between them.
	Flood {
		#[arg(long, default_value_t = 100_000)]
		junk: u64,
		#[arg(long, default_value_t = 50)]
		tipped: u64,
		/// The time between two blocks, in milliseconds.
		#[arg(long, default_value_t = 3_000)]
		block_time: u32,
	},
	/// Sends malformed requests, then asks for much without reading it.
	Malformed {
		#[arg(long, default_value_t = 1_000_000)]
		requests: u64,
		/// How many slow readers.
		#[arg(long, default_value_t = 64)]
		readers: u64,
	},
}

/// What the node may have of memory.
const MEMORY: u64 = 4 << 30;

/// How many blocks later a tipped transaction may be in one.
const WAIT: u64 = 3;

#[tokio::main]
async fn main() -> Result<()> {
	let Arguments { what, seed } = Arguments::parse();
	let temporary = tempfile::tempdir()?;
	match what {
		What::Kill { rounds, shortest, longest, block_time, folder } => {
			let options = kill::Options {
				rounds,
				seed,
				shortest: Duration::from_millis(shortest),
				longest: Duration::from_millis(longest),
				block_time,
				folder: folder.unwrap_or_else(|| temporary.path().into()),
			};
			let outcome = kill::run(&options, |number, round| {
				println!(
					"round {number}: started in {:.1} s, told of {}, kept {}, lived {:.1} s, sent {}, reached {}",
					round.started_in.as_secs_f64(),
					round.told,
					round.kept,
					round.lived.as_secs_f64(),
					round.sent,
					round.reached
				);
			})
			.await?;
			println!("{outcome}");
		},
		What::Flood { junk, tipped, block_time } => {
			let time = block_time.to_string();
			let victim = Victim::start(temporary.path(), &["--dev-block-time", &time]).await?;
			let options = flood::Options { junk, tipped, seed };
			let outcome = flood::run(&victim, &options, |sent| println!("{sent} sent")).await?;
			println!("{outcome}");
			ensure!(outcome.memory < MEMORY, "the node took more memory than 4 GiB");
			let late = outcome.waits.iter().filter(|wait| **wait > WAIT).count();
			ensure!(late == 0, "{late} tipped transactions waited longer than {WAIT} blocks");
		},
		What::Malformed { requests, readers } => {
			let victim = Victim::start(temporary.path(), &["--dev-block-time", "3000"]).await?;
			let outcome = malformed::run(&victim, requests, seed, |sent| {
				if sent % 40_000 == 0 {
					println!("{sent} sent");
				}
			})
			.await?;
			println!("{outcome}");
			let highest = malformed::slow_readers(&victim, readers, MEMORY).await?;
			println!("slow readers:             {readers}, {} MiB at most", highest / 1024 / 1024);
		},
	}
	Ok(())
}
