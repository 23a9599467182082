// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Listed;
use cadastre_primitives::traits::Checkpoints;

fn close(id: u32) -> DispatchResult {
	Dividends::close(signed(STRANGER), ASSET, id)
}

fn remainder() -> Balance {
	purse(USD).unwrap().closed.claimable().unwrap()
}

#[test]
fn what_nobody_has_claimed_goes_back_at_the_end() {
	three().build_and_execute(|| {
		let id = distribute(1_000);
		assert_ok!(claim(ANNA, id));
		let before = usd(ISSUER);
		passes(CLAIM_PERIOD - 1);
		assert_noop!(close(id), Error::<Test>::NotExpired);
		passes(1);
		assert_ok!(close(id));
		assert_last(Event::DistributionClosed {
			asset: ASSET,
			distribution: id,
			returned: 500,
			carried: 0,
		});
		// The deposit for the ledger comes back with the last purse.
		assert_eq!((usd(ISSUER), held(ISSUER)), (before + 500, DEPOSIT));
		assert_eq!(Register::references(ASSET), 0);
		assert_eq!(usd(pot()), 1);
		assert_noop!(close(id), Error::<Test>::UnknownDistribution);
	});
}

#[test]
fn the_remainder_joins_the_next_distribution() {
	three().build_and_execute(|| {
		Register::set(ASSET, CARA, 17);
		// 97 units: 100 · 50 / 97 = 51, 100 · 30 / 97 = 30, 100 · 17 / 97 = 17.
		let id = distribute(100);
		for investor in [ANNA, BENO] {
			assert_ok!(claim(investor, id));
			assert_noop!(close(id), Error::<Test>::NotExpired);
		}
		assert_ok!(claim(CARA, id));
		assert_ok!(close(id));
		assert_last(Event::DistributionClosed {
			asset: ASSET,
			distribution: id,
			returned: 0,
			carried: 2,
		});
		assert_eq!((remainder(), usd(pot())), (2, 3));
		// An amount for each unit is exact and takes nothing over.
		let exact = declare_in(USD, Amount::PerUnit(1), RecordDate::Now, Selection::All).unwrap();
		assert_eq!((get(exact).totals.deposited, remainder()), (97, 2));
		let next = distribute(95);
		assert_eq!((get(next).totals.deposited, remainder()), (97, 0));
		assert!(matches!(
			events().last(),
			Some(Event::DistributionDeclared { amount: 95, carried: 2, .. })
		));
	});
}

#[test]
fn a_declarer_that_cannot_be_paid_keeps_nothing_open() {
	three().build_and_execute(|| {
		let id = distribute(1_000);
		passes(CLAIM_PERIOD);
		Refused::mutate(|all| all.insert(ISSUER));
		assert_ok!(close(id));
		assert_last(Event::DistributionClosed {
			asset: ASSET,
			distribution: id,
			returned: 0,
			carried: 1_000,
		});
		assert_eq!(remainder(), 1_000);
	});
}

#[test]
fn names_and_checkpoint_go_with_it() {
	three().build_and_execute(|| {
		let checkpoint = Register::take(ASSET).unwrap();
		let record = RecordDate::Past(checkpoint);
		let id = declare_in(USD, Amount::Total(10), record, only(&[ANNA])).unwrap();
		assert_ok!(claim(ANNA, id));
		assert_ok!(close(id));
		assert_eq!(Listed::<Test>::iter().count(), 0);
		// The one who took the checkpoint refers to it still.
		assert_eq!(Register::references(ASSET), 1);
	});
}

#[test]
fn parked_income_outlives_the_distribution() {
	three().build_and_execute(|| {
		let id = distribute(1_000);
		Blocked::mutate(|all| all.insert(ANNA));
		assert_ok!(push(id, 100));
		assert_ok!(close(id));
		assert_eq!(remainder(), 0);
		Blocked::set(Default::default());
		assert_ok!(Dividends::pay_parked(signed(STRANGER), ASSET, USD, ANNA));
		assert_eq!(usd(ANNA as u128), 500);
	});
}

#[test]
fn what_is_not_open_is_not_closed() {
	three().build_and_execute(|| {
		let id = declare(100, RecordDate::Future(NOW + 3_600)).unwrap();
		assert_noop!(close(id), Error::<Test>::WrongStage);
		assert_noop!(Dividends::close(RuntimeOrigin::none(), ASSET, id), DispatchError::BadOrigin);
	});
}
