// SPDX-License-Identifier: Apache-2.0

//! A little of the hard use of `docs/hard-use.md`, in each run of the tests.

#![cfg(test)]

use anyhow::Result;
use cadastre_integration_tests::hard_use::{flood, kill, malformed, Victim};
use std::time::Duration;

/// `CADASTRE_KILLS` for longer ones.
fn rounds() -> u32 {
	std::env::var("CADASTRE_KILLS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(10)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_that_is_killed_under_load_comes_back_with_its_chain() -> Result<()> {
	let folder = tempfile::tempdir()?;
	let options = kill::Options {
		rounds: rounds(),
		seed: 6,
		shortest: Duration::from_millis(200),
		longest: Duration::from_secs(3),
		block_time: 300,
		folder: folder.path().into(),
	};
	let outcome =
		kill::run(&options, |number, round| println!("round {number}: {round:?}")).await?;
	println!("{outcome}");
	assert!(outcome.rounds.iter().any(|round| round.sent > 0), "there was no load");
	assert!(outcome.rounds.iter().skip(1).any(|round| round.kept > 0), "nothing was kept");
	assert!(outcome.read > 0);
	Ok(())
}

// One node for both: a start costs more than either.
#[tokio::test(flavor = "multi_thread")]
async fn junk_and_malformed_requests_leave_a_node_as_it_was() -> Result<()> {
	let folder = tempfile::tempdir()?;
	let victim = Victim::start(folder.path(), &["--dev-block-time", "1000"]).await?;
	let outcome = malformed::run(&victim, 8_000, 6, |_| ()).await?;
	println!("{outcome}");
	assert!(outcome.http > 0 && outcome.ws > 0);
	malformed::slow_readers(&victim, 4, 4 << 30).await?;

	let options = flood::Options { junk: 1_000, tipped: 5, seed: 6 };
	let outcome = flood::run(&victim, &options, |_| ()).await?;
	println!("{outcome}");
	assert_eq!(outcome.waits.len(), 5);
	assert!(outcome.waits.iter().all(|wait| *wait <= 3), "{outcome}");
	assert!(outcome.taken < outcome.junk, "the pool takes all junk");
	assert!(outcome.memory < 4 << 30);
	Ok(())
}
