import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import { freeSlug, type Publication, slugOf } from './publication.ts';
import type { Standard } from './standard.ts';
import { versionOn } from './writtenStandard.ts';
import { writtenStandards } from './writtenStandards.server.ts';

/** Whether a standard is or was open to everybody. */
export async function publicationOf(db: Database, standardId: string): Promise<Publication | undefined> {
	const row = await db
		.selectFrom('standardPublication')
		.leftJoin('standardWithdrawal', 'standardWithdrawal.standardId', 'standardPublication.standardId')
		.where('standardPublication.standardId', '=', standardId)
		.select(['slug', 'standardPublication.at', 'standardPublication.byName'])
		.select(['standardWithdrawal.at as withdrawnAt', 'standardWithdrawal.byName as withdrawnBy'])
		.executeTakeFirst();
	if (!row) return undefined;
	const { withdrawnAt, withdrawnBy, ...publication } = row;
	return { ...publication, withdrawn: withdrawnAt ? { at: withdrawnAt, byName: withdrawnBy ?? '' } : null };
}

/**
 * Opens a standard to everybody. Only what is in force; its address stays the same when it is released again, so that
 * printed codes keep leading there.
 */
export function publishStandard(
	db: Database,
	by: Actor,
	standard: Pick<Standard, 'id' | 'manages'>
): Promise<string | Refusal<'not_allowed' | 'not_in_force'>> {
	return inTransaction(db, async (trx) => {
		if (!standard.manages) return refuse('not_allowed');
		const [written] = await writtenStandards(trx, { id: standard.id });
		const version = written && versionOn(written, berlinDay(by.at));
		if (!version) return refuse('not_in_force');
		const known = await publicationOf(trx, standard.id);
		if (known && !known.withdrawn) return known.slug;
		const taken = await trx.selectFrom('standardPublication').select('slug').execute();
		const wanted = slugOf(written.number, version.text.title || written.title);
		const slug =
			known?.slug ??
			freeSlug(
				wanted,
				taken.map((row) => row.slug)
			);
		const released = { at: by.at, byName: by.name };
		await trx.deleteFrom('standardWithdrawal').where('standardId', '=', standard.id).execute();
		await trx
			.insertInto('standardPublication')
			.values({ standardId: standard.id, slug, ...released })
			.onConflict((conflict) => conflict.column('standardId').doUpdateSet(released))
			.execute();
		await journal(trx, by, {
			...{ verb: 'standard.published', thing: `standard:${standard.id}` },
			particulars: { slug, versionId: version.id }
		});
		return slug;
	});
}

/** Closes the public page again. The address then says that the page is gone. */
export function withdrawStandard(
	db: Database,
	by: Actor,
	standard: Pick<Standard, 'id' | 'manages'>
): Promise<'withdrawn' | Refusal<'not_allowed' | 'not_public'>> {
	return inTransaction(db, async (trx) => {
		if (!standard.manages) return refuse('not_allowed');
		const known = await publicationOf(trx, standard.id);
		if (!known || known.withdrawn) return refuse('not_public');
		await trx
			.insertInto('standardWithdrawal')
			.values({ standardId: standard.id, at: by.at, byName: by.name })
			.execute();
		await journal(trx, by, { verb: 'standard.withdrawn', thing: `standard:${standard.id}` });
		return 'withdrawn';
	});
}
