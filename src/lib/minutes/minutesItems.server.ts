import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { isRefused, refuse, type Refusal } from '#lib/web/refusal.ts';
import type { ItemTextInput, NewItemInput, RemovedMinutesItem } from './minutes.form.ts';
import { minutesToChange } from './minutesState.server.ts';

export type DraftRefusal = Refusal<'none' | 'final' | 'circulated'>;

/** Items are typed freely as long as nobody else has seen them. */
async function draftOf(trx: Trx, gatheringId: string): Promise<{ id: string } | DraftRefusal> {
	const minutes = await minutesToChange(trx, gatheringId);
	if (isRefused(minutes)) return minutes;
	return minutes.state === 'draft' ? minutes : refuse('circulated');
}

function note(trx: Trx, by: Actor, gatheringId: string, verb: string, id: string) {
	return journal(trx, by, { verb, thing: `minutes:${id}`, gatheringId });
}

function itemsOf(db: Database, minutesId: string) {
	return db.selectFrom('minutesItem').selectAll().where('minutesId', '=', minutesId).orderBy('position').orderBy('id');
}

/** The items as their form shows them. */
export async function itemsToEdit(db: Database, gatheringId: string) {
	const minutes = await db.selectFrom('minutes').select('id').where('gatheringId', '=', gatheringId).executeTakeFirst();
	return minutes ? itemsOf(db, minutes.id).execute() : [];
}

const TEXTS = ['title', 'kind', 'facts', 'discussion'] as const;

/** Saves what was typed. An item that somebody else has changed meanwhile is left as it is and given back. */
export function saveItems(
	db: Database,
	by: Actor,
	gatheringId: string,
	inputs: ItemTextInput[]
): Promise<{ revisions: Record<string, number>; conflicts: ItemTextInput[] } | DraftRefusal> {
	return inTransaction(db, async (trx) => {
		const minutes = await draftOf(trx, gatheringId);
		if (isRefused(minutes)) return minutes;
		const stored = new Map((await itemsOf(trx, minutes.id).execute()).map((item) => [item.id, item]));
		const revisions = Object.fromEntries([...stored].map(([id, { revision }]) => [id, revision]));
		const changed = inputs.filter((input) => {
			const item = stored.get(input.id);
			return item && TEXTS.some((part) => item[part] !== input[part]);
		});
		const [mine, late] = [true, false].map((isNewest) =>
			changed.filter(({ id, revision }) => (revisions[id] === revision) === isNewest)
		) as [ItemTextInput[], ItemTextInput[]];
		const conflicts = late.flatMap(({ id }) => stored.get(id) ?? []);
		for (const { id, revision: _, ...texts } of mine) {
			const revision = (revisions[id] ?? 0) + 1;
			revisions[id] = revision;
			await trx
				.updateTable('minutesItem')
				.set({ ...texts, revision })
				.where('id', '=', id)
				.execute();
		}
		if (mine.length > 0) await note(trx, by, gatheringId, 'minutes.written', minutes.id);
		return { revisions, conflicts };
	});
}

/** Adds an item at the end, before any other business is no rule: it can be moved. */
export function addMinutesItem(
	db: Database,
	by: Actor,
	gatheringId: string,
	input: NewItemInput
): Promise<string | DraftRefusal> {
	return inTransaction(db, async (trx) => {
		const minutes = await draftOf(trx, gatheringId);
		if (isRefused(minutes)) return minutes;
		const items = await itemsOf(trx, minutes.id).execute();
		const id = newId();
		const position = (items.at(-1)?.position ?? -1) + 1;
		const empty = { agendaItemId: null, facts: '', discussion: '', revision: 1 };
		await trx
			.insertInto('minutesItem')
			.values({ ...input, ...empty, id, minutesId: minutes.id, position })
			.execute();
		await note(trx, by, gatheringId, 'minutes.item_added', minutes.id);
		return id;
	});
}

/** Lets an item change places with the one before or after it. */
export function moveMinutesItem(
	db: Database,
	by: Actor,
	gatheringId: string,
	itemId: string,
	direction: 'up' | 'down'
): Promise<true | DraftRefusal | Refusal<'gone'>> {
	return inTransaction(db, async (trx) => {
		const minutes = await draftOf(trx, gatheringId);
		if (isRefused(minutes)) return minutes;
		const ids = (await itemsOf(trx, minutes.id).execute()).map(({ id }) => id);
		const from = ids.indexOf(itemId);
		const to = direction === 'up' ? from - 1 : from + 1;
		const other = ids[to];
		if (from < 0 || other === undefined) return refuse('gone');
		[ids[from], ids[to]] = [other, itemId];
		for (const [position, id] of ids.entries()) {
			await trx.updateTable('minutesItem').set({ position }).where('id', '=', id).execute();
		}
		await note(trx, by, gatheringId, 'minutes.item_moved', minutes.id);
		return true;
	});
}

async function isUsed(trx: Trx, itemId: string): Promise<boolean> {
	const decision = trx.selectFrom('decision').select('id').where('minutesItemId', '=', itemId);
	const task = trx.selectFrom('task').select('id').where('minutesItemId', '=', itemId);
	return Boolean((await decision.executeTakeFirst()) ?? (await task.executeTakeFirst()));
}

/** Takes an item away, unless a decision or a task hangs on it; what comes back puts it back. */
export function removeMinutesItem(
	db: Database,
	by: Actor,
	gatheringId: string,
	itemId: string
): Promise<RemovedMinutesItem | DraftRefusal | Refusal<'gone' | 'in_use'>> {
	return inTransaction(db, async (trx) => {
		const minutes = await draftOf(trx, gatheringId);
		if (isRefused(minutes)) return minutes;
		const item = (await itemsOf(trx, minutes.id).execute()).find(({ id }) => id === itemId);
		if (!item) return refuse('gone');
		if (await isUsed(trx, itemId)) return refuse('in_use');
		await trx.deleteFrom('minutesItem').where('id', '=', itemId).execute();
		await note(trx, by, gatheringId, 'minutes.item_removed', minutes.id);
		const { minutesId: _, ...removed } = item;
		return removed;
	});
}

/** Puts an item back where it was. */
export function restoreMinutesItem(
	db: Database,
	by: Actor,
	gatheringId: string,
	removed: RemovedMinutesItem
): Promise<true | DraftRefusal | Refusal<'there'>> {
	return inTransaction(db, async (trx) => {
		const minutes = await draftOf(trx, gatheringId);
		if (isRefused(minutes)) return minutes;
		const there = trx.selectFrom('minutesItem').select('id').where('id', '=', removed.id);
		if (await there.executeTakeFirst()) return refuse('there');
		const agendaItem = trx
			.selectFrom('agendaItem')
			.select('id')
			.where('id', '=', removed.agendaItemId)
			.where('gatheringId', '=', gatheringId);
		const agendaItemId = (await agendaItem.executeTakeFirst())?.id ?? null;
		await trx
			.insertInto('minutesItem')
			.values({ ...removed, agendaItemId, minutesId: minutes.id })
			.execute();
		await note(trx, by, gatheringId, 'minutes.item_restored', minutes.id);
		return true;
	});
}
