import type { Database } from '#lib/db/database.server.ts';
import type { Version } from './version.ts';
import { textFrom } from './standardText.ts';

function versions(db: Database) {
	return db
		.selectFrom('version')
		.leftJoin('versionFreeze', 'versionFreeze.versionId', 'version.id')
		.select(['version.id', 'standardId', 'number', 'label', 'content', 'changeNote', 'revision', 'createdAt'])
		.select(['changedAt', 'version.byName', 'versionFreeze.at as frozenAt', 'versionFreeze.hash']);
}

function versionOf<T extends { content: string }>({ content, ...row }: T): Omit<T, 'content'> & Pick<Version, 'text'> {
	return { ...row, text: textFrom(content) };
}

/** The newest version of a standard, whether it is still a draft or agreed. */
export async function currentVersion(db: Database, standardId: string): Promise<Version | undefined> {
	const row = await versions(db).where('standardId', '=', standardId).orderBy('number', 'desc').executeTakeFirst();
	return row && versionOf(row);
}

/** One version of this standard. */
export async function versionFor(db: Database, standardId: string, id: string): Promise<Version | undefined> {
	const row = await versions(db).where('standardId', '=', standardId).where('version.id', '=', id).executeTakeFirst();
	return row && versionOf(row);
}

/** All versions, newest first. */
export async function versionsOf(db: Database, standardId: string): Promise<Version[]> {
	const rows = await versions(db).where('standardId', '=', standardId).orderBy('number', 'desc').execute();
	return rows.map(versionOf);
}

/**
 * The version that is in force on a day. A youth office may have a day of its own: with its id, that day counts for it;
 * without, the day of all others.
 */
export async function versionInForce(
	db: Database,
	standardId: string,
	organisationId: string | undefined,
	onDay: string
): Promise<(Version & { inForceOn: string; endsOn: string | null }) | undefined> {
	const rows = await versions(db)
		.innerJoin('standardEntry', 'standardEntry.versionId', 'version.id')
		.select(['standardEntry.organisationId', 'inForceOn', 'endsOn'])
		.where('standardId', '=', standardId)
		.where('standardEntry.organisationId', 'in', ['', organisationId ?? ''])
		.orderBy('number', 'desc')
		.orderBy('standardEntry.organisationId', 'desc')
		.execute();
	// Of two days for one version the own one, which comes first, decides.
	const perVersion = rows.filter((row, index) => rows[index - 1]?.id !== row.id);
	const row = perVersion.find(({ inForceOn, endsOn }) => inForceOn <= onDay && (endsOn === null || endsOn >= onDay));
	if (!row) return undefined;
	const { organisationId: _, ...version } = versionOf(row);
	return version;
}

/** Who takes part in a version, in alphabetical order. */
export async function partiesOf(db: Database, versionId: string) {
	const rows = await db
		.selectFrom('versionParty')
		.innerJoin('organisation', 'organisation.id', 'organisationId')
		.where('versionId', '=', versionId)
		.select(['organisationId', 'name', 'shortName', 'organisation.kind', 'side', 'town', 'representedBy', 'signs'])
		.execute();
	return rows.sort((a, b) => a.name.localeCompare(b.name, 'de'));
}
