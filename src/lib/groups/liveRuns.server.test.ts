import { beforeEach, expect, test } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { planOfPlaces } from './board.ts';
import { boardDataOf } from './boardData.server.ts';
import { holdPlace, undoStep } from './draft.server.ts';
import { assignGroups } from './engine/assign.ts';
import type { Answer, Problem, Progress } from './engine/contract.ts';
import { groupsPageOf } from './groupsPage.server.ts';
import type { LiveRun } from './liveRun.ts';
import { dropRun, followRun, haltRun, liveRunOf, proposePlan, startRun } from './liveRuns.server.ts';
import { liveStream } from './liveStream.server.ts';

const NOW = '2026-10-30T09:00:00.000Z';
const by: Actor = { accountId: null, name: 'Nadja', at: NOW };
const gathering = { id: 'ev-1' };
let db: Database;
let halted = 0;
let options: Record<string, unknown> = {};
let end: (answer?: Answer) => void;
let report: (progress: Progress) => void;

/** The engine in the test's own thread; ends when the test says so. */
function engine(problem: Problem, asked: { seed: number }, onProgress?: (progress: Progress) => void) {
	options = asked;
	const found = assignGroups(problem, { seed: asked.seed, iterations: 20_000 });
	const { score, bound, gap, plan } = found;
	report = onProgress ?? (() => undefined);
	const answer = new Promise<Answer>((resolve) => (end = (other = found) => resolve(other)));
	queueMicrotask(() => report({ phase: 'search', iterations: 1, milliseconds: 1, score, bound, gap, plan }));
	return { answer, halt: () => void (halted += 1) };
}

async function start(kind: 'propose' | 'prove' = 'propose') {
	const run = await startRun(db, by, gathering, kind, engine);
	if ('refused' in run) throw new Error(run.refused);
	await Promise.resolve();
	return run;
}

const places = () => db.selectFrom('place').selectAll().orderBy('registrationId').orderBy('workshopId').execute();
const steps = () => db.selectFrom('draftStep').selectAll().execute();

beforeEach(async () => {
	db = await freshDatabase();
	await loadRegion(db, NOW);
	dropRun('ev-1');
	halted = 0;
});

test('one run at a time for a gathering: the second organizer joins it', async () => {
	const first = await start();
	expect((await start()).id).toBe(first.id);
	expect(liveRunOf('ev-1')).toMatchObject({ state: 'working', byName: 'Nadja', score: { musts: 0 } });
	expect((await groupsPageOf(db, 'ev-1')).live).not.toHaveProperty('plan');
	end();
	await first.ended;
	expect(liveRunOf('ev-1')?.state).toBe('done');
});

test('the draft changes at the end, as one step that can be taken back', async () => {
	const before = await places();
	const run = await start();
	expect(await places()).toEqual(before);
	expect(haltRun('ev-1')).toBe(true);
	expect([halted, liveRunOf('ev-1')?.isHalted]).toEqual([1, true]);
	end();
	await run.ended;
	expect(await places()).not.toEqual(before);
	expect(await steps()).toMatchObject([{ verb: 'proposed' }]);
	await undoStep(db, by, gathering);
	expect(await places()).toEqual(before);
});

test('a dropped run leaves the draft as it is, whatever comes after', async () => {
	const before = await places();
	const run = await start();
	expect(dropRun('ev-1')).toBe(true);
	expect([halted, liveRunOf('ev-1')]).toEqual([1, undefined]);
	end();
	await run.ended;
	expect(await places()).toEqual(before);
	expect(await db.selectFrom('planRun').selectAll().execute()).toEqual([]);
	expect(dropRun('ev-1')).toEqual({ refused: 'nothing' });
});

test('who is held meanwhile stays, who has left meanwhile stays out', async () => {
	const run = await start();
	const planned = Object.values(liveRunOf('ev-1')?.plan ?? {})[0] ?? {};
	const elsewhere = (await places()).find((place) => planned[place.registrationId] !== place.workshopId)!;
	const place = { registrationId: elsewhere.registrationId, workshopId: elsewhere.workshopId };
	await holdPlace(db, by, gathering, { ...place, isHeld: true });
	const gone = { registrationId: 'reg-per-073', at: NOW, byName: '', reason: 'Test' };
	const known = (await places()).filter(({ registrationId }) => registrationId === gone.registrationId);
	await db.insertInto('registrationWithdrawal').values(gone).execute();
	end();
	await run.ended;
	expect(await places()).toContainEqual({ ...place, isHeld: 1 });
	expect((await places()).filter(({ registrationId }) => registrationId === gone.registrationId)).toEqual(known);
});

test('a check begins with the draft, keeps it, and is news until something changes', async () => {
	const before = await places();
	const run = await start('prove');
	const data = await boardDataOf(db, 'ev-1');
	expect(options).toMatchObject({ proof: true, start: planOfPlaces(data, data.places) });
	end();
	await run.ended;
	expect(await places()).toEqual(before);
	const { live } = await groupsPageOf(db, 'ev-1');
	expect(live?.verdict?.kind).toBe('better');
	const [seat] = before;
	await holdPlace(db, by, gathering, {
		registrationId: seat!.registrationId,
		workshopId: seat!.workshopId,
		isHeld: true
	});
	expect((await groupsPageOf(db, 'ev-1')).live).toBeUndefined();
});

test('nothing to check, nobody to place: a refusal', async () => {
	await db.deleteFrom('place').execute();
	expect(await startRun(db, by, gathering, 'prove', engine)).toEqual({ refused: 'no_plan' });
	expect(await startRun(db, by, { id: 'none' }, 'propose', engine)).toEqual({ refused: 'no_workshops' });
	expect(haltRun('none')).toEqual({ refused: 'nothing' });
});

test('an engine that is too busy, or breaks', async () => {
	const full = (() => ({
		answer: Promise.reject(new Error('Task queue is at limit')),
		halt: () => undefined
	})) as unknown as typeof engine;
	expect(await proposePlan(db, by, gathering, full)).toEqual({ refused: 'busy' });
	expect((await groupsPageOf(db, 'ev-1')).live).toMatchObject({ state: 'failed', refused: 'busy' });
});

async function messages(stream: ReadableStream<Uint8Array>): Promise<string[]> {
	return (await new Response(stream).text()).trim().split('\n\n');
}

test('the stream tells how it stands, the plan once, and ends with the run', async () => {
	const run = await start();
	const heard = messages(liveStream('ev-1'));
	const { score, bound, gap } = liveRunOf('ev-1')!;
	report({ phase: 'bound', iterations: 2, milliseconds: 2, score: score!, bound, gap });
	end();
	await run.ended;
	const runs = (await heard).map((line) => JSON.parse(line.slice(6)) as LiveRun);
	expect(runs.map(({ state, phase }) => [state, phase])).toEqual([
		['working', 'search'],
		['working', 'bound'],
		['done', 'bound']
	]);
	expect(runs.map(({ plan }) => plan !== undefined)).toEqual([true, false, false]);
	expect(await messages(liveStream('ev-1'))).toHaveLength(1);
	expect(await messages(liveStream('nowhere'))).toEqual(['event: idle\ndata: {}']);
});

test('a reader that leaves is not told any more', async () => {
	await start();
	const reader = liveStream('ev-1').getReader();
	await reader.read();
	await reader.cancel();
	let told = 0;
	const stop = followRun('ev-1', () => (told += 1));
	dropRun('ev-1');
	stop?.();
	expect(told).toBe(1);
});
