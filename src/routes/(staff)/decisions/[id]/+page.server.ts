import { fail } from '@sveltejs/kit';
import { questionRuleSentence } from '#lib/circles/circleRule.ts';
import { decisionTrail } from '#lib/loop/decisionTrail.server.ts';
import { closeShape, dissentShape, roundShape, voteShape } from '#lib/minutes/decision.form.ts';
import { closeDecision, decisionFor, decisionParts, withdrawDecision } from '#lib/minutes/decisions.server.ts';
import { refusalSentence } from '#lib/minutes/decisionWords.ts';
import { readVotes } from '#lib/minutes/voteRows.form.ts';
import { castVote, castVotes, improveWording, mayVote, recordDissent } from '#lib/minutes/votes.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm, valuesOf } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused, type Refusal } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db, todayOn } = event.locals;
	const decision = found(await decisionFor(db, account, event.params.id));
	return {
		decision,
		rule: questionRuleSentence(decision.rule, decision.method, decision.votesUntilOn !== null),
		trail: await decisionTrail(db, decision),
		ownId: account.organisationId,
		mayVote: mayVote(decision, account, todayOn),
		...(await decisionParts(db, decision, todayOn))
	};
};

async function read(event: RequestEvent) {
	const account = signedIn(event);
	const { db, by } = event.locals;
	const decision = found(await decisionFor(db, account, event.params.id));
	return { account, db, by, decision, form: await event.request.formData() };
}

function refused(answer: Refusal<string>, values = {}) {
	const status = answer.refused === 'not_allowed' ? 403 : 409;
	return fail(status, { sentence: refusalSentence(answer.refused), values, issues: {} });
}

export const actions: Actions = {
	vote: async (event) => {
		const { account, db, by, decision, form } = await read(event);
		const values = valuesOf(form);
		const rows = readVotes(values);
		if ('issues' in rows) return fail(400, { issues: rows.issues, values, sentence: '' });
		const answer = await castVotes(db, by, account, decision, rows.votes);
		return isRefused(answer) ? refused(answer, values) : answered(event, { saved: true }, '#votes');
	},

	own: async (event) => {
		const { account, db, by, decision, form } = await read(event);
		const vote = readForm(voteShape, form);
		if (!('data' in vote)) return fail(400, { ...vote, sentence: '' });
		const answer = await castVote(db, by, account, decision, vote.data);
		return isRefused(answer) ? refused(answer, vote.values) : answered(event, { saved: true }, '#own');
	},

	improve: async (event) => {
		const { db, by, decision, form } = await read(event);
		const round = readForm(roundShape, form);
		if (!('data' in round)) return fail(400, { ...round, sentence: '' });
		const answer = await improveWording(db, by, decision, round.data.wording);
		return isRefused(answer) ? refused(answer, round.values) : answered(event, { saved: true });
	},

	dissent: async (event) => {
		const { db, by, decision, form } = await read(event);
		const dissent = readForm(dissentShape, form);
		if (!('data' in dissent)) return fail(400, { ...dissent, sentence: '' });
		const answer = await recordDissent(db, by, decision, dissent.data);
		return isRefused(answer) ? refused(answer, dissent.values) : answered(event, { saved: true }, '#dissent');
	},

	close: async (event) => {
		const { db, by, decision, form } = await read(event);
		const close = readForm(closeShape, form);
		if (!('data' in close)) return fail(400, { ...close, sentence: '' });
		const answer = await closeDecision(db, by, decision, close.data.decidedOn);
		return isRefused(answer) ? refused(answer, close.values) : answered(event, { saved: true });
	},

	withdraw: async (event) => {
		const { db, by, decision } = await read(event);
		const answer = await withdrawDecision(db, by, decision);
		return isRefused(answer) ? refused(answer) : answered(event, { saved: true });
	}
};
