import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { hashToken, newId, newToken } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import type { QuoteCorrection, QuoteInput } from './report.form.ts';
import { quotesOf } from './reportQuotes.server.ts';
import { reportOf } from './reports.server.ts';

export type QuoteRefusal = Refusal<'none' | 'released' | 'gone' | 'changed'>;

/** Does something with a report that is not released yet. */
function withOpenReport<T>(
	db: Database,
	gatheringId: string,
	work: (trx: Trx, reportId: string) => Promise<T>
): Promise<T | QuoteRefusal> {
	return inTransaction(db, async (trx) => {
		const report = await reportOf(trx, gatheringId);
		if (!report) return refuse('none');
		if (report.released) return refuse('released');
		return work(trx, report.id);
	});
}

/** Adds a quote at the end. It is not released: only the quoted person can do that. */
export function addQuote(
	db: Database,
	by: Actor,
	gatheringId: string,
	{ name, jobFunction, email, text }: QuoteInput
): Promise<string | QuoteRefusal> {
	return withOpenReport(db, gatheringId, async (trx, reportId) => {
		const id = newId();
		const last = await trx
			.selectFrom('quote')
			.where('reportId', '=', reportId)
			.select((eb) => eb.fn.max('position').as('position'))
			.executeTakeFirst();
		await trx
			.insertInto('quote')
			.values({ id, reportId, position: (last?.position ?? -1) + 1, name, jobFunction, email, text })
			.execute();
		await journal(trx, by, { verb: 'report.quote_added', thing: `quote:${id}`, gatheringId });
		return id;
	});
}

/**
 * Corrects a quote. Another text makes its release void, and so does another name or function; another address makes
 * the link void. Refused when the quoted person has changed her text since it was on the screen.
 */
export function correctQuote(
	db: Database,
	by: Actor,
	gatheringId: string,
	id: string,
	{ seenText, name, jobFunction, email, text }: QuoteCorrection
): Promise<true | QuoteRefusal> {
	return withOpenReport(db, gatheringId, async (trx, reportId) => {
		const before = (await quotesOf(trx, reportId)).find((quote) => quote.id === id);
		if (!before) return refuse('gone');
		if (before.text !== seenText) return refuse('changed');
		await trx.updateTable('quote').set({ name, jobFunction, email, text }).where('id', '=', id).execute();
		const isOther = before.text !== text || before.name !== name || before.jobFunction !== jobFunction;
		if (isOther) await trx.deleteFrom('quoteRelease').where('quoteId', '=', id).execute();
		if (before.email !== email) await trx.deleteFrom('quoteLink').where('quoteId', '=', id).execute();
		await journal(trx, by, {
			verb: 'report.quote_corrected',
			thing: `quote:${id}`,
			gatheringId,
			particulars: { releaseVoid: isOther && before.releasedAt !== null }
		});
		return true;
	});
}

/** Takes a quote out of a report, with its link and its release. */
export function removeQuote(db: Database, by: Actor, gatheringId: string, id: string): Promise<true | QuoteRefusal> {
	return withOpenReport(db, gatheringId, async (trx, reportId) => {
		if (!(await quotesOf(trx, reportId)).some((quote) => quote.id === id)) return refuse('gone');
		await trx.deleteFrom('quote').where('id', '=', id).execute();
		await journal(trx, by, { verb: 'report.quote_removed', thing: `quote:${id}`, gatheringId });
		return true;
	});
}

/** Makes the link with which the quoted person reads and releases; an earlier one is void. The secret is given once. */
export function makeQuoteLink(
	db: Database,
	by: Actor,
	gatheringId: string,
	id: string
): Promise<string | Refusal<'none' | 'gone'>> {
	return inTransaction(db, async (trx) => {
		const report = await reportOf(trx, gatheringId);
		if (!report) return refuse('none');
		if (!(await quotesOf(trx, report.id)).some((quote) => quote.id === id)) return refuse('gone');
		const token = newToken();
		await trx.deleteFrom('quoteLink').where('quoteId', '=', id).execute();
		await trx
			.insertInto('quoteLink')
			.values({ hash: hashToken(token), quoteId: id, createdAt: by.at })
			.execute();
		await journal(trx, by, { verb: 'report.quote_link_made', thing: `quote:${id}`, gatheringId });
		return token;
	});
}
