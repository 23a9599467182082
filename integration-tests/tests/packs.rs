// SPDX-License-Identifier: Apache-2.0

//! The packs that people publish by name are those of which the documents name the legal sources:
//! the client has them as JSON, the pallet as functions.

use cadastre_client::{
	api,
	pack::{Pack, READY},
};
use codec::Encode;
use pallet_compliance::{
	ready_packs::{
		eu_retail_149, hong_kong_professional, reg_s, singapore_accredited, swiss_professional,
		us_reg_d_506c, CATEGORY_2, CATEGORY_3,
	},
	rules::RuleSet,
};
use std::collections::BTreeMap;
use subxt::{ext::scale_encode::EncodeAsType, Metadata};

#[test]
fn the_packs_of_the_client_are_those_of_the_pallet() {
	let of_the_pallet: BTreeMap<&str, RuleSet> = BTreeMap::from([
		("us-reg-d-506c", us_reg_d_506c()),
		("reg-s-category-2", reg_s(CATEGORY_2)),
		("reg-s-category-3", reg_s(CATEGORY_3)),
		("eu-retail-149", eu_retail_149()),
		("swiss-professional", swiss_professional()),
		("singapore-accredited", singapore_accredited()),
		("hong-kong-professional", hong_kong_professional()),
	]);
	let names: Vec<_> = READY.iter().map(|(name, _)| *name).collect();
	let mut sorted = names.clone();
	sorted.sort_unstable();
	assert!(sorted.into_iter().eq(of_the_pallet.keys().copied()), "{names:?}");
	for name in names {
		let pack = Pack::ready(name).expect("it is well formed");
		// What the client would publish, byte for byte: nobody can compare the rules of two crates.
		assert_eq!(stored(&pack), of_the_pallet[name].encode(), "{name}");
	}
}

/// A pack with one number changed is not the same: the comparison above compares.
#[test]
fn a_pack_that_differs_in_one_number_is_another() {
	let same = |one: &RuleSet, other: &Pack| one.encode() == stored(other);
	let pack = Pack::ready("reg-s-category-2").expect("it is well formed");
	assert!(same(&reg_s(CATEGORY_2), &pack));
	assert!(!same(&reg_s(CATEGORY_2 + 1), &pack));
}

/// A pack as the client sends it to a chain of our metadata.
fn stored(pack: &Pack) -> Vec<u8> {
	let metadata: &[u8] = include_bytes!("../../client/artifacts/cadastre.scale");
	let metadata = Metadata::decode_from(metadata).expect("it is the metadata of our runtime");
	let pallet = metadata.pallet_by_name("Compliance").expect("it is there");
	let call = pallet.call_variant_by_name("publish_pack").expect("it is there");
	let rules = api::runtime_types::pallet_compliance::rules::RuleSet::from(pack);
	rules.encode_as_type(call.fields[0].ty.id, metadata.types()).expect("it is of this type")
}
