// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::Certificates;
use cadastre_primitives::AssetClass;

const CLASS: AssetClass = AssetClass::RealEstate;

fn file(percent: u32, from: Moment, until: Moment) -> DispatchResult {
	let rate = Permill::from_percent(percent);
	Dividends::file_certificate(signed(TAXMAN), ANNA, CLASS, rate, from, until)
}

fn taxed() -> ExtBuilder {
	three().taxing(*b"CH", 35)
}

#[test]
fn a_certificate_goes_before_the_table_where_it_holds_at_the_record_date() {
	for (from, until, net) in [
		(NOW, NOW + 1, 450),
		(NOW - 1, NOW + 1, 450),
		(NOW + 1, NOW + 2, 325),
		(0, NOW + CLAIM_PERIOD, 450),
	] {
		taxed().build_and_execute(|| {
			resides(ANNA, *b"CH");
			let id = distribute(1_000);
			assert_ok!(file(10, from, until));
			// Long over when it is claimed.
			passes(CLAIM_PERIOD - 1);
			assert_ok!(claim(ANNA, id));
			assert_eq!(usd(ANNA as u128), net);
		});
	}
}

#[test]
fn one_that_has_ended_at_the_record_date_counts_for_nothing() {
	taxed().build_and_execute(|| {
		resides(ANNA, *b"CH");
		assert_ok!(file(10, NOW - 10, NOW + 1));
		passes(1);
		let id = distribute(1_000);
		assert_ok!(claim(ANNA, id));
		assert_eq!(usd(ANNA as u128), 325);
	});
}

#[test]
fn a_later_one_takes_the_place_of_an_earlier_one() {
	taxed().build_and_execute(|| {
		assert_ok!(file(10, NOW, NOW + 1));
		assert_eq!(held(TAXMAN), DEPOSIT);
		assert_ok!(file(5, NOW, NOW + 10));
		assert_last(Event::CertificateFiled {
			investor: ANNA,
			class: CLASS,
			old: Some(Permill::from_percent(10)),
			new: Permill::from_percent(5),
			valid_from: NOW,
			valid_until: NOW + 10,
		});
		assert_eq!(held(TAXMAN), DEPOSIT);
	});
}

#[test]
fn it_begins_before_it_ends_and_is_not_over() {
	taxed().build_and_execute(|| {
		assert_noop!(file(10, NOW + 1, NOW + 1), Error::<Test>::InvalidPeriod);
		assert_noop!(file(10, NOW + 2, NOW + 1), Error::<Test>::InvalidPeriod);
		assert_noop!(file(10, 0, NOW), Error::<Test>::InvalidPeriod);
		assert_ok!(file(10, 0, NOW + 1));
	});
}

#[test]
fn anybody_removes_what_is_over_and_the_authority_any() {
	taxed().build_and_execute(|| {
		let remove = |origin| Dividends::remove_certificate(origin, ANNA, CLASS);
		assert_noop!(remove(signed(STRANGER)), Error::<Test>::UnknownCertificate);
		assert_ok!(file(10, NOW, NOW + 5));
		passes(4);
		assert_noop!(remove(signed(STRANGER)), Error::<Test>::NotExpired);
		assert_noop!(remove(RuntimeOrigin::none()), DispatchError::BadOrigin);
		assert_noop!(remove(RuntimeOrigin::root()), DispatchError::BadOrigin);
		passes(1);
		assert_ok!(remove(signed(STRANGER)));
		assert_last(Event::CertificateRemoved { investor: ANNA, class: CLASS });
		assert_eq!(held(TAXMAN), 0);
		assert_ok!(file(10, NOW, NOW + 50));
		assert_ok!(remove(signed(TAXMAN)));
		assert_eq!(Certificates::<Test>::iter().count(), 0);
	});
}

#[test]
fn only_the_authority_files() {
	taxed().build_and_execute(|| {
		let call = |origin| {
			Dividends::file_certificate(origin, ANNA, CLASS, Permill::zero(), NOW, NOW + 1)
		};
		assert_bad_origins(call, &[signed(ISSUER), signed(1), RuntimeOrigin::root()]);
	});
}
