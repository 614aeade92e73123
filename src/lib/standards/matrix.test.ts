import { describe, expect, test } from 'vitest';
import { byWhat, type MatrixOrganisation, matrixOf, type MatrixSource, pairsOf } from './matrix.ts';
import type { Party, ProcedureStep } from './standardText.ts';

const organisation = (id: string, kind: string, partOfId: string | null = null): MatrixOrganisation => ({
	...{ id, name: id, kind, partOfId }
});
const ORGANISATIONS = [
	organisation('Kreis', 'public_youth_office'),
	organisation('Stadt', 'public_youth_office'),
	organisation('Haus', 'free_provider'),
	organisation('Steg', 'free_provider'),
	organisation('Klinik', 'clinic'),
	organisation('Schule', 'school')
];

function step(responsible: Party[], involved: Party[] = []): ProcedureStep {
	return {
		...{ id: 's', title: '', phase: 'acute', trigger: '', parallel: null, responsible, involved },
		...{ deadline: '', deadlineIso: null, channel: '', document: '', legalBasis: '', note: '' }
	};
}

function source(number: number, isInForce: boolean, steps: ProcedureStep[], partyIds: string[] = []): MatrixSource {
	const state = isInForce ? 'in_force' : 'drafting';
	return { id: `s${number}`, number, title: '', state, isInForce, steps, partyIds };
}

const YOUTH_OFFICE: Party = { role: 'youth_office' };
const PROVIDER: Party = { role: 'provider' };
const ALL = ORGANISATIONS.map(({ id }) => id);

function between(
	sources: MatrixSource[],
	by: 'kind' | 'organisation',
	a: string,
	b: string,
	organisations: readonly MatrixOrganisation[] = ORGANISATIONS
) {
	const matrix = matrixOf(organisations, sources, by);
	const place = (key: string) => matrix.partners.findIndex((partner) => partner.key === key);
	const there = matrix.cells[place(a)]?.[place(b)];
	const back = matrix.cells[place(b)]?.[place(a)];
	expect(there).toEqual(back);
	return there && [there.kind, there.standards.map(({ number }) => number)];
}

describe('between two partners', () => {
	test('a standard stands when both act in its steps', () => {
		const sources = [source(1, true, [step([YOUTH_OFFICE]), step([PROVIDER])], ALL)];
		expect(between(sources, 'kind', 'kind:public_youth_office', 'kind:free_provider')).toEqual(['governed', [1]]);
		expect(between(sources, 'organisation', 'Kreis', 'Haus')).toEqual(['governed', [1]]);
		expect(between(sources, 'kind', 'kind:clinic', 'kind:free_provider')).toEqual(['gap', []]);
	});

	test('being informed counts as taking part', () => {
		const sources = [source(1, true, [step([PROVIDER], [{ role: 'clinic' }])], ALL)];
		expect(between(sources, 'organisation', 'Haus', 'Klinik')).toEqual(['governed', [1]]);
	});

	test('a draft is a draft, and what is in force comes first', () => {
		const steps = [step([YOUTH_OFFICE, PROVIDER])];
		expect(between([source(1, false, steps, ALL)], 'organisation', 'Stadt', 'Steg')).toEqual(['draft', [1]]);
		const both = [source(1, false, steps, ALL), source(2, true, steps, ALL)];
		expect(between(both, 'organisation', 'Stadt', 'Steg')).toEqual(['governed', [2, 1]]);
	});

	test('a role means only those the text is written for', () => {
		const sources = [source(1, true, [step([YOUTH_OFFICE, PROVIDER])], ['Kreis', 'Haus'])];
		expect(between(sources, 'organisation', 'Kreis', 'Haus')).toEqual(['governed', [1]]);
		expect(between(sources, 'organisation', 'Kreis', 'Steg')).toEqual(['gap', []]);
	});

	test('two of one kind have no gap, unless a text names them apart', () => {
		const together = [source(1, true, [step([PROVIDER])], ALL)];
		expect(between(together, 'organisation', 'Haus', 'Steg')).toEqual(['same', []]);
		const named = [source(1, true, [step([{ organisationId: 'Kreis' }], [{ organisationId: 'Stadt' }])], ALL)];
		expect(between(named, 'organisation', 'Kreis', 'Stadt')).toEqual(['governed', [1]]);
	});
});

describe('departments', () => {
	const HOUSE = [
		...ORGANISATIONS,
		organisation('ASD', 'public_youth_office', 'Kreis'),
		organisation('Hilfen', 'public_youth_office', 'Kreis'),
		organisation('ASD Stadt', 'public_youth_office', 'Stadt')
	];
	const handOver = [step([{ organisationId: 'Hilfen' }], [{ organisationId: 'ASD' }])];

	test('of one house have a gap between them until a standard names both', () => {
		expect(between([], 'organisation', 'ASD', 'Hilfen', HOUSE)).toEqual(['gap', []]);
		const sources = [source(1, true, handOver, ['ASD', 'Hilfen'])];
		expect(between(sources, 'organisation', 'ASD', 'Hilfen', HOUSE)).toEqual(['governed', [1]]);
		expect(between([], 'organisation', 'ASD', 'Kreis', HOUSE)).toEqual(['same', []]);
		expect(between([], 'organisation', 'ASD', 'ASD Stadt', HOUSE)).toEqual(['same', []]);
	});

	test('do what was agreed for the whole, and the whole does not do what was agreed for one of them', () => {
		const whole = [source(1, true, [step([YOUTH_OFFICE]), step([PROVIDER])], ['Kreis', 'Haus'])];
		expect(between(whole, 'organisation', 'ASD', 'Haus', HOUSE)).toEqual(['governed', [1]]);
		expect(between(whole, 'organisation', 'ASD', 'Hilfen', HOUSE)).toEqual(['gap', []]);
		expect(between(whole, 'organisation', 'ASD Stadt', 'Haus', HOUSE)).toEqual(['gap', []]);
		const one = [source(1, true, [step([{ organisationId: 'ASD' }]), step([PROVIDER])], ['ASD', 'Haus'])];
		expect(between(one, 'organisation', 'Kreis', 'Haus', HOUSE)).toEqual(['gap', []]);
	});

	test('of one kind stand together in the view by kind, with what they agreed among themselves', () => {
		const sources = [source(1, true, handOver, ['ASD', 'Hilfen'])];
		const offices = 'kind:public_youth_office';
		expect(between(sources, 'kind', offices, offices, HOUSE)).toEqual(['self', [1]]);
		expect(pairsOf(matrixOf(HOUSE, sources, 'kind')).filter(({ a, b }) => a.key === b.key)).toHaveLength(1);
		expect(between([], 'kind', offices, offices, HOUSE)).toEqual(['self', []]);
		expect(byWhat(HOUSE)).toBe('kind');
		expect(byWhat(HOUSE.slice(-3))).toBe('organisation');
	});
});

test('pairs are counted once and listed without those of one kind', () => {
	const sources = [source(1, true, [step([YOUTH_OFFICE, PROVIDER])], ALL)];
	const kinds = matrixOf(ORGANISATIONS, sources, 'kind');
	expect(kinds.counts).toEqual({ governed: 1, draft: 0, gap: 5 });
	const single = matrixOf(ORGANISATIONS, sources, 'organisation');
	expect(single.counts).toEqual({ governed: 4, draft: 0, gap: 9 });
	expect(pairsOf(single)).toHaveLength(13);
});
