// SPDX-License-Identifier: Apache-2.0
//
// What newer wallets and pages do: polkadot-api (PAPI) with descriptors that its own command
// generates from the runtime's wasm.
//
//     node --test papi.mjs                 (CADASTRE_WS, else ws://127.0.0.1:9944; CADASTRE_WASM)

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Enum, createClient } from 'polkadot-api';
import { getPolkadotSigner } from 'polkadot-api/signer';
import { getWsProvider } from 'polkadot-api/ws';
import {
	ALL_RIGHTS,
	around,
	cast,
	DIGEST,
	FACTS,
	FLAGS,
	hex,
	INCOME,
	newcomers,
	PERIODS,
	PROFESSIONS,
	ROLES,
	share,
	SHARES,
	UNIT,
	WASM,
	WS,
} from './story.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

let api;
let client;
let people;
let times;
const found = {};

/** Runs `papi add cadastre --wasm …`, as a developer would, and answers the descriptors. */
async function descriptors() {
	assert.ok(existsSync(WASM), `there is no runtime at ${WASM}: run cargo build`);
	const config = join(HERE, '.papi', 'polkadot-api.json');
	mkdirSync(dirname(config), { recursive: true });
	// A folder of its own instead of a package that npm would have to install.
	writeFileSync(
		config,
		JSON.stringify({
			version: 0,
			descriptorPath: '.papi/descriptors',
			options: { noDescriptorsPackage: true },
			entries: {},
		}),
	);
	execFileSync(
		process.execPath,
		[join(HERE, 'node_modules/.bin/papi'), 'add', 'cadastre', '--wasm', resolve(WASM)],
		{ cwd: HERE, stdio: ['ignore', 'ignore', 'inherit'] },
	);
	const index = join(HERE, '.papi/descriptors/dist/index.js');
	return (await import(pathToFileURL(index).href)).cadastre;
}

before(async () => {
	const cadastre = await descriptors();
	client = createClient(getWsProvider(WS));
	api = client.getTypedApi(cadastre);
	people = await cast();
	times = around(Math.floor(Number(await api.query.Timestamp.Now.getValue()) / 1000));
}, { timeout: 180_000 });

after(() => client?.destroy());

const signerOf = (pair) =>
	getPolkadotSigner(pair.publicKey, 'Sr25519', (payload) => pair.sign(payload));

/** Signs, waits until the block is final, and answers the events of the transaction. */
async function send(call, pair) {
	const result = await call.signAndSubmit(signerOf(pair));
	if (!result.ok) {
		const { type, value } = result.dispatchError;
		throw Object.assign(new Error(`${value?.type ?? type}.${value?.value?.type}`), {
			section: value?.type ?? type,
			name: value?.value?.type,
		});
	}
	return result.events;
}

/** The one event of that name among them. */
function only(events, section, method) {
	const named = events.filter(({ type, value }) => type === section && value.type === method);
	assert.equal(named.length, 1, `${section}.${method} once`);
	return named[0].value.value;
}

const claims = (residence) => ({
	residence: hex(residence),
	tax_residence: hex(residence),
	flags: FLAGS.kyc | FLAGS.aml | FLAGS.retail,
	valid_from: BigInt(times.from),
	valid_until: BigInt(times.until),
});

const reasons = (report) => report.map(({ reason, side }) => [reason.type, side.type]);

test('new accounts are funded in one batch', async () => {
	const calls = newcomers(people).map(
		({ address }) =>
			api.tx.Balances.transfer_keep_alive({
				dest: Enum('Id', address),
				value: 1_000n * UNIT,
			}).decodedCall,
	);
	only(await send(api.tx.Utility.batch_all({ calls }), people.bank), 'Utility', 'BatchCompleted');
});

test('a provider admits investors, and nobody else does', async () => {
	for (const [name, residence] of [['anna', 'CH'], ['ben', 'DE']]) {
		const call = api.tx.Compliance.admit({
			account: people[name].address,
			claims: claims(residence),
		});
		const admitted = only(await send(call, people.provider), 'Compliance', 'InvestorAdmitted');
		assert.equal(admitted.account, people[name].address);
		found[name] = admitted.investor;
	}
	assert.equal((await api.apis.ComplianceApi.key(people.anna.address)).investor, found.anna);
	assert.equal(await api.apis.ComplianceApi.key(people.stranger.address), undefined);
	const call = api.tx.Compliance.admit({ account: people.stranger.address, claims: claims('CH') });
	await assert.rejects(send(call, people.bank), { section: 'Compliance', name: 'NotProvider' });
});

test('an investor offers a key, and its phone accepts', async () => {
	const offer = api.tx.Compliance.offer_key({
		account: people.annasPhone.address,
		rights: ALL_RIGHTS,
		expires_at: undefined,
	});
	only(await send(offer, people.anna), 'Compliance', 'KeyOffered');
	const accept = api.tx.Compliance.accept_key({ investor: found.anna });
	const added = only(await send(accept, people.annasPhone), 'Compliance', 'KeyAdded');
	assert.equal(added.account, people.annasPhone.address);
});

test('an issuer publishes a rule pack, registers an asset and files a paper', async () => {
	const rules = {
		rules: [
			Enum('Required', { side: Enum('Both'), flags: FLAGS.kyc | FLAGS.aml }),
			Enum('HolderCap', { max: 100 }),
		],
		sets: [],
	};
	const publish = api.tx.Compliance.publish_pack({ rules });
	found.pack = only(await send(publish, people.issuer), 'Compliance', 'PackPublished').pack;
	const { usage, area, built, tenure } = FACTS.RealEstate;
	const register = api.tx.AssetRegistry.register({
		facts: Enum('RealEstate', { usage: Enum(usage), area, built, tenure: Enum(tenure) }),
		name: new TextEncoder().encode('House by the lake'),
		country: hex('CH'),
		pack: found.pack,
		shares: {
			authorised: SHARES.authorised,
			units_per_share: SHARES.unitsPerShare,
			class_of: undefined,
		},
	});
	found.asset = only(await send(register, people.issuer), 'AssetRegistry', 'AssetRegistered').asset;
	const file = api.tx.AssetRegistry.file_paper({
		asset: found.asset,
		kind: Enum('Title'),
		digest: DIGEST,
		dated: BigInt(times.yesterday),
		supersedes: undefined,
	});
	const filed = only(await send(file, people.issuer), 'AssetRegistry', 'PaperFiled');
	assert.equal(filed.digest, DIGEST);
});

test('a verifier of each profession attests, and the issuer activates', async () => {
	const { asset } = found;
	const info = () => api.apis.AssetRegistryApi.asset(asset);
	const facts = (await info()).facts_digest;
	const verify = api.tx.AssetRegistry.verify({ asset, papers: 1, facts });
	for (const profession of PROFESSIONS) {
		assert.equal((await info()).status.type, 'Draft');
		const events = await send(verify, people[profession.toLowerCase()]);
		assert.equal(only(events, 'AssetRegistry', 'AssetAttested').profession.type, profession);
	}
	assert.equal((await info()).status.type, 'Verified');
	await assert.rejects(send(verify, people.lawyer), { section: 'AssetRegistry', name: 'WrongStatus' });
	const activate = api.tx.AssetRegistry.activate({ asset });
	only(await send(activate, people.issuer), 'AssetRegistry', 'AssetActivated');
	assert.equal((await info()).status.type, 'Active');
});

test('the issuer issues shares', async () => {
	const call = api.tx.Shares.issue({
		asset: found.asset,
		to: people.anna.address,
		amount: SHARES.issued,
	});
	const issued = only(await send(call, people.issuer), 'Shares', 'Issued');
	assert.deepEqual([issued.to, issued.amount], [found.anna, SHARES.issued]);
});

test('a transfer that can go ahead has an empty report, and goes ahead', async () => {
	const { asset } = found;
	const [from, to, amount] = [people.annasPhone.address, people.ben.address, SHARES.transferred];
	assert.deepEqual(await api.apis.SharesApi.transfer_report(asset, from, to, amount), []);
	const call = api.tx.Shares.transfer({ asset, to, amount });
	const transferred = only(await send(call, people.annasPhone), 'Shares', 'Transferred');
	assert.deepEqual([transferred.from, transferred.to], [found.anna, found.ben]);
});

test('a refused transfer says why, before and after', async () => {
	const { asset } = found;
	const cases = [
		[people.stranger.address, 1n, 'UnknownKey'],
		[people.ben.address, 0n, 'ZeroAmount'],
		[people.ben.address, SHARES.authorised, 'InsufficientShares'],
	];
	for (const [to, amount, reason] of cases) {
		const report = reasons(
			await api.apis.SharesApi.transfer_report(asset, people.anna.address, to, amount),
		);
		assert.ok(report.some(([each]) => each === reason), `${reason} in ${JSON.stringify(report)}`);
		await assert.rejects(send(api.tx.Shares.transfer({ asset, to, amount }), people.anna), {
			section: 'Compliance',
			name: report[0][0],
		});
	}
});

test('an investor redeems shares', async () => {
	const call = api.tx.Shares.redeem({ asset: found.asset, amount: SHARES.redeemed });
	const redeemed = only(await send(call, people.ben), 'Shares', 'Redeemed');
	assert.equal(redeemed.from, found.ben);
});

test('an order is proposed and approved, and a view function tells where it stands', async () => {
	const { asset } = found;
	const { agent, anna, ben, officer } = people;
	for (const [account, roles] of [[agent, ROLES.transferAgent], [officer, ROLES.approver]]) {
		const grant = { asset, account: account.address, roles, expires_at: undefined };
		only(
			await send(api.tx.AssetRegistry.grant_role(grant), people.issuer),
			'AssetRegistry',
			'RoleGranted',
		);
	}
	const propose = api.tx.Shares.propose_order({
		action: Enum('Freeze', { asset, investor: found.anna, amount: undefined }),
		ground: Enum('RegulatorOrder'),
		digest: DIGEST,
	});
	const { order } = only(await send(propose, agent), 'Shares', 'OrderProposed');
	assert.equal((await api.view.Shares.order(order)).state.type, 'Proposed');
	only(await send(api.tx.Shares.approve_order({ order }), officer), 'Shares', 'OrderApproved');
	const [info] = await api.view.Shares.orders_of(asset, found.anna);
	assert.deepEqual([info.order, info.state.type, info.ground.type], [order, 'InForce', 'RegulatorOrder']);
	assert.deepEqual(
		reasons(await api.apis.SharesApi.transfer_report(asset, anna.address, ben.address, 1n)),
		[['SharesFrozen', 'Sender']],
	);
	await assert.rejects(
		send(api.tx.Shares.transfer({ asset, to: ben.address, amount: 1n }), anna),
		{ section: 'Compliance', name: 'SharesFrozen' },
	);
});

test('view functions answer what the runtime APIs answer', async () => {
	const { asset } = found;
	for (const investor of [found.anna, found.ben]) {
		assert.equal(
			await api.view.Shares.balance(asset, investor),
			await api.apis.SharesApi.balance(asset, investor),
		);
	}
	assert.equal(
		await api.apis.SharesApi.balance(asset, found.ben),
		SHARES.transferred - SHARES.redeemed,
	);
	const report = [asset, people.ben.address, people.stranger.address, 1n];
	assert.deepEqual(
		await api.view.Shares.transfer_report(...report),
		await api.apis.SharesApi.transfer_report(...report),
	);
});

test('income and resolutions are told by runtime APIs and view functions alike', async () => {
	const { asset } = found;
	const { anna, issuer } = people;
	const now = Math.floor(Number(await api.query.Timestamp.Now.getValue()) / 1000);
	const paysAt = BigInt(now + PERIODS.notice);
	const declare = api.tx.Dividends.declare({
		asset,
		currency: Enum('Native'),
		amount: Enum('Total', INCOME.dividend),
		record: Enum('Now'),
		pays_at: paysAt,
		expires_at: paysAt + BigInt(PERIODS.claim),
		selection: Enum('All'),
	});
	await assert.rejects(send(declare, anna), { section: 'BadOrigin' });
	const declared = only(await send(declare, issuer), 'Dividends', 'DistributionDeclared');
	const owned = await api.apis.SharesApi.balance(asset, found.anna);
	const [due] = await api.apis.DividendsApi.income_due(anna.address, asset);
	const { gross, tax, net } = share(INCOME.dividend, owned, declared.units);
	assert.deepEqual([due.gross, due.tax, due.net, due.pays_at], [gross, tax, net, paysAt]);
	assert.equal(due.source.type, 'Distribution');
	assert.deepEqual(await api.view.Dividends.income_due(anna.address, asset), [due]);
	assert.deepEqual(await api.view.Dividends.income_due_to(found.anna, asset), [due]);
	const listed = await api.view.Dividends.distributions(asset, undefined, 10);
	assert.deepEqual(listed, await api.apis.DividendsApi.distributions(asset, undefined, 10));
	assert.deepEqual([listed.length, listed[0].open], [1, 2]);

	const propose = api.tx.Dao.propose({
		asset,
		class: Enum('Ordinary'),
		digest: DIGEST,
		secret: true,
		motions: [[undefined, undefined]],
	});
	const proposed = only(await send(propose, anna), 'Dao', 'ResolutionProposed');
	const resolution = await api.view.Dao.resolution(asset, proposed.resolution);
	assert.deepEqual(resolution, await api.apis.DaoApi.resolution(asset, proposed.resolution));
	assert.deepEqual([resolution.phase.type, resolution.secret], ['Discussion', true]);
	const voter = await api.view.Dao.voter(asset, proposed.resolution, anna.address);
	assert.deepEqual([voter.power, voter.may_vote], [owned, true]);
	// The frozen shares vote, too: what is frozen does not move, and is its owner's.
	const ballot = [{ motion: 0, choice: Enum('For', 1), votes: undefined }];
	const commitment = await api.view.Dao.commitment(
		asset,
		proposed.resolution,
		found.anna,
		ballot,
		DIGEST,
	);
	assert.match(String(commitment.asHex?.() ?? commitment), /^0x[0-9a-f]{64}$/);
	const withdraw = api.tx.Dao.withdraw({ asset, resolution: proposed.resolution });
	only(await send(withdraw, anna), 'Dao', 'ResolutionWithdrawn');
});
