import { beforeEach, expect, test } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { handbookContent } from './handbooks.server.ts';
import { circleMatrix } from './matrices.server.ts';
import { procedureSheet } from './procedureSheets.server.ts';
import { heldSince, versionOn } from './writtenStandard.ts';
import { writtenStandards } from './writtenStandards.server.ts';

const NOW = '2026-11-26T08:00:00.000Z';
const TODAY = '2026-11-26';

let db: Database;
let queries: string[];
beforeEach(async () => {
	db = await freshDatabase((sql) => queries.push(sql));
	queries = [];
	await loadRegion(db, NOW);
});

test('the handbook holds what is in force on its day, and nothing else', async () => {
	const today = await handbookContent(db, 'circle-tt', TODAY);
	expect(today?.chapters.map(({ standard, version }) => [standard.number, version.label])).toEqual([[5, '1.0']]);
	const later = await handbookContent(db, 'circle-tt', '2027-06-01');
	expect(later?.chapters.map(({ number, standard }) => [number, standard.number])).toEqual([
		[1, 3],
		[2, 5]
	]);
	expect(await handbookContent(db, 'circle-tt', '2020-01-01')).toMatchObject({
		chapters: [],
		glossary: [],
		contacts: []
	});
	expect(await handbookContent(db, 'none', TODAY)).toBeUndefined();
});

test('its sections are numbered without holes; terms and contacts are collected', async () => {
	const handbook = await handbookContent(db, 'circle-tt', '2027-06-01');
	expect(handbook?.chapters[1]?.sections.map(({ number, section }) => `${number} ${section}`)).toEqual([
		...['2.1 preamble', '2.2 aims', '2.3 scope', '2.4 terms', '2.5 steps', '2.6 participation'],
		...['2.7 dataProtection', '2.8 conflictRule', '2.9 quality', '2.10 duration', '2.11 attachments']
	]);
	expect(handbook?.glossary.map(({ term, meanings }) => [term, meanings[0]?.chapters])).toEqual([
		['Krise', [2]],
		['Notfall', [2]]
	]);
	const night = handbook?.contacts.find(({ organisationName }) => organisationName === 'Nachtlicht');
	expect(night?.lines.map(({ jobFunction, chapters }) => [jobFunction, chapters])).toEqual([
		['Rufbereitschaft Nacht und Wochenende', [1, 2]]
	]);
});

test('it asks as many questions for many standards as for one', async () => {
	const asked = async (which: Parameters<typeof writtenStandards>[1]) => {
		queries.length = 0;
		await writtenStandards(db, which);
		return queries.length;
	};
	expect(await asked({ circleIds: ['circle-tt'] })).toBe(await asked({ id: 'std-5' }));
});

test('the door sheet shows the version in force and names the newer draft', async () => {
	const sheet = await procedureSheet(db, 'std-5', TODAY, null);
	expect(sheet).toMatchObject({ isInForce: true, newer: { label: '1.1-Entwurf' }, slug: null });
	expect(sheet?.version.label).toBe('1.0');
	expect(sheet?.emergency).toEqual([{ number: '112', step: 2 }]);
	const draft = await procedureSheet(db, 'std-5', TODAY, sheet?.newer?.id ?? null);
	expect(draft).toMatchObject({ isInForce: false, newer: null, version: { label: '1.1-Entwurf' } });
	expect(await procedureSheet(db, 'std-5', TODAY, 'std-3-v1')).toBeUndefined();
	const agreed = await procedureSheet(db, 'std-3', TODAY, null);
	expect(agreed?.isInForce).toBe(false);
	expect(agreed?.inForceFrom).toMatch(/^2027-0/);
});

test('a youth office with a day of its own has its own answer', async () => {
	await db
		.insertInto('standardEntry')
		.values({
			...{ versionId: 'std-5-v1', organisationId: 'org-ja-stadt', inForceOn: '2027-01-01', endsOn: null },
			...{ at: NOW, byName: 'x' }
		})
		.execute();
	const [standard] = await writtenStandards(db, { id: 'std-5' });
	if (!standard) throw new Error('std-5');
	expect(versionOn(standard, TODAY)?.label).toBe('1.0');
	expect(versionOn(standard, TODAY, 'org-ja-kreis')?.label).toBe('1.0');
	expect(versionOn(standard, TODAY, 'org-ja-stadt')).toBeUndefined();
	expect(versionOn(standard, '2027-01-01', 'org-ja-stadt')?.label).toBe('1.0');
	const held = versionOn(standard, '2027-06-01');
	expect(held && heldSince(held, '2027-06-01') === held.entries.find((e) => e.organisationId === '')?.inForceOn).toBe(
		true
	);
});

test('the matrix of the region: what is in force, what is a draft, where nothing is', async () => {
	const { matrix } = await circleMatrix(db, 'circle-tt', TODAY, 'kind');
	const at = (a: string, b: string) => {
		const place = (kind: string) => matrix.partners.findIndex((partner) => partner.kind === kind);
		return matrix.cells[place(a)]?.[place(b)];
	};
	expect(at('public_youth_office', 'clinic')?.standards.map(({ number }) => number)).toEqual([5]);
	expect(at('public_youth_office', 'free_provider')?.kind).toBe('governed');
	expect(at('public_youth_office', 'job_center')?.kind).toBe('draft');
	expect(at('clinic', 'job_center')?.kind).toBe('gap');
	const { matrix: single } = await circleMatrix(db, 'circle-tt', TODAY, 'organisation');
	const name = (id: string) => single.partners.findIndex(({ key }) => key === id);
	// Sandbruck is a party of the crisis agreement, the Flussgarten is not.
	expect(single.cells[name('org-kjp')]?.[name('org-p07')]?.kind).toBe('governed');
	expect(single.cells[name('org-kjp')]?.[name('org-p01')]?.kind).toBe('gap');
});
