// SPDX-License-Identifier: Apache-2.0

//! The steps of `docs/operators.md` that make a node a collator, on a development chain.

#![cfg(test)]

use anyhow::{Context, Result};
use cadastre_client::{api, Client, Options, Signer};
use cadastre_integration_tests::{hard_use, Node};
use serde_json::json;

use api::runtime_types::{
	cadastre_runtime::SessionKeys, sp_consensus_aura::sr25519::app_sr25519::Public,
};

fn bytes(text: &serde_json::Value) -> Result<Vec<u8>> {
	let text = text.as_str().context("text")?;
	Ok(hex::decode(text.trim_start_matches("0x"))?)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_steps_of_the_page_make_a_candidate_and_a_proof_of_another_does_not() -> Result<()> {
	let node = Node::start().await?;
	let rpc = hard_use::connect(&node.url()).await?;
	let client = Client::connect(&node.url(), &Options::default()).await?;
	let owner = Signer::from_suri("//Ferdie")?;
	let stranger = Signer::from_suri("//Charlie")?;

	let public = format!("0x{}", hex::encode(owner.account().0));
	let made = hard_use::ask(&rpc, "author_rotateKeysWithOwner", &[json!(public)]).await?;
	let key: [u8; 32] = bytes(&made["keys"])?.try_into().ok().context("a key of 32 bytes")?;
	let proof = bytes(&made["proof"])?;
	let has = [json!(format!("0x{}", hex::encode(key))), json!("aura")];
	assert_eq!(hard_use::ask(&rpc, "author_hasKey", &has).await?, json!(true));

	let set = |proof: &[u8]| {
		api::tx().session().set_keys(SessionKeys { aura: Public(key) }, proof.to_vec())
	};
	// No proof, and the proof of somebody else.
	for (proof, signer) in [(&[][..], &owner), (&proof, &stranger)] {
		let refused = client.send(&set(proof), signer).await.unwrap_err().to_string();
		assert!(refused.contains("InvalidProof"), "{refused}");
	}
	// Without keys nobody becomes a candidate.
	let register = api::tx().collator_selection().register_as_candidate();
	assert!(client.send(&register, &owner).await.is_err());

	client.send(&set(&proof), &owner).await?;
	let included = client.send(&register, &owner).await?;
	let added = included.event::<api::collator_selection::events::CandidateAdded>()?;
	assert_eq!(added.account_id, owner.account().id());
	Ok(())
}
