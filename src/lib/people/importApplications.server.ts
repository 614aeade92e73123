import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { type ImportChoices, noChoices, NEW } from './importChoices.ts';
import type { ImportedParticipant } from './importedParticipant.ts';
import { earlierLine, futureKey, type ImportPreview, type ImportRow } from './importPreview.ts';
import { type AppliedTotals, importById, previewImport } from './listImports.server.ts';
import { insertOrganisation, rememberAlias } from './organisations.server.ts';
import { kindForSide, proposeOrganisation } from './organisationProposal.ts';
import type { PersonInput } from './person.ts';
import { insertPerson, updatePerson } from './persons.server.ts';

export interface ImportApplied {
	totals: AppliedTotals;
	/** Everybody who was taken over or already known, each once, in the order of the list. */
	participants: ImportedParticipant[];
}

const TAKEN = new Set(['new', 'changed', 'same']);

/** Creates the organisations that shall be created and that a row needs. Gives key → id. */
async function createOrganisations(
	trx: Trx,
	by: Actor,
	preview: ImportPreview,
	choices: ImportChoices
): Promise<Map<string, string>> {
	const created = new Map<string, string>();
	const taken = preview.rows.filter(({ state }) => TAKEN.has(state));
	const used = new Set(taken.map(({ organisationId }) => futureKey(organisationId)));
	for (const { key, written, answer } of preview.organisations) {
		if (answer !== NEW || written === '' || !used.has(key)) continue;
		const side = choices.sides[key] ?? proposeOrganisation(written).side;
		const empty = { town: '', mailDomain: '', dataProtectionLaw: 'DSGVO', sectors: [] };
		const input = { ...empty, name: written, shortName: written, kind: kindForSide(written, side), side };
		created.set(key, await insertOrganisation(trx, by, input));
	}
	return created;
}

/** A confirmed answer is remembered: the next list that writes the name so is understood at once. */
async function rememberAnswers(trx: Trx, preview: ImportPreview, idOf: (id: string) => string): Promise<void> {
	const used = new Set(
		preview.rows.filter(({ state }) => TAKEN.has(state)).map(({ organisationId }) => organisationId)
	);
	for (const { written, answer } of preview.organisations)
		if (answer !== NEW && used.has(answer)) await rememberAlias(trx, idOf(answer), written);
}

function personInput({ row }: ImportRow, organisationId: string): PersonInput {
	const { title, salutation, firstName, lastName, unit, jobFunction, email } = row;
	const own = { title, salutation, firstName, lastName, unit, jobFunction, email };
	return { ...own, organisationId: organisationId || null, level: '', side: null };
}

/** Writes one row; gives the person, or undefined when the row stays out. */
async function writeRow(
	trx: Trx,
	by: Actor,
	row: ImportRow,
	idOf: (id: string) => string
): Promise<string | undefined> {
	if (row.state === 'new') return insertPerson(trx, by, personInput(row, idOf(row.organisationId)));
	if (row.state === 'changed') {
		const changes = row.changes.map(({ field, after }) => [field, field === 'organisationId' ? idOf(after) : after]);
		await updatePerson(trx, by, row.personId, Object.fromEntries(changes) as Partial<PersonInput>);
	}
	return TAKEN.has(row.state) ? row.personId : undefined;
}

function participantOf({ row, state }: ImportRow, personId: string): ImportedParticipant {
	return {
		line: row.line,
		personId,
		isNew: state === 'new',
		wishes: row.wishes,
		isNewcomer: row.newcomer === true,
		catering: row.catering,
		supportNeed: row.supportNeed,
		allowsPhotos: row.photo === true,
		remark: row.note
	};
}

async function writeRows(trx: Trx, by: Actor, preview: ImportPreview, idOf: (id: string) => string) {
	const participants = new Map<string, ImportedParticipant>();
	const byLine = new Map<number, string>();
	for (const row of preview.rows) {
		const earlier = row.state === 'again' ? byLine.get(earlierLine(row) ?? 0) : undefined;
		const personId = earlier ?? (await writeRow(trx, by, row, idOf));
		if (personId === undefined) continue;
		byLine.set(row.row.line, personId);
		if (!participants.has(personId)) participants.set(personId, participantOf(row, personId));
	}
	return [...participants.values()];
}

/**
 * Takes a list over, once and in one transaction. Rows with an open question stay out. Afterwards the cells are deleted;
 * the totals stay. A second time it is refused as `applied`.
 */
export function applyImport(
	db: Database,
	by: Actor,
	importId: string
): Promise<ImportApplied | Refusal<'gone' | 'applied'>> {
	return inTransaction(db, async (trx) => {
		const list = await importById(trx, importId);
		if (!list) return refuse('gone');
		if (list.application) return refuse('applied');
		const preview = await previewImport(trx, list);
		const created = await createOrganisations(trx, by, preview, list.choices);
		const idOf = (id: string) => created.get(futureKey(id) ?? '') ?? id;
		await rememberAnswers(trx, preview, idOf);
		const participants = await writeRows(trx, by, preview, idOf);
		const totals = { ...preview.totals, organisations: created.size };
		await trx
			.insertInto('listImportApplication')
			.values({ listImportId: list.id, at: by.at, byName: by.name, totals: JSON.stringify(totals) })
			.execute();
		const emptied = { cells: '[]', choices: JSON.stringify(noChoices()) };
		await trx.updateTable('listImport').set(emptied).where('id', '=', list.id).execute();
		const { id, gatheringId } = list;
		await journal(trx, by, { verb: 'list.applied', thing: `list:${id}`, gatheringId, particulars: { ...totals } });
		return { totals, participants };
	});
}
