import { afterAll, expect, test } from 'vitest';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { handbookContent } from '#lib/standards/handbooks.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { insideOf } from '../../../tests/support/pdf.ts';
import { handbookPaper } from './handbookPaper.ts';
import { closePapers, pdfOf } from './pdf.server.ts';

afterAll(closePapers);

const NOW = new Date().toISOString();

async function paper() {
	const db = await freshDatabase();
	await loadRegion(db, NOW);
	const handbook = await handbookContent(db, 'circle-tt', berlinDay(NOW));
	if (!handbook) throw new Error('no handbook');
	return { handbook, paper: handbookPaper(handbook) };
}

test('the handbook has one chapter with a heading and a table of steps for each standard in force', async () => {
	const { handbook, paper: made } = await paper();
	expect(handbook.chapters.length).toBeGreaterThan(0);
	const headings = made.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block] : []));
	const said = JSON.stringify(headings);
	for (const { number, standard } of handbook.chapters) expect(said).toContain(`${number} ${standard.title}`);
	const tables = made.blocks.flatMap((block) => (block.kind === 'table' ? [block.rows.length] : []));
	for (const { version } of handbook.chapters) expect(tables).toContain(version.text.steps.length);
});

test('its PDF is tagged: three ranks of headings and tables with heads in the structure tree', async () => {
	const { handbook, paper: made } = await paper();
	const file = await pdfOf(made);
	if (!(file instanceof Uint8Array)) throw new Error('The handbook could not be set.');
	const inside = insideOf(file);
	expect(inside).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
	expect(inside).toContain('/StructTreeRoot');
	expect(inside).toMatch(/\/Lang\s*\(de/);
	expect(inside).toMatch(/pdfuaid:part>1</);
	const count = (tag: string) => inside.match(new RegExp(`/S\\s*/${tag}\\b`, 'g'))?.length ?? 0;
	expect(count('H1')).toBe(1);
	expect(count('H2')).toBeGreaterThanOrEqual(handbook.chapters.length);
	for (const tag of ['H3', 'P', 'THead', 'TH', 'TD']) expect(count(tag), tag).toBeGreaterThan(0);
	const tables = made.blocks.filter(({ kind }) => kind === 'table').length;
	expect(count('Table')).toBeGreaterThanOrEqual(tables);
});
