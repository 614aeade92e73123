import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { gatheringById } from '#lib/gatherings/gatherings.server.ts';
import { roomsOf } from '#lib/gatherings/rooms.server.ts';
import type { AgendaState } from '#lib/gatherings/stations.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { AgendaItem } from './agendaItem.ts';
import { type Programme, programmeOf } from './programme.ts';
import { warningsOf } from './warnings.ts';
import { workshopsOf } from './workshops.server.ts';

/** The items of a gathering's programme in the order of the day; two queries, however many there are. */
export async function agendaOf(db: Database, gatheringId: string): Promise<AgendaItem[]> {
	const items = await db
		.selectFrom('agendaItem')
		.leftJoin('room', 'room.id', 'agendaItem.roomId')
		.where('agendaItem.gatheringId', '=', gatheringId)
		.selectAll('agendaItem')
		.select('room.name as roomName')
		.orderBy('startTime')
		.orderBy('lengthMin')
		.orderBy('agendaItem.id')
		.execute();
	const people = await db
		.selectFrom('agendaItemPerson')
		.innerJoin('agendaItem', 'agendaItem.id', 'agendaItemPerson.agendaItemId')
		.innerJoin('person', 'person.id', 'agendaItemPerson.personId')
		.where('agendaItem.gatheringId', '=', gatheringId)
		.select(['agendaItemId', 'person.id', 'firstName', 'lastName', 'organisationId'])
		.orderBy('agendaItemPerson.position')
		.execute();
	const byItem = Map.groupBy(people, (person) => person.agendaItemId);
	return items.map((item) => ({
		...item,
		people: (byItem.get(item.id) ?? []).map(({ id, firstName, lastName, organisationId }) => ({
			id,
			name: `${firstName} ${lastName}`,
			organisationId
		}))
	}));
}

/** The draft of the programme as people would read it. */
export async function draftOf(db: Database, gathering: Gathering): Promise<Programme> {
	return programmeOf(gathering, await agendaOf(db, gathering.id), await workshopsOf(db, gathering.id));
}

/** Releases of the programme, the newest first; `content` is frozen. */
export async function releasesOf(db: Database, gatheringId: string) {
	const rows = await db
		.selectFrom('agendaRelease')
		.select(['number', 'releasedAt', 'releasedBy', 'content'])
		.where('gatheringId', '=', gatheringId)
		.orderBy('number', 'desc')
		.execute();
	return rows.map((row) => ({ ...row, content: JSON.parse(row.content) as Programme }));
}

/** Freezes the draft as the next numbered release. */
export function releaseAgenda(
	db: Database,
	by: Actor,
	gathering: Gathering
): Promise<{ number: number } | Refusal<'empty' | 'unchanged'>> {
	return inTransaction(db, async (trx) => {
		const draft = await draftOf(trx, gathering);
		if (draft.items.length === 0) return refuse('empty');
		const [last] = await releasesOf(trx, gathering.id);
		const content = JSON.stringify(draft);
		if (last && JSON.stringify(last.content) === content) return refuse('unchanged');
		const number = (last?.number ?? 0) + 1;
		await trx
			.insertInto('agendaRelease')
			.values({ id: newId(), gatheringId: gathering.id, number, releasedAt: by.at, releasedBy: by.name, content })
			.execute();
		await journal(trx, by, {
			verb: 'agenda.released',
			thing: `gathering:${gathering.id}`,
			gatheringId: gathering.id,
			particulars: { number, items: draft.items.length }
		});
		return { number };
	});
}

/** How far the programme is. */
export async function agendaState(db: Database, gatheringId: string, admitted = 0): Promise<AgendaState> {
	const gathering = await gatheringById(db, gatheringId);
	if (!gathering) return { items: 0, workshops: 0, warnings: 0, releasedNumber: null, differsFromRelease: false };
	const [items, workshops] = [await agendaOf(db, gatheringId), await workshopsOf(db, gatheringId)];
	const rooms = await roomsOf(db, gatheringId);
	const { startTime, endTime } = gathering;
	const [last] = await releasesOf(db, gatheringId);
	return {
		items: items.length,
		workshops: workshops.length,
		warnings: warningsOf({ startTime, endTime, items, workshops, rooms, admitted }).length,
		releasedNumber: last?.number ?? null,
		differsFromRelease:
			last !== undefined && JSON.stringify(last.content) !== JSON.stringify(programmeOf(gathering, items, workshops))
	};
}
