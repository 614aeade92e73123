import { chosenIds } from '#lib/circles/personChoice.ts';
import { personChoices } from '#lib/circles/personChoices.server.ts';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import type { Announce } from '#lib/gatherings/announce.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import { agendaOf } from './agenda.server.ts';
import { isRoomOf, setTimes } from './items.server.ts';
import { retime } from './running.ts';
import { planOf, type TableRoundsInput } from './tableRounds.form.ts';
import { spanMin, startsOf, tableSizes } from './tableRounds.ts';
import { setModerators } from './workshopParts.server.ts';

export type TableRefusal = Refusal<'unknown_room' | 'unknown_person' | 'past_midnight'>;

/** A table: its name, and who stays at it. */
interface Table {
	title: string;
	hostIds: string[];
}

async function tablesOfInput(trx: Trx, input: TableRoundsInput): Promise<Table[] | Refusal<'unknown_person'>> {
	if (input.kind === 'speed_meeting') {
		const count = planOf(input).tables;
		return Array.from({ length: count }, (_, i) => ({ title: m.agenda_table({ number: i + 1 }), hostIds: [] }));
	}
	const choices = await personChoices(trx);
	const tables: Table[] = [];
	for (const { topic, host } of input.named) {
		const found = chosenIds(choices, [host]);
		if ('unknown' in found) return refuse('unknown_person');
		tables.push({ title: topic, hostIds: found.ids });
	}
	return tables;
}

/**
 * Adds rounds at tables: one item of the programme per round, in it one workshop per table. At a World-Café a table is
 * the same topic in every round and its host stays; at a speed meeting tables have no topic.
 * @returns ids of the items
 */
export function addTableRounds(
	db: Database,
	by: Actor,
	gathering: Gathering,
	input: TableRoundsInput,
	announce: Announce
): Promise<string[] | TableRefusal> {
	return inTransaction(db, async (trx) => {
		if (!(await isRoomOf(trx, gathering.id, input.roomId))) return refuse('unknown_room');
		const tables = await tablesOfInput(trx, input);
		if ('refused' in tables) return tables;
		const plan = planOf(input);
		const room = { id: newId(), startTime: input.startTime, lengthMin: 0 };
		const items = [...(await agendaOf(trx, gathering.id)), room];
		const moves = retime(items, { ...room, lengthMin: spanMin(plan) }, input.follow);
		if (!moves) return refuse('past_midnight');
		await setTimes(trx, by, gathering, moves, announce);
		const topicIds = tables.map(() => (input.kind === 'world_cafe' ? newId() : null));
		const itemIds: string[] = [];
		for (const [i, startTime] of startsOf(plan).entries()) {
			const itemId = await addRound(trx, gathering.id, input, { startTime, number: i + 1 });
			await addTables(trx, gathering.id, itemId, input, tables, topicIds);
			itemIds.push(itemId);
		}
		await journal(trx, by, {
			verb: 'agenda.rounds_added',
			thing: `gathering:${gathering.id}`,
			gatheringId: gathering.id,
			particulars: { kind: input.kind, rounds: input.rounds, tables: tables.length }
		});
		return itemIds;
	});
}

async function addRound(
	trx: Trx,
	gatheringId: string,
	{ kind, title, lengthMin, roomId }: TableRoundsInput,
	{ startTime, number }: { startTime: string; number: number }
): Promise<string> {
	const id = newId();
	const row = { id, gatheringId, kind, startTime, lengthMin, roomId, note: '', place: '', speakers: '' };
	await trx
		.insertInto('agendaItem')
		.values({ ...row, title: m.agenda_round_title({ title, number }) })
		.execute();
	return id;
}

async function addTables(
	trx: Trx,
	gatheringId: string,
	agendaItemId: string,
	input: TableRoundsInput,
	tables: readonly Table[],
	topicIds: readonly (string | null)[]
): Promise<void> {
	const sizes = tableSizes(planOf(input));
	const shared = { gatheringId, agendaItemId, roomId: input.roomId, theme: '', aim: '', method: '', ...sizes };
	const rows = tables.map(({ title }, i) => ({
		...shared,
		...{ id: newId(), number: i + 1, title, topicId: topicIds[i] ?? null, minuteTakerId: null }
	}));
	await trx.insertInto('workshop').values(rows).execute();
	for (const [i, { hostIds }] of tables.entries()) {
		const id = rows[i]?.id;
		if (id && hostIds.length > 0) await setModerators(trx, id, hostIds);
	}
}
