import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { foundCircle, gather, PEOPLE, NOW, release, withdraw } from '../../../tests/support/earlierMeetings.ts';
import { boardDataOf } from './boardData.server.ts';
import { readProblem } from './engine/validate.ts';
import { meetingPicture } from './meetingPicture.server.ts';
import { earlierOf } from './metBefore.server.ts';
import { mixProblem } from './mixProblem.ts';

let db: Database;
let asked: string[] = [];

beforeEach(async () => {
	db = await freshDatabase((statement) => asked.push(statement));
	await foundCircle(db);
});

const now = (...people: string[]) => people.map((person) => `now-${person}`);

describe('earlier gatherings of the circle', () => {
	it('count by person, the newest whole and each before it half as much', async () => {
		for (const [id, day] of [
			['old', '2025-01-10'],
			['new', '2026-01-10'],
			['now', '2026-11-10']
		] as const)
			await gather(db, id, day);
		await release(db, 'old', [['ada', 'bea', 'cem']]);
		await release(db, 'new', [
			['ada', 'dia'],
			['bea', 'eli']
		]);
		const earlier = await earlierOf(db, 'now');
		expect(earlier.map(({ id, share, groups }) => [id, share, groups])).toEqual([
			['new', 1, [now('ada', 'dia'), now('bea', 'eli')]],
			['old', 0.5, [now('ada', 'bea', 'cem')]]
		]);
		const problem = mixProblem(await boardDataOf(db, 'now'));
		expect(problem.met?.map(({ weight }) => weight)).toEqual([0.1, 0.05]);
	});

	it('are only those released, not cancelled, of this circle and before this one', async () => {
		await gather(db, 'draft', '2026-01-10');
		await gather(db, 'cancelled', '2026-02-10');
		await gather(db, 'other', '2026-03-10', 'else');
		await gather(db, 'later', '2026-12-10');
		await gather(db, 'now', '2026-11-10');
		for (const id of ['cancelled', 'other', 'later']) await release(db, id, [['ada', 'bea']]);
		const cancellation = { gatheringId: 'cancelled', at: NOW, byName: '', reason: '' };
		await db.insertInto('gatheringCancellation').values(cancellation).execute();
		expect(await earlierOf(db, 'now')).toEqual([]);
	});

	it('count by their last release, without those who stayed away or are not here now', async () => {
		await gather(db, 'then', '2026-01-10');
		await gather(db, 'now', '2026-11-10', 'rt', ['ada', 'bea', 'cem']);
		await release(db, 'then', [['ada', 'bea', 'cem', 'dia']]);
		await release(
			db,
			'then',
			[
				['ada', 'bea', 'dia'],
				['cem', 'eli']
			],
			2
		);
		expect((await earlierOf(db, 'now'))[0]?.groups).toEqual([now('ada', 'bea')]);
		await withdraw(db, 'then-bea');
		expect((await earlierOf(db, 'now'))[0]?.groups).toEqual([]);
	});

	it('matter to no gathering outside a circle', async () => {
		await gather(db, 'then', '2026-01-10', null);
		await gather(db, 'now', '2026-11-10', null);
		await release(db, 'then', [['ada', 'bea']]);
		expect(await earlierOf(db, 'now')).toEqual([]);
	});

	it('are read by three queries and by index, only the newest three', async () => {
		for (const year of [2020, 2021, 2022, 2023, 2024]) {
			await gather(db, `g${year}`, `${year}-01-10`);
			await release(db, `g${year}`, [['ada', 'bea']]);
		}
		await gather(db, 'now', '2026-11-10');
		asked = [];
		expect((await earlierOf(db, 'now')).map(({ id }) => id)).toEqual(['g2024', 'g2023', 'g2022']);
		expect(asked).toHaveLength(3);
		asked = [];
		await meetingPicture(db, 'rt', '2026-10-20');
		expect(asked).toHaveLength(2);
		await gather(db, 'again', '2026-11-11');
		asked = [];
		await earlierOf(db, 'again');
		await meetingPicture(db, 'rt', '2026-10-20');
		for (const statement of [...asked]) {
			const { rows } = await sql
				.raw<{ detail: string }>(`explain query plan ${statement.replaceAll('?', "'x'")}`)
				.execute(db);
			const scans = rows.map(({ detail }) => detail).filter((detail) => /^SCAN (?!\d|CONSTANT)/.test(detail));
			expect(rows.length).toBeGreaterThan(0);
			expect(scans, statement).toEqual([]);
		}
	});

	it('give a problem the engine reads', async () => {
		await gather(db, 'then', '2026-01-10');
		await gather(db, 'now', '2026-11-10');
		await release(db, 'then', [
			['ada', 'bea'],
			['cem', 'dia', 'eli']
		]);
		const item = { note: '', place: '', speakers: '', roomId: null, lengthMin: 60 };
		await db
			.insertInto('agendaItem')
			.values({ ...item, id: 'r1', gatheringId: 'now', kind: 'workshops', title: 'Runde 1', startTime: '10:00' })
			.execute();
		const words = { theme: '', aim: '', method: '', roomId: null, minuteTakerId: null, minSize: 1, maxSize: 4 };
		await db
			.insertInto('workshop')
			.values(
				[1, 2].map((n) => ({
					...{ ...words, id: `w${n}`, gatheringId: 'now', agendaItemId: 'r1', number: n, title: `W ${n}` }
				}))
			)
			.execute();
		const read = readProblem(mixProblem(await boardDataOf(db, 'now')));
		expect(read).toMatchObject({ problem: { met: [{ groups: [now('ada', 'bea'), now('cem', 'dia', 'eli')] }] } });
	});
});

it('draws who has met whom up to today', async () => {
	expect(await meetingPicture(db, 'rt', '2026-10-20')).toBeUndefined();
	await gather(db, 'then', '2026-01-10');
	await gather(db, 'next', '2026-11-10');
	await release(db, 'then', [
		['ada', 'bea', 'dia'],
		['cem', 'eli', 'fay']
	]);
	await release(db, 'next', [PEOPLE]);
	const picture = await meetingPicture(db, 'rt', '2026-10-20');
	expect(picture?.gatherings.map(({ id }) => id)).toEqual(['then']);
	expect(picture?.organisations.parties.map(({ name, people }) => [name, people])).toEqual([
		['FP', 3],
		['JA', 3]
	]);
	expect(picture?.organisations.cells[1]?.[0]).toEqual({ met: 4, possible: 9 });
	await withdraw(db, 'then-ada');
	expect((await meetingPicture(db, 'rt', '2026-10-20'))?.organisations.parties).toHaveLength(1);
});
