import { fail } from '@sveltejs/kit';
import { confirmContact, contactsOf, mayConfirm, moveContact, removeContact } from '#lib/standards/contacts.server.ts';
import { draftedFor, standardFor } from '#lib/standards/standards.server.ts';
import { currentVersion } from '#lib/standards/versions.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const standard = found(await standardFor(db, account, event.params.id));
	const contacts = await contactsOf(db, standard.id);
	return {
		...{ standard, contacts, steps: (await currentVersion(db, standard.id))?.text.steps ?? [] },
		mine: contacts.filter((contact) => mayConfirm(standard, account, contact)).map(({ id }) => id)
	};
};

export const actions: Actions = {
	confirm: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const standard = found(await standardFor(db, account, event.params.id));
		const id = String((await event.request.formData()).get('contactId') ?? '');
		const answer = await confirmContact(db, by, account, standard, id);
		if (isRefused(answer)) return fail(409, { refused: answer.refused });
		return answered(event, { confirmed: id }, `#contact-${id}`);
	},

	move: async (event) => {
		const standard = found(await draftedFor(event.locals.db, signedIn(event), event.params.id));
		const [direction, id = ''] = String((await event.request.formData()).get('move') ?? '').split(':');
		const move = { id, direction: direction === 'up' ? ('up' as const) : ('down' as const) };
		const answer = await moveContact(event.locals.db, event.locals.by, standard, move);
		if (isRefused(answer)) return fail(409, { refused: answer.refused });
		return answered(event, { moved: id }, `#contact-${id}`);
	},

	remove: async (event) => {
		const standard = found(await draftedFor(event.locals.db, signedIn(event), event.params.id));
		const id = String((await event.request.formData()).get('contactId') ?? '');
		const answer = await removeContact(event.locals.db, event.locals.by, standard, id);
		if (isRefused(answer)) return fail(409, { refused: answer.refused });
		return answered(event, { removed: id });
	}
};
