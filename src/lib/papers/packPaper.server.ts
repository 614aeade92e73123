import type { Database } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { packFor } from '#lib/minutes/pack.server.ts';
import { packPaper } from './packPaper.ts';
import type { Paper } from './paper.ts';

/**
 * The results pack as a paper, as it stands now.
 * @param origin of the product, for the links back
 */
export async function packPaperFor(db: Database, gathering: Gathering, now: string, origin: string): Promise<Paper> {
	const base = `${origin}/gatherings/${gathering.id}`;
	return packPaper(gathering, await packFor(db, gathering.id, now), {
		workshop: (id) => `${base}/workshops/${id}`,
		standard: (id) => `${origin}/standards/${id}`,
		pack: `${base}/pack`
	});
}
