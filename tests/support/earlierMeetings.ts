import type { Database } from '#lib/db/database.server.ts';

/** A circle that has met before, by hand: its people, gatherings, released groups. */

export const NOW = '2026-10-20T08:00:00.000Z';
export const PEOPLE = ['ada', 'bea', 'cem', 'dia', 'eli', 'fay'];

/** Two circles, two organisations and six people; three of the youth office. */
export async function foundCircle(db: Database): Promise<void> {
	await db
		.insertInto('circle')
		.values([
			{ id: 'rt', name: 'Runder Tisch', kind: 'round_table', purpose: '', rhythm: '', createdAt: NOW },
			{ id: 'else', name: 'Andere Runde', kind: 'round_table', purpose: '', rhythm: '', createdAt: NOW }
		])
		.execute();
	const organisation = { town: '', mailDomain: '', dataProtectionLaw: 'DSGVO', createdAt: NOW };
	await db
		.insertInto('organisation')
		.values([
			{
				...organisation,
				id: 'ja',
				name: 'Jugendamt',
				shortName: 'JA',
				kind: 'public_youth_office',
				side: 'youth_office'
			},
			{ ...organisation, id: 'fp', name: 'Träger', shortName: 'FP', kind: 'free_provider', side: 'outpatient' }
		])
		.execute();
	const person = { title: '', salutation: '', unit: '', jobFunction: '', level: '', side: null, createdAt: NOW };
	await db
		.insertInto('person')
		.values(
			PEOPLE.map((id, i) => ({
				...{ ...person, id, firstName: id, lastName: id, email: '', changedAt: NOW },
				organisationId: i < 3 ? 'ja' : 'fp'
			}))
		)
		.execute();
}

/** A gathering of a circle with everybody registered and admitted. */
export async function gather(
	db: Database,
	id: string,
	dateOn: string,
	circleId: string | null = 'rt',
	people = PEOPLE
): Promise<void> {
	const empty = { subtitle: '', guidingQuestion: '', aims: '', place: '', address: '', accessibility: '' };
	const contact = { onlineUrl: '', contactName: '', contactEmail: '', contactPhone: '' };
	const time = { dateOn, startTime: '09:00', endTime: '16:00' };
	await db
		.insertInto('gathering')
		.values({ ...empty, ...contact, ...time, id, circleId, kind: 'conference_day', title: id, createdAt: NOW })
		.execute();
	for (const [ordinal, personId] of people.entries()) {
		const words = { supportNeed: '', catering: '', organisationName: '', remark: '' };
		const flags = { isNewcomer: 0 as const, isListed: 1 as const, allowsPhotos: 0 as const };
		const times = { registeredAt: NOW, consentsAt: NOW };
		const row = { id: `${id}-${personId}`, gatheringId: id, personId, ordinal, channel: 'web' as const };
		await db
			.insertInto('registration')
			.values({ ...words, ...flags, ...times, ...row, language: 'de' })
			.execute();
		await db.insertInto('admission').values({ registrationId: row.id, at: NOW, how: 'seat' }).execute();
	}
}

/** Releases groups: lists of people, one list per group. */
export async function release(db: Database, id: string, groups: string[][], number = 1): Promise<void> {
	const planReleaseId = `${id} ${number}`;
	await db
		.insertInto('planRelease')
		.values({ id: planReleaseId, gatheringId: id, number, releasedAt: NOW, releasedBy: '', reason: '', broken: '[]' })
		.execute();
	const rows = groups.flatMap((people, i) =>
		people.map((person) => ({ planReleaseId, registrationId: `${id}-${person}`, workshopId: `${id}-w${i}` }))
	);
	await db.insertInto('releasedPlace').values(rows).execute();
}

export async function withdraw(db: Database, registrationId: string): Promise<void> {
	await db.insertInto('registrationWithdrawal').values({ registrationId, at: NOW, byName: '', reason: '' }).execute();
}
