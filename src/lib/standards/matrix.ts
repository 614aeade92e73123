import { kindName } from '#lib/people/organisation.ts';
import type { StandardStateName } from '#migrations/schema.ts';
import { partyKey } from './partyWords.ts';
import type { Party, ProcedureStep, Role } from './standardText.ts';

export const MATRIX_BY = ['kind', 'organisation'] as const;
export type MatrixBy = (typeof MATRIX_BY)[number];

export interface MatrixOrganisation {
	id: string;
	name: string;
	kind: string;
	/** The organisation it is a department of. */
	partOfId: string | null;
}

/** What is shown first: kinds, as long as there are at least two of them; the departments of one office are one kind. */
export function byWhat(organisations: readonly MatrixOrganisation[]): MatrixBy {
	return new Set(organisations.map(({ kind }) => kind)).size > 1 ? 'kind' : 'organisation';
}

/** A standard as the matrix needs it: who acts in its steps. */
export interface MatrixStandard {
	id: string;
	number: number;
	title: string;
	state: StandardStateName;
	isInForce: boolean;
}
export interface MatrixSource extends MatrixStandard {
	steps: ProcedureStep[];
	/** Organisations the text is written for: a role means those of them that are of its kind. */
	partyIds: string[];
}

export interface MatrixPartner {
	key: string;
	name: string;
	kind: string;
	/** Only of a department, and only where partners are single organisations. */
	partOfId: string | null;
}

/**
 * `same`: two of one kind without a standard of their own; that is no gap. Two departments of one house are a gap:
 * they are kept apart because their work differs. `self` is the diagonal; by kind, what a kind settles among its own
 * stands there.
 */
export interface MatrixCell {
	kind: 'self' | 'governed' | 'draft' | 'gap' | 'same';
	standards: MatrixStandard[];
}

export interface Matrix {
	partners: MatrixPartner[];
	/** By row and column in the order of the partners; the same on both sides of the diagonal. */
	cells: MatrixCell[][];
	/** Pairs, each counted once. */
	counts: { governed: number; draft: number; gap: number };
}

const KINDS: Partial<Record<Role, string>> = {
	youth_office: 'public_youth_office',
	provider: 'free_provider',
	clinic: 'clinic',
	job_center: 'job_center',
	early_help: 'early_help_network',
	school: 'school',
	police: 'police_justice',
	family_court: 'police_justice'
};

function acts(party: Party, partner: MatrixPartner, source: MatrixSource, kinds: ReadonlyMap<string, string>): boolean {
	if ('other' in party) return false;
	const isKind = partner.key.startsWith('kind:');
	// What is written for a whole organisation holds for its departments.
	const isOrWithin = (id: string) => id === partner.key || id === partner.partOfId;
	if ('organisationId' in party) {
		return isKind ? kinds.get(party.organisationId) === partner.kind : isOrWithin(party.organisationId);
	}
	if (KINDS[party.role] !== partner.kind) return false;
	return isKind || source.partyIds.some(isOrWithin);
}

/** The parts somebody plays in a standard: keys of the parties of its steps. */
function partsIn(source: MatrixSource, partner: MatrixPartner, kinds: ReadonlyMap<string, string>): Set<string> {
	const parties = source.steps.flatMap(({ responsible, involved }) => [...responsible, ...involved]);
	return new Set(parties.filter((party) => acts(party, partner, source, kinds)).map(partyKey));
}

/** Two partners meet in a standard when they play different parts in it; two providers in one part do not. */
function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	return [...a].some((part) => [...b].some((other) => other !== part));
}

/** Do two of one kind need no standard? A house and its department, or two houses; not two departments of one house. */
function areAlike(a: MatrixPartner, b: MatrixPartner): boolean {
	if (a.partOfId === b.key || b.partOfId === a.key) return true;
	return a.kind === b.kind && (a.partOfId === null || a.partOfId !== b.partOfId);
}

/** Organisations of one kind that a standard names each with a part of its own. */
function settlesAmongOwn(parts: ReadonlySet<string>): boolean {
	return [...parts].filter((part) => part.startsWith('organisation:')).length > 1;
}

function partnersOf(organisations: readonly MatrixOrganisation[], by: MatrixBy): MatrixPartner[] {
	const all =
		by === 'organisation'
			? organisations.map(({ id, name, kind, partOfId }) => ({ key: id, name, kind, partOfId }))
			: [...new Set(organisations.map(({ kind }) => kind))].map((kind) => ({
					...{ key: `kind:${kind}`, name: kindName(kind), kind, partOfId: null }
				}));
	return all.toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
}

/** Which standard governs what happens between two partners, and where nothing does. */
export function matrixOf(
	organisations: readonly MatrixOrganisation[],
	sources: readonly MatrixSource[],
	by: MatrixBy
): Matrix {
	const partners = partnersOf(organisations, by);
	const kinds = new Map(organisations.map(({ id, kind }) => [id, kind]));
	const parts = sources.map((source) => partners.map((partner) => partsIn(source, partner, kinds)));
	const cell = (a: number, b: number): MatrixCell => {
		const of = (s: number, partner: number) => parts[s]?.[partner] ?? new Set<string>();
		const standards = sources
			.filter((_, s) => (a === b ? by === 'kind' && settlesAmongOwn(of(s, a)) : meet(of(s, a), of(s, b))))
			.toSorted((x, y) => Number(y.isInForce) - Number(x.isInForce) || x.number - y.number)
			.map(({ id, number, title, state, isInForce }) => ({ id, number, title, state, isInForce }));
		if (a === b) return { kind: 'self', standards };
		if (standards.length > 0) return { kind: standards[0]?.isInForce ? 'governed' : 'draft', standards };
		const [one, other] = [partners[a], partners[b]];
		return { kind: one && other && areAlike(one, other) ? 'same' : 'gap', standards };
	};
	const cells = partners.map((_, a) => partners.map((__, b) => cell(a, b)));
	const pairs = cells.flatMap((row, a) => row.slice(a + 1));
	const count = (kind: MatrixCell['kind']) => pairs.filter((one) => one.kind === kind).length;
	return { partners, cells, counts: { governed: count('governed'), draft: count('draft'), gap: count('gap') } };
}

/**
 * Each pair of partners once, for the list on a narrow screen; pairs of one kind without a standard are left out,
 * and a kind with itself, unless a standard settles something there.
 */
export function pairsOf({ partners, cells }: Matrix): { a: MatrixPartner; b: MatrixPartner; cell: MatrixCell }[] {
	return partners.flatMap((a, row) =>
		partners.slice(row).flatMap((b, offset) => {
			const cell = cells[row]?.[row + offset];
			const isSaid = cell && cell.kind !== 'same' && (cell.kind !== 'self' || cell.standards.length > 0);
			return isSaid ? [{ a, b, cell }] : [];
		})
	);
}
