// SPDX-License-Identifier: Apache-2.0

//! Messages: from where they come, and what they could do to shares if they could name them.

use crate::{
	cast::{chain_with_cast, ASSET},
	oracle::{judge, Pool},
};
use cadastre_primitives::token::UNIT;
use cadastre_runtime::{configs::xcm::XcmConfig, Balances, RuntimeCall};
use frame_support::{assert_ok, hypothetically, traits::fungible::Mutate, weights::Weight};
use sp_keyring::Sr25519Keyring::{self, *};
use xcm::latest::prelude::*;

/// Where a message can come from: the relay chain, another chain, somebody there, somebody here.
pub fn locations() -> Vec<(&'static str, Location)> {
	let id = |who: Sr25519Keyring| AccountId32 { network: None, id: who.to_raw_public() };
	vec![
		("the relay chain", Location::parent()),
		("another chain", Location::new(1, [Parachain(2_001)])),
		("an account of another chain", Location::new(1, [Parachain(2_001), id(Alice)])),
		("an account here", Location::new(0, [id(Alice)])),
	]
}

/// Executes a message of an origin that can pay for it, past the barrier if the barrier lets it.
pub fn execute(origin: Location, mut program: Vec<Instruction<RuntimeCall>>) {
	use xcm_executor::traits::ConvertLocation;
	type Accounts = cadastre_runtime::configs::xcm::LocationToAccountId;
	if let Some(account) = Accounts::convert_location(&origin) {
		assert_ok!(Balances::mint_into(&account, 1_000 * UNIT));
	}
	let fees: Asset = (Here, 100 * UNIT).into();
	let mut message =
		vec![WithdrawAsset(fees.clone().into()), BuyExecution { fees, weight_limit: Unlimited }];
	message.append(&mut program);
	let _ = xcm_executor::XcmExecutor::<XcmConfig>::prepare_and_execute(
		origin,
		Xcm(message),
		&mut [0; 32],
		Weight::MAX,
		Weight::zero(),
	);
}

/// Programs that would move shares if a message could name them.
fn programs(asset: Location) -> Vec<Vec<Instruction<RuntimeCall>>> {
	let shares: Asset = (AssetId(asset), Fungible(1)).into();
	let assets = || Assets::from(shares.clone());
	let beneficiary: Location = AccountId32 { network: None, id: Two.to_raw_public() }.into();
	let deposit = || DepositAsset { assets: Wild(All), beneficiary: beneficiary.clone() };
	let elsewhere = || Location::new(1, [Parachain(2_001)]);
	vec![
		vec![WithdrawAsset(assets()), deposit()],
		vec![TransferAsset { assets: assets(), beneficiary: beneficiary.clone() }],
		vec![TransferReserveAsset { assets: assets(), dest: elsewhere(), xcm: Xcm(vec![]) }],
		vec![ReserveAssetDeposited(assets()), deposit()],
		vec![ReceiveTeleportedAsset(assets()), deposit()],
		vec![ClaimAsset { assets: assets(), ticket: Here.into() }, deposit()],
		vec![
			WithdrawAsset(assets()),
			InitiateTeleport { assets: Wild(All), dest: elsewhere(), xcm: Xcm(vec![]) },
		],
		vec![
			WithdrawAsset(assets()),
			InitiateReserveWithdraw { assets: Wild(All), reserve: elsewhere(), xcm: Xcm(vec![]) },
		],
		vec![
			WithdrawAsset(assets()),
			DepositReserveAsset { assets: Wild(All), dest: elsewhere(), xcm: Xcm(vec![]) },
		],
		vec![ExchangeAsset { give: Wild(All), want: assets(), maximal: false }, deposit()],
		vec![LockAsset { asset: shares.clone(), unlocker: elsewhere() }],
		vec![UnlockAsset { asset: shares.clone(), target: elsewhere() }],
		vec![BurnAsset(assets())],
		vec![AliasOrigin(beneficiary.clone()), WithdrawAsset(assets()), deposit()],
		vec![WithdrawAsset(assets()), PayFees { asset: shares.clone() }],
	]
}

#[test]
fn no_message_moves_a_share() {
	let names = [
		Location::new(0, [PalletInstance(51), GeneralIndex(ASSET.into())]),
		Location::new(0, [PalletInstance(51)]),
		Location::new(0, [PalletInstance(21), GeneralIndex(ASSET.into())]),
		Location::new(0, [GeneralIndex(ASSET.into())]),
		Location::new(1, [Parachain(2_000), PalletInstance(51), GeneralIndex(ASSET.into())]),
	];
	chain_with_cast().execute_with(|| {
		let mut rows = 0;
		for (from, origin) in locations() {
			for name in &names {
				for (number, program) in programs(name.clone()).into_iter().enumerate() {
					let row = format!("program {number} from {from} with {name:?}");
					let attempt = || execute(origin.clone(), program);
					let found = hypothetically!(judge(Pool::Free, None, attempt));
					assert_eq!((found.moved, found.wrong), (false, None), "{row}");
					rows += 1;
				}
			}
		}
		assert_eq!(rows, 4 * 5 * 15);
	});
}
