import { m } from '#lib/paraglide/messages.js';
import { type Bank, bankOf } from './votingOrganisation.ts';

/** What a group was asked to do, by whom, and what it has reported. */
export interface Mandate {
	id: string;
	text: string;
	reportsToId: string;
	reportsToName: string;
	givenOn: string;
	reportDueOn: string;
	decisionId: string | null;
	/** The question of the decision that set it up. */
	decisionTitle: string | null;
	/** The result of a workshop it goes back to. */
	finding: string | null;
	findingId: string | null;
	/** The newest first. */
	reports: MandateReport[];
}

export interface MandateReport {
	id: string;
	at: string;
	byName: string;
	text: string;
	isFinal: boolean;
}

export interface Member {
	personId: string;
	name: string;
	organisationName: string | null;
	side: string | null;
	sinceOn: string;
}

/** True once the final report is there. */
export function isDone(mandate: { reports: readonly { isFinal: boolean }[] }): boolean {
	return mandate.reports.some(({ isFinal }) => isFinal);
}

const ONLY: Record<Bank, () => string> = {
	youth_office: m.circles_group_only_youth_offices,
	provider: m.circles_group_only_providers,
	partner: m.circles_group_only_partners
};

/** A warning in words when all members come from one side; nothing otherwise. */
export function oneSidedSentence(members: readonly { side: string | null }[]): string | undefined {
	const banks = new Set(members.map(({ side }) => (side === null ? null : bankOf(side))));
	const [bank] = banks;
	return banks.size === 1 && bank ? ONLY[bank]() : undefined;
}
