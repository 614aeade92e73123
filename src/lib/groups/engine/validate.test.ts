import { describe, expect, it } from 'vitest';
import type { Problem } from './contract.ts';
import { nearMiss } from './nearmiss.ts';
import { readProblem } from './validate.ts';

const base = (): Problem => ({
	version: 1,
	order: ['mix', 'wishes'],
	rounds: [
		{ id: 'r1', groups: ['A', 'B'].map((id) => ({ id, topic: `topic ${id}`, min: 1, max: 2 })) },
		{ id: 'r2', groups: [{ id: 'C', min: 0, max: 4 }] }
	],
	people: ['p1', 'p2', 'p3', 'p4'].map((id) => ({ id, wishes: ['A', 'topic B'] })),
	together: [['p1', 'p2']],
	apart: [['p2', 'p3']],
	mix: [{ class: 'side', rule: 'atMost', n: 2, weight: 1 }],
	met: [{ weight: 0.5, groups: [['p1', 'p3'], ['p4']] }],
	meetings: { weight: 1 },
	repair: { current: { r1: { p1: 'A' } }, price: 1, started: ['r1'] }
});

/** Sets a value at a path; undefined takes the field away. */
function spoil(path: (string | number)[], value: unknown): unknown {
	const problem = base() as unknown as Record<string | number, unknown>;
	let at = problem;
	for (const step of path.slice(0, -1)) at = at[step] as typeof at;
	at[path.at(-1)!] = value;
	return problem;
}

const groupB = { id: 'B', min: 1, max: 2 };
const cases: [string, (string | number)[], unknown, string][] = [
	['version', ['version'], 2, 'version'],
	['object', ['people', 0], 'p1', 'people[0]'],
	['list', ['people'], {}, 'people'],
	['text', ['people', 0, 'id'], 7, 'people[0].id'],
	['text', ['people', 1, 'id'], '', 'people[1].id'],
	['flag', ['rounds', 0, 'groups', 0, 'optional'], 'yes', 'rounds[0].groups[0].optional'],
	['version', ['version'], '1', 'version'],
	['versionMissing', ['version'], undefined, 'version'],
	['missing', ['people'], undefined, 'people'],
	['field', ['hopes'], [], 'hopes'],
	['fieldLike', ['people', 1, 'wihses'], [], 'people[1].wihses'],
	['reserved', ['people', 1, 'id'], '__proto__', 'people[1].id'],
	['text', ['people', 1, 'classes'], { '': 'x' }, 'people[1].classes'],
	['order', ['order'], [], 'order'],
	['orderTier', ['order'], ['mix', 'wish'], 'order[1]'],
	['orderTwice', ['order'], ['mix', 'wishes', 'mix'], 'order[2]'],
	['orderWeighted', ['order'], ['mix', 'weighted'], 'order[1]'],
	['number', ['wishWeight'], Infinity, 'wishWeight'],
	['number', ['wishWeight'], 1.1e9, 'wishWeight'],
	['whole', ['rounds', 1, 'groups', 0, 'max'], 1_000_001, 'rounds[1].groups[0].max'],
	['number', ['met', 0, 'weight'], NaN, 'met[0].weight'],
	['number', ['meetings', 'weight'], -1, 'meetings.weight'],
	['whole', ['rounds', 0, 'groups', 1, 'min'], 1.5, 'rounds[0].groups[1].min'],
	['missing', ['rounds', 0, 'groups', 1, 'max'], undefined, 'rounds[0].groups[1].max'],
	['noRounds', ['rounds'], [], 'rounds'],
	['noGroups', ['rounds', 1, 'groups'], [], 'rounds[1].groups'],
	['roundTwice', ['rounds', 1, 'id'], 'r1', 'rounds[1].id'],
	['groupTwice', ['rounds', 0, 'groups', 0], groupB, 'rounds[0].groups[1].id'],
	['nameTwice', ['rounds', 1, 'groups', 0, 'topic'], 'A', 'rounds[0].groups[0].id'],
	['personTwice', ['people', 3, 'id'], 'p1', 'people[3].id'],
	['minAboveMax', ['rounds', 0, 'groups', 0, 'min'], 3, 'rounds[0].groups[0].min'],
	['sizeOutside', ['rounds', 0, 'groups', 0, 'size'], 3, 'rounds[0].groups[0].size'],
	['unknownRound', ['people', 2, 'rounds'], ['r9'], 'people[2].rounds[0]'],
	['unknownRound', ['repair', 'started'], ['r9'], 'repair.started[0]'],
	['unknownGroup', ['people', 2, 'fixed'], { r1: 'C' }, 'people[2].fixed.r1'],
	['unknownGroup', ['repair', 'current', 'r1'], { p1: 'Z' }, 'repair.current.r1.p1'],
	['unknownWish', ['people', 2, 'wishes'], ['A', 'Z'], 'people[2].wishes[1]'],
	['unknownRound', ['people', 2, 'fixed'], { r9: 'A' }, 'people[2].fixed.r9'],
	['unknownRound', ['repair', 'current'], { r9: { p1: 'A' } }, 'repair.current.r9'],
	['unknownRound', ['repair', 'current'], { r9: {} }, 'repair.current.r9'],
	['unknownWish', ['people', 2, 'unwanted'], ['Z'], 'people[2].unwanted[0]'],
	['unknownPerson', ['met', 0, 'groups', 0, 1], 'p9', 'met[0].groups[0][1]'],
	['sizeOutside', ['rounds', 0, 'groups', 0, 'size'], 0, 'rounds[0].groups[0].size'],
	['ruleNumber', ['mix', 0], { class: 'side', rule: 'atLeast', weight: 1 }, 'mix[0].n'],
	['unknownPerson', ['apart', 0, 1], 'p9', 'apart[0][1]'],
	['unknownPerson', ['repair', 'current', 'r1'], { p9: 'A' }, 'repair.current.r1.p9'],
	['wishTwice', ['people', 2, 'wishes'], ['A', 'A'], 'people[2].wishes[1]'],
	['wishUnwanted', ['people', 2, 'unwanted'], ['A'], 'people[2].unwanted[0]'],
	['attendsTwice', ['people', 2, 'rounds'], ['r1', 'r1'], 'people[2].rounds[1]'],
	['fixedAbsent', ['people', 2], { id: 'p3', rounds: ['r2'], fixed: { r1: 'A' } }, 'people[2].fixed.r1'],
	['listShort', ['together', 0], ['p1'], 'together[0]'],
	['listTwice', ['together', 0], ['p1', 'p1'], 'together[0][1]'],
	['togetherApart', ['apart', 0], ['p2', 'p1'], 'apart[0]'],
	['ruleName', ['mix', 0, 'rule'], 'evenly', 'mix[0].rule'],
	['ruleNumber', ['mix', 0, 'n'], undefined, 'mix[0].n'],
	['ruleWeight', ['mix', 0, 'weight'], undefined, 'mix[0].weight'],
	['ruleTolerance', ['mix', 0, 'tolerance'], 1, 'mix[0].tolerance']
];

describe('a problem file', () => {
	it('is accepted when nothing is wrong', () => expect(readProblem(base())).toHaveProperty('problem'));

	it.each(cases)('is refused: %s at %j', (rule, path, value, where) => {
		const read = readProblem(spoil(path, value));
		expect(read).toMatchObject({ error: { rule, where } });
		if ('error' in read) expect(read.error.sentence).toMatch(/^.{15,}\.$/);
	});

	it.each([
		['wihses', 'wishes'],
		['Wish', 'wishes'],
		['togehter', 'together'],
		['colour', undefined],
		['aprat', 'apart'],
		['dear', 'year'],
		['yaer', 'year'],
		['yera', 'year'],
		['yxar', 'year'],
		['eyra', undefined],
		['yra', undefined],
		['arey', undefined],
		['ayer', undefined],
		['di', 'id'],
		['xd', 'id'],
		['ux', undefined],
		['x'.repeat(1000), undefined]
	])('guesses what %j was to be', (word, meant) =>
		expect(nearMiss(word, ['id', 'wishes', 'together', 'unwanted', 'apart', 'year', 'yeast', 'wished'])).toBe(meant)
	);

	it('guesses the nearest of several', () => {
		expect(nearMiss('wishet', ['washed', 'wishes', 'wished'])).toBe('wishes');
		expect(nearMiss('washer', ['wishes', 'washed'])).toBe('washed');
	});

	it.each([
		[['order'], ['mix']],
		[['order'], ['weighted']],
		[['rounds', 0, 'groups', 0, 'topic'], 'A'],
		[['rounds', 0, 'groups', 0, 'size'], 1],
		[['rounds', 0, 'groups', 0, 'size'], 2],
		[['rounds', 0, 'groups', 0, 'min'], 2],
		[['rounds', 1, 'groups', 0, 'max'], 1_000_000],
		[['people', 0, 'rounds'], []],
		[['people', 0, 'fixed'], { r1: 'A' }],
		[['rounds', 0, 'groups', 0], { id: 'A', min: 1, max: 2 }],
		[['people', 0, 'credit'], 1e9],
		[['met', 0, 'groups'], [[]]],
		[['mix', 0], { class: 'side', rule: 'atLeast', n: 0, must: true }],
		[['mix', 0], { class: 'side', rule: 'balance', weight: 1, tolerance: 1 }],
		[['people'], base().people.slice(0, 4)]
	] as [(string | number)[], unknown][])('is accepted at the edge: %j = %j', (path, value) =>
		expect(readProblem(spoil(path, value))).toHaveProperty('problem')
	);

	it('is refused with more places fixed than a group has', () => {
		const problem = base();
		for (const person of problem.people.slice(0, 2)) person.fixed = { r1: 'A' };
		expect(readProblem(problem)).toHaveProperty('problem');
		problem.people[2]!.fixed = { r1: 'A' };
		expect(readProblem(problem)).toMatchObject({ error: { rule: 'fixedTooMany', where: 'rounds[0].groups[0].max' } });
	});

	it('is refused when together and apart contradict by way of a third person', () => {
		const problem = {
			...base(),
			together: [
				['p1', 'p2'],
				['p2', 'p4']
			],
			apart: [['p4', 'p1']]
		};
		expect(readProblem(problem)).toMatchObject({ error: { rule: 'togetherApart' } });
	});

	it.each([null, [], 'text', 3, undefined])('is refused when it is %j', (json) =>
		expect(readProblem(json)).toMatchObject({ error: { rule: 'object', where: 'problem' } })
	);

	it('has a sentence of its own for every rule', () => {
		const found = cases.map(([rule, path, value]) => {
			const read = readProblem(spoil(path, value));
			return 'error' in read ? [rule, read.error.sentence.replace(/„[^“]*“|dort steht.*/g, '')] : [rule, ''];
		});
		const byRule = new Map(found as [string, string][]);
		expect(new Set(byRule.values()).size).toBe(byRule.size);
	});
});
