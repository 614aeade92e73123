import { type Account } from '#lib/accounts/account.ts';
import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { CircleInput } from './circle.form.ts';
import type { Circle } from './circle.ts';
import { insertSeat } from './seats.server.ts';
import type { Schema } from '#migrations/schema.ts';

function circles(db: Database, account: Account) {
	return db
		.selectFrom('circle')
		.selectAll('circle')
		.select((eb) =>
			eb
				.exists(
					eb
						.selectFrom('seat')
						.whereRef('seat.circleId', '=', 'circle.id')
						.where('seat.organisationId', '=', account.organisationId ?? '')
						.where('seat.untilOn', 'is', null)
						.select('seat.id')
				)
				.as('sits')
		)
		.select((eb) =>
			eb
				.exists(eb.selectFrom('mandate').whereRef('mandate.circleId', '=', 'circle.id').select('mandate.id'))
				.as('mandated')
		)
		.$if(!account.isAdministrator, (query) =>
			query.where((eb) =>
				eb.exists(
					eb
						.selectFrom('seat')
						.whereRef('seat.circleId', '=', 'circle.id')
						.where('seat.organisationId', '=', account.organisationId ?? '')
						.select('seat.id')
				)
			)
		);
}

/** Who organizes and sits in a circle now may change its seats; no organisation owns it. */
function manages(account: Account, sits: unknown): boolean {
	return account.isAdministrator || (account.organizes && Boolean(sits));
}

function circleOf(account: Account, row: Schema['circle'] & { sits: unknown; mandated: unknown }): Circle {
	const { sits, mandated, id, name, kind, purpose, rhythm, createdAt } = row;
	return {
		...{ id, name, kind, purpose, rhythm, createdAt },
		...{ sits: Boolean(sits), manages: manages(account, sits), hasMandate: Boolean(mandated) }
	};
}

/** Circles in which the own organisation has or had a seat, with the number of organisations that sit there today. */
export async function circlesFor(
	db: Database,
	account: Account,
	todayOn?: string
): Promise<(Circle & { organisations: number })[]> {
	const rows = await circles(db, account)
		.select((eb) =>
			eb
				.selectFrom('seat')
				.whereRef('seat.circleId', '=', 'circle.id')
				.where((seat) => seat.or([seat('untilOn', 'is', null), seat('untilOn', '>=', todayOn ?? '')]))
				.select(({ fn }) => fn.count<number>('organisationId').distinct().as('count'))
				.as('organisations')
		)
		.execute();
	rows.sort((a, b) => a.name.localeCompare(b.name, 'de'));
	return rows.map((row) => ({ ...circleOf(account, row), organisations: Number(row.organisations) }));
}

/** One circle, when the own organisation has or had a seat in it. */
export async function circleFor(db: Database, account: Account, id: string): Promise<Circle | undefined> {
	const row = await circles(db, account).where('circle.id', '=', id).executeTakeFirst();
	return row && circleOf(account, row);
}

/** Adds a circle; the own organisation takes the first seat in it, so that it can see it. */
export function createCircle(
	db: Database,
	by: Actor,
	account: Account,
	input: CircleInput
): Promise<string | Refusal<'not_allowed'>> {
	return inTransaction(db, async (trx) => {
		if (!manages(account, true)) return refuse('not_allowed');
		const id = newId();
		await trx
			.insertInto('circle')
			.values({ ...input, id, createdAt: by.at })
			.execute();
		await journal(trx, by, { verb: 'circle.created', thing: `circle:${id}` });
		if (account.organisationId) {
			const { organisationId } = account;
			await insertSeat(trx, by, id, {
				...{ organisationId, personId: null, kind: 'voting', sinceOn: berlinDay(by.at), termEndsOn: null }
			});
		}
		return id;
	});
}
