/**
 * The engine alone: `npm run -s assign -- problem.json [--seed 1] [--seconds 5] [--iterations N] [--proof]`.
 * Reads a problem file (`-` = standard input) and prints one JSON answer on standard output, nothing else. Progress goes
 * to standard error. Exit status 2 with {"error":{rule,sentence,where}} on bad input. Format: docs and `contract.ts`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ProblemError } from '#lib/groups/engine/contract.ts';

const root = resolve(import.meta.dirname, '..');

function refuse(error: ProblemError): never {
	process.stdout.write(`${JSON.stringify({ error })}\n`);
	process.exit(2);
}

function prepareTexts(): void {
	if (existsSync(resolve(root, 'src/lib/paraglide/messages.js'))) return;
	const command = resolve(root, 'node_modules/@inlang/paraglide-js/bin/run.js');
	const options = '--outdir ./src/lib/paraglide --strategy cookie preferredLanguage baseLocale --silent';
	const args = ['compile', '--project', './project.inlang', ...options.split(' ')];
	execFileSync(process.execPath, [command, ...args], { cwd: root, stdio: ['ignore', 2, 2] });
}

function readNumber(name: string, text: string | undefined, whole: boolean): number | undefined {
	if (text === undefined) return undefined;
	const value = text.trim() === '' ? NaN : Number(text);
	if (Number.isFinite(value) && value >= 0 && (!whole || Number.isSafeInteger(value))) return value;
	const where = `--${name}`;
	return refuse(fault(whole ? 'whole' : 'number', where));
}

function readOptions() {
	const text = { type: 'string' } as const;
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: { seed: text, seconds: text, iterations: text, proof: { type: 'boolean' } }
		});
		if (positionals.length !== 1) refuse(fault('usage', 'npm run assign'));
		const seed = readNumber('seed', values.seed, true) ?? 1;
		const seconds = readNumber('seconds', values.seconds, false);
		return { file: positionals[0]!, seed, seconds, iterations: readNumber('iterations', values.iterations, true) };
	} catch {
		return refuse(fault('usage', 'npm run assign'));
	}
}

function readJson(file: string): unknown {
	let text: string;
	try {
		text = readFileSync(file === '-' ? 0 : file, 'utf8');
	} catch {
		return refuse(fault('file', file));
	}
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		return refuse(fault('json', file));
	}
}

/** The texts are compiled on a fresh clone, where nobody has started the product yet; so they are loaded late. */
prepareTexts();
const { overwriteGetLocale } = await import('#lib/paraglide/runtime.js');
overwriteGetLocale(() => 'de');
const { fault } = await import('#lib/groups/engine/faults.ts');
const { readProblem } = await import('#lib/groups/engine/validate.ts');
const { assignGroups } = await import('#lib/groups/engine/assign.ts');
const { fingerprint } = await import('#lib/groups/fingerprint.server.ts');

const { file, ...options } = readOptions();
const json = readJson(file);

const read = readProblem(json);
if ('error' in read) refuse(read.error);
const answer = assignGroups(read.problem, {
	seed: options.seed,
	...(options.seconds === undefined ? {} : { seconds: options.seconds }),
	...(options.iterations === undefined ? {} : { iterations: options.iterations }),
	now: () => performance.now(),
	inputHash: fingerprint(json),
	onProgress: (progress) => process.stderr.write(`${JSON.stringify(progress)}\n`)
});
process.stdout.write(`${JSON.stringify(answer)}\n`);
