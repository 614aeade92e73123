import { execFile, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { ProblemError } from '#lib/groups/engine/contract.ts';
import { readProblem } from '#lib/groups/engine/validate.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { scanJson } from '../scripts/jsonScan.ts';
import { readProblemText } from '../scripts/problemText.ts';

const FOLDER = 'tests/problems';
const files = readdirSync(FOLDER);
const bad = files.filter((name) => name.startsWith('bad-'));

function errorIn(name: string): ProblemError | undefined {
	const text = readProblemText(readFileSync(join(FOLDER, name)));
	if ('error' in text) return text.error;
	const read = readProblem(text.json);
	return 'error' in read ? read.error : undefined;
}

/** One file for each rule. */
const ofEachRule = [...new Map(bad.map((name) => [errorIn(name)?.rule, name])).values()];

afterEach(() => overwriteGetLocale(() => 'de'));

describe('malformed problem files', () => {
	test('are many', () => expect(ofEachRule.length).toBeGreaterThanOrEqual(40));

	test.each(['de', 'en'] as const)('have a sentence of their own each, %s', (language) => {
		overwriteGetLocale(() => language);
		const said = bad.map((name) => {
			const error = errorIn(name);
			expect(error?.sentence, name).toMatch(/^.{15,}\.$/s);
			expect(error?.where, name).not.toBe('');
			return `${error?.rule}: ${error?.sentence}`;
		});
		expect(new Set(said).size).toBe(bad.length);
	});

	test.each(files.filter((name) => name.startsWith('good')))('%s is none of them', (name) =>
		expect(errorIn(name)).toBeUndefined()
	);
});

type Ended = { status: number; stdout: string };

function knock(...args: string[]): Promise<Ended> {
	return new Promise((resolve) => {
		const child = execFile(process.execPath, ['scripts/assign.ts', ...args], (error, stdout) =>
			resolve({ status: error ? Number(error.code) : 0, stdout })
		);
		child.stdin?.end();
	});
}

/** Two processes at a time: a start takes most of a second. */
async function knockForAll(calls: string[][]): Promise<Ended[]> {
	const ended: Ended[] = [];
	let next = 0;
	const walk = async () => {
		while (next < calls.length) {
			const at = next++;
			ended[at] = await knock(...calls[at]!);
		}
	};
	await Promise.all([walk(), walk()]);
	return ended;
}

function expectRefusal({ status, stdout }: Ended, what: string): ProblemError {
	expect(status, what).toBe(2);
	expect(stdout.split('\n'), what).toHaveLength(2);
	const { error, ...rest } = JSON.parse(stdout) as { error: ProblemError };
	expect(rest, what).toEqual({});
	expect(Object.keys(error), what).toEqual(['rule', 'sentence', 'where']);
	return error;
}

describe('the door', { timeout: 120_000 }, () => {
	test('refuses a malformed file with exit status 2 and one line of JSON', async () => {
		const ended = await knockForAll(ofEachRule.map((name) => [join(FOLDER, name)]));
		ofEachRule.forEach((name, i) => expect(expectRefusal(ended[i]!, name)).toEqual(errorIn(name)));
	});

	test('refuses a call it cannot follow', async () => {
		const good = join(FOLDER, 'good.json');
		const calls: [string, string[]][] = [
			['usage', []],
			['usage', [good, '--bogus']],
			['fileMissing', ['tests/problems/nowhere.json']],
			['fileFolder', [FOLDER]],
			['fileEmpty', ['-']],
			['optionWhole', [good, '--seed', 'one']],
			['optionWhole', [good, '--iterations', '1.5']],
			['optionNumber', [good, '--seconds=-1']]
		];
		const ended = await knockForAll(calls.map(([, args]) => args));
		calls.forEach(([rule, args], i) => expect(expectRefusal(ended[i]!, args.join(' ')).rule).toBe(rule));
	});

	// A prover that nobody has limited is given two minutes: what outlives the answer would be seen here.
	test('answers a good file with one line of JSON, and ends', { timeout: 60_000 }, async () => {
		const [ended] = await knockForAll([[join(FOLDER, 'good-byte-order-mark.json'), '--iterations', '2000']]);
		expect(ended?.status).toBe(0);
		expect(JSON.parse(ended!.stdout)).toMatchObject({ version: 1, seed: 1, score: { musts: 0 } });
	});
});

describe('the door when nobody listens any more', { timeout: 60_000 }, () => {
	test('says so on standard error and ends with exit status 2', async () => {
		const child = spawn(process.execPath, ['scripts/assign.ts', join(FOLDER, 'good.json'), '--iterations', '2000']);
		child.stdout.destroy();
		let said = '';
		child.stderr.on('data', (part: Buffer) => (said += part.toString()));
		const status = await new Promise((resolve) => child.on('close', resolve));
		expect(status).toBe(2);
		expect(said).toMatch(/Ausgabe wurde geschlossen/);
	});
});

describe('the scan of JSON', () => {
	const isJson = (text: string): boolean => {
		try {
			JSON.parse(text);
			return true;
		} catch {
			return false;
		}
	};

	test('accepts whatever JSON may hold', () => {
		fc.assert(fc.property(fc.json({ maxDepth: 8 }), (text) => scanJson(text) === undefined));
	});

	test('refuses what JSON.parse refuses, and says where', () => {
		const sign = fc.constantFrom('"', '\\', ',', ':', '[', ']', '{', '}', '0', '-', '.', 'e', 'n', ' ', '\n', '\u0007');
		fc.assert(
			fc.property(fc.json({ maxDepth: 3 }), fc.nat(), sign, fc.boolean(), (text, place, what, replaces) => {
				const at = place % (text.length + 1);
				const spoiled = text.slice(0, at) + what + text.slice(replaces ? at + 1 : at);
				const slip = scanJson(spoiled);
				if (slip?.kind === 'twice') return;
				expect(slip === undefined).toBe(isJson(spoiled));
				if (slip) expect(slip.at).toBeLessThanOrEqual(spoiled.length);
			}),
			{ numRuns: 2000 }
		);
	});
});
