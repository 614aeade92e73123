import type { Account } from '#lib/accounts/account.ts';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { isRefused, refuse, type Refusal } from '#lib/web/refusal.ts';
import type { Gathering } from './gathering.ts';
import { createGathering, type GatheringRefusal } from './gatheringChanges.server.ts';
import { gatheringFor, gatheringsFor } from './gatherings.server.ts';
import type { NewPartInput, RemovedPart } from './series.form.ts';
import { managedSeriesFor, numbersOf, partsOf } from './series.server.ts';
import { byDay, movedBy, type Series } from './series.ts';

type Gone = Refusal<'gone'>;

/** One change of the parts; who acts is asked in the same transaction. */
function change<T>(db: Database, account: Account, series: Series, work: (trx: Trx) => Promise<T>): Promise<T | Gone> {
	return inTransaction(db, async (trx) =>
		(await managedSeriesFor(trx, account, series.id)) ? work(trx) : refuse('gone')
	);
}

function note(trx: Trx, by: Actor, verb: string, seriesId: string, gatheringId: string): Promise<void> {
	return journal(trx, by, { verb, thing: `series:${seriesId}`, gatheringId });
}

/** Numbers the parts from 1 in this order. No number may occur twice meanwhile, so they pass through higher ones. */
async function setOrder(trx: Trx, seriesId: string, gatheringIds: readonly string[]): Promise<void> {
	await trx
		.updateTable('seriesPart')
		.set((eb) => ({ number: eb('number', '+', 10_000) }))
		.where('seriesId', '=', seriesId)
		.execute();
	for (const [index, gatheringId] of gatheringIds.entries()) {
		await trx
			.updateTable('seriesPart')
			.set({ number: index + 1 })
			.where('gatheringId', '=', gatheringId)
			.execute();
	}
}

async function insertPart(trx: Trx, seriesId: string, gatheringId: string): Promise<void> {
	const number = Math.max(0, ...(await numbersOf(trx, seriesId)).values()) + 1;
	await trx.insertInto('seriesPart').values({ seriesId, gatheringId, number }).execute();
}

/** Gatherings this account hosts that may become a part: in no series yet, not cancelled. */
export async function possibleParts(db: Database, account: Account): Promise<Gathering[]> {
	const taken = await db.selectFrom('seriesPart').select('gatheringId').execute();
	const ids = new Set(taken.map(({ gatheringId }) => gatheringId));
	const all = await gatheringsFor(db, account);
	return all.filter(({ id, manages, isCancelled }) => manages && !isCancelled && !ids.has(id));
}

/** Takes a gathering of one's own into the series, as its last part. */
export function addPart(
	db: Database,
	by: Actor,
	account: Account,
	series: Series,
	gatheringId: string
): Promise<true | Refusal<'gone' | 'no_part'>> {
	return change(db, account, series, async (trx) => {
		const isPossible = (await possibleParts(trx, account)).some(({ id }) => id === gatheringId);
		if (!isPossible) return refuse('no_part');
		await insertPart(trx, series.id, gatheringId);
		await note(trx, by, 'series.part_added', series.id, gatheringId);
		return true;
	});
}

/** Adds a gathering as the last part. Hosts, circle and contact are those of the part before it. */
export function createPart(
	db: Database,
	by: Actor,
	account: Account,
	series: Series,
	input: NewPartInput
): Promise<string | Gone | GatheringRefusal> {
	return change(db, account, series, async (trx) => {
		const last = (await partsOf(trx, account, series.id)).findLast((part) => part.manages)?.gathering;
		const own = account.organisationId ? [account.organisationId] : [];
		const id = await createGathering(trx, by, account, {
			...input,
			...{ subtitle: '', guidingQuestion: '', aims: '', address: '', accessibility: '' },
			contactName: last?.contactName ?? '',
			contactEmail: last?.contactEmail ?? '',
			contactPhone: last?.contactPhone ?? '',
			circleId: series.circleId,
			hosts: last ? last.hosts.map((host) => host.id) : own
		});
		if (isRefused(id)) return id;
		await insertPart(trx, series.id, id);
		await note(trx, by, 'series.part_added', series.id, id);
		return id;
	});
}

/** Moves a part one place up or down. */
export function movePart(
	db: Database,
	by: Actor,
	account: Account,
	series: Series,
	move: { gatheringId: string; by: 1 | -1 }
): Promise<true | Gone> {
	return change<true | Gone>(db, account, series, async (trx) => {
		const ids = [...(await numbersOf(trx, series.id)).keys()];
		if (!ids.includes(move.gatheringId)) return refuse('gone');
		await setOrder(trx, series.id, movedBy(ids, move.gatheringId, move.by));
		await note(trx, by, 'series.part_moved', series.id, move.gatheringId);
		return true;
	});
}

/** Numbers the parts by their days. */
export function orderByDay(db: Database, by: Actor, account: Account, series: Series): Promise<true | Gone> {
	return change<true | Gone>(db, account, series, async (trx) => {
		const parts = byDay(await partsOf(trx, account, series.id));
		await setOrder(
			trx,
			series.id,
			parts.map(({ gathering }) => gathering.id)
		);
		await journal(trx, by, { verb: 'series.ordered', thing: `series:${series.id}` });
		return true;
	});
}

/** Takes a gathering out of the series; it stays as it is. Only its hosts may, so that they can also put it back. */
export function removePart(
	db: Database,
	by: Actor,
	account: Account,
	series: Series,
	gatheringId: string
): Promise<RemovedPart | Refusal<'gone' | 'not_host'>> {
	return change(db, account, series, async (trx) => {
		const numbers = await numbersOf(trx, series.id);
		const number = numbers.get(gatheringId);
		if (number === undefined) return refuse('gone');
		if (!(await gatheringFor(trx, account, gatheringId))) return refuse('not_host');
		await trx.deleteFrom('seriesPart').where('gatheringId', '=', gatheringId).execute();
		await setOrder(
			trx,
			series.id,
			[...numbers.keys()].filter((id) => id !== gatheringId)
		);
		await note(trx, by, 'series.part_removed', series.id, gatheringId);
		return { gatheringId, number };
	});
}

/** Puts a part back where it was. */
export function restorePart(
	db: Database,
	by: Actor,
	account: Account,
	series: Series,
	{ gatheringId, number }: RemovedPart
): Promise<true | Refusal<'gone' | 'no_part'>> {
	return change(db, account, series, async (trx) => {
		const answer = await addPart(trx, by, account, series, gatheringId);
		if (isRefused(answer)) return answer;
		const others = [...(await numbersOf(trx, series.id)).keys()].filter((id) => id !== gatheringId);
		await setOrder(trx, series.id, others.toSpliced(number - 1, 0, gatheringId));
		return true;
	});
}
