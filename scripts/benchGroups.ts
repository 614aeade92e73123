import { parseArgs } from 'node:util';
import { cases } from './benchCases.ts';
import type { Figures } from './benchFigures.ts';
import type { Row } from './benchRuns.ts';
import { line, summary, writeTable } from './benchTable.ts';

const HELP = 'npm run bench groups -- [case …] [--seeds N] [--write]';

/** The engine against its targets: value, bound, gap and time of each case, printed as they come. */
export async function benchGroups(_folder: string, args: string[]): Promise<Figures> {
	const options = { seeds: { type: 'string', default: '3' }, write: { type: 'boolean', default: false } } as const;
	const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
	const unknown = positionals.find((name) => !cases.some((one) => one.name === name));
	const count = Number(values.seeds);
	if (unknown !== undefined || !Number.isSafeInteger(count) || count < 1) {
		process.stderr.write(`${HELP}\ncases: ${cases.map(({ name }) => name).join(' ')}\n`);
		process.exit(2);
	}
	const seeds = Array.from({ length: count }, (_, i) => i + 1);
	const rows: Row[] = [];
	for (const { name, measure } of cases) {
		if (positionals.length > 0 && !positionals.includes(name)) continue;
		const found = await measure(seeds);
		for (const row of found) process.stdout.write(line(row));
		rows.push(...found);
	}
	process.stdout.write(summary(rows));
	if (values.write)
		writeTable(
			rows,
			cases.map(({ name }) => name)
		);
	return [];
}
