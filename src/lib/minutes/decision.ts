import type { CircleRule } from '#lib/circles/circleRule.ts';
import type { VotingOrganisation } from '#lib/circles/votingOrganisation.ts';
import type { Schema } from '#migrations/schema.ts';
import type { Choice, Method, Question, Voice } from './decide.ts';

export const RESULTS = ['adopted', 'rejected', 'no_quorum', 'withdrawn'] as const;

/** A question put to a circle, with what became of it; `manages`: may write votes down and close it. */
export interface Decision {
	id: string;
	circleId: string;
	circleName: string;
	number: number;
	title: string;
	wording: string;
	reasons: string;
	method: Method;
	rule: CircleRule;
	round: number;
	votesUntilOn: string | null;
	gatheringId: string | null;
	minutesItemId: string | null;
	findingId: string | null;
	standardId: string | null;
	versionId: string | null;
	createdAt: string;
	byName: string;
	outcome: Pick<Schema['decisionOutcome'], 'result' | 'decidedOn' | 'sentence' | 'yes' | 'no' | 'abstained'> | null;
	manages: boolean;
}

export interface VoteLine {
	organisationId: string;
	round: number;
	choice: Choice;
	castBy: 'seat' | 'deputy';
	reason: string;
}

/** The question as `decide` takes it: every organisation with a voice, with its vote of the current round. */
export function questionOf(
	decision: Pick<Decision, 'method' | 'rule' | 'round' | 'votesUntilOn'>,
	organisations: readonly VotingOrganisation[],
	votes: readonly VoteLine[],
	present: ReadonlySet<string>
): Question {
	const voices: Voice[] = organisations.map(({ organisationId, shortName, bank }) => ({
		...{ organisationId, shortName, bank, isPresent: present.has(organisationId) },
		choice:
			votes.find((vote) => vote.organisationId === organisationId && vote.round === decision.round)?.choice ?? null
	}));
	return { method: decision.method, rule: decision.rule, isWritten: decision.votesUntilOn !== null, voices };
}

/** A row of the table of voices as it was shown: what nobody touched is not written again. */
export function rowAsShown(choice: string, castBy: string, reason: string): string {
	// A field of one line drops the breaks of a reason that was given in several.
	return JSON.stringify([choice, castBy, reason.replace(/[\r\n]+/g, '')]);
}
