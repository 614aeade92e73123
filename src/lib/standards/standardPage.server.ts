import type { Database } from '#lib/db/database.server.ts';
import { organisationsOf } from '#lib/people/organisations.server.ts';
import { originOf } from './create.server.ts';
import type { Standard } from './standard.ts';
import { wayOfStandard } from './standards.server.ts';
import { currentVersion, partiesOf } from './versions.server.ts';

/** Short name of each organisation by its id. */
export async function organisationNames(db: Database): Promise<Record<string, string>> {
	return Object.fromEntries((await organisationsOf(db)).map(({ id, shortName }) => [id, shortName]));
}

/** What the page of a standard shows beside its text: a fixed number of queries. */
export async function standardPage(db: Database, standard: Standard) {
	const version = await currentVersion(db, standard.id);
	return {
		version,
		parties: version ? await partiesOf(db, version.id) : [],
		names: await organisationNames(db),
		way: await wayOfStandard(db, standard.id),
		origin: standard.findingId ? await originOf(db, standard.circleId, standard.findingId) : undefined
	};
}
