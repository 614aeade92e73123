import type { Database, Trx } from '#lib/db/database.server.ts';
import { HEAD_NOTES, type HeadNote, type Note, textOf, type Wording } from './finding.ts';
import { emptyHead } from './findingMerge.ts';

/** Everything written down in a workshop, with every wording; four queries, however much it is. */
export async function notesOf(db: Database, workshopId: string): Promise<Map<string, Note>> {
	const rows = await db
		.selectFrom('finding')
		.leftJoin('findingRemoval', 'findingRemoval.findingId', 'finding.id')
		.where('workshopId', '=', workshopId)
		.selectAll('finding')
		.select('findingRemoval.at as removedAt')
		.orderBy('position')
		.orderBy('finding.id')
		.execute();
	const wordings = await db
		.selectFrom('findingWording')
		.innerJoin('finding', 'finding.id', 'findingId')
		.where('workshopId', '=', workshopId)
		.selectAll('findingWording')
		.orderBy('findingWording.revision')
		.execute();
	const byFinding = Map.groupBy(wordings, ({ findingId }) => findingId);
	const heads = await headNotes(db, workshopId);
	const lines = rows.map((row): [string, Note] => {
		const { workshopId: _, guidingQuestion, text: _t, revision, removedAt, ...rest } = row;
		const own = (byFinding.get(row.id) ?? []).map(({ findingId: _f, ...wording }) => wording);
		return [
			row.id,
			{ ...rest, question: guidingQuestion, head: revision, wordings: own, isRemoved: removedAt !== null }
		];
	});
	return new Map([...heads.map((note): [string, Note] => [note.id, note]), ...lines]);
}

async function headNotes(db: Database, workshopId: string): Promise<Note[]> {
	const result = await db
		.selectFrom('workshopResult')
		.selectAll()
		.where('workshopId', '=', workshopId)
		.executeTakeFirst();
	const rows = await db
		.selectFrom('workshopResultWording')
		.selectAll()
		.where('workshopId', '=', workshopId)
		.orderBy('revision')
		.execute();
	return HEAD_NOTES.map((kind) => {
		const text = (kind === 'headline' ? result?.headline : result?.nextStep) ?? '';
		const own = rows
			.filter(({ field }) => field === kind)
			.map(({ workshopId: _, field: _f, ...wording }): Wording => wording);
		if (!result || (own.length === 0 && text === '')) return emptyHead(kind);
		const { changedAt, byName } = result;
		const stored: Wording = { revision: 1, text, at: changedAt, byName, basedOn: 0, settledAt: null, hand: null };
		const wordings = own.length > 0 ? own : [stored];
		const head = wordings.find((wording) => wording.settledAt === null && wording.text === text)?.revision;
		return { ...emptyHead(kind), wordings, head: head ?? wordings.at(-1)?.revision ?? 0, changedAt, byName };
	});
}

/** Writes what differs between two states of one note. */
export async function storeNote(trx: Trx, workshopId: string, before: Note | undefined, after: Note): Promise<void> {
	if (after.kind === 'headline' || after.kind === 'next_step') return storeHead(trx, workshopId, after.kind, after);
	const { id, kind, side, position, isDissent, dots, standardId, createdAt, changedAt, byName } = after;
	const row = { kind, side, position, isDissent, dots, standardId, changedAt, guidingQuestion: after.question };
	const text = { text: textOf(after), revision: after.head };
	await trx
		.insertInto('finding')
		.values({ id, workshopId, ...row, ...text, createdAt, byName })
		.onConflict((conflict) => conflict.column('id').doUpdateSet({ ...row, ...text }))
		.execute();
	await storeWordings(trx, id, before?.wordings ?? [], after.wordings);
	if (after.isRemoved === (before?.isRemoved ?? false)) return;
	if (after.isRemoved)
		await trx.insertInto('findingRemoval').values({ findingId: id, at: changedAt, byName }).execute();
	else await trx.deleteFrom('findingRemoval').where('findingId', '=', id).execute();
}

async function storeWordings(trx: Trx, findingId: string, before: Wording[], after: Wording[]): Promise<void> {
	const kept = new Set(after.map(({ revision }) => revision));
	const gone = before.filter(({ revision }) => !kept.has(revision)).map(({ revision }) => revision);
	if (gone.length > 0) {
		await trx.deleteFrom('findingWording').where('findingId', '=', findingId).where('revision', 'in', gone).execute();
	}
	const known = new Map(before.map((wording) => [wording.revision, wording]));
	for (const wording of after) {
		if (known.get(wording.revision)?.settledAt === wording.settledAt) continue;
		await trx
			.insertInto('findingWording')
			.values({ findingId, ...wording })
			.onConflict((conflict) =>
				conflict.columns(['findingId', 'revision']).doUpdateSet({ settledAt: wording.settledAt })
			)
			.execute();
	}
}

async function storeHead(trx: Trx, workshopId: string, field: HeadNote, after: Note): Promise<void> {
	const own = { [field === 'headline' ? 'headline' : 'nextStep']: textOf(after) };
	const moment = { changedAt: after.changedAt, byName: after.wordings.at(-1)?.byName ?? '' };
	await trx
		.insertInto('workshopResult')
		.values({ workshopId, headline: '', nextStep: '', ...own, ...moment })
		.onConflict((conflict) => conflict.column('workshopId').doUpdateSet({ ...own, ...moment }))
		.execute();
	await trx
		.deleteFrom('workshopResultWording')
		.where('workshopId', '=', workshopId)
		.where('field', '=', field)
		.execute();
	const rows = after.wordings.map((wording) => ({ workshopId, field, ...wording }));
	if (rows.length > 0) await trx.insertInto('workshopResultWording').values(rows).execute();
}
