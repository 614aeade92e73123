import type { Database } from '#lib/db/database.server.ts';
import type { Standard } from '#lib/standards/standard.ts';
import { partiesOf, versionsOf } from '#lib/standards/versions.server.ts';
import type { Paper } from './paper.ts';
import { sheetPaper } from './sheetPaper.ts';

/** The signature sheet of the newest agreed version; before one is agreed, of the draft, which says so. */
export async function sheetPaperFor(db: Database, standard: Standard, todayOn: string): Promise<Paper | undefined> {
	const versions = await versionsOf(db, standard.id);
	const version = versions.find(({ frozenAt }) => frozenAt !== null) ?? versions[0];
	if (!version) return undefined;
	const signing = (await partiesOf(db, version.id)).filter(({ signs }) => signs === 1);
	return sheetPaper(standard, version, signing, todayOn);
}
