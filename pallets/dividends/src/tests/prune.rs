// SPDX-License-Identifier: Apache-2.0

use super::*;

fn prune(investor: InvestorId) -> DispatchResult {
	Dividends::prune(signed(STRANGER), ASSET, investor)
}

#[test]
fn a_record_goes_when_nothing_live_refers_to_it() {
	three().build_and_execute(|| {
		assert_noop!(prune(ANNA), Error::<Test>::NothingDue);
		let (one, two) = (distribute(100), distribute(100));
		assert_ok!(push(one, 100));
		assert_ok!(claim(BENO, two));
		assert_noop!(prune(ANNA), Error::<Test>::InUse);
		assert_ok!(Dividends::close(signed(STRANGER), ASSET, one));
		assert_ok!(prune(ANNA));
		assert_last(Event::AccountPruned { asset: ASSET, investor: ANNA });
		assert!(!Accounts::<Test>::contains_key(ASSET, ANNA));
		// Pruning is no way to be paid again.
		assert_noop!(prune(BENO), Error::<Test>::InUse);
		assert_noop!(claim(BENO, two), Error::<Test>::AlreadyPaid);
		assert_ok!(claim(ANNA, two));
		assert_noop!(
			Dividends::prune(RuntimeOrigin::none(), ASSET, ANNA),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn a_part_in_a_live_stream_keeps_it() {
	three().build_and_execute(|| {
		assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, USD));
		assert_ok!(Dividends::fund_stream(signed(STRANGER), ASSET, USD, 100));
		Register::transfer(ASSET, ANNA, BENO, 1);
		assert_noop!(prune(ANNA), Error::<Test>::InUse);
		assert_ok!(Dividends::close_stream(signed(ISSUER), ASSET, USD));
		passes(CLAIM_PERIOD);
		assert_ok!(Dividends::finish_stream(signed(STRANGER), ASSET, USD));
		assert_ok!(prune(ANNA));
		assert_ok!(prune(BENO));
		assert_eq!(Accounts::<Test>::iter().count(), 0);
	});
}
