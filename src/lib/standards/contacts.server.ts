import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { ContactInput } from './contact.form.ts';
import type { Standard } from './standard.ts';

/** Whom to reach, in their order, with the day on which that was last confirmed. */
export function contactsOf(db: Database, standardId: string) {
	return db
		.selectFrom('standardContact')
		.innerJoin('organisation', 'organisation.id', 'standardContact.organisationId')
		.where('standardId', '=', standardId)
		.orderBy('position')
		.selectAll('standardContact')
		.select(['organisation.name as organisationName', 'organisation.shortName'])
		.select((eb) =>
			eb
				.selectFrom('contactConfirmation')
				.whereRef('contactConfirmation.contactId', '=', 'standardContact.id')
				.select(({ fn }) => fn.max('onDay').as('onDay'))
				.as('confirmedOn')
		)
		.execute();
}

export type Contact = Awaited<ReturnType<typeof contactsOf>>[number];

/**
 * Adds a contact or corrects one. Contacts change while the text stays: they are no part of what was agreed. Corrected
 * ones count as confirmed on that day.
 */
export function saveContact(
	db: Database,
	by: Actor,
	standard: Standard,
	{ id, ...input }: ContactInput & { id: string | null }
): Promise<string | Refusal<'not_allowed' | 'unknown' | 'gone'>> {
	return inTransaction(db, async (trx) => {
		if (!standard.drafts) return refuse('not_allowed');
		const organisation = await trx
			.selectFrom('organisation')
			.where('id', '=', input.organisationId)
			.select('id')
			.executeTakeFirst();
		if (!organisation) return refuse('unknown');
		const contactId = id ?? newId();
		if (id === null) {
			const { last } = await trx
				.selectFrom('standardContact')
				.where('standardId', '=', standard.id)
				.select(({ fn }) => fn.max<number | null>('position').as('last'))
				.executeTakeFirstOrThrow();
			await trx
				.insertInto('standardContact')
				.values({ ...input, id: contactId, standardId: standard.id, position: (last ?? -1) + 1 })
				.execute();
		} else {
			const { numUpdatedRows } = await trx
				.updateTable('standardContact')
				.set(input)
				.where('id', '=', id)
				.where('standardId', '=', standard.id)
				.executeTakeFirst();
			if (numUpdatedRows === 0n) return refuse('gone');
		}
		await confirm(trx, by, contactId);
		await journal(trx, by, { verb: 'contact.saved', thing: `standard:${standard.id}` });
		return contactId;
	});
}

async function confirm(trx: Database, by: Actor, contactId: string): Promise<void> {
	await trx
		.insertInto('contactConfirmation')
		.values({ contactId, onDay: berlinDay(by.at), byName: by.name })
		.onConflict((conflict) => conflict.columns(['contactId', 'onDay']).doUpdateSet({ byName: by.name }))
		.execute();
}

/** May this account say that a contact still holds? Its own organisation knows best; who drafts may too. */
export function mayConfirm(
	standard: Pick<Standard, 'drafts'>,
	account: { organisationId: string | null },
	contact: Pick<Contact, 'organisationId'>
): boolean {
	return standard.drafts || account.organisationId === contact.organisationId;
}

/** Writes down that a contact still holds today. */
export function confirmContact(
	db: Database,
	by: Actor,
	account: { organisationId: string | null },
	standard: Standard,
	id: string
): Promise<true | Refusal<'not_allowed' | 'gone'>> {
	return inTransaction(db, async (trx) => {
		const contact = (await contactsOf(trx, standard.id)).find((one) => one.id === id);
		if (!contact) return refuse('gone');
		if (!mayConfirm(standard, account, contact)) return refuse('not_allowed');
		await confirm(trx, by, id);
		await journal(trx, by, { verb: 'contact.confirmed', thing: `standard:${standard.id}` });
		return true;
	});
}

/** Moves a contact one place up or down; at the end of the list nothing changes. */
export function moveContact(
	db: Database,
	by: Actor,
	standard: Standard,
	{ id, direction }: { id: string; direction: 'up' | 'down' }
): Promise<true | Refusal<'not_allowed' | 'gone'>> {
	return inTransaction(db, async (trx) => {
		if (!standard.drafts) return refuse('not_allowed');
		const contacts = await contactsOf(trx, standard.id);
		const from = contacts.findIndex((contact) => contact.id === id);
		if (from < 0) return refuse('gone');
		const to = from + (direction === 'up' ? -1 : 1);
		if (to < 0 || to >= contacts.length) return true;
		const order = contacts.map((contact) => contact.id);
		order.splice(to, 0, ...order.splice(from, 1));
		for (const [position, contactId] of order.entries())
			await trx.updateTable('standardContact').set({ position }).where('id', '=', contactId).execute();
		await journal(trx, by, { verb: 'contact.moved', thing: `standard:${standard.id}` });
		return true;
	});
}

/** Takes a contact off the list. */
export function removeContact(
	db: Database,
	by: Actor,
	standard: Standard,
	id: string
): Promise<true | Refusal<'not_allowed' | 'gone'>> {
	return inTransaction(db, async (trx) => {
		if (!standard.drafts) return refuse('not_allowed');
		const { numDeletedRows } = await trx
			.deleteFrom('standardContact')
			.where('id', '=', id)
			.where('standardId', '=', standard.id)
			.executeTakeFirst();
		if (numDeletedRows === 0n) return refuse('gone');
		await journal(trx, by, { verb: 'contact.removed', thing: `standard:${standard.id}` });
		return true;
	});
}
