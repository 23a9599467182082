// SPDX-License-Identifier: Apache-2.0

//! What auditors found in other systems about freezes, forced transfers and recovery, each as a test
//! that this one does not do it; and what one role alone could otherwise do here.

use super::*;
use crate::{Conversion, Holds};
use cadastre_primitives::{traits::Register, BookStatus};

/// What is owned in all, by how many, and by each.
fn totals() -> (Balance, u32, Vec<Balance>) {
	let of = [ANNA, BENO, CARA, DINO].map(|investor| Shares::balance(ASSET, investor));
	(book(ASSET).supply, book(ASSET).holders, of.to_vec())
}

fn execute(id: OrderId) {
	let Stage::Approved { from, .. } = order(id).stage else { panic!("does not wait") };
	at(from);
	assert_ok!(Shares::execute_order(signed(STRANGER), id));
}

/// Securitize, Cyfrin L-17: burning and seizing check one wallet, so the target shuffles its wallets
/// while the order is on its way. From the proposal on no key moves the shares concerned.
#[test]
fn sec_l17_the_target_cannot_bring_the_shares_out_of_reach() {
	for action in [forced(60), Action::Cancellation { asset: ASSET, from: ANNA, amount: 60 }] {
		case().build_and_execute(|| {
			let id = propose(action);
			for key in [ANNA_KEY, ANNA_OTHER_KEY] {
				refuses(
					|| Shares::transfer(signed(key), ASSET, BENO_KEY, 41),
					refusal(Reason::SharesFrozen),
				);
				refuses(|| Shares::redeem(signed(key), ASSET, 41), refusal(Reason::SharesFrozen));
			}
			assert_ok!(Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 40));
			approve(id);
			execute(id);
			assert_eq!(Shares::balance(ASSET, ANNA), 0);
		});
	}
}

/// CMTAT #380 and ERC-7943: a forced transfer to the owner itself lowered what was frozen. It is
/// refused, and no forced transfer changes what other orders keep.
#[test]
fn cmtat_380_a_forced_transfer_melts_no_freeze() {
	case().build_and_execute(|| {
		approved(freeze(Some(100)));
		for to in [ANNA_KEY, ANNA_OTHER_KEY] {
			assert_noop!(
				Shares::propose_order(
					signed(AGENT),
					Action::ForcedTransfer { asset: ASSET, from: ANNA, to, amount: 10 },
					Ground::CourtOrder,
					DIGEST
				),
				refusal(Reason::SameInvestor)
			);
		}
		// The receiver's key becomes the owner's after the proposal.
		let id = approved(forced(10));
		Keys::mutate(|keys| keys.insert(CARA_KEY, ANNA));
		after(FORCED);
		let refused = frame_support::storage::with_storage_layer(|| {
			Shares::execute_order(signed(STRANGER), id).map_err(|refused| refused.error)
		});
		assert_eq!(refused.unwrap_err(), refusal(Reason::SameInvestor));
		assert_eq!((frozen(ANNA), movable()), (110, 0));
		Keys::mutate(|keys| keys.insert(CARA_KEY, CARA));
		assert_ok!(Shares::execute_order(signed(STRANGER), id));
		assert_eq!(frozen(ANNA), 100);
	});
}

/// OpenZeppelin on Stellar, C-01: recovery from A to A doubled the balance. A recovery moves no
/// balance, and an account that is a key already cannot be the new one.
#[test]
fn ozs_c01_a_recovery_to_the_same_key_is_refused() {
	case().build_and_execute(|| {
		let before = totals();
		for account in [ANNA_KEY, ANNA_OTHER_KEY, BENO_KEY] {
			assert_noop!(
				Shares::propose_order(
					signed(PROVIDER),
					Action::Recovery { investor: ANNA, account },
					Ground::LostKeys,
					DIGEST
				),
				Error::<Test>::KeyInUse
			);
		}
		execute(approved(action(OrderKind::Recovery)));
		assert_eq!(totals(), before);
	});
}

/// OpenZeppelin on Stellar, C-02, and T-REX: any agent drained any wallet by a recovery to another
/// identity. The agent must be the investor's, the authority approves, the new key consents, and
/// any old key stops it.
#[test]
fn ozs_c02_no_agent_takes_a_wallet_over() {
	case().build_and_execute(|| {
		let action = action(OrderKind::Recovery);
		for who in [AGENT, APPROVER, BOTH, ISSUER, NEW_KEY] {
			assert_noop!(
				Shares::propose_order(signed(who), action.clone(), Ground::LostKeys, DIGEST),
				BadOrigin
			);
		}
		let id = propose(action);
		assert_noop!(Shares::approve_order(root(), id), Error::<Test>::NotAccepted);
		assert_noop!(Shares::approve_order(signed(PROVIDER), id), BadOrigin);
		approve(id);
		after(RECOVERY - 1);
		assert_ok!(Shares::appeal_order(signed(ANNA_OTHER_KEY), id, DIGEST));
		after(DECISION);
		assert_noop!(Shares::execute_order(signed(STRANGER), id), Error::<Test>::OrderHasLapsed);
		assert_eq!(Shares::balance_of(ASSET, ANNA_KEY), 100);
	});
}

/// OpenZeppelin on Stellar, M-15: recovery cleared freezes. What is the investor's stays as it is.
#[test]
fn ozs_m15_a_recovery_keeps_what_is_frozen() {
	case().build_and_execute(|| {
		approved(freeze(Some(30)));
		let pending = approved(forced(20));
		let (before, position) = (totals(), Positions::<Test>::get(ASSET, ANNA));
		execute(approved(action(OrderKind::Recovery)));
		assert_eq!((totals(), Positions::<Test>::get(ASSET, ANNA)), (before, position));
		refuses(
			|| Shares::transfer(signed(NEW_KEY), ASSET, BENO_KEY, 71),
			refusal(Reason::SharesFrozen),
		);
		assert!(matches!(
			state(pending),
			OrderState::Executable { .. } | OrderState::Waiting { .. }
		));
	});
}

/// OpenZeppelin on Stellar, #886: between the two steps of a recovery the target changed identity.
/// There is one step, and it fails as a whole if the account has become a key meanwhile.
#[test]
fn ozs_886_a_recovery_is_one_step() {
	case().build_and_execute(|| {
		let id = approved(action(OrderKind::Recovery));
		Keys::mutate(|keys| keys.insert(NEW_KEY, BENO));
		after(RECOVERY);
		let before = (totals(), Keys::get());
		let refused = frame_support::storage::with_storage_layer(|| {
			Shares::execute_order(signed(STRANGER), id).map_err(|refused| refused.error)
		});
		assert!(refused.is_err());
		assert_eq!((totals(), Keys::get()), before);
		assert_eq!(Shares::order(id).map(|order| order.order), Some(id));
	});
}

/// Halborn on a chain of assets, FIND-127: recovered wallets could still act.
#[test]
fn ha_find_127_a_replaced_key_can_do_nothing_more() {
	case().build_and_execute(|| {
		let freeze = approved(freeze(None));
		execute(approved(action(OrderKind::Recovery)));
		for key in [ANNA_KEY, ANNA_OTHER_KEY] {
			refuses(
				|| Shares::transfer(signed(key), ASSET, BENO_KEY, 1),
				refusal(Reason::UnknownKey),
			);
			refuses(|| Shares::redeem(signed(key), ASSET, 1), refusal(Reason::UnknownKey));
			assert_noop!(
				Shares::appeal_order(signed(key), freeze, DIGEST),
				Error::<Test>::NotConcerned
			);
		}
		assert_ok!(Shares::appeal_order(signed(NEW_KEY), freeze, DIGEST));
	});
}

/// Securitize, L-11: stale records after burn and seizure.
#[test]
fn sec_l11_nothing_stale_is_left_after_a_seizure_of_everything() {
	for action in [forced(100), Action::Cancellation { asset: ASSET, from: ANNA, amount: 100 }] {
		case().build_and_execute(|| {
			execute(approved(action));
			assert!(!Positions::<Test>::contains_key(ASSET, ANNA));
			assert_eq!((list(ANNA), Orders::<Test>::iter().count()), (vec![], 0));
			assert_ok!(Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 5));
			assert_eq!(movable(), 5);
		});
	}
}

/// Spearbit on Centrifuge, 5.3.2: frozen users could transfer. Every way out is closed to them.
#[test]
fn cfg_5_3_2_what_is_frozen_leaves_by_no_call() {
	const CLASS: AssetId = 2;
	case().build_and_execute(|| {
		assert_ok!(Shares::open_class(CLASS, ASSET, 1, ISSUER, PACK, 1_000, 1));
		assert_ok!(Shares::set_status(CLASS, BookStatus::Open));
		let conversion = Conversion { into: CLASS, numerator: 1, denominator: 1 };
		assert_ok!(Shares::set_conversion(signed(ISSUER), ASSET, Some(conversion)));
		let expires_at = Now::get() + 1_000;
		assert_ok!(Shares::approve(signed(ANNA_KEY), ASSET, STRANGER, 100, expires_at));
		approved(freeze(None));
		let frozen = refusal(Reason::SharesFrozen);
		refuses(|| Shares::transfer(signed(ANNA_KEY), ASSET, BENO_KEY, 1), frozen);
		refuses(|| Shares::redeem(signed(ANNA_KEY), ASSET, 1), frozen);
		let spend = Shares::transfer_from(signed(STRANGER), ASSET, ANNA_KEY, BENO_KEY, 1);
		assert_eq!(spend.unwrap_err().error, frozen);
		assert_noop!(Shares::convert(signed(ANNA_KEY), ASSET, CLASS, 1), frozen);
		let held = frame_support::storage::with_storage_layer(|| {
			Shares::do_hold(ASSET, &1, ANNA, 1, None)
		});
		assert_eq!(held, Err(frozen));
		assert!(Holds::<Test>::get(ASSET, ANNA).is_empty());
	});
}

/// ERC-7943: what is frozen may exceed the balance, and then holds for what comes in. Shares that
/// are held for another purpose are not taken.
#[test]
fn v15_frozen_may_exceed_the_balance_and_held_shares_stay() {
	case().build_and_execute(|| {
		assert_ok!(Shares::do_hold(ASSET, &1, ANNA, 30, None));
		approved(freeze(Some(200)));
		let before = totals();
		let id = approved(forced(71));
		after(FORCED);
		let refused = frame_support::storage::with_storage_layer(|| {
			Shares::execute_order(signed(STRANGER), id).map_err(|refused| refused.error)
		});
		assert_eq!(refused.unwrap_err(), refusal(Reason::InsufficientShares));
		assert_ok!(Shares::withdraw_order(signed(AGENT), id));
		execute(approved(forced(70)));
		let after = totals();
		assert_eq!((after.0, after.1), (before.0, before.1 + 1));
		assert_eq!(after.2, [30, 50, 70, 0]);
		assert_eq!((Positions::<Test>::get(ASSET, ANNA).held, frozen(ANNA)), (30, 200));
	});
}

/// V14: restrictions of trade never lock the lawful path, and the lawful path frees nobody.
#[test]
fn v14_no_restriction_of_the_owner_stops_an_order() {
	for status in [BookStatus::Open, BookStatus::Suspended, BookStatus::WindingUp] {
		case().status(status).build_and_execute(|| {
			Blocked::mutate(|blocked| blocked.insert(ANNA));
			HolderCap::set(Some(1));
			OwnershipCap::set(Some(1));
			let id = approved(forced(40));
			HolderCap::set(None);
			OwnershipCap::set(None);
			execute(id);
			assert_eq!(Shares::balance(ASSET, CARA), 40);
			refuses(
				|| Shares::redeem(signed(ANNA_KEY), ASSET, 1),
				if status == BookStatus::Suspended {
					refusal(Reason::BookNotOpen)
				} else {
					refusal(Reason::Blocked)
				},
			);
		});
	}
}

/// One key with absolute power is what every other system gives its agent. Here an account that has
/// every role moves nothing that it does not own.
#[test]
fn one_account_with_every_role_moves_nothing() {
	case().build_and_execute(|| {
		let id_of = |id: u64| (id, BOTH);
		Agents::set([id_of(ASSET.into())].into());
		Approvers::set([id_of(ASSET.into())].into());
		Providers::set([id_of(ANNA)].into());
		Books::<Test>::mutate(ASSET, |book| book.as_mut().unwrap().issuer = BOTH);
		LoneAuthority::set(Some(BOTH));
		Keys::mutate(|keys| keys.insert(BOTH, DINO));
		let before = (totals(), Keys::get());
		let actions = [
			Action::ForcedTransfer { asset: ASSET, from: ANNA, to: BOTH, amount: 1 },
			Action::Recovery { investor: ANNA, account: NEW_KEY },
			freeze(None),
			Action::Suspension { asset: ASSET },
		];
		for action in actions {
			let id = NextOrderId::<Test>::get();
			assert_ok!(Shares::propose_order(signed(BOTH), action, Ground::Other, DIGEST));
			let _ = Shares::accept_recovery(signed(NEW_KEY), id);
			assert_noop!(Shares::approve_order(signed(BOTH), id), Error::<Test>::SameParty);
			assert_noop!(Shares::execute_order(signed(BOTH), id), Error::<Test>::NotApproved);
		}
		assert_eq!((totals(), Keys::get()), before);
		assert_eq!(movable(), 100 - 1);
	});
}

/// One role alone cannot keep shares by proposing again whenever its order lapses or is refused: in
/// any stretch of time it keeps them for at most half of it.
#[test]
fn one_role_cannot_prolong_what_nobody_approves() {
	for (action, period) in [(emergency(None), EMERGENCY), (forced(100), APPROVAL)] {
		case().build_and_execute(|| {
			let (mut kept, rounds) = (0, 8 * period);
			for _ in 0..rounds {
				let again =
					Shares::propose_order(signed(AGENT), action.clone(), Ground::Fraud, DIGEST);
				if let Err(refused) = again {
					assert_eq!(refused, Error::<Test>::UnconfirmedOrder.into());
					for line in list(ANNA) {
						let _ = Shares::prune_order(signed(STRANGER), line.order);
					}
				}
				kept += Moment::from(movable() == 0);
				after(1);
			}
			assert!(kept * 2 <= rounds + 2, "{kept} of {rounds}");
		});
	}
}

/// The issuer cannot use up the investor's appeal by one of its own.
#[test]
fn the_issuer_cannot_use_up_the_appeal_of_the_investor() {
	case().build_and_execute(|| {
		let id = approved(forced(100));
		after(FORCED - 1);
		assert_ok!(Shares::appeal_order(signed(ISSUER), id, DIGEST));
		after(DECISION - 1);
		assert_ok!(Shares::decide_appeal(root(), id, false, DIGEST));
		// The clock stood still: a second is left.
		assert_ok!(Shares::appeal_order(signed(ANNA_KEY), id, DIGEST));
		after(DECISION - 1);
		assert_ok!(Shares::decide_appeal(root(), id, true, DIGEST));
		assert_eq!(movable(), 100);
	});
}

/// Atredis on Polymesh: anyone could reject any instruction.
#[test]
fn atredis_only_the_parties_stop_an_order() {
	case().build_and_execute(|| {
		let id = approved(forced(40));
		for who in [STRANGER, BENO_KEY, CARA_KEY, OTHER_AGENT, APPROVER] {
			assert!(Shares::appeal_order(signed(who), id, DIGEST).is_err());
			assert!(Shares::withdraw_order(signed(who), id).is_err());
			assert!(Shares::annul_order(signed(who), id, DIGEST).is_err());
			assert!(Shares::decide_appeal(signed(who), id, true, DIGEST).is_err());
			assert!(Shares::prune_order(signed(who), id).is_err());
		}
		execute(id);
	});
}

/// Polymesh #1726: a proposal stayed valid after its signers had changed. Who has lost a role can
/// neither propose nor approve; what it proposed still needs the second role.
#[test]
fn pm_1726_who_has_lost_a_role_approves_nothing() {
	case().build_and_execute(|| {
		let id = propose(freeze(None));
		Agents::set([].into());
		Approvers::set([].into());
		assert_noop!(Shares::approve_order(signed(APPROVER), id), BadOrigin);
		assert_noop!(
			Shares::propose_order(signed(AGENT), freeze(None), Ground::Fraud, DIGEST),
			BadOrigin
		);
		assert_ok!(Shares::annul_order(root(), id, DIGEST));
	});
}

/// SRLabs on Polymesh, 2023: rejected proposals were never deleted. Each way to end removes the
/// record, at the latest by anybody's call, and the deposits return.
#[test]
fn v3_each_end_of_an_order_returns_what_it_cost() {
	type End = (&'static str, fn(OrderId));
	let ends: [End; 5] = [
		("withdrawn", |id| assert_eq!(Shares::withdraw_order(signed(AGENT), id), Ok(()))),
		("annulled", |id| assert_eq!(Shares::annul_order(root(), id, DIGEST), Ok(()))),
		("lapsed", |_| after(10 * APPROVAL)),
		("upheld", |id| {
			assert_ok!(Shares::appeal_order(signed(ANNA_KEY), id, DIGEST));
			assert_ok!(Shares::decide_appeal(root(), id, true, DIGEST));
		}),
		("undecided", |id| {
			assert_ok!(Shares::appeal_order(signed(ANNA_KEY), id, DIGEST));
			after(DECISION);
		}),
	];
	for (name, end) in ends {
		for begin in [propose as fn(_) -> _, approved] {
			case().build_and_execute(|| {
				let funds = |who| Balances::free_balance(who);
				let before = [AGENT, ANNA_KEY].map(funds);
				let id = begin(forced(40));
				end(id);
				after(10 * APPROVAL);
				let _ = Shares::prune_order(signed(STRANGER), id);
				assert_eq!([AGENT, ANNA_KEY].map(funds), before, "{name}");
				assert_eq!((Orders::<Test>::iter().count(), list(ANNA)), (0, vec![]), "{name}");
			});
		}
	}
}

/// V29: ids are never used again.
#[test]
fn v29_the_id_of_an_order_is_never_used_again() {
	case().build_and_execute(|| {
		let first = propose(freeze(None));
		assert_ok!(Shares::withdraw_order(signed(AGENT), first));
		assert!(propose(freeze(None)) > first);
	});
}

/// A book with open orders cannot be closed: no order outlives what it is against.
#[test]
fn v29_no_order_outlives_its_book() {
	ExtBuilder::default().build_and_execute(|| {
		let id = propose(freeze(None));
		assert_noop!(Shares::close_book(ASSET), Error::<Test>::OrdersOpen);
		approve(id);
		assert_noop!(Shares::close_book(ASSET), Error::<Test>::OrdersOpen);
		approved(Action::Release { order: id, amount: None });
		assert_ok!(Shares::close_book(ASSET));
	});
}
