/**
 * The engine alone: `npm run -s assign -- problem.json [--seed 1] [--seconds 5] [--iterations N] [--proof]`.
 * Reads a problem file (`-` = standard input) and prints one JSON answer on standard output, nothing else. Progress goes
 * to standard error. Exit status 2 with {"error":{rule,sentence,where}} on bad input. Format: docs and `contract.ts`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ProblemError, Progress } from '#lib/groups/engine/contract.ts';

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
	return refuse(fault(whole ? 'optionWhole' : 'optionNumber', `--${name}`, text));
}

function readArguments() {
	const text = { type: 'string' } as const;
	const options = { seed: text, seconds: text, iterations: text, proof: { type: 'boolean' } } as const;
	try {
		const { values, positionals } = parseArgs({ allowPositionals: true, options });
		if (positionals.length === 1) return { file: positionals[0]!, values };
	} catch {
		// An unknown option, or one without its value: the same sentence as too few or too many files.
	}
	return refuse(fault('usage', 'npm run assign'));
}

function readBytes(file: string): Uint8Array {
	try {
		return readFileSync(file === '-' ? 0 : file);
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		if (code === 'ENOENT') return refuse(fault('fileMissing', file));
		return refuse(fault(code === 'EISDIR' ? 'fileFolder' : 'fileUnreadable', file));
	}
}

/**
 * The seconds count from the start of the process: reading a large file takes its share, but never more than half, and a
 * twentieth is left for the last count and the printing.
 */
function secondsLeft(seconds: number): number {
	return Math.max(seconds / 2, seconds * 0.95 - performance.now() / 1000);
}

/** Where the run stands, one line of JSON, at most four times a second. */
function tellProgress(): (progress: Progress) => void {
	let told = -Infinity;
	return ({ plan: _, ...progress }) => {
		const now = performance.now();
		if (now - told < 250) return;
		told = now;
		process.stderr.write(`${JSON.stringify(progress)}\n`);
	};
}

/** Whoever reads the answer has gone, so the sentence can only go to standard error. */
process.stdout.on('error', () => {
	process.stderr.write(`${fault('outputClosed', 'stdout').sentence}\n`);
	process.exit(2);
});
process.stderr.on('error', () => undefined);

/** The texts are compiled on a fresh clone, where nobody has started the product yet; so they are loaded late. */
prepareTexts();
const { overwriteGetLocale } = await import('#lib/paraglide/runtime.js');
overwriteGetLocale(() => 'de');
const { fault } = await import('#lib/groups/engine/faults.ts');
const { readProblemText } = await import('./problemText.ts');
const { readProblem } = await import('#lib/groups/engine/validate.ts');

const { file, values } = readArguments();
const seed = readNumber('seed', values.seed, true) ?? 1;
const seconds = readNumber('seconds', values.seconds, false);
const iterations = readNumber('iterations', values.iterations, true);
const text = readProblemText(readBytes(file));
if ('error' in text) refuse(text.error);
const read = readProblem(text.json);
if ('error' in read) refuse(read.error);

const { runTimed } = await import('#lib/groups/engine/runTimed.server.ts');
const { fingerprint } = await import('#lib/groups/fingerprint.server.ts');
const answer = await runTimed(read.problem, {
	seed,
	...(seconds === undefined ? {} : { seconds: secondsLeft(seconds) }),
	...(iterations === undefined ? {} : { iterations }),
	...(values.proof ? { proof: true } : {}),
	inputHash: fingerprint(text.json),
	onProgress: tellProgress()
});
process.stdout.write(`${JSON.stringify(answer)}\n`);
