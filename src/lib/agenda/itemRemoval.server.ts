import { type Database, inTransaction } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import { agendaOf } from './agenda.server.ts';
import type { RemovedItem } from './agendaItem.form.ts';
import { isRoomOf, setItemPeople } from './items.server.ts';

/** Puts back what was taken away. Done twice it changes nothing. */
export type Restore<T> = (db: Database, by: Actor, gathering: Gathering, removed: T) => Promise<void>;

/** Final minutes point to the item they tell of, and nothing about them changes any more. */
async function isInFinalMinutes(db: Database, itemId: string): Promise<boolean> {
	const told = db
		.selectFrom('minutesItem')
		.innerJoin('minutesFinal', 'minutesFinal.minutesId', 'minutesItem.minutesId')
		.where('agendaItemId', '=', itemId)
		.select('minutesItem.id');
	return (await told.executeTakeFirst()) !== undefined;
}

/** Takes an item out of the programme, unless final minutes tell of it; workshops in it stay, without a time. Gives back what undoing needs. */
export function removeItem(
	db: Database,
	by: Actor,
	gathering: Gathering,
	id: string
): Promise<RemovedItem | Refusal<'gone' | 'recorded'>> {
	return inTransaction(db, async (trx) => {
		const item = (await agendaOf(trx, gathering.id)).find((other) => other.id === id);
		if (!item) return refuse('gone');
		if (await isInFinalMinutes(trx, id)) return refuse('recorded');
		const workshops = await trx.selectFrom('workshop').select('id').where('agendaItemId', '=', id).execute();
		await trx.deleteFrom('agendaItem').where('id', '=', id).execute();
		await journal(trx, by, { verb: 'agenda.item_removed', thing: `agenda_item:${id}`, gatheringId: gathering.id });
		const { gatheringId: _, roomName: __, people, ...row } = item;
		return { ...row, people: people.map((person) => person.id), workshopIds: workshops.map((w) => w.id) };
	});
}

/** Puts an item back with its people and workshops. Done twice it changes nothing. */
export function restoreItem(db: Database, by: Actor, gathering: Gathering, removed: RemovedItem): Promise<void> {
	return inTransaction(db, async (trx) => {
		const { people, workshopIds, ...row } = removed;
		const taken = await trx.selectFrom('agendaItem').select('id').where('id', '=', row.id).executeTakeFirst();
		if (taken) return;
		const roomId = (await isRoomOf(trx, gathering.id, row.roomId)) ? row.roomId : null;
		await trx
			.insertInto('agendaItem')
			.values({ ...row, roomId, gatheringId: gathering.id })
			.execute();
		const known = await trx.selectFrom('person').select('id').where('id', 'in', people).execute();
		await setItemPeople(
			trx,
			row.id,
			people.filter((personId) => known.some(({ id }) => id === personId))
		);
		await trx
			.updateTable('workshop')
			.set({ agendaItemId: row.id })
			.where('gatheringId', '=', gathering.id)
			.where('agendaItemId', 'is', null)
			.where('id', 'in', workshopIds)
			.execute();
		await journal(trx, by, { verb: 'agenda.item_restored', thing: `agenda_item:${row.id}`, gatheringId: gathering.id });
	});
}
