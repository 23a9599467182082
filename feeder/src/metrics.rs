// SPDX-License-Identifier: Apache-2.0

//! What the service counts, and the port at which Prometheus reads it.

use anyhow::{Context, Result};
use prometheus::{
	Encoder, Gauge, GaugeVec, Histogram, HistogramOpts, IntCounterVec, IntGauge, IntGaugeVec, Opts,
	Registry, TextEncoder,
};
use std::{net::SocketAddr, time::Duration};
use tokio::{
	io::{AsyncReadExt, AsyncWriteExt},
	net::{TcpListener, TcpStream},
	task::JoinHandle,
	time::timeout,
};

/// How long somebody may take to ask.
const PATIENCE: Duration = Duration::from_secs(5);

/// The longest request that is read, in bytes.
const MAX_REQUEST: usize = 8_192;

/// The counters.
#[derive(Debug, Clone)]
pub(crate) struct Metrics {
	registry: Registry,
	/// Transactions that did what they are for, by model and step.
	pub(crate) steps: IntCounterVec,
	/// What went wrong, by kind.
	pub(crate) errors: IntCounterVec,
	/// Seconds from sending transactions to their being in a block.
	pub(crate) latency: Histogram,
	/// The last round in which a report was opened, by model and feed.
	pub(crate) last_round: IntGaugeVec,
	/// What the operator's account has of the native token, apart from what is held.
	pub(crate) balance: Gauge,
	/// What the operator has bonded, by model.
	pub(crate) bond: GaugeVec,
	/// The last block that was looked at.
	pub(crate) block: IntGauge,
	/// The chain's clock at that block.
	pub(crate) chain_time: IntGauge,
}

impl Metrics {
	/// All at nothing.
	///
	/// # Errors
	/// If two had the same name.
	pub(crate) fn new() -> Result<Self> {
		let registry = Registry::new_custom(Some("cadastre_feeder".into()), None)?;
		let metrics = Self {
			steps: IntCounterVec::new(
				Opts::new("steps_total", "Transactions that were carried out"),
				&["model", "step"],
			)?,
			errors: IntCounterVec::new(Opts::new("errors_total", "What went wrong"), &["kind"])?,
			latency: Histogram::with_opts(
				HistogramOpts::new("latency_seconds", "From sending to being in a block")
					.buckets(vec![0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0]),
			)?,
			last_round: IntGaugeVec::new(
				Opts::new("last_round", "The last round in which a report was opened"),
				&["model", "feed"],
			)?,
			balance: Gauge::new("balance", "Free native token of the operator's account")?,
			bond: GaugeVec::new(Opts::new("bond", "What the operator has bonded"), &["model"])?,
			block: IntGauge::new("block", "The last block that was looked at")?,
			chain_time: IntGauge::new("chain_time_seconds", "The chain's clock at that block")?,
			registry,
		};
		metrics.registry.register(Box::new(metrics.steps.clone()))?;
		metrics.registry.register(Box::new(metrics.errors.clone()))?;
		metrics.registry.register(Box::new(metrics.latency.clone()))?;
		metrics.registry.register(Box::new(metrics.last_round.clone()))?;
		metrics.registry.register(Box::new(metrics.balance.clone()))?;
		metrics.registry.register(Box::new(metrics.bond.clone()))?;
		metrics.registry.register(Box::new(metrics.block.clone()))?;
		metrics.registry.register(Box::new(metrics.chain_time.clone()))?;
		Ok(metrics)
	}

	/// Counts what went wrong.
	pub(crate) fn error(&self, kind: &str) {
		self.errors.with_label_values(&[kind]).inc();
	}

	/// All counters as Prometheus reads them.
	///
	/// # Errors
	/// If one cannot be written.
	pub(crate) fn text(&self) -> Result<String> {
		let mut bytes = Vec::new();
		TextEncoder::new().encode(&self.registry.gather(), &mut bytes)?;
		Ok(String::from_utf8(bytes)?)
	}

	/// Serves `/metrics` and `/health`. Answers the address, whose port may have been 0, and what
	/// ends the service when it is dropped.
	///
	/// # Errors
	/// If somebody else listens there.
	pub(crate) async fn serve(&self, address: SocketAddr) -> Result<(SocketAddr, Serving)> {
		let listener =
			TcpListener::bind(address).await.with_context(|| {
				format!("metrics: nobody can listen at {address}; write another address with a free port")
			})?;
		let address = listener.local_addr()?;
		let metrics = self.clone();
		let task = tokio::spawn(async move {
			loop {
				match listener.accept().await {
					Ok((stream, _)) => {
						let metrics = metrics.clone();
						tokio::spawn(async move {
							// Who goes away in the middle has nothing to be told.
							let _ = timeout(PATIENCE, metrics.answer(stream)).await;
						});
					},
					Err(error) => {
						tracing::warn!(%error, "metrics are not served for a moment");
						tokio::time::sleep(Duration::from_secs(1)).await;
					},
				}
			}
		});
		Ok((address, Serving(task)))
	}

	async fn answer(&self, mut stream: TcpStream) -> Result<()> {
		let mut request = Vec::new();
		let mut part = [0; 1_024];
		while !request.windows(4).any(|end| end == b"\r\n\r\n") && request.len() < MAX_REQUEST {
			match stream.read(&mut part).await? {
				0 => break,
				read => request.extend(part.iter().take(read)),
			}
		}
		let line = String::from_utf8_lossy(&request);
		let mut words = line.split_whitespace();
		let (status, body) = match (words.next(), words.next()) {
			(Some("GET"), Some("/metrics")) => ("200 OK", self.text()?),
			(Some("GET"), Some("/health")) => ("200 OK", "ok\n".to_owned()),
			(Some("GET"), _) => ("404 Not Found", "ask for /metrics or /health\n".to_owned()),
			_ => ("405 Method Not Allowed", "ask with GET\n".to_owned()),
		};
		let head = format!(
			"HTTP/1.1 {status}\r\nContent-Type: text/plain; version=0.0.4\r\nContent-Length: \
			 {}\r\nConnection: close\r\n\r\n",
			body.len()
		);
		stream.write_all(head.as_bytes()).await?;
		stream.write_all(body.as_bytes()).await?;
		stream.shutdown().await?;
		Ok(())
	}
}

/// Ends the serving when dropped.
#[derive(Debug)]
pub(crate) struct Serving(JoinHandle<()>);

impl Drop for Serving {
	fn drop(&mut self) {
		self.0.abort();
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	async fn get(address: SocketAddr, request: &str) -> String {
		let mut stream = TcpStream::connect(address).await.unwrap();
		stream.write_all(request.as_bytes()).await.unwrap();
		let mut answer = String::new();
		stream.read_to_string(&mut answer).await.unwrap();
		answer
	}

	#[tokio::test]
	async fn what_was_counted_is_served() {
		let metrics = Metrics::new().unwrap();
		metrics.steps.with_label_values(&["3", "commit"]).inc();
		metrics.error("refused");
		metrics.balance.set(12.5);
		let (address, serving) = metrics.serve(([127, 0, 0, 1], 0).into()).await.unwrap();
		let answer = get(address, "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n").await;
		assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
		for line in [
			"cadastre_feeder_steps_total{model=\"3\",step=\"commit\"} 1",
			"cadastre_feeder_errors_total{kind=\"refused\"} 1",
			"cadastre_feeder_balance 12.5",
			"cadastre_feeder_latency_seconds_count 0",
		] {
			assert!(answer.contains(line), "no «{line}» in\n{answer}");
		}
		let ok = get(address, "GET /health HTTP/1.1\r\n\r\n").await;
		assert!(ok.ends_with("\r\n\r\nok\n"), "{ok}");
		assert!(get(address, "GET / HTTP/1.1\r\n\r\n").await.starts_with("HTTP/1.1 404"));
		assert!(get(address, "POST /metrics HTTP/1.1\r\n\r\n").await.starts_with("HTTP/1.1 405"));
		let taken = metrics.serve(address).await.unwrap_err().to_string();
		assert!(taken.contains("metrics: ") && taken.contains("free port"), "{taken}");
		drop(serving);
	}
}
