// SPDX-License-Identifier: Apache-2.0

//! Rules that are ready to be published as packs, each for one way of offering securities.
//!
//! A pack can only ask what the chain knows: class, country, dates and counters. What the law asks
//! beyond that, such as the wording of an offer or a filing, stays with the issuer. None of this is
//! legal advice; `docs/rule-packs.md` lists the sources and what each pack leaves out.

use crate::rules::{Classes, Rule, RuleSet, Sides, MAX_SETS};
use alloc::{vec, vec::Vec};
use cadastre_primitives::{CountryCode, CountrySet, Flags, MAX_RULES};
use frame_support::{traits::ConstU32, BoundedVec};

/// A day, in seconds.
const DAY: u32 = 86_400;

/// The distribution compliance period of category 2 of Regulation S, in seconds: 40 days
/// (17 CFR 230.903(b)(2)).
pub const CATEGORY_2: u32 = 40 * DAY;

/// The distribution compliance period of equity in category 3 of Regulation S, in seconds: one year
/// for an issuer that does not report (17 CFR 230.903(b)(3)(iii)).
pub const CATEGORY_3: u32 = 365 * DAY;

/// The United States with its territories and possessions (17 CFR 230.902(l)).
const UNITED_STATES: [CountryCode; 7] = [*b"US", *b"AS", *b"GU", *b"MP", *b"PR", *b"UM", *b"VI"];

/// The member states of the European Union, and those of the European Economic Area, to which the
/// Prospectus Regulation extends.
const EUROPEAN_ECONOMIC_AREA: [CountryCode; 30] = [
	*b"AT", *b"BE", *b"BG", *b"CY", *b"CZ", *b"DE", *b"DK", *b"EE", *b"ES", *b"FI", *b"FR", *b"GR",
	*b"HR", *b"HU", *b"IE", *b"IS", *b"IT", *b"LI", *b"LT", *b"LU", *b"LV", *b"MT", *b"NL", *b"NO",
	*b"PL", *b"PT", *b"RO", *b"SE", *b"SI", *b"SK",
];

/// Whoever gives or gets shares has been identified and screened.
const VERIFIED: Rule = Rule::Required { side: Sides::Both, flags: Flags::KYC.with(Flags::AML) };

fn of(rules: Vec<Rule>, sets: Vec<CountrySet>) -> RuleSet {
	RuleSet {
		rules: BoundedVec::<_, ConstU32<MAX_RULES>>::truncate_from(rules),
		sets: BoundedVec::<_, ConstU32<MAX_SETS>>::truncate_from(sets),
	}
}

fn countries(codes: &[CountryCode]) -> CountrySet {
	CountrySet::from_codes(codes.iter().copied()).unwrap_or_default()
}

/// United States, Regulation D, rule 506(c): sold to accredited investors only, who keep the shares
/// for a year, and fewer than 2,000 of them.
///
/// Sources: 17 CFR 230.506(c)(2)(i) and (ii) (purchasers are accredited, and verified to be) with
/// 230.501(a) (who is accredited);
/// 17 CFR 230.502(d) and 230.144(d)(1)(ii) (restricted securities, one year for an issuer that does
/// not report); 15 U.S.C. 78l(g)(1)(A)(i) (registration from 2,000 holders of record on).
pub fn us_reg_d_506c() -> RuleSet {
	of(
		vec![
			VERIFIED,
			Rule::Required { side: Sides::Receiver, flags: Flags::ACCREDITED },
			Rule::LockUp { seconds: 365 * DAY, classes: Classes::ALL, set: None },
			Rule::HolderCap { max: 1_999 },
		],
		vec![],
	)
}

/// Regulation S: no share flows back to a US person, or to a resident of the United States, during
/// the distribution compliance period, which is [`CATEGORY_2`] or [`CATEGORY_3`] seconds long.
///
/// Sources: 17 CFR 230.903(b)(2) and (b)(3)(iii) (the periods); 17 CFR 230.902(k) and (l) (US person, United
/// States).
pub fn reg_s(period: u32) -> RuleSet {
	of(
		vec![VERIFIED, Rule::FlowBack { seconds: period, flags: Flags::US_PERSON, set: Some(0) }],
		vec![countries(&UNITED_STATES)],
	)
}

/// European Union: fewer than 150 holders in each member state who are no qualified investors, and
/// any number of those who are.
///
/// Source: Regulation (EU) 2017/1129, article 1(4)(b) (no prospectus for an offer to fewer than 150
/// persons per member state, other than qualified investors) and article 2(e) (qualified investors:
/// professional clients of directive 2014/65/EU, annex II, sections I and II).
pub fn eu_retail_149() -> RuleSet {
	of(
		vec![
			VERIFIED,
			Rule::CountryHolderCap { max: 149, classes: Classes::NOT_PROFESSIONAL, set: Some(0) },
		],
		vec![countries(&EUROPEAN_ECONOMIC_AREA)],
	)
}

/// Switzerland: residents who are professional clients. A provider states
/// [`Flags::PROFESSIONAL`] of an institutional client, too, who is one of them.
///
/// Sources: Financial Services Act (FinSA, SR 950.1), article 36(1)(a) (no prospectus for an offer to
/// professional clients only), article 4(3) to (5) (professional and institutional clients) and
/// article 5(1) and (2) (wealthy persons who have opted out).
pub fn swiss_professional() -> RuleSet {
	residents(*b"CH", Flags::PROFESSIONAL)
}

/// Singapore: residents who are accredited investors.
///
/// Sources: Securities and Futures Act 2001, section 275(1) and (2) (no prospectus for an offer to
/// accredited investors), section 4A(1)(a) (who is one) and section 276 (resale to such persons only).
pub fn singapore_accredited() -> RuleSet {
	residents(*b"SG", Flags::ACCREDITED)
}

/// Hong Kong: residents who are professional investors.
///
/// Sources: Securities and Futures Ordinance (Cap. 571), section 103(3)(k) (offers to professional
/// investors only) and schedule 1, part 1, section 1 (who is one), with the Securities and Futures
/// (Professional Investor) Rules (Cap. 571D), sections 4 to 7; for shares of a company, the Companies
/// (Winding Up and Miscellaneous Provisions) Ordinance (Cap. 32), schedule 17, part 1, section 1.
pub fn hong_kong_professional() -> RuleSet {
	residents(*b"HK", Flags::PROFESSIONAL)
}

/// Receivers reside in one country and have a flag; whoever has moved away since can still give.
fn residents(country: CountryCode, class: Flags) -> RuleSet {
	of(
		vec![
			VERIFIED,
			Rule::Required { side: Sides::Receiver, flags: class },
			Rule::CountryAllow { side: Sides::Receiver, set: 0 },
		],
		vec![countries(&[country])],
	)
}
