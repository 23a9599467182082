// SPDX-License-Identifier: Apache-2.0

//! Payments that fail at each step, and payments that are said to be made and get lost.

use super::*;
use frame_support::storage::with_storage_layer;
use sp_io::storage;
use sp_runtime::StateVersion;

fn root() -> Vec<u8> {
	storage::root(StateVersion::V1)
}

/// Tries a call with a fault at each transfer in turn, and once without. Each call that fails leaves
/// the state as it was, and no state breaks an invariant.
fn at_each_step(mut prepare: impl FnMut(), call: impl Fn() -> DispatchResult) {
	for step in 0..10 {
		let done = three().taxing(*b"CH", 35).build().execute_with(|| {
			resides(ANNA, *b"CH");
			prepare();
			let before = root();
			FailAfter::set(Some(step));
			let result = with_storage_layer(&call);
			let unused = FailAfter::get();
			FailAfter::set(None);
			assert_ok!(Dividends::do_try_state());
			if result.is_err() {
				assert_eq!(root(), before, "a failure at step {step} left something behind");
			}
			result.is_ok() && unused > Some(0)
		});
		if done {
			assert!(step > 0, "no payment was made at all");
			return;
		}
	}
	panic!("more than 10 payments");
}

#[test]
fn a_declaration() {
	at_each_step(|| {}, || declare(1_000, RecordDate::Now).map(|_| ()));
}

#[test]
fn a_claim_of_several() {
	at_each_step(
		|| {
			for _ in 0..4 {
				distribute(1_000);
			}
		},
		|| Dividends::claim(signed(ANNA.into()), ASSET, vec![0, 1, 2, 3].try_into().unwrap()),
	);
}

#[test]
fn a_page() {
	at_each_step(|| _ = distribute(1_000), || push(0, 100));
}

#[test]
fn a_claim_for_somebody() {
	at_each_step(|| _ = distribute(1_000), || claim_for(ANNA, 0));
}

#[test]
fn a_cancellation_and_a_closing() {
	at_each_step(
		|| _ = declare(1_000, RecordDate::Future(NOW + 3_600)).unwrap(),
		|| Dividends::cancel(signed(ISSUER), ASSET, 0),
	);
	at_each_step(
		|| {
			distribute(1_000);
			passes(CLAIM_PERIOD);
		},
		|| Dividends::close(signed(STRANGER), ASSET, 0),
	);
}

#[test]
fn streams() {
	let open = || {
		assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, USD));
		assert_ok!(Dividends::open_stream(signed(ISSUER), ASSET, NATIVE));
	};
	let fund = || {
		assert_ok!(Dividends::fund_stream(signed(STRANGER), ASSET, USD, 1_000));
		assert_ok!(Dividends::fund_stream(signed(STRANGER), ASSET, NATIVE, 1_000));
	};
	at_each_step(open, || Dividends::fund_stream(signed(STRANGER), ASSET, USD, 10));
	let funded = || {
		open();
		fund();
	};
	at_each_step(funded, || Dividends::claim_streams(signed(ANNA.into()), ASSET));
	at_each_step(funded, || Dividends::claim_streams_for(signed(STRANGER), ASSET, ANNA));
	let closed = || {
		funded();
		assert_ok!(Dividends::close_stream(signed(ISSUER), ASSET, USD));
		passes(CLAIM_PERIOD);
	};
	at_each_step(closed, || Dividends::finish_stream(signed(STRANGER), ASSET, USD));
}

#[test]
fn parked_income_tax_and_purse() {
	let parked = || {
		let id = distribute(1_000);
		Blocked::mutate(|all| all.insert(ANNA));
		assert_ok!(claim_for(ANNA, id));
		Blocked::set(Default::default());
	};
	let hash = sp_core::H256::zero();
	at_each_step(parked, || Dividends::pay_parked(signed(STRANGER), ASSET, USD, ANNA));
	at_each_step(parked, || {
		Dividends::surrender_parked(signed(TAXMAN), ASSET, USD, ANNA, TREASURY, hash)
	});
	at_each_step(parked, || {
		Dividends::remit_tax(signed(TAXMAN), ASSET, USD, Some(*b"CH"), TREASURY, hash)
	});
}

#[test]
fn a_credit_that_gets_lost_is_no_payment() {
	three().build_and_execute(|| {
		let id = distribute(1_000);
		LoseCredit::set(true);
		assert_noop!(claim(ANNA, id), Error::<Test>::NotCredited);
		assert_noop!(declare(1_000, RecordDate::Now), Error::<Test>::NotCredited);
		assert_ok!(push(id, 100));
		assert_eq!((get(id).totals.paid, get(id).totals.parked), (0, 1_000));
		assert_eq!((usd(TREASURY), usd(pot())), (0, 1_001));
	});
}
