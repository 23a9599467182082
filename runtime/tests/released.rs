// SPDX-License-Identifier: Apache-2.0

//! What programs rely on does not move from one release to the next: pallets, calls, events and
//! errors keep their indices and names, and a call its arguments.
//!
//! `tests/released/metadata.scale` is the metadata of the last release. A release copies
//! `client/artifacts/cadastre.scale` there (`docs/runbooks/upgrade.md`), and nothing else does.

#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

mod common;

use cadastre_runtime::{AllPalletsWithSystem, Runtime, VERSION};
use codec::Decode;
use common::chain;
use frame_metadata::{v16::RuntimeMetadataV16, RuntimeMetadata, RuntimeMetadataPrefixed};
use frame_support::traits::{
	GetStorageVersion, PalletInfoAccess, PalletsInfoAccess, StorageVersion,
};
use scale_info::{form::PortableForm, TypeDef, Variant};
use sp_version::RuntimeVersion;
use std::collections::BTreeMap;

const RELEASED: &[u8] = include_bytes!("released/metadata.scale");

fn decode(mut bytes: &[u8]) -> RuntimeMetadataV16 {
	let metadata = RuntimeMetadataPrefixed::decode(&mut bytes).expect("it is metadata");
	match metadata.1 {
		RuntimeMetadata::V16(metadata) => metadata,
		other => panic!("metadata of version {}", other.version()),
	}
}

fn current() -> RuntimeMetadataV16 {
	let metadata = sp_io::TestExternalities::new_empty()
		.execute_with(|| Runtime::metadata_at_version(16))
		.expect("the runtime has this version");
	decode(&metadata)
}

fn released_version(metadata: &RuntimeMetadataV16) -> RuntimeVersion {
	let system = metadata.pallets.iter().find(|pallet| pallet.name == "System");
	let constants = &system.expect("it has System").constants;
	let version = constants.iter().find(|constant| constant.name == "Version");
	let value = &version.expect("System has its version").value;
	RuntimeVersion::decode(&mut &value[..]).expect("it is a version")
}

/// Something that other programs name by an index: `Pallet`, `Pallet.call x`, and so on, with what
/// has to stay the same of it.
type Names = BTreeMap<String, String>;

fn variants(
	metadata: &RuntimeMetadataV16,
	id: Option<u32>,
) -> impl Iterator<Item = &Variant<PortableForm>> {
	let ty = id.map(|id| metadata.types.resolve(id).expect("it is in the registry"));
	ty.into_iter().flat_map(|ty| match &ty.type_def {
		TypeDef::Variant(variants) => variants.variants.iter(),
		_ => panic!("calls, events and errors are enumerations"),
	})
}

/// Where each pallet, call, event and error is.
fn places(metadata: &RuntimeMetadataV16) -> Names {
	let mut names = Names::new();
	for pallet in &metadata.pallets {
		names.insert(pallet.name.clone(), format!("pallet {}", pallet.index));
		for (kind, id) in [
			("call", pallet.calls.as_ref().map(|calls| calls.ty.id)),
			("event", pallet.event.as_ref().map(|event| event.ty.id)),
			("error", pallet.error.as_ref().map(|error| error.ty.id)),
		] {
			for variant in variants(metadata, id) {
				let name = format!("{}, {kind} {}", pallet.name, variant.name);
				names.insert(name, format!("{kind} {}", variant.index));
			}
		}
	}
	names
}

/// The arguments of each call.
fn arguments(metadata: &RuntimeMetadataV16) -> Names {
	let mut names = Names::new();
	for pallet in &metadata.pallets {
		for call in variants(metadata, pallet.calls.as_ref().map(|calls| calls.ty.id)) {
			let fields: Vec<_> = call
				.fields
				.iter()
				.map(|field| {
					let name = field.name.as_deref().unwrap_or_default();
					format!("{name}: {}", field.type_name.as_deref().unwrap_or_default())
				})
				.collect();
			names.insert(format!("{}.{}", pallet.name, call.name), fields.join(", "));
		}
	}
	names
}

/// What the second does not have, or has otherwise.
fn moved(before: &Names, after: &Names) -> Vec<String> {
	before
		.iter()
		.filter(|(name, place)| after.get(*name) != Some(place))
		.map(|(name, place)| match after.get(name) {
			Some(now) => format!("{name}: was {place}, is {now}"),
			None => format!("{name}: was {place}, is gone"),
		})
		.collect()
}

#[test]
fn no_pallet_call_event_or_error_moves() {
	let moved = moved(&places(&decode(RELEASED)), &places(&current()));
	assert!(
		moved.is_empty(),
		"Programs that know the last release would take one thing for another:\n  {}\n\
		 Give what is new an index that was never used, and leave the rest where it is. What has to \
		 go stays as a call that always fails, until the next major release says otherwise.",
		moved.join("\n  ")
	);
}

#[test]
fn an_index_is_not_used_again() {
	// What is new must not be where something was: that is the same as a move, seen from the index.
	let by_place = |names: &Names| -> BTreeMap<(String, String), String> {
		let key = |name: &str, place: &str| {
			let pallet = name.split(", ").next().unwrap_or_default();
			let whose = if name == pallet { "" } else { pallet };
			(whose.to_owned(), place.to_owned())
		};
		names.iter().map(|(name, place)| (key(name, place), name.clone())).collect()
	};
	let (before, after) = (by_place(&places(&decode(RELEASED))), by_place(&places(&current())));
	for (place, name) in before {
		assert_eq!(after.get(&place), Some(&name), "{place:?}");
	}
}

#[test]
fn the_arguments_of_a_call_change_with_the_version_of_transactions_only() {
	let released = decode(RELEASED);
	let changed = moved(&arguments(&released), &arguments(&current()));
	let before = released_version(&released).transaction_version;
	assert!(
		changed.is_empty() || VERSION.transaction_version > before,
		"Transactions that were signed for the last release would mean something else:\n  {}\n\
		 Add a call with an index of its own, or raise `transaction_version` above {before} in \
		 runtime/src/lib.rs.",
		changed.join("\n  ")
	);
}

#[test]
fn versions_never_fall() {
	let before = released_version(&decode(RELEASED));
	assert_eq!(VERSION.spec_name, before.spec_name, "another name is another chain");
	assert!(VERSION.spec_version >= before.spec_version);
	assert!(VERSION.transaction_version >= before.transaction_version);
	assert!(VERSION.authoring_version >= before.authoring_version);
	assert_eq!(VERSION.system_version, before.system_version, "the root would be another");
}

#[test]
fn the_check_sees_what_moves() {
	let places = places(&decode(RELEASED));
	assert!(places.len() > 600, "{}", places.len());
	for missing in ["Shares", "Shares, call transfer", "Shares, event Transferred"] {
		let mut after = places.clone();
		after.remove(missing).unwrap_or_else(|| panic!("there is no {missing}"));
		assert_eq!(moved(&places, &after).len(), 1, "{missing}");
		after.insert(missing.to_owned(), "elsewhere".to_owned());
		assert_eq!(moved(&places, &after).len(), 1, "{missing}");
	}
	let mut after = places.clone();
	after.insert("Shares, call something_new".to_owned(), "call 99".to_owned());
	assert!(moved(&places, &after).is_empty(), "what is new is no move");
}

#[test]
fn every_pallet_of_ours_has_a_version_of_its_storage_and_the_chain_knows_it() {
	fn ours<P: GetStorageVersion<InCodeStorageVersion = StorageVersion> + PalletInfoAccess>() {
		assert!(P::in_code_storage_version() >= 1, "{}", P::name());
		assert_eq!(P::on_chain_storage_version(), P::in_code_storage_version(), "{}", P::name());
	}
	chain("development").execute_with(|| {
		ours::<cadastre_runtime::Compliance>();
		ours::<cadastre_runtime::Shares>();
		ours::<cadastre_runtime::AssetRegistry>();
		ours::<cadastre_runtime::ValuationOracle>();
		ours::<cadastre_runtime::Dividends>();
		ours::<cadastre_runtime::Dao>();
	});
	// A pallet of ours that is added has to be in the list.
	let indices = AllPalletsWithSystem::infos().into_iter().map(|info| info.index);
	assert_eq!(indices.filter(|index| (50..60).contains(index)).count(), 6);
}
