import { addDays } from '#lib/time/berlin.ts';

/** What opens and closes the public registration of a gathering. */
export interface Window {
	gatheringId: string;
	token: string;
	opensOn: string;
	closesOn: string;
	capacity: number;
	wishCount: number;
	introduction: string;
}

/** What of a gathering decides whether somebody may still register. */
export interface Occurrence {
	id: string;
	dateOn: string;
	isCancelled: boolean;
}

export type WindowState = 'none' | 'before' | 'open' | 'closed';

/** Where the door stands for the public: `over` once the day is past, `cancelled` before everything else. */
export type Door = WindowState | 'cancelled' | 'over';

/** Both days count in full: on the closing day registration is open until midnight in Berlin. */
export function windowState(window: Pick<Window, 'opensOn' | 'closesOn'> | undefined, todayOn: string): WindowState {
	if (!window) return 'none';
	if (todayOn < window.opensOn) return 'before';
	return todayOn > window.closesOn ? 'closed' : 'open';
}

/** The state of the door for people with the public link. */
export function doorOf(window: Window | undefined, gathering: Occurrence, todayOn: string): Door {
	if (gathering.isCancelled) return 'cancelled';
	if (todayOn > gathering.dateOn) return 'over';
	return windowState(window, todayOn);
}

/** Wishes may be changed while registration is open; everything else at any time before the day is over. */
export function mayChangeWishes(window: Window | undefined, gathering: Occurrence, todayOn: string): boolean {
	return doorOf(window, gathering, todayOn) === 'open';
}

const PROPOSED_OPEN_DAYS = 14;

/** A first proposal: from today until two weeks before the day, forty places, three wishes. */
export function proposeWindow(gathering: { dateOn: string }, todayOn: string): Omit<Window, 'gatheringId' | 'token'> {
	const closesOn = addDays(gathering.dateOn, -PROPOSED_OPEN_DAYS);
	const isNear = closesOn < todayOn;
	return { opensOn: todayOn, closesOn: isNear ? todayOn : closesOn, capacity: 40, wishCount: 3, introduction: '' };
}
