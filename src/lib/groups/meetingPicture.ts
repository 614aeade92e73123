import { alphabetical } from '#lib/people/directory.ts';
import type { Side } from '#lib/people/side.ts';

/** A released place of somebody who came: which gathering, which group, for whom. */
export interface PicturedSeat {
	gatheringId: string;
	workshopId: string;
	personId: string;
	organisationId: string | null;
	organisationName: string;
	side: Side;
}

/** A row and a column of the picture: an organisation, a side, or the small ones together. */
export interface Party {
	id: string;
	name: string;
	people: number;
}

/** How many pairs of people of two parties have sat in one group, of those who were at the same gathering. */
export interface Meeting {
	met: number;
	possible: number;
}

export interface Picture {
	parties: Party[];
	/** Row by row, only up to the diagonal; the diagonal is the party with itself. */
	cells: Meeting[][];
}

/** Below this a figure would speak of single people: such organisations stand together. */
const FEWEST = 3;
export const OTHERS = 'others';

/** Pairs of people as a matrix of flags: 1 = could have met, 3 = sat in one group. */
interface Pairs {
	people: PicturedSeat[];
	flags: Uint8Array;
}

function pairsOf(seats: readonly PicturedSeat[]): Pairs {
	const people = [...new Map(seats.map((seat) => [seat.personId, seat])).values()];
	const at = new Map(people.map((person, i) => [person.personId, i]));
	const flags = new Uint8Array(people.length ** 2);
	const mark = (list: readonly PicturedSeat[], flag: number) => {
		const here = [...new Set(list.map((seat) => at.get(seat.personId) ?? 0))];
		for (const [k, i] of here.entries())
			for (const j of here.slice(k + 1)) flags[Math.min(i, j) * people.length + Math.max(i, j)]! |= flag;
	};
	for (const gathering of Map.groupBy(seats, (seat) => seat.gatheringId).values()) mark(gathering, 1);
	for (const group of Map.groupBy(seats, (seat) => `${seat.gatheringId} ${seat.workshopId}`).values()) mark(group, 3);
	return { people, flags };
}

function drawn({ people, flags }: Pairs, parties: Party[], partyOf: (seat: PicturedSeat) => string): Picture {
	const rank = new Map(parties.map((party, i) => [party.id, i]));
	const ranks = people.map((person) => rank.get(partyOf(person)) ?? -1);
	const cells = parties.map((_, row) => Array.from({ length: row + 1 }, (): Meeting => ({ met: 0, possible: 0 })));
	for (let i = 0; i < people.length; i++)
		for (let j = i + 1; j < people.length; j++) {
			const flag = flags[i * people.length + j]!;
			const [a, b] = [ranks[i]!, ranks[j]!];
			const cell = flag > 0 && a >= 0 && b >= 0 ? cells[Math.max(a, b)]?.[Math.min(a, b)] : undefined;
			if (!cell) continue;
			cell.possible += 1;
			if (flag === 3) cell.met += 1;
		}
	return { parties, cells };
}

function countBy(people: readonly PicturedSeat[], partyOf: (seat: PicturedSeat) => string): Map<string, number> {
	return new Map([...Map.groupBy(people, partyOf)].map(([id, list]) => [id, list.length]));
}

/** The picture by sides, in their usual order; sides with fewer than three people are left out. */
export function pictureBySides(seats: readonly PicturedSeat[], sides: readonly { id: Side; name: string }[]): Picture {
	const pairs = pairsOf(seats);
	const counts = countBy(pairs.people, (seat) => seat.side);
	const parties = sides
		.map(({ id, name }) => ({ id, name, people: counts.get(id) ?? 0 }))
		.filter(({ people }) => people >= FEWEST);
	return drawn(pairs, parties, (seat) => seat.side);
}

/** The picture by organisations, alphabetically; those with fewer than three people stand together at the end. */
export function pictureByOrganisations(seats: readonly PicturedSeat[], othersName: string): Picture {
	const pairs = pairsOf(seats);
	const own = (seat: PicturedSeat) => seat.organisationId ?? OTHERS;
	const counts = countBy(pairs.people, own);
	const isLarge = (id: string) => id !== OTHERS && (counts.get(id) ?? 0) >= FEWEST;
	const partyOf = (seat: PicturedSeat) => (isLarge(own(seat)) ? own(seat) : OTHERS);
	const names = new Map(pairs.people.map((seat) => [own(seat), seat.organisationName]));
	const parties = [...countBy(pairs.people, partyOf)]
		.filter(([, people]) => people >= FEWEST)
		.map(([id, people]) => ({ id, people, name: id === OTHERS ? othersName : (names.get(id) ?? '') }))
		.sort((a, b) => Number(a.id === OTHERS) - Number(b.id === OTHERS) || alphabetical(a.name, b.name));
	return drawn(pairs, parties, partyOf);
}

/** All pairs of a picture together. */
export function totalOf({ cells }: Picture): Meeting {
	return cells.flat().reduce((sum, { met, possible }) => ({ met: sum.met + met, possible: sum.possible + possible }), {
		met: 0,
		possible: 0
	});
}

/** The two different parties that have met the least, when some have met more; undefined when none stands out. */
export function leastMet({ parties, cells }: Picture): { one: Party; other: Party; meeting: Meeting } | undefined {
	const between = cells.flatMap((row, i) =>
		row.slice(0, i).map((meeting, j) => ({ one: parties[j]!, other: parties[i]!, meeting }))
	);
	const known = between.filter(({ meeting }) => meeting.possible > 0);
	const share = ({ meeting }: (typeof known)[number]) => meeting.met / meeting.possible;
	const [first] = known.toSorted((a, b) => share(a) - share(b));
	return first && known.length > 1 && known.some((other) => share(other) > share(first)) ? first : undefined;
}
