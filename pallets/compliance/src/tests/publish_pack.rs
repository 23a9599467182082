// SPDX-License-Identifier: Apache-2.0

use crate::{mock::*, *};
use cadastre_primitives::{Flags, MAX_RULES};
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{ArithmeticError, Perbill, TokenError};

#[test]
fn is_in_force_at_once() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Compliance::publish_pack(signed(AUTHOR), kyc()));
		let pack =
			Pack { version: 1, effective_at: START, upcoming_at: None, exempted: 0, rules: kyc() };
		assert_eq!(Compliance::pack(0), Some(pack));
		let digest = sp_io::hashing::blake2_256(&kyc().encode()).into();
		let record = PackRecords::<Test>::get(0).unwrap();
		assert_eq!((record.author, record.digest, record.followers), (AUTHOR, digest, 0));
		assert_eq!(events(), vec![Event::PackPublished { pack: 0, author: AUTHOR, digest }]);
		assert!(held(AUTHOR, HoldReason::RulePack) > 0);
		assert_eq!(NextPackId::<Test>::get(), 1);
	});
}

#[test]
fn fails_for_a_pack_that_asks_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		for bad in [
			RuleSet::default(),
			rules(&[], &[set(&[*b"CH"])]),
			rules(&[Rule::Required { side: Sides::Both, flags: Flags(0) }], &[]),
			rules(&[Rule::Forbidden { side: Sides::Sender, flags: Flags(0) }], &[]),
		] {
			assert_noop!(Compliance::publish_pack(signed(AUTHOR), bad), Error::<Test>::EmptyPack);
		}
	});
}

#[test]
fn fails_for_a_set_that_is_not_there() {
	ExtBuilder::default().build_and_execute(|| {
		let side = Sides::Receiver;
		for rule in [Rule::CountryAllow { side, set: 1 }, Rule::CountryDeny { side, set: 1 }] {
			let sets = [set(&[*b"CH"]), set(&[*b"DE"])];
			assert_noop!(
				Compliance::publish_pack(signed(AUTHOR), rules(&[rule], &sets[..1])),
				Error::<Test>::UnknownSet
			);
			assert_ok!(Compliance::publish_pack(signed(AUTHOR), rules(&[rule], &sets)));
		}
	});
}

#[test]
fn fails_for_an_author_who_cannot_pay() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Compliance::publish_pack(signed(PAUPER), kyc()), TokenError::FundsUnavailable);
	});
}

#[test]
fn fails_when_ids_are_used_up() {
	ExtBuilder::default().build_and_execute(|| {
		NextPackId::<Test>::put(u32::MAX);
		assert_noop!(Compliance::publish_pack(signed(AUTHOR), kyc()), ArithmeticError::Overflow);
	});
}

#[test]
fn values_of_the_hot_path_keep_to_their_size() {
	assert!(Pack::max_encoded_len() <= 512, "{}", Pack::max_encoded_len());
	assert!(Rule::max_encoded_len() <= 11, "{}", Rule::max_encoded_len());
	assert!(Standing::max_encoded_len() <= 64, "{}", Standing::max_encoded_len());
}

#[test]
fn what_is_no_rule_does_not_decode() {
	assert!(Rule::decode(&mut &[17_u8, 0, 0, 0, 0, 0][..]).is_err());
	let cap = |part: u32| (5_u8, part).encode();
	let whole = Rule::OwnershipCap { max: Perbill::one() };
	assert_eq!(Rule::decode(&mut &cap(1_000_000_000)[..]).ok(), Some(whole));
	assert!(Rule::decode(&mut &cap(1_000_000_001)[..]).is_err());
	let side = Sides::Both;
	let many = vec![Rule::CountryAllow { side, set: 0 }; MAX_RULES as usize + 1];
	assert!(RuleSet::decode(&mut &(many, vec![set(&[])]).encode()[..]).is_err());
}
