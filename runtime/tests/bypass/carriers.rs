// SPDX-License-Identifier: Apache-2.0

//! Every way to hand a call over.

use crate::{
	cast::{actor_of, signed, Actor, ASSET, DELEGATE, ORDERED},
	common,
	messages::{execute, locations},
	oracle::{judge, Found, Pool},
};
use cadastre_runtime::{
	configs::{
		chain_governance::{Clock, Origin},
		system::ProxyType,
		xcm::XcmOriginToCallOrigin,
	},
	AccountId, OriginCaller, Preimage, Proxy, Runtime, RuntimeCall, RuntimeOrigin, Scheduler,
	System,
};
use codec::Encode;
use frame_support::{
	assert_ok,
	traits::{
		schedule::{v3::Named, DispatchTime},
		Hooks, OriginTrait, StorePreimage,
	},
	weights::Weight,
};
use frame_system::RawOrigin;
use sp_keyring::Sr25519Keyring::{self, *};
use sp_runtime::traits::{BlockNumberProvider, Dispatchable};
use xcm::latest::prelude::*;
use xcm_executor::traits::ConvertOrigin;

type Utility = pallet_utility::Call<Runtime>;
type Multisig = pallet_multisig::Call<Runtime>;
type Schedule = pallet_scheduler::Call<Runtime>;

/// As whose call it arrives where it is dispatched.
#[derive(Clone, Copy, Debug)]
pub enum Arrives {
	/// With the signature of the actor.
	AsActor,
	/// With the signature of the actor, if its proxy may make the call.
	AsProxy(ProxyType),
	/// With the signature of an account that is not of the cast.
	AsAnother,
	/// With no signature, from a body or from nowhere; or not at all.
	Unsigned,
	/// By a message, were it let in: with the signature of the one of the cast, or of another, or
	/// with none.
	ByMessage(Option<Option<Sr25519Keyring>>),
}

/// A way to hand a call over.
pub struct Carrier {
	pub name: String,
	pub arrives: Arrives,
	pub carry: Box<dyn Fn(Sr25519Keyring, RuntimeCall)>,
}

impl Carrier {
	/// Whose signature the call of an actor arrives with, if that is one of the cast.
	fn signer(&self, actor: Actor) -> Option<AccountId> {
		match self.arrives {
			Arrives::AsActor | Arrives::AsProxy(_) => Some(actor.who.to_account_id()),
			Arrives::ByMessage(signer) => signer.flatten().map(|who| who.to_account_id()),
			Arrives::AsAnother | Arrives::Unsigned => None,
		}
	}

	/// Runs an attempt of an actor and judges it.
	pub fn judge(&self, actor: Actor, attempt: impl FnOnce()) -> Found {
		judge(Pool::Free, self.signer(actor).as_ref(), attempt)
	}
}

fn carrier(
	name: impl Into<String>,
	arrives: Arrives,
	carry: impl Fn(Sr25519Keyring, RuntimeCall) + 'static,
) -> Carrier {
	Carrier { name: name.into(), arrives, carry: Box::new(carry) }
}

fn dispatch(call: impl Into<RuntimeCall>, origin: RuntimeOrigin) {
	let _ = call.into().dispatch(origin);
}

/// A carrier of which the call is inside another one that the actor signs.
fn inside<Outer: Into<RuntimeCall>>(
	name: &str,
	arrives: Arrives,
	wrap: impl Fn(RuntimeCall) -> Outer + 'static,
) -> Carrier {
	carrier(name, arrives, move |who, call| dispatch(wrap(call), signed(who)))
}

/// A carrier by which a body dispatches a call.
fn by(name: impl Into<String>, origin: impl Into<RuntimeOrigin>) -> Carrier {
	let origin = origin.into();
	carrier(name, Arrives::Unsigned, move |_, call| dispatch(call, origin.clone()))
}

pub fn carriers() -> Vec<Carrier> {
	let mut all = Vec::from(plain());
	all.extend(utility());
	all.extend(several());
	all.extend(proxies());
	all.extend(bodies());
	all.extend(scheduled());
	all.extend(transacts());
	all
}

fn plain() -> [Carrier; 2] {
	[
		carrier("signed", Arrives::AsActor, |who, call| dispatch(call, signed(who))),
		carrier("a transaction", Arrives::AsActor, |who, call| {
			let nonce = common::nonce(&who.to_account_id());
			let applied = common::apply(common::signed(who, nonce, call));
			assert!(applied.is_ok(), "it enters the block: {applied:?}");
		}),
	]
}

fn utility() -> Vec<Carrier> {
	use Arrives::{AsActor, AsAnother, Unsigned};
	let refused = || -> Box<RuntimeCall> {
		Box::new(pallet_shares::Call::redeem { asset: 99, amount: 1 }.into())
	};
	let as_signer =
		|who: Sr25519Keyring| Box::new(OriginCaller::from(RawOrigin::Signed(who.to_account_id())));
	vec![
		inside("batch", AsActor, |call| Utility::batch { calls: vec![call] }),
		inside("batch_all", AsActor, |call| Utility::batch_all { calls: vec![call] }),
		inside("force_batch", AsActor, |call| Utility::force_batch { calls: vec![call] }),
		inside("a batch in a batch", AsActor, |call| Utility::batch {
			calls: vec![Utility::batch_all { calls: vec![call] }.into()],
		}),
		inside("if_else", AsActor, move |call| Utility::if_else {
			main: Box::new(call),
			fallback: refused(),
		}),
		inside("if_else, as the alternative", AsActor, move |call| Utility::if_else {
			main: refused(),
			fallback: Box::new(call),
		}),
		inside("as_derivative", AsAnother, |call| Utility::as_derivative {
			index: 0,
			call: Box::new(call),
		}),
		inside("dispatch_as, by the actor", Unsigned, move |call| Utility::dispatch_as {
			as_origin: as_signer(Alice),
			call: Box::new(call),
		}),
		inside("dispatch_as_fallible, by the actor", Unsigned, move |call| {
			Utility::dispatch_as_fallible { as_origin: as_signer(Alice), call: Box::new(call) }
		}),
		// A referendum may sign for an account, but the rules hold for it as for its owner.
		carrier("dispatch_as, by a referendum", AsActor, move |who, call| {
			let call = Utility::dispatch_as { as_origin: as_signer(who), call: Box::new(call) };
			dispatch(call, RuntimeOrigin::root());
		}),
		carrier("dispatch_as_fallible, by a referendum", AsActor, move |who, call| {
			let as_origin = as_signer(who);
			let call = Utility::dispatch_as_fallible { as_origin, call: Box::new(call) };
			dispatch(call, RuntimeOrigin::root());
		}),
		carrier("with_weight, by a referendum", Unsigned, |_, call| {
			let call = Utility::with_weight { call: Box::new(call), weight: Weight::zero() };
			dispatch(call, RuntimeOrigin::root());
		}),
	]
}

/// Calls of several accounts at once, and of who is none of them.
fn several() -> Vec<Carrier> {
	vec![
		inside("multisig of one", Arrives::AsAnother, |call| Multisig::as_multi_threshold_1 {
			other_signatories: vec![DELEGATE.to_account_id()],
			call: Box::new(call),
		}),
		carrier("multisig of two", Arrives::AsAnother, |who, call| {
			let one = |other: Sr25519Keyring, maybe_timepoint| Multisig::as_multi {
				threshold: 2,
				other_signatories: vec![other.to_account_id()],
				maybe_timepoint,
				call: Box::new(call.clone()),
				max_weight: Weight::MAX,
			};
			let timepoint = pallet_multisig::Pallet::<Runtime>::timepoint();
			dispatch(one(DELEGATE, None), signed(who));
			dispatch(one(who, Some(timepoint)), signed(DELEGATE));
		}),
		inside("schedule, by the actor", Arrives::Unsigned, |call| Schedule::schedule {
			when: 2,
			maybe_periodic: None,
			priority: 0,
			call: Box::new(call),
		}),
		carrier("committee, by a member", Arrives::Unsigned, |who, call| {
			let call = pallet_collective::Call::<Runtime, _>::execute {
				proposal: Box::new(call),
				length_bound: 10_000,
			};
			dispatch(RuntimeCall::TechnicalCommittee(call), signed(who));
		}),
		carrier("proxy without a grant", Arrives::Unsigned, |who, call| {
			dispatch(by_proxy(who, call), signed(DELEGATE));
		}),
	]
}

fn by_proxy(who: Sr25519Keyring, call: RuntimeCall) -> pallet_proxy::Call<Runtime> {
	let real = who.to_account_id().into();
	pallet_proxy::Call::proxy { real, force_proxy_type: None, call: Box::new(call) }
}

fn proxies() -> impl Iterator<Item = Carrier> {
	let kinds = [
		ProxyType::Any,
		ProxyType::NonTransfer,
		ProxyType::Issuer,
		ProxyType::Compliance,
		ProxyType::Valuation,
		ProxyType::Governance,
		ProxyType::CancelProxy,
		ProxyType::Supervisor,
	];
	kinds.into_iter().flat_map(|kind| {
		let grant = move |who: Sr25519Keyring| {
			let delegate = DELEGATE.to_account_id();
			assert_ok!(Proxy::add_proxy(signed(who), delegate.into(), kind, 0));
		};
		[
			carrier(format!("proxy {kind:?}"), Arrives::AsProxy(kind), move |who, call| {
				grant(who);
				dispatch(by_proxy(who, call), signed(DELEGATE));
			}),
			carrier(
				format!("a batch by proxy {kind:?}"),
				Arrives::AsProxy(kind),
				move |who, call| {
					grant(who);
					let batch = Utility::batch { calls: vec![call] };
					dispatch(by_proxy(who, batch.into()), signed(DELEGATE));
				},
			),
		]
	})
}

/// The origins in which a referendum of each track is enacted.
fn tracks() -> Vec<(String, OriginCaller)> {
	use Origin::*;
	let tracks = [
		WhitelistedCaller,
		Treasurer,
		ComplianceAdmin,
		AssetAdmin,
		ModelAdmin,
		ReferendumCanceller,
		ReferendumKiller,
	];
	tracks
		.into_iter()
		.map(|track| (format!("{track:?}"), OriginCaller::from(track)))
		.chain([("Root".to_string(), OriginCaller::system(RawOrigin::Root))])
		.collect()
}

/// Bodies that dispatch a call in their own name.
fn bodies() -> Vec<Carrier> {
	let mut all = vec![by("no origin", RuntimeOrigin::none())];
	for asset in [ASSET, ORDERED] {
		let holders = pallet_dao::Origin::Holders(asset);
		all.push(by(format!("a resolution of the holders of {asset}"), holders));
	}
	all.extend(tracks().into_iter().map(|(name, track)| by(name, track)));
	all
}

/// Calls that the scheduler dispatches later, as it enacts referenda.
fn scheduled() -> Vec<Carrier> {
	let enact = |origin: OriginCaller, call: RuntimeCall| {
		let call = Preimage::bound(call).expect("it is short");
		let now = Clock::current_block_number();
		assert_ok!(<Scheduler as Named<_, RuntimeCall, OriginCaller>>::schedule_named(
			[7; 32],
			DispatchTime::At(now + 1),
			None,
			63,
			origin,
			call,
		));
		Clock::set_block_number(now + 1);
		Scheduler::on_initialize(System::block_number() + 1);
	};
	let referendum = move |(name, track): (String, OriginCaller)| {
		carrier(format!("a referendum of {name}"), Arrives::Unsigned, move |_, call| {
			enact(track.clone(), call);
		})
	};
	let mut all: Vec<_> = tracks().into_iter().map(referendum).collect();
	all.push(carrier("a referendum that signs", Arrives::AsActor, move |who, call| {
		let as_origin = Box::new(OriginCaller::from(RawOrigin::Signed(who.to_account_id())));
		let call = Utility::dispatch_as { as_origin, call: Box::new(call) };
		enact(OriginCaller::system(RawOrigin::Root), call.into());
	}));
	all.push(carrier("schedule, by a referendum", Arrives::Unsigned, move |_, call| {
		let when = Clock::current_block_number() + 1;
		let (maybe_periodic, priority, call) = (None, 0, Box::new(call));
		dispatch(
			Schedule::schedule { when, maybe_periodic, priority, call },
			RuntimeOrigin::root(),
		);
		Clock::set_block_number(when);
		Scheduler::on_initialize(System::block_number() + 1);
	}));
	all
}

/// Messages that carry a call, from everywhere and as every kind of origin.
fn transacts() -> Vec<Carrier> {
	let kinds =
		[OriginKind::Native, OriginKind::SovereignAccount, OriginKind::Superuser, OriginKind::Xcm];
	let mut all = vec![];
	for (name, location) in locations() {
		for kind in kinds {
			let origin = location.clone();
			let converted: Option<RuntimeOrigin> =
				<XcmOriginToCallOrigin as ConvertOrigin<_>>::convert_origin(origin.clone(), kind)
					.ok();
			let signer = converted.as_ref().and_then(|origin| origin.as_signer());
			let signer = signer.map(|who| actor_of(who).map(|actor| actor.who));
			let name = format!("Transact as {kind:?} from {name}");
			all.push(carrier(name, Arrives::ByMessage(signer), move |_, call| {
				let transact = Instruction::Transact {
					origin_kind: kind,
					fallback_max_weight: None,
					call: call.encode().into(),
				};
				execute(origin.clone(), vec![transact]);
			}));
		}
	}
	all
}
