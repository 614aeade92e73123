import * as z from 'zod';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { Announce } from './announce.ts';
import { announceTo, registrationsPlacedIn } from './concerned.server.ts';
import type { RoomInput } from './gathering.form.ts';
import type { Gathering } from './gathering.ts';
import type { Room } from './room.ts';

/** The rooms of a gathering in the order in which they were written down. */
export function roomsOf(db: Database, gatheringId: string): Promise<Room[]> {
	return db.selectFrom('room').selectAll().where('gatheringId', '=', gatheringId).orderBy('position').execute();
}

function line(trx: Trx, by: Actor, gatheringId: string, verb: string, roomId: string) {
	return journal(trx, by, { verb, thing: `room:${roomId}`, gatheringId });
}

/** Adds a room at the end of the list. */
export function addRoom(db: Database, by: Actor, gathering: Gathering, input: RoomInput): Promise<string> {
	return inTransaction(db, async (trx) => {
		const id = newId();
		const position = (await roomsOf(trx, gathering.id)).reduce((last, room) => Math.max(last, room.position), -1) + 1;
		await trx
			.insertInto('room')
			.values({ ...input, id, gatheringId: gathering.id, position })
			.execute();
		await line(trx, by, gathering.id, 'room.added', id);
		return id;
	});
}

/** Corrects a room. With a new name those who are placed in a workshop there hear about it. */
export function correctRoom(
	db: Database,
	by: Actor,
	gathering: Gathering,
	roomId: string,
	input: RoomInput,
	announce: Announce
): Promise<true | Refusal<'gone'>> {
	return inTransaction(db, async (trx) => {
		const room = (await roomsOf(trx, gathering.id)).find(({ id }) => id === roomId);
		if (!room) return refuse('gone');
		await trx.updateTable('room').set(input).where('id', '=', roomId).execute();
		await line(trx, by, gathering.id, 'room.corrected', roomId);
		if (room.name !== input.name) {
			const workshops = await trx.selectFrom('workshop').select('id').where('roomId', '=', roomId).execute();
			const concerned = await registrationsPlacedIn(
				trx,
				gathering.id,
				workshops.map(({ id }) => id)
			);
			await announceTo(trx, by, gathering, concerned, announce);
		}
		return true;
	});
}

/** What was taken away with a room; enough to put it back. */
export const removedRoomShape = z.object({
	id: z.string().regex(/^[\w-]{1,40}$/),
	position: z.int().min(0),
	name: z.string().min(1).max(120),
	capacity: z.int().positive().nullable(),
	isStepFree: z.union([z.literal(0), z.literal(1)]),
	note: z.string().max(200),
	itemIds: z.array(z.string().max(40)).max(200),
	workshopIds: z.array(z.string().max(40)).max(100)
});
export type RemovedRoom = z.output<typeof removedRoomShape>;

/** Takes a room away; what stood in it has no room until one is chosen. Gives back what undoing needs. */
export function removeRoom(
	db: Database,
	by: Actor,
	gathering: Gathering,
	roomId: string
): Promise<RemovedRoom | Refusal<'gone'>> {
	return inTransaction(db, async (trx) => {
		const room = (await roomsOf(trx, gathering.id)).find(({ id }) => id === roomId);
		if (!room) return refuse('gone');
		const items = await trx.selectFrom('agendaItem').select('id').where('roomId', '=', roomId).execute();
		const workshops = await trx.selectFrom('workshop').select('id').where('roomId', '=', roomId).execute();
		await trx.deleteFrom('room').where('id', '=', roomId).execute();
		await line(trx, by, gathering.id, 'room.removed', roomId);
		const { gatheringId: _, ...rest } = room;
		return { ...rest, itemIds: items.map(({ id }) => id), workshopIds: workshops.map(({ id }) => id) };
	});
}

/** Puts a room back where it was, with what stood in it. Done twice it changes nothing. */
export function restoreRoom(db: Database, by: Actor, gathering: Gathering, removed: RemovedRoom): Promise<void> {
	return inTransaction(db, async (trx) => {
		const { itemIds, workshopIds, ...row } = removed;
		const taken = await trx.selectFrom('room').select('id').where('id', '=', row.id).executeTakeFirst();
		if (taken) return;
		await trx
			.insertInto('room')
			.values({ ...row, gatheringId: gathering.id })
			.execute();
		for (const [table, places] of [['agendaItem', itemIds] as const, ['workshop', workshopIds] as const]) {
			await trx
				.updateTable(table)
				.set({ roomId: row.id })
				.where('gatheringId', '=', gathering.id)
				.where('roomId', 'is', null)
				.where('id', 'in', places)
				.execute();
		}
		await line(trx, by, gathering.id, 'room.restored', row.id);
	});
}

/** Copies the rooms of one gathering to another; gives old ids with their new ones. */
export async function copyRooms(trx: Trx, fromId: string, toId: string): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (const room of await roomsOf(trx, fromId)) {
		const id = newId();
		ids.set(room.id, id);
		await trx
			.insertInto('room')
			.values({ ...room, id, gatheringId: toId })
			.execute();
	}
	return ids;
}
