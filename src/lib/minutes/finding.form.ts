import * as z from 'zod';
import { ids, line, oneOf, optionalId, paragraphs, tick, whole } from '#lib/web/form.ts';
import { m } from '#lib/paraglide/messages.js';
import { FINDING_KINDS, FINDING_LENGTH, FINDING_SIDES } from './finding.ts';
import type { Operation, Seen } from './findingMerge.ts';

/** Ids made by an open page, or by the form without one. */
const id = z.string().regex(/^[a-z0-9_]{8,40}$/);
const text = paragraphs(FINDING_LENGTH);
const over = z.array(z.union([z.int().min(0), id])).max(50);
const particulars = {
	kind: z.enum(FINDING_KINDS),
	side: z.enum(FINDING_SIDES),
	question: z.int().min(0).max(99).nullable(),
	position: z.int().min(0).max(1e12),
	isDissent: z.literal([0, 1]),
	dots: z.int().min(0).max(999),
	standardId: z.string().max(40).nullable()
};
const operation = z.discriminatedUnion('what', [
	z.object({ id, noteId: id, what: z.literal('add'), text, ...particulars }),
	z.object({ id, noteId: id, what: z.literal('write'), text, over }),
	z.object({ id, noteId: id, what: z.literal('set'), ...z.object(particulars).partial().shape }),
	z.object({ id, noteId: id, what: z.literal('remove'), over }),
	z.object({ id, noteId: id, what: z.literal('restore') })
]);

/** What an open page sends. */
export const sendingShape = z.object({
	hand: id,
	/** The name under which somebody without an account writes. */
	name: line(80),
	operations: z.array(operation).max(100)
});

const filled = paragraphs(FINDING_LENGTH).refine((value) => value !== '', { error: () => m.web_error_required() });
const question = z
	.string()
	.default('')
	.transform((value) => (/^\d{1,2}$/.test(value) ? Number(value) : null));

/** A new line, sent as a form. */
export const lineShape = z.object({ text: filled, kind: oneOf(FINDING_KINDS), side: oneOf(FINDING_SIDES), question });

const revisions = z.preprocess(
	(value) => (typeof value === 'string' ? value.split(',').filter(Boolean).map(Number) : []),
	z.array(z.int().min(0)).max(50)
);

/** A line changed, sent as a form; `over` are the revisions it showed. */
export const changeShape = z.object({
	noteId: id,
	over: revisions,
	text: filled,
	kind: oneOf(FINDING_KINDS),
	side: oneOf(FINDING_SIDES),
	dots: z.preprocess((value) => (value === '' || value === undefined ? '0' : value), whole(0, 999)),
	standardId: optionalId(),
	isDissent: tick()
});

/** One text over several wordings; of the headline or a line. `aside` are wordings that become lines of their own. */
export const settleShape = z.object({ noteId: id, over: revisions, text: paragraphs(FINDING_LENGTH), aside: ids(20) });
export const removalShape = z.object({ noteId: id, over: revisions });
export const restoreShape = z.object({ noteId: id });

/** Revisions as a hidden field carries them. */
export function revisionsField(seen: readonly Seen[]): string {
	return seen.filter((revision) => typeof revision === 'number').join(',');
}

/** A changed line as operations of the page without a script. */
export function changeOperations(input: z.output<typeof changeShape>, newId: () => string): Operation[] {
	const { noteId, over: seen, text: typed, ...change } = input;
	return [
		{ id: newId(), noteId, what: 'write', text: typed, over: seen },
		{ id: newId(), noteId, what: 'set', ...change }
	];
}
