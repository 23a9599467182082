// SPDX-License-Identifier: Apache-2.0
//
// What the tests of all clients share: who takes part, what they state, and the names of what must
// be documented. Nothing here knows a client.

import { Keyring } from '@polkadot/keyring';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

/** Where the node answers. */
export const WS = process.env.CADASTRE_WS ?? process.argv[2] ?? 'ws://127.0.0.1:9944';

const RELEASE = join(process.env.CARGO_TARGET_DIR ?? 'target', 'release');

/** The node's program. */
export const NODE = process.env.CADASTRE_NODE ?? join(RELEASE, 'cadastre-node');

/** The runtime that the node contains. */
export const WASM =
	process.env.CADASTRE_WASM ??
	join(RELEASE, 'wbuild/cadastre-runtime/cadastre_runtime.compact.compressed.wasm');

/** Our pallets, by the names that wallets show. */
export const PALLETS = [
	'Compliance',
	'Shares',
	'AssetRegistry',
	'ValuationOracle',
	'Dividends',
	'Dao',
];

/** Our runtime APIs and their methods. */
export const APIS = {
	ComplianceApi: ['key', 'pack_report'],
	SharesApi: ['transfer_report', 'issue_report', 'balance', 'holders'],
	AssetRegistryApi: [
		'asset',
		'papers',
		'asset_by_identifier',
		'identifiers',
		'assets_of',
		'metadata',
		'roles',
		'has_roles',
		'round',
	],
	ValuationOracleApi: ['valuation', 'history', 'model', 'score', 'feed_study', 'model_study', 'disputes', 'waiting'],
	DaoApi: ['resolution', 'resolutions', 'voter', 'manager', 'treasury_account'],
	DividendsApi: ['income_due', 'income_due_to', 'distribution', 'distributions', 'streams'],
};

/** Flags of a KYC provider (`Flags` of cadastre-primitives). */
export const FLAGS = { kyc: 1, aml: 2, retail: 4 };

/** Every right of a key (`Rights::ALL`). */
export const ALL_RIGHTS = 0b1111;

/** Roles of an account for an asset (`AssetRoles` of cadastre-primitives). */
export const ROLES = { transferAgent: 8, approver: 16 };

export const UNIT = 10n ** 12n;

/**
 * Who takes part. The committee, the provider and the verifiers are those of the development preset;
 * the others are new in each run, so that any number of runs can follow one another on one chain.
 */
export async function cast() {
	await cryptoWaitReady();
	const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });
	const run = randomBytes(8).toString('hex');
	const person = (name) => keyring.addFromUri(`//${run}//${name}`);
	return {
		bank: keyring.addFromUri('//Ferdie'),
		provider: keyring.addFromUri('//Dave'),
		committee: [keyring.addFromUri('//Alice'), keyring.addFromUri('//Bob')],
		notary: keyring.addFromUri('//Eve'),
		surveyor: keyring.addFromUri('//Eve//stash'),
		lawyer: keyring.addFromUri('//Ferdie//stash'),
		newProvider: person('provider'),
		issuer: person('issuer'),
		agent: person('agent'),
		officer: person('officer'),
		broker: person('broker'),
		manager: person('manager'),
		anna: person('anna'),
		annasPhone: person('phone'),
		ben: person('ben'),
		carl: person('carl'),
		stranger: person('stranger'),
	};
}

/** Those of the cast who start with nothing. */
export const newcomers = ({
	newProvider,
	issuer,
	agent,
	officer,
	broker,
	manager,
	anna,
	annasPhone,
	ben,
}) => [
	newProvider,
	issuer,
	agent,
	officer,
	broker,
	manager,
	anna,
	annasPhone,
	ben,
];

const DAY = 86_400;

/** A period that holds at a moment of the chain, in seconds. */
export const around = (now) => ({ from: now - DAY, until: now + 365 * DAY, yesterday: now - DAY });

/** An ASCII text as hex. */
export const hex = (text) => `0x${Buffer.from(text, 'ascii').toString('hex')}`;

/** Units of shares in the story. At first one share is ten of them. */
export const SHARES = {
	authorised: 1_000n,
	unitsPerShare: 10n,
	issued: 600n,
	transferred: 250n,
	allowed: 30n,
	drawn: 20n,
	redeemed: 50n,
};

/** The facts of the house of the story, as Polkadot.js takes them. */
export const FACTS = {
	RealEstate: { usage: 'Residential', area: 140, built: 1931, tenure: 'Freehold' },
};

/** The professions whose attestation real estate needs, in the order in which they attest. */
export const PROFESSIONS = ['Surveyor', 'Notary'];

/** The second currency of a development chain, its decimal places, and what it is called. */
export const DOLLAR = { id: 840, unit: 10n ** 6n, symbol: 'TUSD' };

/**
 * What is paid to the holders of the house: rent in dollars, and a sum in the native token that its
 * units do not divide. Of both 15 % are withheld from residents of Switzerland and Germany.
 */
export const INCOME = { rent: 1_234_567n, dividend: 10n ** 9n + 7n, taxParts: 150_000n };

/** From a declaration to its payment, and the least time to claim, in seconds. */
export const PERIODS = { notice: 60, claim: 30 * DAY };

/** What an owner of so many of all units gets: gross, tax and net, each rounded down. */
export function share(amount, owned, units) {
	const gross = (amount * owned) / units;
	const tax = (gross * INCOME.taxParts) / 1_000_000n;
	return { gross, tax, net: gross - tax };
}

/** The digest of the paper that is filed, and of the document that orders a freeze. */
export const DIGEST = `0x${'c5'.repeat(32)}`;
