import type { Account } from '#lib/accounts/account.ts';
import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { AnswerInput, CommentInput } from './consultation.form.ts';
import type { Standard } from './standard.ts';

/** All consultations of a standard, newest first, each with the version it is about. */
export function allConsultations(db: Database, standardId: string) {
	return db
		.selectFrom('consultation')
		.innerJoin('version', 'version.id', 'versionId')
		.where('standardId', '=', standardId)
		.orderBy('opensOn', 'desc')
		.orderBy('version.number', 'desc')
		.select(['consultation.id', 'versionId', 'version.label', 'opensOn', 'closesOn', 'consultation.byName'])
		.execute();
}

export type Consultation = Awaited<ReturnType<typeof allConsultations>>[number];

/** What was said in the consultations of a standard, with the answers, in the order in which it came. */
export function commentsOf(db: Database, standardId: string) {
	return db
		.selectFrom('consultationComment')
		.innerJoin('consultation', 'consultation.id', 'consultationId')
		.innerJoin('version', 'version.id', 'versionId')
		.leftJoin('organisation', 'organisation.id', 'organisationId')
		.leftJoin('commentAnswer', 'commentId', 'consultationComment.id')
		.where('standardId', '=', standardId)
		.orderBy('consultationComment.at')
		.select(['consultationComment.id', 'consultationId', 'section', 'organisation.name', 'organisation.shortName'])
		.select(['consultationComment.byName', 'consultationComment.text', 'consultationComment.at'])
		.select(['outcome', 'commentAnswer.text as answer', 'commentAnswer.byName as answeredBy'])
		.execute();
}

export type Comment = Awaited<ReturnType<typeof commentsOf>>[number];

/** Organisations that are asked: those with a seat in the circle today, and the parties of the version. Alphabetical. */
export async function askedOrganisations(db: Database, standard: Standard, versionId: string, todayOn: string) {
	const rows = await db
		.selectFrom('organisation')
		.where(({ or, exists, selectFrom }) =>
			or([
				exists(
					selectFrom('seat')
						.whereRef('seat.organisationId', '=', 'organisation.id')
						.where('seat.circleId', '=', standard.circleId)
						.where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', todayOn)]))
						.select('seat.id')
				),
				exists(
					selectFrom('versionParty')
						.whereRef('versionParty.organisationId', '=', 'organisation.id')
						.where('versionParty.versionId', '=', versionId)
						.select('versionParty.versionId')
				)
			])
		)
		.select(['id', 'name', 'shortName'])
		.execute();
	return rows.sort((a, b) => a.name.localeCompare(b.name, 'de'));
}

/**
 * Adds a comment while the consultation is open. Every organisation that is asked speaks for itself; whoever drafts also
 * writes down what came by telephone or on paper.
 */
export function addComment(
	db: Database,
	by: Actor,
	account: Account,
	standard: Standard,
	input: CommentInput
): Promise<string | Refusal<'closed' | 'not_asked'>> {
	return inTransaction(db, async (trx) => {
		const todayOn = berlinDay(by.at);
		const [open] = await allConsultations(trx, standard.id);
		if (standard.state !== 'consultation' || !open || open.closesOn < todayOn) return refuse('closed');
		const asked = await askedOrganisations(trx, standard, open.versionId, todayOn);
		const isAsked = asked.some(({ id }) => id === input.organisationId);
		if (!isAsked || (!standard.drafts && account.organisationId !== input.organisationId)) return refuse('not_asked');
		const id = newId();
		await trx
			.insertInto('consultationComment')
			.values({ ...input, id, consultationId: open.id, byName: by.name, at: by.at })
			.execute();
		await journal(trx, by, { verb: 'comment.added', thing: `standard:${standard.id}` });
		return id;
	});
}

/** Answers a comment, or puts an answer right; until the circle is asked to decide. */
export function answerComment(
	db: Database,
	by: Actor,
	standard: Standard,
	{ commentId, outcome, text }: AnswerInput
): Promise<true | Refusal<'not_allowed' | 'closed' | 'gone'>> {
	return inTransaction(db, async (trx) => {
		if (!standard.drafts) return refuse('not_allowed');
		if (!['consultation', 'drafting', 'under_review'].includes(standard.state)) return refuse('closed');
		const comment = (await commentsOf(trx, standard.id)).find(({ id }) => id === commentId);
		if (!comment) return refuse('gone');
		const answer = { outcome, text, at: by.at, byName: by.name };
		await trx
			.insertInto('commentAnswer')
			.values({ commentId, ...answer })
			.onConflict((conflict) => conflict.column('commentId').doUpdateSet(answer))
			.execute();
		await journal(trx, by, { verb: 'comment.answered', thing: `standard:${standard.id}`, particulars: { outcome } });
		return true;
	});
}
