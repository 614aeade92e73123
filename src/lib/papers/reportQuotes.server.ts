import type { Database } from '#lib/db/database.server.ts';
import type { OfficeQuote } from './report.ts';

/** The quotes of a report in their order. A release counts only while the text is the one that was released. */
export async function quotesOf(db: Database, reportId: string): Promise<OfficeQuote[]> {
	const rows = await db
		.selectFrom('quote')
		.leftJoin('quoteRelease', 'quoteRelease.quoteId', 'quote.id')
		.where('reportId', '=', reportId)
		.select(['quote.id', 'name', 'jobFunction', 'email', 'quote.text', 'at', 'quoteRelease.text as releasedText'])
		.select((eb) =>
			eb.exists(eb.selectFrom('quoteLink').whereRef('quoteId', '=', 'quote.id').select('hash')).as('hasLink')
		)
		.orderBy('position')
		.execute();
	return rows.map(({ at, releasedText, hasLink, ...quote }) => ({
		...quote,
		hasLink: Boolean(hasLink),
		releasedAt: releasedText === quote.text ? at : null
	}));
}
