import { minutesOf, timeOf } from '#lib/time/clock.ts';

/** World-Café: tables with a topic and perhaps a host. Speed meeting: small groups without a topic. */
export const TABLE_KINDS = ['world_cafe', 'speed_meeting'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

export const MOST_ROUNDS = 8;
export const MOST_TABLES = 40;

/** Rounds at tables as they are planned in one go. */
export interface TableRounds {
	kind: TableKind;
	startTime: string;
	rounds: number;
	lengthMin: number;
	/** Minutes to change tables between two rounds. */
	changeMin: number;
	tables: number;
	/** For how many people; whoever hosts a table counts among them. */
	people: number;
}

/** What stands in the way: more rounds than tables with a topic, fewer than two at a table, past midnight. */
export type TableTrouble = 'few_tables' | 'many_tables' | 'few_people' | 'past_midnight';

export interface RoundsPreview {
	/** People at the smallest and at the largest table. */
	low: number;
	high: number;
	/** Different people one can sit with, over all rounds, at the most. */
	meets: number;
	/** Everybody else. */
	others: number;
	endTime: string;
	trouble: TableTrouble | null;
}

/** Tables for groups of this size: rather one table more than one person too many at a table. */
export function tablesFor(people: number, size: number): number {
	return Math.max(1, Math.ceil(people / size));
}

/** Start of every round. */
export function startsOf({ startTime, rounds, lengthMin, changeMin }: TableRounds): string[] {
	return Array.from({ length: rounds }, (_, i) => timeOf(minutesOf(startTime) + i * (lengthMin + changeMin)));
}

/** Minutes from the first round to the end of the last. */
export function spanMin({ rounds, lengthMin, changeMin }: TableRounds): number {
	return rounds * lengthMin + (rounds - 1) * changeMin;
}

/** Fewest and most people at a table: a few more may come, a few may stay away. */
export function tableSizes({ kind, people, tables }: TableRounds): { minSize: number; maxSize: number } {
	const [low, high] = [Math.floor(people / tables), Math.ceil(people / tables)];
	if (kind === 'speed_meeting') return { minSize: 2, maxSize: high + 1 };
	return { minSize: Math.max(2, low - 2), maxSize: high + 2 };
}

/** How full the tables are and whom one can meet, before anything is written. */
export function previewOf(plan: TableRounds): RoundsPreview {
	const { people, tables, rounds, startTime } = plan;
	const [low, high] = [Math.floor(people / tables), Math.ceil(people / tables)];
	const others = Math.max(0, people - 1);
	const end = minutesOf(startTime) + spanMin(plan);
	const meets = Math.min(others, rounds * Math.max(0, high - 1));
	return { low, high, meets, others, endTime: timeOf(end), trouble: troubleOf(plan, low, end) };
}

function troubleOf({ kind, tables, rounds }: TableRounds, low: number, end: number): TableTrouble | null {
	if (kind === 'world_cafe' && tables < rounds) return 'few_tables';
	if (tables > MOST_TABLES) return 'many_tables';
	if (low < 2) return 'few_people';
	return end > 24 * 60 ? 'past_midnight' : null;
}
