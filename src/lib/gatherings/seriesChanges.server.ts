import type { Account } from '#lib/accounts/account.ts';
import { circleFor } from '#lib/circles/circles.server.ts';
import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { newId, newToken } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { RemovedSeries, SeriesInput } from './series.form.ts';
import { managedSeriesFor, numbersOf } from './series.server.ts';
import type { Series } from './series.ts';

/** Whoever may host gatherings may set up a series of them. */
export function maySetUpSeries(account: Account): boolean {
	return account.isAdministrator || account.organisationId !== null;
}

/** A series joins a circle in which the acting account organizes; one it has already stays. */
async function mayJoin(db: Database, account: Account, circleId: string | null, before: string | null = null) {
	if (circleId === null || circleId === before) return true;
	return (await circleFor(db, account, circleId))?.manages ?? false;
}

/** Sets up a series without parts; its public link is made once and stays. */
export function setUpSeries(
	db: Database,
	by: Actor,
	account: Account,
	input: SeriesInput
): Promise<string | Refusal<'not_allowed' | 'unknown_circle'>> {
	return inTransaction(db, async (trx) => {
		if (!maySetUpSeries(account)) return refuse('not_allowed');
		if (!(await mayJoin(trx, account, input.circleId))) return refuse('unknown_circle');
		const id = newId();
		const secret = { token: newToken().slice(0, 22), setUpById: account.organisationId };
		await trx
			.insertInto('series')
			.values({ ...input, ...secret, id, createdAt: by.at })
			.execute();
		await journal(trx, by, { verb: 'series.set_up', thing: `series:${id}` });
		return id;
	});
}

/** Puts title, theme and principles in other words, or moves the series to another circle. */
export function correctSeries(
	db: Database,
	by: Actor,
	account: Account,
	series: Series,
	input: SeriesInput
): Promise<true | Refusal<'gone' | 'unknown_circle'>> {
	return inTransaction(db, async (trx) => {
		if (!(await managedSeriesFor(trx, account, series.id))) return refuse('gone');
		if (!(await mayJoin(trx, account, input.circleId, series.circleId))) return refuse('unknown_circle');
		await trx.updateTable('series').set(input).where('id', '=', series.id).execute();
		await journal(trx, by, { verb: 'series.corrected', thing: `series:${series.id}` });
		return true;
	});
}

/** Removes a series that has no parts (any more); gives back what putting it back needs. */
export function removeSeries(
	db: Database,
	by: Actor,
	account: Account,
	series: Series
): Promise<RemovedSeries | Refusal<'gone' | 'has_parts'>> {
	return inTransaction(db, async (trx) => {
		const now = await managedSeriesFor(trx, account, series.id);
		if (!now) return refuse('gone');
		if ((await numbersOf(trx, now.id)).size > 0) return refuse('has_parts');
		await trx.deleteFrom('series').where('id', '=', now.id).execute();
		await journal(trx, by, { verb: 'series.removed', thing: `series:${now.id}` });
		const { id, token, title, annualTheme, principles, circleId } = now;
		return { id, token, title, annualTheme, principles: principles.join('\n'), circleId };
	});
}

/** Puts a removed series back, under the same link. */
export function restoreSeries(
	db: Database,
	by: Actor,
	account: Account,
	removed: RemovedSeries
): Promise<string | Refusal<'not_allowed' | 'taken'>> {
	return inTransaction(db, async (trx) => {
		if (!maySetUpSeries(account)) return refuse('not_allowed');
		const circleId = (await mayJoin(trx, account, removed.circleId)) ? removed.circleId : null;
		const row = await trx
			.insertInto('series')
			.values({ ...removed, circleId, setUpById: account.organisationId, createdAt: by.at })
			.onConflict((conflict) => conflict.doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!row) return refuse('taken');
		await journal(trx, by, { verb: 'series.restored', thing: `series:${removed.id}` });
		return removed.id;
	});
}
