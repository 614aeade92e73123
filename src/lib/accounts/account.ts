import type { Language } from '#lib/time/wording.ts';

/** A colleague who can log in. Rights come from the organisation: it hosts gatherings and holds seats. */
export interface Account {
	id: string;
	email: string;
	name: string;
	organisationId: string | null;
	organisationName: string;
	organisationShortName: string;
	isAdministrator: boolean;
	/** True when the organisation hosts a gathering; opens the directory of persons. */
	organizes: boolean;
	language: Language;
}

/** Administrators and organizers work with lists of people; members of a circle do not. */
export function maySeeDirectory(account: Account): boolean {
	return account.isAdministrator || account.organizes;
}

/** Colleagues are invited by their own organisation, or by an administrator. */
export function mayInviteTo(account: Account, organisationId: string | null): boolean {
	return account.isAdministrator || (organisationId !== null && account.organisationId === organisationId);
}
