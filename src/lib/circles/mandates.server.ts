import type { Account } from '#lib/accounts/account.ts';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { Circle } from './circle.ts';
import { circleFor, circlesFor } from './circles.server.ts';
import type { MandateInput, ReportInput } from './mandate.form.ts';
import { isDone, type Mandate } from './mandate.ts';

function mandates(db: Database) {
	return db
		.selectFrom('mandate')
		.innerJoin('circle', 'circle.id', 'mandate.circleId')
		.innerJoin('circle as above', 'above.id', 'mandate.reportsToId')
		.leftJoin('decision', 'decision.id', 'mandate.decisionId')
		.leftJoin('finding', 'finding.id', 'mandate.findingId')
		.select(['mandate.id', 'mandate.circleId', 'circle.name', 'mandate.text', 'reportsToId', 'givenOn', 'reportDueOn'])
		.select(['above.name as reportsToName', 'mandate.decisionId', 'decision.title as decisionTitle'])
		.select(['finding.text as finding', 'mandate.findingId']);
}

async function withReports(db: Database, query: ReturnType<typeof mandates>) {
	const rows = await query.orderBy('givenOn', 'desc').orderBy('mandate.id').execute();
	const ids = rows.map(({ id }) => id);
	const reports = await db
		.selectFrom('mandateReport')
		.where('mandateId', 'in', ids)
		.selectAll()
		.orderBy('at', 'desc')
		.execute();
	const byMandate = Map.groupBy(reports, ({ mandateId }) => mandateId);
	return rows.map((row) => ({
		...row,
		reports: (byMandate.get(row.id) ?? []).map(({ id, at, byName, text, isFinal }) => ({
			...{ id, at, byName, text, isFinal: isFinal === 1 }
		}))
	}));
}

/** The mandates of a group, the newest first, with their reports. Two queries. */
export function mandatesOf(db: Database, circleId: string): Promise<(Mandate & { circleId: string; name: string })[]> {
	return withReports(db, mandates(db).where('mandate.circleId', '=', circleId));
}

export interface MandatePage {
	circle: Circle;
	/** Members of the group report. */
	mayReport: boolean;
	/** Whoever organizes in the group or in the circle above it words the mandate and names members. */
	maySet: boolean;
}

/** A group with a mandate, for its own members and those of the circle it reports to. */
export async function mandatePageFor(db: Database, account: Account, id: string): Promise<MandatePage | undefined> {
	const above = await db.selectFrom('mandate').where('circleId', '=', id).select('reportsToId').distinct().execute();
	const readable = await circlesFor(db, account);
	const over = readable.filter((circle) => above.some(({ reportsToId }) => reportsToId === circle.id));
	const own = await circleFor(db, account, id);
	const maySet = (own?.manages ?? false) || over.some(({ manages }) => manages);
	if (own) {
		if (own.kind !== 'small_group' && !own.hasMandate) return undefined;
		return { circle: own, mayReport: own.sits || own.manages, maySet };
	}
	if (over.length === 0) return undefined;
	const row = await db.selectFrom('circle').where('id', '=', id).selectAll().executeTakeFirst();
	return row && { circle: { ...row, sits: false, manages: false, hasMandate: true }, mayReport: false, maySet };
}

/** Writes a mandate down; the caller has checked who may. */
export async function insertMandate(
	trx: Trx,
	by: Actor,
	circleId: string,
	mandate: MandateInput & { decisionId: string | null; findingId: string | null }
): Promise<string> {
	const id = newId();
	await trx
		.insertInto('mandate')
		.values({ ...mandate, id, circleId, givenOn: berlinDay(by.at) })
		.execute();
	await journal(trx, by, { verb: 'mandate.given', thing: `mandate:${id}`, particulars: { circleId } });
	return id;
}

/** Words the mandate of a group anew. After its final report, and for a group without one, it is a new mandate. */
export function setMandate(
	db: Database,
	by: Actor,
	account: Account,
	group: MandatePage,
	input: MandateInput
): Promise<string | Refusal<'not_allowed' | 'unknown_circle' | 'past_date'>> {
	return inTransaction(db, async (trx) => {
		if (!group.maySet) return refuse('not_allowed');
		const { circle } = group;
		const [current] = await mandatesOf(trx, circle.id);
		const isKept = current?.reportsToId === input.reportsToId;
		if (input.reportsToId === circle.id) return refuse('unknown_circle');
		if (!isKept && !(await circleFor(trx, account, input.reportsToId))) return refuse('unknown_circle');
		if (input.reportDueOn < berlinDay(by.at) && input.reportDueOn !== current?.reportDueOn) return refuse('past_date');
		if (!current || isDone(current)) {
			return insertMandate(trx, by, circle.id, { ...input, decisionId: null, findingId: null });
		}
		await trx.updateTable('mandate').set(input).where('id', '=', current.id).execute();
		await journal(trx, by, { verb: 'mandate.corrected', thing: `mandate:${current.id}` });
		return current.id;
	});
}

/** A report of the group on its newest mandate; the final one closes it. */
export function reportOnMandate(
	db: Database,
	by: Actor,
	group: MandatePage,
	input: ReportInput
): Promise<string | Refusal<'not_allowed' | 'no_mandate' | 'done'>> {
	return inTransaction(db, async (trx) => {
		if (!group.mayReport) return refuse('not_allowed');
		const [current] = await mandatesOf(trx, group.circle.id);
		if (!current) return refuse('no_mandate');
		if (isDone(current)) return refuse('done');
		const id = newId();
		await trx
			.insertInto('mandateReport')
			.values({ ...input, id, mandateId: current.id, at: by.at, byName: by.name })
			.execute();
		await journal(trx, by, {
			verb: 'mandate.reported',
			thing: `mandate:${current.id}`,
			particulars: { isFinal: input.isFinal === 1 }
		});
		return id;
	});
}
