// SPDX-License-Identifier: Apache-2.0

//! Each invariant of due process broken by hand, and random histories against a plain model.

use super::*;
use proptest::prelude::*;
use sp_runtime::DispatchError::Other;
use std::collections::BTreeMap;

/// Breaks a state with a freeze of Anna's, a forced transfer that waits, a halted book and a recovery,
/// and sees which invariant is named. The orders are 0, 1, 2 and 3.
fn broken(by: impl FnOnce(), named: &'static str) {
	case().build().execute_with(|| {
		approved(freeze(Some(40)));
		approved(forced(10));
		approved(action(OrderKind::Suspension));
		approved(action(OrderKind::Recovery));
		assert_ok!(Shares::do_try_state());
		by();
		let Err(Other(found)) = Shares::do_try_state() else { panic!("not noticed") };
		assert!(found.starts_with(named), "{found}");
	});
}

fn change(id: OrderId, by: impl FnOnce(&mut crate::pallet::OrderOf<Test>)) {
	Orders::<Test>::mutate(id, |order| by(order.as_mut().unwrap()));
}

fn change_list(target: Target, by: impl FnOnce(&mut crate::pallet::OrderListOf<Test>)) {
	OrdersOf::<Test>::mutate(target, by);
}

const ANNAS: Target = Target::Position { asset: ASSET, investor: ANNA };

#[test]
fn inv_s21_ids_lie_below_the_next() {
	broken(|| NextOrderId::<Test>::put(3), "INV-S21");
}

#[test]
fn inv_s22_each_order_is_listed_once_under_its_target() {
	broken(
		|| {
			change_list(ANNAS, |list| {
				list.remove(0);
			})
		},
		"INV-S22",
	);
	broken(
		|| {
			change_list(ANNAS, |list| {
				let line = list[0];
				list.try_push(line).unwrap();
			});
		},
		"INV-S22",
	);
	broken(|| Orders::<Test>::remove(3), "INV-S22");
	broken(
		|| {
			let target = Target::Position { asset: ASSET, investor: DINO };
			OrdersOf::<Test>::insert(target, crate::pallet::OrderListOf::<Test>::default());
		},
		"INV-S22",
	);
	broken(|| change(0, |order| order.action = Action::Suspension { asset: ASSET }), "INV-S22");
}

#[test]
fn inv_s23_a_book_counts_its_orders() {
	let count = |by: i32| {
		Books::<Test>::mutate(ASSET, |book| {
			let book = book.as_mut().unwrap();
			book.orders = book.orders.checked_add_signed(by).unwrap();
		});
	};
	broken(|| count(1), "INV-S23");
	broken(|| count(-1), "INV-S23");
	ExtBuilder::default().build().execute_with(|| {
		propose(action(OrderKind::Suspension));
		Books::<Test>::remove(ASSET);
		assert_eq!(Shares::do_try_state(), Err(Other("INV-S23: an order without a book")));
	});
}

#[test]
fn inv_s24_a_list_says_what_the_orders_say() {
	let line = |by: fn(&mut OpenOrder)| change_list(ANNAS, |list| by(&mut list[1]));
	broken(|| line(|line| line.keeps += 1), "INV-S24");
	broken(|| line(|line| line.until = None), "INV-S24");
	broken(|| line(|line| line.bars_until = Some(0)), "INV-S24");
	broken(|| change(0, |order| order.action = freeze(Some(41))), "INV-S24");
}

#[test]
fn inv_s25_what_is_frozen_is_what_orders_keep() {
	let frozen = |investor, by: fn(&mut Balance)| {
		Positions::<Test>::mutate(ASSET, investor, |position| by(&mut position.frozen));
	};
	broken(|| frozen(ANNA, |frozen| *frozen += 1), "INV-S25");
	broken(|| frozen(ANNA, |frozen| *frozen -= 1), "INV-S25");
	broken(|| frozen(BENO, |frozen| *frozen = 1), "INV-S25");
}

#[test]
fn inv_s26_an_investor_has_one_recovery_at_a_time() {
	broken(
		|| {
			let target = Target::Investor { investor: ANNA };
			let second = order(3);
			let line = OrdersOf::<Test>::get(target)[0];
			Orders::<Test>::insert(4, second);
			NextOrderId::<Test>::put(5);
			change_list(target, |list| list.try_push(OpenOrder { order: 4, ..line }).unwrap());
		},
		"INV-S26",
	);
}

#[test]
fn inv_s27_a_book_is_halted_by_an_order() {
	broken(
		|| Books::<Test>::mutate(ASSET, |book| book.as_mut().unwrap().halted = false),
		"INV-S27",
	);
	case().build().execute_with(|| {
		Books::<Test>::mutate(ASSET, |book| book.as_mut().unwrap().halted = true);
		let found = Shares::do_try_state();
		assert!(matches!(found, Err(Other(named)) if named.starts_with("INV-S27")), "{found:?}");
	});
}

#[test]
fn inv_s28_an_order_is_at_a_stage_of_its_kind() {
	broken(|| change(1, |order| order.stage = Stage::InForce { appeal_until: 0 }), "INV-S28");
	broken(
		|| change(0, |order| order.stage = Stage::Approved { from: 0, until: Moment::MAX }),
		"INV-S28",
	);
	broken(
		|| {
			change(1, |order| {
				// No waiting period.
				order.stage = Stage::Approved { from: order.proposed_at, until: Moment::MAX };
			});
		},
		"INV-S28",
	);
}

#[test]
fn inv_s29_an_approved_recovery_has_consent() {
	broken(|| change(3, |order| order.accepted = false), "INV-S29");
	broken(|| change(1, |order| order.accepted = true), "INV-S29");
}

#[test]
fn inv_s30_no_party_appeals_twice() {
	broken(
		|| {
			assert_ok!(Shares::appeal_order(signed(ISSUER), 0, DIGEST));
			change(0, |order| order.heard.issuer = true);
		},
		"INV-S30",
	);
}

/// One step of a history. Orders are counted from the last one backwards.
#[derive(Clone, Debug)]
enum Step {
	Propose { kind: OrderKind, of: bool, amount: Option<Balance>, on: usize, by: AccountId },
	Approve { order: usize, by: Option<AccountId> },
	Accept { order: usize },
	Execute { order: usize },
	Appeal { order: usize, by: AccountId },
	Decide { order: usize, upheld: bool },
	Withdraw { order: usize, by: AccountId },
	Annul { order: usize, by: Option<AccountId> },
	Prune { order: usize },
	Transfer { by: AccountId, to: AccountId, amount: Balance },
	Redeem { by: AccountId, amount: Balance },
	Wait { seconds: Moment },
}

impl Step {
	/// The same step, with orders counted from the first one on.
	fn placed(mut self, orders: usize) -> Self {
		match &mut self {
			Self::Propose { on: order, .. }
			| Self::Approve { order, .. }
			| Self::Accept { order }
			| Self::Execute { order }
			| Self::Appeal { order, .. }
			| Self::Decide { order, .. }
			| Self::Withdraw { order, .. }
			| Self::Annul { order, .. }
			| Self::Prune { order } => *order = orders.saturating_sub(1).saturating_sub(*order),
			Self::Transfer { .. } | Self::Redeem { .. } | Self::Wait { .. } => (),
		}
		self
	}
}

const PARTIES: [AccountId; 9] =
	[AGENT, APPROVER, BOTH, PROVIDER, ISSUER, ANNA_KEY, ANNA_OTHER_KEY, BENO_KEY, STRANGER];

fn step() -> impl Strategy<Value = Step> {
	use OrderKind::{Cancellation, ForcedTransfer, Recovery};
	// Mostly one of the last, since most of the others are over.
	let order = || prop_oneof![6 => Just(0), 3 => Just(1), 2 => 2..6_usize];
	let party = || prop::sample::select(PARTIES.to_vec());
	let body =
		|| prop_oneof![5 => Just(None), 1 => Just(Some(APPROVER)), 1 => party().prop_map(Some)];
	let amount = || 0..40_u128;
	let agent = || prop_oneof![8 => Just(AGENT), 1 => party()];
	let kinds = [OrderKind::ALL.as_slice(), &[ForcedTransfer, Cancellation]].concat();
	let kind = prop::sample::select(kinds);
	let appellant =
		prop_oneof![3 => Just(ISSUER), 3 => Just(ANNA_KEY), 2 => Just(BENO_KEY), 1 => party()];
	let key = || prop::sample::select(vec![ANNA_KEY, ANNA_OTHER_KEY, BENO_KEY, CARA_KEY, NEW_KEY]);
	prop_oneof![
		7 => (kind, any::<bool>(), prop::option::weighted(0.8, amount()), order(), agent())
			.prop_map(|(kind, of, amount, on, by)| Step::Propose { kind, of, amount, on, by }),
		1 => Just(Step::Propose { kind: Recovery, of: true, amount: None, on: 0, by: PROVIDER }),
		9 => (order(), body()).prop_map(|(order, by)| Step::Approve { order, by }),
		3 => order().prop_map(|order| Step::Accept { order }),
		8 => order().prop_map(|order| Step::Execute { order }),
		3 => (order(), appellant).prop_map(|(order, by)| Step::Appeal { order, by }),
		3 => (order(), any::<bool>()).prop_map(|(order, upheld)| Step::Decide { order, upheld }),
		2 => (order(), agent()).prop_map(|(order, by)| Step::Withdraw { order, by }),
		1 => (order(), body()).prop_map(|(order, by)| Step::Annul { order, by }),
		5 => order().prop_map(|order| Step::Prune { order }),
		4 => (key(), key(), amount())
			.prop_map(|(by, to, amount)| Step::Transfer { by, to, amount }),
		2 => (key(), amount()).prop_map(|(by, amount)| Step::Redeem { by, amount }),
		7 => prop_oneof![0..10_u64, 45..75_u64].prop_map(|seconds| Step::Wait { seconds }),
	]
}

/// A stretch of a history: one step, or some that belong together, since chance alone seldom brings an
/// order to its end.
fn stretch() -> impl Strategy<Value = Vec<Step>> {
	use OrderKind::{Cancellation, ForcedTransfer, Recovery};
	let course = |kind, by, wait: Moment, of, amount| {
		vec![
			Step::Propose { kind, of, amount: Some(amount), on: 0, by },
			Step::Accept { order: 0 },
			Step::Approve { order: 0, by: None },
			Step::Wait { seconds: wait },
			Step::Execute { order: 0 },
		]
	};
	prop_oneof![
		24 => step().prop_map(|step| vec![step]),
		2 => (any::<bool>(), 1..30_u128, 48..92_u64)
			.prop_map(move |(of, amount, wait)| course(ForcedTransfer, AGENT, wait, of, amount)),
		1 => (any::<bool>(), 1..30_u128, 58..102_u64)
			.prop_map(move |(of, amount, wait)| course(Cancellation, AGENT, wait, of, amount)),
		1 => (68..112_u64).prop_map(move |wait| course(Recovery, PROVIDER, wait, true, 0)),
		2 => (prop::sample::select(vec![ISSUER, ANNA_KEY, BENO_KEY]), 0..26_u64, any::<bool>())
			.prop_map(|(by, seconds, upheld)| {
				vec![
					Step::Appeal { order: 0, by },
					Step::Wait { seconds },
					Step::Decide { order: 0, upheld },
				]
			}),
	]
}

/// Where an order of the model is.
#[derive(Clone, Copy, PartialEq, Debug)]
enum At {
	Proposed,
	Waiting,
	Standing,
	Gone,
}

/// An order of the model: what it was made with, and where it is.
#[derive(Clone, Debug)]
struct Case {
	kind: OrderKind,
	/// Anna, Beno, or the book.
	whose: Option<InvestorId>,
	/// None: everything.
	amount: Option<Balance>,
	/// The place of what it would end.
	on: usize,
	by: AccountId,
	at: At,
	/// When the stage ends that it is at, and when what waits may be executed.
	ends: Moment,
	ready: Moment,
	appealable: Moment,
	/// Since when and by which side, if it is appealed; and who was heard.
	appeal: Option<(Moment, AccountId, bool)>,
	heard: [bool; 2],
	accepted: bool,
}

impl Case {
	fn alone(&self) -> bool {
		use OrderKind::{Cancellation, EmergencyFreeze, ForcedTransfer};
		self.at == At::Proposed
			&& matches!(self.kind, EmergencyFreeze | ForcedTransfer | Cancellation)
	}

	fn period(&self) -> Moment {
		if self.kind == OrderKind::EmergencyFreeze {
			EMERGENCY
		} else {
			APPROVAL
		}
	}

	fn end(&self) -> Option<Moment> {
		match (self.appeal, self.at) {
			(Some((since, ..)), _) => Some(since + DECISION),
			(None, At::Standing | At::Gone) => None,
			(None, _) => Some(self.ends),
		}
	}

	fn over(&self, now: Moment) -> bool {
		self.end().is_some_and(|end| end <= now)
	}

	fn acts(&self) -> bool {
		self.alone() || matches!(self.at, At::Waiting | At::Standing)
	}
}

/// Due process in plain tables: nothing is summed up before it is asked for.
struct Model {
	now: Moment,
	owned: BTreeMap<InvestorId, Balance>,
	keys: BTreeMap<AccountId, InvestorId>,
	orders: Vec<Case>,
	/// What one order, and one appeal, costs.
	units: [u64; 2],
}

impl Model {
	fn against(&self, whose: Option<InvestorId>, recovery: bool) -> impl Iterator<Item = &Case> {
		self.orders.iter().filter(move |case| {
			case.at != At::Gone
				&& case.whose == whose
				&& (case.kind == OrderKind::Recovery) == recovery
		})
	}

	/// What is frozen of an investor's, now or as recorded.
	fn frozen(&self, whose: InvestorId, recorded: bool) -> Balance {
		self.against(Some(whose), false)
			.filter(|case| case.acts() && (recorded || !case.over(self.now)))
			.filter(|case| case.kind != OrderKind::Release)
			.fold(0, |sum, case| sum.saturating_add(case.amount.unwrap_or(Balance::MAX)))
	}

	fn halted(&self, recorded: bool) -> bool {
		self.against(None, false)
			.any(|case| case.at == At::Standing && (recorded || !case.over(self.now)))
	}

	fn owns(&self, whose: InvestorId) -> Balance {
		self.owned.get(&whose).copied().unwrap_or(0)
	}

	fn give(&mut self, from: InvestorId, to: Option<InvestorId>, amount: Balance) {
		*self.owned.get_mut(&from).unwrap() -= amount;
		if let Some(to) = to {
			*self.owned.entry(to).or_default() += amount;
		}
	}

	/// A movement that an owner orders.
	fn moves(&mut self, by: AccountId, to: Option<AccountId>, amount: Balance) -> bool {
		let Some(from) = self.keys.get(&by).copied() else { return false };
		let to = match to {
			Some(to) => match self.keys.get(&to) {
				Some(to) if *to != from => Some(*to),
				_ => return false,
			},
			None => None,
		};
		let free = self.owns(from).saturating_sub(self.frozen(from, false));
		let goes = amount > 0 && free >= amount && !self.halted(false);
		if goes {
			self.give(from, to, amount);
		}
		goes
	}

	/// Removes an order, or lets one that acted on one word lie until it can be pruned.
	fn end(&mut self, order: usize) {
		let now = self.now;
		let case = &mut self.orders[order];
		if let Some((_, _, issuer)) = case.appeal.take() {
			case.heard[usize::from(issuer)] = true;
		}
		if case.alone() {
			case.ends = now;
			case.appealable = now;
		} else {
			case.at = At::Gone;
		}
	}

	fn party(&self, one: AccountId, other: AccountId) -> bool {
		let investor = |who| self.keys.get(&who);
		one == other || investor(one).is_some() && investor(one) == investor(other)
	}

	/// What becomes of what an order would end. Says whether it can be ended.
	fn release(&mut self, on: usize, amount: Option<Balance>, kind: OrderKind, dry: bool) -> bool {
		use OrderKind::{EmergencyFreeze, Freeze, Suspension};
		let Some(case) = self.orders.get_mut(on) else { return false };
		let fits = match kind {
			OrderKind::Release => matches!(case.kind, Freeze | EmergencyFreeze),
			_ => case.kind == Suspension,
		};
		if !fits || case.at != At::Standing {
			return false;
		}
		let left = match (amount, case.amount) {
			(None, _) => 0,
			(Some(_), None) => return false,
			(Some(amount), Some(kept)) => kept.saturating_sub(amount),
		};
		if !dry {
			if left == 0 {
				case.at = At::Gone;
			} else {
				case.amount = Some(left);
			}
		}
		true
	}

	fn propose(
		&mut self,
		kind: OrderKind,
		of: bool,
		given: Option<Balance>,
		on: usize,
		by: AccountId,
	) -> bool {
		use OrderKind::{Cancellation, ForcedTransfer, Recovery, Release, Resumption, Suspension};
		let investor = if of { ANNA } else { BENO };
		let whose = match kind {
			Suspension => None,
			Release | Resumption => match self.orders.get(on) {
				Some(case) if case.at != At::Gone && case.kind != Recovery => case.whose,
				// A recovery has no agents.
				_ => return false,
			},
			_ => Some(investor),
		};
		let amount = match kind {
			ForcedTransfer | Cancellation => Some(given.unwrap_or(0)),
			Suspension | Resumption | Recovery => None,
			_ => given,
		};
		let role = match kind {
			Recovery => of && by == PROVIDER,
			_ => by == AGENT || by == BOTH,
		};
		let fits = match kind {
			Release | Resumption => self.release(on, amount, kind, true),
			Recovery => !self.keys.contains_key(&NEW_KEY),
			ForcedTransfer => self.keys.get(&CARA_KEY).is_some_and(|to| *to != investor),
			_ => true,
		};
		let case = Case {
			kind,
			whose,
			amount,
			on,
			by,
			at: At::Proposed,
			ends: 0,
			ready: 0,
			appealable: 0,
			appeal: None,
			heard: [false; 2],
			accepted: false,
		};
		let now = self.now;
		let barred = case.alone()
			&& self.against(whose, false).any(|other| {
				other.alone() && other.end().is_some_and(|end| now < end + other.period())
			});
		let bound = if kind == Recovery { 1 } else { usize::try_from(MAX_ORDERS).unwrap() };
		let room = self.against(whose, kind == Recovery).count() < bound;
		let goes = role && fits && amount != Some(0) && !barred && room;
		if goes {
			let ends = now + case.period();
			self.orders.push(Case { ends, appealable: ends, ..case });
		}
		goes
	}

	fn approve(&mut self, order: usize, by: Option<AccountId>) -> bool {
		use OrderKind::{Cancellation, EmergencyFreeze, ForcedTransfer, Freeze, Recovery};
		use OrderKind::{Release, Resumption};
		let now = self.now;
		let Some(case) = self.orders.get(order).cloned() else { return false };
		let second = matches!(case.kind, Freeze | EmergencyFreeze | Release);
		let may = match by {
			None => true,
			Some(by) => second && (by == APPROVER || by == BOTH) && !self.party(by, case.by),
		};
		let goes = may
			&& case.at == At::Proposed
			&& case.appeal.is_none()
			&& !case.over(now)
			&& (case.kind != Recovery || case.accepted);
		if !goes {
			return false;
		}
		if matches!(case.kind, Release | Resumption) {
			let released = self.release(case.on, case.amount, case.kind, false);
			if released {
				self.orders[order].at = At::Gone;
			}
			return released;
		}
		let case = &mut self.orders[order];
		let wait = match case.kind {
			ForcedTransfer => FORCED,
			Cancellation => CANCELLATION,
			Recovery => RECOVERY,
			_ => {
				case.at = At::Standing;
				case.appealable = now + APPEAL;
				return true;
			},
		};
		case.at = At::Waiting;
		case.ready = now + wait;
		case.appealable = case.ready;
		case.ends = case.ready + EXECUTION;
		true
	}

	fn execute(&mut self, order: usize) -> bool {
		let now = self.now;
		let Some(case) = self.orders.get(order).cloned() else { return false };
		let ready =
			case.at == At::Waiting && case.appeal.is_none() && case.ready <= now && now < case.ends;
		let (Some(whose), true) = (case.whose, ready) else { return false };
		let amount = case.amount.unwrap_or(0);
		let goes = match case.kind {
			OrderKind::Recovery => {
				if !self.keys.contains_key(&NEW_KEY) {
					self.keys.retain(|_, investor| *investor != whose);
					self.keys.insert(NEW_KEY, whose);
					true
				} else {
					false
				}
			},
			_ if self.owns(whose) < amount => false,
			OrderKind::ForcedTransfer => {
				self.give(whose, Some(CARA), amount);
				true
			},
			_ => {
				self.give(whose, None, amount);
				true
			},
		};
		if goes {
			self.orders[order].at = At::Gone;
		}
		goes
	}

	fn appeal(&mut self, order: usize, by: AccountId) -> bool {
		let now = self.now;
		let Some(case) = self.orders.get_mut(order) else { return false };
		let key = self.keys.get(&by).copied();
		let sides =
			[key.is_some() && key == case.whose, by == ISSUER && case.kind != OrderKind::Recovery];
		let side = [0, 1].into_iter().find(|side| sides[*side] && !case.heard[*side]);
		let open = case.at != At::Gone && case.appeal.is_none() && !case.over(now);
		match side {
			Some(side) if open && now < case.appealable => {
				case.appeal = Some((now, by, side == 1));
				true
			},
			_ => false,
		}
	}

	fn decide(&mut self, order: usize, upheld: bool) -> bool {
		let now = self.now;
		let Some(case) = self.orders.get_mut(order) else { return false };
		let Some((since, _, issuer)) = case.appeal else { return false };
		if case.at == At::Gone || case.over(now) {
			return false;
		}
		if upheld {
			self.end(order);
			return true;
		}
		case.appeal = None;
		case.heard[usize::from(issuer)] = true;
		if case.at != At::Standing {
			let stood = now - since;
			case.ends += stood;
			case.ready += stood;
			case.appealable += stood;
		}
		true
	}

	/// Whether the step goes ahead, in the model.
	fn apply(&mut self, step: &Step) -> bool {
		use OrderKind::{EmergencyFreeze, Freeze, Release};
		let now = self.now;
		let open = |order: usize, orders: &[Case]| {
			orders.get(order).filter(|case| case.at != At::Gone).cloned()
		};
		match *step {
			Step::Propose { kind, of, amount, on, by } => self.propose(kind, of, amount, on, by),
			Step::Approve { order, by } => self.approve(order, by),
			Step::Accept { order } => match open(order, &self.orders) {
				Some(case) => {
					let goes = case.kind == OrderKind::Recovery
						&& !case.accepted && case.appeal.is_none()
						&& !case.over(now);
					self.orders[order].accepted |= goes;
					goes
				},
				None => false,
			},
			Step::Execute { order } => self.execute(order),
			Step::Appeal { order, by } => self.appeal(order, by),
			Step::Decide { order, upheld } => self.decide(order, upheld),
			Step::Withdraw { order, by } => {
				let goes = open(order, &self.orders).is_some_and(|case| {
					case.by == by && !case.over(now) && case.at != At::Standing
				});
				if goes {
					self.end(order);
				}
				goes
			},
			Step::Annul { order, by } => {
				let goes = open(order, &self.orders).is_some_and(|case| {
					let second = matches!(case.kind, Freeze | EmergencyFreeze | Release)
						&& case.at == At::Proposed;
					!case.over(now)
						&& match by {
							None => true,
							Some(by) => second && (by == APPROVER || by == BOTH),
						}
				});
				if goes {
					self.end(order);
				}
				goes
			},
			Step::Prune { order } => {
				let goes = open(order, &self.orders).is_some_and(|case| {
					let bar = if case.alone() { case.period() } else { 0 };
					case.end().is_some_and(|end| end + bar <= now)
				});
				if goes {
					self.orders[order].at = At::Gone;
				}
				goes
			},
			Step::Transfer { by, to, amount } => self.moves(by, Some(to), amount),
			Step::Redeem { by, amount } => self.moves(by, None, amount),
			Step::Wait { seconds } => {
				self.now += seconds;
				true
			},
		}
	}

	/// The chain is what the model says.
	fn check(&self) {
		for investor in [ANNA, BENO, CARA] {
			assert_eq!(Shares::balance(ASSET, investor), self.owns(investor));
			let position = Positions::<Test>::get(ASSET, investor);
			assert_eq!(position.frozen, self.frozen(investor, true));
			assert_eq!(Shares::frozen_of(ASSET, investor, &position), self.frozen(investor, false));
		}
		assert_eq!(book(ASSET).halted, self.halted(true));
		assert_eq!(Shares::halted_now(ASSET), self.halted(false));
		assert_eq!(book(ASSET).supply, self.owned.values().sum::<Balance>());
		let keys = Keys::get();
		assert_eq!(
			keys.into_iter().filter(|(_, of)| *of != DINO).collect::<BTreeMap<_, _>>(),
			self.keys
		);
		let open: Vec<_> =
			(0..self.orders.len()).filter(|at| self.orders[*at].at != At::Gone).collect();
		let mut stored: Vec<_> =
			Orders::<Test>::iter_keys().map(|id| usize::try_from(id).unwrap()).collect();
		stored.sort_unstable();
		assert_eq!(stored, open);
		// Deposits: one for each open order, one for each open appeal.
		let [order, appeal] = self.units;
		for (reason, unit, held) in [
			(HoldReason::Order, order, self.deposits(|case| Some(case.by))),
			(HoldReason::Appeal, appeal, self.deposits(|case| case.appeal.map(|of| of.1))),
		] {
			for who in PARTIES {
				let expected = held.get(&who).copied().unwrap_or(0) * unit;
				assert_eq!(deposit(reason, who), expected, "{reason:?} of {who}");
			}
		}
	}

	fn deposits(&self, of: impl Fn(&Case) -> Option<AccountId>) -> BTreeMap<AccountId, u64> {
		let mut held = BTreeMap::new();
		for who in self.orders.iter().filter(|case| case.at != At::Gone).filter_map(of) {
			*held.entry(who).or_default() += 1;
		}
		held
	}
}

/// What one order, and one appeal, costs.
fn units() -> [u64; 2] {
	case().build().execute_with(|| {
		let id = propose(freeze(None));
		assert_ok!(Shares::appeal_order(signed(ANNA_KEY), id, DIGEST));
		[deposit(HoldReason::Order, AGENT), deposit(HoldReason::Appeal, ANNA_KEY)]
	})
}

/// Whether the step goes ahead, on the chain.
fn execute(step: &Step) -> bool {
	let id = |order: usize| OrderId::try_from(order).unwrap();
	let body = |by: Option<AccountId>| by.map_or_else(root, signed);
	frame_support::storage::with_storage_layer(|| match *step {
		Step::Propose { kind, of, amount, on, by } => {
			let investor = if of { ANNA } else { BENO };
			let sure = amount.unwrap_or(0);
			let action = match kind {
				OrderKind::Freeze => Action::Freeze { asset: ASSET, investor, amount },
				OrderKind::EmergencyFreeze => {
					Action::EmergencyFreeze { asset: ASSET, investor, amount }
				},
				OrderKind::Release => Action::Release { order: id(on), amount },
				OrderKind::ForcedTransfer => Action::ForcedTransfer {
					asset: ASSET,
					from: investor,
					to: CARA_KEY,
					amount: sure,
				},
				OrderKind::Cancellation => {
					Action::Cancellation { asset: ASSET, from: investor, amount: sure }
				},
				OrderKind::Suspension => Action::Suspension { asset: ASSET },
				OrderKind::Recovery => Action::Recovery { investor, account: NEW_KEY },
				OrderKind::Resumption => Action::Resumption { order: id(on) },
			};
			Shares::propose_order(signed(by), action, Ground::Other, DIGEST)
		},
		Step::Approve { order, by } => Shares::approve_order(body(by), id(order)),
		Step::Accept { order } => Shares::accept_recovery(signed(NEW_KEY), id(order)),
		Step::Execute { order } => Shares::execute_order(signed(STRANGER), id(order))
			.map(|_| ())
			.map_err(|refused| refused.error),
		Step::Appeal { order, by } => Shares::appeal_order(signed(by), id(order), DIGEST),
		Step::Decide { order, upheld } => Shares::decide_appeal(root(), id(order), upheld, DIGEST),
		Step::Withdraw { order, by } => Shares::withdraw_order(signed(by), id(order)),
		Step::Annul { order, by } => Shares::annul_order(body(by), id(order), DIGEST),
		Step::Prune { order } => Shares::prune_order(signed(STRANGER), id(order)),
		Step::Transfer { by, to, amount } => Shares::transfer(signed(by), ASSET, to, amount)
			.map(|_| ())
			.map_err(|refused| refused.error),
		Step::Redeem { by, amount } => {
			Shares::redeem(signed(by), ASSET, amount).map(|_| ()).map_err(|refused| refused.error)
		},
		Step::Wait { seconds } => {
			after(seconds);
			Ok(())
		},
	})
	.is_ok()
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases(1_000, 24)))]

	#[test]
	fn histories_agree_with_the_model(stretches in prop::collection::vec(stretch(), 100)) {
		let units = units();
		case().build_and_execute(|| {
			let mut model = Model {
				units,
				now: Now::get(),
				owned: [(ANNA, 100), (BENO, 50)].into(),
				keys: Keys::get().into_iter().filter(|(_, of)| *of != DINO).collect(),
				orders: Vec::new(),
			};
			for step in stretches.into_iter().flatten() {
				let step = &step.placed(model.orders.len());
				assert_eq!(execute(step), model.apply(step), "{step:?}");
				assert_ok!(Shares::do_try_state());
				model.check();
			}
		});
	}
}
