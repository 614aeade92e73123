import type { Database } from '#lib/db/database.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { isRefused, type Refusal } from '#lib/web/refusal.ts';
import type { RemovedMinutesItem } from './minutes.form.ts';
import { type DraftRefusal, moveMinutesItem, removeMinutesItem } from './minutesItems.server.ts';

export type ItemAct = { movedId: string } | { removed: RemovedMinutesItem } | undefined;

/** What a button beside an item asks for, once everything typed is saved: "up:…", "down:…", "remove:…"; else nothing. */
export async function actOnItem(
	db: Database,
	by: Actor,
	gatheringId: string,
	then: string
): Promise<ItemAct | DraftRefusal | Refusal<'gone' | 'in_use'>> {
	const [verb, itemId = ''] = then.split(':');
	if (verb === 'remove') {
		const removed = await removeMinutesItem(db, by, gatheringId, itemId);
		return isRefused(removed) ? removed : { removed };
	}
	if (verb !== 'up' && verb !== 'down') return undefined;
	const moved = await moveMinutesItem(db, by, gatheringId, itemId, verb);
	return isRefused(moved) ? moved : { movedId: itemId };
}
