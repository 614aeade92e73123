import { beforeEach, describe, expect, it } from 'vitest';
import { hashToken } from '#lib/db/ids.server.ts';
import { findingLinksOf, mintFindingLink, openFindingLink, revokeFindingLinks } from './findingLinks.server.ts';
import { beginWorkshops, by, db, NOW } from '../../../tests/support/workshops.ts';

beforeEach(beginWorkshops);

describe('a link for people without an account', () => {
	const day = { id: 'g', dateOn: '2026-11-12' };

	it('opens its workshop until some days after the gathering, and nothing of it is stored', async () => {
		const token = await mintFindingLink(db, { ...by, at: '2026-11-01T09:00:00.000Z' }, day, 'ws-one');
		expect((await openFindingLink(db, token, NOW))?.workshop?.id).toBe('ws-one');
		expect(await openFindingLink(db, token, '2026-11-19T22:00:00.000Z')).toBeDefined();
		expect(await openFindingLink(db, token, '2026-11-20T00:00:00.000Z')).toBeUndefined();
		const [row] = await db.selectFrom('minuteLink').selectAll().execute();
		expect(JSON.stringify(row)).not.toContain(token);
		expect(row?.hash).toBe(hashToken(token));
	});

	it('is void once withdrawn, and only that of its workshop', async () => {
		const first = await mintFindingLink(db, by, day, 'ws-one');
		const other = await mintFindingLink(db, by, day, 'ws-two');
		const word = await mintFindingLink(db, by, day, null);
		await revokeFindingLinks(db, by, 'g', 'ws-one');
		expect(await openFindingLink(db, first, NOW)).toBeUndefined();
		expect(await openFindingLink(db, other, NOW)).toBeDefined();
		expect((await openFindingLink(db, word, NOW))?.workshop).toBeUndefined();
		expect((await findingLinksOf(db, 'g', NOW)).map(({ workshopId }) => workshopId)).toEqual(['ws-two', null]);
	});

	it('cannot be guessed from its mark', async () => {
		const token = await mintFindingLink(db, by, day, 'ws-one');
		const [link] = await findingLinksOf(db, 'g', NOW);
		expect(link?.mark).toHaveLength(8);
		for (const wrong of [link?.mark ?? '', hashToken(token), token.slice(0, 42), `${token.slice(0, 42)}!`, ''])
			expect(await openFindingLink(db, wrong, NOW)).toBeUndefined();
	});
});
