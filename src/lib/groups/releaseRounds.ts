import { byLastName } from '#lib/registration/participant.ts';
import type { GroupList, ListedSeat } from './releaseLists.server.ts';

/** A released plan by rounds, in the order of the day. */
export interface ReleasedRound {
	id: string | null;
	title: string | null;
	kind: string | null;
	startTime: string | null;
	lengthMin: number | null;
	groups: GroupList[];
}

/** Where one person sits: her group in each round, or null where she has none. */
export interface PersonRow {
	seat: ListedSeat;
	groups: (GroupList | null)[];
}

/** The groups by the round to which they belong. */
export function roundsOfRelease(groups: readonly GroupList[]): ReleasedRound[] {
	return [...Map.groupBy(groups, (group) => group.roundId)].map(([id, list]) => {
		const [first] = list;
		const { roundTitle = null, roundKind = null, startTime = null, lengthMin = null } = first ?? {};
		return { id, title: roundTitle, kind: roundKind, startTime, lengthMin, groups: list };
	});
}

/** Everybody by last name with the groups of all rounds: what people look for first at the entrance. */
export function peopleOfRelease(rounds: readonly ReleasedRound[]): PersonRow[] {
	const rows = new Map<string, PersonRow>();
	for (const [at, { groups }] of rounds.entries()) {
		for (const group of groups) {
			for (const seat of group.seats) {
				const row = rows.get(seat.registrationId) ?? { seat, groups: rounds.map(() => null) };
				row.groups[at] = group;
				rows.set(seat.registrationId, row);
			}
		}
	}
	return [...rows.values()].sort((a, b) => byLastName(a.seat, b.seat));
}
