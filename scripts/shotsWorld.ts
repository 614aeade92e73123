import { readFileSync } from 'node:fs';
import { inTransaction, openDatabase } from '#lib/db/database.server.ts';
import { readListFile } from '#lib/people/listFiles.server.ts';
import { startImport } from '#lib/people/listImports.server.ts';
import { mintPersonalLink } from '#lib/registration/personalLinks.server.ts';

const LIST = 'tests/lists/fachtag-unsortiert.xlsx';

export interface ShotsWorld {
	/** Personal link of one participant. */
	meToken: string;
	/** A list that waits to be taken over. */
	importId: string;
}

/** What the pictures need beside the demo region. */
export async function prepareShots(file: string): Promise<ShotsWorld> {
	const { db } = openDatabase(file);
	const now = new Date().toISOString();
	const meToken = await inTransaction(db, (trx) => mintPersonalLink(trx, 'reg-per-055', now));
	const list = await readListFile('Anmeldungen.xlsx', readFileSync(LIST));
	if ('refused' in list) throw new Error(list.refused);
	const by = { accountId: 'acc-per-019', name: 'Nadja Wojciechowski', at: now };
	const importId = await startImport(db, by, { fileName: 'Anmeldungen.xlsx', sheets: list.sheets, gatheringId: null });
	await db.destroy();
	return { meToken, importId };
}
