import type { Database } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { logLine } from '#lib/web/log.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import type { Answer, Progress } from './engine/contract.ts';
import type { LiveKind, LiveRun } from './liveRun.ts';
import { finishProof, finishProposal, type LiveWork, prepareWork } from './liveWork.server.ts';
import { isBusy, type PlanRefusal } from './plans.server.ts';
import { startEngine } from './pool.server.ts';

type Of = Pick<Gathering, 'id'>;
type Listener = (run: LiveRun) => void;

/** A run in this process; it belongs to the gathering, not to the page that started it. */
interface Entry {
	shown: LiveRun;
	startedAt: number;
	listeners: Set<Listener>;
	halt: () => void;
	ended: Promise<void>;
}

/** Seconds a run may take before it ends by itself. */
const SECONDS: Record<LiveKind, number> = { propose: 5, prove: 60 };

/** One run for each gathering: the one at work, else the last one. */
const runs = new Map<string, Entry>();

/** The run of a gathering as it stands now. */
export function liveRunOf(gatheringId: string): LiveRun | undefined {
	const entry = runs.get(gatheringId);
	return entry && current(entry);
}

function current({ shown, startedAt }: Entry): LiveRun {
	return shown.state === 'working' ? { ...shown, milliseconds: Date.now() - startedAt } : shown;
}

/**
 * Starts a run, or joins the one that is already at work for this gathering.
 * @returns at once with the run's id and the moment of its end
 */
export async function startRun(
	db: Database,
	by: Actor,
	gathering: Of,
	kind: LiveKind,
	engine = startEngine
): Promise<{ id: string; ended: Promise<void> } | PlanRefusal | Refusal<'no_plan'>> {
	const joined = atWork(gathering.id);
	if (joined) return joined;
	const work = await prepareWork(db, gathering.id, kind);
	if ('refused' in work) return work;
	// Somebody else may have been faster while this run was made ready.
	return atWork(gathering.id) ?? begin(db, by, gathering, work, engine);
}

/** Proposes a plan and waits until it is the draft: for browsers that cannot follow the run. */
export async function proposePlan(db: Database, by: Actor, gathering: Of, engine = startEngine) {
	const run = await startRun(db, by, gathering, 'propose', engine);
	if ('refused' in run) return run;
	await run.ended;
	const end = liveRunOf(gathering.id);
	return end?.state === 'failed' ? refuse(end.refused ?? 'broken') : true;
}

function atWork(gatheringId: string) {
	const entry = runs.get(gatheringId);
	return entry?.shown.state === 'working' ? { id: entry.shown.id, ended: entry.ended } : undefined;
}

function begin(db: Database, by: Actor, gathering: Of, work: LiveWork, engine: typeof startEngine) {
	const seconds = SECONDS[work.kind];
	const proof = work.kind === 'prove' ? { proof: true, start: work.draft } : { proof: 'quick' as const };
	const entry: Entry = {
		shown: firstSight(work.kind, by.name, seconds),
		startedAt: Date.now(),
		listeners: new Set(),
		halt: () => undefined,
		ended: Promise.resolve()
	};
	runs.set(gathering.id, entry);
	const { answer, halt } = engine(work.problem, { seed: work.seed, seconds, ...proof }, (at) => report(entry, at));
	entry.halt = halt;
	entry.ended = answer
		.then((found) => finish(db, by, gathering, work, entry, found))
		.catch((error) => fail(entry, error));
	haltWithProduct();
	return { id: entry.shown.id, ended: entry.ended };
}

function firstSight(kind: LiveKind, byName: string, seconds: number): LiveRun {
	const start = { state: 'working' as const, milliseconds: 0, isHalted: false, phase: 'search' as const };
	return { id: newId(), kind, byName, seconds, ...start, score: null, bound: { mix: null, wishes: null }, gap: null };
}

function report(entry: Entry, { phase, score, bound, gap, plan }: Progress): void {
	if (entry.shown.state === 'working') tell(entry, { phase, score, bound, gap, ...(plan ? { plan } : {}) });
}

function tell(entry: Entry, change: Partial<LiveRun>): void {
	entry.shown = { ...current(entry), ...change };
	for (const listener of entry.listeners) listener(entry.shown);
}

async function finish(db: Database, by: Actor, gathering: Of, work: LiveWork, entry: Entry, answer: Answer) {
	if (entry.shown.state !== 'working') return;
	const { score, bound, gap, plan } = answer;
	if (work.kind === 'propose') {
		await finishProposal(db, by, gathering, work, answer);
		tell(entry, { state: 'done', score, bound, gap, plan });
	} else {
		const verdict = await finishProof(db, by, gathering, work, answer);
		tell(entry, { state: 'done', score, bound, gap, verdict });
	}
}

function fail(entry: Entry, error: unknown): void {
	if (entry.shown.state !== 'working') return;
	const refused = isBusy(error) ? 'busy' : 'broken';
	if (refused === 'broken') {
		logLine('error', { what: error instanceof Error ? (error.stack ?? error.message) : String(error) });
	}
	tell(entry, { state: 'failed', refused });
}

/** Ends a run early; the best plan so far is kept, a check says how far it came. */
export function haltRun(gatheringId: string): true | Refusal<'nothing'> {
	const entry = runs.get(gatheringId);
	if (entry?.shown.state !== 'working') return refuse('nothing');
	tell(entry, { isHalted: true });
	entry.halt();
	return true;
}

/** Drops a run at work, or puts the result of one that has ended out of sight. The draft stays as it is. */
export function dropRun(gatheringId: string): true | Refusal<'nothing'> {
	const entry = runs.get(gatheringId);
	if (!entry) return refuse('nothing');
	runs.delete(gatheringId);
	if (entry.shown.state === 'working') {
		tell(entry, { state: 'dropped' });
		entry.halt();
	}
	return true;
}

/** What an organizer may want of the run: a check of the draft, an early end, or none of it. */
export async function steerRun(db: Database, by: Actor, gathering: Of, act: 'prove' | 'halt' | 'drop') {
	if (act === 'prove') return startRun(db, by, gathering, 'prove');
	return act === 'halt' ? haltRun(gathering.id) : dropRun(gathering.id);
}

/**
 * Follows the run at work: the listener hears every change up to the end.
 * @returns how to stop listening, or undefined when nothing is at work
 */
export function followRun(gatheringId: string, listener: Listener): (() => void) | undefined {
	const entry = runs.get(gatheringId);
	if (entry?.shown.state !== 'working') return undefined;
	entry.listeners.add(listener);
	return () => void entry.listeners.delete(listener);
}

let isWatching = false;

/** A product that is being stopped does not wait for a proof. */
function haltWithProduct(): void {
	if (isWatching) return;
	isWatching = true;
	process.once('sveltekit:shutdown', () => {
		for (const gatheringId of runs.keys()) dropRun(gatheringId);
	});
}
