import type { Place } from './board.ts';

const seatsOf = (places: readonly Place[]): Map<string, Place[]> =>
	Map.groupBy(places, (place) => place.registrationId);

function isSame(a: readonly Place[] = [], b: readonly Place[] = []): boolean {
	return a.length === b.length && a.every((place, i) => isSamePlace(place, b[i]));
}

function isSamePlace(a: Place, b: Place | undefined): boolean {
	return a.workshopId === b?.workshopId && a.isHeld === b.isHeld;
}

/** The two groups between which somebody changes, whichever way she goes. */
function between(from: readonly Place[] = [], to: readonly Place[] = []): string {
	const at = Math.max(
		0,
		to.findIndex((place, i) => !isSamePlace(place, from[i]))
	);
	return [from[at]?.workshopId ?? '', to[at]?.workshopId ?? ''].toSorted().join(' ');
}

/**
 * One step from the places shown to those that shall be shown: so many people take their new place, the others follow in
 * the next step. Seating hundreds of people anew at once would keep the page from answering; whoever changes between the
 * same two groups goes in the same step, so that few groups are drawn anew.
 * @returns `target` itself when this step reaches it
 */
export function stepTowards(shown: readonly Place[], target: Place[], most: number): Place[] {
	const [from, to] = [seatsOf(shown), seatsOf(target)];
	const ids = [...new Set([...from.keys(), ...to.keys()])];
	const others = ids.filter((id) => !isSame(from.get(id), to.get(id)));
	if (others.length <= most) return target;
	const pairs = Map.groupBy(others, (id) => between(from.get(id), to.get(id)));
	const inOrder = [...pairs.keys()].toSorted().flatMap((pair) => pairs.get(pair) ?? []);
	const now = new Set(inOrder.slice(0, most));
	return ids.flatMap((id) => (now.has(id) ? to : from).get(id) ?? []);
}
