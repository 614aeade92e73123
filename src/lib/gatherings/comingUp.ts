import { type Gathering, isOver } from './gathering.ts';

type Listed = Gathering & { manages: boolean };

/** At most so many gatherings are asked how far they are when the start page opens. */
const ASKED = 4;

/**
 * What lies ahead: the next gathering (one that the reader prepares goes first), the further ones, and those whose
 * state is asked. Cancelled ones do not come up.
 * @param gatherings earliest first
 */
export function comingUp(gatherings: readonly Listed[], todayOn: string) {
	const ahead = gatherings.filter((gathering) => !gathering.isCancelled && !isOver(gathering, todayOn));
	const next = ahead.find((gathering) => gathering.manages) ?? ahead[0];
	return {
		next,
		further: ahead.filter((gathering) => gathering !== next),
		managed: ahead.filter((gathering) => gathering.manages).slice(0, ASKED)
	};
}

/** Gatherings ahead and past ones, the latest past one first. */
export function aheadAndPast<T extends { dateOn: string }>(gatherings: readonly T[], todayOn: string) {
	return {
		ahead: gatherings.filter((gathering) => !isOver(gathering, todayOn)),
		past: gatherings.filter((gathering) => isOver(gathering, todayOn)).reverse()
	};
}
