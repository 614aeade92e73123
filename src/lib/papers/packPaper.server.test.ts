import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { gatheringById } from '#lib/gatherings/gatherings.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { docxOf } from './docx.server.ts';
import { packPaperFor } from './packPaper.server.ts';
import type { Paper } from './paper.ts';
import { closePapers, pdfOf } from './pdf.server.ts';

const NOW = '2026-11-26T08:00:00.000Z';
const has = (program: string) => !spawnSync(program, ['--version'], { stdio: 'ignore' }).error;
const folder = mkdtempSync(join(tmpdir(), 'tafelrunde-pack-'));

let paper: Paper;
beforeAll(async () => {
	const db = await freshDatabase();
	await loadRegion(db, NOW);
	const fachtag = await gatheringById(db, 'past-ev-1');
	if (!fachtag) throw new Error('The region has no past Fachtag.');
	paper = await packPaperFor(db, fachtag, NOW, 'https://tafelrunde.example.org');
});

afterAll(async () => {
	await closePapers();
	rmSync(folder, { recursive: true });
});

/** What a PDF says, one space between words. */
function textOf(pdf: string): string {
	execFileSync('pdftotext', [pdf, join(folder, 'text')], { stdio: 'ignore' });
	return readFileSync(join(folder, 'text'), 'utf8').replace(/\s+/g, ' ');
}

test('the results of a Fachtag become a PDF with a structure tree', async () => {
	const pdf = await pdfOf(paper);
	if (!(pdf instanceof Uint8Array)) throw new Error('The pack was refused.');
	writeFileSync(join(folder, 'pack.pdf'), pdf);
	expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
	expect(pdf.length).toBeGreaterThan(20_000);
});

test.skipIf(!has('soffice') || !has('pdftotext'))(
	'its Word file opens in LibreOffice and says the same (skipped only where it is not installed)',
	{ timeout: 120_000 },
	async () => {
		writeFileSync(join(folder, 'pack.docx'), await docxOf(paper));
		const profile = `-env:UserInstallation=file://${folder}/profile`;
		const target = join(folder, 'converted');
		execFileSync(
			'soffice',
			[profile, '--headless', '--convert-to', 'pdf', '--outdir', target, join(folder, 'pack.docx')],
			{ stdio: 'ignore' }
		);
		const text = textOf(join(target, 'pack.pdf'));
		for (const part of [
			...['Ergebnispaket', 'Eine gute Anfrage braucht acht Angaben und eine Antwort binnen drei Werktagen.'],
			...[
				'Gemeinsame Anfragevorlage mit Pflichtangaben, ohne Namen der Familie',
				'Wie gehen wir mit Mehrfachanfragen um?'
			]
		])
			expect(text).toContain(part);
	}
);
