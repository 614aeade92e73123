/** A place: somebody in a workshop. */
export interface PlainPlace {
	registrationId: string;
	workshopId: string;
}

/** One difference between two plans, for one person and one round. null: no place there. */
export interface PlaceChange {
	registrationId: string;
	from: string | null;
	to: string | null;
}

/**
 * What has changed from one plan to another: who moved, who came, who went; in the order of the registrations' ids.
 * @param roundOf workshop → round; a workshop that no longer exists is a round of its own.
 */
export function comparePlans(
	before: readonly PlainPlace[],
	after: readonly PlainPlace[],
	roundOf: (workshopId: string) => string | undefined
): PlaceChange[] {
	const keyed = (places: readonly PlainPlace[]) =>
		new Map(places.map((place) => [`${place.registrationId} ${roundOf(place.workshopId) ?? place.workshopId}`, place]));
	const [old, now] = [keyed(before), keyed(after)];
	const changes: PlaceChange[] = [];
	for (const [key, { registrationId }] of new Map([...old, ...now])) {
		const [from, to] = [old.get(key)?.workshopId ?? null, now.get(key)?.workshopId ?? null];
		if (from !== to) changes.push({ registrationId, from, to });
	}
	return changes.sort((a, b) => (a.registrationId < b.registrationId ? -1 : 1));
}

/** Sorts differences: moved, added, gone. */
export function sortChanges(changes: readonly PlaceChange[]) {
	return {
		moved: changes.filter(({ from, to }) => from !== null && to !== null),
		added: changes.filter(({ from }) => from === null),
		gone: changes.filter(({ to }) => to === null)
	};
}

/** How many people differences are about; in several rounds somebody may stand there more than once. */
export function countPeople(changes: readonly PlaceChange[]): number {
	return new Set(changes.map(({ registrationId }) => registrationId)).size;
}
