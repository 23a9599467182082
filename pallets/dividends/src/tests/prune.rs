// SPDX-License-Identifier: Apache-2.0

use super::*;

fn prune(investor: InvestorId) -> DispatchResult {
	Dividends::prune(signed(STRANGER), ASSET, investor)
}

#[test]
fn there_is_nothing_to_prune_of_distributions() {
	three().build_and_execute(|| {
		let id = distribute(100);
		assert_ok!(claim(BENO, id));
		assert_ok!(push(id, 100));
		for investor in [ANNA, BENO] {
			assert_noop!(prune(investor), Error::<Test>::NothingDue);
		}
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
		assert_last(Event::AccountPruned { asset: ASSET, investor: ANNA });
		assert_ok!(prune(BENO));
		assert_eq!(Accounts::<Test>::iter().count(), 0);
	});
}
