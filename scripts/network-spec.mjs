// SPDX-License-Identifier: Apache-2.0
//
// Puts a parachain into the genesis of a relay chain, so that it has a core from the first block, and
// gives its validators the time that a busy machine takes.
//
//     node scripts/network-spec.mjs <relay's plain spec> <para id> <file of its head> <file of its code>
//
// Writes the relay's plain spec to the standard output.

import { readFileSync } from 'node:fs';

const [spec, id, head, code] = process.argv.slice(2);
if (code === undefined) {
	console.error('network-spec.mjs takes a relay spec, a para id, and the files of head and code');
	process.exit(1);
}
const hex = (file) => {
	const text = readFileSync(file, 'utf8').trim();
	if (!/^0x([0-9a-f]{2})+$/i.test(text)) throw new Error(`${file} is not hex`);
	return text;
};
const relay = JSON.parse(readFileSync(spec, 'utf8'));
const genesis = relay.genesis.runtimeGenesis;
if (!genesis?.patch) throw new Error(`${spec} has no patch of a genesis: give a plain spec`);
genesis.patch.paras = {
	paras: [[Number(id), { genesis_head: hex(head), validation_code: hex(code), parachain: true }]],
};
// Milliseconds. By default code must be compiled in one minute and a block be checked in two seconds,
// which six nodes on two cores cannot promise.
const patience = [
	{ PvfPrepTimeout: ['Precheck', 180_000] },
	{ PvfPrepTimeout: ['Prepare', 360_000] },
	{ PvfExecTimeout: ['Backing', 6_000] },
	{ PvfExecTimeout: ['Approval', 60_000] },
];
const config = genesis.patch.configuration?.config;
if (!config) throw new Error(`${spec} has no configuration of the relay chain`);
Object.assign(config, {
	executor_params: patience,
	// Both validators see each block: one of them checks that the other did not lie.
	needed_approvals: 1,
	// Slots of six seconds until a validator that has not answered is taken to be gone.
	no_show_slots: 10,
});
process.stdout.write(`${JSON.stringify(relay, null, 2)}\n`);
