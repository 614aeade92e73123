import type { Trx } from '#lib/db/database.server.ts';
import type { Move } from './loadRegion.server.ts';
import type { Region } from './region.ts';

/** What some organisations of the region say about their work. */
export async function loadProfiles(trx: Trx, region: Region, move: Move): Promise<void> {
	const rows = region.serviceProfiles.map(({ orgId, changedOn, by, ...texts }) => ({
		...{ organisationId: orgId, ...texts },
		...{ changedAt: move.instant(`${changedOn}T10:00:00+02:00`), byName: by }
	}));
	await trx.insertInto('serviceProfile').values(rows).execute();
}
