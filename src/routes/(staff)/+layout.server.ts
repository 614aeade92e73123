import { maySeeDirectory } from '#lib/accounts/account.ts';
import { signedIn } from '#lib/web/guard.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
	const account = signedIn(event);
	const { name, organisationShortName, isAdministrator } = account;
	return { me: { name, organisationShortName, isAdministrator, seesDirectory: maySeeDirectory(account) } };
};
