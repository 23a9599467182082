// SPDX-License-Identifier: Apache-2.0

//! The holders of a home appoint a manager and replace it; those of another do not come.

use super::Story;
use anyhow::{anyhow, ensure, Context, Result};
use cadastre_client::{
	cap_table::CapTable,
	dao::{self, Choices, MandateStatus, MotionStage, Resolution},
	digest,
	report::group,
	time::format_moment,
	Account, Signer,
};
use cadastre_primitives::{
	AssetId, Balance, Choice, InvestorId, ResolutionClass, ResolutionId, Split,
};
use serde::Serialize;

/// What a call of the holders may weigh: more than any of those that they may make.
const BOUND: (u64, u64) = (100_000_000_000, 1_000_000);

/// What happened in the assemblies.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Assemblies {
	asset: AssetId,
	appointed: ResolutionId,
	replaced: ResolutionId,
	manager: Account,
	before: Account,
	failed: Failed,
}

/// A resolution for which too few came.
#[derive(Debug, Clone, Serialize)]
struct Failed {
	asset: AssetId,
	resolution: ResolutionId,
	quorum: String,
	cast: String,
}

/// A holder, by its place in the cast.
#[derive(Debug, Clone, Copy)]
struct Holder {
	place: usize,
	investor: InvestorId,
	balance: Balance,
}

impl Story<'_> {
	pub(super) async fn assemblies(&mut self, homes: &[AssetId]) -> Result<Assemblies> {
		let out = &self.app.out;
		let register = self.ledger.reach().await?;
		let (asset, holders) = self.assembly(homes, &register)?;
		let [first, second, third, ..] = holders[..] else {
			return Err(anyhow!("asset {asset} has too few holders"));
		};
		let (other, absent) = self.thin_assembly(homes, asset, &register)?;
		let [keeper, successor] = [&self.cast.managers[0], &self.cast.managers[1]];

		self.chapter("17. The holders of a home appoint a manager");
		let view = self.client.head().await?;
		let bond = view.least_bond()?;
		let mut queue = self.client.queue().await?;
		for candidate in [keeper, successor] {
			queue.push(&dao::stand(asset, bond), candidate).await?;
		}
		queue.push(&dao::delegate(asset, second.investor), self.signer(third)).await?;
		for outcome in queue.submit(|_| ()).await? {
			outcome?.success()?;
		}
		let appoint = |who: &Signer| view.call_bytes(&dao::appoint_manager(asset, who.account()));
		let (for_keeper, for_successor) = (appoint(keeper)?, appoint(successor)?);
		let motion = vec![Some(for_keeper), Some(for_successor.clone())];
		let appointed =
			self.announce_resolution(asset, first, "Who is to manage the home?", motion).await?;
		let record = self.resolution(asset, appointed).await?;
		out.say(format!(
			"{} and {} stand for asset {asset}, with a bond of {}. {} announces resolution \
			 {appointed}; the vote is from {} on.",
			keeper.account().short(),
			successor.account().short(),
			crate::output::tokens(bond),
			self.name(first.place),
			format_moment(record.voting_from)
		));
		self.wait_until(record.voting_from).await?;

		// Who is outvoted here asks again, while this vote goes on; elsewhere hardly anybody comes.
		let vote = |id, choice| dao::vote(asset, id, &[all(choice)]);
		let others = holders.iter().filter(|one| ![second.place, third.place].contains(&one.place));
		let mut queue = self.client.queue().await?;
		for holder in others {
			queue.push(&vote(appointed, Choice::For(0)), self.signer(*holder)).await?;
		}
		let for_both = [all(Choice::For(1))];
		let own = dao::vote(asset, appointed, &for_both);
		let for_third = dao::vote_for(asset, appointed, vec![third.investor], &for_both);
		queue.push(&own, self.signer(second)).await?;
		queue.push(&for_third, self.signer(second)).await?;
		for outcome in queue.submit(|_| ()).await? {
			outcome?.success()?;
		}
		out.say(format!(
			"{} votes for {}, and for {} too, which has delegated to it. The others vote for {}.",
			self.name(second.place),
			successor.account().short(),
			self.name(third.place),
			keeper.account().short()
		));
		let replaced = self
			.announce_resolution(
				asset,
				second,
				"The home is to have another manager.",
				vec![Some(for_successor)],
			)
			.await?;
		let audit = vec![None];
		let thin =
			self.announce_resolution(other, absent, "The home is to be painted.", audit).await?;
		// Announced last, so that its vote begins last.
		let latest = self.resolution(other, thin).await?;
		out.say(format!(
			"{} announces at once that the manager be replaced: resolution {replaced}.",
			self.name(second.place)
		));
		self.wait_until(latest.voting_from).await?;

		let mut queue = self.client.queue().await?;
		for holder in holders.iter().filter(|one| one.place != third.place) {
			queue.push(&vote(replaced, Choice::For(0)), self.signer(*holder)).await?;
		}
		let ballot = [all(Choice::For(0))];
		queue.push(&dao::vote(other, thin, &ballot), self.signer(absent)).await?;
		for outcome in queue.submit(|_| ()).await? {
			outcome?.success()?;
		}
		self.wait_until(self.resolution(asset, appointed).await?.voting_until).await?;
		self.count(asset, appointed).await?;
		self.execute(asset, appointed).await?;
		let manager = self.client.head().await?.manager(asset).await?;
		ensure!(manager.as_ref() == Some(keeper.account()), "another manager: {manager:?}");
		out.say(format!("{} manages asset {asset}.", keeper.account().short()));

		self.chapter("18. They replace it, and other holders do not come");
		let asked = self.count(asset, replaced).await?;
		ensure!(
			asked.motions[0].state == MotionStage::Carried { choice: 0 },
			"the resolution is not carried: {asked:?}"
		);
		let execute = dao::execute(asset, replaced, 0, BOUND);
		let early = self.client.send(&execute, &self.cast.banker).await;
		match early.as_ref().map_err(cadastre_client::Error::refusal) {
			Err(Some(refusal)) if refusal.name == "Dao.WrongPhase" => {
				out.say(format!("Executed at once, resolution {replaced} is refused: {refusal}"))
			},
			// The blocks of a test chain may be faster than a slow machine.
			Ok(included) => {
				let at = self.client.at(included.block_hash).await?.now().await?;
				ensure!(at >= asked.executable_from, "the timelock does not hold");
			},
			Err(other) => return Err(anyhow!("another refusal: {other:?}")),
		}
		let refused = self.count(other, thin).await?;
		out.say(format!(
			"Resolution {thin} of asset {other} has {} of {} votes and needs {}: it fails for want of \
			 a quorum.",
			group(cast(&refused)),
			group(refused.base),
			group(refused.quorum)
		));
		ensure!(
			refused.motions[0].state == MotionStage::Rejected
				&& refused.motions[0].missing_for_quorum > 0
				&& refused.motions[0].missing_for_majority == 0,
			"it does not fail for its quorum alone: {refused:?}"
		);
		if early.is_err() {
			self.execute(asset, replaced).await?;
		}
		let view = self.client.head().await?;
		let manager = view.manager(asset).await?;
		ensure!(manager.as_ref() == Some(successor.account()), "another manager: {manager:?}");
		let left = view.mandate(asset, keeper.account()).await?.map(|mandate| mandate.status);
		ensure!(
			matches!(left, Some(MandateStatus::Leaving { .. })),
			"the manager before has not left: {left:?}"
		);
		out.say(format!(
			"After the timelock the call is dispatched as the holders of asset {asset}: {} manages it. \
			 {} {}.",
			successor.account().short(),
			keeper.account().short(),
			left.map(|status| status.sentence()).unwrap_or_default()
		));
		Ok(Assemblies {
			asset,
			appointed,
			replaced,
			manager: successor.account().clone(),
			before: keeper.account().clone(),
			failed: Failed {
				asset: other,
				resolution: thin,
				quorum: refused.quorum.to_string(),
				cast: cast(&refused).to_string(),
			},
		})
	}

	/// A home with three holders or more, of whom the second and the third together have no
	/// majority, and its holders, the largest first.
	fn assembly(&self, homes: &[AssetId], register: &CapTable) -> Result<(AssetId, Vec<Holder>)> {
		homes
			.iter()
			.find_map(|asset| {
				let holders = self.holders(*asset, register)?;
				let [_, second, third, ..] = holders[..] else { return None };
				let against = second.balance + third.balance;
				let fits = against * 2 < register.supply(*asset)
					&& second.balance * 100 >= register.supply(*asset);
				fits.then_some((*asset, holders))
			})
			.context("no home has holders for such a vote")
	}

	/// Another home, with a holder that may propose and is far from a quorum.
	fn thin_assembly(
		&self,
		homes: &[AssetId],
		not: AssetId,
		register: &CapTable,
	) -> Result<(AssetId, Holder)> {
		homes
			.iter()
			.filter(|asset| **asset != not)
			.find_map(|asset| {
				let supply = register.supply(*asset);
				let holders = self.holders(*asset, register)?;
				let mut small = holders.into_iter();
				let found = small.find(|one| {
					// More than the floor, so that the bond comes back.
					one.balance * 10 >= supply && one.balance * 5 < supply
				});
				found.map(|holder| (*asset, holder))
			})
			.context("no home has a small holder")
	}

	/// The holders of an asset, if all of them are in the cast.
	fn holders(&self, asset: AssetId, register: &CapTable) -> Option<Vec<Holder>> {
		let holders = register.holders(asset).into_iter().map(|(investor, balance)| {
			let place = self.investors.iter().find(|(_, known)| **known == investor);
			place.map(|(place, _)| Holder { place: *place, investor, balance })
		});
		holders.collect()
	}

	fn signer(&self, holder: Holder) -> &Signer {
		&self.cast.investors[holder.place].signer
	}

	async fn announce_resolution(
		&self,
		asset: AssetId,
		by: Holder,
		text: &str,
		motion: Choices,
	) -> Result<ResolutionId> {
		let (class, text) = (ResolutionClass::Ordinary, digest(text.as_bytes()));
		let call = dao::propose(asset, class, text, false, &[motion]);
		let included = self.client.send(&call, self.signer(by)).await?;
		Ok(included.event::<dao::events::ResolutionProposed>()?.resolution)
	}

	async fn resolution(&self, asset: AssetId, id: ResolutionId) -> Result<Resolution> {
		Ok(self.client.head().await?.existing_resolution(asset, id).await?)
	}

	/// Has a resolution counted once its vote is over.
	async fn count(&self, asset: AssetId, id: ResolutionId) -> Result<Resolution> {
		self.wait_until(self.resolution(asset, id).await?.voting_until).await?;
		let included = self.client.send(&dao::close(asset, id), &self.cast.banker).await?;
		let view = self.client.at(included.block_hash).await?;
		let record = view.existing_resolution(asset, id).await?;
		self.app.out.say(format!(
			"Resolution {id} of asset {asset} {}; then {}.",
			record.motions[0].state.sentence(),
			record.what_next()
		));
		Ok(record)
	}

	/// Has a resolution executed once its timelock has ended.
	async fn execute(&self, asset: AssetId, id: ResolutionId) -> Result<()> {
		self.wait_until(self.resolution(asset, id).await?.executable_from).await?;
		let call = dao::execute(asset, id, 0, BOUND);
		let included = self.client.send(&call, &self.cast.banker).await?;
		let event: dao::events::ManagerAppointed = included.event()?;
		ensure!(event.asset == asset, "the manager of another asset was appointed");
		let record = self.resolution(asset, id).await?;
		ensure!(
			matches!(record.motions[0].state, MotionStage::Executed { .. }),
			"the resolution is not executed: {record:?}"
		);
		Ok(())
	}
}

/// All votes for one choice of the only motion.
fn all(choice: Choice) -> Split {
	Split { motion: 0, choice, votes: None }
}

/// The votes that were cast on the only motion.
fn cast(record: &Resolution) -> Balance {
	let of = |motion: &dao::Motion| {
		motion.choices.iter().sum::<Balance>() + motion.against + motion.abstained
	};
	record.motions.first().map(of).unwrap_or_default()
}
