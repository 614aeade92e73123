import type { Bound, Plan, Progress, Score } from './engine/contract.ts';
import type { LastVerdict } from './verdict.ts';

/** What a run is for: a new draft, or how good the draft is. */
export type LiveKind = 'propose' | 'prove';

/** Where a run stands. `dropped`: nobody wants its result; `failed`: it ended without one. */
export type LiveState = 'working' | 'done' | 'dropped' | 'failed';

/** A run of the engine as the page of a gathering shows it, while it works and as long as its result is news. */
export interface LiveRun {
	id: string;
	kind: LiveKind;
	state: LiveState;
	/** Who started it. */
	byName: string;
	milliseconds: number;
	/** After so many seconds it ends by itself. */
	seconds: number;
	/** Somebody has asked it to end. */
	isHalted: boolean;
	phase: Progress['phase'];
	score: Score | null;
	bound: Bound;
	gap: number | null;
	/** The best plan so far; in a message only when it is new. */
	plan?: Plan;
	/** What a check has shown. */
	verdict?: LastVerdict;
	/** Why it failed. */
	refused?: 'busy' | 'broken';
}

/** A message of the stream laid over what is known already. */
export function updateRun(known: LiveRun | undefined, message: LiveRun): LiveRun {
	return known?.id === message.id ? { ...message, plan: message.plan ?? known.plan } : message;
}
