import { m } from '#lib/paraglide/messages.js';
import type { Gathering } from './gathering.ts';

/** A gathering within a series; `reads` and `manages` say what the one who looks may do with it. */
export interface SeriesPart {
	number: number;
	gathering: Gathering;
	reads: boolean;
	manages: boolean;
}

/** Several gatherings under one theme, with one registration for all or some of them. */
export interface Series {
	id: string;
	title: string;
	/** The theme of the year; empty when there is none. */
	annualTheme: string;
	principles: string[];
	circleId: string | null;
	circleName: string | null;
	/** Secret of the public page. */
	token: string;
	manages: boolean;
}

/** Where in its series a gathering stands. */
export interface SeriesPlace {
	seriesId: string;
	title: string;
	token: string;
	number: number;
	count: number;
}

/** "Teil 2 von 4 der Reihe …" */
export function placeInSeries({ number, count, title }: Pick<SeriesPlace, 'number' | 'count' | 'title'>): string {
	return m.series_place({ number, count, title });
}

/** The parts in the order of their days; of one day the earlier first. */
export function byDay<T extends { gathering: Pick<Gathering, 'dateOn' | 'startTime'> }>(parts: readonly T[]): T[] {
	const at = ({ gathering }: T) => `${gathering.dateOn} ${gathering.startTime}`;
	return parts.toSorted((a, b) => at(a).localeCompare(at(b)));
}

/** True when the numbers follow the days. */
export function isByDay(parts: readonly SeriesPart[]): boolean {
	return byDay(parts).every((part, index) => part === parts[index]);
}

/** The ids with one of them a place further up or down; as they are when it stands at the end already. */
export function movedBy(ids: readonly string[], id: string, by: 1 | -1): string[] {
	const from = ids.indexOf(id);
	const to = from + by;
	if (from < 0 || to < 0 || to >= ids.length) return [...ids];
	return ids.with(from, ids[to] ?? id).with(to, id);
}

/** The next part that has not begun and takes place; undefined when all are over. */
export function nextPart<T extends { gathering: Pick<Gathering, 'dateOn' | 'startTime' | 'isCancelled'> }>(
	parts: readonly T[],
	todayOn: string
): T | undefined {
	return byDay(parts).find(({ gathering }) => !gathering.isCancelled && gathering.dateOn >= todayOn);
}
