import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { day, optionalId, paragraphs, requiredLine, tick } from '#lib/web/form.ts';

function requiredText(max: number) {
	return paragraphs(max).refine((text) => text !== '', { error: () => m.web_error_required() });
}

/** A small group as it is set up: what it is for, until when, with whom (wordings of the choice by name). */
export const groupShape = z.object({
	name: requiredLine(160),
	text: requiredText(2000),
	reportDueOn: day(),
	members: z.array(z.string().max(250)).max(40).default([]),
	decisionId: optionalId(),
	findingId: optionalId()
});
export type GroupInput = z.output<typeof groupShape>;

export const mandateShape = z.object({ text: requiredText(2000), reportsToId: requiredLine(40), reportDueOn: day() });
export type MandateInput = z.output<typeof mandateShape>;

export const reportShape = z.object({ text: requiredText(4000), isFinal: tick() });
export type ReportInput = z.output<typeof reportShape>;

export const memberShape = z.object({ person: requiredLine(250) });
