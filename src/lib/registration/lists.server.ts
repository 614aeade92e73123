import { sql } from 'kysely';
import type { Database } from '#lib/db/database.server.ts';
import { sideOf } from '#lib/people/side.ts';
import type { ListedRegistration } from './list.ts';
import { byLastName, type Standing } from './participant.ts';

/** All registrations of a gathering for the office, by last name; one query however many they are. */
export async function registrationsOf(db: Database, gatheringId: string): Promise<ListedRegistration[]> {
	const rows = await db
		.selectFrom('registration')
		.innerJoin('person', 'person.id', 'registration.personId')
		.leftJoin('organisation', 'organisation.id', 'person.organisationId')
		.leftJoin('admission', 'admission.registrationId', 'registration.id')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'registration.id')
		.leftJoin('substitution', 'substitution.registrationId', 'registration.id')
		.leftJoin('registration as other', 'other.id', 'substitution.substituteId')
		.leftJoin('person as stand', 'stand.id', 'other.personId')
		.where('registration.gatheringId', '=', gatheringId)
		.select(['registration.id', 'registration.ordinal', 'registration.registeredAt', 'registration.channel'])
		.select(['person.title', 'person.firstName', 'person.lastName', 'person.organisationId', 'person.jobFunction'])
		.select([
			'person.email',
			'registration.isNewcomer',
			'person.side as ownSide',
			'organisation.side as organisationSide'
		])
		.select(['admission.how', 'registrationWithdrawal.at as withdrawnAt'])
		.select([
			sql<string>`coalesce(organisation.name, registration.organisation_name)`.as('organisationName'),
			sql<string>`coalesce(stand.first_name || ' ' || stand.last_name, '')`.as('substitute')
		])
		.execute();
	return rows
		.map(({ ownSide, organisationSide, isNewcomer, ...row }) => ({
			...row,
			isNewcomer: isNewcomer === 1,
			side: sideOf(ownSide, organisationSide),
			standing: standingOf(row)
		}))
		.sort(byLastName);
}

function standingOf(row: { how: string | null; withdrawnAt: string | null }): Standing {
	if (row.withdrawnAt !== null) return 'withdrawn';
	return row.how === null ? 'waiting' : 'seat';
}

/** One who needs something on the day. */
export interface Need {
	registrationId: string;
	firstName: string;
	lastName: string;
	organisationName: string;
	supportNeed: string;
}

/** Food by kind and needs by person, of everybody who has a place; for the organizing office only. Two queries. */
export async function needsOf(db: Database, gatheringId: string) {
	const base = db
		.selectFrom('registration')
		.innerJoin('admission', 'admission.registrationId', 'registration.id')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'registration.id')
		.where('registration.gatheringId', '=', gatheringId)
		.where('registrationWithdrawal.at', 'is', null);
	const catering = await base
		.groupBy('catering')
		.orderBy('catering')
		.select((eb) => ['catering', eb.fn.countAll<number>().as('count')])
		.execute();
	const needs: Need[] = await base
		.innerJoin('person', 'person.id', 'registration.personId')
		.leftJoin('organisation', 'organisation.id', 'person.organisationId')
		.where('supportNeed', '!=', '')
		.select(['registration.id as registrationId', 'firstName', 'lastName', 'supportNeed'])
		.select(sql<string>`coalesce(organisation.name, registration.organisation_name)`.as('organisationName'))
		.execute();
	return { catering, needs: needs.sort(byLastName) };
}
