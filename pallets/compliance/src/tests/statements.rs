// SPDX-License-Identifier: Apache-2.0

//! What a signed statement is good for, and all that it is not: a table of every way to submit one
//! where, when and for whom it was not made.

use super::admit_by_statement::with_signer;
use crate::{mock::*, statements::payload, *};
use cadastre_primitives::{Claims, Flags, Rights};
use frame_support::{
	assert_noop, assert_ok,
	storage::{with_transaction, TransactionOutcome},
};
use sp_core::{ecdsa, H256, U256};
use sp_runtime::{DispatchError, MultiSignature};
use std::collections::BTreeMap;

/// When the bars were raised, and now.
const BAR: u64 = START + 100;
const NOW: u64 = START + 200;

fn each<const N: usize, T: Copy>(values: [T; N], mut then: impl FnMut(T)) {
	for value in values {
		then(value);
	}
}

/// One statement, as it was made.
#[derive(Clone, Copy, Debug)]
struct Made {
	admission: bool,
	subject_is_caller: bool,
	right_chain: bool,
	slot: u8,
	epoch: u8,
	issued_at: u64,
	expires_at: u64,
	claims: Claims,
	scheme: Scheme,
	right_signer: bool,
}

impl Made {
	fn bytes(&self) -> Vec<u8> {
		let genesis =
			if self.right_chain { System::block_hash(0) } else { H256::repeat_byte(0xEE) };
		let subject = match (self.admission, self.subject_is_caller) {
			(true, true) => Subject::Account(DAVE),
			(true, false) => Subject::Account(CAROL),
			(false, true) => Subject::Investor(0),
			(false, false) => Subject::Investor(1),
		};
		let Self { claims, issued_at, expires_at, .. } = *self;
		let statement = Statement { claims, issued_at, expires_at };
		payload(&genesis, self.slot, self.epoch, &subject, &statement)
	}

	fn statement(&self) -> Statement {
		let Self { issued_at, expires_at, .. } = *self;
		Statement { claims: claims(), issued_at, expires_at }
	}

	/// Whether it may be submitted as an admission of Dave, or as a renewal of investor 0.
	fn is_good(&self, as_admission: bool) -> bool {
		self.admission == as_admission
			&& self.subject_is_caller
			&& self.right_chain
			&& (self.slot, self.epoch) == (0, 2)
			&& (BAR + 1..=NOW).contains(&self.issued_at)
			&& self.expires_at > NOW
			&& self.expires_at - self.issued_at <= STATEMENT_PERIOD
			&& self.claims == claims()
			&& self.right_signer
	}
}

/// Slot 0 was given twice; Dave was an investor and was revoked, investor 0 was renewed, both at
/// the bar.
fn set_up() {
	assert_ok!(Compliance::delist_provider(root(), 0));
	assert_ok!(Compliance::dismiss_provider(root(), 0));
	assert_ok!(Compliance::appoint_provider(root(), VERITAS, Terms::WIDEST));
	assert_ok!(Compliance::admit(signed(VERITAS), ALICE, claims()));
	assert_ok!(Compliance::admit(signed(VERITAS), BOB, claims()));
	assert_ok!(Compliance::admit(signed(VERITAS), DAVE, claims()));
	Now::set(BAR);
	assert_ok!(Compliance::renew(signed(VERITAS), 0, claims()));
	assert_ok!(Compliance::revoke(signed(VERITAS), 2));
	Now::set(NOW);
}

#[test]
fn a_statement_counts_for_what_it_was_made_and_for_nothing_else() {
	let (mut tried, mut accepted) = (0, 0);
	with_signer().execute_with(|| {
		set_up();
		let mut signatures = BTreeMap::new();
		let mut one = |made: Made, as_admission: bool| {
			// A key that signs for the other slot, too, and a stranger's.
			let signer = Signer::of(made.scheme, if made.right_signer { 3 } else { 4 });
			let bytes = made.bytes();
			let signature = signatures
				.entry((bytes.clone(), signer.account()))
				.or_insert_with(|| signer.sign(&bytes))
				.clone();
			let done = with_transaction(|| {
				let done = if as_admission {
					Compliance::admit_by_statement(signed(DAVE), 0, made.statement(), signature)
				} else {
					Compliance::renew_by_statement(signed(ALICE), 0, made.statement(), signature)
						.map(|_| ())
						.map_err(|error| error.error)
				};
				TransactionOutcome::Rollback(Ok::<_, DispatchError>(done))
			});
			let good = done.unwrap().is_ok();
			assert_eq!(good, made.is_good(as_admission), "as admission {as_admission}: {made:?}");
			tried += 1;
			accepted += u32::from(good);
		};
		let expiries = |at: u64| [NOW, NOW + 1, at + STATEMENT_PERIOD, at + STATEMENT_PERIOD + 1];
		let other = Claims { flags: Flags::ACCREDITED, ..claims() };
		each([Scheme::Ed25519, Scheme::Sr25519, Scheme::Ecdsa], |scheme| {
			for slot in [0, 1] {
				let account = Some(Signer::of(scheme, 3).account());
				assert_ok!(Compliance::set_signer(root(), slot, account));
			}
			each([true, false], |as_admission| {
				each([true, false], |admission| {
					each([true, false], |subject_is_caller| {
						each([true, false], |right_chain| {
							each([(0, 1), (0, 2), (0, 3), (1, 1), (1, 2)], |(slot, epoch)| {
								each([BAR - 1, BAR, BAR + 1, NOW, NOW + 1], |issued_at| {
									each(expiries(issued_at), |expires_at| {
										each([claims(), other], |claims| {
											each([true, false], |right_signer| {
												let made = Made {
													admission,
													subject_is_caller,
													right_chain,
													slot,
													epoch,
													issued_at,
													expires_at,
													claims,
													scheme,
													right_signer,
												};
												one(made, as_admission);
											});
										});
									});
								});
							});
						});
					});
				});
			});
		});
	});
	assert!(tried >= 10_000, "{tried} combinations");
	// Three schemes, two kinds, two dates of issue, two ends each.
	assert_eq!(accepted, 3 * 2 * 2 * 2);
}

/// The form of an ECDSA signature that other libraries make of the same: s mirrored, v flipped.
fn mirrored(signature: &ecdsa::Signature) -> ecdsa::Signature {
	let order = U256::from_str_radix(
		"fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
		16,
	)
	.unwrap();
	let mut raw: [u8; 65] = signature.0;
	let s = order - U256::from_big_endian(&raw[32..64]);
	raw[32..64].copy_from_slice(&s.to_big_endian());
	raw[64] ^= 1;
	ecdsa::Signature::from_raw(raw)
}

/// ONCHAINID#170: a signature in its other form brought back what had been revoked.
#[test]
fn another_form_of_the_same_signature_brings_nothing_back() {
	with_signer().execute_with(|| {
		let signer = Signer::of(Scheme::Ecdsa, 3);
		assert_ok!(Compliance::set_signer(signed(VERITAS), 0, Some(signer.account())));
		let made = statement();
		let bytes = Compliance::statement_bytes(0, Subject::Account(ALICE), made).unwrap();
		let low = signer.sign(&bytes);
		let MultiSignature::Ecdsa(signature) = &low.signature else { panic!("not ECDSA") };
		let high = Signed { signature: mirrored(signature).into(), ..low.clone() };
		let submit =
			|form: &Signed| Compliance::admit_by_statement(signed(ALICE), 0, made, form.clone());
		// Either form is the provider's, and one of them is enough.
		assert_ok!(with_transaction(|| TransactionOutcome::Rollback(submit(&high))));
		assert_ok!(submit(&low));
		assert_noop!(submit(&high), Error::<Test>::KeyInUse);
		Now::set(START + 1);
		assert_ok!(Compliance::revoke(signed(VERITAS), 0));
		for form in [&low, &high] {
			assert_noop!(submit(form), Error::<Test>::StatementVoid);
		}
	});
}

#[test]
fn whichever_way_an_account_ceases_to_be_a_key_its_admissions_are_void() {
	use cadastre_primitives::traits::Gatekeeper;
	type Way = fn();
	let ways: [Way; 5] = [
		|| {
			Compliance::revoke(signed(VERITAS), 0).unwrap();
		},
		|| {
			Compliance::revoke(root(), 0).unwrap();
		},
		|| {
			Compliance::leave(signed(ALICE)).unwrap();
		},
		|| {
			add_key(ALICE, BOB, Rights::ALL, None);
			assert_ok!(Compliance::remove_key(signed(BOB), ALICE));
		},
		|| {
			<Compliance as Gatekeeper<_>>::recover(0, &CAROL).unwrap();
		},
	];
	for way in ways {
		with_signer().execute_with(|| {
			let submit = |made: Statement| {
				let signature = sign(Subject::Account(ALICE), &made);
				Compliance::admit_by_statement(signed(ALICE), 0, made, signature)
			};
			let (used, spare) = (statement(), Statement { issued_at: START - 1, ..statement() });
			let spare = Statement { expires_at: spare.expires_at - 1, ..spare };
			assert_ok!(submit(used));
			Now::set(START + 50);
			way();
			for made in [used, spare] {
				assert_noop!(submit(made), Error::<Test>::StatementVoid);
			}
			// Once the bar is lowered they have expired.
			Now::set(START + 50 + STATEMENT_PERIOD);
			let bucket = Compliance::bucket(&ALICE);
			assert_ok!(Compliance::lower_bar(signed(BOB), bucket),);
			for made in [used, spare] {
				assert_noop!(submit(made), Error::<Test>::StatementExpired);
			}
			assert_ok!(submit(statement()));
			assert_ok!(Compliance::do_try_state(),);
		});
	}
}

#[test]
fn the_signed_bytes_begin_with_their_domain_and_are_what_the_view_function_says() {
	with_signer().execute_with(|| {
		let subject = Subject::Investor(5);
		let bytes = Compliance::statement_bytes(0, subject.clone(), statement()).unwrap();
		assert!(bytes.starts_with(b"cadastre/statement/1"));
		assert_eq!(bytes, payload(&System::block_hash(0), 0, 1, &subject, &statement()));
		// Domain, genesis, slot, epoch, kind with id, claims, two dates.
		assert_eq!(bytes.len(), 20 + 32 + 1 + 1 + 9 + 24 + 16);
		assert_eq!(Compliance::statement_bytes(2, subject, statement()), None);
	});
}
