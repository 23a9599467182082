// SPDX-License-Identifier: Apache-2.0

//! `scripts/doctor.sh` on a node that is well, and on ones that are not: it finds what is wrong,
//! nothing else, and says what to do.

#![cfg(test)]

use anyhow::{Context, Result};
use cadastre_integration_tests::Node;
use jsonrpsee::{
	server::{Server, ServerHandle},
	types::{ErrorObject, ErrorObjectOwned, Params},
	RpcModule,
};
use serde_json::{json, Value};
use std::{
	path::{Path, PathBuf},
	process::Stdio,
	sync::{
		atomic::{AtomicU64, Ordering},
		Arc,
	},
	time::SystemTime,
};
use tokio::{
	io::{AsyncReadExt, AsyncWriteExt},
	net::TcpListener,
	process::Command,
};

/// A session key.
const KEY: &str = "1111111111111111111111111111111111111111111111111111111111111111";
/// Somebody else's.
const OTHER: &str = "2222222222222222222222222222222222222222222222222222222222222222";

/// What a node answers. The heights grow by a step each time that they are asked for.
#[derive(Clone)]
struct Patient {
	chain_type: &'static str,
	spec: &'static str,
	version: &'static str,
	roles: &'static str,
	peers: u32,
	syncing: bool,
	step: u64,
	final_behind: u64,
	final_step: u64,
	/// How old its best block is, in seconds; negative: of the future.
	age: i64,
	authorities: Vec<&'static str>,
	registered: Vec<&'static str>,
	own: Vec<&'static str>,
	safe_only: bool,
	/// Steps of the relay chain's best and finalized blocks; none: no relay node is seen.
	relay: Option<(u64, u64)>,
}

impl Patient {
	/// A collator that authors.
	fn well() -> Self {
		Self {
			chain_type: "Live",
			spec: "cadastre",
			version: "1.0.0-abc",
			roles: "Authority",
			peers: 8,
			syncing: false,
			step: 2,
			final_behind: 3,
			final_step: 2,
			age: 7,
			authorities: vec![OTHER, KEY],
			registered: vec![OTHER, KEY],
			own: vec![KEY],
			safe_only: false,
			relay: Some((3, 3)),
		}
	}

	async fn serve(self) -> Result<(ServerHandle, String, String)> {
		let server = Server::builder().build("127.0.0.1:0").await?;
		let address = format!("http://{}", server.local_addr()?);
		let relay = relay(self.relay).await?;
		Ok((server.start(self.methods()?), address, relay))
	}

	fn methods(self) -> Result<RpcModule<Arc<Self>>> {
		let (best, last) = (Arc::new(AtomicU64::new(1_000)), Arc::new(AtomicU64::new(0)));
		let mut module = RpcModule::new(Arc::new(self));
		fixed(&mut module, "system_chain", |_| json!("Cadastre"))?;
		fixed(&mut module, "system_chainType", |of| json!(of.chain_type))?;
		fixed(&mut module, "system_version", |of| json!(of.version))?;
		fixed(&mut module, "system_nodeRoles", |of| json!([of.roles]))?;
		fixed(
			&mut module,
			"state_getRuntimeVersion",
			|of| json!({ "specName": of.spec, "implName": "x", "specVersion": 7 }),
		)?;
		fixed(&mut module, "system_health", |of| {
			let alone = of.chain_type == "Development";
			json!({ "peers": of.peers, "isSyncing": of.syncing, "shouldHavePeers": !alone })
		})?;
		fixed(
			&mut module,
			"system_syncState",
			|_| json!({ "startingBlock": 0, "currentBlock": 1_000, "highestBlock": 9_000 }),
		)?;
		fixed(&mut module, "state_getStorage", |of| {
			let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
			let then = i64::try_from(now.as_millis()).unwrap_or(0) - of.age * 1_000;
			json!(format!("0x{}", hex::encode(then.to_le_bytes())))
		})?;
		fixed(&mut module, "state_call", |of| {
			json!(format!("0x{:02x}{}", of.authorities.len() * 4, of.authorities.concat()))
		})?;
		fixed(&mut module, "state_getKeysPaged", |of| {
			json!(of.registered.iter().map(|key| format!("0xaa{key}")).collect::<Vec<_>>())
		})?;
		fixed(&mut module, "state_queryStorageAt", |of| {
			let change = |key: &&str| json!([format!("0xaa{key}"), format!("0x{key}")]);
			json!([{ "block": "0x00", "changes": of.registered.iter().map(change).collect::<Vec<_>>() }])
		})?;
		module.register_method(
			"author_hasKey",
			|params, of, _| -> Result<bool, ErrorObjectOwned> {
				if of.safe_only {
					let said = "RPC call is unsafe to be called externally";
					return Err(ErrorObject::owned(-32601, said, None::<()>));
				}
				let (key, _): (String, String) = params.parse()?;
				Ok(of.own.iter().any(|own| key == format!("0x{own}")))
			},
		)?;
		module.register_method("chain_getFinalizedHead", |_, _, _| "0xff")?;
		module.register_method("chain_getHeader", move |params: Params, of, _| {
			let of_final = params.as_str().is_some_and(|text| text.contains("0xff"));
			let number = if of_final {
				1_000 - of.final_behind + last.fetch_add(of.final_step, Ordering::Relaxed)
			} else {
				best.fetch_add(of.step, Ordering::Relaxed)
			};
			json!({ "parentHash": "0x01", "number": format!("{number:#x}"), "stateRoot": "0x02" })
		})?;
		Ok(module)
	}
}

fn fixed(
	module: &mut RpcModule<Arc<Patient>>,
	name: &'static str,
	answer: impl Fn(&Patient) -> Value + Send + Sync + 'static,
) -> Result<()> {
	module.register_method(name, move |_, of, _| answer(of))?;
	Ok(())
}

/// The metrics of a relay chain's node. Without steps: the address of nobody.
async fn relay(steps: Option<(u64, u64)>) -> Result<String> {
	let listener = TcpListener::bind("127.0.0.1:0").await?;
	let url = format!("http://{}/metrics", listener.local_addr()?);
	let Some((best_step, final_step)) = steps else { return Ok(url) };
	tokio::spawn(async move {
		let (mut best, mut last) = (500, 490);
		while let Ok((mut stream, _)) = listener.accept().await {
			let mut request = [0; 1_024];
			let _read = stream.read(&mut request).await;
			let body = format!(
				"substrate_block_height{{status=\"best\",chain=\"polkadot\"}} {best}\n\
				 substrate_block_height{{status=\"finalized\",chain=\"polkadot\"}} {last}\n"
			);
			best += best_step;
			last += final_step;
			let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", body.len());
			let _sent = stream.write_all(format!("{head}{body}").as_bytes()).await;
		}
	});
	Ok(url)
}

/// The machine on which the doctor runs: its clock and its disk.
struct Machine {
	folder: tempfile::TempDir,
}

impl Machine {
	/// With a clock that is kept or not, and so many KiB of disk.
	fn new(kept: bool, free: u64) -> Result<Self> {
		let folder = tempfile::tempdir()?;
		let machine = Self { folder };
		machine.program("timedatectl", if kept { "echo yes" } else { "echo no" })?;
		machine.program("df", &format!("echo Avail; echo {free}"))?;
		machine.program("cadastre-node", "echo cadastre-node 1.0.0-abc")?;
		Ok(machine)
	}

	fn program(&self, name: &str, text: &str) -> Result<()> {
		use std::os::unix::fs::PermissionsExt;
		let path = self.folder.path().join(name);
		std::fs::write(&path, format!("#!/bin/sh\n{text}\n"))?;
		std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755))?;
		Ok(())
	}

	async fn doctor(&self, arguments: &[&str]) -> Result<(i32, String)> {
		let script = root().join("scripts/doctor.sh");
		let path = std::env::var("PATH").unwrap_or_default();
		let output = Command::new(script)
			.args(arguments)
			.env("PATH", format!("{}:{path}", self.folder.path().display()))
			.stdin(Stdio::null())
			.output()
			.await?;
		let said = String::from_utf8_lossy(&output.stdout).into_owned()
			+ &String::from_utf8_lossy(&output.stderr);
		Ok((output.status.code().context("the doctor was ended")?, said))
	}

	async fn examines(&self, patient: Patient) -> Result<(i32, String)> {
		let (_server, rpc, relay) = patient.serve().await?;
		let base = self.folder.path().to_str().context("a path of text")?;
		let arguments =
			["--rpc", &rpc, "--relay-metrics", &relay, "--base-path", base, "--watch", "0"];
		self.doctor(&arguments).await
	}
}

fn root() -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn healthy_machine() -> Result<Machine> {
	Machine::new(true, 100 << 20)
}

/// The doctor finds one problem, and its words are these.
async fn finds(patient: Patient, words: &[&str]) -> Result<()> {
	found(healthy_machine()?.examines(patient).await?, words);
	Ok(())
}

fn found((code, said): (i32, String), words: &[&str]) {
	let problems: Vec<_> = said.lines().filter(|line| line.starts_with("PROBLEM")).collect();
	assert_eq!(problems.len(), 1, "{words:?} in:\n{said}");
	assert_eq!(said.matches("do: ").count(), 1, "{said}");
	assert_eq!(code, 1, "{said}");
	for word in words {
		assert!(said.contains(word), "no «{word}» in:\n{said}");
	}
}

fn nothing((code, said): (i32, String)) -> String {
	assert_eq!(code, 0, "{said}");
	assert!(said.contains("Nothing is wrong."), "{said}");
	assert!(!said.contains("PROBLEM"), "{said}");
	said
}

#[tokio::test(flavor = "multi_thread")]
async fn a_collator_that_authors_is_well() -> Result<()> {
	let said = nothing(healthy_machine()?.examines(Patient::well()).await?);
	for word in ["one of 2 that author now", "the relay chain goes on", "it has 8 peers", "is kept"]
	{
		assert!(said.contains(word), "no «{word}» in:\n{said}");
	}
	Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_development_node_is_well() -> Result<()> {
	let node = Node::start().await?;
	let url = node.url().replace("ws://", "http://");
	let arguments = ["--rpc", &url, "--watch", "3", "--node", "/nowhere"];
	let said = nothing(healthy_machine()?.doctor(&arguments).await?);
	assert!(said.contains("chain Cadastre Development (Development)"), "{said}");
	assert!(said.contains("that author now"), "{said}");
	Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_who_answers_and_somebody_else_who_answers_are_told_apart() -> Result<()> {
	let machine = healthy_machine()?;
	let free = TcpListener::bind("127.0.0.1:0").await?.local_addr()?;
	let answer = machine.doctor(&["--rpc", &format!("http://{free}")]).await?;
	found(answer, &["nobody answers", "systemctl status cadastre-node"]);
	let other = relay(Some((1, 1))).await?;
	found(machine.doctor(&["--rpc", &other]).await?, &["is no node", "--rpc"]);
	finds(Patient { spec: "statemint", ..Patient::well() }, &["another chain", "--chain"]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn no_peers_are_found() -> Result<()> {
	finds(Patient { peers: 0, ..Patient::well() }, &["no peers", "30333"]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sync_that_stands_is_found_and_one_that_goes_on_is_well() -> Result<()> {
	let syncing = Patient { syncing: true, age: 90_000, ..Patient::well() };
	let said = nothing(healthy_machine()?.examines(syncing.clone()).await?);
	assert!(said.contains("it syncs: block 1002 of 9000"), "{said}");
	finds(Patient { step: 0, ..syncing }, &["it syncs, and stands at block 1000 of 9000"]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chain_that_stands_is_found_and_a_young_block_is_well() -> Result<()> {
	let still = Patient { step: 0, final_step: 0, ..Patient::well() };
	nothing(healthy_machine()?.examines(Patient { age: 50, ..still.clone() }).await?);
	finds(Patient { age: 120, ..still }, &["no other follows", "core"]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn finality_that_stands_is_found_beyond_twenty_blocks() -> Result<()> {
	let behind = |final_behind| Patient { final_behind, final_step: 0, ..Patient::well() };
	nothing(healthy_machine()?.examines(behind(18)).await?);
	finds(behind(30), &["finality stands at 970", "relay chain"]).await
}

/// What follows from the relay chain is not a problem of its own.
#[tokio::test(flavor = "multi_thread")]
async fn a_relay_chain_that_stands_is_the_one_problem() -> Result<()> {
	let all = Patient { step: 0, final_step: 0, final_behind: 30, age: 500, ..Patient::well() };
	let stands = Patient { relay: Some((0, 0)), ..all.clone() };
	finds(stands, &["its relay chain node stands at block 500", "30334"]).await?;
	finds(Patient { relay: Some((1, 0)), ..all }, &["finality stands at 490"]).await?;
	// A remote one is not seen, which is no problem by itself.
	let remote = healthy_machine()?.examines(Patient { relay: None, ..Patient::well() }).await?;
	assert!(nothing(remote).contains("it is remote"));
	Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_that_nobody_registered_or_elected_are_found() -> Result<()> {
	let stranger = Patient { own: vec![], ..Patient::well() };
	finds(stranger, &["no session key that the chain knows", "author_rotateKeysWithOwner"]).await?;
	let waiting = Patient { authorities: vec![OTHER], ..Patient::well() };
	finds(waiting, &["is set on the chain", "registerAsCandidate"]).await?;
	let safe = healthy_machine()?.examines(Patient { safe_only: true, ..Patient::well() }).await?;
	assert!(nothing(safe).contains("serves safe methods alone"));
	let full = healthy_machine()?.examines(Patient { roles: "Full", ..Patient::well() }).await?;
	assert!(nothing(full).contains("it is a full node"));
	Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_clock_and_a_full_disk_are_found() -> Result<()> {
	let of_future = Patient { age: -60, ..Patient::well() };
	finds(of_future, &["ahead of this machine's clock by", "timedatectl"]).await?;
	let unkept = Machine::new(false, 100 << 20)?.examines(Patient::well()).await?;
	found(unkept, &["clock is not kept", "chrony"]);
	let full = Machine::new(true, (1 << 20) - 1)?.examines(Patient::well()).await?;
	found(full, &["1023 MiB left", "enlarge"]);
	let low = nothing(Machine::new(true, 1 << 20)?.examines(Patient::well()).await?);
	assert!(low.contains("only 1 GiB left"), "{low}");
	Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_that_was_not_started_again_after_an_upgrade_is_found() -> Result<()> {
	let old = Patient { version: "0.9.0-abc", ..Patient::well() };
	finds(old, &["runs is 0.9.0-abc", "systemctl restart"]).await
}

#[tokio::test]
async fn a_wrong_call_is_told_apart_from_an_ill_node() -> Result<()> {
	let machine = healthy_machine()?;
	for arguments in [&["--help"][..], &["--rpc"], &["--watch", "soon"]] {
		let (code, said) = machine.doctor(arguments).await?;
		assert_eq!(code, 2, "{arguments:?}: {said}");
		assert!(said.contains("doctor.sh [--rpc URL]"), "{said}");
	}
	Ok(())
}
