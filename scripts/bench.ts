// npm run bench: what the machine-independent figures are. Ratios against a bound or a second program in the same run; times only beside them.
// npm run bench server · npm run bench import · npm run bench board · npm run bench groups -- [case …] [--seeds N] [--write]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBoard } from './benchBoard.ts';
import { benchGroups } from './benchGroups.ts';
import { benchImport } from './benchImport.ts';
import { benchServer } from './benchServer.ts';

const folder = mkdtempSync(join(tmpdir(), 'tafelrunde-bench-'));
const [wanted, ...args] = process.argv.slice(2);
const benches = { groups: benchGroups, import: benchImport, server: benchServer, board: benchBoard };

for (const [name, bench] of Object.entries(benches)) {
	if (wanted !== undefined && wanted !== name) continue;
	process.stdout.write(`\n${name}\n`);
	for (const [what, figure] of await bench(folder, args)) process.stdout.write(`  ${what.padEnd(68)} ${figure}\n`);
}
rmSync(folder, { recursive: true, force: true });
process.exit(0);
