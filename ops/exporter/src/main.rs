// SPDX-License-Identifier: Apache-2.0

//! `cadastre-exporter`: reads a node, and tells Prometheus what operators of the chain watch.
//!
//! The node's own metrics are about the node. These are about what is on the chain: valuations that
//! are too old, open disputes, unclaimed income, payouts that are stopped.

mod metrics;

use anyhow::{Context, Result};
use cadastre_client::{Client, Options, DEFAULT_URL};
use clap::Parser;
use metrics::{Latest, Own, Reading};
use prometheus_endpoint::{init_prometheus, Registry};
use std::{net::SocketAddr, time::Duration};
use tokio::time::{interval, MissedTickBehavior};
use tracing::{info, warn};

/// Serves what operators of a Cadastre chain watch at http://LISTEN/metrics.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
	/// Address of the node; safe methods are enough.
	#[arg(long, env = "CADASTRE_URL", default_value = DEFAULT_URL)]
	url: String,
	/// Where to listen.
	#[arg(long, default_value = "127.0.0.1:9620")]
	listen: SocketAddr,
	/// Seconds from one reading to the next.
	#[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..))]
	every: u64,
}

#[tokio::main]
async fn main() -> Result<()> {
	tracing_subscriber::fmt().with_writer(std::io::stderr).init();
	let arguments = Arguments::parse();
	let registry = Registry::new();
	let latest = Latest::default();
	registry.register(Box::new(latest.clone()))?;
	let own = Own::new(&registry)?;
	tokio::select! {
		served = init_prometheus(arguments.listen, registry) => {
			served.with_context(|| format!("cannot listen at {}", arguments.listen))
		},
		never = read_on(&arguments, &latest, &own) => never,
	}
}

/// Reads for ever. A node that is away is waited for: Prometheus sees that, and how long.
async fn read_on(arguments: &Arguments, latest: &Latest, own: &Own) -> Result<()> {
	let mut ticks = interval(Duration::from_secs(arguments.every));
	ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
	let mut client = None;
	loop {
		ticks.tick().await;
		match read(arguments, &mut client, latest).await {
			Ok(block) => {
				own.succeeded();
				info!("read block {block}");
			},
			Err(error) => {
				// The connection may be the reason.
				client = None;
				own.failed();
				warn!("{error:#}");
			},
		}
	}
}

async fn read(arguments: &Arguments, client: &mut Option<Client>, latest: &Latest) -> Result<u64> {
	let client = match client {
		Some(client) => client,
		None => client.insert(Client::connect(&arguments.url, &Options::default()).await?),
	};
	let reading = Reading::take(&client.head().await?).await?;
	latest.show(&reading)?;
	Ok(reading.block)
}
