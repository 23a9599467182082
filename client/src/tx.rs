// SPDX-License-Identifier: Apache-2.0

use std::{
	collections::{HashMap, HashSet},
	sync::Arc,
	time::Duration,
};
use subxt::{
	config::DefaultExtrinsicParamsBuilder,
	error::DispatchError,
	events::{DecodeAsEvent, Events, Phase},
	tx::Payload,
	utils::H256,
	ArcMetadata, Metadata,
};

use crate::{
	account::Account,
	api, digest,
	error::{Error, Refusal, Result},
	keys::Signer,
	view::View,
	Client, Config,
};

/// For how many blocks a transaction is valid after the block at which it was signed.
const LIFETIME: u64 = 256;

/// How many blocks before the head a transaction is born: a node's pool looks at a new head a little
/// later than its RPC tells of it, and takes no transaction that is younger than what it looks at.
const LAG: u64 = 4;

/// How long to wait for the next block before giving up.
const STALL: Duration = Duration::from_secs(120);

/// A transaction that is in a block, successful or not.
#[derive(Debug, Clone)]
pub struct Included {
	/// The number of the block.
	pub block: u64,
	/// The hash of the block.
	pub block_hash: H256,
	/// The position of the transaction in the block.
	pub index: u32,
	/// Why the chain refused the call, if it did. The fee is paid all the same.
	pub refusal: Option<Refusal>,
	events: Arc<Events<Config>>,
	metadata: ArcMetadata,
}

impl Included {
	/// The events of one kind that the transaction caused.
	///
	/// # Errors
	/// If an event does not decode.
	pub fn events<E: DecodeAsEvent>(&self) -> Result<Vec<E>> {
		let mut found = Vec::new();
		for event in self.events.iter() {
			let event = event?;
			if event.phase() != Phase::ApplyExtrinsic(self.index) {
				continue;
			}
			if let Some(event) = event.decode_fields_as::<E>() {
				found.push(event?);
			}
		}
		Ok(found)
	}

	/// The one event of its kind that the transaction caused.
	///
	/// # Errors
	/// If there is none, or several.
	pub fn event<E: DecodeAsEvent>(&self) -> Result<E> {
		let mut events = self.events::<E>()?;
		match (events.pop(), events.len()) {
			(Some(event), 0) => Ok(event),
			(_, others) => Err(Error::Contradiction(format!(
				"block {} has {} events of {} for one transaction",
				self.block,
				others,
				std::any::type_name::<E>()
			))),
		}
	}

	/// What the chain calls things at that block.
	pub(crate) fn metadata(&self) -> &Metadata {
		&self.metadata
	}

	/// This, if the chain carried the call out.
	///
	/// # Errors
	/// If the chain refused the call.
	pub fn success(self) -> Result<Self> {
		match self.refusal {
			Some(refusal) => Err(refusal.into()),
			None => Ok(self),
		}
	}
}

struct Signed {
	bytes: Vec<u8>,
	hash: H256,
	signer: Account,
}

/// Transactions that are signed one after the other and sent together: many fit into a block.
pub struct Queue<'a> {
	client: &'a Client,
	view: View,
	/// The block from which on the transactions are valid.
	birth: (u64, H256),
	nonces: HashMap<Account, u64>,
	signed: Vec<Signed>,
}

impl Client {
	/// An empty queue.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn queue(&self) -> Result<Queue<'_>> {
		let view = self.head().await?;
		let number = view.number().saturating_sub(LAG);
		let birth = match self.rpc().block_hash(number).await? {
			Some(hash) => (number, hash),
			None => (view.number(), view.hash()),
		};
		Ok(Queue { client: self, view, birth, nonces: HashMap::new(), signed: Vec::new() })
	}

	/// Signs and sends a call, and waits until it is in a block and carried out.
	///
	/// # Errors
	/// If the node does not take the transaction, no block includes it, or the chain refuses the
	/// call.
	pub async fn send(&self, call: &impl Payload, signer: &Signer) -> Result<Included> {
		let mut queue = self.queue().await?;
		queue.push(call, signer).await?;
		match queue.submit(|_| ()).await?.pop() {
			Some(outcome) => outcome?.success(),
			None => Err(Error::Contradiction("a transaction has no outcome".to_owned())),
		}
	}

	/// Whether the node has transactions of an account that are in no block of a view yet.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn waits(&self, view: &View, account: &Account) -> Result<bool> {
		let next = self.rpc().next_nonce(account).await?;
		Ok(view.nonce(account).await?.is_some_and(|nonce| next > nonce))
	}

	/// What a call would cost in fees if this key signed it, in the native token's smallest unit.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn fee(&self, call: &impl Payload, signer: &Signer) -> Result<u128> {
		let mut queue = self.queue().await?;
		queue.push(call, signer).await?;
		match queue.signed.pop() {
			Some(signed) => self.rpc().fee(&signed.bytes).await,
			None => Err(Error::Contradiction("a signed transaction is gone".to_owned())),
		}
	}
}

impl Queue<'_> {
	/// The state at which the transactions are signed.
	pub fn view(&self) -> &View {
		&self.view
	}

	/// How many transactions there are.
	pub fn len(&self) -> usize {
		self.signed.len()
	}

	/// Whether there is no transaction.
	pub fn is_empty(&self) -> bool {
		self.signed.is_empty()
	}

	/// Signs a call with the next nonce of the signer. Nothing is sent yet.
	///
	/// # Errors
	/// If the chain does not know the call, or the node does not tell the nonce.
	pub async fn push(&mut self, call: &impl Payload, signer: &Signer) -> Result<()> {
		let account = signer.account();
		let nonce = match self.nonces.get(account) {
			Some(nonce) => *nonce,
			None => self.client.rpc().next_nonce(account).await?,
		};
		let params = DefaultExtrinsicParamsBuilder::<Config>::new()
			.nonce(nonce)
			.mortal_from_unchecked(LIFETIME, self.birth.0, self.birth.1)
			.build();
		let transaction = self
			.view
			.at
			.transactions()
			.create_signable_offline(call, params)
			.map_err(|error| self.view.incompatible(error, call))?
			.sign(signer)?;
		let bytes = transaction.into_encoded();
		self.nonces.insert(account.clone(), nonce + 1);
		self.signed.push(Signed { hash: digest(&bytes).into(), bytes, signer: account.clone() });
		Ok(())
	}

	/// Sends all transactions and waits until each has an outcome, in the order of the calls of
	/// [`Queue::push`]. `progress` is told how many more have one.
	///
	/// # Errors
	/// If the connection breaks or the chain stands still. What becomes of a single transaction is
	/// in its outcome.
	pub async fn submit(self, mut progress: impl FnMut(u64)) -> Result<Vec<Result<Included>>> {
		let rpc = self.client.rpc();
		let first = self.view.number();
		let mut outcomes: Vec<Option<Result<Included>>> = Vec::new();
		outcomes.resize_with(self.signed.len(), || None);

		// Before anything is sent, so that no block is missed.
		let mut heads = rpc.heads(self.client.finalized).await?;

		let mut waiting: HashMap<H256, usize> = HashMap::new();
		let mut broken: HashSet<&Account> = HashSet::new();
		for (place, signed) in self.signed.iter().enumerate() {
			let error = if broken.contains(&signed.signer) {
				Error::NotSent
			} else {
				match rpc.submit(&signed.bytes).await {
					Ok(()) => {
						waiting.insert(signed.hash, place);
						continue;
					},
					Err(error @ Error::NotAccepted { .. }) => {
						broken.insert(&signed.signer);
						error
					},
					// Nobody knows what the node has.
					Err(other) => return Err(other),
				}
			};
			outcomes[place] = Some(Err(error));
			progress(1);
		}

		let mut next = first + 1;
		while !waiting.is_empty() {
			let head = match tokio::time::timeout(STALL, heads.next()).await {
				Err(_) => return Err(Error::Stalled { seconds: STALL.as_secs() }),
				Ok(Some(Ok(head))) => head.number()?,
				Ok(_) => {
					return Err(Error::Disconnected {
						url: rpc.url().to_owned(),
						reason: "the node sends no more blocks".to_owned(),
					})
				},
			};
			// A head may stand for several blocks that came quickly after each other.
			while next <= head && !waiting.is_empty() {
				let Some(hash) = rpc.block_hash(next).await? else { break };
				for (place, included) in self.outcomes_in(next, hash, &mut waiting).await? {
					outcomes[place] = Some(Ok(included));
					progress(1);
				}
				next += 1;
			}
			let last_block = first + LIFETIME;
			if next > last_block {
				for (hash, place) in waiting.drain() {
					let hash = format!("{hash:?}");
					outcomes[place] = Some(Err(Error::Expired { hash, last_block }));
					progress(1);
				}
			}
		}
		outcomes
			.into_iter()
			.map(|outcome| {
				outcome.ok_or_else(|| Error::Contradiction("a transaction has no outcome".into()))
			})
			.collect()
	}

	/// The outcomes of those transactions that wait and are in a block.
	async fn outcomes_in(
		&self,
		number: u64,
		hash: H256,
		waiting: &mut HashMap<H256, usize>,
	) -> Result<Vec<(usize, Included)>> {
		let body = self.client.rpc().block_body(hash).await?;
		let ours: Vec<(u32, usize)> = (0..)
			.zip(&body)
			.filter_map(|(index, bytes)| {
				waiting.remove(&digest(bytes).into()).map(|place| (index, place))
			})
			.collect();
		if ours.is_empty() {
			return Ok(Vec::new());
		}
		let view = self.client.at(hash).await?;
		let events = Arc::new(view.all_events().await?);
		let refusals = refusals(&view, &events)?;
		Ok(ours
			.into_iter()
			.map(|(index, place)| {
				let included = Included {
					block: number,
					block_hash: hash,
					index,
					refusal: refusals.get(&index).cloned(),
					events: events.clone(),
					metadata: view.at.metadata(),
				};
				(place, included)
			})
			.collect())
	}
}

/// Why transactions of a block were refused, by their position.
fn refusals(view: &View, events: &Events<Config>) -> Result<HashMap<u32, Refusal>> {
	let mut refusals = HashMap::new();
	for event in events.iter() {
		let event = event?;
		if !event.is::<api::system::events::ExtrinsicFailed>() {
			continue;
		}
		if let Phase::ApplyExtrinsic(index) = event.phase() {
			// The event's first field is the error, which is all that is read.
			let error = DispatchError::decode_from(event.field_bytes(), view.at.metadata())?;
			refusals.insert(index, Refusal::new(&error));
		}
	}
	Ok(refusals)
}
