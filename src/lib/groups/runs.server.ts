import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import type { BoardData } from './board.ts';
import type { Answer, Plan, Problem } from './engine/contract.ts';
import { fingerprint } from './fingerprint.server.ts';
import { mixProblem } from './mixProblem.ts';
import type { LastRun } from './qualityWords.ts';
import { addStep, placesBefore, replacePlaces, type PlacesBefore, type StepVerb } from './steps.server.ts';

/** A stored run of the engine: can be repeated with the same problem and seed. */
export interface Run {
	id: string;
	at: string;
	seed: number;
	problem: Problem;
	answer: Answer;
}

/** Keeps a run; a proposal is an object that can be looked at again. */
export async function keepRun(
	trx: Trx,
	by: Actor,
	gatheringId: string,
	problem: Problem,
	answer: Answer
): Promise<string> {
	const id = newId();
	const { seed, inputHash } = answer;
	const texts = { problem: JSON.stringify(problem), answer: JSON.stringify(answer) };
	await trx
		.insertInto('planRun')
		.values({ id, gatheringId, at: by.at, byName: by.name, seed, inputHash, ...texts })
		.execute();
	return id;
}

/** One run of this gathering. */
export async function runFor(db: Database, gatheringId: string, id: string): Promise<Run | undefined> {
	const row = await db
		.selectFrom('planRun')
		.select(['id', 'at', 'seed', 'problem', 'answer'])
		.where('gatheringId', '=', gatheringId)
		.where('id', '=', id)
		.executeTakeFirst();
	return row && { ...row, problem: JSON.parse(row.problem) as Problem, answer: JSON.parse(row.answer) as Answer };
}

/** The next seed: each press of the button gives another proposal that can be repeated. */
export async function nextSeed(db: Database, gatheringId: string): Promise<number> {
	const row = await db
		.selectFrom('planRun')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('gatheringId', '=', gatheringId)
		.executeTakeFirstOrThrow();
	return row.count + 1;
}

/** Runs of one problem that are looked at for the best bound. */
const SAME_PROBLEM = 12;

/**
 * What is known for exactly this problem: the same people, groups, rules and held places. A bound stays true whatever
 * later runs find, so the one that proves most speaks; among equals the newest.
 */
export async function lastRunOf(db: Database, gatheringId: string, data: BoardData): Promise<LastRun | undefined> {
	const held = data.places.filter((place) => place.isHeld);
	const rows = await db
		.selectFrom('planRun')
		.select(['at', 'seed', 'answer'])
		.where('gatheringId', '=', gatheringId)
		.where('inputHash', '=', fingerprint(mixProblem(data, held)))
		.orderBy('at', 'desc')
		.orderBy('id')
		.limit(SAME_PROBLEM)
		.execute();
	const runs = rows.map(({ at, seed, answer }): LastRun => {
		const { score, bound, contradiction } = JSON.parse(answer) as Answer;
		return { at, seed, score, bound, ...(contradiction ? { contradiction } : {}) };
	});
	return runs.toSorted((a, b) => provedBy(b) - provedBy(a))[0];
}

/** How much a run proves: optimal wishes more than an optimal mix, that more than a bound, that more than nothing. */
function provedBy({ bound, score, contradiction }: LastRun): number {
	if (contradiction) return 1e9;
	if (bound.mix === null) return -1;
	const mix = bound.mix === 'optimal' ? score.mix : bound.mix;
	return mix + (bound.mix === 'optimal' ? 1e6 : 0) + (bound.wishes === 'optimal' ? 1e6 : 0);
}

/** Writes a run's plan into the draft as one step; people who have left meanwhile stay out. */
export async function writePlan(
	trx: Trx,
	by: Actor,
	gathering: Pick<Gathering, 'id'>,
	plan: Plan,
	step: { runId: string; verb: StepVerb }
): Promise<number> {
	const wanted = placesOfPlan(plan);
	const here = await admittedIds(trx, gathering.id);
	const ids = [...wanted.keys()].filter((id) => here.has(id));
	if (ids.length === 0) return 0;
	const before = await placesBefore(trx, ids);
	const changed = before.filter(({ registrationId, places }) => !isSame(places, wanted.get(registrationId) ?? []));
	const after = changed.map(({ registrationId, places }): PlacesBefore => ({
		registrationId,
		places: (wanted.get(registrationId) ?? []).map((workshopId) => ({
			workshopId,
			isHeld: places.find((place) => place.workshopId === workshopId)?.isHeld ?? 0
		}))
	}));
	if (after.length > 0) await replacePlaces(trx, gathering.id, after);
	await addStep(trx, by, gathering.id, { ...step, before: changed });
	await journal(trx, by, {
		verb: `groups.${step.verb}`,
		thing: `plan_run:${step.runId}`,
		gatheringId: gathering.id,
		particulars: { changed: changed.length }
	});
	return changed.length;
}

function placesOfPlan(plan: Plan): Map<string, string[]> {
	const places = new Map<string, string[]>();
	for (const round of Object.values(plan))
		for (const [id, workshopId] of Object.entries(round)) places.set(id, [...(places.get(id) ?? []), workshopId]);
	return places;
}

function isSame(places: { workshopId: string }[], wanted: string[]): boolean {
	return places.length === wanted.length && places.every((place) => wanted.includes(place.workshopId));
}

async function admittedIds(trx: Trx, gatheringId: string): Promise<Set<string>> {
	const rows = await trx
		.selectFrom('registration')
		.innerJoin('admission', 'admission.registrationId', 'registration.id')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'registration.id')
		.where('gatheringId', '=', gatheringId)
		.where('registrationWithdrawal.at', 'is', null)
		.select('registration.id')
		.execute();
	return new Set(rows.map(({ id }) => id));
}

/** Applies a stored run to the draft. */
export function applyRun(
	db: Database,
	by: Actor,
	gathering: Pick<Gathering, 'id'>,
	runId: string,
	verb: StepVerb = 'repaired'
): Promise<number | Refusal<'gone'>> {
	return inTransaction(db, async (trx) => {
		const run = await runFor(trx, gathering.id, runId);
		return run ? writePlan(trx, by, gathering, run.answer.plan, { runId, verb }) : refuse('gone');
	});
}
