import { describe, expect, test } from 'vitest';
import { layBoard, movePlace, type BoardData, type BoardPerson } from './board.ts';
import { columnWords } from './columnWords.ts';
import { labelsOf } from './boardLabels.ts';
import { comparePlans, countPeople, sortChanges } from './comparePlans.ts';
import { DEFAULT_MIX } from './mix.ts';
import { countOffices, mixProblem } from './mixProblem.ts';
import { placesAway } from './qualityWords.ts';
import { countRules, ruleLines } from './ruleLines.ts';
import { softHyphens } from './softHyphens.ts';
import { readProblem } from './engine/validate.ts';
import { whyHere } from './whyWords.ts';
import { rowsOf, walk } from './boardWalk.ts';

function person(id: string, more: Partial<BoardPerson> = {}): BoardPerson {
	return {
		...{ id, personId: `p-${id}`, firstName: 'Kim', lastName: id, unit: '', level: 'practitioner', isNewcomer: false },
		...{
			organisationId: 'o1',
			organisationName: 'Träger',
			organisationShortName: 'Träger',
			organisationKind: 'free_provider'
		},
		...{ side: 'outpatient', wishes: [] },
		...more
	};
}

function workshop(number: number, more: Partial<BoardData['workshops'][number]> = {}) {
	const id = `w${number}`;
	return {
		...{ id, number, roundId: 'r1', title: id, theme: '', roomName: null },
		...{ minSize: 2, maxSize: 4, leadIds: [], minutesId: null },
		...more
	};
}

function data(people: BoardPerson[], more: Partial<BoardData> = {}): BoardData {
	return {
		people,
		workshops: [workshop(1), workshop(2)],
		pairs: [],
		settings: DEFAULT_MIX,
		places: [],
		desk: [],
		waiting: [],
		...more
	};
}

const at = (registrationId: string, workshopId: string, isHeld = false) => ({ registrationId, workshopId, isHeld });

describe('the problem of the mix', () => {
	test('fixes leaders and minute takers in their workshop, and they wish for nothing', () => {
		const input = data([person('a', { wishes: ['w2'] })], {
			workshops: [workshop(1, { leadIds: ['p-a'] }), workshop(2)]
		});
		expect(mixProblem(input).people[0]).toMatchObject({ fixed: { r1: 'w1' }, wishes: [] });
	});

	test('fixes held places, but a duty goes before', () => {
		const people = [person('a'), person('b')];
		const input = data(people, { workshops: [workshop(1, { minutesId: 'p-a' }), workshop(2)] });
		const problem = mixProblem(input, [at('a', 'w2'), at('b', 'w2')]);
		expect(problem.people.map(({ fixed }) => fixed)).toEqual([{ r1: 'w1' }, { r1: 'w2' }]);
	});

	test('asks for every youth office only where it has enough people', () => {
		const office = (id: string, organisationId: string) =>
			person(id, { organisationId, organisationKind: 'public_youth_office' });
		const rules = mixProblem(data([office('a', 'city'), office('b', 'city'), office('c', 'district')])).mix ?? [];
		const musts = rules.filter((rule) => rule.must && rule.class === 'office');
		expect(musts).toEqual([{ class: 'office', value: 'city', rule: 'atLeast', n: 1, must: true }]);
	});

	test('keeps the sizes possible when few people have registered', () => {
		const problem = mixProblem(
			data([person('a')], { workshops: [workshop(1, { minSize: 15 }), workshop(2, { minSize: 15 })] })
		);
		expect(problem.rounds[0]?.groups.map(({ min }) => min)).toEqual([0, 0]);
		expect(readProblem(problem)).toHaveProperty('problem');
	});

	test('leaves pairs out when one of them does not take part', () => {
		const pairs = [
			{ personA: 'p-a', personB: 'p-b', kind: 'apart' as const },
			{ personA: 'p-a', personB: 'p-x', kind: 'together' as const }
		];
		expect(mixProblem(data([person('a'), person('b')], { pairs }))).toMatchObject({
			apart: [['a', 'b']],
			together: []
		});
	});

	test('gives people whose organisation is not in the list one of their own', () => {
		const problem = mixProblem(
			data([
				person('a', { organisationId: null, organisationName: '' }),
				person('b', { organisationId: null, organisationName: '' })
			])
		);
		expect(new Set(problem.people.map(({ classes }) => classes?.organisation)).size).toBe(2);
	});
});

describe('the board', () => {
	const people = [
		person('Zar', { side: 'youth_office', organisationId: 'j' }),
		person('Alt', { level: 'leadership' }),
		person('Bau'),
		person('Cen', { organisationId: 'o2', wishes: ['w2', 'w1'] })
	];
	const pairs = [{ personA: 'p-Alt', personB: 'p-Bau', kind: 'apart' as const }];
	const places = [at('Cen', 'w1'), at('Bau', 'w1'), at('Alt', 'w1'), at('Zar', 'w2', true)];
	const board = layBoard(data(people, { pairs, places }), 'r1');

	test('counts sides and sorts rows by side, then name', () => {
		expect(board.columns.map(({ counts }) => counts)).toEqual([
			{ J: 0, A: 3, S: 0, P: 0 },
			{ J: 1, A: 0, S: 0, P: 0 }
		]);
		expect(board.columns[0]?.seats.map((seat) => seat.person.id)).toEqual(['Alt', 'Bau', 'Cen']);
		expect(board.columns[1]?.seats[0]?.isHeld).toBe(true);
	});

	test('says a broken must with names and marks both rows', () => {
		const [column] = board.columns;
		const words = column && columnWords(column, labelsOf(board.data), countOffices(people));
		expect(words?.broken).toEqual(['Leitung und eigene Fachkraft zusammen: Kim Alt und Kim Bau.']);
		expect(column?.seats.map((seat) => seat.isClash)).toEqual([true, true, false]);
		expect(countRules(ruleLines(board)).broken).toBeGreaterThan(0);
	});

	test('newcomers are spread when each group has its share, also when groups differ in size', () => {
		const many = Array.from({ length: 8 }, (_, i) => person(`n${i}`, { isNewcomer: i % 2 === 0 }));
		const places = many.map(({ id }, i) => at(id, i < 6 ? 'w1' : 'w2'));
		const workshops = [workshop(1, { maxSize: 6 }), workshop(2, { maxSize: 2 })];
		const newcomers = (shown: typeof places) =>
			ruleLines(layBoard(data(many, { places: shown, workshops }), 'r1')).find(
				({ field }) => field === 'spreadsNewcomers'
			);
		expect(newcomers(places)).toMatchObject({ live: '1 bis 3 je Gruppe', isOk: true });
		const swapped = places.map((place) => (place.registrationId === 'n7' ? at('n7', 'w1') : place));
		const crowded = swapped.map((place) => (place.registrationId === 'n0' ? at('n0', 'w2') : place));
		expect(newcomers(crowded)?.isOk).toBe(false);
	});

	test('moves somebody within a round and keeps the hold', () => {
		expect(movePlace(board.data, 'Zar', 'r1', 'w1')).toContainEqual(at('Zar', 'w1', true));
		expect(movePlace(board.data, 'Zar', 'r1', null)).toHaveLength(3);
	});

	test('says why and what a better wish costs', () => {
		const why = whyHere(board, people[3] as BoardPerson);
		expect(why.reasons[0]).toContain('zweite Wunsch (nach 2)');
		expect(why.offers[0]).toMatchObject({ workshopId: 'w2', rank: 1 });
	});

	test('is walked by arrows', () => {
		const rows = rowsOf(board);
		expect(walk(rows, 'Alt', 'ArrowDown')).toBe('Bau');
		expect(walk(rows, 'Cen', 'ArrowRight')).toBe('Zar');
		expect(walk(rows, 'Alt', 'ArrowLeft')).toBe('Alt');
	});

	test('shows people without a group', () => {
		const fewer = layBoard(data(people, { places: places.slice(1) }), 'r1');
		expect(fewer.unplaced.map(({ id }) => id)).toEqual(['Cen']);
		expect(rowsOf(fewer)[0]).toEqual({ workshopId: null, ids: ['Cen'] });
	});
});

test('two plans are compared by person and round', () => {
	const before = [at('a', 'w1'), at('b', 'w1')];
	const after = [at('a', 'w2'), at('c', 'w1')];
	const { moved, added, gone } = sortChanges(comparePlans(before, after, () => 'r1'));
	expect(moved).toEqual([{ registrationId: 'a', from: 'w1', to: 'w2' }]);
	expect([added[0]?.registrationId, gone[0]?.registrationId]).toEqual(['c', 'b']);
});

test('somebody who goes from several rounds is one person', () => {
	const rounds = new Map([
		['w1', 'r1'],
		['w2', 'r2']
	]);
	const { gone } = sortChanges(comparePlans([at('a', 'w1'), at('a', 'w2'), at('b', 'w1')], [], (id) => rounds.get(id)));
	expect([gone.length, countPeople(gone)]).toEqual([3, 2]);
});

test('profiles of wishes are compared in places', () => {
	expect(placesAway([5, 2], [5, 2])).toBe(0);
	expect(placesAway([5, 2], [3, 4])).toBe(2);
});

test('long compounds may break', () => {
	expect(softHyphens('Kindeswohlgefährdung')).toBe('Kindes\u00adwohl\u00adgefährdung');
	expect(softHyphens('Hilfe')).toBe('Hilfe');
});
