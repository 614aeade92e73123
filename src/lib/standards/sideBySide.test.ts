import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Region } from '#lib/demo/region.ts';
import { textOf } from '#lib/demo/regionText.ts';
import { compareTexts, equalSentence } from './sideBySide.ts';
import type { ProcedureStep, StandardText } from './standardText.ts';

const region = JSON.parse(readFileSync('src/lib/demo/demo-region.json', 'utf8')) as Region;

function crisis(): StandardText {
	const standard = region.standards.find(({ id }) => id === 'std-5');
	if (!standard) throw new Error('std-5');
	return textOf(standard);
}

/** The same text with other ids, as another youth office would have it. */
function copied(change: (steps: ProcedureStep[]) => ProcedureStep[] = (steps) => steps): StandardText {
	const text = crisis();
	return { ...text, steps: change(text.steps.map((step) => ({ ...step, id: `x-${step.id}` }))) };
}

const pairs = (left: StandardText, right: StandardText) =>
	compareTexts(left, right, {}).steps.map(({ left: a, right: b, fields }) => [
		a?.number ?? null,
		b?.number ?? null,
		fields.map(({ field }) => field)
	]);

describe('two texts side by side', () => {
	test('the same text is the same, whatever its steps are called inside', () => {
		const comparison = compareTexts(crisis(), copied(), {});
		expect(comparison.differing).toEqual([]);
		expect(comparison.steps.every(({ isEqual }) => isEqual)).toBe(true);
		expect(equalSentence(comparison)).toBe('Beide Fassungen haben denselben Wortlaut.');
	});

	test('a deadline that differs is named in its step, word by word', () => {
		const other = copied((steps) => steps.map((s, i) => (i === 6 ? { ...s, deadline: 'binnen fünf Werktagen' } : s)));
		const comparison = compareTexts(crisis(), other, {});
		const [pair] = comparison.steps.filter(({ isEqual }) => !isEqual);
		expect(pair?.fields.map(({ field, pieces }) => [field, pieces])).toEqual([
			[
				'deadline',
				[
					{ kind: 'same', text: 'binnen ' },
					{ kind: 'removed', text: 'drei' },
					{ kind: 'added', text: 'fünf' },
					{ kind: 'same', text: ' Werktagen' }
				]
			]
		]);
		expect(equalSentence(comparison)).toContain('9 von 10 Schritten sind gleich.');
	});

	test('a step that only one of them has stands where it belongs', () => {
		const without = copied((steps) => steps.filter((_, i) => i !== 4));
		expect(pairs(crisis(), without)[4]).toEqual([5, null, []]);
		expect(pairs(without, crisis())[4]).toEqual([null, 5, []]);
		const first = copied(([step, ...rest]) =>
			step ? [{ ...step, id: 'new', title: 'Leitung verständigen' }, step, ...rest] : rest
		);
		expect(pairs(crisis(), first)[0]).toEqual([null, 1, []]);
	});

	test('a step with other words is still the same step', () => {
		const other = copied((steps) =>
			steps.map((s, i) => (i === 4 ? { ...s, title: 'Vertraute Fachkraft begleitet den jungen Menschen' } : s))
		);
		expect(pairs(crisis(), other)[4]).toEqual([5, 5, ['title']]);
	});

	test('one after the other instead of at the same time is a difference', () => {
		const other = copied((steps) => steps.map((step) => ({ ...step, parallel: null })));
		expect(pairs(crisis(), other).filter(([, , fields]) => fields?.toString() === 'parallel')).toHaveLength(4);
	});

	test('steps that changed places say so', () => {
		const other = copied((steps) => [...steps.slice(0, 7), ...steps.slice(7, 9).reverse(), ...steps.slice(9)]);
		expect(pairs(crisis(), other).filter(([, , fields]) => fields?.toString().includes('order'))).toEqual([
			[9, 8, ['order']]
		]);
	});

	test('sections that differ and those that do not', () => {
		const { differing, equal } = compareTexts(crisis(), { ...copied(), dataProtection: 'Nur mit Einwilligung.' }, {});
		expect(differing.map(({ section }) => section)).toEqual(['dataProtection']);
		expect(equal).toContain('preamble');
		expect(equal).not.toContain('legalBases');
	});
});
