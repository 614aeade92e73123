/**
 * `npm run -s replay`: the same file, seed and iterations give the same bytes of plan under this Node and under Node 26.
 * The other Node comes as an npm package into a temporary folder (about 120 MB), so this is not part of the tests.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Answer, Problem } from '#lib/groups/engine/contract.ts';
import { conference } from './instances/conference.ts';
import { courses, golfers } from './instances/shapes.ts';

const OTHER = `node-${process.platform}-${process.arch}@26`;
const door = resolve(import.meta.dirname, 'assign.ts');

/** Each with a budget in tried moves, never in seconds. */
const runs: [name: string, problem: Problem, args: string[]][] = [
	['120 people, 5 groups', conference({ people: 120, groups: 5, earlier: 3 }), ['--iterations', '2000000']],
	['the same, proved', conference({ people: 120, groups: 5 }), ['--iterations', '500000', '--proof']],
	['120 people, 3 rounds', conference({ people: 120, groups: 5, rounds: 3 }), ['--iterations', '1000000']],
	['500 people, 20 groups', conference({ people: 500, groups: 20, earlier: 3 }), ['--iterations', '1000000']],
	['32 people, 10 rounds', golfers(32, 8, 10), ['--iterations', '500000']],
	['160 courses', courses(), ['--iterations', '1000000']]
];

function fetchNode(folder: string): string {
	const args = ['install', OTHER, '--prefix', folder, '--no-save', '--ignore-scripts', '--loglevel=error'];
	execFileSync('npm', args, { stdio: ['ignore', 2, 2] });
	return join(folder, 'node_modules', OTHER.split('@')[0]!, 'bin', 'node');
}

/** Plan and score as the door prints them, without the milliseconds. */
function planOf(node: string, file: string, args: string[]): string {
	const out = execFileSync(node, [door, file, ...args], { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 28 });
	const { milliseconds: _, ...answer } = JSON.parse(out.toString()) as Answer;
	return JSON.stringify(answer);
}

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

const folder = mkdtempSync(join(tmpdir(), 'tafelrunde-replay-'));
const other = fetchNode(folder);
const versions = [process.execPath, other].map((node) => execFileSync(node, ['--version']).toString().trim());
process.stdout.write(`${versions.join(' and ')}\n`);
let differing = 0;
for (const [name, problem, args] of runs) {
	const file = join(folder, 'problem.json');
	writeFileSync(file, JSON.stringify(problem));
	const [here, there] = [process.execPath, other].map((node) => planOf(node, file, [...args, '--seed', '7']));
	if (here !== there) differing++;
	const verdict = here === there ? `the same, ${short(here!)}` : `DIFFERENT, ${short(here!)} and ${short(there!)}`;
	process.stdout.write(`  ${name.padEnd(24)} ${args.join(' ').padEnd(30)} ${verdict}\n`);
}
rmSync(folder, { recursive: true, force: true });
process.exit(differing === 0 ? 0 : 1);
