// SPDX-License-Identifier: Apache-2.0
//
// A network of a relay chain and collators that is killed, joined and spoken to. Started by
// `scripts/network.sh --test`, which says in CADASTRE_NETWORK where the processes' files are:
// NAME.sh starts one, NAME.pid is its process.

import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

const { CADASTRE_NETWORK: FOLDER, CADASTRE, CADASTRE_NODE: NODE } = process.env;
assert.ok(FOLDER && CADASTRE && NODE, 'start this with scripts/network.sh --test');
const ONE = 'ws://127.0.0.1:9944';
const TWO = 'ws://127.0.0.1:9945';
const RELAY = 'ws://127.0.0.1:9955';
const FRESH_PORT = 9946;
const MINUTE = 60_000;

let one;
let relay;
const children = [];

const connect = (url) =>
	ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true });
const finalized = async (api) =>
	(await api.rpc.chain.getHeader(await api.rpc.chain.getFinalizedHead())).number.toNumber();
const best = async (api) => (await api.rpc.chain.getHeader()).number.toNumber();

/** Waits until a condition holds; says what did not, if it does not in time. */
async function until(what, limit, condition) {
	const end = Date.now() + limit;
	while (!(await condition())) {
		assert.ok(Date.now() < end, `not so after ${limit / 1000} s: ${what}`);
		await sleep(1_000);
	}
}

const pid = (name) => Number(readFileSync(join(FOLDER, `${name}.pid`), 'utf8'));
function start(name) {
	const child = spawn(join(FOLDER, `${name}.sh`), { stdio: 'ignore', detached: true });
	child.unref();
	writeFileSync(join(FOLDER, `${name}.pid`), `${child.pid}\n`);
}

before(async () => {
	one = await connect(ONE);
	relay = await connect(RELAY);
}, { timeout: 2 * MINUTE });

after(async () => {
	for (const child of children) child.kill('SIGTERM');
	await Promise.all([one?.disconnect(), relay?.disconnect()]);
}, { timeout: MINUTE });

test('both collators author', { timeout: 10 * MINUTE }, async () => {
	const keyring = new Keyring({ type: 'sr25519' });
	const names = ['//Alice', '//Bob'].map((uri) => keyring.addFromUri(uri).address);
	const first = await best(one);
	for (const name of names) {
		await until(`${name} authors`, 8 * MINUTE, async () => {
			const last = await one.query.collatorSelection.lastAuthoredBlock(name);
			return last.toNumber() > first;
		});
	}
});

test('finality follows the relay chain', { timeout: 10 * MINUTE }, async () => {
	const [here, there] = [await finalized(one), await finalized(relay)];
	await until('both finalize ten more', 8 * MINUTE, async () =>
		(await finalized(one)) >= here + 10 && (await finalized(relay)) >= there + 10);
	assert.ok((await best(one)) - (await finalized(one)) <= 20, 'at most twenty blocks behind');
});

test('the story is told over the network', { timeout: 60 * MINUTE }, async () => {
	// Not in this process's own: the story may take its time.
	const story = spawnSync(CADASTRE, ['--url', ONE, 'demo'], { encoding: 'utf8' });
	assert.equal(story.status, 0, story.stdout + story.stderr);
});

test('a collator that is killed comes back, and loses nothing final', { timeout: 15 * MINUTE }, async () => {
	const two = await connect(TWO);
	const number = await finalized(two);
	const hash = (await two.rpc.chain.getBlockHash(number)).toHex();
	await two.disconnect();
	process.kill(pid('collator-two'), 'SIGKILL');
	const killed = await best(one);
	await until('the other goes on alone', 5 * MINUTE, async () => (await best(one)) > killed + 3);
	start('collator-two');
	const again = await connect(TWO);
	await until('it has caught up', 8 * MINUTE, async () => (await finalized(again)) > killed);
	assert.equal((await again.rpc.chain.getBlockHash(number)).toHex(), hash);
	const at = await finalized(again);
	await until('both are there', 2 * MINUTE, async () => (await finalized(one)) >= at);
	const roots = await Promise.all([one, again].map(async (api) =>
		(await api.rpc.chain.getHeader(await api.rpc.chain.getBlockHash(at))).stateRoot.toHex()));
	assert.equal(roots[0], roots[1]);
	await again.disconnect();
});

for (const sync of ['full', 'warp']) {
	test(`a fresh node syncs (${sync}) to the same root`, { timeout: 20 * MINUTE }, async () => {
		const log = openSync(join(FOLDER, `fresh-${sync}.log`), 'a');
		const base = join(FOLDER, `fresh-${sync}`);
		mkdirSync(base, { recursive: true });
		const boot = /--bootnodes\s+\\?\s*(\/ip4\S+tcp\/30500\S+)/.exec(
			readFileSync(join(FOLDER, 'collator-one.sh'), 'utf8'))[1];
		const relayBoot = boot && /(\/ip4\S+tcp\/30400\S+)/.exec(
			readFileSync(join(FOLDER, 'collator-one.sh'), 'utf8'))[1];
		const child = spawn(NODE, [
			'--chain', join(FOLDER, 'cadastre.json'), '--base-path', base, '--sync', sync,
			'--no-telemetry', '--no-hardware-benchmarks', '--no-mdns', '--no-prometheus',
			'--rpc-port', FRESH_PORT, '--port', '30510', '--bootnodes', boot,
			'--', '--chain', join(FOLDER, 'relay.json'), '--no-telemetry', '--no-hardware-benchmarks',
			'--no-mdns', '--no-prometheus', '--rpc-port', '9980', '--port', '30610', '--bootnodes', relayBoot,
		].map(String), { stdio: ['ignore', log, log] });
		children.push(child);
		const fresh = await connect(`ws://127.0.0.1:${FRESH_PORT}`);
		const wanted = await finalized(one);
		await until('it is where the others are', 15 * MINUTE, async () => (await finalized(fresh)) >= wanted);
		const header = async (api) => api.rpc.chain.getHeader(await api.rpc.chain.getBlockHash(wanted));
		assert.equal((await header(fresh)).stateRoot.toHex(), (await header(one)).stateRoot.toHex());
		await fresh.disconnect();
		child.kill('SIGTERM');
		await new Promise((resolve) => child.once('exit', resolve));
	});
}

test('keys are rotated with a proof, and their owner is a candidate', { timeout: 10 * MINUTE }, async () => {
	const owner = new Keyring({ type: 'sr25519' }).addFromUri('//Ferdie');
	// Not known to the library, which has only the call without an owner.
	const made = await one._rpcCore.provider.send('author_rotateKeysWithOwner', [
		one.createType('AccountId', owner.address).toHex(),
	]);
	const send = (call) => new Promise((resolve, reject) => {
		call.signAndSend(owner, { nonce: -1 }, ({ status, dispatchError }) => {
			if (dispatchError) reject(new Error(one.registry.findMetaError(dispatchError.asModule).name));
			else if (status.isFinalized) resolve();
		}).catch(reject);
	});
	await assert.rejects(send(one.tx.session.setKeys(made.keys, '0x')), /InvalidProof/);
	await send(one.tx.session.setKeys(made.keys, made.proof));
	await send(one.tx.collatorSelection.registerAsCandidate());
	const candidates = await one.query.collatorSelection.candidateList();
	assert.ok(candidates.some(({ who }) => who.toString() === owner.address));
	// It authors from the session after the next: sessions are an hour, so that is not waited for.
});
