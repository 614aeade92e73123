import type { FieldChange } from './listChanges.ts';
import { changesOf } from './listChanges.ts';
import type { RowProblem } from './listProblem.ts';
import { PROBLEM_WEIGHT } from './listProblem.ts';
import type { ListRow } from './listRow.ts';
import type { OrganisationMatch } from './matchOrganisation.ts';
import { matchOrganisation } from './matchOrganisation.ts';
import type { KnownOrganisation } from './matchOrganisationIndex.ts';
import { indexOrganisations } from './matchOrganisationIndex.ts';
import { organisationKey } from './matchWords.ts';
import type { PersonMatch, TwinReason, WrittenPerson } from './matchPerson.ts';
import { matchPerson } from './matchPerson.ts';
import type { KnownPerson, PersonIndex } from './matchPersonIndex.ts';
import { addPerson, emptyPersonIndex, indexPersons } from './matchPersonIndex.ts';

export const PREVIEW_STATES = ['new', 'changed', 'same', 'twin', 'again', 'unknownOrganisation', 'broken'] as const;
export type PreviewState = (typeof PREVIEW_STATES)[number];

/** Why a row is in its state. `line` is an earlier line of the list, `ids` are persons or organisations. */
export type PreviewReason =
	| { key: 'problem'; problem: RowProblem }
	| { key: 'again'; line: number }
	| { key: 'twin'; reason: TwinReason; ids: string[] }
	| { key: 'twinInList'; reason: TwinReason; line: number }
	| { key: 'sharedMailbox'; ids: string[]; lines: number[] }
	| { key: 'organisationUnknown'; written: string }
	| { key: 'organisationSuggested'; written: string; ids: string[] };

export interface PreviewRow {
	row: ListRow;
	state: PreviewState;
	reasons: PreviewReason[];
	/** The known person that is meant (`same`, `changed`) or asked about (`twin`); empty otherwise. */
	personId: string;
	/** The settled organisation; empty while it is open. */
	organisationId: string;
	changes: FieldChange[];
}

/** A written organisation with its lines: it is decided once for all of them. */
export interface PreviewOrganisation {
	key: string;
	written: string;
	lines: number[];
	match: OrganisationMatch;
}

export interface ListPreview {
	rows: PreviewRow[];
	organisations: PreviewOrganisation[];
	totals: Record<PreviewState, number>;
}

/** `organisationChoices`: what somebody decided for a written name, by `organisationChoiceKey`. */
export interface PreviewInput {
	rows: readonly ListRow[];
	organisations: readonly KnownOrganisation[];
	persons: readonly KnownPerson[];
	organisationChoices?: Readonly<Record<string, string>>;
}

/** The key under which a choice for a row's organisation is kept: the written name, or the mail domain without one. */
export function organisationChoiceKey(row: Pick<ListRow, 'organisation' | 'email'>): string {
	return organisationKey(row.organisation) || `@${row.email.split('@')[1] ?? ''}`;
}

interface Context {
	known: PersonIndex;
	inList: PersonIndex;
	/** Known person → first line that means it. */
	claimed: Map<string, number>;
	/** Lines whose organisation is known. */
	settledLines: Set<number>;
	organisations: Map<string, PreviewOrganisation>;
	settle: (row: ListRow) => OrganisationMatch;
}

function openContext(input: PreviewInput): Context {
	const index = indexOrganisations(input.organisations);
	const answers = new Map<string, OrganisationMatch>();
	const ids = new Set(input.organisations.map(({ id }) => id));
	const settle = (row: ListRow): OrganisationMatch => {
		const choice = input.organisationChoices?.[organisationChoiceKey(row)];
		if (choice !== undefined && ids.has(choice)) return { kind: 'same', id: choice, by: 'alias' };
		const key = `${organisationKey(row.organisation)}@${row.email.split('@')[1] ?? ''}`;
		const answer = answers.get(key) ?? matchOrganisation(index, row.organisation, row.email);
		answers.set(key, answer);
		return answer;
	};
	const known = indexPersons(input.persons);
	const inList = emptyPersonIndex();
	return { known, inList, claimed: new Map(), settledLines: new Set(), organisations: new Map(), settle };
}

function noteOrganisation(context: Context, row: ListRow, match: OrganisationMatch): void {
	const key = organisationChoiceKey(row);
	const noted = context.organisations.get(key);
	if (noted) noted.lines.push(row.line);
	else context.organisations.set(key, { key, written: row.organisation, lines: [row.line], match });
}

function organisationReason(row: ListRow, match: OrganisationMatch): PreviewReason | undefined {
	if (match.kind === 'same') return undefined;
	const written = row.organisation;
	if (match.kind === 'unknown') return { key: 'organisationUnknown', written };
	return { key: 'organisationSuggested', written, ids: match.candidates.map(({ id }) => id) };
}

/** The row as a person among the rows; an open organisation is compared by its written name. */
function asWritten(row: ListRow, organisationId: string): WrittenPerson {
	const { firstName, lastName, email, unit } = row;
	return { firstName, lastName, email, unit, organisationId };
}

function inListVerdict(context: Context, row: ListRow, organisationId: string): PreviewReason | undefined {
	const own = organisationId || (row.organisation === '' ? '' : `written ${organisationChoiceKey(row)}`);
	const match = matchPerson(context.inList, asWritten(row, own));
	if (match.kind === 'same') return { key: 'again', line: Number(match.id) };
	addPerson(context.inList, { ...asWritten(row, own), id: String(row.line) });
	if (organisationId !== '') context.settledLines.add(row.line);
	if (match.kind === 'new')
		return match.sharedMailbox.length === 0
			? undefined
			: { key: 'sharedMailbox', ids: [], lines: match.sharedMailbox.map(Number) };
	const line = Number(match.id);
	const bothSettled = organisationId !== '' && context.settledLines.has(line);
	// Two lines that name different known organisations are two people: the list itself says so.
	if (match.reason === 'sameNameOtherOrganisation' && bothSettled) return undefined;
	return { key: 'twinInList', reason: match.reason, line };
}

function stateOf(match: PersonMatch, reasons: PreviewReason[], changes: FieldChange[]): PreviewState {
	if (reasons.some(({ key }) => key === 'again')) return 'again';
	if (match.kind === 'same') return changes.length > 0 ? 'changed' : 'same';
	if (match.kind === 'twin' || reasons.some(({ key }) => key === 'twinInList')) return 'twin';
	const open = reasons.some(({ key }) => key === 'organisationUnknown' || key === 'organisationSuggested');
	return open ? 'unknownOrganisation' : 'new';
}

function previewRow(context: Context, row: ListRow, persons: Map<string, KnownPerson>): PreviewRow {
	const reasons: PreviewReason[] = row.problems.map((problem) => ({ key: 'problem', problem }));
	const base = { row, reasons, personId: '', organisationId: '', changes: [] };
	if (row.problems.some(({ key }) => PROBLEM_WEIGHT[key] === 'stop')) return { ...base, state: 'broken' };
	const organisation = context.settle(row);
	noteOrganisation(context, row, organisation);
	const organisationId = organisation.kind === 'same' ? organisation.id : '';
	const openOrganisation = organisationReason(row, organisation);
	if (openOrganisation) reasons.push(openOrganisation);
	const match = matchPerson(context.known, asWritten(row, organisationId));
	const inList = inListVerdict(context, row, organisationId);
	const claimedBy = match.kind === 'same' ? context.claimed.get(match.id) : undefined;
	if (claimedBy !== undefined) reasons.push({ key: 'again', line: claimedBy });
	else if (inList && (match.kind !== 'same' || inList.key !== 'twinInList')) reasons.push(inList);
	if (match.kind === 'twin') reasons.push({ key: 'twin', reason: match.reason, ids: [match.id, ...match.others] });
	if (match.kind === 'new' && match.sharedMailbox.length > 0)
		reasons.push({ key: 'sharedMailbox', ids: match.sharedMailbox, lines: [] });
	const person = match.kind === 'same' ? persons.get(match.id) : undefined;
	if (person && claimedBy === undefined) context.claimed.set(person.id, row.line);
	const changes = person ? changesOf(person, row, organisationId) : [];
	const personId = match.kind === 'new' ? '' : match.id;
	return { ...base, personId, organisationId, changes, state: stateOf(match, reasons, changes) };
}

/** Compares a list with what is known, row by row: nothing is written, every state has its reasons. */
export function previewList(input: PreviewInput): ListPreview {
	const context = openContext(input);
	const persons = new Map(input.persons.map((person) => [person.id, person]));
	const rows = input.rows.map((row) => previewRow(context, row, persons));
	const totals: Record<PreviewState, number> = {
		new: 0,
		changed: 0,
		same: 0,
		twin: 0,
		again: 0,
		unknownOrganisation: 0,
		broken: 0
	};
	for (const { state } of rows) totals[state]++;
	return { rows, organisations: [...context.organisations.values()], totals };
}
