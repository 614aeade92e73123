import type { Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { agendaOf } from './agenda.server.ts';
import { setCase, setQuestions } from './workshopParts.server.ts';
import { workshopsOf } from './workshops.server.ts';

/** Copies items and workshops with questions and cases to another gathering, without the people. */
export async function copyAgenda(trx: Trx, fromId: string, toId: string, rooms: Map<string, string>): Promise<void> {
	const items = new Map<string, string>();
	const topics = new Map<string, string>();
	const roomOf = (roomId: string | null) => (roomId === null ? null : (rooms.get(roomId) ?? null));
	for (const item of await agendaOf(trx, fromId)) {
		const { people: _, roomName: __, ...row } = item;
		const id = newId();
		items.set(item.id, id);
		await trx
			.insertInto('agendaItem')
			.values({ ...row, id, gatheringId: toId, roomId: roomOf(row.roomId), speakers: '' })
			.execute();
	}
	for (const workshop of await workshopsOf(trx, fromId)) {
		const { number, title, theme, aim, method, minSize, maxSize } = workshop;
		const id = newId();
		const topicId = workshop.topicId && (topics.get(workshop.topicId) ?? id);
		if (workshop.topicId && topicId) topics.set(workshop.topicId, topicId);
		await trx
			.insertInto('workshop')
			.values({
				...{ id, topicId, number, title, theme, aim, method, minSize, maxSize, gatheringId: toId, minuteTakerId: null },
				agendaItemId: items.get(workshop.agendaItemId ?? '') ?? null,
				roomId: roomOf(workshop.roomId)
			})
			.execute();
		await setQuestions(trx, id, workshop.questions);
		await setCase(trx, id, workshop.case);
	}
}
