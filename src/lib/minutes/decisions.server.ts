import type { Account } from '#lib/accounts/account.ts';
import type { CircleRule } from '#lib/circles/circleRule.ts';
import { ruleOf } from '#lib/circles/circleRules.server.ts';
import { circleFor } from '#lib/circles/circles.server.ts';
import type { Circle } from '#lib/circles/circle.ts';
import { votingSeatsOf } from '#lib/circles/votingSeats.server.ts';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { DecisionInput } from './decision.form.ts';
import { type Decision, questionOf, type VoteLine } from './decision.ts';
import { decide } from './decide.ts';
import { decisionSentence } from './decisionWords.ts';

/** One decision, when the account may see its circle. */
export async function decisionFor(db: Database, account: Account, id: string): Promise<Decision | undefined> {
	const row = await db
		.selectFrom('decision')
		.innerJoin('circle', 'circle.id', 'decision.circleId')
		.leftJoin('decisionOutcome', 'decisionId', 'decision.id')
		.where('decision.id', '=', id)
		.selectAll('decision')
		.select(['circle.name as circleName', 'result', 'decidedOn', 'sentence', 'yes', 'no', 'abstained'])
		.executeTakeFirst();
	const circle = row && (await circleFor(db, account, row.circleId));
	if (!row || !circle) return undefined;
	const { result, decidedOn, sentence, yes, no, abstained, rule, ...decision } = row;
	const isTaken = result !== null && decidedOn !== null && sentence !== null;
	return {
		...decision,
		rule: JSON.parse(rule) as CircleRule,
		outcome: isTaken ? { result, decidedOn, sentence, yes: yes ?? 0, no: no ?? 0, abstained: abstained ?? 0 } : null,
		manages: circle.manages
	};
}

/** What the page of a decision shows beside it: voices, votes of all rounds, earlier wordings, dissent. */
export async function decisionParts(db: Database, decision: Decision, todayOn: string) {
	const onDay = decision.outcome?.decidedOn ?? todayOn;
	const organisations = await votingSeatsOf(db, decision.circleId, onDay);
	const votes = await votesOf(db, decision.id);
	const rounds = await db
		.selectFrom('decisionRound')
		.where('decisionId', '=', decision.id)
		.orderBy('round')
		.select(['round', 'wording', 'at'])
		.execute();
	const dissent = await db
		.selectFrom('dissentingOpinion')
		.innerJoin('organisation', 'organisation.id', 'organisationId')
		.where('decisionId', '=', decision.id)
		.orderBy('organisation.name')
		.select(['organisationId', 'organisation.shortName', 'text'])
		.execute();
	const question = questionOf(decision, organisations, votes, await presentAt(db, decision, organisations, votes));
	const verdict = decide(question);
	const forecast = decision.outcome ? decision.outcome.sentence : decisionSentence(question, verdict);
	return { organisations, votes, rounds, dissent, forecast };
}

export function votesOf(db: Database, decisionId: string): Promise<VoteLine[]> {
	return db
		.selectFrom('vote')
		.where('decisionId', '=', decisionId)
		.orderBy('round')
		.select(['organisationId', 'round', 'choice', 'castBy', 'reason'])
		.execute();
}

/** Who is there: by the presence list of the minutes when there is one, otherwise who has voted. */
async function presentAt(
	db: Database,
	decision: Pick<Decision, 'gatheringId'>,
	organisations: readonly { organisationId: string }[],
	votes: readonly VoteLine[]
): Promise<Set<string>> {
	const listed = decision.gatheringId
		? await db
				.selectFrom('minutesPresence')
				.innerJoin('minutes', 'minutes.id', 'minutesId')
				.where('gatheringId', '=', decision.gatheringId)
				.where('minutesPresence.kind', 'in', ['present', 'deputy'])
				.select('organisationId')
				.execute()
		: [];
	const ids = new Set([...listed, ...votes].map(({ organisationId }) => organisationId));
	return new Set(organisations.map(({ organisationId }) => organisationId).filter((id) => ids.has(id)));
}

async function nextNumber(trx: Trx, circleId: string): Promise<number> {
	const { last } = await trx
		.selectFrom('decision')
		.where('circleId', '=', circleId)
		.select(({ fn }) => fn.max<number | null>('number').as('last'))
		.executeTakeFirstOrThrow();
	return (last ?? 0) + 1;
}

/** Puts a question to a circle. The circle's rule is kept with it, whatever becomes of the rule later. */
export function proposeDecision(
	db: Database,
	by: Actor,
	circle: Circle,
	input: DecisionInput
): Promise<string | Refusal<'not_allowed' | 'foreign' | 'past_deadline'>> {
	return inTransaction(db, async (trx) => {
		if (!circle.manages) return refuse('not_allowed');
		if (input.votesUntilOn !== null && input.votesUntilOn < berlinDay(by.at)) return refuse('past_deadline');
		if (!(await belongs(trx, circle.id, input))) return refuse('foreign');
		const id = newId();
		const rule = await ruleOf(trx, circle.id);
		await trx
			.insertInto('decision')
			.values({
				...{ ...input, id, circleId: circle.id, number: await nextNumber(trx, circle.id), round: 1 },
				...{ rule: JSON.stringify(rule), createdAt: by.at, byName: by.name }
			})
			.execute();
		await trx
			.insertInto('decisionRound')
			.values({ decisionId: id, round: 1, wording: input.wording, at: by.at })
			.execute();
		await journal(trx, by, {
			...{ verb: 'decision.proposed', thing: `decision:${id}`, gatheringId: input.gatheringId },
			particulars: { method: input.method }
		});
		return id;
	});
}

/** Meeting, item, standard and version named in a question must be those of the circle. */
async function belongs(trx: Trx, circleId: string, input: DecisionInput): Promise<boolean> {
	const { gatheringId, minutesItemId, standardId, versionId } = input;
	const one = { gatheringId: gatheringId ?? '', standardId: standardId ?? '' };
	const found = await Promise.all([
		!gatheringId ||
			trx
				.selectFrom('gathering')
				.where('id', '=', gatheringId)
				.where('circleId', '=', circleId)
				.select('id')
				.executeTakeFirst(),
		!minutesItemId ||
			trx
				.selectFrom('minutesItem')
				.innerJoin('minutes', 'minutes.id', 'minutesId')
				.where('minutesItem.id', '=', minutesItemId)
				.where('minutes.gatheringId', '=', one.gatheringId)
				.select('minutesItem.id')
				.executeTakeFirst(),
		!standardId ||
			trx
				.selectFrom('standard')
				.where('id', '=', standardId)
				.where('circleId', '=', circleId)
				.select('id')
				.executeTakeFirst(),
		!versionId ||
			trx
				.selectFrom('version')
				.where('id', '=', versionId)
				.where('standardId', '=', one.standardId)
				.select('id')
				.executeTakeFirst()
	]);
	return found.every(Boolean);
}

/** Answers a question for good: the rule's result, the counts and the sentence are stored and never change. */
export function closeDecision(
	db: Database,
	by: Actor,
	decision: Decision,
	decidedOn: string
): Promise<'adopted' | 'rejected' | 'no_quorum' | Refusal<'not_allowed' | 'taken' | 'too_early'>> {
	return inTransaction(db, async (trx) => {
		if (!decision.manages) return refuse('not_allowed');
		if (decision.outcome) return refuse('taken');
		if (decision.votesUntilOn !== null && decision.votesUntilOn >= berlinDay(by.at)) return refuse('too_early');
		const organisations = await votingSeatsOf(trx, decision.circleId, decidedOn);
		const votes = await votesOf(trx, decision.id);
		const question = questionOf(decision, organisations, votes, await presentAt(trx, decision, organisations, votes));
		const verdict = decide(question);
		const { yes, no, abstained, result } = verdict;
		await trx
			.insertInto('decisionOutcome')
			.values({
				...{ decisionId: decision.id, result, decidedOn, yes, no, abstained, at: by.at, byName: by.name },
				sentence: decisionSentence(question, verdict)
			})
			.execute();
		await journal(trx, by, {
			...{ verb: 'decision.taken', thing: `decision:${decision.id}`, gatheringId: decision.gatheringId },
			particulars: { result, yes, no, abstained }
		});
		return result;
	});
}

/** Takes a question back before it is answered; it stays in the register as withdrawn. */
export function withdrawDecision(
	db: Database,
	by: Actor,
	decision: Decision
): Promise<true | Refusal<'not_allowed' | 'taken'>> {
	return inTransaction(db, async (trx) => {
		if (!decision.manages) return refuse('not_allowed');
		if (decision.outcome) return refuse('taken');
		await trx
			.insertInto('decisionOutcome')
			.values({
				...{ decisionId: decision.id, result: 'withdrawn', decidedOn: berlinDay(by.at), yes: 0, no: 0, abstained: 0 },
				...{ sentence: '', at: by.at, byName: by.name }
			})
			.execute();
		await journal(trx, by, { verb: 'decision.withdrawn', thing: `decision:${decision.id}` });
		return true;
	});
}
