import type { Met } from './engine/contract.ts';
import type { MixInput, MixWorkshop } from './mixProblem.ts';

/** What of the released groups of an earlier gathering of the circle counts now. */
export interface EarlierGathering {
	id: string;
	title: string;
	dateOn: string;
	/** 1 for the newest, half of it for the one before, and so on. */
	share: number;
	/** People who sat in one group there and take part now, by their registrations of now. */
	groups: string[][];
	/** How many wishes stood before the best one that somebody got there, by registration of now; only where it is not 0. */
	lost?: Record<string, number>;
}

/** A pair that sat together before weighs a little, as two of one organisation do. */
const MET_WEIGHT = 0.1;
/** A pair that sits together twice on one day. */
const MEETINGS_WEIGHT = 0.2;

/** How much an earlier gathering counts; 0 = the newest. */
export function shareOf(age: number): number {
	return 0.5 ** age;
}

/** Who sat together earlier, as far as both take part now. Groups of which only one is here are left out. */
export function metOf({ people, settings, earlier = [] }: MixInput): Met[] {
	if (!settings.countsEarlier) return [];
	const here = new Set(people.map((person) => person.id));
	return earlier
		.map(({ share, groups }) => ({
			weight: MET_WEIGHT * share,
			groups: groups.map((group) => [...new Set(group)].filter((id) => here.has(id))).filter(({ length }) => length > 1)
		}))
		.filter(({ weight, groups }) => weight > 0 && groups.length > 0);
}

/** What somebody lost at earlier gatherings, where these count: at a tie she comes first. */
export function creditOf(registrationId: string, { settings, earlier = [] }: MixInput): number {
	if (!settings.countsEarlier) return 0;
	return earlier.reduce((sum, { share, lost }) => sum + share * (lost?.[registrationId] ?? 0), 0);
}

/** With several rounds people meet new ones from round to round, unless that is switched off. */
export function meetingsOf({ settings }: MixInput, rounds: number): { meetings?: { weight: number } } {
	return settings.meetsNew && rounds > 1 ? { meetings: { weight: MEETINGS_WEIGHT } } : {};
}

/**
 * A workshop that is held in several rounds is one topic: nobody sits at it twice, a wish means each of them.
 * Where there are fewer topics than rounds nobody could keep that; then it is not asked for.
 */
export function sharedTopics(rounds: ReadonlyMap<string, readonly MixWorkshop[]>): Map<string, string> {
	const workshops = [...rounds.values()].flat();
	const same = Map.groupBy(workshops, (workshop) => workshop.topicId ?? workshop.id);
	if (same.size < rounds.size) return new Map();
	const shared = [...same].filter(([, list]) => new Set(list.map((one) => one.roundId)).size > 1);
	return new Map(shared.flatMap(([topic, list]) => list.map(({ id }) => [id, `topic:${topic}`] as const)));
}
