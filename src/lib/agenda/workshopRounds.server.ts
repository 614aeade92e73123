import type { Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { freeNumber, type Workshop } from './workshop.ts';
import { noteWorkshop, setCase, setModerators, setQuestions } from './workshopParts.server.ts';
import { workshopsOf } from './workshops.server.ts';

/** Ids of a workshop in all its rounds. */
export async function roundsOfWorkshop(trx: Trx, { id, gatheringId, topicId }: Workshop): Promise<string[]> {
	if (topicId === null) return [id];
	const rows = await trx
		.selectFrom('workshop')
		.select('id')
		.where('gatheringId', '=', gatheringId)
		.where('topicId', '=', topicId)
		.execute();
	return rows.map((row) => row.id);
}

/** What a workshop is about is written once: title, theme, aim, method and questions hold for all its rounds. */
export async function shareWords(trx: Trx, gatheringId: string, id: string): Promise<void> {
	const workshop = (await workshopsOf(trx, gatheringId)).find((other) => other.id === id);
	if (!workshop || workshop.topicId === null) return;
	const { title, theme, aim, method, questions } = workshop;
	const others = (await roundsOfWorkshop(trx, workshop)).filter((other) => other !== id);
	await trx.updateTable('workshop').set({ title, theme, aim, method }).where('id', 'in', others).execute();
	for (const other of others) await setQuestions(trx, other, questions);
}

/** Holds a workshop in more items of the programme too: one topic, the same words, people and room. */
export async function repeatWorkshop(
	trx: Trx,
	by: Actor,
	gatheringId: string,
	id: string,
	itemIds: readonly string[]
): Promise<void> {
	if (itemIds.length === 0) return;
	const items = trx.selectFrom('agendaItem').select('id').where('gatheringId', '=', gatheringId);
	const known = await items.where('id', 'in', itemIds).execute();
	for (const item of known) {
		const all = await workshopsOf(trx, gatheringId);
		const workshop = all.find((other) => other.id === id);
		if (workshop) await repeatOnce(trx, by, workshop, item.id, all);
	}
}

async function repeatOnce(trx: Trx, by: Actor, workshop: Workshop, itemId: string, all: Workshop[]): Promise<void> {
	const topicId = workshop.topicId ?? workshop.id;
	const beside = all.filter((other) => other.agendaItemId === itemId);
	if (workshop.agendaItemId === itemId || beside.some((other) => other.topicId === topicId)) return;
	const { gatheringId, title, theme, aim, method, roomId, minSize, maxSize } = workshop;
	const taken = beside.map((other) => other.number);
	const number = taken.includes(workshop.number) ? freeNumber(taken) : workshop.number;
	const id = newId();
	const row = { id, gatheringId, number, title, theme, aim, method, roomId, minSize, maxSize };
	await trx.updateTable('workshop').set({ topicId }).where('id', '=', workshop.id).execute();
	await trx
		.insertInto('workshop')
		.values({ ...row, topicId, agendaItemId: itemId, minuteTakerId: workshop.minuteTaker?.id ?? null })
		.execute();
	const moderators = workshop.moderators.map((person) => person.id);
	await setModerators(trx, id, moderators);
	await setQuestions(trx, id, workshop.questions);
	await setCase(trx, id, workshop.case);
	await noteWorkshop(trx, by, gatheringId, 'workshop.added', id);
}
