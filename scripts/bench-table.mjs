// SPDX-License-Identifier: Apache-2.0
//
// Prints what the transfers of one benchmark run cost, beside one another and beside what was aimed
// at. Takes the results of the benchmarks as JSON: one file, or several.

import { readFileSync } from 'node:fs';

// Pallet, benchmark, how people call it, target of reads/writes and of the ratio, and whether it is
// of each unit of the benchmark's component. Only rows of what was measured are printed.
const ROWS = [
	['pallet_shares', 'transfer_known', 'shares.transfer, both hold already', '7/2', 1.0],
	['pallet_shares', 'transfer_circle', 'shares.transfer, receiver is new', '7/4', 1.15],
	['pallet_shares', 'transfer_refused', 'shares.transfer, refused', '7/0', 0.75],
	['pallet_shares', 'transfer', 'shares.transfer, the most that it can cost'],
	['pallet_shares', 'transfer_refused_dear', 'shares.transfer, refused, the most'],
	['pallet_shares', 'issue', 'shares.issue'],
	['pallet_shares', 'redeem', 'shares.redeem'],
	['pallet_dividends', 'declare_plain', 'dividends.declare', '6/4', 1.3],
	['pallet_dividends', 'claim_plain', 'dividends.claim', '7/4', 1.3],
	['pallet_dividends', 'push_plain', 'dividends.push, each holder', '3/2', 0.6, 'each'],
	['pallet_dao', 'vote', 'dao.vote, every motion, changed', '5/2', 0.7],
	['pallet_conviction_voting', 'vote_existing', 'conviction_voting.vote, changed'],
	['pallet_assets', 'transfer', 'assets.transfer'],
	['pallet_balances', 'transfer_keep_alive', 'balances.transfer_keep_alive'],
];
const UNIT_OF_RATIO = ['pallet_assets', 'transfer'];

const results = process.argv.slice(2).flatMap((file) => JSON.parse(readFileSync(file, 'utf8')));
const system = readFileSync(
	new URL('../runtime/src/configs/system.rs', import.meta.url),
	'utf8',
);

/** What a read or a write costs, in nanoseconds, as the runtime has it. */
function price(what) {
	const found = system.match(new RegExp(`\\b${what}: ([\\d_]+) \\* WEIGHT_REF_TIME_PER_NANOS`));
	if (!found) throw new Error(`runtime/src/configs/system.rs gives no price of a ${what}`);
	return Number(found[1].replaceAll('_', ''));
}

const READ = price('read');
const WRITE = price('write');

const median = (numbers) => {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** A benchmark at the greatest values of its components, or each unit of its component. */
function cost(pallet, benchmark, each) {
	const batch = results.find((one) => one.pallet === pallet && one.benchmark === benchmark);
	if (!batch) return undefined;
	const size = (result) => result.components.reduce((sum, [, value]) => sum + value, 0);
	const sizes = batch.time_results.map(size);
	const [least, greatest] = [Math.min(...sizes), Math.max(...sizes)];
	const at = (where) => {
		const there = (list) => list.filter((result) => size(result) === where);
		const time = median(there(batch.time_results).map((result) => result.extrinsic_time));
		const db = there(batch.db_results);
		const most = (field) => Math.max(...db.map((result) => result[field]));
		const [reads, writes, proof] = [most('reads'), most('writes'), most('proof_size')];
		return { reads, writes, proof, time, weight: time + reads * READ + writes * WRITE };
	};
	if (!each) return at(greatest);
	const [few, many] = [at(least), at(greatest)];
	const one = ([what, value]) => [what, (value - few[what]) / (greatest - least)];
	return Object.fromEntries(Object.entries(many).map(one));
}

const unit = cost(...UNIT_OF_RATIO);
if (!unit) throw new Error(`there are no results of ${UNIT_OF_RATIO.join('::')}, the unit of the ratio`);

/** A number, to two digits after the point where it has any. */
const digits = (number) => String(Number(number.toFixed(2)));

const table = [['call', 'reads/writes', 'target', 'proof', 'time', 'weight', 'ratio', 'target']];
for (const [pallet, benchmark, name, targetDb, targetRatio, each] of ROWS) {
	const one = cost(pallet, benchmark, each);
	if (!one) continue;
	table.push([
		name,
		`${digits(one.reads)}/${digits(one.writes)}`,
		targetDb ?? '',
		`${Math.round(one.proof)} B`,
		`${(one.time / 1000).toFixed(1)} µs`,
		`${(one.weight / 1000).toFixed(1)} µs`,
		(one.weight / unit.weight).toFixed(2),
		targetRatio ? `≤ ${targetRatio.toFixed(2)}` : '',
	]);
}

const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
for (const [index, row] of table.entries()) {
	console.log(`   ${row.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join('  ')}`);
	if (index === 0) console.log(`   ${widths.map((width) => '─'.repeat(width)).join('  ')}`);
}
console.log(`
   weight = median time in wasm + ${READ} ns a read + ${WRITE} ns a write (in-memory database);
   ratio  = weight, assets.transfer of the same run = 1.00; proof = measured, of the benchmark's state.`);
