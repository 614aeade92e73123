import { type Database, inTransaction } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import { agendaOf } from './agenda.server.ts';
import { hasTables } from './agendaItem.ts';
import { removeItem, restoreItem } from './itemRemoval.server.ts';
import type { RemovedRound } from './tableRounds.form.ts';
import { choicesFor, isRecordedIn, restoreWorkshop, withoutNames } from './workshopRemoval.server.ts';
import { workshopsOf } from './workshops.server.ts';

/**
 * Takes rounds at tables out of the programme together with their tables, unless results stand there. When people sit there already, only with
 * `evenChosen`. Gives back what undoing needs; wishes and places do not come back.
 */
export function removeRounds(
	db: Database,
	by: Actor,
	gathering: Gathering,
	itemIds: readonly string[],
	evenChosen: boolean
): Promise<RemovedRound[] | Refusal<'gone' | 'chosen' | 'recorded'>> {
	return inTransaction(db, async (trx) => {
		const items = (await agendaOf(trx, gathering.id)).filter(({ id, kind }) => itemIds.includes(id) && hasTables(kind));
		if (items.length === 0) return refuse('gone');
		const all = await workshopsOf(trx, gathering.id);
		const inside = all.filter(({ agendaItemId }) => items.some(({ id }) => id === agendaItemId));
		const ids = inside.map(({ id }) => id);
		if (await isRecordedIn(trx, ids)) return refuse('recorded');
		if (!evenChosen && (await choicesFor(trx, ids)) > 0) return refuse('chosen');
		const removed: RemovedRound[] = [];
		await trx.deleteFrom('workshop').where('id', 'in', ids).execute();
		for (const { id } of items) {
			const item = await removeItem(trx, by, gathering, id);
			if ('refused' in item) continue;
			removed.push({ item, workshops: inside.filter(({ agendaItemId }) => agendaItemId === id).map(withoutNames) });
		}
		const particulars = { rounds: items.length, tables: ids.length };
		const thing = `gathering:${gathering.id}`;
		await journal(trx, by, { verb: 'agenda.rounds_removed', thing, gatheringId: gathering.id, particulars });
		return removed;
	});
}

/** Puts rounds back with their tables. Done twice it changes nothing. */
export function restoreRounds(
	db: Database,
	by: Actor,
	gathering: Gathering,
	removed: readonly RemovedRound[]
): Promise<void> {
	return inTransaction(db, async (trx) => {
		for (const { item, workshops } of removed) {
			await restoreItem(trx, by, gathering, item);
			for (const workshop of workshops) await restoreWorkshop(trx, by, gathering, workshop);
		}
	});
}
