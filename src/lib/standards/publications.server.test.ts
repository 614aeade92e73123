import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { freeSlug, slugOf } from './publication.ts';
import { publicationOf, publishStandard, withdrawStandard } from './publications.server.ts';
import { publicStandard } from './publicStandards.server.ts';

const NOW = '2026-11-26T08:00:00.000Z';
const TODAY = '2026-11-26';
const BY = { accountId: null, name: 'Nadja Wojciechowski', at: NOW };
const CRISIS = { id: 'std-5', manages: true };
const SLUG = 'standard-5-akute-krise-weg-in-die-kinder-und-jugendpsychiatrie-und-zurueck';

let db: Database;
beforeEach(async () => {
	db = await freshDatabase();
	await loadRegion(db, NOW);
});

test.each([
	[5, 'Akute Krise: Weg in die Kinder- und Jugendpsychiatrie und zurück', SLUG],
	[3, 'Größe & Maß – „Straße“', 'standard-3-groesse-mass-strasse'],
	[7, 'Çelik, Ławka, İzmir', 'standard-7-celik-lawka-izmir'],
	[8, '…', 'standard-8'],
	[1, 'wort '.repeat(40), `standard-1-${'wort-'.repeat(13)}wort`]
])('address of standard %i “%s”', (number, title, slug) => {
	expect(slugOf(number, title)).toBe(slug);
	expect(slug.length).toBeLessThanOrEqual(80);
});

test('an address that is taken gets a number', () => {
	expect(freeSlug('standard-1', [])).toBe('standard-1');
	expect(freeSlug('standard-1', ['standard-1', 'standard-1-2'])).toBe('standard-1-3');
});

describe('the public page', () => {
	test('does not exist before the release', async () => {
		expect(await publicStandard(db, SLUG, TODAY)).toBeUndefined();
		expect(await publicationOf(db, 'std-5')).toBeUndefined();
	});

	test('shows the version in force, never the draft behind it', async () => {
		expect(await publishStandard(db, BY, CRISIS)).toBe(SLUG);
		const shown = await publicStandard(db, SLUG, TODAY);
		expect(shown).toMatchObject({ number: 5, label: '1.0' });
		expect(JSON.stringify(shown)).not.toContain('keine Entlassung am Freitag');
	});

	test('names organisations and functions, no person', async () => {
		await db
			.updateTable('standardContact')
			.set({ name: 'Frau Zeisig', deputy: 'Herr Amsel', phone: '09131 1234' })
			.execute();
		await db.updateTable('standardContact').set({ stepId: 'std-5-s03' }).where('id', '=', 'std-5-c0').execute();
		await publishStandard(db, BY, CRISIS);
		const text = JSON.stringify(await publicStandard(db, SLUG, TODAY));
		expect(text).toContain('Aufnahmekoordination');
		expect(text).toContain('09131 1234');
		expect(text).toContain('Stadtjugendamt Birkenfurt');
		for (const name of ['Zeisig', 'Amsel', 'Wojciechowski', 'representedBy', 'signedOn'])
			expect(text).not.toContain(name);
	});

	test('cannot be opened for a draft, nor for what only is agreed', async () => {
		for (const id of ['std-1', 'std-2', 'std-3', 'std-7']) {
			expect(await publishStandard(db, BY, { id, manages: true }), id).toEqual({ refused: 'not_in_force' });
		}
		expect(await db.selectFrom('standardPublication').selectAll().execute()).toEqual([]);
	});

	test('shows nothing of a draft even when the row is there', async () => {
		const released = { slug: 'standard-2', at: NOW, byName: 'x' };
		await db
			.insertInto('standardPublication')
			.values({ standardId: 'std-2', ...released })
			.execute();
		expect(await publicStandard(db, 'standard-2', TODAY)).toBe('gone');
	});

	test('is gone once it is withdrawn, repealed or no longer in force', async () => {
		await publishStandard(db, BY, CRISIS);
		expect(await publicStandard(db, SLUG, '2020-01-01')).toBe('gone');
		expect(await withdrawStandard(db, BY, CRISIS)).toBe('withdrawn');
		expect(await publicStandard(db, SLUG, TODAY)).toBe('gone');
		expect(await withdrawStandard(db, BY, CRISIS)).toEqual({ refused: 'not_public' });
		expect(await publishStandard(db, BY, CRISIS)).toBe(SLUG);
		expect(await publicStandard(db, SLUG, TODAY)).toMatchObject({ label: '1.0' });
		const repealed = { state: 'repealed' as const, at: '2026-11-26T09:00:00.000Z', reason: '', byName: 'x' };
		await db
			.insertInto('standardState')
			.values({ id: 'r', standardId: 'std-5', versionId: null, decisionId: null, ...repealed })
			.execute();
		expect(await publicStandard(db, SLUG, TODAY)).toBe('gone');
	});

	test('is opened and closed only by whoever manages the circle; each time one line of the journal', async () => {
		const others = { id: 'std-5', manages: false };
		expect(await publishStandard(db, BY, others)).toEqual({ refused: 'not_allowed' });
		await publishStandard(db, BY, CRISIS);
		await publishStandard(db, BY, CRISIS);
		expect(await withdrawStandard(db, BY, others)).toEqual({ refused: 'not_allowed' });
		await withdrawStandard(db, BY, CRISIS);
		const lines = await db
			.selectFrom('journalEntry')
			.where('verb', 'in', ['standard.published', 'standard.withdrawn'])
			.select('verb')
			.execute();
		expect(lines.map(({ verb }) => verb)).toEqual(['standard.published', 'standard.withdrawn']);
	});
});
