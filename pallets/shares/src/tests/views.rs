// SPDX-License-Identifier: Apache-2.0

use super::*;
use crate::{Holding, MAX_PAGE};
use frame_support::assert_ok;
use std::collections::BTreeMap;

#[test]
fn book_is_the_record_of_the_asset() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_eq!(Shares::book(ASSET), Some(book(ASSET)));
		assert_eq!(Shares::book(ASSET + 1), None);
	});
}

#[test]
fn balance_is_that_of_the_investor_whichever_key_is_asked_for() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_eq!(Shares::balance(ASSET, ANNA), 10);
		assert_eq!(Shares::balance_of(ASSET, ANNA_KEY), 10);
		assert_eq!(Shares::balance_of(ASSET, ANNA_OTHER_KEY), 10);
		assert_eq!(Shares::balance(ASSET, BENO), 0);
		assert_eq!(Shares::balance_of(ASSET, STRANGER), 0);
		assert_eq!(Shares::balance(ASSET + 1, ANNA), 0);
	});
}

/// Issues one share more to each investor than to the one before, beginning with 1.
fn issue_to(investors: u64) -> BTreeMap<InvestorId, Balance> {
	(0..investors)
		.map(|n| {
			let (account, investor, amount) = (1_000 + n, 2_000 + n, Balance::from(n) + 1);
			Keys::mutate(|keys| keys.insert(account, investor));
			assert_ok!(Shares::issue(signed(ISSUER), ASSET, account, amount));
			(investor, amount)
		})
		.collect()
}

#[test]
fn holders_are_paged_without_gap_or_repetition() {
	ExtBuilder::default().build_and_execute(|| {
		let expected = issue_to(25);
		for limit in [1, 7, 24, 25, 26] {
			let (mut found, mut pages, mut after) = (BTreeMap::new(), 0, None);
			loop {
				let page = Shares::holders(ASSET, after, limit);
				assert!(page.len() <= usize::try_from(limit).unwrap());
				let Some((last, _)) = page.last() else { break };
				after = Some(*last);
				pages += 1;
				for (investor, balance) in page {
					assert_eq!(found.insert(investor, balance), None);
				}
			}
			assert_eq!(found, expected);
			assert_eq!(pages, 25_u32.div_ceil(limit));
		}
		assert!(Shares::holders(ASSET, None, 0).is_empty());
		assert!(Shares::holders(ASSET + 1, None, 10).is_empty());
	});
}

#[test]
fn a_page_goes_on_after_a_holder_who_has_left() {
	ExtBuilder::default().build_and_execute(|| {
		issue_to(10);
		let all = Shares::holders(ASSET, None, 10);
		let (left, shares) = all[3];
		assert_ok!(Shares::redeem(signed(left - 1_000), ASSET, shares));
		assert_eq!(Shares::holders(ASSET, Some(left), 10), all[4..]);
	});
}

#[test]
fn a_page_has_at_most_a_thousand_holders() {
	ExtBuilder::default().authorised(Balance::MAX).build_and_execute(|| {
		issue_to(u64::from(MAX_PAGE) + 1);
		assert_eq!(Shares::holders(ASSET, None, 999).len(), 999);
		assert_eq!(Shares::holders(ASSET, None, 1_000).len(), 1_000);
		assert_eq!(Shares::holders(ASSET, None, 1_001).len(), 1_000);
		assert_eq!(Shares::holders(ASSET, None, u32::MAX).len(), 1_000);
	});
}

#[test]
fn holding_tells_apart_what_is_free_held_frozen_and_locked_up() {
	ExtBuilder::default().holding(ANNA_KEY, 10).build_and_execute(|| {
		assert_ok!(Shares::do_hold(ASSET, &1, ANNA, 2, None));
		assert_ok!(add_frozen(ASSET, ANNA, 3));
		lock_until(Some(DAY));
		assert_ok!(Shares::issue(signed(ISSUER), ASSET, ANNA_KEY, 4));
		let expected = Holding {
			owned: 14,
			free: 12,
			held: 2,
			frozen: 3,
			locked: 4,
			movable: 5,
			locked_until: OPENED + DAY,
			bucket: Some(Default::default()),
		};
		assert_eq!(Shares::holding(ASSET, ANNA), expected);
		assert_eq!(Shares::lots(ASSET, ANNA)[0].amount, 4);
		assert_eq!(Shares::holds(ASSET, ANNA)[0].amount, 2);
		assert_eq!(Shares::holding(ASSET, BENO), Holding::default());
	});
}

#[test]
fn pack_impact_names_every_holder_whom_the_pack_would_refuse_in_pages() {
	ExtBuilder::default().build_and_execute(|| {
		issue_to(25);
		let all: Vec<_> = Shares::holders(ASSET, None, 100).into_iter().map(|one| one.0).collect();
		let refused: Vec<_> = all.iter().copied().filter(|who| who % 3 == 0).collect();
		Refused::set(refused.iter().copied().collect());
		for limit in [1, 7, 24, 25, 26, 5_000] {
			let (mut found, mut after, mut pages) = (Vec::new(), None, 0);
			loop {
				let (page, next) = Shares::pack_impact(ASSET, true, after, limit);
				found.extend(page.into_iter().map(|(who, report)| {
					assert_eq!(report.len(), 1);
					who
				}));
				pages += 1;
				after = next;
				if next.is_none() {
					break;
				}
			}
			assert_eq!(found, refused);
			assert_eq!(pages, 25_u32.div_ceil(limit));
		}
		assert_eq!(Shares::pack_impact(ASSET, false, None, 100), (vec![], None));
		assert_eq!(Shares::pack_impact(2, true, None, 100), (vec![], None));
		assert_eq!(Shares::pack_impact(ASSET, true, None, 0), (vec![], None));
	});
}
