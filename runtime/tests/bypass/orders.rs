// SPDX-License-Identifier: Apache-2.0

//! Bodies that could make an order, or act by one.

use crate::{
	cast::{actor_of, chain_with_cast, signed, ACTORS, AMOUNT, ASSET, ISSUER, ORDERED, ORDERS},
	oracle::{judge, Pool},
	rows::calls,
};
use cadastre_runtime::{Hash, Runtime, RuntimeCall, RuntimeOrigin, Shares, TechnicalCommittee};
use codec::Encode;
use frame_support::{assert_ok, hypothetically, weights::Weight};
use pallet_shares::{Action, Call, Ground, OrderId};
use sp_keyring::Sr25519Keyring::*;
use sp_runtime::traits::Dispatchable;

#[test]
fn the_committee_is_no_way_round_either() {
	chain_with_cast().execute_with(|| {
		// Half and two thirds of it, by a motion that carries.
		for threshold in [2, 3] {
			for call in calls() {
				let row = format!("a motion of {threshold}: {call:?}");
				let attempt = || {
					let length_bound = call.encoded_size() as u32;
					assert_ok!(TechnicalCommittee::propose(
						signed(Alice),
						threshold,
						Box::new(call.clone()),
						length_bound,
					));
					let hash = pallet_collective::Proposals::<Runtime, _>::get()[0];
					for who in [Alice, Bob, Charlie] {
						assert_ok!(TechnicalCommittee::vote(signed(who), hash, 0, true));
					}
					assert_ok!(TechnicalCommittee::close(
						signed(Alice),
						hash,
						0,
						Weight::MAX,
						length_bound
					));
				};
				let found = hypothetically!(judge(Pool::Free, None, attempt));
				assert_eq!((found.moved, found.wrong), (false, None), "{row}");
			}
		}
	});
}

/// Every step of every order by everybody: nothing moves but by the execution of one that is ripe.
#[test]
fn no_step_of_an_order_but_its_execution_moves_a_share() {
	let digest = Hash::repeat_byte(1);
	chain_with_cast().execute_with(|| {
		let origins = ACTORS
			.map(|actor| signed(actor.who))
			.into_iter()
			.chain([RuntimeOrigin::root(), RuntimeOrigin::none()]);
		for origin in origins {
			for order in (0..ORDERS.len()).map(|order| OrderId::try_from(order).unwrap()) {
				let steps = [
					Call::approve_order { order },
					Call::appeal_order { order, digest },
					Call::decide_appeal { order, upheld: true, digest },
					Call::decide_appeal { order, upheld: false, digest },
					Call::withdraw_order { order },
					Call::annul_order { order, digest },
					Call::accept_recovery { order },
					Call::prune_order { order },
				];
				for step in steps {
					let row = format!("{origin:?}: {step:?}");
					let call = RuntimeCall::from(step);
					let found = hypothetically!(judge(Pool::Free, None, || {
						let _ = call.dispatch(origin.clone());
					}));
					assert_eq!((found.moved, found.wrong), (false, None), "{row}");
				}
			}
		}
	});
}

/// Whoever may propose an order cannot carry it out: not by approving it, not at once.
#[test]
fn no_one_who_proposes_an_order_carries_it_out() {
	chain_with_cast().execute_with(|| {
		for proposer in ACTORS {
			for from in [0, 1, 2, 3, 4] {
				let (amount, digest) = (AMOUNT, Hash::repeat_byte(1));
				let to = proposer.who.to_account_id();
				let given = Action::ForcedTransfer { asset: ASSET, from, to: to.clone(), amount };
				let cancelled = Action::Cancellation { asset: ASSET, from, amount };
				let recovered = Action::Recovery { investor: from, account: to };
				for action in [given, cancelled, recovered] {
					let row = format!("{:?}: {action:?}", proposer.who);
					let signer = signed(proposer.who);
					let found = hypothetically!(judge(Pool::Free, None, || {
						let order = pallet_shares::NextOrderId::<Runtime>::get();
						let ground = Ground::Other;
						let made = Shares::propose_order(signer.clone(), action, ground, digest);
						assert!(made.is_err() || proposer.who == ISSUER);
						assert!(Shares::accept_recovery(signer.clone(), order).is_err());
						assert!(Shares::approve_order(signer.clone(), order).is_err());
						assert!(Shares::execute_order(signer.clone(), order).is_err());
					}));
					assert_eq!((found.moved, found.wrong), (false, None), "{row}");
				}
			}
		}
		// Nobody's shares are touched by the orders against another asset.
		for actor in ACTORS.into_iter().filter(|actor| actor.investor.is_some()) {
			assert_eq!(actor_of(&actor.who.to_account_id()), Some(actor));
			let found = pallet_shares::Positions::<Runtime>::get(ASSET, actor.investor.unwrap());
			assert_eq!(found.frozen, 0, "{ORDERED} is another asset");
		}
	});
}
