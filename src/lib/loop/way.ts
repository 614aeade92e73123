import { m } from '#lib/paraglide/messages.js';
import type { StandardStateName } from '#migrations/schema.ts';

/** The way of a proposal, from the wall of a workshop to the review of what came of it. */
export const STATIONS = [
	'proposal',
	'mandate',
	'draft',
	'consultation',
	'decision',
	'signatures',
	'in_force',
	'review'
] as const;
export type WayStation = (typeof STATIONS)[number];

/** What is known about one standard; days as ISO dates. */
export interface WayFacts {
	state: StandardStateName;
	/** A small group has a mandate to draft it; the day its report is due. */
	reportDueOn: string | null;
	consultedUntilOn: string | null;
	inForceOn: string | null;
	reviewDueOn: string | null;
	/** Short names of those whose signature is outstanding, only once it is agreed. */
	unsigned: string[];
	todayOn: string;
}

export interface Way {
	station: WayStation;
	/** Stations that were passed although something is still lacking there. */
	lacking: WayStation[];
	/** True when the circle itself is asked to act now. */
	isDue: boolean;
	/** False once it has left the way: rejected, parked, repealed, superseded. */
	isOnTheWay: boolean;
}

const STATION_OF: Record<StandardStateName, WayStation> = {
	idea: 'proposal',
	drafting: 'draft',
	consultation: 'consultation',
	ready_for_decision: 'decision',
	agreed: 'decision',
	signing: 'signatures',
	in_force: 'in_force',
	under_review: 'review',
	superseded: 'review',
	repealed: 'review',
	rejected: 'decision',
	parked: 'proposal'
};
const OFF: readonly StandardStateName[] = ['superseded', 'repealed', 'rejected', 'parked'];

/** Where a standard is on its way, what lacks behind it, and whether the circle has to act. */
export function wayOf(facts: WayFacts): Way {
	const { state, unsigned, todayOn } = facts;
	const station = state === 'idea' && facts.reportDueOn ? 'mandate' : STATION_OF[state];
	const isPastSigning = state === 'in_force' || state === 'under_review';
	const isReviewDue = isPastSigning && facts.reviewDueOn !== null && facts.reviewDueOn <= todayOn;
	const isConsulted = state === 'consultation' && (facts.consultedUntilOn ?? todayOn) < todayOn;
	const waitsForMandate = state === 'idea' && facts.reportDueOn === null;
	return {
		station,
		lacking: isPastSigning && unsigned.length > 0 ? ['signatures'] : [],
		isDue: state === 'ready_for_decision' || waitsForMandate || isConsulted || isReviewDue,
		isOnTheWay: !OFF.includes(state)
	};
}

/** Furthest first; at the same station by number. */
export function sortByWay<T extends { way: Way; number: number }>(lines: readonly T[]): T[] {
	const place = ({ way }: T) => STATIONS.indexOf(way.station);
	return lines.toSorted((a, b) => place(b) - place(a) || a.number - b.number);
}

const NAMES: Record<WayStation, () => string> = {
	proposal: m.loop_station_proposal,
	mandate: m.loop_station_mandate,
	draft: m.loop_station_draft,
	consultation: m.loop_station_consultation,
	decision: m.loop_station_decision,
	signatures: m.loop_station_signatures,
	in_force: m.loop_station_in_force,
	review: m.loop_station_review
};

/** What a station is called: "Rückmeldung". */
export function stationName(station: WayStation): string {
	return NAMES[station]();
}

/** The sentence under a standard's name; `day` words a date: "bis 18. Dezember". */
export function waySentence(facts: WayFacts, day: (on: string) => string): string {
	const { state } = facts;
	const station = stationName(wayOf(facts).station);
	if (state === 'agreed' && facts.inForceOn) return m.loop_say_in_force_from({ day: day(facts.inForceOn) });
	if (state === 'idea' && facts.reportDueOn) return m.loop_say_report({ station, day: day(facts.reportDueOn) });
	if (state === 'idea') return m.loop_say_waits({ station });
	if (state === 'drafting' && facts.reportDueOn) return m.loop_say_report({ station, day: day(facts.reportDueOn) });
	if (state === 'consultation' && facts.consultedUntilOn) {
		const isOver = facts.consultedUntilOn < facts.todayOn;
		const until = { station, day: day(facts.consultedUntilOn) };
		return isOver ? m.loop_say_consulted(until) : m.loop_say_until(until);
	}
	if (state === 'ready_for_decision') return m.loop_say_ready({ station });
	if (state === 'in_force' && facts.reviewDueOn) {
		const isDue = facts.reviewDueOn <= facts.todayOn;
		return isDue
			? m.loop_say_review_due({ day: day(facts.reviewDueOn) })
			: m.loop_say_review({ station, day: day(facts.reviewDueOn) });
	}
	return station;
}
