// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Ledgers;
use sp_core::H256;

fn close_purse() -> DispatchResult {
	Dividends::close_purse(signed(ISSUER), ASSET, USD)
}

#[test]
fn the_endowment_comes_back_with_the_remainder_when_nothing_is_owed() {
	three().taxing(*b"CH", 35).build_and_execute(|| {
		assert_noop!(close_purse(), Error::<Test>::UnknownPurse);
		let before = usd(ISSUER);
		Register::set(ASSET, CARA, 17);
		resides(ANNA, *b"CH");
		Blocked::mutate(|all| all.insert(BENO));
		let id = distribute(100);
		assert_noop!(close_purse(), Error::<Test>::InUse);
		assert_ok!(push(id, 100));
		assert_ok!(Dividends::close(signed(STRANGER), ASSET, id));
		// Income is parked, and tax is withheld.
		assert_noop!(close_purse(), Error::<Test>::InUse);
		Blocked::set(Default::default());
		assert_ok!(Dividends::pay_parked(signed(STRANGER), ASSET, USD, BENO));
		assert_noop!(close_purse(), Error::<Test>::InUse);
		assert_ok!(Dividends::remit_tax(
			signed(TAXMAN),
			ASSET,
			USD,
			Some(*b"CH"),
			TREASURY,
			H256::zero()
		));
		assert_ok!(close_purse());
		assert_last(Event::PurseClosed { asset: ASSET, currency: USD, endower: ISSUER, amount: 3 });
		assert_eq!((usd(ISSUER), usd(pot())), (before - 98, 0));
		// The deposit for the ledger comes back with the last purse; the numbers stay.
		assert_eq!((purse(USD), held(ISSUER)), (None, 0));
		assert_eq!(Ledgers::<Test>::get(ASSET).numbers.next, 1);
		assert_eq!((distribute(100), held(ISSUER)), (1, DEPOSIT));
	});
}

#[test]
fn the_deposit_stays_while_there_is_another_purse() {
	three().build_and_execute(|| {
		let id = distribute(100);
		assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, NATIVE));
		assert_ok!(push(id, 100));
		assert_ok!(Dividends::close(signed(STRANGER), ASSET, id));
		// One for the ledger, and one for the stream.
		assert_eq!(held(ISSUER), 2 * DEPOSIT);
		assert_ok!(close_purse());
		assert_eq!(held(ISSUER), 2 * DEPOSIT);
		assert_ok!(Dividends::close_stream(signed(ISSUER), ASSET, NATIVE));
		passes(CLAIM_PERIOD);
		assert_ok!(Dividends::finish_stream(signed(STRANGER), ASSET, NATIVE));
		assert_eq!(held(ISSUER), DEPOSIT);
		assert_ok!(Dividends::close_purse(signed(ISSUER), ASSET, NATIVE));
		assert_eq!(held(ISSUER), 0);
	});
}

#[test]
fn who_paid_gets_it_back_whoever_closes_and_in_whatever_order() {
	for first_closed in [USD, NATIVE] {
		three().build_and_execute(|| {
			let before = usd(AGENT);
			assert_ok!(Dividends::open_stream(signed(AGENT), ASSET, USD));
			assert_ok!(Dividends::close_stream(signed(ISSUER), ASSET, USD));
			passes(CLAIM_PERIOD);
			assert_ok!(Dividends::finish_stream(signed(STRANGER), ASSET, USD));
			// The issuer is the first in another currency: it pays for the purse, not for the ledger.
			let id = declare_in(NATIVE, Amount::Total(100), RecordDate::Now, Selection::All);
			assert_ok!(push(id.unwrap(), 100));
			assert_ok!(Dividends::close(signed(STRANGER), ASSET, id.unwrap()));
			assert_eq!((held(AGENT), held(ISSUER), usd(AGENT)), (DEPOSIT, 0, before - 1));
			let last_closed = if first_closed == USD { NATIVE } else { USD };
			assert_ok!(Dividends::close_purse(signed(ISSUER), ASSET, first_closed));
			assert_eq!(held(AGENT), DEPOSIT);
			assert_ok!(Dividends::close_purse(signed(ISSUER), ASSET, last_closed));
			assert_eq!((held(AGENT), held(ISSUER), usd(AGENT)), (0, 0, before));
			assert_eq!(money(NATIVE, pot()), 0);
			assert_noop!(close_purse(), Error::<Test>::UnknownPurse);
		});
	}
}

#[test]
fn a_stream_uses_it() {
	three().build_and_execute(|| {
		assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, USD));
		assert_noop!(close_purse(), Error::<Test>::InUse);
		assert_ok!(Dividends::close_stream(signed(ISSUER), ASSET, USD));
		passes(CLAIM_PERIOD);
		assert_ok!(Dividends::finish_stream(signed(STRANGER), ASSET, USD));
		assert_ok!(close_purse());
	});
}

#[test]
fn only_the_issuer_closes_it() {
	three().build_and_execute(|| {
		let call = |origin| Dividends::close_purse(origin, ASSET, USD);
		assert_bad_origins(call, &[signed(STRANGER), signed(TAXMAN), RuntimeOrigin::root()]);
	});
}
