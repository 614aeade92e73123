import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import { SIDES_AT_MOST } from './profile.ts';
import { profileChoice, profiledOrganisations } from './profiles.server.ts';

/**
 * Profiles side by side: those asked for, in that order, each once.
 * @param amongIds members of a circle; without any chosen, those of them who have a profile come first
 */
export async function profileSides(db: Database, account: Account, askedIds: readonly string[], amongIds?: string[]) {
	const all = await profiledOrganisations(db, account);
	const offered = amongIds ? all.filter(({ id }) => amongIds.includes(id)) : all;
	const [written, unwritten] = [offered.filter(({ profile }) => profile), offered.filter(({ profile }) => !profile)];
	const chosen = [...new Set(askedIds)].flatMap((id) => all.find((one) => one.id === id) ?? []);
	const proposed = amongIds && askedIds.length === 0 ? [...written, ...unwritten] : chosen;
	return {
		sides: proposed.slice(0, SIDES_AT_MOST),
		written: written.map(profileChoice),
		unwritten: unwritten.map(profileChoice)
	};
}
