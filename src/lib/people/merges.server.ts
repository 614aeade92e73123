import type { Account } from '#lib/accounts/account.ts';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { type Keep, mergedValues, ORGANISATION_FIELDS, PERSON_FIELDS } from './merge.ts';
import { organisationById, rememberAlias } from './organisations.server.ts';
import { personById, updatePerson } from './persons.server.ts';
import { countReferences, isOnRecord, type MergedThing, moveReferences } from './references.server.ts';

/** The entry into which another one was merged, at the end of the chain; undefined when there was no merge. */
export async function mergedInto(db: Database, thing: MergedThing, id: string): Promise<string | undefined> {
	let found: string | undefined;
	for (let at: string | undefined = id; at;) {
		const row: { intoId: string } | undefined = await db
			.selectFrom('merge')
			.select('intoId')
			.where('thing', '=', thing)
			.where('fromId', '=', at)
			.executeTakeFirst();
		found = row?.intoId ?? found;
		at = row?.intoId;
	}
	return found;
}

/** A gathering for which both persons are registered. `gives`: whose withdrawn registration can fall away. */
export interface CommonGathering {
	title: string;
	intoRegistrationId: string;
	fromRegistrationId: string;
	gives: 'into' | 'from' | undefined;
}

/** The gatherings for which both are registered. */
export async function commonGatherings(db: Database, intoId: string, fromId: string): Promise<CommonGathering[]> {
	const rows = await db
		.selectFrom('registration as theirs')
		.innerJoin('registration as own', 'own.gatheringId', 'theirs.gatheringId')
		.innerJoin('gathering', 'gathering.id', 'own.gatheringId')
		.leftJoin('registrationWithdrawal as ownEnd', 'ownEnd.registrationId', 'own.id')
		.leftJoin('registrationWithdrawal as theirEnd', 'theirEnd.registrationId', 'theirs.id')
		.where('own.personId', '=', intoId)
		.where('theirs.personId', '=', fromId)
		.select([
			'gathering.title',
			'own.id as intoRegistrationId',
			'theirs.id as fromRegistrationId',
			'ownEnd.at as ownEndAt',
			'theirEnd.at as theirEndAt'
		])
		.orderBy('gathering.dateOn')
		.execute();
	return rows.map(({ ownEndAt, theirEndAt, ...row }) => ({
		...row,
		gives: theirEndAt !== null ? 'from' : ownEndAt !== null ? 'into' : undefined
	}));
}

async function noteMerge(trx: Trx, by: Actor, thing: MergedThing, fromId: string, intoId: string): Promise<void> {
	const row = { fromId, intoId, thing, at: by.at, byName: by.name };
	await trx.insertInto('merge').values(row).execute();
	await journal(trx, by, { verb: `${thing}.merged`, thing: `${thing}:${intoId}`, particulars: { from: fromId } });
}

export type MergeRefusal = Refusal<'gone' | 'bothRegistered'> & { titles?: string[] };

/**
 * Makes two entries of one person one: every reference moves to the entry that stays, in one transaction. Registered
 * twice for one gathering, a withdrawn registration falls away; two that stand are refused with the gatherings' titles.
 */
export function mergePersons(
	db: Database,
	by: Actor,
	ids: { intoId: string; fromId: string },
	keep: Keep
): Promise<'merged' | MergeRefusal> {
	return inTransaction(db, async (trx) => {
		const [into, from] = [await personById(trx, ids.intoId), await personById(trx, ids.fromId)];
		if (!into || !from || into.id === from.id) return refuse('gone');
		const common = await commonGatherings(trx, into.id, from.id);
		const standing = common.filter(({ gives }) => gives === undefined);
		if (standing.length > 0) return { ...refuse('bothRegistered'), titles: standing.map(({ title }) => title) };
		const fallen = common.map((both) => (both.gives === 'from' ? both.fromRegistrationId : both.intoRegistrationId));
		if (fallen.length > 0) await trx.deleteFrom('registration').where('id', 'in', fallen).execute();
		await moveReferences(trx, 'person', from.id, into.id);
		await trx.deleteFrom('person').where('id', '=', from.id).execute();
		await updatePerson(trx, by, into.id, mergedValues<string, unknown>(PERSON_FIELDS, { ...into }, { ...from }, keep));
		await noteMerge(trx, by, 'person', from.id, into.id);
		return 'merged';
	});
}

/** Does an entry carry accounts, seats, gatherings or series? Moving those moves rights. */
export async function carriesRights(db: Database, organisationId: string): Promise<boolean> {
	const counts = await countReferences(db, 'organisation', organisationId);
	const rights = ['account.organisation_id', 'seat.organisation_id', 'host.organisation_id', 'series.set_up_by_id'];
	return rights.some((key) => counts[key]);
}

/** Has the organisation two entries become departments, apart from the entries themselves? */
async function haveDepartments(db: Database, ids: readonly string[]): Promise<boolean> {
	const inner = db.selectFrom('organisation').where('partOfId', 'in', ids).where('id', 'not in', ids);
	return (await inner.select('id').executeTakeFirst()) !== undefined;
}

/**
 * Makes two entries of one organisation one; the names of the other stay known as other names of the one that stays.
 * One that has voted, signed or stands in minutes is refused: records keep the name under which they were made.
 * Only administrators may merge away an organisation with accounts, seats or gatherings: its rights would move.
 * A department with departments of its own cannot come of it either.
 */
export function mergeOrganisations(
	db: Database,
	by: Actor,
	account: Account,
	ids: { intoId: string; fromId: string },
	keep: Keep
): Promise<'merged' | Refusal<'gone' | 'rights' | 'onRecord' | 'levels'>> {
	return inTransaction(db, async (trx) => {
		const [into, from] = [await organisationById(trx, ids.intoId), await organisationById(trx, ids.fromId)];
		if (!into || !from || into.id === from.id) return refuse('gone');
		if (!account.isAdministrator && (await carriesRights(trx, from.id))) return refuse('rights');
		if (await isOnRecord(trx, from.id)) return refuse('onRecord');
		const values = mergedValues<string, unknown>(ORGANISATION_FIELDS, { ...into }, { ...from }, keep);
		const both = [into.id, from.id];
		if (both.some((id) => id === values.partOfId)) values.partOfId = null;
		if (values.partOfId && (await haveDepartments(trx, both))) return refuse('levels');
		await trx.updateTable('organisation').set({ partOfId: null }).where('id', '=', into.id).execute();
		await moveReferences(trx, 'organisation', from.id, into.id);
		await trx.deleteFrom('organisation').where('id', '=', from.id).execute();
		await trx.updateTable('organisation').set(values).where('id', '=', into.id).execute();
		for (const name of [into.name, into.shortName, from.name, from.shortName])
			if (name !== values.name && name !== values.shortName) await rememberAlias(trx, into.id, name);
		await noteMerge(trx, by, 'organisation', from.id, into.id);
		return 'merged';
	});
}
