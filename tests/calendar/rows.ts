import type { Insertable } from 'kysely';
import type { Database } from '#lib/db/database.server.ts';
import type { GatheringTable, MessageTable } from '#migrations/schema.ts';

export const NOW = '2026-10-05T08:00:00.000Z';

const GATHERING: Insertable<GatheringTable> = {
	id: 'day',
	kind: 'conference_day',
	title: 'Heute schon zusammengearbeitet?',
	subtitle: '',
	guidingQuestion: '',
	aims: '',
	dateOn: '2026-11-12',
	startTime: '08:30',
	endTime: '16:00',
	place: 'Kulturhalle Grünlohe',
	address: 'Am Weiher 1',
	accessibility: '',
	onlineUrl: '',
	contactName: 'Nadja Wojciechowski',
	contactEmail: 'nadja@kja.example.org',
	contactPhone: '',
	circleId: null,
	createdAt: NOW
};

export async function insertGathering(db: Database, other: Partial<Insertable<GatheringTable>> = {}): Promise<void> {
	await db
		.insertInto('gathering')
		.values({ ...GATHERING, ...other })
		.execute();
}

export interface PersonRow {
	firstName?: string;
	lastName?: string;
	email?: string;
	language?: 'de' | 'en';
	gatheringId?: string;
	/** false: on the waiting list. */
	isAdmitted?: boolean;
}

/** A person with a registration; its id is the one given. */
export async function insertRegistration(db: Database, id: string, row: PersonRow = {}): Promise<void> {
	const { firstName = 'Kim', lastName = 'Lorenzen', email = `${id}@example.org` } = row;
	const personId = `person-${id}`;
	const text = { title: '', salutation: '', unit: '', jobFunction: '', level: '' };
	await db
		.insertInto('person')
		.values({
			...text,
			id: personId,
			firstName,
			lastName,
			email,
			organisationId: null,
			side: 'partner',
			createdAt: NOW,
			changedAt: NOW
		})
		.execute();
	const { count } = await db
		.selectFrom('registration')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	await db
		.insertInto('registration')
		.values({
			id,
			gatheringId: row.gatheringId ?? 'day',
			personId,
			ordinal: count + 1,
			registeredAt: NOW,
			channel: 'web',
			language: row.language ?? 'de',
			isNewcomer: 0,
			supportNeed: '',
			catering: '',
			isListed: 1,
			allowsPhotos: 0,
			consentsAt: NOW,
			organisationName: '',
			remark: ''
		})
		.execute();
	if (row.isAdmitted !== false)
		await db.insertInto('admission').values({ registrationId: id, at: NOW, how: 'seat' }).execute();
}

/** Two workshops at 10.45 in their rooms. */
export async function insertWorkshops(db: Database): Promise<void> {
	const item = { kind: 'workshops', title: '', note: '', startTime: '10:45', lengthMin: 120, place: '', speakers: '' };
	await db
		.insertInto('agendaItem')
		.values({ ...item, id: 'item', gatheringId: 'day', roomId: null })
		.execute();
	for (const [number, room] of [
		[1, 'Raum Grünlohe'],
		[2, 'Sitzungssaal Seetal']
	] as const) {
		await db
			.insertInto('room')
			.values({
				id: `room${number}`,
				gatheringId: 'day',
				position: number,
				name: room,
				capacity: 30,
				isStepFree: 1,
				note: ''
			})
			.execute();
		await db
			.insertInto('workshop')
			.values({
				id: `workshop${number}`,
				gatheringId: 'day',
				agendaItemId: 'item',
				number,
				title: `Thema ${number}`,
				theme: '',
				aim: '',
				method: '',
				roomId: `room${number}`,
				minSize: 0,
				maxSize: 30,
				minuteTakerId: null
			})
			.execute();
	}
}

/** A released plan: registration → workshop. */
export async function releasePlaces(db: Database, number: number, places: Record<string, string>): Promise<void> {
	const release = { releasedAt: NOW, releasedBy: 'Nadja', reason: '', broken: '[]' };
	await db
		.insertInto('planRelease')
		.values({ ...release, id: `plan${number}`, gatheringId: 'day', number })
		.execute();
	for (const [registrationId, workshopId] of Object.entries(places)) {
		await db
			.insertInto('releasedPlace')
			.values({ planReleaseId: `plan${number}`, registrationId, workshopId })
			.execute();
	}
}

/** A message straight into the outbox, released and due. */
export async function insertMessage(db: Database, row: Partial<Insertable<MessageTable>> = {}): Promise<number> {
	const { id } = await db
		.insertInto('message')
		.values({
			gatheringId: 'day',
			registrationId: null,
			accountId: null,
			kind: 'circular',
			language: 'de',
			toName: 'Kim Lorenzen',
			toAddress: 'kim@example.org',
			subject: 'Betreff',
			body: 'Guten Tag',
			calendar: null,
			createdAt: NOW,
			dueAt: NOW,
			clearedAt: NOW,
			...row
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export function withdraw(db: Database, registrationId: string) {
	return db
		.insertInto('registrationWithdrawal')
		.values({ registrationId, at: NOW, byName: 'Kim', reason: '' })
		.execute();
}
