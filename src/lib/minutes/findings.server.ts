import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { addMinutesToInstant } from '#lib/time/berlin.ts';
import type { Note } from './finding.ts';
import { applyOperation, type Operation } from './findingMerge.ts';
import { notesOf, storeNote } from './findingRows.server.ts';

/** A page of notes without end would be a way to fill the disk. */
const MOST_LINES = 500;
const JOURNAL_MIN = 15;

export interface WorkshopAddress {
	id: string;
	gatheringId: string;
}
export interface Noted {
	/** What each operation made, also those that were known already. */
	made: Record<string, number>;
	/** Operations that cannot be done: of another workshop, about a line that is not there, or one too many. */
	refused: string[];
}

/**
 * Writes down what a page sends, in its order. Each operation is done once, however often it comes; texts typed at the
 * same time by two people both stand.
 * @param hand random mark of the open page; null for a form sent without a script
 */
export function noteFindings(
	db: Database,
	by: Actor,
	workshop: WorkshopAddress,
	input: { hand: string | null; operations: readonly Operation[] }
): Promise<Noted> {
	return inTransaction(db, async (trx) => {
		const before = await notesOf(trx, workshop.id);
		const known = await knownOperations(trx, input.operations);
		const foreign = await foreignNotes(trx, workshop.id, input.operations);
		const standards = await standardsOf(trx, workshop.gatheringId);
		const made = new Map(
			[...known].filter(([, row]) => row.workshopId === workshop.id).map(([id, row]) => [id, row.revision])
		);
		const after = new Map(before);
		const answer: Noted = { made: {}, refused: [] };
		const done: { id: string; noteId: string; revision: number }[] = [];
		for (const sent of input.operations) {
			const operation = withKnownStandard(sent, standards);
			const old = made.get(operation.id);
			const isFull = operation.what === 'add' && !after.has(operation.noteId) && after.size >= MOST_LINES;
			const isForeign = foreign.has(operation.noteId) || (known.has(operation.id) && old === undefined);
			const act = { at: by.at, byName: by.name, hand: input.hand, made };
			const outcome =
				old !== undefined || isFull || isForeign
					? undefined
					: applyOperation(after.get(operation.noteId), operation, act);
			if (old === undefined && !outcome) answer.refused.push(operation.id);
			if (outcome) {
				after.set(operation.noteId, outcome.note);
				made.set(operation.id, outcome.revision);
				done.push({ id: operation.id, noteId: operation.noteId, revision: outcome.revision });
			}
			const revision = made.get(operation.id);
			if (revision !== undefined) answer.made[operation.id] = revision;
		}
		await store(trx, by, workshop, before, after, done);
		return answer;
	});
}

async function store(
	trx: Trx,
	by: Actor,
	workshop: WorkshopAddress,
	before: ReadonlyMap<string, Note>,
	after: ReadonlyMap<string, Note>,
	done: { id: string; noteId: string; revision: number }[]
): Promise<void> {
	if (done.length === 0) return;
	for (const [id, note] of after) {
		const old = before.get(id);
		if (note !== old) await storeNote(trx, workshop.id, old, note);
	}
	const rows = done.map((operation) => ({ ...operation, workshopId: workshop.id, at: by.at }));
	await trx.insertInto('findingOperation').values(rows).execute();
	await noteInJournal(trx, by, workshop, done.length);
}

/** Typing is saved every second: one line for a quarter of an hour says as much as hundreds. */
async function noteInJournal(trx: Trx, by: Actor, workshop: WorkshopAddress, count: number): Promise<void> {
	const line = { verb: 'finding.noted', thing: `workshop:${workshop.id}` };
	const recent = await trx
		.selectFrom('journalEntry')
		.select('id')
		.where('gatheringId', '=', workshop.gatheringId)
		.where('verb', '=', line.verb)
		.where('thing', '=', line.thing)
		.where('byName', '=', by.name)
		.where('at', '>', addMinutesToInstant(by.at, -JOURNAL_MIN))
		.executeTakeFirst();
	if (!recent) await journal(trx, by, { ...line, gatheringId: workshop.gatheringId, particulars: { count } });
}

async function knownOperations(trx: Trx, operations: readonly Operation[]) {
	const named = operations.flatMap((operation) => [
		operation.id,
		...('over' in operation ? operation.over.filter((seen) => typeof seen === 'string') : [])
	]);
	const rows = await trx
		.selectFrom('findingOperation')
		.select(['id', 'workshopId', 'revision'])
		.where('id', 'in', [...new Set(named)])
		.execute();
	return new Map(rows.map((row) => [row.id, row]));
}

/** Ids are made by the page: one that names a line of another workshop changes nothing there. */
async function foreignNotes(trx: Trx, workshopId: string, operations: readonly Operation[]): Promise<Set<string>> {
	const ids = [...new Set(operations.map(({ noteId }) => noteId))];
	const rows = await trx
		.selectFrom('finding')
		.select('id')
		.where('id', 'in', ids)
		.where('workshopId', '!=', workshopId)
		.execute();
	return new Set(rows.map(({ id }) => id));
}

function withKnownStandard(operation: Operation, standards: readonly { id: string }[]): Operation {
	if (!('standardId' in operation) || operation.standardId === null) return operation;
	return standards.some(({ id }) => id === operation.standardId) ? operation : { ...operation, standardId: null };
}

/** Standards of the circle to which a gathering belongs, at which a proposal may aim. */
export function standardsOf(db: Database, gatheringId: string) {
	return db
		.selectFrom('standard')
		.innerJoin('gathering', 'gathering.circleId', 'standard.circleId')
		.where('gathering.id', '=', gatheringId)
		.select(['standard.id', 'standard.number', 'standard.title'])
		.orderBy('standard.number')
		.execute();
}

/** What a page shows: the notes with the wordings that stand now, and how far the count of changes is. */
export async function snapshotOf(db: Database, workshopId: string): Promise<{ version: number; notes: Note[] }> {
	const version = await versionOf(db, workshopId);
	const notes = [...(await notesOf(db, workshopId)).values()];
	return {
		version,
		notes: notes.map((note) => ({ ...note, wordings: note.wordings.filter(({ settledAt }) => settledAt === null) }))
	};
}

/** Rises with every change in a workshop's notes. */
export async function versionOf(db: Database, workshopId: string): Promise<number> {
	const row = await db
		.selectFrom('findingOperation')
		.select((eb) => eb.fn.max('seq').as('version'))
		.where('workshopId', '=', workshopId)
		.executeTakeFirst();
	return row?.version ?? 0;
}
