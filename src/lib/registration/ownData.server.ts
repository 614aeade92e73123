import type { Database } from '#lib/db/database.server.ts';
import type { Registration } from './registration.ts';

/** What somebody takes away of herself: everything stored of her in this gathering, and nothing of anybody else. */
export async function ownData(db: Database, registration: Registration, workshopTitles: ReadonlyMap<string, string>) {
	const { wishes, withdrawalReason, withdrawnAt } = registration;
	const person = await db
		.selectFrom('person')
		.select(['title', 'salutation', 'firstName', 'lastName', 'unit', 'jobFunction', 'level', 'email'])
		.select(['createdAt', 'changedAt'])
		.where('id', '=', registration.personId)
		.executeTakeFirstOrThrow();
	const links = await db
		.selectFrom('personalLink')
		.select(['createdAt', 'revokedAt'])
		.where('registrationId', '=', registration.id)
		.orderBy('createdAt')
		.execute();
	return {
		person: { ...person, organisation: registration.organisationName },
		registration: {
			standing: registration.standing,
			registeredAt: registration.registeredAt,
			channel: registration.channel,
			language: registration.language,
			isNewcomer: registration.isNewcomer === 1,
			supportNeed: registration.supportNeed,
			catering: registration.catering,
			isListed: registration.isListed === 1,
			allowsPhotos: registration.allowsPhotos === 1,
			consentsAt: registration.consentsAt,
			admittedAt: registration.admittedAt,
			withdrawal: withdrawnAt === null ? null : { at: withdrawnAt, reason: withdrawalReason },
			wishes: wishes.map((id, index) => ({ rank: index + 1, workshop: workshopTitles.get(id) ?? id }))
		},
		personalLinks: links
	};
}
