import { type Database, inTransaction } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import { isRoomOf } from './items.server.ts';
import type { RemovedWorkshop } from './workshop.form.ts';
import { freeNumber, type Workshop } from './workshop.ts';
import { noteWorkshop, setCase, setModerators, setQuestions } from './workshopParts.server.ts';
import { workshopsOf } from './workshops.server.ts';

/** How many people wish for one of these workshops or have a place there: both go with it and do not come back. */
export async function choicesFor(db: Database, workshopIds: readonly string[]): Promise<number> {
	const wishes = db.selectFrom('wish').where('workshopId', 'in', workshopIds).select('registrationId');
	const places = db.selectFrom('place').where('workshopId', 'in', workshopIds).select('registrationId');
	return (await wishes.union(places).execute()).length;
}

/** True when something was written down in one of these workshops: what was worked out stays, and so does the workshop. */
export async function isRecordedIn(db: Database, workshopIds: readonly string[]): Promise<boolean> {
	const tables = ['finding', 'workshopResult', 'pinboardPhoto'] as const;
	for (const table of tables) {
		const row = db.selectFrom(table).where('workshopId', 'in', workshopIds).select('workshopId');
		if (await row.executeTakeFirst()) return true;
	}
	return false;
}

/**
 * Takes a workshop away, unless results stand in it. When people have chosen it or are placed in it, only with
 * `evenChosen`. Gives back what undoing needs; wishes and places do not come back.
 */
export function removeWorkshop(
	db: Database,
	by: Actor,
	gathering: Gathering,
	workshop: Workshop,
	evenChosen: boolean
): Promise<RemovedWorkshop | Refusal<'chosen' | 'recorded'>> {
	return inTransaction(db, async (trx) => {
		if (await isRecordedIn(trx, [workshop.id])) return refuse('recorded');
		if (!evenChosen && (await choicesFor(trx, [workshop.id])) > 0) return refuse('chosen');
		await trx.deleteFrom('workshop').where('id', '=', workshop.id).execute();
		await noteWorkshop(trx, by, gathering.id, 'workshop.removed', workshop.id);
		return withoutNames(workshop);
	});
}

/** A workshop as undoing sends it back: ids instead of names. */
export function withoutNames(workshop: Workshop): RemovedWorkshop {
	const { gatheringId: _, roomName: _r, startTime: _s, lengthMin: _l, moderators, minuteTaker, ...row } = workshop;
	return { ...row, minuteTaker: minuteTaker?.id ?? null, moderators: moderators.map((person) => person.id) };
}

/** Puts a workshop back with its people, questions and case. Done twice it changes nothing. */
export function restoreWorkshop(
	db: Database,
	by: Actor,
	gathering: Gathering,
	removed: RemovedWorkshop
): Promise<void> {
	return inTransaction(db, async (trx) => {
		const { moderators, minuteTaker, questions, case: content, ...row } = removed;
		const taken = await trx.selectFrom('workshop').select('id').where('id', '=', row.id).executeTakeFirst();
		if (taken) return;
		const items = trx.selectFrom('agendaItem').select('id').where('gatheringId', '=', gathering.id);
		const item = await items.where('id', '=', row.agendaItemId ?? '').executeTakeFirst();
		const beside = (await workshopsOf(trx, gathering.id)).filter((other) => other.agendaItemId === (item?.id ?? null));
		const numbers = beside.map((workshop) => workshop.number);
		const asked = [...moderators, ...(minuteTaker ? [minuteTaker] : [])];
		const people = await trx.selectFrom('person').select('id').where('id', 'in', asked).execute();
		const isKnown = (personId: string) => people.some(({ id }) => id === personId);
		await trx
			.insertInto('workshop')
			.values({
				...row,
				gatheringId: gathering.id,
				number: numbers.includes(row.number) ? freeNumber(numbers) : row.number,
				agendaItemId: item?.id ?? null,
				roomId: (await isRoomOf(trx, gathering.id, row.roomId)) ? row.roomId : null,
				minuteTakerId: minuteTaker && isKnown(minuteTaker) ? minuteTaker : null
			})
			.execute();
		await setModerators(trx, row.id, moderators.filter(isKnown));
		await setQuestions(trx, row.id, questions);
		await setCase(trx, row.id, content);
		await noteWorkshop(trx, by, gathering.id, 'workshop.restored', row.id);
	});
}
