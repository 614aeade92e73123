/** Rows of the engine's bench on the screen and in docs/benchmarks.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { resolve } from 'node:path';
import type { Row } from './benchRuns.ts';

const FILE = resolve(import.meta.dirname, '../docs/benchmarks.md');
const START = '<!-- figures of npm run bench groups: begin -->';
const END = '<!-- figures of npm run bench groups: end -->';

const met = (row: Row, words: [string, string, string]): string =>
	row.met === null ? words[2] : row.met ? words[0] : words[1];

export function line(row: Row): string {
	const first = row.firstMs === '–' || row.firstMs === row.ms ? '' : `, first valid ${row.firstMs} ms`;
	const figures = `mix ${row.mix}, wishes ${row.wishes}, bound ${row.bound}, gap ${row.gap}, ${row.ms} ms${first}`;
	const target = row.target ? `\n      ${met(row, ['met', 'NOT MET', ''])}: ${row.target}` : '';
	return `  ${row.case.padEnd(15)} ${row.step.padEnd(20)} ${figures}${target}\n`;
}

export function summary(rows: Row[]): string {
	const judged = rows.filter((row) => row.met !== null);
	return `  ${judged.filter((row) => row.met).length} of ${judged.length} targets met\n`;
}

/** The machine in general terms: names would say nothing to a reader. */
function machine(): string {
	const memory = Math.round(totalmem() / 2 ** 30);
	return `Shared machine, ${availableParallelism()} cores, ${memory} GB, Node ${process.version}; one core for the search, one for the prover; median of the seeds.`;
}

const HEADS = [
	'Case',
	'Step',
	'Seeds',
	'Mix',
	'Wishes by rank',
	'Bound',
	'Gap',
	'ms',
	'First valid, ms',
	'Target',
	'Met'
];
const tableLine = (cells: string[]): string => `| ${cells.join(' | ')} |`;

function cellsOf(row: Row): string[] {
	const { seeds, mix, wishes, bound, gap, ms, firstMs, target } = row;
	return [row.case, row.step, seeds, mix, wishes, bound, gap, ms, firstMs, target, met(row, ['yes', '**no**', ''])];
}

/** Puts the rows between the two marks. Cases that were not measured this time keep the rows they have. */
export function writeTable(rows: Row[], names: string[]): void {
	const text = readFileSync(FILE, 'utf8');
	const [from, to] = [text.indexOf(START), text.indexOf(END)];
	if (from < 0 || to < from) throw new Error('docs/benchmarks.md has lost the marks around its table');
	const old = Map.groupBy(text.slice(from, to).split('\n'), (one) => one.split('|')[1]?.trim() ?? '');
	const fresh = Map.groupBy(rows, (row) => row.case);
	const lines = names.flatMap((name) => fresh.get(name)?.map((row) => tableLine(cellsOf(row))) ?? old.get(name) ?? []);
	const table = [tableLine(HEADS), tableLine(HEADS.map(() => '---')), ...lines].join('\n');
	writeFileSync(FILE, `${text.slice(0, from)}${START}\n\n${machine()}\n\n${table}\n\n${text.slice(to)}`);
}
