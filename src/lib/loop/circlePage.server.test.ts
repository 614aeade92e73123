import { expect, it } from 'vitest';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { circleLoop } from './circlePage.server.ts';

const NOW = '2026-11-26T08:00:00.000Z';

it('shows the Trägertreffen what came of the Fachtag', async () => {
	const db = await freshDatabase();
	await loadRegion(db, NOW);
	const loop = await circleLoop(db, 'circle-tt', '2026-11-26');
	expect(loop.last?.id).toBe('tt-2');
	expect(loop.standards.map(({ id, way }) => [id, way.station])).toEqual([
		['std-5', 'in_force'],
		['std-3', 'decision'],
		['std-1', 'consultation'],
		...['std-2', 'std-4', 'std-6', 'std-8'].map((id) => [id, 'draft']),
		['std-7', 'mandate']
	]);
	expect(loop.standards[0]?.facts.unsigned).toEqual(['Morgenwiese']);
	expect(loop.standards[1]?.workshop?.number).toBe(2);
	expect(loop.groups).toHaveLength(5);
	expect(loop.news).toEqual([{ kind: 'decisions', gatheringId: 'tt-2', on: loop.last?.dateOn, count: 5 }]);
	expect(loop.tasks.map(({ id }) => id)).toContain('ta-1-3');
	expect(loop.tasks.map(({ id }) => id)).not.toContain('ta-1-1');
	expect(loop.proposals.shown[0]?.dots).toBe(15);
});

it('takes a proposal off the list once something comes of it, and a task once it is done', async () => {
	const db = await freshDatabase();
	await loadRegion(db, NOW);
	const before = await circleLoop(db, 'circle-tt', '2026-11-26');
	const [proposal] = before.proposals.shown;
	await db
		.insertInto('topic')
		.values({
			...{ id: 't', circleId: 'circle-tt', title: 'x', note: '', organisationId: null },
			...{ findingId: proposal?.id ?? null, addedAt: NOW, byName: 'x' }
		})
		.execute();
	const state = (id: string, name: 'done' | 'open', at: string) =>
		db.insertInto('taskState').values({ id, taskId: 'ta-2-1', state: name, note: '', at, byName: 'x' }).execute();
	await state('s1', 'done', '2026-11-26T09:00:00.000Z');
	const after = await circleLoop(db, 'circle-tt', '2026-11-26');
	expect(after.proposals.shown.map(({ id }) => id)).not.toContain(proposal?.id);
	expect(after.tasks.map(({ id }) => id)).not.toContain('ta-2-1');
	expect(after.news).toContainEqual(expect.objectContaining({ kind: 'task', id: 'ta-2-1' }));
	await state('s2', 'open', '2026-11-26T10:00:00.000Z');
	expect((await circleLoop(db, 'circle-tt', '2026-11-26')).tasks.map(({ id }) => id)).toContain('ta-2-1');
});

it('is empty, not broken, for a circle without anything', async () => {
	const db = await freshDatabase();
	const loop = await circleLoop(db, 'nothing', '2026-11-26');
	expect(loop).toMatchObject({ news: [], standards: [], groups: [], tasks: [], proposals: { shown: [], further: 0 } });
});
