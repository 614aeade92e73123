import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { ids, line, optionalId, paragraphs, requiredLine, type Values, whole } from '#lib/web/form.ts';
import { linesOf, type Workshop } from './workshop.ts';

/** A workshop as typed; people are wordings of the choice by name, questions stand one to a line. */
export const workshopShape = z
	.object({
		number: whole(1, 99),
		title: requiredLine(160),
		theme: line(80),
		aim: paragraphs(800),
		method: line(300),
		agendaItemId: optionalId(),
		/** More items of the programme in which the same workshop is held. */
		alsoIn: ids(12),
		roomId: optionalId(),
		minSize: whole(0, 500),
		maxSize: whole(1, 500),
		moderators: z.array(z.string().max(250)).max(6).default([]),
		minuteTaker: line(250),
		questions: paragraphs(4000)
			.transform(linesOf)
			.refine((questions) => questions.length <= 12, { error: () => m.agenda_error_questions() })
	})
	.refine((workshop) => workshop.maxSize >= workshop.minSize, {
		path: ['maxSize'],
		error: () => m.agenda_error_sizes()
	});
export type WorkshopInput = z.output<typeof workshopShape>;

/** A case; without the author's word that it is made up it is not kept. */
export const caseShape = z.object({
	title: requiredLine(160),
	setting: paragraphs(2000),
	facts: paragraphs(4000).transform(linesOf),
	stageTwo: paragraphs(2000),
	isInvented: z
		.string()
		.default('')
		.refine((text) => text === 'on', { error: () => m.agenda_error_invented() })
});
export type CaseInput = z.output<typeof caseShape>;

/** What was taken away with a workshop; enough to put it back. */
export const removedWorkshopShape = z.object({
	id: z.string().regex(/^[\w-]{1,40}$/),
	agendaItemId: z.string().max(40).nullable(),
	topicId: z.string().max(40).nullable().default(null),
	number: z.int().min(1).max(99),
	title: z.string().min(1).max(160),
	theme: z.string().max(200),
	aim: z.string().max(4000),
	method: z.string().max(1000),
	roomId: z.string().max(40).nullable(),
	minSize: z.int().min(0),
	maxSize: z.int().min(0),
	minuteTaker: z.string().max(40).nullable(),
	moderators: ids(20),
	questions: z.array(z.string().max(4000)).max(50),
	case: z
		.object({
			title: z.string().max(200),
			setting: z.string().max(4000),
			facts: z.array(z.string().max(4000)).max(100),
			stageTwo: z.string().max(4000),
			notice: z.string().max(1000)
		})
		.nullable()
});
export type RemovedWorkshop = z.output<typeof removedWorkshopShape>;

/** A stored workshop as its form shows it; `wordingFor` gives the wording of a person in the choice by name. */
export function valuesOfWorkshop(workshop: Workshop, wordingFor: (personId: string) => string): Values {
	const { number, title, theme, aim, method, agendaItemId, roomId, minSize, maxSize, questions } = workshop;
	return {
		...{ title, theme, aim, method, questions: questions.join('\n') },
		...{ number: String(number), minSize: String(minSize), maxSize: String(maxSize) },
		...{ agendaItemId: agendaItemId ?? '', roomId: roomId ?? '' },
		moderators: workshop.moderators.map((person) => wordingFor(person.id)),
		minuteTaker: workshop.minuteTaker ? wordingFor(workshop.minuteTaker.id) : ''
	};
}

/** A stored case as its form shows it. */
export function valuesOfCase(content: Workshop['case']): Values {
	if (!content) return {};
	const { title, setting, facts, stageTwo } = content;
	return { title, setting, facts: facts.join('\n'), stageTwo };
}
