import type { Trx } from '#lib/db/database.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { addPerson, findPerson } from '#lib/people/persons.server.ts';
import type { Channel, Registrant } from './registrant.ts';

/**
 * The person who registers, added when not known yet.
 * From outside, only the same name with the same mail is the same person: whoever types a colleague's name with another
 * address neither gets her mail nor changes her entry. The office may also mean somebody by name and organisation.
 */
export async function personOf(trx: Trx, by: Actor, who: Registrant, channel: Channel): Promise<string> {
	const known = await findPerson(trx, who);
	const isSameMail = known && who.email !== '' && known.email.toLowerCase() === who.email.toLowerCase();
	const isTrusted = channel === 'office' || channel === 'list';
	if (known && (isSameMail || isTrusted)) return known.id;
	const { title, firstName, lastName, email, organisationId, jobFunction } = who;
	return addPerson(trx, by, {
		title,
		firstName,
		lastName,
		email,
		organisationId: await knownOrganisation(trx, organisationId),
		jobFunction,
		salutation: '',
		unit: '',
		level: '',
		side: null
	});
}

/** The id when there is such an organisation; an invented one counts as none. */
async function knownOrganisation(trx: Trx, id: string | null): Promise<string | null> {
	if (!id) return null;
	const row = await trx.selectFrom('organisation').select('id').where('id', '=', id).executeTakeFirst();
	return row?.id ?? null;
}
