import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import { endEntries } from './entries.server.ts';
import { adoptedDecisions } from './life.server.ts';
import type { ReviewInput } from './review.form.ts';
import { copyVersion } from './revisions.server.ts';
import type { Standard } from './standard.ts';
import { insertState } from './states.server.ts';
import type { Version } from './version.ts';
import { currentVersion, partiesOf, versionInForce } from './versions.server.ts';

/** The reviews of a standard, newest first, with what each organisation said. */
export async function reviewsOf(db: Database, standardId: string) {
	const reviews = await db
		.selectFrom('standardReview')
		.innerJoin('version', 'version.id', 'standardReview.versionId')
		.leftJoin('decision', 'decision.id', 'standardReview.decisionId')
		.leftJoin('gathering', 'gathering.id', 'standardReview.gatheringId')
		.where('standardReview.standardId', '=', standardId)
		.orderBy('reviewedOn', 'desc')
		.orderBy('standardReview.at', 'desc')
		.select([
			'standardReview.id',
			'reviewedOn',
			'developments',
			'challenges',
			'quality',
			'outcome',
			'standardReview.decisionId'
		])
		.select(['version.label', 'decision.title as decisionTitle', 'decision.number as decisionNumber'])
		.select(['standardReview.gatheringId', 'gathering.title as gatheringTitle', 'standardReview.byName'])
		.execute();
	const answers = await db
		.selectFrom('reviewAnswer')
		.innerJoin('organisation', 'organisation.id', 'organisationId')
		.innerJoin('standardReview', 'standardReview.id', 'reviewId')
		.where('standardId', '=', standardId)
		.select(['reviewId', 'organisationId', 'name', 'works', 'text'])
		.execute();
	answers.sort((a, b) => a.name.localeCompare(b.name, 'de'));
	const byReview = Map.groupBy(answers, ({ reviewId }) => reviewId);
	return reviews.map((review) => ({ ...review, answers: byReview.get(review.id) ?? [] }));
}

export type Review = Awaited<ReturnType<typeof reviewsOf>>[number];

/** The version a review is about: the one in force, or the newest agreed one. */
export async function reviewedVersion(db: Database, standard: Standard, todayOn: string): Promise<Version | undefined> {
	if (standard.state !== 'in_force' && standard.state !== 'under_review') return undefined;
	return versionInForce(db, standard.id, undefined, todayOn);
}

type No = 'not_allowed' | 'not_in_force' | 'decision' | 'too_late' | 'label' | 'gathering';

/**
 * Records a review with what the circle decided: renewed until the next one, revised in a new draft while the version
 * stays in force, or retired.
 */
export function recordReview(
	db: Database,
	by: Actor,
	standard: Standard,
	input: ReviewInput
): Promise<string | Refusal<No>> {
	return inTransaction(db, async (trx) => {
		if (!standard.manages) return refuse('not_allowed');
		const todayOn = berlinDay(by.at);
		const version = await reviewedVersion(trx, standard, todayOn);
		if (!version) return refuse('not_in_force');
		if (input.reviewedOn > todayOn) return refuse('too_late');
		if (!(await adoptedDecisions(trx, standard)).some(({ id }) => id === input.decisionId)) return refuse('decision');
		if (!(await isMeeting(trx, standard.circleId, input.gatheringId))) return refuse('gathering');
		if (input.outcome === 'revise' && (await isTakenLabel(trx, standard.id, input.label))) return refuse('label');
		const id = await insertReview(trx, by, standard, version, input);
		await drawConclusion(trx, by, standard, input);
		await journal(trx, by, {
			...{ verb: 'standard.reviewed', thing: `standard:${standard.id}`, gatheringId: input.gatheringId },
			particulars: { outcome: input.outcome }
		});
		return id;
	});
}

async function isMeeting(trx: Trx, circleId: string, gatheringId: string | null): Promise<boolean> {
	if (gatheringId === null) return true;
	const row = await trx
		.selectFrom('gathering')
		.where('id', '=', gatheringId)
		.where('circleId', '=', circleId)
		.select('id')
		.executeTakeFirst();
	return row !== undefined;
}

async function isTakenLabel(trx: Trx, standardId: string, label: string): Promise<boolean> {
	const versions = await trx.selectFrom('version').where('standardId', '=', standardId).select('label').execute();
	// A draft that is already begun is gone on with.
	const current = await currentVersion(trx, standardId);
	return current?.frozenAt !== null && versions.some((version) => version.label === label);
}

async function insertReview(trx: Trx, by: Actor, standard: Standard, version: Version, input: ReviewInput) {
	const { answers, reviewDueOn: _next, label: _label, ...review } = input;
	const id = newId();
	await trx
		.insertInto('standardReview')
		.values({ ...review, id, standardId: standard.id, versionId: version.id, at: by.at, byName: by.name })
		.execute();
	const known = await trx
		.selectFrom('versionParty')
		.where('versionId', '=', version.id)
		.select('organisationId')
		.execute();
	const rows = answers.filter(({ organisationId }) => known.some((party) => party.organisationId === organisationId));
	if (rows.length > 0)
		await trx
			.insertInto('reviewAnswer')
			.values(rows.map((row) => ({ ...row, reviewId: id })))
			.execute();
	return id;
}

async function drawConclusion(trx: Trx, by: Actor, standard: Standard, input: ReviewInput): Promise<void> {
	const { decisionId } = input;
	const line = { standardId: standard.id, decisionId, reason: '' };
	if (input.outcome === 'renew') {
		await trx.updateTable('standard').set({ reviewDueOn: input.reviewDueOn }).where('id', '=', standard.id).execute();
		if (standard.state === 'under_review') await insertState(trx, by, { ...line, state: 'in_force' });
	}
	if (input.outcome === 'retire') {
		await endEntries(trx, standard.id, berlinDay(by.at));
		await insertState(trx, by, { ...line, state: 'repealed' });
	}
	if (input.outcome === 'revise') {
		const current = await currentVersion(trx, standard.id);
		if (current?.frozenAt) await copyVersion(trx, by, current, { label: input.label, changeNote: '' });
		if (standard.state === 'in_force') await insertState(trx, by, { ...line, state: 'under_review' });
	}
}

/** What the form of a review offers: the parties, the decisions it may rest on, the meetings it may belong to. */
export async function reviewPage(db: Database, standard: Standard, todayOn: string) {
	const version = await reviewedVersion(db, standard, todayOn);
	const current = await currentVersion(db, standard.id);
	return {
		label: version?.label,
		hasDraft: current !== undefined && current.frozenAt === null,
		parties: version ? await partiesOf(db, version.id) : [],
		decisions: await adoptedDecisions(db, standard),
		meetings: await db
			.selectFrom('gathering')
			.where('circleId', '=', standard.circleId)
			.where('dateOn', '<=', todayOn)
			.orderBy('dateOn', 'desc')
			.limit(12)
			.select(['id', 'title', 'dateOn'])
			.execute()
	};
}
