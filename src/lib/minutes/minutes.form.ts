import * as z from 'zod';
import { day, line, oneOf, optionalId, paragraphs, requiredLine, timeOfDay, type Values } from '#lib/web/form.ts';
import { m } from '#lib/paraglide/messages.js';
import { MINUTES_ITEM_KINDS } from './minutesItem.ts';
import { PRESENCE_KINDS, type PresenceKind } from './presence.ts';

/** Head and end of the minutes. */
export const headShape = z.object({
	chair: line(160),
	minuteTaker: line(160),
	startedTime: timeOfDay(),
	endedTime: timeOfDay(),
	nextDate: line(200),
	annexes: paragraphs(2000),
	distribution: paragraphs(1000)
});
export type HeadInput = z.output<typeof headShape>;

export interface PresenceInput {
	organisationId: string;
	name: string;
	kind: PresenceKind;
	partly: string;
}

const listOf = (text: Values[string] | undefined) => (Array.isArray(text) ? text : text === undefined ? [] : [text]);
const plain = (text: string | undefined, max: number) => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, max);

/** A row of the presence form as typed. */
export interface PresenceRow {
	organisationId: string;
	name: string;
	kind: string;
	partly: string;
}

/** The rows of the presence list as typed; four lists of equal length. */
export function presenceRows(values: Values): PresenceRow[] {
	const [organisations, names, kinds, partly] = [
		listOf(values.organisationId),
		listOf(values.name),
		listOf(values.kind),
		listOf(values.partly)
	];
	return organisations.slice(0, 300).map((organisationId, row) => ({
		organisationId: organisationId.slice(0, 40),
		name: plain(names[row], 160),
		kind: kinds[row] ?? '',
		partly: plain(partly[row], 80)
	}));
}

/** Rows that count: those with a kind. A row without an organisation, or twice the same, is refused with its place. */
export function readPresence(rows: readonly PresenceRow[]): { rows: PresenceInput[] } | { row: number; issue: string } {
	const seen = new Set<string>();
	const found: PresenceInput[] = [];
	for (const [row, { organisationId, name, kind, partly }] of rows.entries()) {
		if (!kind || (!organisationId && !name)) continue;
		if (!organisationId) return { row, issue: m.minutes_error_organisation() };
		if (!PRESENCE_KINDS.includes(kind as PresenceKind)) return { row, issue: m.minutes_error_presence() };
		const key = `${organisationId}\n${name}`;
		if (seen.has(key)) return { row, issue: m.minutes_error_twice() };
		seen.add(key);
		found.push({ organisationId, name, kind: kind as PresenceKind, partly });
	}
	return { rows: found };
}

export const newItemShape = z.object({ title: requiredLine(200), kind: oneOf(MINUTES_ITEM_KINDS) });
export type NewItemInput = z.output<typeof newItemShape>;

/** One item as typed, with the revision it was typed over. */
export const itemTextShape = newItemShape.extend({
	id: requiredLine(40),
	facts: paragraphs(6000),
	discussion: paragraphs(6000),
	revision: z.coerce.number().int()
});
export type ItemTextInput = z.output<typeof itemTextShape>;

/** What was taken away with an item; enough to put it back. */
export const removedItemShape = itemTextShape.extend({
	position: z.int(),
	agendaItemId: z.string().max(40).nullable()
});
export type RemovedMinutesItem = z.output<typeof removedItemShape>;

export const circulateShape = z.object({ commentsUntilOn: day() });

export const amendShape = z.object({
	itemId: optionalId(),
	text: paragraphs(2000).refine((text) => text !== '', { error: () => m.minutes_error_amendment() })
});
export type AmendInput = z.output<typeof amendShape>;

export const answerShape = z.object({
	amendmentId: requiredLine(40),
	verdict: oneOf(['accepted', 'rejected']),
	answer: paragraphs(1000),
	facts: paragraphs(6000),
	discussion: paragraphs(6000),
	revision: z.coerce.number().int().default(0)
});
export type AnswerInput = z.output<typeof answerShape>;

export const approveShape = z.object({ approvedOn: day() });

/** What is wrong with one item's text, by field and id. */
export type ItemIssues = Record<string, string>;

/** All items of the page as typed: lists of equal length. */
export function readItemTexts(values: Values): { inputs: ItemTextInput[]; issues: ItemIssues } {
	const [ids, titles, kinds] = [listOf(values.id), listOf(values.title), listOf(values.kind)];
	const [facts, discussions, revisions] = [listOf(values.facts), listOf(values.discussion), listOf(values.revision)];
	const inputs: ItemTextInput[] = [];
	const issues: ItemIssues = {};
	for (const [i, id] of ids.slice(0, 200).entries()) {
		const read = itemTextShape.safeParse({
			...{ id, title: titles[i], kind: kinds[i], facts: facts[i], discussion: discussions[i], revision: revisions[i] }
		});
		if (read.success) inputs.push(read.data);
		else for (const issue of read.error.issues) issues[`${String(issue.path[0])}-${id}`] ??= issue.message;
	}
	return { inputs, issues };
}
