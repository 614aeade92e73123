import { m } from '#lib/paraglide/messages.js';
import { alphabetical, hasWords, type ListPage, pageOf } from '#lib/people/directory.ts';
import { nameKey } from '#lib/people/nameKeys.ts';
import { type Side, SIDES } from '#lib/people/side.ts';
import type { Standing } from './participant.ts';

/** One registration as the office sees it in the list; nothing about needs or food. */
export interface ListedRegistration {
	id: string;
	standing: Standing;
	ordinal: number;
	title: string;
	firstName: string;
	lastName: string;
	organisationId: string | null;
	organisationName: string;
	jobFunction: string;
	email: string;
	side: Side;
	isNewcomer: boolean;
	registeredAt: string;
	channel: 'web' | 'office' | 'list' | 'colleague';
	how: 'seat' | 'moved_up' | 'office' | 'substitute' | null;
	withdrawnAt: string | null;
	/** Name of the person who comes instead, after withdrawing. */
	substitute: string;
}

export interface ListQuestion {
	standing: Standing;
	words: string;
	/** Id of an organisation, 'none' for those whose organisation is not in the list, empty for all. */
	organisation: string;
	page: number;
}

/** Reads the question from the address of the page; what makes no sense is left out. */
export function readQuestion(params: URLSearchParams): ListQuestion {
	const standing = params.get('stand');
	return {
		standing: standing === 'waiting' || standing === 'withdrawn' ? standing : 'seat',
		words: (params.get('q') ?? '').slice(0, 100),
		organisation: (params.get('organisation') ?? '').slice(0, 40),
		page: Number(params.get('page') ?? 1)
	};
}

/** The address of the same list with something changed. */
export function listAddress(question: ListQuestion, change: Partial<ListQuestion>): string {
	const { standing, words, organisation, page } = { ...question, ...change };
	const params = new URLSearchParams();
	if (standing !== 'seat') params.set('stand', standing);
	if (words) params.set('q', words);
	if (organisation) params.set('organisation', organisation);
	if (page > 1) params.set('page', String(page));
	return `?${params}`;
}

function fits(row: ListedRegistration, { standing, words, organisation }: ListQuestion): boolean {
	if (row.standing !== standing) return false;
	if (organisation && organisation !== (row.organisationId ?? 'none')) return false;
	return hasWords(words, [row.title, row.firstName, row.lastName, row.organisationName, row.jobFunction, row.email]);
}

/** One page of the list; those who wait stay in their order, everybody else by name (as the rows come). */
export function listPage(rows: readonly ListedRegistration[], question: ListQuestion): ListPage<ListedRegistration> {
	const found = rows.filter((row) => fits(row, question));
	if (question.standing === 'waiting') found.sort((a, b) => a.ordinal - b.ordinal);
	return pageOf(found, question.page);
}

/** Ids of registrations that may be the same person twice: same name in the same organisation, neither withdrawn. */
export function possibleDoubles(rows: readonly ListedRegistration[]): string[] {
	const active = rows.filter((row) => row.standing !== 'withdrawn');
	const groups = Map.groupBy(active, (row) => `${nameKey(row.firstName, row.lastName)}|${row.organisationId ?? ''}`);
	return [...groups.values()].filter((same) => same.length > 1).flatMap((same) => same.map(({ id }) => id));
}

/** How many with a place sit on which side. */
export function countSides(rows: readonly Pick<ListedRegistration, 'standing' | 'side'>[]): Record<Side, number> {
	const counts = Object.fromEntries(SIDES.map((side) => [side, 0])) as Record<Side, number>;
	for (const row of rows) if (row.standing === 'seat') counts[row.side] += 1;
	return counts;
}

/** The organisations that occur in the list, alphabetical, for the filter. */
export function organisationChoices(rows: readonly ListedRegistration[]): { value: string; label: string }[] {
	const names = new Map(rows.map((row) => [row.organisationId ?? 'none', row.organisationName]));
	if (names.has('none')) names.set('none', m.registration_organisation_other());
	return [...names].map(([value, label]) => ({ value, label })).sort((a, b) => alphabetical(a.label, b.label));
}
