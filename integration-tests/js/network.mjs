// SPDX-License-Identifier: Apache-2.0
//
// A network of a relay chain and collators that is killed, joined and spoken to. Started by
// `scripts/network.sh --test`, which says in CADASTRE_NETWORK where the processes' files are:
// NAME.sh starts one, NAME.pid is its process. With CADASTRE_NEXT, a wasm of scripts/next-runtime.sh,
// the chain is upgraded to it at the end. CADASTRE_ONLY, a regular expression, chooses tests.

import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

const { CADASTRE_NETWORK: FOLDER, CADASTRE, CADASTRE_NODE: NODE, CADASTRE_NEXT: NEXT } = process.env;
assert.ok(FOLDER && CADASTRE && NODE, 'start this with scripts/network.sh --test');
const ONE = 'ws://127.0.0.1:9944';
const TWO = 'ws://127.0.0.1:9945';
const RELAY = 'ws://127.0.0.1:9955';
const FRESH_PORT = 9946;
const MINUTE = 60_000;

let one;
let relay;
const children = [];

// A provider that finds nobody at its first attempt is not seen to make another one, so that is waited
// for before.
const answers = (url) => fetch(`${url.replace('ws:', 'http:')}/health`).then(() => true, () => false);
async function connect(url) {
	await until(`${url} answers`, 3 * MINUTE, () => answers(url));
	return ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true });
}
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

test('both collators author', { timeout: 10 * MINUTE }, async (t) => {
	const keyring = new Keyring({ type: 'sr25519' });
	const names = ['//Alice', '//Bob'].map((uri) => keyring.addFromUri(uri).address);
	const first = await best(one);
	for (const name of names) {
		await until(`${name} authors`, 8 * MINUTE, async () => {
			const last = await one.query.collatorSelection.lastAuthoredBlock(name);
			return last.toNumber() > first;
		});
	}
	const authored = new Map(names.map((name) => [name, 0]));
	const last = await best(one);
	for (let number = first + 1; number <= last; number += 1) {
		const header = await one.derive.chain.getHeader(await one.rpc.chain.getBlockHash(number));
		const name = header.author.toString();
		authored.set(name, (authored.get(name) ?? 0) + 1);
	}
	t.diagnostic(`blocks ${first + 1} to ${last}: ${[...authored.values()].join(' and ')}`);
	assert.equal(authored.size, names.length, 'nobody else');
});

test('finality follows the relay chain', { timeout: 10 * MINUTE }, async (t) => {
	const [here, there, began] = [await finalized(one), await finalized(relay), Date.now()];
	await until('both finalize ten more', 8 * MINUTE, async () =>
		(await finalized(one)) >= here + 10 && (await finalized(relay)) >= there + 10);
	const [behind, seconds] = [(await best(one)) - (await finalized(one)), (Date.now() - began) / 1_000];
	t.diagnostic(`${(await finalized(one)) - here} blocks final in ${seconds.toFixed(0)} s, while the relay `
		+ `chain finalized ${(await finalized(relay)) - there}; ${behind} are not yet`);
	assert.ok(behind <= 20, 'at most twenty blocks behind');
});

test('the story is told over the network', { timeout: 120 * MINUTE }, async (t) => {
	const [first, began] = [await best(one), Date.now()];
	// Not in this process's own: the story may take its time.
	const story = spawnSync(CADASTRE, ['--url', ONE, 'demo', '--headless'], { encoding: 'utf8' });
	writeFileSync(join(FOLDER, 'story.log'), story.stdout + story.stderr);
	assert.equal(story.status, 0, story.stdout.slice(-3_000) + story.stderr);
	t.diagnostic(`${(await best(one)) - first} blocks, ${((Date.now() - began) / MINUTE).toFixed(1)} min`);
});

test('a collator that is killed comes back, and loses nothing final', { timeout: 15 * MINUTE }, async (t) => {
	const two = await connect(TWO);
	const number = await finalized(two);
	const hash = (await two.rpc.chain.getBlockHash(number)).toHex();
	await two.disconnect();
	process.kill(pid('collator-two'), 'SIGKILL');
	const killed = await best(one);
	await until('the other goes on alone', 5 * MINUTE, async () => (await best(one)) > killed + 3);
	const [alone, began] = [(await best(one)) - killed, Date.now()];
	start('collator-two');
	const again = await connect(TWO);
	await until('it has caught up', 8 * MINUTE, async () => (await finalized(again)) > killed);
	assert.equal((await again.rpc.chain.getBlockHash(number)).toHex(), hash);
	const at = await finalized(again);
	await until('both are there', 2 * MINUTE, async () => (await finalized(one)) >= at);
	const roots = await Promise.all([one, again].map(async (api) =>
		(await api.rpc.chain.getHeader(await api.rpc.chain.getBlockHash(at))).stateRoot.toHex()));
	assert.equal(roots[0], roots[1]);
	t.diagnostic(`killed at ${killed}, the other made ${alone} blocks, back after `
		+ `${((Date.now() - began) / 1_000).toFixed(0)} s; same root at ${at}`);
	await again.disconnect();
});

for (const sync of ['full', 'warp']) {
	test(`a fresh node syncs (${sync}) to the same root`, { timeout: 20 * MINUTE }, async (t) => {
		const began = Date.now();
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
		// The latest block that both have: after a warp the blocks before it come later, from the newest.
		const at = await one.rpc.chain.getBlockHash(await finalized(fresh));
		const rootOf = async (api) => (await api.rpc.chain.getHeader(at)).stateRoot.toHex();
		const root = await rootOf(one);
		await until('it has that block', 2 * MINUTE, () => rootOf(fresh).then((its) => its === root, () => false));
		// The root stands for the state, of which the fresh node has all that it is asked for.
		const issued = async (api) => (await (await api.at(at)).query.balances.totalIssuance()).toString();
		assert.equal(await issued(fresh), await issued(one));
		t.diagnostic(`${wanted} blocks in ${((Date.now() - began) / 1_000).toFixed(0)} s`);
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

/** The command line, as a key. Answers what it says in JSON. */
async function command(suri, ...words) {
	const child = spawn(CADASTRE, ['--url', ONE, '--timeout', '60', '--json', ...words],
		{ env: { ...process.env, CADASTRE_SURI: suri } });
	let [out, err] = ['', ''];
	child.stdout.on('data', (data) => { out += data; });
	child.stderr.on('data', (data) => { err += data; });
	const code = await new Promise((resolve) => child.once('close', resolve));
	assert.equal(code, 0, `${words.join(' ')}: ${err}`);
	return JSON.parse(out);
}

/**
 * A number of 32 bits in the state. As it lies there: on either side of an upgrade a value is of another
 * type of the metadata, of which the library knows one.
 */
async function number(api, key, at) {
	const raw = await api._rpcCore.provider.send('state_getStorage', at ? [key, at] : [key]);
	return raw === null ? 0 : Buffer.from(raw.slice(2), 'hex').readUInt32LE(0);
}

const VOTERS = ['//Alice', '//Bob', '//Charlie', '//Dave', '//Eve', '//Ferdie']
	.flatMap((suri) => [suri, `${suri}//stash`]);

/**
 * Sends one transaction after the other from each of some accounts until told to end. Whatever became
 * invalid because the runtime changed is signed and sent again, as a wallet does it.
 */
function traffic(api, suris) {
	const keyring = new Keyring({ type: 'sr25519' });
	const seen = { sent: 0, final: 0, outdated: 0, lost: [] };
	let ended = false;
	const once = async (owner) => {
		const version = api.runtimeVersion.specVersion.toNumber();
		seen.sent += 1;
		let unsubscribe;
		const fate = await new Promise((resolve) => {
			const end = setTimeout(() => resolve('silence'), 8 * MINUTE);
			api.tx.balances.transferKeepAlive(owner.address, 1)
				.signAndSend(owner, { nonce: -1 }, ({ status }) => {
					if (status.isFinalized || status.isError) {
						clearTimeout(end);
						resolve(status.type);
					}
				})
				.then((stop) => { unsubscribe = stop; })
				.catch((error) => {
					clearTimeout(end);
					resolve(error.message);
				});
		});
		unsubscribe?.();
		if (fate === 'Finalized') {
			seen.final += 1;
			return;
		}
		const now = (await api.rpc.state.getRuntimeVersion()).specVersion.toNumber();
		// It was signed for a runtime that is no longer there, and can be in no block any more.
		if (now !== version) seen.outdated += 1;
		else seen.lost.push(`${owner.address}: ${fate}`);
	};
	const all = suris.map(async (suri) => {
		const owner = keyring.addFromUri(suri);
		while (!ended) await once(owner);
	});
	return {
		seen,
		end: async () => {
			ended = true;
			await Promise.all(all);
			return seen;
		},
	};
}

test('the voters upgrade the runtime under traffic; a collator is killed in the migration', {
	timeout: 60 * MINUTE,
	skip: NEXT ? false : 'CADASTRE_NEXT names no runtime',
}, async (t) => {
	const code = readFileSync(NEXT);
	const hash = one.registry.hash(code).toHex();
	const before = one.runtimeVersion.specVersion.toNumber();

	// The voters decide, with nothing but the keys of token holders.
	const call = one.tx.system.authorizeUpgrade(hash).method.toHex();
	const { referendum } = await command('//Ferdie', 'referendum', 'submit', '--track', 'root', '--call', call);
	// Votes first: a chain for tests decides a minute after the deposit.
	await Promise.all(VOTERS.map((suri) => command(suri, 'referendum', 'vote', `${referendum}`, '--aye',
		'--amount', '600000', '--conviction', '1')));
	await command('//Eve', 'referendum', 'deposit', `${referendum}`);
	await until('the upgrade is authorized', 10 * MINUTE, async () =>
		(await one.query.system.authorizedUpgrade()).isSome);
	assert.equal((await one.query.system.authorizedUpgrade()).unwrap().codeHash.toHex(), hash);

	const cars = traffic(one, ['//Alice//stash', '//Bob//stash', '//Charlie//stash', '//Dave//stash']);
	const applied = await best(one);
	await new Promise((resolve, reject) => {
		const payer = new Keyring({ type: 'sr25519' }).addFromUri('//Ferdie');
		one.tx.system.applyAuthorizedUpgrade(`0x${code.toString('hex')}`)
			.signAndSend(payer, { nonce: -1 }, ({ status, dispatchError }) => {
				if (dispatchError) reject(new Error(dispatchError.toString()));
				else if (status.isError) reject(new Error(status.type));
				else if (status.isFinalized) resolve();
			}).catch(reject);
	});
	t.diagnostic(`referendum ${referendum} enacted; code sent at block ${applied}`);
	await until('the next runtime is in force', 15 * MINUTE, async () =>
		(await one.rpc.state.getRuntimeVersion()).specVersion.toNumber() > before);

	// In the middle of the migration, which makes a step a block.
	const COUNT = `0x${Buffer.from(':rehearsal:').toString('hex')}`;
	const steps = (api, at) => number(api, COUNT, at);
	await until('a third of the migration is made', 10 * MINUTE, async () => (await steps(one)) >= 10);
	process.kill(pid('collator-two'), 'SIGKILL');
	const killed = await steps(one);
	await until('the other goes on with it', 5 * MINUTE, async () => (await steps(one)) >= killed + 3);
	start('collator-two');
	await until('the migration is made', 15 * MINUTE, async () =>
		(await steps(one)) >= 30 && (await one.query.multiBlockMigrations.cursor()).isNone);
	assert.equal(await steps(one), 30, 'no step was made twice');

	const at = await best(one);
	const again = await connect(TWO);
	await until('the killed one has caught up', 10 * MINUTE, async () => (await finalized(again)) >= at);
	const hashAt = (await again.rpc.chain.getBlockHash(at)).toHex();
	assert.equal((await one.rpc.chain.getBlockHash(at)).toHex(), hashAt);
	assert.equal(await steps(again, hashAt), 30);
	await again.disconnect();

	const seen = await cars.end();
	t.diagnostic(`killed after step ${killed} of 30; traffic: ${seen.sent} sent, ${seen.final} final, `
		+ `${seen.outdated} outdated by the upgrade and signed anew, ${seen.lost.length} lost`);
	assert.deepEqual(seen.lost, [], 'what stayed valid is in a block');
	assert.ok(seen.final > 0);

	// How long the chain stood still, in blocks of the relay chain.
	const [relayOf, versions, gaps] = [new Map(), new Map(), []];
	const last = await finalized(one);
	const RELAY_NUMBER = one.query.parachainSystem.lastRelayChainBlockNumber.key();
	for (let block = applied; block <= last; block += 1) {
		const hashOf = (await one.rpc.chain.getBlockHash(block)).toHex();
		relayOf.set(block, await number(one, RELAY_NUMBER, hashOf));
		versions.set(block, (await one.rpc.state.getRuntimeVersion(hashOf)).specVersion.toNumber());
		if (block > applied) gaps.push([block, relayOf.get(block) - relayOf.get(block - 1)]);
	}
	const first = [...versions].find(([, version]) => version > before)[0];
	const around = gaps.filter(([number]) => number >= first - 2 && number <= first + 3);
	t.diagnostic(`the code is in force after block ${first}; relay blocks from block to block around it: `
		+ `${around.map(([number, gap]) => `${number}: ${gap}`).join(', ')}; `
		+ `the most from ${applied} to ${last}: ${Math.max(...gaps.map(([, gap]) => gap))}`);
	const most = Math.max(...around.map(([, gap]) => gap));
	assert.ok(most <= 3, `${most} blocks of the relay chain between two: two more than without an upgrade`);
});
