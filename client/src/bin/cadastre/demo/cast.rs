// SPDX-License-Identifier: Apache-2.0

//! Who takes part, and the rules that they agree on.

use anyhow::{ensure, Result};
use cadastre_client::{
	pack::{Pack, Rule, Sides},
	verifiers::Standing,
	Account, Client, Error, Signer,
};
use cadastre_primitives::{token::UNIT, Balance, Claims, CountryCode, Flags, Moment, Profession};

/// How many investors there are: four from each country.
pub(super) const INVESTORS: usize = 24;

/// Where they live. The first pack lets in residents of all but the last, the second keeps out
/// those of the third.
pub(super) const COUNTRIES: [CountryCode; 6] = [*b"CH", *b"DE", *b"SG", *b"GB", *b"US", *b"BR"];

/// The classes, of which each country has one, one and two.
const CLASSES: [Class; 4] =
	[Class::Retail, Class::Professional, Class::Institutional, Class::Retail];

/// Whose screening against money laundering is not done yet: the last one from Germany.
const NOT_SCREENED: usize = 7;

const YEAR: Moment = 365 * 24 * 60 * 60;

/// A class of investors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
	Retail,
	Professional,
	Institutional,
}

/// An investor.
#[derive(Debug)]
pub(super) struct Person {
	pub(super) signer: Signer,
	pub(super) country: CountryCode,
	pub(super) class: Class,
	screened: bool,
}

impl Person {
	pub(super) fn account(&self) -> &Account {
		self.signer.account()
	}

	/// Country and class, for people.
	pub(super) fn label(&self) -> String {
		let class = match self.class {
			Class::Retail => "retail",
			Class::Professional => "prof.",
			Class::Institutional => "inst.",
		};
		format!("{} {class}", String::from_utf8_lossy(&self.country))
	}

	/// Whether the rules of a pack let it hold shares, caps aside.
	#[cfg(test)]
	pub(super) fn suits(&self, pack: usize) -> bool {
		let lives = match pack {
			0 => self.country != *b"BR",
			_ => self.country != *b"SG" && self.country != *b"US" && self.class != Class::Retail,
		};
		lives && self.screened
	}

	/// What the provider states of it, from now on for a year.
	pub(super) fn claims(&self, now: Moment) -> Claims {
		let mut flags = Flags::KYC;
		if self.screened {
			flags = flags.with(Flags::AML);
		}
		flags = flags.with(match self.class {
			Class::Retail => Flags::RETAIL,
			Class::Professional => Flags::PROFESSIONAL,
			// Institutions are professional clients in law.
			Class::Institutional => Flags::PROFESSIONAL.with(Flags::INSTITUTIONAL),
		});
		if self.country == *b"US" {
			flags = flags.with(Flags::US_PERSON);
		}
		Claims {
			residence: self.country,
			tax_residence: self.country,
			flags,
			valid_from: now,
			valid_until: now.saturating_add(YEAR),
		}
	}
}

/// The two rule packs: for most homes, and for large ones.
pub(super) fn packs() -> [Pack; 2] {
	let countries = |codes: &[CountryCode]| {
		codes.iter().map(|code| String::from_utf8_lossy(code).into_owned()).collect::<Vec<_>>()
	};
	let screened = Rule::Required { side: Sides::Both, flags: "kyc+aml".to_owned() };
	[
		Pack {
			rules: vec![
				screened.clone(),
				Rule::CountryAllow { side: Sides::Receiver, countries: countries(&COUNTRIES[..5]) },
				Rule::HolderCap { max: 5 },
				Rule::OwnershipCap { max_billionths: 500_000_000 },
			],
		},
		Pack {
			rules: vec![
				screened,
				Rule::Required { side: Sides::Receiver, flags: "professional".to_owned() },
				Rule::Forbidden { side: Sides::Receiver, flags: "us-person".to_owned() },
				Rule::CountryDeny { side: Sides::Both, countries: countries(&[*b"SG"]) },
				Rule::HolderCap { max: 4 },
				Rule::OwnershipCap { max_billionths: 600_000_000 },
			],
		},
	]
}

/// Everybody who takes part.
#[derive(Debug)]
pub(super) struct Cast {
	/// How often the story was told on this chain before: its people are new each time.
	pub(super) telling: u32,
	/// Who pays for it.
	pub(super) banker: Signer,
	/// Enough members of the committee for two thirds.
	pub(super) committee: Vec<Signer>,
	pub(super) provider: Signer,
	pub(super) issuer: Signer,
	/// One of each profession that a home needs: a notary and a surveyor.
	pub(super) verifiers: [Signer; 2],
	/// Who attests to the papers of a company.
	pub(super) lawyer: Signer,
	/// Who proposes orders on the shares of the company, and who approves them.
	pub(super) agent: Signer,
	pub(super) approver: Signer,
	/// Who pays the rents, and whatever anybody may pay for.
	pub(super) tenant: Signer,
	/// Who would like to manage a home.
	pub(super) managers: [Signer; 2],
	/// What an investor gets for a key that is lost.
	pub(super) new_key: Signer,
	pub(super) investors: Vec<Person>,
}

/// Whose secrets everybody knows.
const WELL_KNOWN: [&str; 8] = [
	"//Alice",
	"//Bob",
	"//Charlie",
	"//Dave",
	"//Eve",
	"//Ferdie",
	"//Eve//stash",
	"//Ferdie//stash",
];

impl Cast {
	/// Finds people for a telling: the well-known ones where the chain gave them an office, and new
	/// ones for the rest.
	pub(super) async fn find(client: &Client) -> Result<Self> {
		let view = client.head().await?;
		let well_known =
			WELL_KNOWN.iter().map(|suri| Signer::from_suri(suri)).collect::<Result<Vec<_>, _>>()?;
		let of = |offices: Vec<Account>| {
			let holders = well_known.iter().filter(|signer| offices.contains(signer.account()));
			holders.cloned().collect::<Vec<_>>()
		};
		let committee = view.committee().await?;
		let needed = (committee.len() * 2).div_ceil(3);
		let mut members = of(committee);
		let listed = view.verifiers().await?;
		let with = |profession| {
			let listed = listed
				.iter()
				.filter(|one| one.standing == Standing::Listed && one.profession == profession);
			of(listed.map(|one| one.account.clone()).collect()).into_iter().next()
		};
		let (notary, surveyor) = (with(Profession::Notary), with(Profession::Surveyor));
		let banker = Signer::from_suri("//Alice")?;
		let lawyer = with(Profession::Lawyer);
		let enough = needed > 0 && members.len() >= needed;
		let (Some(notary), Some(surveyor), Some(lawyer), true) = (notary, surveyor, lawyer, enough)
		else {
			return Err(Error::Invalid(
				"the story needs a chain whose committee and verifiers are the well-known \
				 development accounts; start one with `cadastre-node --dev --tmp`"
					.to_owned(),
			)
			.into());
		};
		members.truncate(needed);

		let mut telling = 0;
		let name =
			|telling: u32, role: &str| Signer::from_suri(&format!("//Cadastre//{telling}//{role}"));
		// Funding is the first thing that a telling does. The nonce of a new account says nothing: it
		// does not begin at 0.
		while view.free_balance(name(telling, "Provider")?.account()).await? > 0 {
			telling += 1;
		}
		let investors = (0..INVESTORS)
			.map(|place| {
				Ok(Person {
					signer: name(telling, &format!("Investor//{place}"))?,
					country: COUNTRIES[place / 4],
					class: CLASSES[place % 4],
					screened: place != NOT_SCREENED,
				})
			})
			.collect::<Result<Vec<_>>>()?;
		let cast = Self {
			telling,
			banker,
			committee: members,
			provider: name(telling, "Provider")?,
			issuer: name(telling, "Issuer")?,
			verifiers: [notary, surveyor],
			lawyer,
			agent: name(telling, "TransferAgent")?,
			approver: name(telling, "Approver")?,
			tenant: name(telling, "Tenant")?,
			managers: [name(telling, "Manager//0")?, name(telling, "Manager//1")?],
			new_key: name(telling, "NewKey")?,
			investors,
		};
		let sum: Balance = cast.needs().iter().map(|(_, amount)| amount).sum();
		ensure!(
			view.free_balance(cast.banker.account()).await? > sum,
			"Alice cannot pay for the story any more; start a fresh chain with `cadastre-node --dev \
			 --tmp`"
		);
		Ok(cast)
	}

	/// What each needs for deposits and fees.
	pub(super) fn needs(&self) -> Vec<(Account, Balance)> {
		let mut needs = vec![
			(self.provider.account().clone(), 200 * UNIT),
			(self.issuer.account().clone(), 2_000 * UNIT),
			(self.agent.account().clone(), 20 * UNIT),
			(self.approver.account().clone(), 20 * UNIT),
			(self.new_key.account().clone(), 20 * UNIT),
			(self.tenant.account().clone(), 300 * UNIT),
		];
		needs.extend(self.managers.iter().map(|one| (one.account().clone(), 600 * UNIT)));
		// Who proposes a resolution puts up a bond of 50.
		needs.extend(self.investors.iter().map(|person| (person.account().clone(), 100 * UNIT)));
		needs
	}

	pub(super) fn account(&self, place: usize) -> &Account {
		self.investors[place].account()
	}
}

#[cfg(test)]
pub(super) fn people() -> Vec<Person> {
	(0..INVESTORS)
		.map(|place| Person {
			signer: Signer::from_suri(&format!("//{place}")).unwrap(),
			country: COUNTRIES[place / 4],
			class: CLASSES[place % 4],
			screened: place != NOT_SCREENED,
		})
		.collect()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn the_packs_are_well_formed() {
		for pack in packs() {
			pack.check().unwrap();
		}
	}

	#[test]
	fn each_pack_has_enough_holders_and_keeps_some_out() {
		for pack in [0, 1] {
			let suited = people().iter().filter(|person| person.suits(pack)).count();
			assert!((6..INVESTORS).contains(&suited), "{suited}");
		}
	}

	#[test]
	fn there_are_six_countries_and_three_classes() {
		let people = people();
		for country in COUNTRIES {
			for class in [Class::Retail, Class::Professional, Class::Institutional] {
				assert!(people.iter().any(|p| p.country == country && p.class == class));
			}
		}
	}
}
