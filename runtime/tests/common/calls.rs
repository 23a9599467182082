// SPDX-License-Identifier: Apache-2.0

//! Every call of the runtime, made from the types of its arguments: a call that is added is in every
//! list that a test makes of them, whether or not somebody thought of it.

use cadastre_runtime::RuntimeCall;
use codec::{Compact, DecodeAll, Encode};
use scale_info::{MetaType, PortableRegistry, Registry, TypeDef, TypeDefPrimitive};

/// A call by the names of its pallet and of itself.
#[derive(Clone, Debug)]
pub struct Named {
	pub pallet: String,
	pub name: String,
	pub call: RuntimeCall,
}

impl Named {
	/// `Pallet.call`
	pub fn path(&self) -> String {
		format!("{}.{}", self.pallet, self.name)
	}
}

/// Every call once, with the least arguments that its types have: zero, empty, none, and of
/// alternatives the first.
pub fn every_call() -> Vec<Named> {
	let mut types = Registry::new();
	let root = types.register_type(&MetaType::new::<RuntimeCall>()).id;
	let types = PortableRegistry::from(types);
	let TypeDef::Variant(pallets) = &types.resolve(root).expect("it is registered").type_def else {
		panic!("a call is one of the pallets'")
	};
	let mut calls = vec![];
	for pallet in &pallets.variants {
		let inner = types.resolve(pallet.fields[0].ty.id).expect("it is registered");
		let TypeDef::Variant(own) = &inner.type_def else { panic!("a call has a name") };
		for call in &own.variants {
			let mut bytes = vec![pallet.index, call.index];
			for field in &call.fields {
				least(&types, field.ty.id, &mut bytes);
			}
			let path = format!("{}.{}", pallet.name, call.name);
			let decoded = RuntimeCall::decode_all(&mut &bytes[..])
				.unwrap_or_else(|error| panic!("{path} has no least arguments: {error}"));
			calls.push(Named {
				pallet: pallet.name.to_string(),
				name: call.name.to_string(),
				call: decoded,
			});
		}
	}
	calls
}

/// Appends the least value of a type.
fn least(types: &PortableRegistry, id: u32, bytes: &mut Vec<u8>) {
	match &types.resolve(id).expect("it is registered").type_def {
		TypeDef::Composite(fields) => {
			fields.fields.iter().for_each(|field| least(types, field.ty.id, bytes));
		},
		TypeDef::Variant(variants) => {
			if let Some(first) = variants.variants.iter().min_by_key(|variant| variant.index) {
				bytes.push(first.index);
				first.fields.iter().for_each(|field| least(types, field.ty.id, bytes));
			}
		},
		TypeDef::Array(array) => {
			(0..array.len).for_each(|_| least(types, array.type_param.id, bytes));
		},
		TypeDef::Tuple(fields) => {
			fields.fields.iter().for_each(|field| least(types, field.id, bytes));
		},
		TypeDef::Sequence(_) | TypeDef::BitSequence(_) => Compact(0_u32).encode_to(bytes),
		TypeDef::Compact(_) => Compact(0_u32).encode_to(bytes),
		TypeDef::Primitive(primitive) => {
			let length = match primitive {
				TypeDefPrimitive::Bool
				| TypeDefPrimitive::U8
				| TypeDefPrimitive::I8
				| TypeDefPrimitive::Str => 1,
				TypeDefPrimitive::U16 | TypeDefPrimitive::I16 => 2,
				TypeDefPrimitive::U32 | TypeDefPrimitive::I32 | TypeDefPrimitive::Char => 4,
				TypeDefPrimitive::U64 | TypeDefPrimitive::I64 => 8,
				TypeDefPrimitive::U128 | TypeDefPrimitive::I128 => 16,
				TypeDefPrimitive::U256 | TypeDefPrimitive::I256 => 32,
			};
			bytes.resize(bytes.len() + length, 0);
		},
	}
}
