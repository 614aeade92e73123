import { type ExpressionBuilder, sql } from 'kysely';
import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import type { Schema, StandardStateName } from '#migrations/schema.ts';
import type { Standard } from './standard.ts';

type Row = ExpressionBuilder<Schema, 'standard'>;

/** Circles whose members read a standard: its own and the groups that draft it. */
function seatsIn(eb: Row, organisationId: string, where: 'circle' | 'drafting') {
	const seats = eb.selectFrom('seat').where('seat.organisationId', '=', organisationId).select('seat.id');
	return where === 'circle'
		? seats.whereRef('seat.circleId', '=', 'standard.circleId')
		: seats
				.innerJoin('standardDrafter', 'standardDrafter.circleId', 'seat.circleId')
				.whereRef('standardDrafter.standardId', '=', 'standard.id');
}

function isParty(eb: Row, organisationId: string) {
	return eb.exists(
		eb
			.selectFrom('versionParty')
			.innerJoin('version', 'version.id', 'versionParty.versionId')
			.whereRef('version.standardId', '=', 'standard.id')
			.where('versionParty.organisationId', '=', organisationId)
			.select('version.id')
	);
}

/** The newest line of the way of a standard; two of the same instant follow the order in which they were written. */
function newestState(eb: Row) {
	return eb
		.selectFrom('standardState')
		.whereRef('standardState.standardId', '=', 'standard.id')
		.orderBy('standardState.at', 'desc')
		.orderBy(sql`standard_state.rowid`, 'desc')
		.limit(1);
}

function standards(db: Database, account: Account) {
	const own = account.organisationId ?? '';
	return db
		.selectFrom('standard')
		.innerJoin('circle', 'circle.id', 'standard.circleId')
		.select(['standard.id', 'standard.number', 'standard.circleId', 'standard.kind', 'standard.title'])
		.select(['findingId', 'workshopId', 'supersedesId', 'reviewDueOn', 'circle.name as circleName'])
		.select((eb) => [
			newestState(eb).select('standardState.state').as('state'),
			newestState(eb).select('standardState.at').as('stateAt'),
			eb.exists(seatsIn(eb, own, 'circle').where('seat.untilOn', 'is', null)).as('sits'),
			eb.exists(seatsIn(eb, own, 'drafting').where('seat.untilOn', 'is', null)).as('sitsInDrafting')
		])
		.$if(!account.isAdministrator, (query) =>
			query.where((eb) =>
				eb.or([eb.exists(seatsIn(eb, own, 'circle')), eb.exists(seatsIn(eb, own, 'drafting')), isParty(eb, own)])
			)
		);
}

type Found = Awaited<ReturnType<ReturnType<typeof standards>['execute']>>[number];

function standardOf(account: Account, { sits, sitsInDrafting, state, stateAt, ...row }: Found): Standard {
	const manages = account.isAdministrator || (account.organizes && Boolean(sits));
	return {
		...row,
		...{ state: state ?? ('idea' as StandardStateName), stateAt: stateAt ?? '' },
		...{ manages, drafts: manages || Boolean(sitsInDrafting) }
	};
}

/** One standard: for members of its circle, for its parties and for the groups that draft it. */
export async function standardFor(db: Database, account: Account, id: string): Promise<Standard | undefined> {
	const row = await standards(db, account).where('standard.id', '=', id).executeTakeFirst();
	return row && standardOf(account, row);
}

export interface StandardSearch {
	/** Words of the title, or the number. */
	words?: string;
	circleId?: string;
	states?: readonly StandardStateName[];
}

/** All standards the account may read, by circle and number. */
export async function standardsFor(db: Database, account: Account, search: StandardSearch = {}): Promise<Standard[]> {
	const { words = '', circleId, states } = search;
	const rows = await standards(db, account)
		.$if(circleId !== undefined, (query) => query.where('standard.circleId', '=', circleId ?? ''))
		.orderBy('standard.number')
		.orderBy('standard.title')
		.execute();
	const wanted = words.toLocaleLowerCase('de').split(/\s+/).filter(Boolean);
	return rows
		.map((row) => standardOf(account, row))
		.filter(({ number, title, circleName }) => {
			const text = `${number} ${title} ${circleName}`.toLocaleLowerCase('de');
			return wanted.every((word) => text.includes(word));
		})
		.filter(({ state }) => !states || states.includes(state));
}

/** The standards of one circle by number, without asking who wants to know. */
export async function standardsOfCircle(
	db: Database,
	circleId: string
): Promise<Pick<Standard, 'id' | 'number' | 'title' | 'kind' | 'state' | 'reviewDueOn'>[]> {
	const rows = await db
		.selectFrom('standard')
		.where('standard.circleId', '=', circleId)
		.select(['standard.id', 'number', 'title', 'kind', 'reviewDueOn'])
		.select((eb) => newestState(eb).select('standardState.state').as('state'))
		.orderBy('number')
		.execute();
	return rows.map((row) => ({ ...row, state: row.state ?? 'idea' }));
}

/** The way of a standard from the first idea, oldest first: each state with its day, its reason and who wrote it down. */
export function wayOfStandard(db: Database, standardId: string) {
	return db
		.selectFrom('standardState')
		.leftJoin('version', 'version.id', 'standardState.versionId')
		.where('standardState.standardId', '=', standardId)
		.orderBy('standardState.at')
		.orderBy(sql`standard_state.rowid`)
		.select(['standardState.id', 'state', 'reason', 'at', 'standardState.byName', 'decisionId', 'version.label'])
		.execute();
}

/** The same for whoever may change the text; undefined for all others. */
export async function draftedFor(db: Database, account: Account, id: string): Promise<Standard | undefined> {
	const standard = await standardFor(db, account, id);
	return standard?.drafts ? standard : undefined;
}

/** The same for whoever takes it through its life; undefined for all others. */
export async function managedFor(db: Database, account: Account, id: string): Promise<Standard | undefined> {
	const standard = await standardFor(db, account, id);
	return standard?.manages ? standard : undefined;
}
