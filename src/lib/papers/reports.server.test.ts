import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import { gatheringById } from '#lib/gatherings/gatherings.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { quoteByToken, releaseQuote, takeBackQuote } from './quoteReleases.server.ts';
import { addQuote, correctQuote, makeQuoteLink, removeQuote } from './quotes.server.ts';
import { reportPage } from './reportPage.server.ts';
import { quotesOf } from './reportQuotes.server.ts';
import { slugOf } from './report.ts';
import { publicReport, releaseReport, reportOf, saveReport } from './reports.server.ts';

const by = { accountId: null, name: 'Nadja W.', at: '2026-11-13T08:00:00.000Z' };
const later = { ...by, at: '2026-11-13T09:00:00.000Z' };
const LATE = '2026-11-14T09:00:00.000Z';
const texts = {
	headline: 'Hilfen verbinden',
	lead: '106 Fachkräfte kamen zusammen.',
	body: 'Sie sprachen über Übergänge.',
	caption: '',
	contact: 'Pressestelle'
};
const petra = { name: 'Petra Lorenzen', jobFunction: 'Leitung', email: 'p@example.org', text: 'Wir reden früh.' };
const kemal = { name: 'Kemal Aydın', jobFunction: 'Klinik', email: 'k@example.org', text: 'Auf Augenhöhe.' };

let db: Database;
let gathering: Gathering;

async function addGathering(id: string): Promise<Gathering> {
	const empty = { subtitle: '', guidingQuestion: '', aims: '', place: '', address: '', accessibility: '' };
	const contact = { onlineUrl: '', contactName: 'Eva Brandt', contactEmail: '', contactPhone: '' };
	const times = { dateOn: '2026-11-12', startTime: '08:30', endTime: '16:00', createdAt: by.at };
	const row = {
		id,
		kind: 'conference_day',
		title: 'Fachtag Übergänge',
		circleId: null,
		...times,
		...empty,
		...contact
	};
	await db.insertInto('gathering').values(row).execute();
	return (await gatheringById(db, id)) as Gathering;
}

beforeEach(async () => {
	db = await freshDatabase();
	gathering = await addGathering('g1');
});

const quoteNow = async () => (await quotesOf(db, (await reportOf(db, 'g1'))?.id ?? ''))[0];

async function withQuote(): Promise<{ id: string; token: string }> {
	await saveReport(db, by, gathering, { ...texts, seenAt: '' });
	const id = (await addQuote(db, by, 'g1', petra)) as string;
	return { id, token: (await makeQuoteLink(db, by, 'g1', id)) as string };
}

describe('a report', () => {
	it('is kept, and a colleague’s newer text is not written over', async () => {
		expect(await saveReport(db, by, gathering, { ...texts, seenAt: '' })).toEqual(expect.any(String));
		expect(await saveReport(db, later, gathering, { ...texts, lead: 'Neu', seenAt: '' })).toEqual({
			refused: 'changed'
		});
		await saveReport(db, later, gathering, { ...texts, lead: 'Neu', seenAt: by.at });
		expect(await reportOf(db, 'g1')).toMatchObject({
			lead: 'Neu',
			slug: 'fachtag-uebergaenge-2026-11-12',
			released: null
		});
		const other = await addGathering('g2');
		await saveReport(db, by, other, { ...texts, seenAt: '' });
		expect((await reportOf(db, 'g2'))?.slug).toBe('fachtag-uebergaenge-2026-11-12-2');
	});

	it('is public only after its release, and then final', async () => {
		expect(await releaseReport(db, by, gathering, { seenAt: '', withoutQuotes: 0 })).toEqual({ refused: 'none' });
		await saveReport(db, by, gathering, { ...texts, lead: '', seenAt: '' });
		const slug = 'fachtag-uebergaenge-2026-11-12';
		expect(await releaseReport(db, by, gathering, { seenAt: by.at, withoutQuotes: 0 })).toEqual({
			refused: 'unfinished'
		});
		await saveReport(db, later, gathering, { ...texts, seenAt: by.at });
		expect(await publicReport(db, slug)).toBeUndefined();
		expect(await releaseReport(db, later, gathering, { seenAt: by.at, withoutQuotes: 0 })).toEqual({
			refused: 'changed'
		});
		expect(await releaseReport(db, later, gathering, { seenAt: later.at, withoutQuotes: 0 })).toBe(true);
		expect(await publicReport(db, slug)).toMatchObject({ headline: 'Hilfen verbinden', quotes: [] });
		expect(await releaseReport(db, later, gathering, { seenAt: later.at, withoutQuotes: 0 })).toEqual({
			refused: 'released'
		});
		expect(await saveReport(db, later, gathering, { ...texts, seenAt: later.at })).toEqual({ refused: 'released' });
		expect(await addQuote(db, later, 'g1', petra)).toEqual({ refused: 'released' });
		await expect(db.updateTable('reportRelease').set({ content: '{}' }).execute()).rejects.toThrow('final');
	});

	it('shows released quotes only', async () => {
		const { token } = await withQuote();
		await addQuote(db, by, 'g1', kemal);
		await releaseQuote(db, token, 'Wir reden früh miteinander.', later.at);
		expect(await releaseReport(db, later, gathering, { seenAt: by.at, withoutQuotes: 0 })).toEqual({
			refused: 'unreleased'
		});
		await releaseReport(db, later, gathering, { seenAt: by.at, withoutQuotes: 1 });
		const slug = (await reportOf(db, 'g1'))?.slug ?? '';
		expect((await publicReport(db, slug))?.quotes.map(({ text }) => text)).toEqual(['Wir reden früh miteinander.']);
		expect(JSON.stringify(await publicReport(db, slug))).not.toContain('example.org');
		expect(await releaseQuote(db, token, 'Ganz anders.', LATE)).toEqual({ refused: 'printed' });
		expect((await quoteByToken(db, token))?.isPublished).toBe(true);
		expect(await takeBackQuote(db, token, LATE)).toBe(true);
		expect((await publicReport(db, slug))?.quotes).toEqual([]);
		expect((await quoteByToken(db, token))?.isPublished).toBe(false);
	});

	it('shows the office what may be a case, and does not take those who are named for one', async () => {
		const body = 'Frau Lorenzen und Frau Brandt sprachen. Herr Quandt schwieg. Az. 51-2/12.';
		await saveReport(db, by, gathering, { ...texts, body, seenAt: '' });
		await addQuote(db, by, 'g1', petra);
		const { hinted } = await reportPage(db, gathering, '2026-11-13');
		expect(hinted).toEqual([{ part: 'body', name: '', hints: ['file_number', 'name'] }]);
		const named = body.replace('Herr Quandt', 'Herr Q.').replace('Az. 51-2/12.', '');
		await saveReport(db, later, gathering, { ...texts, body: named, seenAt: by.at });
		expect((await reportPage(db, gathering, '2026-11-13')).hinted).toEqual([]);
	});
});

describe('a quote', () => {
	it('is released by the quoted person alone, with the words she sends', async () => {
		const { token } = await withQuote();
		expect(await quoteNow()).toMatchObject({ hasLink: true, releasedAt: null });
		expect(await releaseQuote(db, token, 'Wir reden früh miteinander.', later.at)).toBe(true);
		expect(await quoteNow()).toMatchObject({ text: 'Wir reden früh miteinander.', releasedAt: later.at });
		const line = await db.selectFrom('journalEntry').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();
		expect(line).toMatchObject({ verb: 'report.quote_released', byName: 'Petra Lorenzen', gatheringId: 'g1' });
		expect(line.particulars).toBe('{"isCorrected":true}');
	});

	it('loses its release with another wording, name or function, and keeps it with another address', async () => {
		for (const change of [{ text: 'Anders.' }, { name: 'Petra L.' }, { jobFunction: 'Amt' }]) {
			db = await freshDatabase();
			gathering = await addGathering('g1');
			const { id, token } = await withQuote();
			await releaseQuote(db, token, petra.text, later.at);
			await correctQuote(db, by, 'g1', id, { ...petra, ...change, seenText: petra.text });
			expect((await quoteNow())?.releasedAt, JSON.stringify(change)).toBeNull();
			expect(await quoteByToken(db, token)).toBeDefined();
		}
		const { text } = (await quoteNow()) ?? petra;
		const { id } = (await quoteNow()) ?? { id: '' };
		const token = (await makeQuoteLink(db, by, 'g1', id)) as string;
		await releaseQuote(db, token, text, later.at);
		const kept = { ...petra, jobFunction: 'Amt', email: 'neu@example.org', text };
		await correctQuote(db, by, 'g1', id, { ...kept, seenText: text });
		expect(await quoteNow()).toMatchObject({ releasedAt: later.at, hasLink: false });
		expect(await quoteByToken(db, token)).toBeUndefined();
	});

	it('that she corrected is not written over by an older screen', async () => {
		const { id, token } = await withQuote();
		await releaseQuote(db, token, 'Meine Worte.', later.at);
		const answer = await correctQuote(db, by, 'g1', id, { ...petra, seenText: petra.text });
		expect(answer).toEqual({ refused: 'changed' });
		expect(await quoteNow()).toMatchObject({ text: 'Meine Worte.', releasedAt: later.at });
	});

	it('has one valid link, of which only the hash is stored', async () => {
		const { id, token } = await withQuote();
		const newer = (await makeQuoteLink(db, by, 'g1', id)) as string;
		expect(await quoteByToken(db, token)).toBeUndefined();
		expect(await releaseQuote(db, token, 'x', LATE)).toEqual({ refused: 'gone' });
		expect(await takeBackQuote(db, token, LATE)).toEqual({ refused: 'gone' });
		expect((await quoteByToken(db, newer))?.quote.name).toBe('Petra Lorenzen');
		expect(JSON.stringify(await db.selectFrom('quoteLink').selectAll().execute())).not.toContain(newer);
		expect(await quoteByToken(db, 'short')).toBeUndefined();
	});

	it('of another gathering cannot be touched', async () => {
		const { id } = await withQuote();
		const other = await addGathering('g2');
		expect(await makeQuoteLink(db, by, 'g2', id)).toEqual({ refused: 'none' });
		await saveReport(db, by, other, { ...texts, seenAt: '' });
		expect(await makeQuoteLink(db, by, 'g2', id)).toEqual({ refused: 'gone' });
		expect(await removeQuote(db, by, 'g2', id)).toEqual({ refused: 'gone' });
		expect(await correctQuote(db, by, 'g2', id, { ...petra, seenText: petra.text })).toEqual({ refused: 'gone' });
		expect(await removeQuote(db, by, 'g1', id)).toBe(true);
		expect(await quoteNow()).toBeUndefined();
	});
});

describe('slugOf', () => {
	it('is plain and short', () => {
		expect(slugOf('„Hürden & Brücken“ – 2. Teil', '2026-11-12')).toBe('huerden-bruecken-2-teil-2026-11-12');
		expect(slugOf('—', '2026-11-12', 3)).toBe('bericht-2026-11-12-3');
		expect(slugOf('Wort '.repeat(40), '2026-11-12').length).toBeLessThan(75);
	});
});
