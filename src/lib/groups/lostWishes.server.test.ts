import { beforeEach, expect, it } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { foundCircle, gather, release, withdraw } from '../../../tests/support/earlierMeetings.ts';
import { boardDataOf } from './boardData.server.ts';
import { earlierOf } from './metBefore.server.ts';
import { mixProblem } from './mixProblem.ts';

let db: Database;

beforeEach(async () => {
	db = await freshDatabase();
	await foundCircle(db);
});

it('who stayed behind her first wish comes first at a tie', async () => {
	const words = { theme: '', aim: '', method: '', roomId: null, minSize: 1, maxSize: 4, title: '' };
	const workshop = (id: string, gatheringId: string, number: number, more: object = {}) =>
		db
			.insertInto('workshop')
			.values({ ...words, minuteTakerId: null, id, gatheringId, number, agendaItemId: null, ...more })
			.execute();
	await gather(db, 'old', '2025-01-10');
	await gather(db, 'then', '2026-01-10');
	await gather(db, 'now', '2026-11-10');
	for (const id of ['old', 'then', 'now']) {
		await workshop(`${id}-w0`, id, 1, { topicId: 'care' });
		await workshop(`${id}-w1`, id, 2, { minuteTakerId: 'eli' });
		await workshop(`${id}-w2`, id, 3, { topicId: 'care' });
	}
	const wishes = (id: string, ...numbers: number[]) =>
		db
			.insertInto('wish')
			.values(numbers.map((n, i) => ({ registrationId: id, workshopId: `${id.split('-')[0]}-w${n}`, rank: i + 1 })))
			.execute();
	await wishes('then-ada', 0, 1);
	await wishes('then-bea', 1, 0);
	await wishes('then-cem', 2, 1);
	await wishes('then-dia', 2);
	await wishes('then-eli', 2);
	await wishes('then-fay', 1);
	await db.insertInto('workshopModerator').values({ workshopId: 'then-w2', personId: 'fay', position: 1 }).execute();
	await wishes('old-dia', 2, 0);
	await wishes('now-dia', 1, 0);
	await wishes('now-fay', 1);
	await release(db, 'then', [
		['ada', 'bea', 'cem', 'fay'],
		['dia', 'eli']
	]);
	await release(db, 'old', [[], ['dia']]);
	const earlier = await earlierOf(db, 'now');
	// Cem's topic was held twice and either will do; Eli took minutes and Fay led another group: no choice of theirs.
	expect(earlier.map(({ lost }) => lost)).toEqual([{ 'now-bea': 1, 'now-dia': 1 }, { 'now-dia': 2 }]);
	await withdraw(db, 'then-bea');
	expect((await earlierOf(db, 'now'))[0]?.lost).toEqual({ 'now-dia': 1 });
	const credits = mixProblem(await boardDataOf(db, 'now')).people.map(({ id, credit }) => [id, credit]);
	expect(credits).toContainEqual(['now-dia', 2]);
	expect(credits).toContainEqual(['now-bea', undefined]);
	expect(credits).toContainEqual(['now-ada', undefined]);
	const data = await boardDataOf(db, 'now');
	const off = mixProblem({ ...data, settings: { ...data.settings, countsEarlier: false } });
	expect(off.people.every(({ credit }) => credit === undefined)).toBe(true);
	// A workshop that was taken out is no wish any more: of Dia's two wishes of then one is left.
	await db.deleteFrom('wish').where('registrationId', '=', 'old-dia').where('rank', '=', 1).execute();
	expect((await earlierOf(db, 'now'))[1]?.lost).toEqual({ 'now-dia': 1 });
});
