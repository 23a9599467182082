// SPDX-License-Identifier: Apache-2.0

//! The invariants of the README, checked over the whole state.

use crate::{packs::digest, *};
use cadastre_primitives::{Balance, MAX_PROVIDERS};
use frame_support::{ensure, traits::Get};
use sp_runtime::TryRuntimeError;

type Check = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
	/// Checks every invariant.
	///
	/// # Errors
	/// The first that does not hold.
	pub fn do_try_state() -> Check {
		Self::try_keys()?;
		Self::try_investors()?;
		Self::try_residences()?;
		Self::try_providers()?;
		Self::try_packs()?;
		Self::try_exemptions()?;
		Self::try_offers()?;
		Self::try_statements()?;
		Self::try_denials()?;
		Self::try_cohorts()
	}

	fn try_keys() -> Check {
		for (account, key) in Keys::<T>::iter() {
			let listed = Investors::<T>::get(key.investor)
				.is_some_and(|record| record.keys.iter().any(|entry| entry.account == account));
			ensure!(listed, "INV-C1: a key is not listed by its investor");
			ensure!(
				!ProviderOf::<T>::contains_key(&account),
				"INV-C11: a provider's account is a key"
			);
		}
		Ok(())
	}

	fn try_investors() -> Check {
		let standing = ProviderStatus::<T>::get();
		for (investor, record) in Investors::<T>::iter() {
			ensure!(
				investor < NextInvestorId::<T>::get(),
				"INV-C5: an investor's id is not below the next one"
			);
			let number = u32::try_from(record.keys.len()).unwrap_or(u32::MAX);
			ensure!(
				number >= 1 && number <= T::MaxKeys::get(),
				"INV-C9: an investor has no key, or too many"
			);
			let word = Self::word(&record)
				.map_err(|_| TryRuntimeError::Other("INV-C1: a listed key does not exist"))?;
			for (position, entry) in record.keys.iter().enumerate() {
				let key = Keys::<T>::get(&entry.account)
					.filter(|key| key.investor == investor)
					.ok_or("INV-C1: a listed key does not exist or is another investor's")?;
				ensure!(
					key.expires_at == entry.expires_at,
					"INV-C1: the end of a key is not the one that is listed"
				);
				let mut later = record.keys.iter().skip(position.saturating_add(1));
				ensure!(
					!later.any(|other| other.account == entry.account),
					"INV-C1: an investor lists a key twice"
				);
				ensure!(key.eligibility == word, "INV-C2: keys of an investor differ in the word");
			}
			ensure!(
				Self::keeps_a_manager(&record),
				"INV-C9: an investor has no lasting key that manages keys"
			);
			let epoch = standing.epoch(record.provider).unwrap_or(0);
			ensure!(
				word.provider == record.provider && word.epoch >= 1 && word.epoch <= epoch,
				"INV-C3: a word names another provider, or an epoch that has not been"
			);
			if let Some(offered) = &record.offer {
				let known =
					KeyOffers::<T>::get(offered).is_some_and(|offer| offer.investor == investor);
				ensure!(known, "INV-C10: an investor names an offer that is not there");
			}
		}
		Ok(())
	}

	fn try_residences() -> Check {
		for (investor, former) in FormerTaxResidences::<T>::iter() {
			ensure!(
				Investors::<T>::contains_key(investor) && !former.kept.is_empty(),
				"INV-C40: former residences of no investor, or none"
			);
			ensure!(
				former.dropped_until.is_none() || former.kept.is_full(),
				"INV-C41: a former residence was dropped though there was room"
			);
			let mut since = former.dropped_until;
			for residence in &former.kept {
				ensure!(
					since.is_none_or(|since| since < residence.until)
						&& residence.until <= Self::now(),
					"INV-C41: a former residence lasted for nothing, or into the future"
				);
				since = Some(residence.until);
			}
		}
		Ok(())
	}

	fn try_providers() -> Check {
		let standing = ProviderStatus::<T>::get();
		ensure!(standing.listed & !standing.appointed == 0, "INV-C4: a free slot is listed");
		for slot in 0..MAX_PROVIDERS {
			let provider = Providers::<T>::get(slot);
			ensure!(
				standing.is_appointed(slot) == provider.is_some(),
				"INV-C4: the status and the providers do not agree"
			);
			if let Some(provider) = provider {
				ensure!(
					ProviderOf::<T>::get(&provider.account)
						.is_some_and(|mandate| mandate.provider == slot),
					"INV-C4: a provider's account does not lead to its slot"
				);
				ensure!(standing.epoch(slot) > Some(0), "INV-C4: a taken slot has no epoch");
			}
		}
		ensure!(
			Providers::<T>::iter_keys().count() == ProviderOf::<T>::iter_keys().count()
				&& Providers::<T>::iter_keys().all(|slot| slot < MAX_PROVIDERS),
			"INV-C4: an account leads to a slot that is not its own"
		);
		Ok(())
	}

	fn try_packs() -> Check {
		for (pack, enacted) in Packs::<T>::iter() {
			ensure!(pack < NextPackId::<T>::get(), "INV-C5: a pack's id is not below the next one");
			ensure!(enacted.rules.defect().is_none(), "INV-C8: a pack has a broken rule");
			let record = PackRecords::<T>::get(pack).ok_or("INV-C7: a pack has no record")?;
			ensure!(
				record.digest == digest(&enacted.rules),
				"INV-C7: the digest of a pack is not that of its rules"
			);
			let upcoming = UpcomingPacks::<T>::get(pack);
			ensure!(
				upcoming.as_ref().map(|upcoming| upcoming.effective_at) == enacted.upcoming_at,
				"INV-C6: a pack and its upcoming version do not agree on the date"
			);
			if let Some(upcoming) = upcoming {
				ensure!(
					Some(upcoming.version) == enacted.version.checked_add(1)
						&& upcoming.upcoming_at.is_none(),
					"INV-C6: an upcoming version does not follow the enacted one"
				);
				ensure!(upcoming.rules.defect().is_none(), "INV-C8: a pack has a broken rule");
			}
		}
		ensure!(
			UpcomingPacks::<T>::iter_keys().all(Packs::<T>::contains_key),
			"INV-C6: an upcoming version has no pack"
		);
		ensure!(
			PackRecords::<T>::iter_keys().all(Packs::<T>::contains_key),
			"INV-C7: a record has no pack"
		);
		Ok(())
	}

	fn try_exemptions() -> Check {
		for ((pack, investor, version), exemption) in Exemptions::<T>::iter() {
			ensure!(
				pack < NextPackId::<T>::get() && investor < NextInvestorId::<T>::get(),
				"INV-C12: an exemption names a pack or an investor that has not been"
			);
			let current = UpcomingPacks::<T>::get(pack).or_else(|| Packs::<T>::get(pack));
			ensure!(
				version >= 1 && current.is_none_or(|current| version <= current.version),
				"INV-C12: an exemption names a version that has not been"
			);
			ensure!(exemption.rules != 0, "INV-C12: an exemption is from nothing");
			let bound = Self::stored_version(pack, version)
				.filter(|stored| digest(&stored.rules) == exemption.digest);
			ensure!(
				bound.is_none_or(|stored| exemption.rules & !stored.rules.exemptible() == 0),
				"INV-C12: an exemption is from a rule that cannot be lifted"
			);
		}
		for pack in Packs::<T>::iter_keys() {
			for stored in Packs::<T>::get(pack).into_iter().chain(UpcomingPacks::<T>::get(pack)) {
				let counted = Exemptions::<T>::iter_key_prefix((pack,))
					.filter(|(_, version)| *version == stored.version)
					.count();
				ensure!(
					usize::try_from(stored.exempted) == Ok(counted),
					"INV-C13: a version does not count the exemptions stored under it"
				);
			}
		}
		Ok(())
	}

	fn try_offers() -> Check {
		for (account, offer) in KeyOffers::<T>::iter() {
			let named = Investors::<T>::get(offer.investor)
				.is_some_and(|record| record.offer.as_ref() == Some(&account));
			ensure!(named, "INV-C10: an offer is not named by its investor");
		}
		Ok(())
	}

	fn try_statements() -> Check {
		let (now, standing) = (Self::now(), ProviderStatus::<T>::get());
		ensure!(
			standing.suspended & !standing.appointed == 0,
			"INV-C30: a free slot is marked as suspended"
		);
		for slot in 0..=u8::MAX {
			let gap = Suspensions::<T>::get(slot);
			ensure!(
				standing.is_suspended(slot) == gap.is_some(),
				"INV-C30: the status and the suspensions do not agree"
			);
			let ordered = gap.is_none_or(|gap| gap.from <= gap.until.unwrap_or(now));
			ensure!(ordered, "INV-C30: a suspension ends before its cut-off");
		}
		for key in Keys::<T>::iter_values() {
			ensure!(
				key.eligibility.stated_at <= now,
				"INV-C31: a statement was taken down later than now"
			);
		}
		for mandate in ProviderOf::<T>::iter_values() {
			ensure!(
				mandate.day.saturating_mul(86_400) <= now,
				"INV-C32: a provider has stated something on a day to come"
			);
		}
		for bar in Bars::<T>::iter_values() {
			ensure!(bar <= now, "INV-C33: a bar is later than now");
		}
		Ok(())
	}

	fn try_denials() -> Check {
		for (account, denial) in Denied::<T>::iter() {
			ensure!(denial.since <= Self::now(), "INV-C34: a denial is later than now");
			ensure!(
				Keys::<T>::get(&account).is_none_or(|key| key.eligibility.blocked),
				"INV-C34: a denied account is a key of an investor that is not blocked"
			);
		}
		Ok(())
	}

	fn try_cohorts() -> Check {
		for (cohort, record) in Cohorts::<T>::iter() {
			let Cohort { limits, counts, ended_at, .. } = record;
			ensure!(
				cohort < NextCohortId::<T>::get(),
				"INV-C35: a cohort's id is not below the next one"
			);
			ensure!(
				limits.from < limits.until && ended_at.is_none_or(|end| end <= limits.until),
				"INV-C36: a cohort lasts for nothing, or was ended after its end"
			);
			ensure!(
				counts.investors <= limits.investors
					&& counts.assets <= limits.assets
					&& counts.volume <= limits.volume
					&& counts.value <= limits.value,
				"INV-C37: a cohort is beyond its limits"
			);
			let members = CohortMembers::<T>::iter_prefix(cohort).count();
			ensure!(
				u32::try_from(members) == Ok(counts.investors),
				"INV-C38: a cohort has another number of investors than it counts"
			);
			let mut assets: u32 = 0;
			let mut value: Balance = 0;
			for asset in CohortAssets::<T>::iter_prefix_values(cohort) {
				assets = assets.saturating_add(1);
				value = value.saturating_add(asset.value);
			}
			ensure!(
				assets == counts.assets && value == counts.value,
				"INV-C38: a cohort has other assets than it counts"
			);
		}
		ensure!(
			CohortMembers::<T>::iter_keys().all(|(cohort, _)| Cohorts::<T>::contains_key(cohort)),
			"INV-C39: a member is in a cohort that is not there"
		);
		ensure!(
			CohortAssets::<T>::iter_keys().all(|(cohort, _)| Cohorts::<T>::contains_key(cohort)),
			"INV-C39: an asset is in a cohort that is not there"
		);
		Ok(())
	}
}
