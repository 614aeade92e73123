import { sql } from 'kysely';
import type { Database } from '#lib/db/database.server.ts';
import type { Standing } from './participant.ts';
import type { Registration } from './registration.ts';

/** A registration of this gathering; two queries. An id of another gathering finds nothing. */
export async function registrationIn(db: Database, gatheringId: string, id: string): Promise<Registration | undefined> {
	const row = await whole(db)
		.where('registration.id', '=', id)
		.where('registration.gatheringId', '=', gatheringId)
		.executeTakeFirst();
	if (!row) return undefined;
	const wishes = await db
		.selectFrom('wish')
		.select('workshopId')
		.where('registrationId', '=', id)
		.orderBy('rank')
		.execute();
	const standing: Standing = row.withdrawnAt !== null ? 'withdrawn' : row.how === null ? 'waiting' : 'seat';
	const { before, ...rest } = row;
	const position = standing === 'waiting' ? before + 1 : 0;
	return { ...rest, standing, position, wishes: wishes.map(({ workshopId }) => workshopId) };
}

const WAITING_BEFORE = sql<number>`(select count(*) from registration as earlier
	where earlier.gathering_id = registration.gathering_id and earlier.ordinal < registration.ordinal
	and not exists (select 1 from admission where registration_id = earlier.id)
	and not exists (select 1 from registration_withdrawal where registration_id = earlier.id))`;

function whole(db: Database) {
	return db
		.selectFrom('registration')
		.innerJoin('person', 'person.id', 'registration.personId')
		.leftJoin('organisation', 'organisation.id', 'person.organisationId')
		.leftJoin('admission', 'admission.registrationId', 'registration.id')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'registration.id')
		.leftJoin('substitution', 'substitution.registrationId', 'registration.id')
		.leftJoin('registration as other', 'other.id', 'substitution.substituteId')
		.leftJoin('person as stand', 'stand.id', 'other.personId')
		.select(['registration.id', 'registration.gatheringId', 'registration.personId', 'registration.isNewcomer'])
		.select(['registration.supportNeed', 'registration.catering', 'registration.isListed', 'registration.allowsPhotos'])
		.select(['registration.consentsAt', 'registration.registeredAt', 'registration.channel', 'registration.language'])
		.select(['registration.remark', 'person.title', 'person.firstName', 'person.lastName', 'person.email'])
		.select(['person.organisationId', 'person.jobFunction', 'admission.at as admittedAt', 'admission.how'])
		.select(['registrationWithdrawal.at as withdrawnAt', 'registrationWithdrawal.byName as withdrawnBy'])
		.select(['registrationWithdrawal.reason as withdrawalReason', 'substitution.substituteId'])
		.select([
			sql<string>`coalesce(organisation.name, registration.organisation_name)`.as('organisationName'),
			sql<string | null>`stand.first_name || ' ' || stand.last_name`.as('substituteName'),
			WAITING_BEFORE.as('before')
		]);
}
