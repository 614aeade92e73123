import { error, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';

/** What a loading query found, or 404: whoever may not see a thing does not learn that it exists. */
export function found<T>(thing: T | undefined | null): T {
	if (thing === undefined || thing === null) error(404, m.web_not_found());
	return thing;
}

interface StaffEvent<Account> {
	locals: { account: Account | undefined };
	url: URL;
	request: Request;
}

/** The account that is logged in; first line of every staff load and action. */
export function signedIn<Account>(event: StaffEvent<Account>): Account {
	const { account } = event.locals;
	if (account) return account;
	if (event.request.method === 'GET') {
		redirect(303, `/login?to=${encodeURIComponent(event.url.pathname + event.url.search)}`);
	}
	error(401, m.web_signed_out());
}
