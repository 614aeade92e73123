import type { Account } from '#lib/accounts/account.ts';
import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { addDays, berlinDay } from '#lib/time/berlin.ts';
import { directoryReader } from './directory.ts';
import type { ImportChoices } from './importChoices.ts';
import { noChoices } from './importChoices.ts';
import { fullestSheet, type ImportSheet, readImportList, withoutUnneeded } from './importList.ts';
import { type ImportPreview, type ImportTotals, judgeImport } from './importPreview.ts';
import type { ParticipantList } from './list.ts';
import { wholeOrganisations } from './organisations.server.ts';

/** A list that waits to be taken over, or was. */
export interface ListImport {
	id: string;
	gatheringId: string | null;
	fileName: string;
	/** Empty once it was taken over: then only the totals are kept. */
	sheets: ImportSheet[];
	choices: ImportChoices;
	createdAt: string;
	application: { at: string; byName: string; totals: AppliedTotals } | undefined;
}

/** What a take-over did, in numbers of rows; organisations that were created. */
export interface AppliedTotals extends ImportTotals {
	organisations: number;
}

const KEPT_DAYS = 14;

/**
 * Keeps a list until it is taken over or discarded. Columns that are not needed are emptied before anything is stored;
 * lists that waited for more than 14 days are deleted.
 */
export function startImport(
	db: Database,
	by: Actor,
	input: { fileName: string; sheets: ImportSheet[]; gatheringId: string | null }
): Promise<string> {
	const { fileName, gatheringId } = input;
	const sheets = input.sheets.map(({ name, cells }) => ({ name, cells: withoutUnneeded(cells, gatheringId !== null) }));
	return inTransaction(db, async (trx) => {
		const id = newId();
		await trx
			.insertInto('listImport')
			.values({
				id,
				gatheringId,
				fileName: fileName.slice(0, 200),
				cells: JSON.stringify(sheets),
				choices: JSON.stringify(noChoices(fullestSheet(sheets))),
				createdAt: by.at,
				createdBy: by.accountId ?? ''
			})
			.execute();
		const oldest = addDays(berlinDay(by.at), -KEPT_DAYS);
		await trx
			.deleteFrom('listImport')
			.where('createdAt', '<', oldest)
			.where('id', 'not in', (eb) => eb.selectFrom('listImportApplication').select('listImportId'))
			.execute();
		await journal(trx, by, { verb: 'list.read', thing: `list:${id}`, gatheringId });
		return id;
	});
}

function imports(db: Database) {
	return db
		.selectFrom('listImport')
		.leftJoin('listImportApplication as applied', 'applied.listImportId', 'listImport.id')
		.selectAll('listImport')
		.select(['applied.at as appliedAt', 'applied.byName as appliedBy', 'applied.totals']);
}

/** A list by its id, without asking who wants to know. */
export async function importById(db: Database, id: string): Promise<ListImport | undefined> {
	const row = await imports(db).where('listImport.id', '=', id).executeTakeFirst();
	if (!row) return undefined;
	const { gatheringId, fileName, createdAt, appliedAt, appliedBy, totals } = row;
	const application =
		appliedAt === null
			? undefined
			: { at: appliedAt, byName: appliedBy ?? '', totals: JSON.parse(totals ?? '{}') as AppliedTotals };
	const sheets = JSON.parse(row.cells) as ImportSheet[];
	const choices = JSON.parse(row.choices) as ImportChoices;
	return { id, gatheringId, fileName, createdAt, sheets, choices, application };
}

/** A list for whoever read it in, or for administrators. */
export async function importFor(db: Database, account: Account, id: string): Promise<ListImport | undefined> {
	if (!directoryReader(account)) return undefined;
	const own = await db
		.selectFrom('listImport')
		.select('id')
		.where('id', '=', id)
		.$if(!account.isAdministrator, (query) => query.where('createdBy', '=', account.id))
		.executeTakeFirst();
	return own && importById(db, id);
}

/** Lists of this account that wait to be taken over, newest first. */
export async function waitingImports(db: Database, account: Account) {
	if (!directoryReader(account)) return [];
	return imports(db)
		.where('applied.at', 'is', null)
		.where('createdBy', '=', account.id)
		.clearSelect()
		.select(['listImport.id', 'fileName', 'createdAt', 'gatheringId'])
		.orderBy('createdAt', 'desc')
		.execute();
}

/** Compares a list with the directory; reads only. Three lists of the house are loaded, however long the list is. */
export async function previewImport(
	db: Database,
	list: Pick<ListImport, 'sheets' | 'choices' | 'gatheringId'>
): Promise<ImportPreview & { list: ParticipantList }> {
	const { sheet, mapping } = list.choices;
	const read = readImportList(list.sheets[sheet]?.cells ?? [], list.gatheringId !== null, mapping);
	const persons = await db
		.selectFrom('person')
		.select(['id', 'title', 'firstName', 'lastName', 'email', 'unit', 'jobFunction'])
		.select((eb) => eb.fn.coalesce('organisationId', eb.val('')).as('organisationId'))
		.execute();
	const organisations = await wholeOrganisations(db);
	return { list: read, ...judgeImport({ list: read, organisations, persons, choices: list.choices }) };
}

/** Keeps what was decided in the preview. A list that was taken over stays as it is. */
export async function decideImport(db: Database, list: ListImport, choices: ImportChoices): Promise<void> {
	if (list.application) return;
	await db
		.updateTable('listImport')
		.set({ choices: JSON.stringify(choices) })
		.where('id', '=', list.id)
		.execute();
}

/** Deletes a list that was not taken over. */
export function discardImport(db: Database, by: Actor, list: ListImport): Promise<void> {
	return inTransaction(db, async (trx) => {
		if (list.application) return;
		await trx.deleteFrom('listImport').where('id', '=', list.id).execute();
		const { id, gatheringId } = list;
		await journal(trx, by, { verb: 'list.discarded', thing: `list:${id}`, gatheringId });
	});
}
