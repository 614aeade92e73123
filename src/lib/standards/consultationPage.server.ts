import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import { allConsultations, askedOrganisations, commentsOf } from './consultations.server.ts';
import type { Standard } from './standard.ts';

/** The consultations of a standard with what was said; and for whom this account may speak while one is open. */
export async function consultationPage(db: Database, account: Account, standard: Standard, todayOn: string) {
	const consultations = await allConsultations(db, standard.id);
	const [newest] = consultations;
	const isOpen = standard.state === 'consultation' && newest !== undefined && newest.closesOn >= todayOn;
	const asked = newest && isOpen ? await askedOrganisations(db, standard, newest.versionId, todayOn) : [];
	return {
		...{ consultations, isOpen, comments: await commentsOf(db, standard.id) },
		speaksFor: standard.drafts ? asked : asked.filter(({ id }) => id === account.organisationId),
		ownId: account.organisationId ?? '',
		mayAnswer: standard.drafts && ['consultation', 'drafting', 'under_review'].includes(standard.state)
	};
}
