// SPDX-License-Identifier: Apache-2.0

//! A reading of the chain as metrics.

use anyhow::Result;
use cadastre_client::{
	watch::{Dispute, Feed, Income, Pot, STAGES, STATUSES},
	View,
};
use prometheus_endpoint::{
	prometheus::{
		core::{Collector, Desc},
		proto::MetricFamily,
	},
	register, Gauge, GaugeVec, Opts, Registry, F64, U64,
};
use std::{
	collections::BTreeMap,
	sync::{Arc, Mutex},
	time::SystemTime,
};

/// What one block says.
#[derive(Debug, Default)]
pub(crate) struct Reading {
	/// Its number.
	pub(crate) block: u64,
	/// Its time, in seconds of Unix time.
	pub(crate) time: u64,
	/// Every feed.
	pub(crate) feeds: Vec<Feed>,
	/// Every open dispute.
	pub(crate) disputes: Vec<Dispute>,
	/// Income by asset and currency.
	pub(crate) income: BTreeMap<Pot, Income>,
}

impl Reading {
	/// Reads all of it at one block.
	pub(crate) async fn take(view: &View) -> Result<Self> {
		Ok(Self {
			block: view.number(),
			time: view.now().await?,
			feeds: view.watched_feeds().await?,
			disputes: view.watched_disputes().await?,
			income: view.income().await?,
		})
	}

	/// The metrics, in a registry of their own. Amounts are in the smallest unit of their currency;
	/// above 2^53 they lose their last digits, as every number of Prometheus does.
	fn registry(&self) -> Result<Registry> {
		let registry = Registry::new();
		let one = |name: &str, help: &str, value: u64| -> Result<()> {
			register(Gauge::<U64>::new(name, help)?, &registry)?.set(value);
			Ok(())
		};
		let family = |name: &str, help: &str, labels: &[&str]| -> Result<GaugeVec<F64>> {
			Ok(register(GaugeVec::<F64>::new(Opts::new(name, help), labels)?, &registry)?)
		};
		one("cadastre_block", "The block that was read last", self.block)?;
		one("cadastre_block_timestamp_seconds", "The chain's clock at that block", self.time)?;

		let count = family("cadastre_feeds", "Valuation feeds by status", &["status"])?;
		for status in STATUSES {
			let there = self.feeds.iter().filter(|feed| feed.status == status).count();
			count.with_label_values(&[status]).set(there as f64);
		}
		let labels = ["asset", "metric", "unit"];
		let usable = "cadastre_feed_usable";
		let usable = family(usable, "Whether a feed's answer is fresh or aging: 1 or 0", &labels)?;
		let age = "cadastre_feed_age_seconds";
		let age = family(age, "How old the oldest data behind a feed's answer are", &labels)?;
		for feed in &self.feeds {
			let asset = feed.asset.to_string();
			let labels = [asset.as_str(), feed.metric, feed.unit.as_str()];
			let good = matches!(feed.status, "fresh" | "aging");
			usable.with_label_values(&labels).set(f64::from(u8::from(good)));
			if let Some(as_of) = feed.as_of {
				age.with_label_values(&labels).set(self.time.saturating_sub(as_of) as f64);
			}
		}

		let open = family("cadastre_disputes_open", "Open disputes by their step", &["stage"])?;
		for stage in STAGES {
			let there = self.disputes.iter().filter(|dispute| dispute.stage == stage).count();
			open.with_label_values(&[stage]).set(there as f64);
		}
		let overdue = self.disputes.iter().filter(|dispute| dispute.until <= self.time).count();
		let help = "Open disputes whose step is over, and that nobody has taken to the next";
		one("cadastre_disputes_overdue", help, overdue as u64)?;

		let labels = ["asset", "currency"];
		let help = "Income that is neither paid nor withheld nor kept for holders";
		let unclaimed = family("cadastre_income_unclaimed", help, &labels)?;
		let help = "Holders of open distributions that are neither paid nor kept for";
		let holders = family("cadastre_income_unclaimed_holders", help, &labels)?;
		let help = "When the first open distribution with something unclaimed pays no more";
		let expires = family("cadastre_income_expires_timestamp_seconds", help, &labels)?;
		let help = "Distributions whose record date has come, and that could not open";
		let stuck = family("cadastre_distributions_overdue", help, &labels)?;
		let help = "Income kept for holders that could not be paid";
		let blocked = family("cadastre_payouts_blocked", help, &labels)?;
		let help = "Holders that could not be paid";
		let blocked_holders = family("cadastre_payouts_blocked_holders", help, &labels)?;
		for ((asset, currency), income) in &self.income {
			let asset = asset.to_string();
			let labels = [asset.as_str(), currency.as_str()];
			unclaimed.with_label_values(&labels).set(income.unclaimed as f64);
			holders.with_label_values(&labels).set(income.holders as f64);
			if let Some(at) = income.expires_at {
				expires.with_label_values(&labels).set(at as f64);
			}
			stuck.with_label_values(&labels).set(income.overdue as f64);
			blocked.with_label_values(&labels).set(income.blocked as f64);
			blocked_holders.with_label_values(&labels).set(income.blocked_holders as f64);
		}
		Ok(registry)
	}
}

/// The last reading, whole: a scrape never sees half of one, nor a feed that is gone.
#[derive(Clone, Default)]
pub(crate) struct Latest(Arc<Mutex<Option<Registry>>>);

impl Latest {
	/// Replaces what is shown.
	pub(crate) fn show(&self, reading: &Reading) -> Result<()> {
		let registry = reading.registry()?;
		if let Ok(mut shown) = self.0.lock() {
			*shown = Some(registry);
		}
		Ok(())
	}
}

impl Collector for Latest {
	fn desc(&self) -> Vec<&Desc> {
		Vec::new()
	}

	fn collect(&self) -> Vec<MetricFamily> {
		let shown = self.0.lock().ok().and_then(|shown| shown.clone());
		shown.map(|registry| registry.gather()).unwrap_or_default()
	}
}

/// How the exporter itself fares.
pub(crate) struct Own {
	up: Gauge<U64>,
	read_at: Gauge<F64>,
	failures: prometheus_endpoint::Counter<U64>,
}

impl Own {
	pub(crate) fn new(registry: &Registry) -> Result<Self> {
		let up = Gauge::new("cadastre_exporter_up", "Whether the last reading went well: 1 or 0")?;
		let help = "When the last reading that went well was made";
		let read_at = Gauge::new("cadastre_exporter_read_timestamp_seconds", help)?;
		let help = "Readings that failed";
		let failures = prometheus_endpoint::Counter::new("cadastre_exporter_failures_total", help)?;
		Ok(Self {
			up: register(up, registry)?,
			read_at: register(read_at, registry)?,
			failures: register(failures, registry)?,
		})
	}

	pub(crate) fn succeeded(&self) {
		self.up.set(1);
		let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
		self.read_at.set(now.unwrap_or_default().as_secs_f64());
	}

	pub(crate) fn failed(&self) {
		self.up.set(0);
		self.failures.inc();
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use prometheus_endpoint::prometheus::{Encoder, TextEncoder};

	fn feed(asset: u32, status: &'static str, as_of: Option<u64>) -> Feed {
		Feed { asset, metric: "market-value", unit: "EUR".to_owned(), status, as_of }
	}

	fn text(registry: &Registry) -> String {
		let mut bytes = Vec::new();
		TextEncoder::new().encode(&registry.gather(), &mut bytes).unwrap();
		String::from_utf8(bytes).unwrap()
	}

	fn shown(reading: &Reading) -> String {
		text(&reading.registry().unwrap())
	}

	#[test]
	fn feeds_are_counted_by_status_and_judged_one_by_one() {
		let feeds = vec![
			feed(1, "fresh", Some(900)),
			feed(2, "stale", Some(100)),
			feed(3, "none", None),
			feed(4, "aging", Some(2_000)),
		];
		let text = shown(&Reading { time: 1_000, feeds, ..Reading::default() });
		for line in [
			"cadastre_feeds{status=\"fresh\"} 1",
			"cadastre_feeds{status=\"stale\"} 1",
			"cadastre_feeds{status=\"halted\"} 0",
			"cadastre_feed_usable{asset=\"1\",metric=\"market-value\",unit=\"EUR\"} 1",
			"cadastre_feed_usable{asset=\"2\",metric=\"market-value\",unit=\"EUR\"} 0",
			"cadastre_feed_usable{asset=\"3\",metric=\"market-value\",unit=\"EUR\"} 0",
			"cadastre_feed_usable{asset=\"4\",metric=\"market-value\",unit=\"EUR\"} 1",
			"cadastre_feed_age_seconds{asset=\"2\",metric=\"market-value\",unit=\"EUR\"} 900",
			// Data of the future are not old.
			"cadastre_feed_age_seconds{asset=\"4\",metric=\"market-value\",unit=\"EUR\"} 0",
		] {
			assert!(text.contains(line), "no {line} in:\n{text}");
		}
		assert!(!text.contains("cadastre_feed_age_seconds{asset=\"3\""), "{text}");
	}

	#[test]
	fn a_dispute_is_overdue_from_the_first_second_at_which_its_step_is_over() {
		let dispute = |id, until| Dispute { id, stage: "panel", until };
		let disputes = vec![dispute(1, 999), dispute(2, 1_000), dispute(3, 1_001)];
		let text = shown(&Reading { time: 1_000, disputes, ..Reading::default() });
		assert!(text.contains("cadastre_disputes_overdue 2"), "{text}");
		assert!(text.contains("cadastre_disputes_open{stage=\"panel\"} 3"), "{text}");
	}

	#[test]
	fn income_is_told_by_asset_and_currency() {
		let due = Income { unclaimed: 7, holders: 2, expires_at: Some(5), ..Income::default() };
		let stopped = Income { blocked: 9, blocked_holders: 3, ..Income::default() };
		let income =
			BTreeMap::from([((1, "native".to_owned()), due), ((2, "10".to_owned()), stopped)]);
		let text = shown(&Reading { income, ..Reading::default() });
		for line in [
			"cadastre_income_unclaimed{asset=\"1\",currency=\"native\"} 7",
			"cadastre_income_unclaimed_holders{asset=\"1\",currency=\"native\"} 2",
			"cadastre_income_expires_timestamp_seconds{asset=\"1\",currency=\"native\"} 5",
			"cadastre_payouts_blocked{asset=\"2\",currency=\"10\"} 9",
			"cadastre_payouts_blocked_holders{asset=\"2\",currency=\"10\"} 3",
		] {
			assert!(text.contains(line), "no {line} in:\n{text}");
		}
	}

	#[test]
	fn a_feed_that_is_gone_is_shown_no_more() {
		let registry = Registry::new();
		let latest = Latest::default();
		registry.register(Box::new(latest.clone())).unwrap();
		assert!(registry.gather().is_empty());
		let feeds = vec![feed(1, "fresh", None)];
		latest.show(&Reading { feeds, ..Reading::default() }).unwrap();
		assert!(text(&registry).contains("asset=\"1\""));
		latest.show(&Reading::default()).unwrap();
		assert!(!text(&registry).contains("asset=\"1\""));
	}

	#[test]
	fn failures_are_counted_and_end_with_the_next_success() {
		let registry = Registry::new();
		let own = Own::new(&registry).unwrap();
		own.failed();
		assert!(text(&registry).contains("cadastre_exporter_up 0"));
		own.succeeded();
		let text = text(&registry);
		assert!(text.contains("cadastre_exporter_up 1"), "{text}");
		assert!(text.contains("cadastre_exporter_failures_total 1"), "{text}");
	}
}
