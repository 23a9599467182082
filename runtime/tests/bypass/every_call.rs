// SPDX-License-Identifier: Apache-2.0

//! Every call of our six pallets, whatever it is for, with arguments made from its type: a call that
//! is added has its rows without anybody writing them.

use crate::{
	cast::{chain_with_cast, signed, ACTORS, AMOUNT, ASSET, CLASS, ORDERED, ORDERS},
	oracle::{judge, Pool},
};
use cadastre_primitives::traits::AllowedCalls;
use cadastre_runtime::{
	configs::{adapters::HoldersMay, chain_governance::Origin},
	Runtime, RuntimeCall, RuntimeOrigin,
};
use codec::{Compact, Decode, Encode};
use frame_support::{hypothetically, traits::GetCallMetadata};
use scale_info::{
	form::PortableForm, MetaType, PortableRegistry, Registry, TypeDef, TypeDefPrimitive, Variant,
};
use sp_runtime::traits::Dispatchable;
use std::collections::BTreeMap;

/// Our own pallets.
const OURS: [&str; 6] =
	["Compliance", "Shares", "AssetRegistry", "ValuationOracle", "Dividends", "Dao"];

/// With how many arguments each call is tried.
const TRIES: u32 = 96;

/// Makes values of a type, as bytes. The same seed makes the same values.
struct Maker<'a> {
	types: &'a PortableRegistry,
	seed: u64,
	out: Vec<u8>,
}

impl Maker<'_> {
	/// A number below `end`.
	fn below(&mut self, end: usize) -> usize {
		self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
		usize::try_from(self.seed >> 33).unwrap() % end
	}

	fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
		all[self.below(all.len())]
	}

	/// A number of which the name of the field says what it counts.
	fn number(&mut self, name: &str) -> u128 {
		match name {
			"AssetId" => self.one_of(&[ASSET, ASSET, ORDERED, CLASS, 99]).into(),
			"InvestorId" => self.one_of(&[0, 1, 2, 3, 4, 99]),
			"OrderId" => u128::try_from(self.below(ORDERS.len() + 1)).unwrap(),
			"Moment" => self.one_of(&[0, 3_888_000, 3_888_001, 4_000_000, 4_000_000_000]),
			_ => self.one_of(&[0, 1, 2, AMOUNT, 100, 101, 1_000_000]),
		}
	}

	fn account(&mut self) -> [u8; 32] {
		// More often one of the first two, who may trade.
		let who = if self.below(2) == 0 { self.below(2) } else { self.below(ACTORS.len()) };
		ACTORS[who].who.to_raw_public()
	}

	fn variant(&mut self, variant: &Variant<PortableForm>) {
		self.out.push(variant.index);
		for field in &variant.fields {
			let name = field.type_name.clone().unwrap_or_default();
			self.value(field.ty.id, &name);
		}
	}

	/// A value of a type. `name` is what the source calls the type.
	fn value(&mut self, id: u32, name: &str) {
		let types = self.types;
		let ty = types.resolve(id).expect("the registry is whole");
		if ty.path.segments.last().is_some_and(|name| name == "AccountId32") {
			let account = self.account();
			self.out.extend(account);
			return;
		}
		match &ty.type_def {
			TypeDef::Composite(composite) => {
				for field in &composite.fields {
					let inner = field.type_name.clone().unwrap_or_default();
					self.value(
						field.ty.id,
						if composite.fields.len() == 1 { name } else { &inner },
					);
				}
			},
			TypeDef::Variant(variants) => {
				// A call in a call comes from the calls that are tried on their own.
				let at = self.below(variants.variants.len());
				if let Some(variant) = variants.variants.get(at) {
					self.variant(variant);
				}
			},
			TypeDef::Sequence(sequence) => {
				let length = self.below(3);
				Compact(u32::try_from(length).unwrap()).encode_to(&mut self.out);
				for _ in 0..length {
					self.value(sequence.type_param.id, "");
				}
			},
			TypeDef::Array(array) => {
				for _ in 0..array.len {
					self.value(array.type_param.id, "");
				}
			},
			TypeDef::Tuple(tuple) => {
				for field in &tuple.fields {
					self.value(field.id, "");
				}
			},
			TypeDef::Compact(_) => {
				let number = self.number(name);
				Compact(number).encode_to(&mut self.out);
			},
			TypeDef::Primitive(primitive) => self.primitive(primitive, name),
			TypeDef::BitSequence(_) => unreachable!("no call of ours takes bits"),
		}
	}

	fn primitive(&mut self, primitive: &TypeDefPrimitive, name: &str) {
		use TypeDefPrimitive::*;
		let width = match primitive {
			Bool => {
				let bit = self.below(2);
				return self.out.push(u8::try_from(bit).unwrap());
			},
			Str => return self.out.push(0),
			Char => unreachable!("no call of ours takes a letter"),
			U8 | I8 => 1,
			U16 | I16 => 2,
			U32 | I32 => 4,
			U64 | I64 => 8,
			U128 | I128 => 16,
			U256 | I256 => 32,
		};
		let mut bytes = self.number(name).to_le_bytes().to_vec();
		bytes.resize(width, 0);
		self.out.extend(bytes);
	}
}

/// Every call of ours, by pallet and name, as many times as it is tried.
fn calls() -> BTreeMap<(&'static str, String), Vec<RuntimeCall>> {
	let mut registry = Registry::new();
	let root = registry.register_type(&MetaType::new::<RuntimeCall>()).id;
	let types = PortableRegistry::from(registry);
	let variants = |id: u32| match &types.resolve(id).unwrap().type_def {
		TypeDef::Variant(all) => all.variants.clone(),
		other => panic!("calls are variants: {other:?}"),
	};
	let mut calls = BTreeMap::new();
	for pallet in variants(root) {
		let Some(ours) = OURS.into_iter().find(|ours| *ours == pallet.name) else { continue };
		for call in variants(pallet.fields[0].ty.id) {
			let tries = (0..TRIES).filter_map(|seed| {
				let seed =
					u64::from(seed) << 32 | u64::from(pallet.index) << 8 | u64::from(call.index);
				let mut maker = Maker { types: &types, seed, out: vec![pallet.index] };
				maker.below(2);
				maker.variant(&call);
				// What has invariants of its own, such as a bounded list, may refuse some.
				RuntimeCall::decode(&mut &maker.out[..]).ok()
			});
			calls.insert((ours, call.name.clone()), tries.collect());
		}
	}
	calls
}

#[test]
fn no_call_of_ours_with_any_arguments_moves_a_share_against_the_rules() {
	let calls = calls();
	for pallet in OURS {
		let named = RuntimeCall::get_call_names(pallet);
		for name in named {
			let tries = calls.get(&(pallet, (*name).to_string())).map_or(0, Vec::len);
			assert!(tries >= 16, "{pallet}.{name} has {tries} rows");
		}
	}
	let (mut rows, mut moved) = (0_u32, BTreeMap::<_, u32>::new());
	chain_with_cast().execute_with(|| {
		let bodies = [
			RuntimeOrigin::root(),
			RuntimeOrigin::none(),
			Origin::ComplianceAdmin.into(),
			Origin::AssetAdmin.into(),
			pallet_dao::Origin::Holders(ASSET).into(),
		];
		for ((pallet, name), tries) in &calls {
			for call in tries {
				let signers = ACTORS.map(|actor| (Some(actor.who), signed(actor.who)));
				let others = bodies.clone().map(|origin| (None, origin));
				for (signer, origin) in signers.into_iter().chain(others) {
					let signer = signer.map(|who| who.to_account_id());
					let found = hypothetically!(judge(Pool::Free, signer.as_ref(), || {
						let _ = call.clone().dispatch(origin.clone());
					}));
					assert_eq!(found.wrong, None, "{signer:?}: {call:?}");
					rows += 1;
					*moved.entry((*pallet, name.clone())).or_default() += u32::from(found.moved);
				}
			}
		}
	});
	moved.retain(|_, times| *times > 0);
	println!("{rows} rows of {} calls; of these some moved shares: {moved:?}", calls.len());
	// Those that are there to move shares, and no others; chance must have found most of them.
	let movers: Vec<_> = moved.keys().map(|(pallet, name)| format!("{pallet}.{name}")).collect();
	let expected = ["convert", "execute_order", "issue", "redeem", "transfer", "transfer_from"]
		.map(|name| format!("Shares.{name}"));
	assert!(movers.iter().all(|mover| expected.contains(mover)), "{movers:?}");
	assert!(movers.len() >= 4, "{movers:?}");
}

/// What the holders of an asset may resolve, with which class of resolution at least. Nothing of
/// this moves a share.
#[test]
fn the_holders_may_resolve_what_is_listed_and_nothing_else() {
	use cadastre_primitives::ResolutionClass::{Extraordinary, Ordinary, Special};
	let listed = BTreeMap::from([
		("Dao.spend", Ordinary),
		("Dao.appoint_manager", Ordinary),
		("Dao.remove_manager", Special),
		("Dao.strike_manager", Special),
		("Dividends.declare", Ordinary),
		("Dividends.declare_series", Ordinary),
		("Dividends.cancel", Ordinary),
		("Dividends.queue_push", Ordinary),
		("Dividends.open_stream", Ordinary),
		("Dividends.close_stream", Ordinary),
		("Dividends.close_purse", Ordinary),
		("ValuationOracle.decide", Ordinary),
		("ValuationOracle.announce_policy", Ordinary),
		("Shares.set_pack", Special),
		("ValuationOracle.open_feed", Special),
		("ValuationOracle.withdraw_policy", Special),
		("ValuationOracle.close_feed", Special),
		("AssetRegistry.start_wind_up", Extraordinary),
		("AssetRegistry.call_off_wind_up", Extraordinary),
	]);
	let class = |call: &RuntimeCall| HoldersMay::least_class(call);
	let mut found = 0;
	for ((pallet, name), tries) in calls() {
		let expected = listed.get(&format!("{pallet}.{name}")[..]).copied();
		found += u32::from(expected.is_some());
		for call in tries {
			assert_eq!(class(&call), expected, "{call:?}");
			// What carries another call is not on the list, whatever it carries.
			let batch = pallet_utility::Call::<Runtime>::batch { calls: vec![call.clone()] };
			assert_eq!(class(&batch.into()), None, "{call:?}");
			let real = ACTORS[0].who.to_account_id().into();
			let proxy = pallet_proxy::Call::<Runtime>::proxy {
				real,
				force_proxy_type: None,
				call: Box::new(call),
			};
			assert_eq!(class(&proxy.into()), None);
		}
	}
	assert_eq!(found, 19, "each call of the list exists");
	let remark = frame_system::Call::<Runtime>::remark { remark: vec![] };
	assert_eq!(class(&remark.into()), None);
}
