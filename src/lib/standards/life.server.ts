import type { Database } from '#lib/db/database.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import type { LifeFacts } from './lifecycle.ts';
import { isSectionEmpty } from './sectionLines.ts';
import type { Standard } from './standard.ts';
import type { Version } from './version.ts';
import { currentVersion, partiesOf, versionInForce } from './versions.server.ts';

/** What was typed for a step: dates, reason and the decision it rests on. */
export interface MovePlan {
	closesOn: string | null;
	inForceOn: string | null;
	endsOn: string | null;
	reviewDueOn: string | null;
	decisionId: string | null;
	reason: string;
}
export const NO_PLAN: MovePlan = {
	...{ closesOn: null, inForceOn: null, endsOn: null, reviewDueOn: null, decisionId: null, reason: '' }
};

/**
 * Adopted decisions of the circle that bear on a standard and on which neither an agreement nor a review of it rests yet;
 * newest first.
 */
export function adoptedDecisions(db: Database, standard: Pick<Standard, 'id' | 'circleId'>) {
	return (
		db
			.selectFrom('decision')
			.innerJoin('decisionOutcome', 'decisionId', 'decision.id')
			.where('decision.circleId', '=', standard.circleId)
			.where('result', '=', 'adopted')
			// What is only taken note of is not agreed.
			.where('decision.method', '<>', 'acknowledged')
			.where((eb) => eb.or([eb('standardId', '=', standard.id), eb('standardId', 'is', null)]))
			.where(({ not, exists, selectFrom }) =>
				not(
					exists(
						selectFrom('standardAgreement')
							.whereRef('standardAgreement.decisionId', '=', 'decision.id')
							.select('standardAgreement.versionId')
					)
				)
			)
			.where(({ not, exists, selectFrom }) =>
				not(
					exists(
						selectFrom('standardReview')
							.whereRef('standardReview.decisionId', '=', 'decision.id')
							.where('standardReview.standardId', '=', standard.id)
							.select('standardReview.id')
					)
				)
			)
			.orderBy('decidedOn', 'desc')
			.orderBy('decision.number', 'desc')
			.select(['decision.id', 'decision.number', 'title', 'decidedOn', 'standardId', 'decision.versionId'])
			.execute()
	);
}

export type AdoptedDecision = Awaited<ReturnType<typeof adoptedDecisions>>[number];

/** Is this a decision on exactly this version, or on the standard as it stands? */
export function agrees(
	decision: AdoptedDecision,
	standard: Pick<Standard, 'id'>,
	version: Pick<Version, 'id'>
): boolean {
	return decision.standardId === standard.id && (decision.versionId === null || decision.versionId === version.id);
}

/** The text was last changed on a later day than that of the decision. */
export function isOutdated(decision: AdoptedDecision, version: Pick<Version, 'changedAt'>): boolean {
	return berlinDay(version.changedAt) > decision.decidedOn;
}

function decisionFact(decisions: AdoptedDecision[], standard: Standard, version: Version): LifeFacts['decision'] {
	const own = decisions.filter((decision) => agrees(decision, standard, version));
	if (own.some((decision) => !isOutdated(decision, version))) return 'adopted';
	return own.length > 0 ? 'outdated' : 'none';
}

/** Consultations on the draft: those of versions after the last agreed one, newest first. */
export function consultationsOf(db: Database, standardId: string) {
	return db
		.selectFrom('consultation')
		.innerJoin('version', 'version.id', 'consultation.versionId')
		.where('version.standardId', '=', standardId)
		.where(({ eb, selectFrom }) =>
			eb(
				'version.number',
				'>',
				selectFrom('standardAgreement')
					.innerJoin('version as agreed', 'agreed.id', 'standardAgreement.versionId')
					.where('agreed.standardId', '=', standardId)
					.select(({ fn }) => fn.coalesce(fn.max('agreed.number'), eb.lit(0)).as('number'))
			)
		)
		.orderBy('closesOn', 'desc')
		.select(['consultation.id', 'versionId', 'version.label', 'opensOn', 'closesOn', 'consultation.byName'])
		.execute();
}

async function unansweredOf(db: Database, consultationIds: string[]): Promise<number> {
	if (consultationIds.length === 0) return 0;
	const { count } = await db
		.selectFrom('consultationComment')
		.leftJoin('commentAnswer', 'commentId', 'consultationComment.id')
		.where('consultationId', 'in', consultationIds)
		.where('commentAnswer.commentId', 'is', null)
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return count;
}

async function signatureFacts(db: Database, versionId: string) {
	const rows = await db
		.selectFrom('versionParty')
		.leftJoin('standardSignature', (join) =>
			join
				.onRef('standardSignature.versionId', '=', 'versionParty.versionId')
				.onRef('standardSignature.organisationId', '=', 'versionParty.organisationId')
		)
		.where('versionParty.versionId', '=', versionId)
		.where('signs', '=', 1)
		.select('signedOn')
		.execute();
	return { signing: rows.length, outstanding: rows.filter(({ signedOn }) => signedOn === null).length };
}

async function isReviewedSince(db: Database, standard: Standard): Promise<boolean> {
	const row = await db
		.selectFrom('standardReview')
		.where('standardId', '=', standard.id)
		.where('at', '>=', standard.stateAt)
		.select('id')
		.executeTakeFirst();
	return row !== undefined;
}

async function hasSuccessor(db: Database, standardId: string): Promise<boolean> {
	const row = await db
		.selectFrom('standard')
		.innerJoin('standardState', 'standardState.standardId', 'standard.id')
		.where('supersedesId', '=', standardId)
		.where('standardState.state', '=', 'in_force')
		.select('standard.id')
		.executeTakeFirst();
	return row !== undefined;
}

/** Everything the guards look at: the facts of a standard today, with what was typed for the step. */
export async function lifeOf(db: Database, standard: Standard, todayOn: string, plan: MovePlan = NO_PLAN) {
	const version = await currentVersion(db, standard.id);
	if (!version) throw new Error(`standard ${standard.id} has no version`);
	const inForce = await versionInForce(db, standard.id, undefined, todayOn);
	const decisions = await adoptedDecisions(db, standard);
	const consultations = await consultationsOf(db, standard.id);
	const { text } = version;
	const facts: LifeFacts = {
		...{ state: standard.state, todayOn, isRevision: inForce !== undefined && inForce.id !== version.id },
		parties: (await partiesOf(db, version.id)).length,
		hasScope: !isSectionEmpty(text, 'scope'),
		steps: text.steps.length,
		stepsWithoutResponsible: text.steps.filter(({ responsible }) => responsible.length === 0).length,
		hasParticipation: !isSectionEmpty(text, 'participation'),
		hasDataProtection: !isSectionEmpty(text, 'dataProtection'),
		consultedUntilOn: consultations[0]?.closesOn ?? null,
		unanswered: await unansweredOf(
			db,
			consultations.map(({ id }) => id)
		),
		...{ decision: decisionFact(decisions, standard, version), isAgreed: version.frozenAt !== null },
		...(await signatureFacts(db, version.id)),
		allowsOutstanding: text.inForceWithoutAllSignatures,
		...{ isReviewed: await isReviewedSince(db, standard), successorInForce: await hasSuccessor(db, standard.id) },
		plan: {
			...{ closesOn: plan.closesOn, inForceOn: plan.inForceOn, reviewDueOn: plan.reviewDueOn, reason: plan.reason },
			hasRepealDecision: decisions.some(({ id, standardId }) => id === plan.decisionId && standardId === standard.id)
		}
	};
	return { facts, version, inForce, decisions, consultations };
}
