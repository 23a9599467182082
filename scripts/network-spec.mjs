// SPDX-License-Identifier: Apache-2.0
//
// Puts a parachain into the genesis of a relay chain, so that it has a core from the first block.
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
	paras: [[Number(id), { genesis_head: hex(head), validation_code: hex(code), para_kind: true }]],
};
process.stdout.write(`${JSON.stringify(relay, null, 2)}\n`);
