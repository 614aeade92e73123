import { chosenIds } from '#lib/circles/personChoice.ts';
import { personChoices } from '#lib/circles/personChoices.server.ts';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import type { Announce } from '#lib/gatherings/announce.ts';
import { announceTo, registrationsPlacedIn } from '#lib/gatherings/concerned.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import { agendaOf } from './agenda.server.ts';
import type { ItemInput } from './agendaItem.form.ts';
import { retime, swap, type Timed } from './running.ts';

export type ItemRefusal = Refusal<'gone' | 'unknown_room' | 'unknown_person' | 'past_midnight'>;

function note(trx: Trx, by: Actor, gatheringId: string, verb: string, id: string) {
	return journal(trx, by, { verb, thing: `agenda_item:${id}`, gatheringId });
}

/** A room must be one of the gathering's; null stays null. */
export async function isRoomOf(trx: Trx, gatheringId: string, roomId: string | null): Promise<boolean> {
	if (roomId === null) return true;
	const query = trx.selectFrom('room').select('id').where('gatheringId', '=', gatheringId).where('id', '=', roomId);
	return (await query.executeTakeFirst()) !== undefined;
}

/** Replaces the people of an item, in the order given. */
export async function setItemPeople(trx: Trx, agendaItemId: string, personIds: string[]): Promise<void> {
	await trx.deleteFrom('agendaItemPerson').where('agendaItemId', '=', agendaItemId).execute();
	const rows = personIds.map((personId, position) => ({ agendaItemId, personId, position }));
	if (rows.length > 0) await trx.insertInto('agendaItemPerson').values(rows).execute();
}

/** New times; whoever is placed in a workshop of a moved item hears about it. */
export async function setTimes(
	trx: Trx,
	by: Actor,
	gathering: Gathering,
	moves: Timed[],
	announce: Announce
): Promise<void> {
	const before = new Map((await agendaOf(trx, gathering.id)).map((item) => [item.id, item]));
	const moved = moves.filter(({ id, startTime, lengthMin }) => {
		const item = before.get(id);
		return item && (item.startTime !== startTime || item.lengthMin !== lengthMin);
	});
	for (const { id, startTime, lengthMin } of moved) {
		await trx.updateTable('agendaItem').set({ startTime, lengthMin }).where('id', '=', id).execute();
	}
	const movedIds = moved.map(({ id }) => id);
	const workshops = await trx.selectFrom('workshop').select('id').where('agendaItemId', 'in', movedIds).execute();
	const ids = workshops.map(({ id }) => id);
	await announceTo(trx, by, gathering, await registrationsPlacedIn(trx, gathering.id, ids), announce);
}

async function checked(trx: Trx, gathering: Gathering, input: ItemInput) {
	if (!(await isRoomOf(trx, gathering.id, input.roomId))) return refuse('unknown_room');
	const named = chosenIds(await personChoices(trx), input.people);
	return 'unknown' in named ? refuse('unknown_person') : named;
}

/** Adds an item. With `follow`, what began at or after its start moves back to make room. */
export function addItem(
	db: Database,
	by: Actor,
	gathering: Gathering,
	input: ItemInput,
	announce: Announce
): Promise<string | ItemRefusal> {
	return inTransaction(db, async (trx) => {
		const named = await checked(trx, gathering, input);
		if ('refused' in named) return named;
		const { people: _, follow, ...row } = input;
		const id = newId();
		const empty = { id, startTime: row.startTime, lengthMin: 0 };
		const items = [...(await agendaOf(trx, gathering.id)), empty];
		const moves = retime(items, { ...empty, lengthMin: row.lengthMin }, follow);
		if (!moves) return refuse('past_midnight');
		await trx
			.insertInto('agendaItem')
			.values({ ...row, id, gatheringId: gathering.id })
			.execute();
		await setItemPeople(trx, id, named.ids);
		await setTimes(trx, by, gathering, moves, announce);
		await note(trx, by, gathering.id, 'agenda.item_added', id);
		return id;
	});
}

/** Corrects an item. With `follow`, everything that began at or after its old end moves along. */
export function correctItem(
	db: Database,
	by: Actor,
	gathering: Gathering,
	id: string,
	input: ItemInput,
	announce: Announce
): Promise<true | ItemRefusal> {
	return inTransaction(db, async (trx) => {
		const items = await agendaOf(trx, gathering.id);
		if (!items.some((item) => item.id === id)) return refuse('gone');
		const named = await checked(trx, gathering, input);
		if ('refused' in named) return named;
		const { people: _, follow, startTime, lengthMin, ...row } = input;
		const moves = retime(items, { id, startTime, lengthMin }, follow);
		if (!moves) return refuse('past_midnight');
		await trx.updateTable('agendaItem').set(row).where('id', '=', id).execute();
		await setItemPeople(trx, id, named.ids);
		await setTimes(trx, by, gathering, moves, announce);
		await note(trx, by, gathering.id, 'agenda.item_corrected', id);
		return true;
	});
}

/** Lets an item change places with the one before or after it. */
export function moveItem(
	db: Database,
	by: Actor,
	gathering: Gathering,
	id: string,
	direction: 'earlier' | 'later',
	announce: Announce
): Promise<true | Refusal<'gone'>> {
	return inTransaction(db, async (trx) => {
		const moves = swap(await agendaOf(trx, gathering.id), id, direction);
		if (moves.length === 0) return refuse('gone');
		await setTimes(trx, by, gathering, moves, announce);
		await note(trx, by, gathering.id, 'agenda.item_moved', id);
		return true;
	});
}
