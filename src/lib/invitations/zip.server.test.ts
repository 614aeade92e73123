import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { zipOf } from './zip.server.ts';

test('an archive holds its files, as Python reads them', (context) => {
	const folder = mkdtempSync(join(tmpdir(), 'tafelrunde-zip-'));
	const entries = [
		{ name: '1-Kim.eml', content: Buffer.from('Guten Tag\r\n') },
		{ name: '2-Ayse.eml', content: Buffer.from('Grüße') }
	];
	writeFileSync(join(folder, 'mails.zip'), zipOf(entries));
	const unpacked = spawnSync('python3', ['-m', 'zipfile', '-e', join(folder, 'mails.zip'), folder]);
	if (unpacked.error) context.skip('The archive was not unpacked: Python is not installed on this machine.');
	expect(unpacked.status).toBe(0);
	for (const { name, content } of entries) expect(readFileSync(join(folder, name))).toEqual(content);
	rmSync(folder, { recursive: true });
});
