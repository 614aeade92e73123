import { readFileSync } from 'node:fs';
import { inTransaction, openDatabase } from '#lib/db/database.server.ts';
import { proposePlan } from '#lib/groups/liveRuns.server.ts';
import { closePool } from '#lib/groups/pool.server.ts';
import { releasePlan } from '#lib/groups/releases.server.ts';
import { readListFile } from '#lib/people/listFiles.server.ts';
import { startImport } from '#lib/people/listImports.server.ts';
import { mintPersonalLink } from '#lib/registration/personalLinks.server.ts';
import { addWorldCafe } from '../tests/support/worldCafe.ts';

const LIST = 'tests/lists/fachtag-unsortiert.xlsx';
const NADJA = { accountId: 'acc-per-019', name: 'Nadja Wojciechowski' };

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
	const by = { ...NADJA, at: now };
	const importId = await startImport(db, by, { fileName: 'Anmeldungen.xlsx', sheets: list.sheets, gatheringId: null });
	await db.destroy();
	return { meToken, importId };
}

/** The demo region before anybody has made a proposal: its draft is put away. Beside it a meeting at tables that has one. */
export async function emptyDraft(file: string): Promise<{ tables: string }> {
	const { db } = openDatabase(file);
	await db.deleteFrom('place').execute();
	const by = { ...NADJA, at: new Date().toISOString() };
	const gathering = await addWorldCafe(db, by, 'Trägertreffen mit Tischen', 40);
	await proposePlan(db, by, gathering);
	await closePool();
	await db.destroy();
	return { tables: `/gatherings/${gathering.id}/groups` };
}

/** An earlier meeting of the circle whose groups were released: its people have met. */
export async function addEarlierGathering(file: string): Promise<void> {
	const { db } = openDatabase(file);
	const by = { ...NADJA, at: new Date().toISOString() };
	const gathering = await addWorldCafe(db, by, 'Trägertreffen im Frühjahr', -190);
	await proposePlan(db, by, gathering);
	await releasePlan(db, by, gathering, { reason: 'Für ein Bild der Runde.' }, async () => {});
	await closePool();
	await db.destroy();
}
