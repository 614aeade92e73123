import type { Account } from '#lib/accounts/account.ts';

/** Somebody who logs in, for tests of use cases: organizes, unless said otherwise. */
export function account(organisationId: string | null, more: Partial<Account> = {}): Account {
	return {
		...{ id: 'a', email: 'a@example.org', name: 'A', organisationName: '', organisationShortName: '', language: 'de' },
		...{ organisationId, isAdministrator: false, organizes: true, ...more }
	};
}
