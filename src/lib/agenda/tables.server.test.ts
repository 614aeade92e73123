import { expect, it } from 'vitest';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { tablesOf } from './tables.server.ts';

const NOW = '2026-10-20T08:00:00.000Z';

it('counts the tables of the draft plan by side', async () => {
	const db = await freshDatabase();
	await loadRegion(db, NOW);
	const people = (await tablesOf(db, 'ev-1')).reduce(
		(sum, { counts }) => sum + counts.J + counts.A + counts.S + counts.P,
		0
	);
	const { placed } = await db
		.selectFrom('place')
		.select(({ fn }) => fn.countAll<number>().as('placed'))
		.executeTakeFirstOrThrow();
	expect(people).toBe(Number(placed));
});
