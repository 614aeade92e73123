import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Region } from '#lib/demo/region.ts';
import { textOf } from '#lib/demo/regionText.ts';
import { laneSteps, lanesOf, partsOf } from './lanes.ts';
import { emergencyNumbers, phoneHref } from './phone.ts';
import { procedureOf, rowsOf, sharedDeadline } from './procedure.ts';
import type { ProcedureStep } from './standardText.ts';

const region = JSON.parse(readFileSync('src/lib/demo/demo-region.json', 'utf8')) as Region;

function stepsOf(id: string): ProcedureStep[] {
	const standard = region.standards.find((one) => one.id === id);
	if (!standard) throw new Error(id);
	return textOf(standard).steps;
}

const shape = (steps: readonly ProcedureStep[]) =>
	procedureOf(steps).map(({ phase, rows }) => [phase, rows.map((row) => row.steps.map(({ number }) => number))]);

describe('the steps of a procedure', () => {
	test('of the crisis agreement: four of them start at the same time', () => {
		expect(shape(stepsOf('std-5'))).toEqual([
			['before', [[1]]],
			['acute', [[2, 3, 4, 5], [6], [7]]],
			['after', [[8], [9], [10]]]
		]);
		expect(rowsOf(stepsOf('std-5')).map(({ isParallel }) => isParallel)).toEqual([
			...[false, true, false, false, false, false, false]
		]);
	});

	test('of the report of a danger: calling and sending at the same time', () => {
		expect(shape(stepsOf('std-3'))).toEqual([['acute', [[1], [2], [3], [4, 5], [6], [7], [8]]]]);
	});

	test('the same letter further down is another start, and a letter alone is none', () => {
		const [step] = stepsOf('std-3');
		if (!step) throw new Error('no step');
		const steps = ['A', 'A', null, 'A', 'B', 'B'].map((parallel, i) => ({ ...step, id: String(i), parallel }));
		expect(shape(steps)).toEqual([['acute', [[1, 2], [3], [4], [5, 6]]]]);
	});

	test('a start never reaches over two phases', () => {
		const steps = stepsOf('std-5').map((step, i) => ({ ...step, phase: i < 3 ? ('before' as const) : step.phase }));
		expect(shape(steps)[0]).toEqual(['before', [[1], [2, 3]]]);
		expect(shape(steps)[1]).toEqual(['acute', [[4, 5], [6], [7]]]);
	});

	test('a deadline is said once when all share it', () => {
		const parallel = rowsOf(stepsOf('std-3'))[3];
		expect(parallel && sharedDeadline(parallel)).toBe('');
		const steps = stepsOf('std-5').map((step) => (step.parallel ? { ...step, deadline: 'sofort' } : step));
		expect(rowsOf(steps).map(sharedDeadline)[1]).toBe('sofort');
	});
});

describe('lanes', () => {
	const steps = stepsOf('std-5');
	const lanes = lanesOf(steps, {});

	test('stand in order of appearance, each with a letter of its own', () => {
		expect(lanes.map(({ letter, name }) => `${letter} ${name}`)).toEqual([
			'T Freier Träger',
			'R Rettungsdienst',
			'J Jugendamt',
			'V Gesetzliche Vertretung',
			'K Klinik',
			'M Junger Mensch',
			'U Runder Tisch'
		]);
	});

	test('say who leads and who takes part', () => {
		expect(steps[1] && partsOf(steps[1], lanes)).toMatchObject({ T: 'lead', R: 'part', J: undefined });
		expect(laneSteps(steps, lanes).map(({ atOnce }) => atOnce)).toEqual([
			...[false, true, true, true, true, false, false, false, false, false]
		]);
	});

	test('find a letter for everybody, however many there are', () => {
		const names = Array.from({ length: 40 }, (_, i) => ({ other: `Jugendhilfe ${i}` }));
		const crowd = steps.slice(0, 1).map((step) => ({ ...step, responsible: names }));
		const letters = lanesOf(crowd, {}).map(({ letter }) => letter);
		expect(new Set(letters).size).toBe(40);
	});
});

describe('telephone numbers', () => {
	test.each([
		['112', 'tel:112'],
		['116 117', 'tel:116117'],
		['09131 / 12 34-56', 'tel:09131123456'],
		['+49 (0) 9131 1234', 'tel:+4991311234'],
		['(09131) 1234', 'tel:091311234'],
		['Tel.: 09131 1234', 'tel:091311234'],
		['09131 1234 (Zentrale)', null],
		['über die Leitstelle', null],
		['12', null],
		['1234567890123456', null],
		['javascript:alert(1)', null],
		['', null]
	])('%j → %j', (text, expected) => expect(phoneHref(text)).toBe(expected));

	test('in the emergency box stand those that the steps name, no others', () => {
		expect(emergencyNumbers(stepsOf('std-5'))).toEqual([{ number: '112', step: 2 }]);
		expect(emergencyNumbers(stepsOf('std-3'))).toEqual([]);
		const [step] = stepsOf('std-3');
		const say = (title: string) => (step ? emergencyNumbers([{ ...step, title }]).map(({ number }) => number) : []);
		expect(say('Polizei 110 oder 116 117 anrufen')).toEqual(['110', '116117']);
		expect(say('Zimmer 1120, 09131/112-0, § 1100')).toEqual([]);
	});
});
