// SPDX-License-Identifier: Apache-2.0

//! The node, as its operator meets it: what it refuses, and how it says so.

#![cfg(test)]

use anyhow::Result;
use cadastre_integration_tests::Node;
use std::net::{Ipv4Addr, TcpListener};

/// The node refuses the arguments, and its last word is one line with all of these in it.
async fn says_in_one_line(arguments: &[&str], words: &[&str]) -> Result<()> {
	let said = Node::refused(arguments).await?;
	let errors: Vec<_> = said.lines().filter(|line| line.starts_with("Error: ")).collect();
	assert_eq!(errors.len(), 1, "{arguments:?} said:\n{said}");
	assert_eq!(said.trim_end().lines().last(), Some(errors[0]), "{arguments:?} said:\n{said}");
	for word in words {
		assert!(errors[0].contains(word), "{arguments:?}: no «{word}» in: {}", errors[0]);
	}
	Ok(())
}

#[tokio::test]
async fn a_taken_port_is_refused() -> Result<()> {
	let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
	let port = taken.local_addr()?.port().to_string();
	says_in_one_line(
		&["--dev", "--tmp", "--rpc-port", &port],
		&[&format!("RPC port {port}"), "stop it, or give other ports with --rpc-port"],
	)
	.await
}

#[tokio::test]
async fn a_missing_chain_spec_is_refused() -> Result<()> {
	says_in_one_line(&["--chain", "nowhere.json", "--tmp"], &["nowhere.json"]).await
}

#[tokio::test]
async fn a_wrong_node_key_is_refused() -> Result<()> {
	says_in_one_line(
		&["--dev", "--tmp", "--rpc-port", "0", "--node-key", "beef"],
		&["a node key is 32 bytes in hex", "cadastre-node key generate-node-key"],
	)
	.await
}
