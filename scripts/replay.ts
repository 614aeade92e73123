/**
 * `npm run -s replay`: the same file, seed and iterations give the same bytes under this Node and under Node 26, and with
 * search and prover in two threads or in one.
 * The other Node comes as an npm package into a temporary folder (about 120 MB), so this is not part of the tests.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Answer, Problem } from '#lib/groups/engine/contract.ts';
import { runEngine } from '#lib/groups/engine/engine.ts';
import { loadSolver } from '#lib/groups/engine/highs.server.ts';
import { proverHere } from '#lib/groups/engine/prover.ts';
import { fingerprint } from '#lib/groups/fingerprint.server.ts';
import { conference } from './instances/conference.ts';
import { courses, golfers } from './instances/shapes.ts';

const OTHER = `node-${process.platform}-${process.arch}@26`;
const door = resolve(import.meta.dirname, 'assign.ts');

/** Each with a budget in tried moves, never in seconds. */
type Run = { name: string; problem: Problem; iterations: number; proof?: true };
const runs: Run[] = [
	{ name: '120 people, 5 groups', problem: conference({ people: 120, groups: 5, earlier: 3 }), iterations: 2_000_000 },
	{ name: 'the same, proved', problem: conference({ people: 120, groups: 5 }), iterations: 500_000, proof: true },
	{ name: '120 people, 3 rounds', problem: conference({ people: 120, groups: 5, rounds: 3 }), iterations: 1_000_000 },
	{ name: '500 people, 20 groups', problem: conference({ people: 500, groups: 20 }), iterations: 1_000_000 },
	{ name: '32 people, 10 rounds', problem: golfers(32, 8, 10), iterations: 500_000 },
	{ name: '160 courses', problem: courses(), iterations: 1_000_000 }
];
const SEED = 7;

function fetchNode(folder: string): string {
	const args = ['install', OTHER, '--prefix', folder, '--no-save', '--ignore-scripts', '--loglevel=error'];
	execFileSync('npm', args, { stdio: ['ignore', 2, 2] });
	return join(folder, 'node_modules', OTHER.split('@')[0]!, 'bin', 'node');
}

/** The answer without the milliseconds, as the door prints it with search and prover in two threads. */
function atTheDoor(node: string, file: string, { iterations, proof }: Run): string {
	const args = ['--seed', `${SEED}`, '--iterations', `${iterations}`, ...(proof ? ['--proof'] : [])];
	const out = execFileSync(node, [door, file, ...args], { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 28 });
	return bare(JSON.parse(out.toString()) as Answer);
}

/** The same with everything in this one thread. */
async function inOneThread({ problem, iterations, proof }: Run): Promise<string> {
	const options = { seed: SEED, iterations, ...(proof ? { proof } : {}), inputHash: fingerprint(problem) };
	return bare(await runEngine(problem, options, proverHere(problem, SEED, await loadSolver())));
}

const bare = ({ milliseconds: _, ...answer }: Answer): string => JSON.stringify(answer);
const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

const folder = mkdtempSync(join(tmpdir(), 'tafelrunde-replay-'));
const other = fetchNode(folder);
const version = (node: string): string => execFileSync(node, ['--version']).toString().trim();
process.stdout.write(`${version(process.execPath)} with two threads and with one, ${version(other)} with two\n`);
let differing = 0;
for (const run of runs) {
	const file = join(folder, 'problem.json');
	writeFileSync(file, JSON.stringify(run.problem));
	const answers = [atTheDoor(process.execPath, file, run), await inOneThread(run), atTheDoor(other, file, run)];
	const same = new Set(answers).size === 1;
	if (!same) differing++;
	const verdict = same ? `the same, ${short(answers[0]!)}` : `DIFFERENT: ${answers.map(short).join(' ')}`;
	const budget = `${run.iterations.toLocaleString('en')} moves${run.proof ? ', proof' : ''}`;
	process.stdout.write(`  ${run.name.padEnd(24)} ${budget.padEnd(24)} ${verdict}\n`);
}
rmSync(folder, { recursive: true, force: true });
process.exit(differing === 0 ? 0 : 1);
