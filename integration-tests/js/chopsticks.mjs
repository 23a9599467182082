// SPDX-License-Identifier: Apache-2.0
//
// The runtime's wasm alone, without our node: under Chopsticks, which executes it in its own
// executor on the genesis of the development chain. What upgrades and user interfaces are tried on
// must be able to run it.
//
//     node --test chopsticks.mjs           (CADASTRE_NODE makes the chain spec)

import { BuildBlockMode, setupWithServer } from '@acala-network/chopsticks';
import { ApiPromise, WsProvider } from '@polkadot/api';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { around, cast, FLAGS, hex, NODE, UNIT } from './story.mjs';

/** Milliseconds of a slot, of the chain as of its relay chain. */
const SLOT = 6_000;
/** The key of `Timestamp.Now` in the state. */
const TIMESTAMP_NOW = '0xf0c365c3cf59d671eb72da0e7a4113c49f1f0515f462cdcf84e0f1d6045dfcbb';

let api;
let chopsticks;
let folder;
let people;
let times;

before(async () => {
	folder = mkdtempSync(join(tmpdir(), 'cadastre-chopsticks-'));
	const file = join(folder, 'spec.json');
	// Raw: Chopsticks does not build a genesis from a preset.
	const spec = JSON.parse(
		execFileSync(NODE, ['export-chain-spec', '--chain', 'dev', '--raw'], {
			maxBuffer: 1 << 28,
			stdio: ['ignore', 'pipe', 'ignore'],
		}),
	);
	// A genesis without time makes Chopsticks take the clock's, each time that it asks: while it
	// builds the first block a slot may end, and then the slots of chain and relay chain differ.
	const now = Buffer.alloc(8);
	now.writeBigUInt64LE(BigInt(Math.floor(Date.now() / SLOT) * SLOT));
	spec.genesis.raw.top[TIMESTAMP_NOW] = `0x${now.toString('hex')}`;
	writeFileSync(file, JSON.stringify(spec));
	chopsticks = await setupWithServer({
		'chain-spec': file,
		'build-block-mode': BuildBlockMode.Instant,
		host: '127.0.0.1',
		port: 0,
	});
	api = await ApiPromise.create({
		provider: new WsProvider(`ws://${chopsticks.addr}`),
		noInitWarn: true,
	});
	people = await cast();
}, { timeout: 120_000 });

after(async () => {
	if (folder) rmSync(folder, { recursive: true });
	await api?.disconnect();
	await chopsticks?.close();
}, { timeout: 10_000 });

/** Builds a block with nothing in it, and answers its number. */
async function newBlock() {
	const number = async () => (await api.rpc.chain.getHeader()).number.toNumber();
	const before = await number();
	// Not a method that Polkadot.js knows.
	await api._rpcCore.provider.send('dev_newBlock', [{ count: 1 }]);
	// An error while it was built is only logged.
	assert.equal(await number(), before + 1, 'no block was built');
}

/** Signs, waits for the block, and answers the events of the transaction. */
async function send(call, signer) {
	const result = await new Promise((resolve, reject) => {
		call
			.signAndSend(signer, (status) => {
				if (status.isInBlock || status.isFinalized) resolve(status);
				if (status.isError) reject(new Error(`transaction ${status.status.type}`));
			})
			.catch(reject);
	});
	if (result.dispatchError) {
		const { section, name } = api.registry.findMetaError(result.dispatchError.asModule);
		throw Object.assign(new Error(`${section}.${name}`), { section, name });
	}
	return result.events.map(({ event: { section, method } }) => `${section}.${method}`);
}

test('the wasm starts and builds a block', async () => {
	assert.equal(api.runtimeVersion.specName.toString(), 'cadastre');
	await newBlock();
	times = around(Math.floor((await api.query.timestamp.now()).toNumber() / 1000));
});

test('an account is funded and a provider admits it', async () => {
	const funded = await send(
		api.tx.balances.transferKeepAlive(people.anna.address, 100n * UNIT),
		people.bank,
	);
	assert.ok(funded.includes('balances.Transfer'), funded.join());
	const admitted = await send(
		api.tx.compliance.admit(people.anna.address, {
			residence: hex('CH'),
			taxResidence: hex('CH'),
			flags: FLAGS.kyc | FLAGS.aml,
			validFrom: times.from,
			validUntil: times.until,
		}),
		people.provider,
	);
	assert.ok(admitted.includes('compliance.InvestorAdmitted'), admitted.join());
	assert.ok((await api.call.complianceApi.key(people.anna.address)).isSome);
});

test('a refused transfer says why', async () => {
	const { anna, stranger } = people;
	const report = await api.call.sharesApi.transferReport(0, anna.address, stranger.address, 1);
	const reasons = report.toJSON().map(({ reason }) => reason);
	assert.equal(reasons[0], 'UnknownAsset');
	await assert.rejects(
		send(api.tx.shares.transfer(0, stranger.address, 1), anna),
		({ section, name }) => section === 'compliance' && name === 'UnknownAsset',
	);
});

test('a dry run tells what a call would do', async () => {
	const origin = { system: { Signed: people.bank.address } };
	const effects = await api.call.dryRunApi.dryRunCall(
		origin,
		api.tx.balances.transferKeepAlive(people.stranger.address, UNIT).method,
		5,
	);
	assert.ok(effects.isOk, effects.toString());
	assert.ok(effects.asOk.executionResult.isOk, effects.toString());
	const before = await api.query.system.account(people.stranger.address);
	assert.equal(before.data.free.toBigInt(), 0n, 'a dry run changes nothing');
});

test('blocks follow one another, and time goes on with them', async () => {
	const now = async () => (await api.query.timestamp.now()).toNumber();
	const before = await now();
	await newBlock();
	await newBlock();
	assert.ok((await now()) > before);
});
