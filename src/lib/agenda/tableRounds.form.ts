import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { line, oneOf, optionalId, requiredLine, timeOfDay, type Values, whole } from '#lib/web/form.ts';
import { removedItemShape } from './agendaItem.form.ts';
import {
	MOST_ROUNDS,
	MOST_TABLES,
	previewOf,
	TABLE_KINDS,
	type TableRounds,
	type TableTrouble,
	tablesFor
} from './tableRounds.ts';
import { troubleSentence } from './tableWords.ts';
import { removedWorkshopShape } from './workshop.form.ts';

const lines = (max: number) => z.array(line(max)).max(MOST_TABLES).default([]);

/** Rounds at tables as typed. `hosts` are wordings of the choice by name, one beside each topic. */
export const tableRoundsShape = z
	.object({
		kind: oneOf(TABLE_KINDS),
		title: requiredLine(120),
		startTime: timeOfDay(),
		rounds: whole(2, MOST_ROUNDS),
		lengthMin: whole(3, 180),
		changeMin: whole(0, 60),
		people: whole(4, 999),
		// A World-Café does not ask for it.
		size: z.preprocess((typed) => typed ?? '4', whole(2, 6)),
		roomId: optionalId(),
		topics: lines(160),
		hosts: lines(250),
		follow: z.string().optional().transform(Boolean)
	})
	.transform((typed) => ({ ...typed, named: namedTables(typed.topics, typed.hosts) }))
	.superRefine((typed, context) => {
		const { trouble } = previewOf(planOf(typed));
		if (trouble) refuse(context, TROUBLED[trouble], troubleSentence(trouble, typed.rounds));
		const folded = typed.named.map(({ topic }) => topic.toLocaleLowerCase('de'));
		if (new Set(folded).size < folded.length) refuse(context, 'topics', m.agenda_rounds_twice());
		if (typed.kind === 'world_cafe' && typed.hosts.some((host, i) => host !== '' && !typed.topics[i]))
			refuse(context, 'topics', m.agenda_rounds_host_alone());
	});
export type TableRoundsInput = z.output<typeof tableRoundsShape>;

const TROUBLED: Record<TableTrouble, string> = {
	few_tables: 'topics',
	many_tables: 'size',
	few_people: 'people',
	past_midnight: 'lengthMin'
};

function refuse(context: z.RefinementCtx, field: string, message: string): void {
	context.addIssue({ code: 'custom', path: [field], message });
}

/** What was taken away with rounds; enough to put them back. */
export const removedRoundsShape = z
	.array(z.object({ item: removedItemShape, workshops: z.array(removedWorkshopShape).max(100) }))
	.max(30);
export type RemovedRound = z.output<typeof removedRoundsShape>[number];

/** Tables with a topic; rows left empty fall away. */
function namedTables(topics: readonly string[], hosts: readonly string[]): { topic: string; host: string }[] {
	return topics.map((topic, i) => ({ topic, host: hosts[i] ?? '' })).filter(({ topic }) => topic !== '');
}

type Typed = Pick<TableRoundsInput, 'kind' | 'startTime' | 'rounds' | 'lengthMin' | 'changeMin' | 'people' | 'size'>;

/** What was typed as a plan: topics give the tables of a World-Café, the size of a group those of a speed meeting. */
export function planOf({ named, size, ...typed }: Typed & { named: readonly unknown[] }): TableRounds {
	const { kind, startTime, rounds, lengthMin, changeMin, people } = typed;
	const tables = kind === 'world_cafe' ? Math.max(1, named.length) : tablesFor(people, size);
	return { kind, startTime, rounds, lengthMin, changeMin, people, tables };
}

/** The plan while it is being typed; undefined as long as a number is missing. */
export function planOfValues(values: Values): TableRounds | undefined {
	const number = (name: string) => Number(values[name] || Number.NaN);
	const [rounds, lengthMin, changeMin, people] = ['rounds', 'lengthMin', 'changeMin', 'people'].map(number);
	const startTime = String(values.startTime ?? '');
	if (![rounds, lengthMin, people].every((n) => n && n >= 1) || !/^\d\d:\d\d$/.test(startTime)) return undefined;
	const kind = values.kind === 'speed_meeting' ? 'speed_meeting' : 'world_cafe';
	const topics = Array.isArray(values.topics) ? values.topics : [];
	const named = topics.filter((topic) => topic.trim() !== '');
	const numbers = { rounds: rounds ?? 0, lengthMin: lengthMin ?? 0, changeMin: changeMin || 0, people: people ?? 0 };
	return planOf({ kind, startTime, ...numbers, size: number('size') || 4, named });
}
