import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import type { Announce } from '#lib/gatherings/announce.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { correctPerson, personById } from '#lib/people/persons.server.ts';
import type { Registration } from './registration.ts';
import { putWishes } from './records.server.ts';
import type { Particulars, Registrant } from './registrant.ts';

export interface Correction {
	person: Registrant;
	particulars: Particulars;
}

/**
 * Corrects what is stored of a registration. `mayWish`: the wishes are still open; else those stored stay.
 * People hear of it when something was changed that others rely on, not for food, needs or consents.
 */
export function correctRegistration(
	db: Database,
	by: Actor,
	before: Registration,
	{ person, particulars }: Correction,
	mayWish: boolean,
	announce: Announce
): Promise<void> {
	return inTransaction(db, async (trx) => {
		const isRenamed = await putPerson(trx, by, before, person);
		const wishes = mayWish ? await putWishes(trx, before.gatheringId, before.id, particulars.wishes) : before.wishes;
		await putParticulars(trx, by, before, particulars, person);
		const isRewished = wishes.join() !== before.wishes.join();
		if ((isRenamed || isRewished) && before.standing !== 'withdrawn') {
			const { gatheringId, id } = before;
			await announce(trx, { gatheringId, registrationIds: [id], occasion: 'corrected', at: by.at });
		}
		await journal(trx, by, {
			verb: 'registration.corrected',
			thing: `registration:${before.id}`,
			gatheringId: before.gatheringId
		});
	});
}

const FIELDS = ['title', 'firstName', 'lastName', 'email', 'organisationId', 'jobFunction'] as const;

async function putPerson(trx: Trx, by: Actor, before: Registration, typed: Registrant): Promise<boolean> {
	const person = await personById(trx, before.personId);
	if (!person || FIELDS.every((field) => person[field] === typed[field])) return false;
	const changed = Object.fromEntries(FIELDS.map((field) => [field, typed[field]]));
	await correctPerson(trx, by, person.id, { ...person, ...changed });
	return true;
}

async function putParticulars(trx: Trx, by: Actor, before: Registration, typed: Particulars, person: Registrant) {
	const { isNewcomer, supportNeed, catering, isListed, allowsPhotos } = typed;
	const isSameConsent = isListed === before.isListed && allowsPhotos === before.allowsPhotos;
	await trx
		.updateTable('registration')
		.set({ isNewcomer, supportNeed, catering, isListed, allowsPhotos })
		.set({ consentsAt: isSameConsent ? before.consentsAt : by.at })
		.set({ organisationName: person.organisationId ? '' : person.organisationName })
		.where('id', '=', before.id)
		.execute();
}
