// SPDX-License-Identifier: Apache-2.0

//! What the view functions and the runtime API answer.

use crate::{
	Accounts, Config, CurrencyOf, DistributionOf, Distributions, Entitlement, Ledgers, Pallet,
	Parked, Streams, MAX_INFO_PAGE,
};
use alloc::vec::Vec;
use cadastre_primitives::{
	traits::Holders, AssetId, Balance, Country, DistributionId, DistributionInfo,
	DistributionStage, IncomeDue, IncomeSource, InvestorId, Moment,
};
use sp_runtime::Permill;

impl<T: Config> Pallet<T> {
	/// Everything that is due to an investor from one asset: at most 64 distributions, 4 streams and
	/// what is parked.
	pub(crate) fn dues(asset: AssetId, investor: InvestorId) -> Vec<IncomeDue<CurrencyOf<T>>> {
		let now = Self::now();
		let mut dues = Vec::new();
		let account = Accounts::<T>::get(asset, investor);
		for (id, one) in Self::live_after(asset, None) {
			let open = one.stage == DistributionStage::Open && now < one.expires_at;
			if !open || !Self::takes_part(asset, id, &one, investor) {
				continue;
			}
			let (owned, marks) = T::Register::holding_at(asset, investor, one.checkpoint);
			if Self::is_served(id, &one, investor, marks) {
				continue;
			}
			let Ok(due) = Self::entitlement(&one, investor, owned, None) else { continue };
			let source = IncomeSource::Distribution(id);
			let until = Some(one.expires_at);
			dues.extend(income(source, one.currency, due, one.pays_at, until));
		}
		let streams = Streams::<T>::get(asset);
		let mut settled = account;
		Self::settle_account(&streams, &mut settled, T::Register::owned(asset, investor));
		for stream in streams.into_iter().filter(|stream| !Self::is_over(stream, now)) {
			let part = settled.shares.iter().find(|part| part.stream == stream.id);
			let gross = part.map_or(0, |part| part.share.payable());
			let due = Self::stream_entitlement(&stream, investor, gross, now, None);
			let Ok(due) = due else { continue };
			let source = IncomeSource::Stream(stream.id);
			dues.extend(income(source, stream.currency, due, now, stream.expires_at));
		}
		for (currency, amount) in Self::parked_of(asset, investor) {
			dues.extend(income(IncomeSource::Parked, currency, plain(amount), now, None));
		}
		dues
	}

	/// What is parked for an investor, in every currency in which the asset has paid.
	fn parked_of(
		asset: AssetId,
		investor: InvestorId,
	) -> impl Iterator<Item = (CurrencyOf<T>, Balance)> {
		Ledgers::<T>::get(asset).purses.into_iter().map(move |(currency, _)| {
			let amount = Parked::<T>::get((asset, currency.clone(), investor));
			(currency, amount)
		})
	}

	/// The live distributions of an asset after a number: at most 64.
	fn live_after(
		asset: AssetId,
		after: Option<DistributionId>,
	) -> impl Iterator<Item = (DistributionId, DistributionOf<T>)> {
		let numbers = Ledgers::<T>::get(asset).numbers;
		let from = after.map_or(0, |after| after.saturating_add(1)).max(numbers.live.first);
		(from..numbers.next)
			.filter(move |id| numbers.is_live(*id))
			.filter_map(move |id| Distributions::<T>::get(asset, id).map(|one| (id, one)))
	}

	pub(crate) fn distribution_page(
		asset: AssetId,
		after: Option<DistributionId>,
		limit: u32,
	) -> Vec<DistributionInfo<T::AccountId, CurrencyOf<T>>> {
		let limit = usize::try_from(limit.min(MAX_INFO_PAGE)).unwrap_or_default();
		Self::live_after(asset, after).take(limit).map(|(id, one)| one.into_info(id)).collect()
	}
}

/// Income without tax.
fn plain(amount: Balance) -> Entitlement {
	Entitlement {
		gross: amount,
		tax: 0,
		net: amount,
		rate: Permill::zero(),
		jurisdiction: Country::NONE,
	}
}

/// Income that is due, if there is any.
fn income<CurrencyId>(
	source: IncomeSource,
	currency: CurrencyId,
	due: Entitlement,
	pays_at: Moment,
	expires_at: Option<Moment>,
) -> Option<IncomeDue<CurrencyId>> {
	let Entitlement { gross, tax, net, rate, jurisdiction } = due;
	(gross > 0).then_some(IncomeDue {
		source,
		currency,
		gross,
		tax,
		net,
		rate,
		jurisdiction,
		pays_at,
		expires_at,
	})
}
