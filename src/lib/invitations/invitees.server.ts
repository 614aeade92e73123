import { sql } from 'kysely';
import type { Database } from '#lib/db/database.server.ts';
import { addMinutes } from '#lib/time/clock.ts';
import type { Language } from '#lib/time/wording.ts';
import type { GroupPart } from './calendarContent.ts';

/** Somebody whom a letter about a gathering may concern. */
export interface Invitee {
	registrationId: string;
	/** Full name. */
	name: string;
	address: string;
	language: Language;
	standing: 'seat' | 'waiting' | 'withdrawn';
	/** Groups of the last released plan. */
	groups: GroupPart[];
}

/** The people with these registrations, or all of a gathering; two queries, however many they are. */
export async function inviteesOf(
	db: Database,
	gatheringId: string,
	registrationIds: readonly string[] | 'all'
): Promise<Invitee[]> {
	const rows = await db
		.selectFrom('registration')
		.innerJoin('person', 'person.id', 'registration.personId')
		.leftJoin('admission', 'admission.registrationId', 'registration.id')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'registration.id')
		.where('gatheringId', '=', gatheringId)
		.$if(registrationIds !== 'all', (query) => query.where('registration.id', 'in', [...registrationIds]))
		.select(['registration.id', 'title', 'firstName', 'lastName', 'email', 'language'])
		.select(
			sql<Invitee['standing']>`case when registration_withdrawal.at is not null then 'withdrawn'
				when admission.at is not null then 'seat' else 'waiting' end`.as('standing')
		)
		.orderBy('ordinal')
		.execute();
	const groups = await groupsOf(db, gatheringId, registrationIds);
	return rows.map(({ id, title, firstName, lastName, email, language, standing }) => ({
		registrationId: id,
		name: [title, firstName, lastName].filter(Boolean).join(' '),
		address: email,
		language,
		standing,
		groups: groups.get(id) ?? []
	}));
}

async function groupsOf(db: Database, gatheringId: string, registrationIds: readonly string[] | 'all') {
	const rows = await db
		.selectFrom('releasedPlace')
		.innerJoin('workshop', 'workshop.id', 'releasedPlace.workshopId')
		.leftJoin('room', 'room.id', 'workshop.roomId')
		.leftJoin('agendaItem', 'agendaItem.id', 'workshop.agendaItemId')
		.where('planReleaseId', '=', (eb) =>
			eb
				.selectFrom('planRelease')
				.select('id')
				.where('gatheringId', '=', gatheringId)
				.orderBy('number', 'desc')
				.limit(1)
		)
		.$if(registrationIds !== 'all', (query) => query.where('registrationId', 'in', [...registrationIds]))
		.select(['registrationId', 'number', 'workshop.title', 'room.name as room', 'startTime', 'lengthMin'])
		.execute();
	const groups = new Map<string, GroupPart[]>();
	for (const { registrationId, number, title, room, startTime, lengthMin } of rows) {
		const endTime = startTime && lengthMin ? addMinutes(startTime, lengthMin) : null;
		const group = { number, title, room: room ?? '', startTime, endTime };
		groups.set(registrationId, [...(groups.get(registrationId) ?? []), group]);
	}
	return groups;
}
