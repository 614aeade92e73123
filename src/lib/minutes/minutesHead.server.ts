import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { isRefused, refuse, type Refusal } from '#lib/web/refusal.ts';
import type { HeadInput, PresenceInput } from './minutes.form.ts';
import { changedLines, headLines, presenceLines } from './minutesHead.ts';
import { minutesToChange } from './minutesState.server.ts';
import { presenceOf } from './presence.server.ts';

/** Head and end of the minutes as their form shows them. */
export function headOf(db: Database, gatheringId: string) {
	return db
		.selectFrom('minutes')
		.select(['id', 'chair', 'minuteTaker', 'startedTime', 'endedTime', 'nextDate', 'annexes', 'distribution'])
		.where('gatheringId', '=', gatheringId)
		.executeTakeFirst();
}

async function areKnown(trx: Trx, rows: readonly PresenceInput[]): Promise<boolean> {
	const ids = [...new Set(rows.map(({ organisationId }) => organisationId))];
	const found = await trx.selectFrom('organisation').select('id').where('id', 'in', ids).execute();
	return found.length === ids.length;
}

/** Lines of head and presence list, by part. */
async function linesOf(trx: Trx, gatheringId: string, minutesId: string) {
	const head = await headOf(trx, gatheringId);
	return { head: head ? headLines(head) : [], presence: presenceLines(await presenceOf(trx, minutesId)) };
}

/** Corrects head and presence list. Once the draft has gone round, the old wording stays beside the new one. */
export function correctHead(
	db: Database,
	by: Actor,
	gatheringId: string,
	head: HeadInput,
	presence: PresenceInput[]
): Promise<true | Refusal<'none' | 'final' | 'unknown_organisation'>> {
	return inTransaction(db, async (trx) => {
		const minutes = await minutesToChange(trx, gatheringId);
		if (isRefused(minutes)) return minutes;
		if (!(await areKnown(trx, presence))) return refuse('unknown_organisation');
		const before = await linesOf(trx, gatheringId, minutes.id);
		await trx.updateTable('minutes').set(head).where('id', '=', minutes.id).execute();
		await trx.deleteFrom('minutesPresence').where('minutesId', '=', minutes.id).execute();
		const rows = presence.map((row) => ({ ...row, minutesId: minutes.id }));
		if (rows.length > 0) await trx.insertInto('minutesPresence').values(rows).execute();
		const after = await linesOf(trx, gatheringId, minutes.id);
		for (const part of ['head', 'presence'] as const) {
			const change = changedLines(before[part], after[part]);
			if (minutes.state === 'draft' || !change) continue;
			await trx
				.insertInto('minutesCorrection')
				.values({
					...{ ...change, id: newId(), minutesId: minutes.id, minutesItemId: null, amendmentId: null },
					...{ part, at: by.at, byName: by.name }
				})
				.execute();
		}
		await journal(trx, by, { verb: 'minutes.head_corrected', thing: `minutes:${minutes.id}`, gatheringId });
		return true;
	});
}
