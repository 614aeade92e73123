import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { hashToken } from '#lib/db/ids.server.ts';
import { type Gathering } from '#lib/gatherings/gathering.ts';
import { gatheringById } from '#lib/gatherings/gatherings.server.ts';
import { journal } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { quotesOf } from './reportQuotes.server.ts';
import type { OfficeQuote } from './report.ts';
import { type Report, reportOf } from './reports.server.ts';

/** What the quoted person sees: her quote, the report around it, and nobody else's quote. */
export interface OwnQuote {
	quote: OfficeQuote;
	report: Report;
	gathering: Gathering;
	/** The report is out, and her quote stands in it as she released it. */
	isPublished: boolean;
}

/** What stands behind a link for a quoted person; undefined when it is unknown or void. */
export async function quoteByToken(db: Database, token: string): Promise<OwnQuote | undefined> {
	if (token.length !== 43) return undefined;
	const row = await db
		.selectFrom('quoteLink')
		.innerJoin('quote', 'quote.id', 'quoteLink.quoteId')
		.innerJoin('publicReport', 'publicReport.id', 'quote.reportId')
		.where('hash', '=', hashToken(token))
		.select(['quote.id', 'reportId', 'gatheringId'])
		.executeTakeFirst();
	if (!row?.gatheringId) return undefined;
	const report = await reportOf(db, row.gatheringId);
	const gathering = await gatheringById(db, row.gatheringId);
	const quote = (await quotesOf(db, row.reportId)).find(({ id }) => id === row.id);
	if (!report || report.id !== row.reportId || !gathering || !quote) return undefined;
	const printed = report.released?.content.quotes.find(({ id }) => id === quote.id);
	return { quote, report, gathering, isPublished: quote.releasedAt !== null && printed?.text === quote.text };
}

/** She releases exactly the text she sends; when she has corrected it, the correction is her quote. */
export function releaseQuote(
	db: Database,
	token: string,
	text: string,
	at: string
): Promise<true | Refusal<'gone' | 'printed'>> {
	return inTransaction(db, async (trx) => {
		const own = await quoteByToken(trx, token);
		if (!own) return refuse('gone');
		if (own.report.released) return refuse('printed');
		const { id: quoteId, name } = own.quote;
		await trx.updateTable('quote').set({ text }).where('id', '=', quoteId).execute();
		await trx
			.insertInto('quoteRelease')
			.values({ quoteId, text, at, byName: name })
			.onConflict((conflict) => conflict.column('quoteId').doUpdateSet({ text, at, byName: name }))
			.execute();
		await journal(
			trx,
			{ accountId: null, name, at },
			{
				verb: 'report.quote_released',
				thing: `quote:${quoteId}`,
				gatheringId: own.gathering.id,
				particulars: { isCorrected: own.quote.text !== text }
			}
		);
		return true;
	});
}

/** She takes her release back, at any time: the quote is no longer shown, not even in a report that is out. */
export function takeBackQuote(db: Database, token: string, at: string): Promise<true | Refusal<'gone'>> {
	return inTransaction(db, async (trx) => {
		const own = await quoteByToken(trx, token);
		if (!own) return refuse('gone');
		if (own.quote.releasedAt === null) return true;
		await trx.deleteFrom('quoteRelease').where('quoteId', '=', own.quote.id).execute();
		await journal(
			trx,
			{ accountId: null, name: own.quote.name, at },
			{ verb: 'report.quote_taken_back', thing: `quote:${own.quote.id}`, gatheringId: own.gathering.id }
		);
		return true;
	});
}
