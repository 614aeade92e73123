import type { Account } from '#lib/accounts/account.ts';
import { votingSeatsOf } from '#lib/circles/votingSeats.server.ts';
import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { VoteInput } from './decision.form.ts';
import type { Decision } from './decision.ts';

/** May this account cast the voice of its own organisation? In the written procedure, until its last day. */
export function mayVote(decision: Decision, account: Account, todayOn: string): boolean {
	return (
		!decision.outcome &&
		decision.votesUntilOn !== null &&
		decision.votesUntilOn >= todayOn &&
		account.organisationId !== null
	);
}

/**
 * Writes down the voice of one organisation in the current round; a later one replaces it until the question is answered.
 * Whoever manages the circle writes for all; in the written procedure each organisation casts its own.
 */
export function castVote(
	db: Database,
	by: Actor,
	account: Account,
	decision: Decision,
	input: VoteInput
): Promise<true | Refusal<'not_allowed' | 'taken' | 'no_seat'>> {
	return inTransaction(db, async (trx) => {
		const isOwn = account.organisationId === input.organisationId && mayVote(decision, account, berlinDay(by.at));
		if (!decision.manages && !isOwn) return refuse('not_allowed');
		if (decision.outcome) return refuse('taken');
		const seats = await votingSeatsOf(trx, decision.circleId, berlinDay(by.at));
		if (!seats.some(({ organisationId }) => organisationId === input.organisationId)) return refuse('no_seat');
		const key = { decisionId: decision.id, round: decision.round, organisationId: input.organisationId };
		await trx
			.deleteFrom('vote')
			.where('decisionId', '=', key.decisionId)
			.where('round', '=', key.round)
			.where('organisationId', '=', key.organisationId)
			.execute();
		if (input.choice !== 'none') {
			const { choice, castBy, reason } = input;
			await trx
				.insertInto('vote')
				.values({ ...key, choice, castBy, reason, at: by.at, byName: by.name })
				.execute();
		}
		await journal(trx, by, { verb: 'vote.cast', thing: `decision:${decision.id}` });
		return true;
	});
}

/** All voices of one form at once: nothing is written when one of them is refused. */
export function castVotes(
	db: Database,
	by: Actor,
	account: Account,
	decision: Decision,
	inputs: readonly VoteInput[]
): Promise<true | Refusal<'not_allowed' | 'taken' | 'no_seat'>> {
	return inTransaction(db, async (trx) => {
		for (const input of inputs) {
			const answer = await castVote(trx, by, account, decision, input);
			if (answer !== true) return answer;
		}
		return true;
	});
}

/** Takes an objection in: the improved wording opens the next round; the earlier one and its voices are kept. */
export function improveWording(
	db: Database,
	by: Actor,
	decision: Decision,
	wording: string
): Promise<number | Refusal<'not_allowed' | 'taken'>> {
	return inTransaction(db, async (trx) => {
		if (!decision.manages) return refuse('not_allowed');
		if (decision.outcome) return refuse('taken');
		const round = decision.round + 1;
		await trx.insertInto('decisionRound').values({ decisionId: decision.id, round, wording, at: by.at }).execute();
		await trx.updateTable('decision').set({ round, wording }).where('id', '=', decision.id).execute();
		await journal(trx, by, { verb: 'decision.improved', thing: `decision:${decision.id}`, particulars: { round } });
		return round;
	});
}

/** Keeps the view of an organisation that does not share a decision, beside it. */
export function recordDissent(
	db: Database,
	by: Actor,
	decision: Decision,
	input: { organisationId: string; text: string }
): Promise<true | Refusal<'not_allowed' | 'taken' | 'no_seat'>> {
	return inTransaction(db, async (trx) => {
		if (!decision.manages) return refuse('not_allowed');
		if (decision.outcome) return refuse('taken');
		const seats = await votingSeatsOf(trx, decision.circleId, berlinDay(by.at));
		if (!seats.some(({ organisationId }) => organisationId === input.organisationId)) return refuse('no_seat');
		await trx
			.insertInto('dissentingOpinion')
			.values({ decisionId: decision.id, ...input, at: by.at })
			.onConflict((conflict) => conflict.columns(['decisionId', 'organisationId']).doUpdateSet({ text: input.text }))
			.execute();
		await journal(trx, by, { verb: 'dissent.recorded', thing: `decision:${decision.id}` });
		return true;
	});
}
