import type { ImportChoices } from './importChoices.ts';
import { lineOf, NEW, OUT } from './importChoices.ts';
import type { ParticipantList } from './list.ts';
import { changesOf } from './listChanges.ts';
import type { PreviewOrganisation, PreviewRow, PreviewState } from './listPreview.ts';
import { previewList } from './listPreview.ts';
import { PROBLEM_WEIGHT } from './listProblem.ts';
import type { KnownOrganisation } from './matchOrganisation.ts';
import type { KnownPerson } from './matchPersonIndex.ts';

/** The state of a row after the decisions; `out` was left out by hand. */
export const IMPORT_STATES = [
	'new',
	'changed',
	'same',
	'twin',
	'unknownOrganisation',
	'again',
	'broken',
	'out'
] as const;
export type ImportState = PreviewState | 'out';
export type ImportTotals = Record<ImportState, number>;

export interface ImportRow extends Omit<PreviewRow, 'state'> {
	state: ImportState;
	/** What was decided for this row; empty when nothing was. */
	answer: string;
	/** True when somebody can decide something about this row. */
	isAsked: boolean;
}

/** A written organisation that is not known: what was decided for it. */
export interface OpenOrganisation extends PreviewOrganisation {
	answer: string;
}

export interface ImportPreview {
	rows: ImportRow[];
	organisations: OpenOrganisation[];
	totals: ImportTotals;
}

export interface ImportQuestion {
	list: ParticipantList;
	organisations: readonly KnownOrganisation[];
	persons: readonly KnownPerson[];
	choices: ImportChoices;
}

/** The id under which an organisation that shall be created is known during the preview. */
export function futureId(key: string): string {
	return `${NEW}:${key}`;
}

/** The key of an organisation that shall be created, or undefined for a known one. */
export function futureKey(organisationId: string): string | undefined {
	return organisationId.startsWith(`${NEW}:`) ? organisationId.slice(NEW.length + 1) : undefined;
}

function organisationChoices({ choices }: ImportQuestion): Record<string, string> {
	return Object.fromEntries(
		Object.entries(choices.organisations).map(([key, answer]) => [key, answer === NEW ? futureId(key) : answer])
	);
}

// Nameless, so that only the decision leads to them and no likeness.
function futureOrganisations({ choices }: ImportQuestion): KnownOrganisation[] {
	return Object.entries(choices.organisations)
		.filter(([, answer]) => answer === NEW)
		.map(([key]) => ({ id: futureId(key), name: '', shortName: '', aliases: [], mailDomain: '', town: '' }));
}

function twinAnswers(row: PreviewRow): string[] {
	return row.reasons.flatMap((reason) => {
		if (reason.key === 'twin') return reason.ids;
		return reason.key === 'twinInList' ? [`line:${reason.line}`] : [];
	});
}

function isOrganisationOpen({ reasons }: PreviewRow): boolean {
	return reasons.some(({ key }) => key === 'organisationUnknown' || key === 'organisationSuggested');
}

interface Settled {
	state: ImportState;
	personId: string;
	changes: PreviewRow['changes'];
}

function settleTwin(row: PreviewRow, answer: string, known: Map<string, KnownPerson>, taken: Set<string>): Settled {
	const nothing = { personId: '', changes: [] };
	if (answer === NEW) return { ...nothing, state: isOrganisationOpen(row) ? 'unknownOrganisation' : 'new' };
	if (lineOf(answer) !== undefined) return { ...nothing, state: 'again' };
	const person = known.get(answer);
	if (!person || taken.has(answer)) return { ...nothing, state: 'again' };
	taken.add(answer);
	const changes = changesOf(person, row.row, row.organisationId);
	return { state: changes.length > 0 ? 'changed' : 'same', personId: person.id, changes };
}

function settle(
	row: PreviewRow,
	question: ImportQuestion,
	known: Map<string, KnownPerson>,
	taken: Set<string>
): ImportRow {
	const answer = question.choices.persons[row.row.line] ?? '';
	const doubts = row.row.problems.some(({ key }) => PROBLEM_WEIGHT[key] === 'ask');
	const isAsked = row.state === 'twin' || (doubts && row.state !== 'again' && row.state !== 'broken');
	const whole = { ...row, answer: '', isAsked };
	if (answer === OUT && row.state !== 'broken') return { ...whole, answer, isAsked: true, state: 'out' };
	if (row.state !== 'twin') return whole;
	if (answer !== NEW && !twinAnswers(row).includes(answer)) return whole;
	return { ...whole, answer, ...settleTwin(row, answer, known, taken) };
}

/** Compares a list with the directory as decided so far. Nothing is written; open questions stay open. */
export function judgeImport(question: ImportQuestion): ImportPreview {
	const preview = previewList({
		rows: question.list.rows,
		organisations: [...question.organisations, ...futureOrganisations(question)],
		persons: question.persons,
		organisationChoices: organisationChoices(question)
	});
	const known = new Map(question.persons.map((person) => [person.id, person]));
	const certain = preview.rows.filter(({ state }) => state === 'same' || state === 'changed');
	const taken = new Set(certain.map(({ personId }) => personId));
	const rows = preview.rows.map((row) => settle(row, question, known, taken));
	const totals = Object.fromEntries(IMPORT_STATES.map((state) => [state, 0])) as ImportTotals;
	for (const { state } of rows) totals[state]++;
	const asked = question.choices.organisations;
	const organisations = preview.organisations
		.filter(({ key, match }) => match.kind !== 'same' || asked[key] !== undefined)
		.map((organisation) => ({ ...organisation, answer: asked[organisation.key] ?? '' }));
	return { rows, organisations, totals };
}

/** The earlier line in which the person of an `again` row stands; undefined when it is a known person. */
export function earlierLine(row: ImportRow): number | undefined {
	const chosen = lineOf(row.answer);
	if (chosen !== undefined) return chosen;
	const reason = row.reasons.find(({ key }) => key === 'again');
	return reason?.key === 'again' ? reason.line : undefined;
}
