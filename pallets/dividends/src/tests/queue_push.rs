// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Queue, WeightInfo, MAX_QUEUE};
use frame_support::{traits::Hooks, weights::Weight};

fn queue(id: u32) -> DispatchResult {
	Dividends::queue_push(signed(ISSUER), ASSET, id)
}

fn idle() -> Weight {
	Dividends::on_idle(1, Weight::MAX)
}

/// The weight in which so many holders are paid.
fn room(holders: u32) -> Weight {
	<() as WeightInfo>::on_idle_queue() + <() as WeightInfo>::push(holders)
}

#[test]
fn idle_blocks_pay_everybody_with_the_weight_that_they_have() {
	three().build_and_execute(|| {
		let id = distribute(1_000);
		assert_ok!(queue(id));
		assert_last(Event::PushQueued { asset: ASSET, distribution: id });
		assert_eq!(Dividends::on_idle(1, Weight::zero()), Weight::zero());
		Dividends::on_idle(1, room(0));
		assert_eq!(get(id).open, 3);
		assert_eq!(Dividends::on_idle(1, room(2)), room(2));
		assert_eq!((get(id).open, Queue::<Test>::get().len()), (1, 1));
		assert_eq!(idle(), room(1));
		assert_eq!((get(id).open, Queue::<Test>::get().len()), (0, 0));
		assert_eq!((usd(ANNA as u128), usd(BENO as u128), usd(CARA as u128)), (500, 300, 200));
		assert_eq!(idle(), <() as WeightInfo>::on_idle_queue());
	});
}

#[test]
fn what_does_not_pay_yet_lets_others_go_first_and_what_is_over_goes() {
	three().build_and_execute(|| {
		let later = declare(100, RecordDate::Future(NOW + 3_600)).unwrap();
		let now = distribute(100);
		assert_ok!(queue(later));
		assert_ok!(queue(now));
		idle();
		assert_eq!(Queue::<Test>::get().to_vec(), [(ASSET, now), (ASSET, later)]);
		passes(CLAIM_PERIOD);
		idle();
		assert_eq!(Queue::<Test>::get().to_vec(), [(ASSET, later)]);
		assert_eq!(get(now).open, 3);
		assert_ok!(Dividends::cancel(signed(ISSUER), ASSET, later));
		idle();
		assert!(Queue::<Test>::get().is_empty());
	});
}

#[test]
fn what_is_refused() {
	three().build_and_execute(|| {
		assert_noop!(queue(0), Error::<Test>::UnknownDistribution);
		let id = distribute(100);
		assert_bad_origins(
			|origin| Dividends::queue_push(origin, ASSET, id),
			&[signed(STRANGER), signed(TAXMAN), RuntimeOrigin::root()],
		);
		assert_ok!(queue(id));
		assert_noop!(queue(id), Error::<Test>::AlreadyQueued);
		for other in 1..MAX_QUEUE {
			Queue::<Test>::mutate(|queue| queue.try_push((OTHER_ASSET, other)).unwrap());
		}
		let next = distribute(100);
		assert_noop!(queue(next), Error::<Test>::TooManyQueued);
		assert_ok!(push(next, 100));
		assert_noop!(queue(next), Error::<Test>::NothingToPush);
	});
}
