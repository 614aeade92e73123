import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { quotesOf } from './reportQuotes.server.ts';
import type { ReportInput } from './report.form.ts';
import { type ReleasedReport, type ReportTexts, slugOf } from './report.ts';

export interface Report extends ReportTexts {
	id: string;
	slug: string;
	changedAt: string;
	byName: string;
	released: { at: string; byName: string; content: ReleasedReport } | null;
}

/** The report of a gathering; undefined while nobody has begun one. */
export async function reportOf(db: Database, gatheringId: string): Promise<Report | undefined> {
	const row = await db
		.selectFrom('publicReport')
		.leftJoin('reportRelease', 'reportRelease.reportId', 'publicReport.id')
		.where('gatheringId', '=', gatheringId)
		.select(['id', 'slug', 'headline', 'lead', 'body', 'caption', 'contact', 'changedAt', 'publicReport.byName'])
		.select(['reportRelease.at', 'reportRelease.byName as releasedBy', 'content'])
		.orderBy('createdAt')
		.executeTakeFirst();
	if (!row) return undefined;
	const { at, releasedBy, content, ...report } = row;
	const released = at && content ? { at, byName: releasedBy ?? '', content: JSON.parse(content) } : null;
	return { ...report, released };
}

export type ReportRefusal = Refusal<'released' | 'changed' | 'unfinished' | 'unreleased' | 'none'>;

/** Keeps the texts of a report. Refused when a colleague has changed them since they were on the screen. */
export function saveReport(
	db: Database,
	by: Actor,
	gathering: Gathering,
	{ seenAt, ...texts }: ReportInput
): Promise<string | ReportRefusal> {
	return inTransaction(db, async (trx) => {
		const report = await reportOf(trx, gathering.id);
		if (report?.released) return refuse('released');
		if ((report?.changedAt ?? '') !== seenAt) return refuse('changed');
		const id = report?.id ?? newId();
		const row = { ...texts, changedAt: by.at, byName: by.name };
		if (report) await trx.updateTable('publicReport').set(row).where('id', '=', id).execute();
		else {
			const slug = await freeSlug(trx, gathering);
			await trx
				.insertInto('publicReport')
				.values({ ...row, id, slug, gatheringId: gathering.id, circleId: null, createdAt: by.at })
				.execute();
		}
		await journal(trx, by, { verb: 'report.saved', thing: `report:${id}`, gatheringId: gathering.id });
		return id;
	});
}

async function freeSlug(trx: Trx, gathering: Gathering): Promise<string> {
	for (let number = 1; ; number += 1) {
		const slug = slugOf(gathering.title, gathering.dateOn, number);
		if (!(await trx.selectFrom('publicReport').select('id').where('slug', '=', slug).executeTakeFirst())) return slug;
	}
}

/**
 * Releases the report as it stands, with the quotes that are released at this moment. From then on it is final, and no
 * quote can be added to it: while one waits for its release, publishing without it must be meant.
 */
export function releaseReport(
	db: Database,
	by: Actor,
	gathering: Gathering,
	{ seenAt, withoutQuotes }: { seenAt: string; withoutQuotes: 0 | 1 }
): Promise<true | ReportRefusal> {
	return inTransaction(db, async (trx) => {
		const report = await reportOf(trx, gathering.id);
		if (!report) return refuse('none');
		if (report.released) return refuse('released');
		if (report.changedAt !== seenAt) return refuse('changed');
		const { headline, lead, body, caption, contact } = report;
		if (!lead || !body) return refuse('unfinished');
		const all = await quotesOf(trx, report.id);
		if (withoutQuotes === 0 && all.some(({ releasedAt }) => releasedAt === null)) return refuse('unreleased');
		const quotes = all
			.filter(({ releasedAt }) => releasedAt !== null)
			.map(({ id, name, jobFunction, text }) => ({ id, name, jobFunction, text }));
		const hosts = gathering.hosts.map(({ name }) => name);
		const content: ReleasedReport = { headline, lead, body, caption, contact, dateOn: gathering.dateOn, hosts, quotes };
		await trx
			.insertInto('reportRelease')
			.values({ reportId: report.id, at: by.at, byName: by.name, content: JSON.stringify(content) })
			.execute();
		await journal(trx, by, {
			verb: 'report.released',
			thing: `report:${report.id}`,
			gatheringId: gathering.id,
			particulars: { quotes: quotes.length }
		});
		return true;
	});
}

/** A released report for everybody; undefined before. A quote whose release was taken back is left out. */
export async function publicReport(
	db: Database,
	slug: string
): Promise<(ReleasedReport & { releasedAt: string }) | undefined> {
	const row = await db
		.selectFrom('publicReport')
		.innerJoin('reportRelease', 'reportRelease.reportId', 'publicReport.id')
		.where('slug', '=', slug)
		.select(['publicReport.id', 'content', 'reportRelease.at'])
		.executeTakeFirst();
	if (!row) return undefined;
	const content = JSON.parse(row.content) as ReleasedReport;
	const released = new Map(
		(await quotesOf(db, row.id)).filter(({ releasedAt }) => releasedAt !== null).map(({ id, text }) => [id, text])
	);
	const quotes = content.quotes.filter(({ id, text }) => released.get(id) === text);
	return { ...content, quotes, releasedAt: row.at };
}
