import { sql } from 'kysely';
import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import type { RESULTS } from './decision.ts';

const PAGE = 30;

export interface RegisterSearch {
	words: string;
	circle: string;
	year: string;
	result: (typeof RESULTS)[number] | 'open' | '';
	page: number;
}

/** A decision as it stands in lists. */
export interface DecisionEntry {
	id: string;
	circleId: string;
	circleName: string;
	number: number;
	title: string;
	wording: string;
	result: 'adopted' | 'rejected' | 'no_quorum' | 'withdrawn' | null;
	decidedOn: string | null;
	sentence: string | null;
	votesUntilOn: string | null;
}

function entries(db: Database) {
	return db
		.selectFrom('decision')
		.innerJoin('circle', 'circle.id', 'decision.circleId')
		.leftJoin('decisionOutcome', 'decisionId', 'decision.id')
		.select(['decision.id', 'decision.circleId', 'circle.name as circleName', 'decision.number', 'decision.title'])
		.select(['decision.wording', 'result', 'decidedOn', 'sentence', 'votesUntilOn']);
}

/** Decisions of one circle: the open ones first, then the newest. */
export function decisionsOfCircle(db: Database, circleId: string): Promise<DecisionEntry[]> {
	return entries(db)
		.where('decision.circleId', '=', circleId)
		.orderBy(sql`decided_on is not null`)
		.orderBy('decidedOn', 'desc')
		.orderBy('decision.number', 'desc')
		.execute();
}

/** Decisions of one meeting in the order in which they were asked. */
export function decisionsOfGathering(
	db: Database,
	gatheringId: string
): Promise<(DecisionEntry & { minutesItemId: string | null })[]> {
	return entries(db)
		.select('decision.minutesItemId')
		.where('decision.gatheringId', '=', gatheringId)
		.orderBy('decision.number')
		.execute();
}

/** The register: decisions of all circles in which the own organisation sits or sat; one page of them. */
export async function searchDecisions(
	db: Database,
	account: Account,
	{ words, circle, year, result, page }: RegisterSearch
): Promise<{ found: DecisionEntry[]; hasMore: boolean }> {
	const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
	const rows = await entries(db)
		.$if(!account.isAdministrator, (query) =>
			query.where((eb) =>
				eb.exists(
					eb
						.selectFrom('seat')
						.whereRef('seat.circleId', '=', 'decision.circleId')
						.where('seat.organisationId', '=', account.organisationId ?? '')
						.select('seat.id')
				)
			)
		)
		.$if(words !== '', (query) =>
			query.where(
				sql<boolean>`(decision.title like ${pattern} escape '\\' or decision.wording like ${pattern} escape '\\'
					or decision.reasons like ${pattern} escape '\\')`
			)
		)
		.$if(circle !== '', (query) => query.where('decision.circleId', '=', circle))
		.$if(result === 'open', (query) => query.where('result', 'is', null))
		.$if(result !== '' && result !== 'open', (query) => query.where('result', '=', result as 'adopted'))
		.$if(/^\d{4}$/.test(year), (query) =>
			query.where('decidedOn', '>=', `${year}-01-01`).where('decidedOn', '<=', `${year}-12-31`)
		)
		.orderBy(sql`decided_on is not null`)
		.orderBy('decidedOn', 'desc')
		.orderBy('decision.number', 'desc')
		.limit(PAGE + 1)
		.offset((page - 1) * PAGE)
		.execute();
	return { found: rows.slice(0, PAGE), hasMore: rows.length > PAGE };
}
