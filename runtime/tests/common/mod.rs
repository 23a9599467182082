// SPDX-License-Identifier: Apache-2.0

//! What several tests of the runtime need: a chain from a preset, blocks, signed transactions.

#![allow(dead_code, unreachable_pub)]

pub mod calls;
pub mod holders;
pub mod page;

use cadastre_primitives::{AssetFacts, AssetId, Balance, DayCount, PackId, PaperKind, ShareTerms};
use cadastre_runtime::{
	apis::api, configs::collation::SLOT_DURATION, AccountId, AssetRegistry, Executive, Hash,
	Header, Runtime, RuntimeCall, RuntimeOrigin, Signature, System, TxExtension,
	UncheckedExtrinsic, VERSION,
};
use codec::{Decode, Encode};
use frame_support::assert_ok;
use sp_consensus_aura::{Slot, AURA_ENGINE_ID};
use sp_core::Pair;
use sp_io::TestExternalities;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	generic::{Digest, DigestItem, Era, SignedPayload},
	traits::Header as _,
	ApplyExtrinsicResult, Permill,
};

/// Calls a runtime API as a node does: by name, with encoded arguments.
pub fn runtime_api<Answer: Decode>(name: &str, arguments: impl Encode) -> Answer {
	let answer = api::dispatch(name, &arguments.encode()).expect("the runtime has this API");
	Answer::decode(&mut &answer[..]).expect("the answer has this type")
}

/// The genesis configuration of a preset, as JSON.
pub fn preset(name: &str) -> Option<serde_json::Value> {
	TestExternalities::new_empty().execute_with(|| {
		let json: Option<Vec<u8>> =
			runtime_api("GenesisBuilder_get_preset", Some(name.to_string()));
		json.map(|json| serde_json::from_slice(&json).expect("the preset is JSON"))
	})
}

/// The state of a preset, at block 0.
pub fn chain(name: &str) -> TestExternalities {
	let patch = serde_json::to_vec(&preset(name).expect("there is such a preset")).unwrap();
	let default: Option<Vec<u8>> = TestExternalities::new_empty()
		.execute_with(|| runtime_api("GenesisBuilder_get_preset", None::<String>));
	let mut config: serde_json::Value = serde_json::from_slice(&default.unwrap()).unwrap();
	merge(&mut config, serde_json::from_slice(&patch).unwrap());

	let mut ext = TestExternalities::new_empty();
	ext.execute_with(|| {
		let built: Result<(), String> = runtime_api(
			"GenesisBuilder_build_state",
			serde_json::to_vec(&config).expect("JSON is written"),
		);
		built.expect("the preset builds");
	});
	ext
}

/// The state of a preset whose resolutions and referenda last as long as on a public chain.
pub fn chain_at_full_length(name: &str) -> TestExternalities {
	let mut ext = chain(name);
	ext.execute_with(pallet_dao::Pace::<Runtime>::kill);
	ext
}

fn merge(config: &mut serde_json::Value, patch: serde_json::Value) {
	match (config, patch) {
		(serde_json::Value::Object(config), serde_json::Value::Object(patch)) => {
			for (key, value) in patch {
				merge(config.entry(key).or_insert(serde_json::Value::Null), value);
			}
		},
		(config, patch) => *config = patch,
	}
}

/// Begins block `number`, in the slot of that number.
pub fn begin_block(number: u32) {
	begin_block_in(number, u64::from(number));
}

/// Begins block `number`, in a slot: nobody has made blocks in those before it.
pub fn begin_block_in(number: u32, slot: u64) {
	let digest =
		Digest { logs: vec![DigestItem::PreRuntime(AURA_ENGINE_ID, Slot::from(slot).encode())] };
	let header = Header::new(number, Hash::default(), Hash::default(), Hash::default(), digest);
	Executive::initialize_block(&header);
	pallet_timestamp::Now::<Runtime>::put(slot * SLOT_DURATION);
}

/// A signed immortal transaction.
pub fn signed(who: Sr25519Keyring, nonce: u32, call: RuntimeCall) -> UncheckedExtrinsic {
	signed_with_tip(who, nonce, call, 0)
}

/// A signed immortal transaction with a tip.
pub fn signed_with_tip(
	who: Sr25519Keyring,
	nonce: u32,
	call: RuntimeCall,
	tip: Balance,
) -> UncheckedExtrinsic {
	let extension: TxExtension = (
		frame_system::AuthorizeCall::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckMortality::from(Era::Immortal),
		frame_system::CheckNonce::from(nonce.into()),
		frame_system::CheckWeight::new(),
		pallet_transaction_payment::ChargeTransactionPayment::from(tip),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
	)
		.into();
	let genesis = System::block_hash(0);
	let implicit = (
		(),
		(),
		VERSION.spec_version,
		VERSION.transaction_version,
		genesis,
		genesis,
		(),
		(),
		(),
		None,
	);
	let payload = SignedPayload::from_raw(call.clone(), extension.clone(), implicit);
	let signature = payload.using_encoded(|bytes| who.pair().sign(bytes));
	UncheckedExtrinsic::new_signed(
		call,
		who.to_account_id().into(),
		Signature::Sr25519(signature),
		extension,
	)
}

/// The facts of a bond.
fn bond() -> AssetFacts {
	AssetFacts::Debt {
		currency: *b"CHF",
		face_value: 100_000,
		coupon: Permill::from_percent(2),
		maturity: Some(2_000_000_000),
		day_count: DayCount::Thirty360,
	}
}

/// A bond of an issuer, as a draft.
pub fn draft_bond(
	issuer: Sr25519Keyring,
	pack: PackId,
	authorised: Balance,
	units_per_share: Balance,
) -> AssetId {
	draft(issuer, pack, ShareTerms { authorised, units_per_share, class_of: None })
}

fn draft(issuer: Sr25519Keyring, pack: PackId, shares: ShareTerms) -> AssetId {
	let issuer = RuntimeOrigin::signed(issuer.to_account_id());
	let asset = pallet_asset_registry::NextAssetId::<Runtime>::get();
	let name = b"Bond".to_vec().try_into().expect("it is short");
	assert_ok!(AssetRegistry::register(issuer, bond(), name, None, pack, shares));
	asset
}

/// A bond of an issuer, verified by the lawyer of the preset and active.
pub fn active_bond(
	issuer: Sr25519Keyring,
	pack: PackId,
	authorised: Balance,
	units_per_share: Balance,
) -> AssetId {
	let asset = draft_bond(issuer, pack, authorised, units_per_share);
	activate(issuer, asset);
	asset
}

/// Another class of shares of a bond, active.
pub fn active_class(
	issuer: Sr25519Keyring,
	pack: PackId,
	authorised: Balance,
	units_per_share: Balance,
	of: AssetId,
) -> AssetId {
	let class_of = Some((of, 1));
	let asset = draft(issuer, pack, ShareTerms { authorised, units_per_share, class_of });
	activate(issuer, asset);
	asset
}

fn activate(issuer: Sr25519Keyring, asset: AssetId) {
	let by = |who: Sr25519Keyring| RuntimeOrigin::signed(who.to_account_id());
	let (kind, digest) = (PaperKind::Prospectus, Hash::repeat_byte(1));
	assert_ok!(AssetRegistry::file_paper(by(issuer), asset, kind, digest, 0, None));
	let lawyer = by(Sr25519Keyring::FerdieStash);
	assert_ok!(AssetRegistry::verify(lawyer, asset, 1, bond().digest()));
	assert_ok!(AssetRegistry::activate(by(issuer), asset));
}

/// Puts a transaction into the block.
pub fn apply(transaction: UncheckedExtrinsic) -> ApplyExtrinsicResult {
	Executive::apply_extrinsic(transaction)
}

/// The nonce that wallets are told.
pub fn nonce(who: &AccountId) -> u32 {
	runtime_api("AccountNonceApi_account_nonce", who.clone())
}
