// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Agenda, Hours, OpeningAgenda, WeightInfo, MAX_PER_HOUR};
use frame_support::{traits::Hooks, weights::WeightMeter};

const HOUR: Moment = 3_600;

fn schedule(hours: Moment) -> u32 {
	declare(100, RecordDate::Future(NOW + hours * HOUR)).unwrap()
}

#[test]
fn a_distribution_opens_itself_at_its_record_date() {
	three().build_and_execute(|| {
		let id = schedule(1);
		assert_eq!(OpeningAgenda::<Test>::get(), Some(Agenda { from: 100, waiting: 1 }));
		passes(HOUR - 1);
		poll();
		assert_eq!(get(id).stage, DistributionStage::Scheduled);
		passes(1);
		System::reset_events();
		poll();
		assert_eq!((get(id).stage, get(id).units), (DistributionStage::Open, 100));
		assert_eq!(
			events(),
			[Event::DistributionOpened {
				asset: ASSET,
				distribution: id,
				checkpoint: 1,
				record_at: NOW + HOUR,
				units: 100,
			}]
		);
		assert_eq!(OpeningAgenda::<Test>::get(), None);
		assert_eq!(Hours::<Test>::iter().count(), 0);
	});
}

#[test]
fn who_sells_before_the_record_date_gets_nothing_and_who_buys_gets_all() {
	three().build_and_execute(|| {
		let id = schedule(1);
		Register::transfer(ASSET, ANNA, DINO, 50);
		passes(HOUR);
		poll();
		Register::transfer(ASSET, DINO, ANNA, 50);
		assert_noop!(claim(ANNA, id), Error::<Test>::NothingDue);
		assert_ok!(claim(DINO, id));
		assert_eq!(usd(DINO as u128), 50);
	});
}

#[test]
fn anybody_opens_what_did_not_open_itself() {
	three().build_and_execute(|| {
		let id = schedule(1);
		let open = || Dividends::open(signed(STRANGER), ASSET, id);
		passes(HOUR - 1);
		assert_noop!(open(), Error::<Test>::WrongStage);
		passes(1);
		assert_noop!(Dividends::open(RuntimeOrigin::none(), ASSET, id), DispatchError::BadOrigin);
		assert_ok!(open());
		assert_noop!(open(), Error::<Test>::WrongStage);
		assert_noop!(
			Dividends::open(signed(STRANGER), ASSET, id + 1),
			Error::<Test>::UnknownDistribution
		);
		assert_eq!(OpeningAgenda::<Test>::get(), None);
		poll();
		assert_eq!(get(id).checkpoint, 1);
	});
}

#[test]
fn what_cannot_open_says_so_and_can_be_tried_again_or_cancelled() {
	ExtBuilder::default().build_and_execute(|| {
		let (first, second) = (schedule(1), schedule(1));
		passes(HOUR);
		System::reset_events();
		poll();
		let failed = |distribution| Event::OpeningFailed {
			asset: ASSET,
			distribution,
			error: Error::<Test>::NothingEligible.into(),
		};
		assert_eq!(events(), [failed(first), failed(second)]);
		assert_eq!(get(first).stage, DistributionStage::Overdue);
		assert_eq!(Register::references(ASSET), 0);
		assert_noop!(
			Dividends::open(signed(STRANGER), ASSET, first),
			Error::<Test>::NothingEligible
		);
		let before = usd(ISSUER);
		assert_ok!(Dividends::cancel(signed(ISSUER), ASSET, first));
		assert_eq!(usd(ISSUER), before + 100);
		Register::set(ASSET, ANNA, 1);
		passes(10 * CLAIM_PERIOD);
		assert_ok!(Dividends::open(signed(STRANGER), ASSET, second));
		// Late, and still with its time to claim.
		assert_eq!(get(second).record_at, Today::get());
		assert_eq!(get(second).expires_at, Today::get() + CLAIM_PERIOD);
		assert_ok!(claim(ANNA, second));
	});
}

#[test]
fn a_register_without_room_for_a_checkpoint_delays_and_loses_nothing() {
	three().build_and_execute(|| {
		let id = schedule(1);
		MaxCheckpoints::set(0);
		passes(HOUR);
		poll();
		assert_eq!(get(id).stage, DistributionStage::Overdue);
		MaxCheckpoints::set(1);
		assert_ok!(Dividends::open(signed(STRANGER), ASSET, id));
		assert_eq!(get(id).open, 3);
	});
}

#[test]
fn a_block_opens_as_many_as_it_has_weight_for() {
	three().build_and_execute(|| {
		let ids: Vec<u32> = (0..5).map(|_| schedule(1)).collect();
		passes(HOUR);
		let one = <() as WeightInfo>::open(crate::MAX_LISTED);
		// The hour of the declaration is looked at too.
		let hour = <() as WeightInfo>::on_poll_hour();
		let start = <() as WeightInfo>::on_poll_idle() + hour + hour;
		let opened = || ids.iter().filter(|id| get(**id).stage == DistributionStage::Open).count();
		let mut meter = WeightMeter::with_limit(start + one + one);
		Dividends::on_poll(1, &mut meter);
		assert_eq!(opened(), 2);
		assert_ok!(Dividends::do_try_state());
		let mut meter = WeightMeter::with_limit(start);
		Dividends::on_poll(1, &mut meter);
		assert_eq!(opened(), 2);
		assert_ok!(Dividends::do_try_state());
		for limit in [<() as WeightInfo>::on_poll_idle(), frame_support::weights::Weight::zero()] {
			Dividends::on_poll(1, &mut WeightMeter::with_limit(limit));
		}
		assert_eq!(opened(), 2);
		poll();
		assert_eq!(opened(), 5);
	});
}

#[test]
fn an_hour_has_its_bound() {
	three().build_and_execute(|| {
		for _ in 0..MAX_PER_HOUR {
			schedule(2);
		}
		assert_noop!(
			declare(100, RecordDate::Future(NOW + 2 * HOUR)),
			Error::<Test>::TooManyInHour
		);
		schedule(3);
		passes(2 * HOUR);
		poll();
		poll();
		assert_eq!(OpeningAgenda::<Test>::get().unwrap().waiting, 1);
	});
}

#[test]
fn the_rates_are_those_of_the_record_date() {
	three().build_and_execute(|| {
		let id = schedule(1);
		let now_half = Permill::from_percent(50);
		let class = cadastre_primitives::AssetClass::RealEstate;
		assert_ok!(Dividends::set_tax_table(signed(TAXMAN), class, now_half, Default::default()));
		passes(HOUR);
		poll();
		assert_ok!(claim(ANNA, id));
		assert_eq!((usd(ANNA as u128), get(id).totals.withheld), (25, 25));
		// A table that comes later changes nothing.
		assert_ok!(Dividends::set_tax_table(
			signed(TAXMAN),
			class,
			Permill::one(),
			Default::default()
		));
		assert_ok!(claim(BENO, id));
		assert_eq!((usd(BENO as u128), get(id).totals.withheld), (15, 40));
	});
}
