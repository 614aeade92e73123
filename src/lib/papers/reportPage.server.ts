import type { Database } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { titledSurnames } from '#lib/minutes/caseHint.ts';
import { quotesOf } from './reportQuotes.server.ts';
import type { OfficeQuote } from './report.ts';
import { type KnownAround, type ReportHint, reportHints } from './reportHint.ts';
import { type Report, reportOf } from './reports.server.ts';

/** A part of the report in which something looks like a case. */
export interface HintedPart {
	part: 'lead' | 'body' | 'caption' | 'quote';
	/** Whose quote. */
	name: string;
	hints: ReportHint[];
}

export interface ReportPage {
	report: Report | undefined;
	quotes: OfficeQuote[];
	hinted: HintedPart[];
}

/** What the office sees of the report of a gathering; a fixed number of queries. */
export async function reportPage(db: Database, gathering: Gathering, todayOn: string): Promise<ReportPage> {
	const report = await reportOf(db, gathering.id);
	if (!report) return { report, quotes: [], hinted: [] };
	const quotes = await quotesOf(db, report.id);
	const known = await knownAround(db, gathering, quotes, todayOn);
	const parts: Omit<HintedPart, 'hints'>[] = [];
	const texts = [report.lead, report.body, report.caption, ...quotes.map(({ text }) => text)];
	for (const part of ['lead', 'body', 'caption'] as const) parts.push({ part, name: '' });
	for (const { name } of quotes) parts.push({ part: 'quote', name });
	const hinted = parts.map((part, index) => ({ ...part, hints: reportHints(texts[index] ?? '', known) }));
	return { report, quotes, hinted: hinted.filter(({ hints }) => hints.length > 0) };
}

const NAMED_AFTER_PLACES: readonly string[] = ['public_youth_office', 'job_center', 'health_office', 'clinic'];

/** Places by their names: where organisations are, what offices and clinics are called after, where people meet. */
function placesAround(gathering: Gathering, organisations: readonly { name: string; kind: string; town: string }[]) {
	const last = (text: string) => /\s(\p{Lu}[\p{L}-]+)$/u.exec(text)?.[1] ?? '';
	const named = organisations.filter(({ kind }) => NAMED_AFTER_PLACES.includes(kind)).map(({ name }) => last(name));
	const all = [...organisations.map(({ town }) => town), ...named, last(gathering.place)];
	return [...new Set(all.filter((place) => place !== ''))];
}

/** Who may be named: participants, the team, who is quoted, the contact, people of invented cases. */
async function knownAround(
	db: Database,
	gathering: Gathering,
	quotes: readonly OfficeQuote[],
	todayOn: string
): Promise<KnownAround> {
	const people = await db
		.selectFrom('person')
		.where((eb) =>
			eb.or([
				eb('id', 'in', eb.selectFrom('registration').where('gatheringId', '=', gathering.id).select('personId')),
				eb('id', 'in', eb.selectFrom('teamMember').where('gatheringId', '=', gathering.id).select('personId'))
			])
		)
		.select('lastName')
		.execute();
	const cases = await db
		.selectFrom('fictionalCase')
		.innerJoin('workshop', 'workshop.id', 'workshopId')
		.where('gatheringId', '=', gathering.id)
		.select(['setting', 'facts', 'stageTwo'])
		.execute();
	const organisations = await db.selectFrom('organisation').select(['name', 'kind', 'town']).execute();
	// "Dr. Anna von Berg" may be called Frau Berg or Frau von Berg.
	const surnames = (name: string) => {
		const words = name.trim().split(' ');
		return words.map((_, index) => words.slice(index).join(' '));
	};
	const invented = cases.flatMap(({ setting, facts, stageTwo }) => titledSurnames(`${setting} ${facts} ${stageTwo}`));
	return {
		surnames: new Set([
			...people.map(({ lastName }) => lastName),
			...quotes.flatMap(({ name }) => surnames(name)),
			...surnames(gathering.contactName),
			...invented
		]),
		towns: placesAround(gathering, organisations),
		todayOn
	};
}
