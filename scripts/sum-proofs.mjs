// SPDX-License-Identifier: Apache-2.0
//
// Makes the proof size of generated weights a bound. The benchmark runner takes the item that needs the
// most proof for all of them; a call that reads seven items proves seven. This takes their sum, from
// what the runner says of each: how often it is read (r), and what one read adds at most in a map of a
// million entries. Of an item whose size a benchmark measures because its type allows far more, what was
// measured counts. Takes the files, which it rewrites.

import { readFileSync, writeFileSync } from 'node:fs';

const STORAGE = /^\t\/\/\/ Storage: .*\(r:(\d+) w:\d+\)$/;
const PROOF = /^\t\/\/\/ Proof: .*added: (\d+), mode: `(\w+)`/;
const MEASURED = /^\t\t\/\/ {2}Measured: {2}`(\d+)(.*)`$/;
const PART = /\+ (\w+) \* \((\d+) /g;
const RANGE = /^\t\/\/\/ The range of component `(\w+)` is `\[\d+, (\d+)\]`/;
const READS = /reads\(\((\d+)_u64\)\.saturating_mul\((\w+)\.into\(\)\)\)/;
const BASE = /^(\t\t\t\.saturating_add\(Weight::from_parts\(0, )(\d+)(\)\))$/;
const SLOPE = /^(\t\t\t\.saturating_add\(Weight::from_parts\(0, )(\d+)(\)\.saturating_mul\((\w+)\.into\(\)\)\))$/;

// What the runner adds for a read in a map of a million entries: five layers of the trie, its top among
// them. For a single value it adds one layer, and the top has three.
const MAP = 2475;
const TOP = 3 * 495;

/** The proof of a call: a constant, and so much for each unit of each of its components. */
function bound(items, ranges, reads, measured) {
	const top = items.length > 0 && items.every(({ added }) => added < MAP) ? TOP : 0;
	const most = items.reduce((sum, { times, added }) => sum + times * added, top);
	const units = [...reads.keys()].reduce((sum, name) => sum + (ranges.get(name) ?? 0), 0);
	if (units === 0) return { base: most + measured.base, slopes: measured.slopes };
	// What is read more than once is what the components multiply, the dearest of it at worst.
	const dearest = Math.max(...items.filter(({ times }) => times > 1).map(({ added }) => added), 0);
	const slopes = new Map([...reads].map(([name, times]) => [name, times * dearest]));
	const fixed = items.reduce((sum, { times, added }) => sum + (times > 1 ? Math.max(0, times - units) : times) * added, 0);
	const multiplied = [...slopes].reduce((sum, [name, slope]) => sum + slope * (ranges.get(name) ?? 0), 0);
	for (const [name, slope] of measured.slopes) slopes.set(name, (slopes.get(name) ?? 0) + slope);
	return { base: Math.max(fixed, most - multiplied) + measured.base, slopes };
}

/** What was measured of a call, if any of its items is measured. */
function measure(items, body) {
	const found = body.map((line) => line.match(MEASURED)).find(Boolean);
	if (!found || items.every(({ mode }) => mode !== 'Measured')) return { base: 0, slopes: new Map() };
	const parts = [...found[2].matchAll(PART)].map(([, name, slope]) => [name, Number(slope)]);
	return { base: Number(found[1]), slopes: new Map(parts) };
}

function rewrite(source) {
	const lines = [];
	let items = [], ranges = new Map(), body = null;
	for (const line of source.split('\n')) {
		const [storage, proof, range] = [STORAGE, PROOF, RANGE].map((pattern) => line.match(pattern));
		if (storage) items.push({ times: Number(storage[1]), added: 0 });
		if (proof) Object.assign(items.at(-1), { added: proof[2] === 'MaxEncodedLen' ? Number(proof[1]) : 0, mode: proof[2] });
		if (range) ranges.set(range[1], Number(range[2]));
		if (line.startsWith('\tfn ')) body = [];
		if (!body) {
			lines.push(line);
			continue;
		}
		body.push(line);
		if (line !== '\t}') continue;
		const reads = new Map(body.map((one) => one.match(READS)).filter(Boolean).map(([, times, name]) => [name, Number(times)]));
		const { base, slopes } = bound(items, ranges, reads, measure(items, body));
		const left = new Map(slopes);
		body = body.map((one) => {
			const whole = one.match(BASE);
			if (whole) return `${whole[1]}${Math.max(base, Number(whole[2]))}${whole[3]}`;
			const part = one.match(SLOPE);
			if (!part) return one;
			const slope = Math.max(left.get(part[4]) ?? 0, Number(part[2]));
			left.delete(part[4]);
			return `${part[1]}${slope}${part[3]}`;
		});
		const missing = [...left].filter(([, slope]) => slope > 0);
		body.splice(-1, 0, ...missing.map(([name, slope]) => `\t\t\t.saturating_add(Weight::from_parts(0, ${slope}).saturating_mul(${name}.into()))`));
		lines.push(...body);
		[items, ranges, body] = [[], new Map(), null];
	}
	return lines.join('\n');
}

for (const file of process.argv.slice(2)) {
	writeFileSync(file, rewrite(readFileSync(file, 'utf8')));
}
