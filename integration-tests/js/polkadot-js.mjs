// SPDX-License-Identifier: Apache-2.0
//
// What Polkadot.js Apps does, with the library that it is made of and nothing told to it about this
// chain: no type, no bundle.
//
//     node --test polkadot-js.mjs          (CADASTRE_WS, else ws://127.0.0.1:9944)

import { ApiPromise, WsProvider } from '@polkadot/api';
import { findUnknownExtensions } from '@polkadot/types/extrinsic/signedExtensions';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
	ALL_RIGHTS,
	APIS,
	around,
	cast,
	DIGEST,
	FLAGS,
	hex,
	newcomers,
	PALLETS,
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
	return Object.fromEntries(named[0].data.names.map((name, i) => [name, named[0].data[i].toJSON()]));
}

const claims = (residence) => ({
	residence: hex(residence),
	taxResidence: hex(residence),
	flags: FLAGS.kyc | FLAGS.aml | FLAGS.retail,
	validFrom: times.from,
	validUntil: times.until,
});

const reasons = (report) => report.toJSON().map(({ reason, side }) => [reason, side]);

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
			}
		}
		assert.ok(Object.keys(api.tx[name]).length > 0 && Object.keys(api.errors[name]).length > 0);
	});
}

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
			api.tx.assetRegistry.register('RealEstate', 'House by the lake', hex('CH'), found.pack, SHARES.authorised),
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

test('a verifier verifies it and the issuer activates it', async () => {
	const verified = only(
		await send(api.tx.assetRegistry.verify(found.asset, 1), people.verifier),
		'assetRegistry',
		'AssetVerified',
	);
	assert.equal(verified.verifier, people.verifier.address);
	only(await send(api.tx.assetRegistry.activate(found.asset), people.issuer), 'assetRegistry', 'AssetActivated');
	const asset = (await api.call.assetRegistryApi.asset(found.asset)).unwrap();
	assert.equal(asset.status.toString(), 'Active');
	assert.equal(asset.name.toUtf8(), 'House by the lake');
	assert.equal((await api.call.assetRegistryApi.papers(found.asset, null, 10)).length, 1);
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
			[found.anna, SHARES.issued - SHARES.transferred],
			[found.ben, SHARES.transferred - SHARES.redeemed],
		]),
	);
});
