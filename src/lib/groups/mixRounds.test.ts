import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignGroups } from './engine/assign.ts';
import { readProblem } from './engine/validate.ts';
import { DEFAULT_MIX } from './mix.ts';
import { type MixInput, type MixPerson, mixProblem, type MixWorkshop, roundsOf } from './mixProblem.ts';
import { metOf, shareOf, sharedTopics } from './mixRounds.ts';

function person(id: string, more: Partial<MixPerson> = {}): MixPerson {
	const organisation = { organisationId: `o-${id}`, organisationName: '', organisationKind: 'free_provider' };
	return {
		...{ id, personId: `p-${id}`, side: 'outpatient', level: '', isNewcomer: false, wishes: [], ...organisation },
		...more
	};
}

function table(round: number, number: number, more: Partial<MixWorkshop> = {}): MixWorkshop {
	const id = `r${round}w${number}`;
	return { id, roundId: `r${round}`, title: id, minSize: 0, maxSize: 99, leadIds: [], minutesId: null, ...more };
}

/** A World-Café: the same tables in every round; `hosts` stay. */
function cafe(rounds: number, tables: number, hosts: string[] = []): MixWorkshop[] {
	return Array.from({ length: rounds }, (_, r) =>
		Array.from({ length: tables }, (_, t) =>
			table(r + 1, t + 1, { topicId: `t${t}`, leadIds: hosts[t] ? [hosts[t]] : [] })
		)
	).flat();
}

const inputOf = (people: MixPerson[], workshops: MixWorkshop[], more: Partial<MixInput> = {}): MixInput => ({
	...{ people, workshops, pairs: [], settings: DEFAULT_MIX },
	...more
});
const office = { organisationId: 'city', organisationKind: 'public_youth_office' };
const crowd = (count: number) => Array.from({ length: count }, (_, i) => person(`a${i}`));

describe('several rounds', () => {
	test('a workshop of two rounds is one topic; a wish means each of them', () => {
		const workshops = [table(1, 1, { topicId: 't' }), table(1, 2), table(2, 1, { topicId: 't' }), table(2, 2)];
		const problem = mixProblem(inputOf([person('a', { wishes: ['r2w1', 'r1w1', 'r1w2'] })], workshops));
		expect(problem.rounds.map(({ groups }) => groups.map(({ topic }) => topic))).toEqual([
			['topic:t', undefined],
			['topic:t', undefined]
		]);
		expect(problem.people[0]?.wishes).toEqual(['topic:t', 'r1w2']);
		expect(readProblem(problem)).toHaveProperty('problem');
	});

	test('workshops of one name without a topic are not the same: tables of a speed meeting', () => {
		const tables = [table(1, 1, { title: 'Tisch 1' }), table(2, 1, { title: 'Tisch 1' })];
		expect(sharedTopics(roundsOf(tables)).size).toBe(0);
	});

	test('where there are fewer topics than rounds, nobody is asked for the impossible', () => {
		expect(sharedTopics(roundsOf(cafe(3, 2))).size).toBe(0);
		expect(sharedTopics(roundsOf(cafe(3, 3))).size).toBe(9);
	});

	test('people meet new ones only when there are several rounds and it is wanted', () => {
		const meetings = (rounds: number, meetsNew: boolean) =>
			mixProblem(inputOf(crowd(4), cafe(rounds, 3), { settings: { ...DEFAULT_MIX, meetsNew } })).meetings?.weight;
		expect([meetings(1, true), meetings(2, false)]).toEqual([undefined, undefined]);
		expect(meetings(2, true)).toBeGreaterThan(0);
	});

	test('a host stays at her table in every round, everybody else visits different ones', () => {
		const people = crowd(12);
		const problem = mixProblem(inputOf(people, cafe(3, 3, ['p-a0', 'p-a1'])));
		expect(problem.people[0]?.fixed).toEqual({ r1: 'r1w1', r2: 'r2w1', r3: 'r3w1' });
		const { plan, score } = assignGroups(problem, { seed: 1, iterations: 20_000, inputHash: '' });
		expect(score.musts).toBe(0);
		const tablesOf = (id: string) => Object.values(plan).map((round) => round[id]?.slice(2));
		expect(tablesOf('a0')).toEqual(['w1', 'w1', 'w1']);
		for (const { id } of people.slice(2)) expect(new Set(tablesOf(id)).size).toBe(3);
	});

	test('an office with too few people besides its host is not asked for at every table', () => {
		const mustsOf = (count: number) =>
			mixProblem(
				inputOf(
					crowd(9).map((one, i) => (i < count ? { ...one, ...office } : one)),
					cafe(3, 3, ['p-a0'])
				)
			).mix?.filter(({ rule, must }) => rule === 'atLeast' && must);
		expect([mustsOf(3)?.length, mustsOf(4)?.length]).toEqual([0, 1]);
	});

	test('whoever has a duty counts in every round for sizes and limits', () => {
		// The host and one more for each table, because everybody else goes on.
		const people = crowd(9).map((one, i) => (i < 4 ? { ...one, ...office } : one));
		const problem = mixProblem(inputOf(people, cafe(3, 3, ['p-a0'])));
		expect(problem.mix).toContainEqual({ class: 'office', value: 'city', rule: 'atLeast', n: 1, must: true });
		const sizes = { class: 'everybody', value: 'yes', weight: 1 };
		expect(problem.mix).toContainEqual({ ...sizes, rule: 'atMost', n: 3 });
		for (const { groups } of problem.rounds) for (const { max } of groups) expect(max).toBe(99);
		const { score } = assignGroups(problem, { seed: 1, iterations: 20_000, inputHash: '' });
		expect(score.musts).toBe(0);
	});
});

describe('earlier gatherings', () => {
	const ids = fc.constantFrom('a0', 'a1', 'a2', 'a3', 'gone', 'elsewhere');
	const gatherings = fc.array(fc.array(fc.array(ids, { maxLength: 6 }), { maxLength: 5 }), { maxLength: 4 });

	test('only people who attend, no group of one, weights that are positive and fall', () => {
		fc.assert(
			fc.property(gatherings, (list) => {
				const earlier = list.map((groups, age) => ({
					...{ id: `g${age}`, title: '', dateOn: '', share: shareOf(age), groups }
				}));
				const met = metOf(inputOf(crowd(4), [table(1, 1)], { earlier }));
				for (const { weight, groups } of met) {
					expect(weight).toBeGreaterThan(0);
					expect(groups.length).toBeGreaterThan(0);
					for (const group of groups) {
						expect(group.length).toBeGreaterThan(1);
						expect(new Set(group).size).toBe(group.length);
						expect(group.every((id) => /^a\d$/.test(id))).toBe(true);
					}
				}
				const weights = met.map(({ weight }) => weight);
				expect(weights).toEqual(weights.toSorted((a, b) => b - a));
				expect(readProblem(mixProblem(inputOf(crowd(4), [table(1, 1)], { earlier })))).toHaveProperty('problem');
			})
		);
	});

	test('do not count when that is switched off', () => {
		const earlier = [{ id: 'g', title: '', dateOn: '', share: 1, groups: [['a0', 'a1']] }];
		const settings = { ...DEFAULT_MIX, countsEarlier: false };
		expect(mixProblem(inputOf(crowd(2), [table(1, 1)], { earlier })).met).toHaveLength(1);
		expect(mixProblem(inputOf(crowd(2), [table(1, 1)], { earlier, settings })).met).toBeUndefined();
	});
});

test('every board of several rounds is a problem the engine reads', () => {
	const shape = fc.record({
		rounds: fc.integer({ min: 1, max: 4 }),
		tables: fc.integer({ min: 1, max: 5 }),
		people: fc.integer({ min: 1, max: 24 }),
		hosts: fc.integer({ min: 0, max: 5 }),
		maxSize: fc.integer({ min: 1, max: 12 }),
		held: fc.array(fc.tuple(fc.nat(23), fc.nat(3), fc.nat(4)), { maxLength: 6 })
	});
	fc.assert(
		fc.property(shape, ({ rounds, tables, people, hosts, maxSize, held }) => {
			const leads = Array.from({ length: hosts }, (_, i) => `p-a${i}`);
			const workshops = cafe(rounds, tables, leads).map((one) => ({ ...one, minSize: 1, maxSize }));
			const list = crowd(people);
			const places = held
				.map(([p, r, t]) => ({ registrationId: `a${p}`, workshopId: `r${r + 1}w${t + 1}` }))
				.filter(({ workshopId }) => workshops.some(({ id }) => id === workshopId));
			// More people held in a group than it has places is a slip of the organizers, and the reader says so.
			const read = readProblem(mixProblem(inputOf(list, workshops), places));
			if ('error' in read) expect(read.error.rule).toBe('fixedTooMany');
		})
	);
});
