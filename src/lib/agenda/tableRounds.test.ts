import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForm } from '#lib/web/form.ts';
import { planOf, planOfValues, tableRoundsShape } from './tableRounds.form.ts';
import { previewOf, spanMin, startsOf, type TableRounds, tablesFor, tableSizes } from './tableRounds.ts';

const cafe: TableRounds = {
	...{ kind: 'world_cafe', startTime: '10:00', rounds: 3, lengthMin: 25, changeMin: 5, tables: 4, people: 30 }
};

function formOf(fields: Record<string, string | string[]>): FormData {
	const form = new FormData();
	const all = {
		...{ kind: 'world_cafe', title: 'World-Café', startTime: '10:00', rounds: '2', lengthMin: '20', changeMin: '5' },
		...{ people: '24', 'topics[]': ['Kita', 'Schule', ''], 'hosts[]': ['', '', ''] },
		...fields
	};
	for (const [name, value] of Object.entries(all)) for (const one of [value].flat()) form.append(name, one);
	return form;
}

describe('the preview', () => {
	test('says how full the tables are, when it ends and whom one can meet', () => {
		expect(previewOf(cafe)).toEqual({ low: 7, high: 8, meets: 21, others: 29, endTime: '11:25', trouble: null });
		expect(startsOf(cafe)).toEqual(['10:00', '10:30', '11:00']);
	});

	test('names what does not go', () => {
		expect(previewOf({ ...cafe, tables: 2 }).trouble).toBe('few_tables');
		expect(previewOf({ ...cafe, people: 7 }).trouble).toBe('few_people');
		expect(previewOf({ ...cafe, startTime: '23:00' }).trouble).toBe('past_midnight');
		expect(previewOf({ ...cafe, kind: 'speed_meeting', tables: 41, people: 90 }).trouble).toBe('many_tables');
	});

	test('holds everybody, and nobody meets more than there are', () => {
		const plans = fc.record({
			kind: fc.constantFrom('world_cafe' as const, 'speed_meeting' as const),
			startTime: fc.constant('08:00'),
			rounds: fc.integer({ min: 2, max: 8 }),
			lengthMin: fc.integer({ min: 3, max: 60 }),
			changeMin: fc.integer({ min: 0, max: 10 }),
			tables: fc.integer({ min: 1, max: 40 }),
			people: fc.integer({ min: 4, max: 300 })
		});
		fc.assert(
			fc.property(plans, (plan) => {
				const { low, high, meets, others } = previewOf(plan);
				const { minSize, maxSize } = tableSizes(plan);
				expect(high - low).toBeLessThanOrEqual(1);
				expect(maxSize * plan.tables).toBeGreaterThanOrEqual(plan.people);
				expect(maxSize).toBeGreaterThanOrEqual(minSize);
				expect(meets).toBeLessThanOrEqual(others);
				expect(startsOf(plan)).toHaveLength(plan.rounds);
				expect(spanMin(plan)).toBeGreaterThanOrEqual(plan.rounds * plan.lengthMin);
			})
		);
	});

	test('makes speed groups no larger than asked', () => {
		fc.assert(
			fc.property(fc.integer({ min: 4, max: 240 }), fc.integer({ min: 2, max: 6 }), (people, size) => {
				expect(Math.ceil(people / tablesFor(people, size))).toBeLessThanOrEqual(size);
			})
		);
	});
});

describe('the form', () => {
	test('takes the tables that have a topic', () => {
		const read = readForm(tableRoundsShape, formOf({}));
		expect('data' in read && planOf(read.data)).toMatchObject({ tables: 2, rounds: 2, people: 24 });
		expect('data' in read && read.data.named).toEqual([
			{ topic: 'Kita', host: '' },
			{ topic: 'Schule', host: '' }
		]);
	});

	test('refuses more rounds than tables, one topic twice, and a host without a table', () => {
		const issues = (fields: Record<string, string | string[]>) => {
			const read = readForm(tableRoundsShape, formOf(fields));
			return 'issues' in read ? Object.keys(read.issues) : [];
		};
		expect(issues({ rounds: '3' })).toEqual(['topics']);
		expect(issues({ 'topics[]': ['Kita', 'kita'] })).toEqual(['topics']);
		expect(issues({ 'hosts[]': ['', '', 'Öz, Kim'] })).toEqual(['topics']);
		expect(issues({ kind: 'speed_meeting', size: '7' })).toEqual(['size']);
		expect(issues({ kind: 'speed_meeting', size: '4', people: '24', rounds: '5' })).toEqual([]);
	});

	test('previews what is typed as soon as the numbers are there', () => {
		const typed = { kind: 'speed_meeting', startTime: '10:00', rounds: '3', lengthMin: '10', people: '25', size: '4' };
		expect(planOfValues(typed)).toMatchObject({ tables: 7, changeMin: 0 });
		expect(planOfValues({ ...typed, people: '' })).toBeUndefined();
		expect(planOfValues({ ...typed, startTime: '' })).toBeUndefined();
	});
});
