import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { insideOf } from '../../../tests/support/pdf.ts';
import { docxOf } from './docx.server.ts';
import { heading, list, type Paper } from './paper.ts';
import { closePapers, pdfOf } from './pdf.server.ts';

const NASTY = '#set *fett* $x$ _kursiv_ <b>&amp;</b> @ref [a](b) 😀 Şahin Bär \\ "„“';
const paper: Paper = {
	...{ title: `Titel ${NASTY}`, language: 'de', author: 'Trägertreffen', foot: 'Fuß', pageOf: 'Seite # von #' },
	blocks: [
		heading(1, `Titel ${NASTY}`),
		heading(2, 'Vorschläge'),
		{ kind: 'text', words: [NASTY, { text: 'zum Workshop', href: 'https://example.org/a?b=c&d=e' }] },
		...list([['Zeile eins\nZeile zwei'], [NASTY]]),
		{
			kind: 'table',
			caption: 'Punkte',
			head: ['Punkte', 'Vorschlag'],
			widths: [1, 4],
			rows: [
				[['17'], [NASTY, 'b']],
				[['2'], []]
			]
		},
		{ kind: 'facts', rows: [['Ort', 'Rathaus']] },
		{ kind: 'break' },
		heading(2, 'Ende')
	]
};

/** The files of a ZIP by its central directory. */
function unzip(zip: Buffer): Map<string, string> {
	const files = new Map<string, string>();
	for (let at = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06') + 16); zip.readUInt32LE(at) === 0x02014b50;) {
		const [method, size, name, extra, note] = [10, 20, 28, 30, 32].map((offset) =>
			offset === 20 ? zip.readUInt32LE(at + offset) : zip.readUInt16LE(at + offset)
		) as [number, number, number, number, number];
		const local = zip.readUInt32LE(at + 42);
		const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		const bytes = zip.subarray(from, from + size);
		files.set(
			zip.toString('utf8', at + 46, at + 46 + name),
			(method === 8 ? inflateRawSync(bytes) : bytes).toString('utf8')
		);
		at += 46 + name + extra + note;
	}
	return files;
}

async function pdf(of = paper): Promise<Uint8Array> {
	const file = await pdfOf(of);
	if (!(file instanceof Uint8Array)) throw new Error('The paper could not be set.');
	return file;
}

const has = (program: string) => spawnSync(program, ['-h']).error === undefined;
const folder = mkdtempSync(join(tmpdir(), 'papers-'));
afterAll(async () => {
	await closePapers();
	rmSync(folder, { recursive: true, force: true });
});

describe('Word', () => {
	test('has heading styles, a repeated table head, its language and title, and says what was typed', async () => {
		const files = unzip(Buffer.from(await docxOf(paper)));
		const body = files.get('word/document.xml') ?? '';
		const typed = NASTY.replaceAll('&', '&amp;')
			.replaceAll('<', '&lt;')
			.replaceAll('>', '&gt;')
			.replaceAll('"', '&quot;');
		for (const level of [1, 2]) expect(body).toContain(`<w:pStyle w:val="Heading${level}"/>`);
		expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
		expect(body.match(/<w:tr>|<w:tr /g)).toHaveLength(3);
		expect(body.split(typed).length - 1).toBe(4);
		expect(body).toContain('<w:br/>');
		expect(files.get('word/styles.xml')).toMatch(/<w:lang [^>]*w:val="de-DE"/);
		expect(files.get('docProps/core.xml')).toContain(`<dc:title>Titel ${typed}</dc:title>`);
		expect(files.get('word/_rels/document.xml.rels')).toContain('https://example.org/a?b=c&amp;d=e');
	});

	test.skipIf(!has('soffice'))(
		'opens in LibreOffice (skipped only where it is not installed)',
		{ timeout: 120_000 },
		async () => {
			writeFileSync(join(folder, 'p.docx'), await docxOf(paper));
			const profile = `-env:UserInstallation=file://${folder}/profile`;
			execFileSync('soffice', [
				profile,
				'--headless',
				'--convert-to',
				'txt:Text (encoded):UTF8',
				'--outdir',
				folder,
				join(folder, 'p.docx')
			]);
			const text = readFileSync(join(folder, 'p.txt'), 'utf8');
			expect(text).toContain(NASTY);
			expect(text).toContain('Vorschläge');
		}
	);
});

describe('PDF', () => {
	test('is tagged for PDF/UA-1: headings, list, table with head, language, title', async () => {
		const inside = insideOf(await pdf());
		expect(inside).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
		expect(inside).toContain('/StructTreeRoot');
		expect(inside).toMatch(/\/Lang\s*\(de/);
		for (const tag of ['H1', 'H2', 'L', 'LI', 'Table', 'THead', 'TH', 'TD', 'Link', 'P'])
			expect(inside, tag).toMatch(new RegExp(`/S\\s*/${tag}\\b`));
		expect(inside).toMatch(/pdfuaid:part>1</);
		expect(inside).toMatch(/\/DisplayDocTitle true/);
	});

	test.skipIf(!has('pdftotext'))('says what was typed (skipped only without poppler)', async () => {
		writeFileSync(join(folder, 'p.pdf'), await pdf());
		execFileSync('pdftotext', ['-layout', join(folder, 'p.pdf'), join(folder, 'pdf.txt')], { stdio: 'ignore' });
		const text = readFileSync(join(folder, 'pdf.txt'), 'utf8').replace(/\s+/g, ' ');
		for (const part of ['#set *fett* $x$ _kursiv_ <b>&amp;</b> @ref [a](b)', '😀', 'Şahin Bär', 'Seite 1 von 2'])
			expect(text).toContain(part);
	});

	test('signs no typeface knows do not stop it', async () => {
		const strange = { ...paper, blocks: [heading(1, 'Zeichen'), ...list([['ꙮ 漢字 مرحبا \u{1f9ff} \u{13000}']])] };
		expect(insideOf(await pdf(strange))).toContain('/StructTreeRoot');
	});

	test('a paper that cannot be set is refused, and the next one succeeds', async () => {
		const broken = { ...paper, blocks: [{ kind: 'list' } as never] };
		expect(await pdfOf(broken)).toEqual({ refused: 'failed' });
		expect((await pdf()).length).toBeGreaterThan(1000);
	});

	test('twenty at once are set one after the other', async () => {
		const files = await Promise.all(Array.from({ length: 20 }, () => pdf()));
		expect(new Set(files.map(({ length }) => length > 1000))).toEqual(new Set([true]));
	});
});
