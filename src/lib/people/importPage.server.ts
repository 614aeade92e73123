import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import { pageOf } from './directory.ts';
import { bareColumns, fieldsFor, importColumns } from './importList.ts';
import { futureOptions, similarInList } from './importOrganisations.ts';
import { futureId, type ImportPreview, type ImportRow, type OpenOrganisation } from './importPreview.ts';
import { importFor, type ListImport, previewImport } from './listImports.server.ts';
import { proposeOrganisation } from './organisationProposal.ts';
import { organisationsOf } from './organisations.server.ts';
import { fullName, workOf } from './person.ts';
import { allPersons } from './persons.server.ts';

const SKIPPED_AT_MOST = 50;

function questionsOf(open: readonly OpenOrganisation[], list: ListImport) {
	const similar = similarInList(open);
	return open.map((organisation) => {
		const { key, written, lines, answer, match } = organisation;
		const likely = match.kind === 'suggest' ? match.candidates.map(({ id, why }) => ({ id, why })) : [];
		const side = list.choices.sides[key] ?? proposeOrganisation(written).side;
		const future = futureOptions(open, key);
		const alike = (similar.get(key) ?? []).map(futureId);
		return { key, written, lines, answer, likely, future, side, isAlike: future.some(({ id }) => alike.includes(id)) };
	});
}

/** The persons that the rows ask about, in words: “Eva Berg, Jobcenter, U25”. */
async function personsAsked(db: Database, rows: readonly ImportRow[]): Promise<Record<string, string>> {
	const ids = new Set(rows.flatMap(({ reasons }) => reasons.flatMap((reason) => ('ids' in reason ? reason.ids : []))));
	if (ids.size === 0) return {};
	const asked = (await allPersons(db)).filter(({ id }) => ids.has(id));
	const words = asked.map((person) => [
		person.id,
		[fullName(person), person.organisationShortName, workOf(person), person.email].filter(Boolean).join(', ')
	]);
	return Object.fromEntries(words) as Record<string, string>;
}

function shownRows(preview: ImportPreview, state: string, page: number) {
	return pageOf(state === '' ? preview.rows : preview.rows.filter((row) => row.state === state), page);
}

/** The page of a list: how it was understood, what is asked, what would happen. Nothing is written. */
export async function importPage(db: Database, account: Account, id: string, ask: { state: string; page: number }) {
	const stored = await importFor(db, account, id);
	if (!stored) return undefined;
	const { sheets, choices, ...head } = stored;
	if (stored.application) return { head, preview: undefined };
	const preview = await previewImport(db, stored);
	// A filter whose last row was just decided shows everything again.
	const state = preview.rows.some((row) => row.state === ask.state) ? ask.state : '';
	const rows = shownRows(preview, state, ask.page);
	const { list, totals } = preview;
	const cells = sheets[choices.sheet]?.cells ?? [];
	return {
		head,
		preview: {
			totals,
			state,
			rows,
			count: preview.rows.length,
			questions: questionsOf(preview.organisations, stored),
			organisations: (await organisationsOf(db)).map(({ id: organisationId, name }) => ({ id: organisationId, name })),
			persons: await personsAsked(db, rows.rows),
			columns: list.headingFound ? importColumns(list, cells) : bareColumns(cells),
			fields: fieldsFor(stored.gatheringId !== null),
			headingFound: list.headingFound,
			headingLine: list.headingLines.at(-1) ?? 0,
			sheet: choices.sheet,
			sheets: sheets.map(({ name }) => name),
			skipped: list.skipped.slice(0, SKIPPED_AT_MOST),
			skippedCount: list.skipped.length
		}
	};
}

export type ImportPreviewPage = NonNullable<NonNullable<Awaited<ReturnType<typeof importPage>>>['preview']>;
