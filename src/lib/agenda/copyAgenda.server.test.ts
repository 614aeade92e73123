import { expect, it } from 'vitest';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { gatheringById } from '#lib/gatherings/gatherings.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { draftOf } from './agenda.server.ts';
import { copyAgenda } from './copyAgenda.server.ts';

const NOW = '2026-10-20T08:00:00.000Z';

it('copies items, workshops, questions and cases without the people', async () => {
	const db = await freshDatabase();
	await loadRegion(db, NOW);
	const gathering = (await gatheringById(db, 'ev-1'))!;
	const { hosts: _, isCancelled: __, ...row } = gathering;
	await db
		.insertInto('gathering')
		.values({ ...row, id: 'copy' })
		.execute();
	await db.transaction().execute((trx) => copyAgenda(trx, 'ev-1', 'copy', new Map([['room-saal', 'room-saal']])));
	const [from, to] = [await draftOf(db, gathering), await draftOf(db, { ...gathering, id: 'copy' })];
	expect(
		to.items.map(({ title, startTime, people, workshops }) => [
			title,
			startTime,
			people,
			workshops.map((w) => [w.title, w.caseTitle, w.moderators])
		])
	).toEqual(
		from.items.map(({ title, startTime, workshops }) => [
			title,
			startTime,
			[],
			workshops.map((w) => [w.title, w.caseTitle, []])
		])
	);
});
