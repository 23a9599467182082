// SPDX-License-Identifier: Apache-2.0
//
// What Polkadot.js Apps does, with the library that it is made of and nothing told to it about this
// chain: no type, no bundle.
//
//     node --test polkadot-js.mjs          (CADASTRE_WS, else ws://127.0.0.1:9944)

import { ApiPromise, WsProvider } from '@polkadot/api';
import { findUnknownExtensions } from '@polkadot/types/extrinsic/signedExtensions';
import { u8aConcat, u8aToHex } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
	ALL_RIGHTS,
	APIS,
	around,
	cast,
	DIGEST,
	DOLLAR,
	FACTS,
	FLAGS,
	hex,
	INCOME,
	newcomers,
	PALLETS,
	PERIODS,
	PROFESSIONS,
	ROLES,
	share,
	SHARES,
	UNIT,
	WS,
} from './story.mjs';

let api;
let people;
let times;
// How long the start and the end may take: a node that is not there would be waited for.
const LIMIT = { timeout: 60_000 };
// What the chain gives out on the way.
const found = {};

before(async () => {
	api = await ApiPromise.create({
		provider: new WsProvider(WS),
		noInitWarn: true,
		throwOnConnect: true,
	});
	people = await cast();
	times = around(Math.floor((await api.query.timestamp.now()).toNumber() / 1000));
}, LIMIT);

after(async () => await api?.disconnect(), LIMIT);

/** Signs, waits for the block, and answers the events of the transaction. */
async function send(call, signer) {
	const result = await new Promise((resolve, reject) => {
		call
			.signAndSend(signer, { nonce: -1 }, (status) => {
				if (status.isInBlock || status.isFinalized) resolve(status);
				if (status.isError) reject(new Error(`transaction ${status.status.type}`));
			})
			.catch(reject);
	});
	if (result.dispatchError) throw decoded(result.dispatchError);
	return result.events.map(({ event }) => event);
}

/** The error as Apps shows it. */
function decoded(error) {
	if (!error.isModule) return Object.assign(new Error(error.toString()), { raw: error });
	const { section, name, docs } = api.registry.findMetaError(error.asModule);
	return Object.assign(new Error(`${section}.${name}: ${docs.join(' ')}`), { section, name, docs });
}

/** The one event of that name among them, as plain data. */
function only(events, section, method) {
	const named = events.filter((event) => event.section === section && event.method === method);
	assert.equal(named.length, 1, `${section}.${method}: once in ${events.map((e) => `${e.section}.${e.method}`)}`);
	assert.notEqual(named[0].meta.docs.join('').trim(), '');
	// By the names of the metadata: the library's own differ where JavaScript has a word of that name.
	return Object.fromEntries(
		named[0].meta.fields.map(({ name }, i) => [name.toString(), named[0].data[i].toJSON()]),
	);
}

const claims = (residence, flags = FLAGS.kyc | FLAGS.aml | FLAGS.retail) => ({
	residence: hex(residence),
	taxResidence: hex(residence),
	flags,
	validFrom: times.from,
	validUntil: times.until,
});

const reasons = (report) => report.toJSON().map(({ reason, side }) => [reason, side]);

/** Has two of three members of the committee decide on a call, and answers the events of its end. */
async function decide(call) {
	const [first, second] = people.committee;
	const { technicalCommittee } = api.tx;
	const hash = call.method.hash;
	const index = await api.query.technicalCommittee.proposalCount();
	await send(
		api.tx.utility.batchAll([
			technicalCommittee.propose(2, call, call.method.encodedLength),
			technicalCommittee.vote(hash, index, true),
		]),
		first,
	);
	const events = await send(
		api.tx.utility.batchAll([
			technicalCommittee.vote(hash, index, true),
			technicalCommittee.close(
				hash,
				index,
				{ refTime: 20_000_000_000, proofSize: 500_000 },
				call.method.encodedLength,
			),
		]),
		second,
	);
	assert.equal(only(events, 'technicalCommittee', 'Executed').result.ok, null);
	return events;
}

/** Proposes an order and answers its number. */
async function propose(action, ground) {
	const events = await send(api.tx.shares.proposeOrder(action, ground, DIGEST), people.agent);
	return only(events, 'shares', 'OrderProposed').order;
}

/** The chain's clock, in seconds. */
const now = async () => Math.floor((await api.query.timestamp.now()).toNumber() / 1000);

/** Lets the chain's clock reach a moment: every transaction is a block. */
async function until(moment) {
	while ((await now()) < moment) await send(api.tx.system.remark('0x'), people.bank);
}

/** Asks a view function, by its name in the metadata alone. */
async function view(pallet, name, ...args) {
	const section = api.runtimeMetadata.asLatest.pallets.find((each) => each.name.eq(pallet));
	const { id, inputs, output } = section.viewFunctions.find((each) => each.name.eq(name));
	const named = (type) => api.registry.createLookupType(type);
	const bytes = inputs.map(({ type }, i) => api.registry.createType(named(type), args[i]).toU8a());
	const input = u8aToHex(u8aConcat(...bytes));
	const answer = await api.call.runtimeViewFunction.executeViewFunction(id, input);
	return api.registry.createType(named(output), answer.asOk.toU8a(true));
}

/** What anna and ben own at the end, and all that there is. */
const OWNED = {
	anna: SHARES.issued - SHARES.transferred - SHARES.drawn,
	ben: SHARES.transferred + SHARES.drawn - SHARES.redeemed,
	all: SHARES.issued - SHARES.redeemed,
};

/** What stands in the way of one unit from one person to another, by name. */
const obstacles = async (from, to) =>
	reasons(await api.call.sharesApi.transferReport(found.asset, from.address, to.address, 1n));

test('signing carries nothing that a wallet does not know', () => {
	const { signedExtensions } = api.runtimeMetadata.asLatest.extrinsic.toJSON().signedExtensions
		? { signedExtensions: api.runtimeMetadata.asLatest.extrinsic.signedExtensions }
		: { signedExtensions: api.runtimeMetadata.asLatest.extrinsic.transactionExtensions };
	const unknown = findUnknownExtensions(signedExtensions.map(({ identifier }) => identifier.toString()));
	const empty = (id) => ['Null', '()', '[]'].includes(api.registry.lookup.getTypeDef(id).type);
	for (const extension of signedExtensions) {
		if (!unknown.includes(extension.identifier.toString())) continue;
		const implicit = extension.additionalSigned ?? extension.implicit;
		assert.ok(empty(extension.type), `${extension.identifier} carries data`);
		assert.ok(empty(implicit), `${extension.identifier} signs data`);
	}
	assert.ok(
		signedExtensions.some(({ identifier }) => identifier.eq('CheckMetadataHash')),
		'hardware wallets need CheckMetadataHash',
	);
});

test('the chain says how to show its token and its addresses', async () => {
	const properties = await api.rpc.system.properties();
	assert.equal(properties.tokenSymbol.unwrap()[0].toString(), 'CDST');
	assert.equal(properties.tokenDecimals.unwrap()[0].toNumber(), 12);
	assert.equal(properties.ss58Format.unwrap().toNumber(), 42);
	assert.equal(api.consts.system.ss58Prefix.toNumber(), 42);
});

for (const pallet of PALLETS) {
	test(`every call, event, error, constant and storage item of ${pallet} is documented`, () => {
		const section = api.runtimeMetadata.asLatest.pallets.find(({ name }) => name.eq(pallet));
		assert.ok(section, `the metadata has no pallet ${pallet}`);
		const name = `${pallet[0].toLowerCase()}${pallet.slice(1)}`;
		const documented = [
			['call', api.tx[name]],
			['event', api.events[name]],
			['error', api.errors[name]],
			['constant', api.consts[name] ?? {}],
			['storage', api.query[name] ?? {}],
		];
		for (const [kind, items] of documented) {
			for (const [item, { creator, meta }] of Object.entries(items)) {
				const { docs } = meta ?? creator.meta;
				const bare = ['palletVersion'].includes(item);
				assert.ok(bare || docs.join('').trim() !== '', `${kind} ${name}.${item} has no docs`);
				for (const field of kind === 'event' ? meta.fields : []) {
					assert.ok(field.docs.join('').trim(), `${name}.${item}.${field.name} has no docs`);
				}
			}
		}
		assert.ok(Object.keys(api.tx[name]).length > 0 && Object.keys(api.errors[name]).length > 0);
	});
}

test('what people choose is hashed with BLAKE2 in every key of storage', () => {
	let chosen = 0;
	for (const pallet of PALLETS) {
		const { storage } = api.runtimeMetadata.asLatest.pallets.find(({ name }) => name.eq(pallet));
		for (const { name, type } of storage.unwrap().items) {
			if (!type.isMap) continue;
			const { hashers, key } = type.asMap;
			const parts = hashers.length > 1 ? [...api.registry.lookup.getSiType(key).def.asTuple] : [key];
			assert.equal(parts.length, hashers.length);
			for (const [position, part] of parts.entries()) {
				const raw = api.registry.createType(api.registry.createLookupType(part)).toRawType();
				// Accounts and bytes; all else are numbers and kinds that the chain gives out.
				const free = /AccountId|Bytes|\[u8;/.test(raw);
				chosen += Number(free);
				const hasher = hashers[position].type;
				assert.ok(!free || hasher === 'Blake2_128Concat', `${pallet}.${name}: ${hasher} of ${raw}`);
			}
		}
	}
	assert.ok(chosen > 0);
});

test('every method of our runtime APIs is documented and callable', () => {
	const camel = (text) => text.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
	for (const [name, methods] of Object.entries(APIS)) {
		const section = `${name[0].toLowerCase()}${name.slice(1)}`;
		for (const method of methods) {
			const call = api.call[section]?.[camel(method)];
			assert.ok(call, `api.call.${section}.${camel(method)} is missing`);
			assert.notEqual(call.meta.description.trim(), '', `${section}.${method} has no docs`);
		}
	}
});

test('no parameter has a name that JavaScript reserves, on which PAPI would stumble', () => {
	const reserved = /^(class|const|default|delete|enum|export|function|import|in|new|super|switch|this|typeof|var|void|with)$/;
	const { apis, pallets } = api.runtimeMetadata.asLatest;
	const functions = [
		...apis.flatMap(({ methods }) => [...methods]),
		...pallets.flatMap(({ viewFunctions }) => [...viewFunctions]),
	];
	assert.ok(functions.some(({ name }) => name.eq('transfer_report')));
	for (const { inputs, name } of functions) {
		for (const input of inputs) {
			assert.ok(!reserved.test(input.name.toString()), `${name} has a parameter ${input.name}`);
		}
	}
});

test('new accounts are funded in one batch', async () => {
	const gifts = newcomers(people).map(({ address }) =>
		api.tx.balances.transferKeepAlive(address, 1_000n * UNIT),
	);
	const events = await send(api.tx.utility.batchAll(gifts), people.bank);
	only(events, 'utility', 'BatchCompleted');
});

test('a provider admits investors', async () => {
	for (const [name, residence] of [['anna', 'CH'], ['ben', 'DE']]) {
		const events = await send(
			api.tx.compliance.admit(people[name].address, claims(residence)),
			people.provider,
		);
		const admitted = only(events, 'compliance', 'InvestorAdmitted');
		assert.equal(admitted.account, people[name].address);
		found[name] = admitted.investor;
	}
	const key = (await api.call.complianceApi.key(people.anna.address)).unwrap();
	assert.equal(key.investor.toNumber(), found.anna);
	assert.equal((await api.call.complianceApi.key(people.stranger.address)).isNone, true);
});

test('somebody who is no provider admits nobody', async () => {
	await assert.rejects(
		send(api.tx.compliance.admit(people.stranger.address, claims('CH')), people.bank),
		({ section, name, docs }) =>
			section === 'compliance' && name === 'NotProvider' && docs.join('').length > 0,
	);
});

test('an investor offers a key, and its phone accepts', async () => {
	const offered = only(
		await send(api.tx.compliance.offerKey(people.annasPhone.address, ALL_RIGHTS, null), people.anna),
		'compliance',
		'KeyOffered',
	);
	assert.equal(offered.investor, found.anna);
	const added = only(
		await send(api.tx.compliance.acceptKey(found.anna), people.annasPhone),
		'compliance',
		'KeyAdded',
	);
	assert.equal(added.account, people.annasPhone.address);
});

test('an issuer publishes a rule pack', async () => {
	const rules = {
		rules: [
			{ Required: { side: 'Both', flags: FLAGS.kyc | FLAGS.aml } },
			{ HolderCap: { max: 100 } },
		],
		sets: [],
	};
	const published = only(
		await send(api.tx.compliance.publishPack(rules), people.issuer),
		'compliance',
		'PackPublished',
	);
	assert.equal(published.author, people.issuer.address);
	found.pack = published.pack;
});

test('an issuer registers an asset and files a paper', async () => {
	const registered = only(
		await send(
			api.tx.assetRegistry.register(FACTS, 'House by the lake', hex('CH'), found.pack, {
				authorised: SHARES.authorised,
				unitsPerShare: SHARES.unitsPerShare,
				classOf: null,
			}),
			people.issuer,
		),
		'assetRegistry',
		'AssetRegistered',
	);
	assert.equal(registered.issuer, people.issuer.address);
	found.asset = registered.asset;
	const filed = only(
		await send(
			api.tx.assetRegistry.filePaper(found.asset, 'Title', DIGEST, times.yesterday, null),
			people.issuer,
		),
		'assetRegistry',
		'PaperFiled',
	);
	assert.deepEqual([filed.paper, filed.digest], [0, DIGEST]);
});

test('what was registered is found again by its details', async () => {
	const { asset } = found;
	const parcel = { Parcel: { country: hex('CH'), number: `${asset}-${people.issuer.address.slice(-8).toUpperCase()}` } };
	const details = [
		api.tx.assetRegistry.addIdentifier(asset, parcel),
		api.tx.assetRegistry.setMetadata(asset, 'energy.label', { Text: 'B' }, 'Never', null),
	];
	const events = await send(api.tx.utility.batchAll(details), people.issuer);
	only(events, 'assetRegistry', 'IdentifierAdded');
	only(events, 'assetRegistry', 'MetadataSet');
	const registry = api.call.assetRegistryApi;
	assert.equal((await registry.assetByIdentifier(parcel)).unwrap().toNumber(), asset);
	assert.equal((await registry.identifiers(asset)).length, 1);
	assert.deepEqual(
		(await registry.assetsOf(people.issuer.address, null, 10)).map((each) => each.toNumber()),
		[asset],
	);
	const [entry] = await registry.metadata(asset, null, 10);
	assert.equal(entry.key.toUtf8(), 'energy.label');
	assert.equal(entry.value.asText.toUtf8(), 'B');
	assert.ok((await registry.round(asset)).isNone);
	await assert.rejects(
		send(api.tx.assetRegistry.addIdentifier(asset, parcel), people.issuer),
		({ section, name }) => section === 'assetRegistry' && name === 'IdentifierInUse',
	);
});

test('a verifier of each profession attests, and the issuer activates', async () => {
	const { asset } = found;
	const info = async () => (await api.call.assetRegistryApi.asset(asset)).unwrap();
	const draft = await info();
	// The facts as the chain has them, and the digest as anybody can compute it.
	const facts = blake2AsHex(draft.facts.toU8a(), 256);
	assert.equal(draft.factsDigest.toHex(), facts);
	const { verify } = api.tx.assetRegistry;
	for (const [call, signer, error] of [
		[verify(asset, 1, facts), people.issuer, 'NotVerifier'],
		[verify(asset, 2, facts), people.notary, 'PapersChanged'],
		[verify(asset, 1, DIGEST), people.notary, 'FactsChanged'],
	]) {
		await assert.rejects(
			send(call, signer),
			({ section, name }) => section === 'assetRegistry' && name === error,
		);
	}
	for (const [position, profession] of PROFESSIONS.entries()) {
		const verifier = people[profession.toLowerCase()];
		const events = await send(verify(asset, 1, facts), verifier);
		const attested = only(events, 'assetRegistry', 'AssetAttested');
		assert.deepEqual([attested.verifier, attested.profession], [verifier.address, profession]);
		const complete = position === PROFESSIONS.length - 1;
		assert.equal(events.filter(({ method }) => method === 'AssetVerified').length, Number(complete));
		assert.equal((await info()).status.toString(), complete ? 'Verified' : 'Draft');
	}
	only(await send(api.tx.assetRegistry.activate(asset), people.issuer), 'assetRegistry', 'AssetActivated');
	const active = await info();
	assert.equal(active.status.toString(), 'Active');
	assert.equal(active.name.toUtf8(), 'House by the lake');
	assert.equal((await api.call.assetRegistryApi.papers(asset, null, 10)).length, 1);
});

test('the issuer issues shares', async () => {
	assert.deepEqual(reasons(await api.call.sharesApi.issueReport(found.asset, people.anna.address, SHARES.issued)), []);
	const issued = only(
		await send(api.tx.shares.issue(found.asset, people.anna.address, SHARES.issued), people.issuer),
		'shares',
		'Issued',
	);
	assert.deepEqual([issued.asset, issued.to], [found.asset, found.anna]);
});

test('a transfer that can go ahead has an empty report, and goes ahead', async () => {
	const { asset } = found;
	const report = await api.call.sharesApi.transferReport(
		asset,
		people.annasPhone.address,
		people.ben.address,
		SHARES.transferred,
	);
	assert.deepEqual(reasons(report), []);
	const transferred = only(
		await send(api.tx.shares.transfer(asset, people.ben.address, SHARES.transferred), people.annasPhone),
		'shares',
		'Transferred',
	);
	assert.deepEqual(
		[transferred.from, transferred.to, transferred.by],
		[found.anna, found.ben, people.annasPhone.address],
	);
	assert.equal(BigInt(await api.call.sharesApi.balance(asset, found.ben)), SHARES.transferred);
});

test('a refused transfer says why, before and after', async () => {
	const { asset } = found;
	const cases = [
		[people.stranger.address, 1n, 'UnknownKey', 'Receiver'],
		[people.ben.address, 0n, 'ZeroAmount', 'Asset'],
		[people.ben.address, SHARES.authorised, 'InsufficientShares', 'Sender'],
		[people.annasPhone.address, 1n, 'SameInvestor', undefined],
	];
	for (const [to, amount, reason, side] of cases) {
		const report = reasons(
			await api.call.sharesApi.transferReport(asset, people.anna.address, to, amount),
		);
		const named = report.find(([each]) => each === reason);
		assert.ok(named, `${reason} in ${JSON.stringify(report)}`);
		if (side) assert.equal(named[1], side);
		await assert.rejects(
			send(api.tx.shares.transfer(asset, to, amount), people.anna),
			({ section, name, docs }) =>
				section === 'compliance' && name === report[0][0] && docs.join('').trim().length > 0,
		);
	}
	const unknown = reasons(
		await api.call.sharesApi.transferReport(4_000_000_000, people.anna.address, people.ben.address, 1),
	);
	assert.deepEqual(unknown[0], ['UnknownAsset', 'Asset']);
});

test('the report gives every reason, not only the first', async () => {
	const report = reasons(
		await api.call.sharesApi.transferReport(
			found.asset,
			people.stranger.address,
			people.stranger.address,
			0,
		),
	);
	assert.ok(report.length >= 3, JSON.stringify(report));
});

test('a dry run of any call tells what it would do', async () => {
	const origin = { system: { Signed: people.anna.address } };
	const dryRun = async (call) =>
		(await api.call.dryRunApi.dryRunCall(origin, call.method ?? call, 5)).asOk;
	const good = await dryRun(api.tx.shares.transfer(found.asset, people.ben.address, 1n));
	assert.ok(good.executionResult.isOk);
	assert.ok(good.emittedEvents.some(({ section, method }) => section === 'shares' && method === 'Transferred'));
	const bad = await dryRun(api.tx.shares.transfer(found.asset, people.stranger.address, 1n));
	const error = decoded(bad.executionResult.asErr.error);
	assert.deepEqual([error.section, error.name], ['compliance', 'UnknownKey']);
});

test('an allowance is used up, and no more than that', async () => {
	const { asset } = found;
	const { anna, ben, broker } = people;
	const deposits = async () => (await api.query.system.account(anna.address)).data.reserved.toBigInt();
	const before = await deposits();
	const approved = only(
		await send(api.tx.shares.approve(asset, broker.address, SHARES.allowed, times.until), anna),
		'shares',
		'Approved',
	);
	assert.deepEqual(
		[approved.owner, approved.spender, BigInt(approved.old), BigInt(approved.new)],
		[anna.address, broker.address, 0n, SHARES.allowed],
	);
	assert.ok((await deposits()) > before);
	const draw = (amount) => api.tx.shares.transferFrom(asset, anna.address, ben.address, amount);
	const drawn = only(await send(draw(SHARES.drawn), broker), 'shares', 'Transferred');
	assert.deepEqual(
		[drawn.from, drawn.to, drawn.by, BigInt(drawn.amount)],
		[found.anna, found.ben, broker.address, SHARES.drawn],
	);
	const left = SHARES.allowed - SHARES.drawn;
	for (const [amount, signer] of [[left + 1n, broker], [1n, people.agent]]) {
		await assert.rejects(
			send(draw(amount), signer),
			({ section, name }) => section === 'compliance' && name === 'AllowanceExceeded',
		);
	}
	const ended = only(
		await send(api.tx.shares.approve(asset, broker.address, 0, times.until), anna),
		'shares',
		'Approved',
	);
	assert.deepEqual([BigInt(ended.old), BigInt(ended.new)], [left, 0n]);
	assert.equal(await deposits(), before);
});

test('an issuer names who proposes orders and who approves them, and they are two', async () => {
	const { asset } = found;
	const { agent, officer } = people;
	const grant = (account, roles) =>
		api.tx.assetRegistry.grantRole(asset, account.address, roles, null);
	const events = await send(
		api.tx.utility.batchAll([grant(agent, ROLES.transferAgent), grant(officer, ROLES.approver)]),
		people.issuer,
	);
	assert.equal(events.filter(({ method }) => method === 'RoleGranted').length, 2);
	assert.equal((await api.call.assetRegistryApi.roles(asset)).length, 2);
	const has = async (account, roles) =>
		(await api.call.assetRegistryApi.hasRoles(asset, account.address, roles)).isTrue;
	assert.deepEqual(
		[await has(agent, ROLES.transferAgent), await has(agent, ROLES.approver)],
		[true, false],
	);
	await assert.rejects(
		send(grant(agent, ROLES.transferAgent | ROLES.approver), people.issuer),
		({ section, name }) => section === 'assetRegistry' && name === 'BadRoles',
	);
});

test('a freeze is proposed by one and approved by another, and then nothing moves', async () => {
	const { asset } = found;
	const { agent, anna, ben, officer } = people;
	const action = { Freeze: { asset, investor: found.anna, amount: null } };
	await assert.rejects(
		send(api.tx.shares.proposeOrder(action, 'CourtOrder', DIGEST), people.broker),
		({ raw }) => raw.isBadOrigin,
	);
	found.freeze = await propose(action, 'CourtOrder');
	assert.deepEqual(await obstacles(anna, ben), [], 'a freeze does nothing before its approval');
	await assert.rejects(
		send(api.tx.shares.approveOrder(found.freeze), agent),
		({ raw }) => raw.isBadOrigin,
	);
	const approved = only(
		await send(api.tx.shares.approveOrder(found.freeze), officer),
		'shares',
		'OrderApproved',
	);
	assert.deepEqual([approved.order, approved.by], [found.freeze, officer.address]);
	const order = (await api.query.shares.orders(found.freeze)).unwrap();
	assert.ok(order.stage.isInForce);
	assert.deepEqual([order.ground.toString(), order.digest.toHex()], ['CourtOrder', DIGEST]);

	assert.deepEqual(await obstacles(anna, ben), [['SharesFrozen', 'Sender']]);
	const [failure] = await api.call.sharesApi.transferReport(asset, anna.address, ben.address, 7n);
	assert.deepEqual([failure.needed.toBigInt(), failure.found.toBigInt()], [7n, 0n]);
	for (const call of [
		api.tx.shares.transfer(asset, ben.address, 1n),
		api.tx.shares.redeem(asset, 1n),
	]) {
		await assert.rejects(
			send(call, anna),
			({ section, name, docs }) =>
				section === 'compliance' && name === 'SharesFrozen' && docs.join('').includes('frozen'),
		);
	}
	assert.deepEqual(await obstacles(ben, anna), [], 'a freeze stops nothing that comes in');
});

test('a release ends the freeze, and both orders are over', async () => {
	const release = await propose({ Release: { order: found.freeze, amount: null } }, 'CourtOrder');
	const events = await send(api.tx.shares.approveOrder(release), people.officer);
	only(events, 'shares', 'OrderApproved');
	only(events, 'shares', 'OrderExecuted');
	const released = only(events, 'shares', 'OrderReleased');
	assert.deepEqual([released.order, released.by, released.new], [found.freeze, release, 0]);
	assert.deepEqual(await obstacles(people.anna, people.ben), []);
	for (const order of [found.freeze, release]) {
		assert.ok((await api.query.shares.orders(order)).isNone);
	}
});

test('an emergency freeze acts from its proposal on, until it is withdrawn', async () => {
	const { anna, ben } = people;
	const action = { EmergencyFreeze: { asset: found.asset, investor: found.anna, amount: null } };
	const order = await propose(action, 'Fraud');
	assert.deepEqual(await obstacles(anna, ben), [['SharesFrozen', 'Sender']]);
	only(await send(api.tx.shares.withdrawOrder(order), people.agent), 'shares', 'OrderWithdrawn');
	assert.deepEqual(await obstacles(anna, ben), []);
	await assert.rejects(
		send(api.tx.shares.proposeOrder(action, 'Fraud', DIGEST), people.agent),
		({ section, name }) => section === 'shares' && name === 'UnconfirmedOrder',
	);
});

test('a split changes what a share is, and touches nobody who has some', async () => {
	const { asset } = found;
	const before = (await api.call.sharesApi.holders(asset, null, 100)).toJSON();
	const split = only(
		await send(api.tx.shares.split(asset, SHARES.unitsPerShare, 1), people.issuer),
		'shares',
		'SharesSplit',
	);
	assert.deepEqual([BigInt(split.old), BigInt(split.new)], [SHARES.unitsPerShare, 1n]);
	assert.deepEqual((await api.call.sharesApi.holders(asset, null, 100)).toJSON(), before);
	for (const [call, signer, error] of [
		[api.tx.shares.split(asset, 2, 1), people.issuer, 'IndivisibleFactor'],
		[api.tx.shares.split(asset, 1, 10), people.agent, 'NotIssuer'],
	]) {
		await assert.rejects(
			send(call, signer),
			({ section, name }) => section === 'shares' && name === error,
		);
	}
});

test('the committee appoints a provider, which admits within its terms', async () => {
	const { anna, carl, newProvider } = people;
	const terms = { countries: `0x${'ff'.repeat(32)}`, flags: FLAGS.kyc | FLAGS.aml, daily: 1 };
	const events = await decide(api.tx.compliance.appointProvider(newProvider.address, terms));
	const appointed = only(events, 'compliance', 'ProviderAppointed');
	assert.deepEqual([appointed.account, appointed.terms.daily], [newProvider.address, 1]);
	const admit = (flags) => api.tx.compliance.admit(carl.address, claims('CH', flags));
	await assert.rejects(
		send(admit(terms.flags | FLAGS.retail), newProvider),
		({ section, name }) => section === 'compliance' && name === 'OutOfScope',
	);
	only(await send(admit(terms.flags), newProvider), 'compliance', 'InvestorAdmitted');
	await assert.rejects(
		send(api.tx.compliance.admit(people.stranger.address, claims('CH', terms.flags)), newProvider),
		({ section, name }) => section === 'compliance' && name === 'DailyLimitReached',
	);
	assert.deepEqual(await obstacles(anna, carl), []);

	const { delistProvider, dismissProvider } = api.tx.compliance;
	const end = [delistProvider, dismissProvider].map((call) => call(appointed.provider));
	only(await decide(api.tx.utility.batchAll(end)), 'compliance', 'ProviderDismissed');
	assert.deepEqual(await obstacles(anna, carl), [['ProviderNotListed', 'Receiver']]);
});

test('an investor redeems shares', async () => {
	const redeemed = only(
		await send(api.tx.shares.redeem(found.asset, SHARES.redeemed), people.ben),
		'shares',
		'Redeemed',
	);
	assert.deepEqual([redeemed.from, redeemed.by], [found.ben, people.ben.address]);
});

test('the register adds up', async () => {
	const holders = (await api.call.sharesApi.holders(found.asset, null, 100)).map(
		([investor, balance]) => [investor.toNumber(), balance.toBigInt()],
	);
	assert.deepEqual(
		new Map(holders),
		new Map([
			[found.anna, OWNED.anna],
			[found.ben, OWNED.ben],
		]),
	);
});

test('income is declared in one currency and flows in another', async () => {
	const { asset } = found;
	const { bank, issuer } = people;
	const dollars = { WithId: DOLLAR.id };
	assert.equal((await api.query.assets.metadata(DOLLAR.id)).symbol.toUtf8(), DOLLAR.symbol);
	await send(api.tx.assets.transfer(DOLLAR.id, issuer.address, DOLLAR.unit), bank);
	const opened = only(
		await send(api.tx.dividends.openStream(asset, dollars), issuer),
		'dividends',
		'StreamOpened',
	);
	found.stream = opened.stream;
	const funded = only(
		await send(api.tx.dividends.fundStream(asset, dollars, INCOME.rent), bank),
		'dividends',
		'StreamFunded',
	);
	assert.equal(BigInt(funded.units), OWNED.all);

	found.paysAt = (await now()) + PERIODS.notice;
	const declare = (record, ends) =>
		api.tx.dividends.declare(
			asset,
			'Native',
			{ Total: INCOME.dividend },
			record,
			found.paysAt,
			ends,
			'All',
		);
	const ends = found.paysAt + PERIODS.claim;
	const hour = Math.ceil((await now()) / 3600 + 1) * 3600;
	for (const [call, error] of [
		[declare('Now', ends - 1), 'InvalidPeriod'],
		[declare({ Future: hour + 1 }, ends), 'NotFullHour'],
		[declare({ Future: hour - 7200 }, ends), 'RecordInPast'],
	]) {
		await assert.rejects(
			send(call, issuer),
			({ section, name }) => section === 'dividends' && name === error,
		);
	}
	await assert.rejects(send(declare('Now', ends), people.anna), ({ raw }) => raw.isBadOrigin);
	const declared = only(await send(declare('Now', ends), issuer), 'dividends', 'DistributionDeclared');
	assert.deepEqual(
		[BigInt(declared.amount), BigInt(declared.units), declared.declarer],
		[INCOME.dividend, OWNED.all, issuer.address],
	);
	found.distribution = declared.distribution;
});

test('what is due is said to the unit, by the runtime API and by the view function', async () => {
	const { asset } = found;
	for (const [name, country] of [['anna', 'CH'], ['ben', 'DE']]) {
		const dues = await api.call.dividendsApi.incomeDue(people[name].address, asset);
		const by = new Map(dues.map((due) => [due.currency.isNative ? 'native' : 'dollars', due]));
		assert.equal(by.size, 2);
		for (const [currency, amount] of [['native', INCOME.dividend], ['dollars', INCOME.rent]]) {
			const due = by.get(currency);
			const { gross, tax, net } = share(amount, OWNED[name], OWNED.all);
			assert.deepEqual(
				[due.gross.toBigInt(), due.tax.toBigInt(), due.net.toBigInt(), due.rate.toNumber()],
				[gross, tax, net, 150_000],
				`${name} in ${currency}, of ${country}`,
			);
		}
		const viewed = await view('Dividends', 'income_due', people[name].address, asset);
		assert.equal(viewed.toHex(), dues.toHex());
		const to = await view('Dividends', 'income_due_to', found[name], asset);
		assert.equal(to.toHex(), dues.toHex());
	}
	assert.equal((await api.call.dividendsApi.incomeDue(people.stranger.address, asset)).length, 0);
});

test('income is claimed by its investor and for it, once', async () => {
	const { asset, distribution } = found;
	const { anna, ben, broker } = people;
	const claim = api.tx.dividends.claim(asset, [distribution]);
	const claimFor = (investor) => api.tx.dividends.claimFor(asset, investor, [distribution]);
	const refused = (call, signer, error) =>
		assert.rejects(
			send(call, signer),
			({ section, name }) => section === 'dividends' && name === error,
		);
	if ((await now()) + 12 < found.paysAt) await refused(claim, anna, 'NotYetPayable');
	await until(found.paysAt);

	const own = share(INCOME.dividend, OWNED.anna, OWNED.all);
	const receipt = only(await send(claim, anna), 'dividends', 'IncomePaid');
	assert.deepEqual(
		[receipt.investor, receipt.to, BigInt(receipt.gross), BigInt(receipt.tax)],
		[found.anna, anna.address, own.gross, own.tax],
	);
	await refused(claim, anna, 'AlreadyPaid');
	await refused(claimFor(found.anna), broker, 'AlreadyPaid');
	await refused(api.tx.dividends.claim(asset, []), anna, 'EmptyClaim');
	await refused(api.tx.dividends.claim(asset, [99]), anna, 'UnknownDistribution');

	// Anybody may ask, and the investor alone is paid.
	const before = (await api.query.system.account(ben.address)).data.free.toBigInt();
	const his = share(INCOME.dividend, OWNED.ben, OWNED.all);
	only(await send(claimFor(found.ben), broker), 'dividends', 'IncomePaid');
	const after = (await api.query.system.account(ben.address)).data.free.toBigInt();
	assert.equal(after - before, his.net);

	only(await send(api.tx.dividends.claimStreams(asset), anna), 'dividends', 'IncomePaid');
	await refused(api.tx.dividends.claimStreams(asset), anna, 'NothingDue');
	const dollars = (await api.query.assets.account(DOLLAR.id, anna.address)).unwrap();
	assert.equal(dollars.balance.toBigInt(), share(INCOME.rent, OWNED.anna, OWNED.all).net);

	const info = (await api.call.dividendsApi.distribution(asset, distribution)).unwrap();
	assert.equal(info.open.toNumber(), 0);
	assert.equal(
		info.deposited.toBigInt(),
		info.paid.toBigInt() + info.withheld.toBigInt() + info.parked.toBigInt() + info.claimable.toBigInt(),
	);
	const closed = only(await send(api.tx.dividends.close(asset, distribution), broker), 'dividends', 'DistributionClosed');
	assert.equal(BigInt(closed.carried), INCOME.dividend - own.gross - his.gross);
});

test('holders resolve who manages their house, and the chain does as they say', async () => {
	const { asset } = found;
	const { anna, ben, broker, manager } = people;
	const bond = api.consts.dao.rules.managerBond.toBigInt();
	await send(api.tx.dao.stand(asset, bond), manager);
	const appoint = api.tx.dao.appointManager(asset, manager.address);
	const propose = (call) =>
		api.tx.dao.propose(asset, 'Ordinary', DIGEST, false, [[{ Inline: call.method.toHex() }]]);
	const refused = (call, signer, error) =>
		assert.rejects(
			send(call, signer),
			({ section, name }) => section === 'dao' && name === error,
		);
	await refused(propose(api.tx.system.remark('0x')), anna, 'CallNotAllowed');
	await refused(propose(appoint), broker, 'UnknownKey');
	await assert.rejects(send(appoint, anna), ({ raw }) => raw.isBadOrigin);

	const proposed = only(await send(propose(appoint), anna), 'dao', 'ResolutionProposed');
	const id = proposed.resolution;
	const info = async () => (await api.call.daoApi.resolution(asset, id)).unwrap();
	const yes = [{ motion: 0, choice: { For: 0 }, votes: null }];
	await refused(api.tx.dao.vote(asset, id, yes), anna, 'WrongPhase');
	assert.deepEqual(
		[(await info()).phase.toString(), (await info()).base.toBigInt()],
		['Discussion', OWNED.all],
	);
	const voter = (await api.call.daoApi.voter(asset, id, ben.address)).unwrap();
	assert.deepEqual([voter.power.toBigInt(), voter.mayVote.isTrue], [OWNED.ben, true]);
	const carried = await view('Dao', 'carried_call', asset, id, 0, 0);
	assert.equal(carried.unwrap().toHex(), appoint.method.toHex());

	await until((await info()).votingFrom.toNumber());
	const cast = only(await send(api.tx.dao.vote(asset, id, yes), anna), 'dao', 'VoteCast');
	assert.deepEqual([cast.investor, BigInt(cast.votes[0][1])], [found.anna, OWNED.anna]);
	await send(api.tx.dao.vote(asset, id, [{ motion: 0, choice: 'Against', votes: null }]), ben);
	await until((await info()).votingUntil.toNumber());
	await refused(api.tx.dao.vote(asset, id, yes), ben, 'WrongPhase');
	const counted = only(await send(api.tx.dao.close(asset, id), broker), 'dao', 'ResolutionClosed');
	assert.deepEqual(counted.tally.map(BigInt), [OWNED.anna, OWNED.ben, 0n]);

	const execute = api.tx.dao.execute(asset, id, 0, { refTime: 100_000_000_000, proofSize: 1_000_000 });
	assert.ok((await api.call.daoApi.manager(asset)).isNone);
	await until((await info()).executableFrom.toNumber());
	const events = await send(execute, broker);
	assert.equal(only(events, 'dao', 'ManagerAppointed').new, manager.address);
	assert.equal(only(events, 'dao', 'MotionExecuted').result.ok, null);
	assert.equal((await api.call.daoApi.manager(asset)).unwrap().toString(), manager.address);
	assert.equal((await info()).motions[0].state.type, 'Executed');
	const mandate = (await view('Dao', 'mandate', asset, manager.address)).unwrap();
	assert.deepEqual([mandate.status.type, mandate.bond.toBigInt()], ['Serving', bond]);
});
