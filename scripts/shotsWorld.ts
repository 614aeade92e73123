import { readFileSync } from 'node:fs';
import { accountById } from '#lib/accounts/accounts.server.ts';
import { tableRoundsShape } from '#lib/agenda/tableRounds.form.ts';
import { addTableRounds } from '#lib/agenda/tableRounds.server.ts';
import { type Database, inTransaction, openDatabase } from '#lib/db/database.server.ts';
import type { Announce } from '#lib/gatherings/announce.ts';
import { gatheringShape } from '#lib/gatherings/gathering.form.ts';
import { createGathering } from '#lib/gatherings/gatheringChanges.server.ts';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { proposePlan } from '#lib/groups/liveRuns.server.ts';
import { closePool } from '#lib/groups/pool.server.ts';
import { releasePlan } from '#lib/groups/releases.server.ts';
import { readListFile } from '#lib/people/listFiles.server.ts';
import { startImport } from '#lib/people/listImports.server.ts';
import { mintPersonalLink } from '#lib/registration/personalLinks.server.ts';
import { NO_PARTICULARS } from '#lib/registration/registrant.ts';
import { registerPerson } from '#lib/registration/registrations.server.ts';
import { addDays, berlinDay } from '#lib/time/berlin.ts';

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

/** The demo region before anybody has made a proposal: its draft is put away. */
export async function emptyDraft(file: string): Promise<void> {
	const { db } = openDatabase(file);
	await db.deleteFrom('place').execute();
	await db.destroy();
}

/** So many people came to the earlier meeting. */
const CAME = 48;
const TOPICS = ['Übergänge', 'Kinderschutz', 'Elternarbeit', 'Erreichbarkeit', 'Schule', 'Pflegefamilien'];

/** An earlier meeting of the circle with three released rounds at six tables, made as an organizer makes it. */
export async function addEarlierGathering(file: string): Promise<void> {
	const { db } = openDatabase(file);
	const by = { ...NADJA, at: new Date().toISOString() };
	const gathering = await earlierGathering(db, by);
	const rounds = tableRoundsShape.parse({
		...{ kind: 'world_cafe', title: 'World-Café', startTime: '10:00', rounds: '3', lengthMin: '25' },
		...{ changeMin: '5', people: String(CAME), topics: TOPICS, hosts: TOPICS.map(() => '') }
	});
	await addTableRounds(db, by, gathering, rounds, tellNobody);
	const people = await db.selectFrom('person').select('id').orderBy('organisationId').orderBy('id').execute();
	const came = people.filter((_, i) => (i * CAME) % people.length < CAME);
	const details = { ...NO_PARTICULARS, channel: 'list', language: 'de', organisationName: '', remark: '' } as const;
	await inTransaction(db, async (trx) => {
		for (const { id } of came) await registerPerson(trx, by, gathering.id, id, { ...details, wishes: [] }, tellNobody);
	});
	await proposePlan(db, by, gathering);
	await releasePlan(db, by, gathering, { reason: 'Für ein Bild der Runde.' }, tellNobody);
	await closePool();
	await db.destroy();
}

const tellNobody: Announce = async () => {};

async function earlierGathering(db: Database, by: { accountId: string; name: string; at: string }) {
	const account = await accountById(db, by.accountId);
	if (!account?.organisationId) throw new Error('The demo region lacks its organizer.');
	const input = gatheringShape.parse({
		...{ kind: 'provider_meeting', title: 'Trägertreffen im Frühjahr', dateOn: addDays(berlinDay(by.at), -190) },
		...{ startTime: '09:00', endTime: '12:30', circleId: 'circle-tt', hosts: [account.organisationId] }
	});
	const id = await createGathering(db, by, account, input);
	const gathering = typeof id === 'string' ? await gatheringFor(db, account, id) : undefined;
	if (!gathering) throw new Error('The earlier meeting could not be made.');
	return gathering;
}
