import { sql } from 'kysely';
import type { Database } from '#lib/db/database.server.ts';
import { sideOf } from '#lib/people/side.ts';
import { byLastName, type Participant } from './participant.ts';

/** Everybody who has a place and has not withdrawn, by last name; two queries. */
export async function participantsOf(db: Database, gatheringId: string): Promise<Participant[]> {
	const rows = await db
		.selectFrom('registration')
		.innerJoin('admission', 'admission.registrationId', 'registration.id')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'registration.id')
		.innerJoin('person', 'person.id', 'registration.personId')
		.leftJoin('organisation', 'organisation.id', 'person.organisationId')
		.where('registration.gatheringId', '=', gatheringId)
		.where('registrationWithdrawal.at', 'is', null)
		.select(['registration.id as registrationId', 'personId', 'title', 'firstName', 'lastName', 'organisationId'])
		.select(['unit', 'jobFunction', 'level', 'email', 'language', 'isNewcomer', 'registeredAt'])
		.select([
			'organisation.kind as organisationKind',
			'organisation.side as organisationSide',
			'person.side as ownSide'
		])
		.select([
			sql<string>`coalesce(organisation.name, registration.organisation_name)`.as('organisationName'),
			sql<string>`coalesce(organisation.short_name, registration.organisation_name)`.as('organisationShortName')
		])
		.execute();
	const wishes = await wishesOf(db, gatheringId);
	return rows
		.map(({ ownSide, organisationSide, isNewcomer, ...row }) => ({
			...row,
			isNewcomer: isNewcomer === 1,
			side: sideOf(ownSide, organisationSide),
			wishes: wishes.get(row.registrationId) ?? []
		}))
		.sort(byLastName);
}

/** Wishes by registration, in order of rank; one query. */
export async function wishesOf(db: Database, gatheringId: string): Promise<Map<string, string[]>> {
	const rows = await db
		.selectFrom('wish')
		.innerJoin('registration', 'registration.id', 'wish.registrationId')
		.where('gatheringId', '=', gatheringId)
		.orderBy('rank')
		.select(['registrationId', 'workshopId'])
		.execute();
	const wishes = new Map<string, string[]>();
	for (const { registrationId, workshopId } of rows) {
		wishes.set(registrationId, [...(wishes.get(registrationId) ?? []), workshopId]);
	}
	return wishes;
}
