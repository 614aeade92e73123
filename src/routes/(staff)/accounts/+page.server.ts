import { fail, type RequestEvent } from '@sveltejs/kit';
import { colleagueForm } from '#lib/accounts/account.form.ts';
import { closeAccount, colleaguesFor } from '#lib/accounts/accounts.server.ts';
import { invitationLinkFor, inviteColleague, moveColleague } from '#lib/accounts/colleagues.server.ts';
import { canSendMail, mailAccountInvitation } from '#lib/invitations/accountMail.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { organisationsOf } from '#lib/people/organisations.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const colleagues = await colleaguesFor(db, account);
	const organisations = account.isAdministrator ? await organisationsOf(db) : [];
	return { colleagues, organisations, canSendMail: canSendMail(), ownId: account.id };
};

/** The address under which a colleague chooses her password; for handing over by other means than mail. */
async function linkFor(event: RequestEvent, id: string): Promise<string> {
	const token = found(await invitationLinkFor(event.locals.db, signedIn(event), id, event.locals.now));
	return new URL(`/invitation/${token}`, event.url.origin).href;
}

export const actions: Actions = {
	invite: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const form = readForm(colleagueForm, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values });
		const input = { ...form.data, isAdministrator: form.data.isAdministrator === 1 };
		const answer = await inviteColleague(db, by, account, input, mailAccountInvitation);
		if (isRefused(answer)) {
			const sentence = answer.refused === 'known' ? m.accounts_known() : m.accounts_not_yours();
			return fail(400, { issues: { email: sentence } as Record<string, string>, values: form.values });
		}
		// Without a mail server nothing leaves by itself: the link is shown at once.
		return { invited: input.name, ...(canSendMail() ? {} : { link: await linkFor(event, answer.id) }) };
	},

	link: async (event) => {
		signedIn(event);
		const id = String((await event.request.formData()).get('id') ?? '');
		return { link: await linkFor(event, id) };
	},

	move: async (event) => {
		const account = signedIn(event);
		const form = await event.request.formData();
		const [id, organisationId] = [String(form.get('id') ?? ''), String(form.get('organisationId') ?? '') || null];
		found((await moveColleague(event.locals.db, event.locals.by, account, id, organisationId)) || undefined);
		return { moved: true };
	},

	close: async (event) => {
		const account = signedIn(event);
		const id = String((await event.request.formData()).get('id') ?? '');
		found((await closeAccount(event.locals.db, event.locals.by, account, id)) || undefined);
		return { closed: true };
	}
};
