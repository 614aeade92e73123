import { minutesOf, timeOf } from '#lib/time/clock.ts';

/** An item as far as its time matters. */
export interface Timed {
	id: string;
	startTime: string;
	lengthMin: number;
}

const DAY_MIN = 24 * 60;

function endMin(item: Timed): number {
	return minutesOf(item.startTime) + item.lengthMin;
}

/** Items in the order of the day: by start, then the shorter first; equal ones keep their order. */
export function inOrder<T extends Timed>(items: readonly T[]): T[] {
	return [...items].sort((a, b) => minutesOf(a.startTime) - minutesOf(b.startTime) || a.lengthMin - b.lengthMin);
}

/**
 * New start and length of one item. With `follow` everything that began at or after its old end moves along by as many
 * minutes as its end has moved; without it only this item changes.
 * @returns the items that changed, or undefined when one would leave the day
 */
export function retime(
	items: readonly Timed[],
	changed: Timed,
	follow: boolean
): { id: string; startTime: string; lengthMin: number }[] | undefined {
	const before = items.find((item) => item.id === changed.id);
	const moves = [{ ...changed }];
	const shift = before ? endMin(changed) - endMin(before) : 0;
	if (follow && before && shift !== 0) {
		for (const item of items) {
			if (item.id === changed.id || minutesOf(item.startTime) < endMin(before)) continue;
			const start = minutesOf(item.startTime) + shift;
			if (start < 0 || start + item.lengthMin > DAY_MIN) return undefined;
			moves.push({ id: item.id, startTime: timeOf(start), lengthMin: item.lengthMin });
		}
	}
	return endMin(changed) > DAY_MIN ? undefined : moves;
}

/**
 * Lets an item and the one before (or after) it change places. Together they take the same span as before; a free gap
 * between them stays between them.
 * @returns the two items with their new times; nothing when there is no neighbour or no room left in the day
 */
export function swap(items: readonly Timed[], id: string, direction: 'earlier' | 'later'): Timed[] {
	const day = inOrder(items);
	const at = day.findIndex((item) => item.id === id);
	const [first, second] = direction === 'earlier' ? [day[at - 1], day[at]] : [day[at], day[at + 1]];
	if (at < 0 || !first || !second) return [];
	const start = minutesOf(first.startTime);
	const gap = Math.max(0, minutesOf(second.startTime) - endMin(first));
	if (start + second.lengthMin + gap + first.lengthMin > DAY_MIN) return [];
	return [
		{ id: second.id, startTime: timeOf(start), lengthMin: second.lengthMin },
		{ id: first.id, startTime: timeOf(start + second.lengthMin + gap), lengthMin: first.lengthMin }
	];
}

/** Minutes between an item and whatever ended last before it; 0 when nothing is free. */
export function gapsBefore(items: readonly Timed[]): Map<string, number> {
	const gaps = new Map<string, number>();
	let busyUntil: number | undefined;
	for (const item of inOrder(items)) {
		const start = minutesOf(item.startTime);
		if (busyUntil !== undefined && start > busyUntil) gaps.set(item.id, start - busyUntil);
		busyUntil = Math.max(busyUntil ?? 0, endMin(item));
	}
	return gaps;
}

/** When the next item would begin: after the last one, or with the day. */
export function nextStart(items: readonly Timed[], dayStart: string): string {
	const last = items.reduce((latest, item) => Math.max(latest, endMin(item)), -1);
	return last < 0 || last >= DAY_MIN ? dayStart : timeOf(last);
}
