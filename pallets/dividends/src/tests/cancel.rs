// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Listed, OpeningAgenda};

const HOUR: Moment = 3_600;

#[test]
fn before_the_record_date_everything_comes_back() {
	three().build_and_execute(|| {
		let before = (usd(ISSUER), held(ISSUER));
		let record = RecordDate::Future(NOW + HOUR);
		let id = declare_in(USD, Amount::Total(100), record, only(&[ANNA])).unwrap();
		passes(HOUR - 1);
		assert_ok!(Dividends::cancel(signed(ISSUER), ASSET, id));
		assert_last(Event::DistributionCancelled { asset: ASSET, distribution: id, returned: 100 });
		// All but what keeps the pot alive and the deposit for the ledger, until the purse is closed.
		assert_eq!((usd(ISSUER), held(ISSUER)), (before.0 - 1, before.1 + DEPOSIT));
		assert_eq!(Distributions::<Test>::iter().count(), 0);
		assert_eq!(Listed::<Test>::iter().count(), 0);
		assert_eq!(OpeningAgenda::<Test>::get(), None);
		assert_eq!(purse(USD).unwrap().closed.returned, 100);
		passes(HOUR);
		poll();
	});
}

#[test]
fn from_the_record_date_on_the_income_is_the_holders() {
	three().build_and_execute(|| {
		let id = declare(100, RecordDate::Future(NOW + HOUR)).unwrap();
		for late in [HOUR, 1] {
			passes(late);
			// Even where no block has opened it yet.
			assert_noop!(Dividends::cancel(signed(ISSUER), ASSET, id), Error::<Test>::WrongStage);
		}
		poll();
		assert_noop!(Dividends::cancel(signed(ISSUER), ASSET, id), Error::<Test>::WrongStage);
		assert_noop!(
			Dividends::cancel(signed(ISSUER), ASSET, id + 1),
			Error::<Test>::UnknownDistribution
		);
	});
}

#[test]
fn only_the_issuer_cancels() {
	three().build_and_execute(|| {
		let id = declare(100, RecordDate::Future(NOW + HOUR)).unwrap();
		let call = |origin| Dividends::cancel(origin, ASSET, id);
		assert_bad_origins(call, &[signed(STRANGER), signed(TAXMAN), RuntimeOrigin::root()]);
	});
}

#[test]
fn others_on_the_agenda_stay() {
	three().build_and_execute(|| {
		let first = declare(100, RecordDate::Future(NOW + HOUR)).unwrap();
		let second = declare(100, RecordDate::Future(NOW + HOUR)).unwrap();
		assert_ok!(Dividends::cancel(signed(ISSUER), ASSET, first));
		assert_ok!(Dividends::do_try_state());
		passes(HOUR);
		poll();
		assert_eq!(get(second).stage, DistributionStage::Open);
	});
}
