import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { Standard } from './standard.ts';
import type { Version } from './version.ts';
import { partiesOf } from './versions.server.ts';

interface Days {
	inForceOn: string;
	endsOn: string | null;
	offices: readonly { organisationId: string; inForceOn: string }[];
}

/** Youth offices among the parties: each may have a day of its own. */
export async function officesOf(db: Database, versionId: string) {
	return (await partiesOf(db, versionId)).filter(({ kind }) => kind === 'public_youth_office');
}

/** Writes the day for all, and days of their own for youth offices; a day that was fixed before is replaced. */
export async function enterForce(trx: Trx, by: Actor, version: Version, days: Days): Promise<void> {
	const offices = (await officesOf(trx, version.id)).map(({ organisationId }) => organisationId);
	const rows = [
		{ organisationId: '', inForceOn: days.inForceOn },
		...days.offices.filter(({ organisationId }) => offices.includes(organisationId))
	];
	await trx.deleteFrom('standardEntry').where('versionId', '=', version.id).execute();
	await trx
		.insertInto('standardEntry')
		.values(rows.map((row) => ({ ...row, versionId: version.id, endsOn: days.endsOn, at: by.at, byName: by.name })))
		.execute();
}

/** All versions of a standard end on a day, as far as they do not end before. */
export async function endEntries(trx: Trx, standardId: string, endsOn: string): Promise<void> {
	await trx
		.updateTable('standardEntry')
		.set({ endsOn })
		.where('versionId', 'in', (eb) =>
			eb.selectFrom('version').where('version.standardId', '=', standardId).select('version.id')
		)
		.where((eb) => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>', endsOn)]))
		.execute();
}

/** The days of entry of all versions, newest version first; the day for all before those of single youth offices. */
export function entriesOf(db: Database, standardId: string) {
	return db
		.selectFrom('standardEntry')
		.innerJoin('version', 'version.id', 'versionId')
		.leftJoin('organisation', 'organisation.id', 'standardEntry.organisationId')
		.where('standardId', '=', standardId)
		.orderBy('version.number', 'desc')
		.orderBy('organisation.name')
		.select(['versionId', 'version.label', 'organisationId', 'organisation.name', 'organisation.shortName'])
		.select(['inForceOn', 'endsOn'])
		.execute();
}

/** Gives one youth office a day of its own, once the day for all is fixed. */
export function fixEntry(
	db: Database,
	by: Actor,
	standard: Standard,
	{ organisationId, inForceOn }: { organisationId: string; inForceOn: string }
): Promise<true | Refusal<'not_allowed' | 'no_entry' | 'no_office'>> {
	return inTransaction(db, async (trx) => {
		if (!standard.manages) return refuse('not_allowed');
		const [general] = (await entriesOf(trx, standard.id)).filter((entry) => entry.organisationId === '');
		if (!general) return refuse('no_entry');
		const offices = await officesOf(trx, general.versionId);
		if (!offices.some((office) => office.organisationId === organisationId)) return refuse('no_office');
		await trx
			.insertInto('standardEntry')
			.values({
				...{ versionId: general.versionId, organisationId, inForceOn, endsOn: general.endsOn },
				...{ at: by.at, byName: by.name }
			})
			.onConflict((conflict) =>
				conflict.columns(['versionId', 'organisationId']).doUpdateSet({ inForceOn, at: by.at, byName: by.name })
			)
			.execute();
		await journal(trx, by, { verb: 'standard.entry_fixed', thing: `standard:${standard.id}` });
		return true;
	});
}
