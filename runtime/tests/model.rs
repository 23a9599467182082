// SPDX-License-Identifier: Apache-2.0

//! Random histories of the whole path — admit, issue, transfer, redeem, renew, revoke, block,
//! de-list, change of pack, time — against a plain model that knows nothing of the pallets.
//!
//! After each step the model and the chain must agree on whether the call succeeded, on every
//! balance, supply and number of holders, and every numbered invariant must hold.
//!
//! `CADASTRE_MODEL_CASES` sets the number of histories of [`STEPS`] steps; the default makes
//! 100,000 steps.

#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

use cadastre_primitives::{
	asset::PaperKind, token::UNIT, AssetFacts, AssetId, Balance, BookStatus, Claims, CountryCode,
	CountrySet, Flags, InvestorId, Moment, PackId, Profession, PropertyUse, ShareTerms, Tenure,
};
use cadastre_runtime::{
	AccountId, AssetRegistry, Balances, Compliance, Runtime, RuntimeOrigin, Shares, System,
};
use frame_support::{assert_ok, traits::fungible::Mutate};
use pallet_compliance::rules::{Rule, RuleSet, Sides};
use proptest::prelude::*;
use sp_core::H256;
use sp_runtime::Perbill;
use std::collections::BTreeMap;

const STEPS: usize = 200;
const CASES: u32 = 500;

const START: Moment = 1_800_000_000;
const HOME: AssetFacts = AssetFacts::RealEstate {
	usage: PropertyUse::Residential,
	area: 120,
	built: Some(1_925),
	tenure: Tenure::Freehold,
};
const ACCOUNTS: u8 = 8;
const PROVIDERS: u8 = 2;
const ASSETS: AssetId = 2;
const AUTHORISED: Balance = 1_000;
const COUNTRIES: [CountryCode; 4] = [*b"CH", *b"DE", *b"SG", *b"US"];
const CLASSES: [Flags; 4] = [
	Flags(1),      // identity verified
	Flags(1 | 4),  // … and retail
	Flags(1 | 16), // … and professional
	Flags(64),     // politically exposed, not verified
];

#[derive(Clone, Debug)]
enum Op {
	Admit { provider: u8, account: u8, country: u8, class: u8, delay: u8, lifetime: u16 },
	Renew { provider: u8, investor: u8, country: u8, class: u8, lifetime: u16 },
	Revoke { investor: u8 },
	Block { investor: u8, blocked: bool },
	List { provider: u8, listed: bool },
	Issue { asset: u8, to: u8, amount: u16 },
	Transfer { asset: u8, from: u8, to: u8, amount: u16 },
	Redeem { asset: u8, from: u8, amount: u16 },
	SetPack { asset: u8, pack: u8 },
	Suspend { asset: u8, suspended: bool },
	Pass { seconds: u8 },
}

fn op() -> impl Strategy<Value = Op> {
	let (account, asset, pack) = (0..ACCOUNTS, 0..ASSETS as u8, 0..3_u8);
	let (country, class, amount) = (0..4_u8, 0..4_u8, 0..400_u16);
	prop_oneof![
		4 => (0..PROVIDERS, account.clone(), country.clone(), class.clone(), 0..3_u8, 1..600_u16)
			.prop_map(|(provider, account, country, class, delay, lifetime)| Op::Admit {
				provider, account, country, class, delay, lifetime
			}),
		2 => (0..PROVIDERS, 0..12_u8, country, class, 1..600_u16).prop_map(
			|(provider, investor, country, class, lifetime)| Op::Renew {
				provider, investor, country, class, lifetime
			}
		),
		1 => (0..12_u8).prop_map(|investor| Op::Revoke { investor }),
		1 => (0..12_u8, any::<bool>()).prop_map(|(investor, blocked)| Op::Block {
			investor, blocked
		}),
		1 => (0..PROVIDERS, any::<bool>()).prop_map(|(provider, listed)| Op::List {
			provider, listed
		}),
		6 => (asset.clone(), account.clone(), amount.clone())
			.prop_map(|(asset, to, amount)| Op::Issue { asset, to, amount }),
		12 => (asset.clone(), account.clone(), account.clone(), amount.clone())
			.prop_map(|(asset, from, to, amount)| Op::Transfer { asset, from, to, amount }),
		3 => (asset.clone(), account, amount)
			.prop_map(|(asset, from, amount)| Op::Redeem { asset, from, amount }),
		2 => (asset.clone(), pack).prop_map(|(asset, pack)| Op::SetPack { asset, pack }),
		1 => (asset, any::<bool>()).prop_map(|(asset, suspended)| Op::Suspend {
			asset, suspended
		}),
		2 => (0..60_u8).prop_map(|seconds| Op::Pass { seconds }),
	]
}

/// What the model knows of an investor. The rules below read it, never the chain.
#[derive(Clone, Debug)]
struct Investor {
	account: u8,
	provider: u8,
	country: CountryCode,
	flags: u32,
	from: Moment,
	until: Moment,
	blocked: bool,
}

#[derive(Debug)]
struct Asset {
	pack: u8,
	suspended: bool,
	positions: BTreeMap<InvestorId, Balance>,
}

impl Asset {
	fn supply(&self) -> Balance {
		self.positions.values().sum()
	}

	fn of(&self, investor: InvestorId) -> Balance {
		self.positions.get(&investor).copied().unwrap_or(0)
	}
}

#[derive(Debug)]
struct Model {
	now: Moment,
	listed: [bool; PROVIDERS as usize],
	investors: BTreeMap<InvestorId, Investor>,
	next_investor: InvestorId,
	assets: Vec<Asset>,
}

impl Model {
	fn new() -> Self {
		let asset = |pack| Asset { pack, suspended: false, positions: BTreeMap::new() };
		Self {
			now: START,
			listed: [true; PROVIDERS as usize],
			investors: BTreeMap::new(),
			next_investor: 0,
			assets: (0..ASSETS).map(|asset_id| asset(asset_id as u8)).collect(),
		}
	}

	fn by_account(&self, account: u8) -> Option<(InvestorId, &Investor)> {
		self.investors
			.iter()
			.find(|(_, investor)| investor.account == account)
			.map(|(id, investor)| (*id, investor))
	}

	/// In good standing: not blocked, stated by a listed provider, and now within its dates.
	fn stands(&self, investor: &Investor) -> bool {
		!investor.blocked
			&& self.listed[investor.provider as usize]
			&& investor.from <= self.now
			&& self.now < investor.until
	}

	/// The rules of the packs of [`packs`], written down a second time in plain words.
	fn pack_allows(
		&self,
		asset: &Asset,
		from: Option<(InvestorId, &Investor)>,
		to: (InvestorId, &Investor),
		amount: Balance,
	) -> bool {
		let everybody = || from.iter().map(|(_, investor)| *investor).chain([to.1]);
		match asset.pack {
			0 => {
				let leaves = from.is_some_and(|(id, _)| asset.of(id) == amount);
				let joins = asset.of(to.0) == 0;
				let after = asset.positions.len() + usize::from(joins) - usize::from(leaves);
				let verified = everybody().all(|investor| investor.flags & 1 != 0);
				let room = after <= asset.positions.len() || after <= 3;
				verified && room
			},
			1 => {
				let whole = if from.is_some() { asset.supply() } else { AUTHORISED };
				let welcome = [*b"CH", *b"DE"].contains(&to.1.country);
				welcome && asset.of(to.0) + amount <= whole * 2 / 5
			},
			_ => everybody().all(|investor| investor.flags & 64 == 0 && investor.country != *b"US"),
		}
	}

	/// Applies an operation. Answers whether it should have succeeded.
	fn apply(&mut self, op: &Op) -> bool {
		match *op {
			Op::Admit { provider, account, country, class, delay, lifetime } => {
				let free = self.by_account(account).is_none();
				let from = self.now + Moment::from(delay);
				let until = self.now + Moment::from(lifetime);
				if !free || !self.listed[provider as usize] || until <= from {
					return false;
				}
				let investor = Investor {
					account,
					provider,
					country: COUNTRIES[country as usize],
					flags: CLASSES[class as usize].0,
					from,
					until,
					blocked: false,
				};
				self.investors.insert(self.next_investor, investor);
				self.next_investor += 1;
				true
			},
			Op::Renew { provider, investor, country, class, lifetime } => {
				let (now, listed) = (self.now, self.listed[provider as usize]);
				let Some(record) = self.investors.get_mut(&InvestorId::from(investor)) else {
					return false;
				};
				if record.provider != provider || !listed {
					return false;
				}
				record.country = COUNTRIES[country as usize];
				record.flags = CLASSES[class as usize].0;
				record.from = now;
				record.until = now + Moment::from(lifetime);
				true
			},
			Op::Revoke { investor } => self.investors.remove(&InvestorId::from(investor)).is_some(),
			Op::Block { investor, blocked } => {
				match self.investors.get_mut(&InvestorId::from(investor)) {
					Some(record) if record.blocked != blocked => {
						record.blocked = blocked;
						true
					},
					_ => false,
				}
			},
			Op::List { provider, listed } => {
				let old = self.listed[provider as usize];
				self.listed[provider as usize] = listed;
				old != listed
			},
			Op::Issue { asset, to, amount } => {
				let (amount, book) = (Balance::from(amount), &self.assets[asset as usize]);
				let Some((id, investor)) = self.by_account(to) else { return false };
				let allowed = amount > 0
					&& !book.suspended
					&& book.supply() + amount <= AUTHORISED
					&& self.stands(investor)
					&& self.pack_allows(book, None, (id, investor), amount);
				if allowed {
					*self.assets[asset as usize].positions.entry(id).or_default() += amount;
				}
				allowed
			},
			Op::Transfer { asset, from, to, amount } => {
				let (amount, book) = (Balance::from(amount), &self.assets[asset as usize]);
				let Some((giver_id, giver)) = self.by_account(from) else { return false };
				let Some((taker_id, taker)) = self.by_account(to) else { return false };
				let allowed = amount > 0
					&& giver_id != taker_id
					&& !book.suspended
					&& book.of(giver_id) >= amount
					&& self.stands(giver)
					&& self.stands(taker)
					&& self.pack_allows(book, Some((giver_id, giver)), (taker_id, taker), amount);
				if allowed {
					let positions = &mut self.assets[asset as usize].positions;
					take(positions, giver_id, amount);
					*positions.entry(taker_id).or_default() += amount;
				}
				allowed
			},
			Op::Redeem { asset, from, amount } => {
				let (amount, book) = (Balance::from(amount), &self.assets[asset as usize]);
				let Some((id, investor)) = self.by_account(from) else { return false };
				let allowed =
					amount > 0 && !book.suspended && !investor.blocked && book.of(id) >= amount;
				if allowed {
					take(&mut self.assets[asset as usize].positions, id, amount);
				}
				allowed
			},
			Op::SetPack { asset, pack } => {
				let old = self.assets[asset as usize].pack;
				self.assets[asset as usize].pack = pack;
				old != pack
			},
			Op::Suspend { asset, suspended } => {
				let old = self.assets[asset as usize].suspended;
				self.assets[asset as usize].suspended = suspended;
				old != suspended
			},
			Op::Pass { seconds } => {
				self.now += Moment::from(seconds);
				true
			},
		}
	}
}

fn take(positions: &mut BTreeMap<InvestorId, Balance>, id: InvestorId, amount: Balance) {
	let left = positions[&id] - amount;
	if left == 0 {
		positions.remove(&id);
	} else {
		positions.insert(id, left);
	}
}

fn packs() -> [RuleSet; 3] {
	let pack = |rules: Vec<Rule>, sets: Vec<CountrySet>| RuleSet {
		rules: rules.try_into().unwrap(),
		sets: sets.try_into().unwrap(),
	};
	[
		pack(
			vec![
				Rule::Required { side: Sides::Both, flags: Flags::KYC },
				Rule::HolderCap { max: 3 },
			],
			vec![],
		),
		pack(
			vec![
				Rule::CountryAllow { side: Sides::Receiver, set: 0 },
				Rule::OwnershipCap { max: Perbill::from_percent(40) },
			],
			vec![CountrySet::from_codes([*b"CH", *b"DE"]).unwrap()],
		),
		pack(
			vec![
				Rule::Forbidden { side: Sides::Both, flags: Flags::PEP },
				Rule::CountryDeny { side: Sides::Both, set: 0 },
			],
			vec![CountrySet::from_codes([*b"US"]).unwrap()],
		),
	]
}

fn account(of: u8, number: u8) -> AccountId {
	AccountId::from([of * 16 + number + 1; 32])
}

fn investor_account(number: u8) -> AccountId {
	account(0, number)
}

fn provider_account(number: u8) -> AccountId {
	account(2, number)
}

fn issuer() -> AccountId {
	account(3, 0)
}

/// Those whose word the registry wants for a home.
fn verifiers() -> [(AccountId, Profession); 2] {
	[(account(3, 1), Profession::Notary), (account(3, 2), Profession::Surveyor)]
}

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

fn set_time(now: Moment) {
	pallet_timestamp::Now::<Runtime>::put(now * 1_000);
}

/// Two providers, three packs, two active assets: through the calls that users make.
fn set_up() {
	System::set_block_number(1);
	set_time(START);
	for who in core::iter::once(issuer())
		.chain((0..PROVIDERS).map(provider_account))
		.chain((0..ACCOUNTS).map(investor_account))
	{
		assert_ok!(Balances::mint_into(&who, 1_000_000 * UNIT));
	}
	for provider in 0..PROVIDERS {
		let who = provider_account(provider);
		assert_ok!(Compliance::appoint_provider(
			RuntimeOrigin::root(),
			who,
			pallet_compliance::Terms::WIDEST
		));
	}
	for rules in packs() {
		assert_ok!(Compliance::publish_pack(signed(issuer()), rules));
	}
	for (who, profession) in verifiers() {
		assert_ok!(Balances::mint_into(&who, 1_000_000 * UNIT));
		assert_ok!(AssetRegistry::apply_as_verifier(signed(who.clone()), profession));
		assert_ok!(AssetRegistry::approve_verifier(RuntimeOrigin::root(), who));
	}
	for asset in 0..ASSETS {
		assert_ok!(AssetRegistry::register(
			signed(issuer()),
			HOME,
			b"Home".to_vec().try_into().unwrap(),
			Some(*b"US"),
			asset,
			ShareTerms { authorised: AUTHORISED, units_per_share: 1, class_of: None },
		));
		assert_ok!(AssetRegistry::file_paper(
			signed(issuer()),
			asset,
			PaperKind::Title,
			H256::repeat_byte(1),
			START - 1,
			None,
		));
		for (who, _) in verifiers() {
			assert_ok!(AssetRegistry::verify(signed(who), asset, 1, HOME.digest()));
		}
		assert_ok!(AssetRegistry::activate(signed(issuer()), asset));
	}
}

fn claims(country: u8, class: u8, valid_from: Moment, valid_until: Moment) -> Claims {
	let residence = COUNTRIES[country as usize];
	let flags = CLASSES[class as usize];
	Claims { residence, tax_residence: residence, flags, valid_from, valid_until }
}

/// Executes an operation on the chain. Answers whether it succeeded.
fn execute(op: &Op, now: Moment) -> bool {
	let root = RuntimeOrigin::root;
	match *op {
		Op::Admit { provider, account, country, class, delay, lifetime } => Compliance::admit(
			signed(provider_account(provider)),
			investor_account(account),
			claims(country, class, now + Moment::from(delay), now + Moment::from(lifetime)),
		)
		.is_ok(),
		Op::Renew { provider, investor, country, class, lifetime } => Compliance::renew(
			signed(provider_account(provider)),
			investor.into(),
			claims(country, class, now, now + Moment::from(lifetime)),
		)
		.is_ok(),
		Op::Revoke { investor } => Compliance::revoke(root(), investor.into()).is_ok(),
		Op::Block { investor, blocked: true } => Compliance::block(root(), investor.into()).is_ok(),
		Op::Block { investor, blocked: false } => {
			Compliance::unblock(root(), investor.into()).is_ok()
		},
		Op::List { provider, listed: true } => {
			Compliance::relist_provider(root(), provider).is_ok()
		},
		Op::List { provider, listed: false } => {
			Compliance::delist_provider(root(), provider).is_ok()
		},
		Op::Issue { asset, to, amount } => {
			let (asset, to, amount) = (asset.into(), investor_account(to), amount.into());
			let report = Shares::issue_report(asset, to.clone(), amount);
			let result = Shares::issue(signed(issuer()), asset, to, amount);
			assert_eq!(report.is_empty(), result.is_ok(), "{report:?} but {result:?}");
			result.is_ok()
		},
		Op::Transfer { asset, from, to, amount } => {
			let (asset, amount) = (asset.into(), amount.into());
			let (from, to) = (investor_account(from), investor_account(to));
			let report = Shares::transfer_report(asset, from.clone(), to.clone(), amount);
			let result = Shares::transfer(signed(from), asset, to, amount);
			assert_eq!(report.is_empty(), result.is_ok(), "{report:?} but {result:?}");
			result.is_ok()
		},
		Op::Redeem { asset, from, amount } => {
			Shares::redeem(signed(investor_account(from)), asset.into(), amount.into()).is_ok()
		},
		Op::SetPack { asset, pack } => {
			Shares::set_pack(signed(issuer()), asset.into(), PackId::from(pack)).is_ok()
		},
		Op::Suspend { asset, suspended: true } => {
			AssetRegistry::suspend(root(), asset.into(), H256::repeat_byte(2)).is_ok()
		},
		Op::Suspend { asset, suspended: false } => {
			AssetRegistry::resume(root(), asset.into()).is_ok()
		},
		Op::Pass { seconds } => {
			set_time(now + Moment::from(seconds));
			true
		},
	}
}

fn compare(model: &Model) {
	for (asset, expected) in (0..ASSETS).zip(&model.assets) {
		let book = Shares::book(asset).expect("the asset has a book");
		assert_eq!(book.supply, expected.supply());
		assert_eq!(book.holders as usize, expected.positions.len());
		assert_eq!(book.status == BookStatus::Suspended, expected.suspended);
		for investor in 0..model.next_investor {
			assert_eq!(Shares::balance(asset, investor), expected.of(investor));
		}
		let holders: BTreeMap<_, _> = Shares::holders(asset, None, 1_000).into_iter().collect();
		assert_eq!(holders, expected.positions);
	}
	for number in 0..ACCOUNTS {
		let found = Compliance::key(investor_account(number)).map(|key| key.investor);
		assert_eq!(found, model.by_account(number).map(|(id, _)| id));
	}
	Compliance::do_try_state().unwrap();
	Shares::do_try_state().unwrap();
	AssetRegistry::do_try_state().unwrap();
}

fn cases() -> u32 {
	std::env::var("CADASTRE_MODEL_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES)
}

proptest! {
	#![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

	#[test]
	fn the_chain_agrees_with_the_model(ops in prop::collection::vec(op(), STEPS)) {
		sp_io::TestExternalities::default().execute_with(|| {
			set_up();
			let mut model = Model::new();
			for op in &ops {
				let now = model.now;
				let expected = model.apply(op);
				let succeeded = execute(op, now);
				prop_assert_eq!(expected, succeeded, "{:?}", op);
				compare(&model);
			}
			Ok(())
		})?;
	}
}
