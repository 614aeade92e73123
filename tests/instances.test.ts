import { describe, expect, test } from 'vitest';
import type { Problem } from '#lib/groups/engine/contract.ts';
import { readProblem } from '#lib/groups/engine/validate.ts';
import { conference } from '../scripts/instances/conference.ts';
import { contradictions, without } from '../scripts/instances/contradictions.ts';
import { changedMorning } from '../scripts/instances/repairs.ts';
import { courses, golfers } from '../scripts/instances/shapes.ts';

const day = () => conference({ people: 120, groups: 5, rounds: 2, earlier: 3 });
const planOf = ({ rounds, people }: Problem) =>
	Object.fromEntries(
		rounds.map(({ id, groups }) => [
			id,
			Object.fromEntries(people.map((p, i) => [p.id, groups[i % groups.length]!.id]))
		])
	);

describe('instances of the bench', () => {
	test.each([
		['a day', day],
		['mix only', () => conference({ people: 500, groups: 20, mixOnly: true })],
		['golfers', () => golfers(24, 5, 3)],
		['courses', () => courses()],
		['the morning', () => changedMorning(day(), planOf(day()))],
		...Object.entries(contradictions)
	] as [string, () => Problem][])('%s: accepted, and the same every time', (_, build) => {
		expect(readProblem(build())).toHaveProperty('problem');
		expect(build()).toEqual(build());
	});

	test('another seed gives other people', () => {
		expect(conference({ people: 60, groups: 3, seed: 2 }).people).not.toEqual(
			conference({ people: 60, groups: 3 }).people
		);
	});

	test('have 22 organisations of very different size and few newcomers', () => {
		const { people } = conference({ people: 500, groups: 20 });
		const sizes = [...Map.groupBy(people, ({ classes }) => classes?.organisation).values()].map((list) => list.length);
		expect(sizes).toHaveLength(22);
		expect(Math.max(...sizes)).toBeGreaterThan(10 * Math.min(...sizes));
		const newcomers = people.filter(({ classes }) => classes?.newcomer === 'yes').length;
		expect(newcomers).toBeGreaterThan(55);
		expect(newcomers).toBeLessThan(95);
	});

	test('the morning: one in twenty is missing, one in fifty came by chance', () => {
		const morning = changedMorning(day(), planOf(day()));
		expect(morning.people).toHaveLength(120 - 6 + 2);
		expect(Object.keys(morning.repair!.current.r1!)).toHaveLength(114);
	});

	test('a demand that is dropped is gone', () => {
		const office = contradictions.office!();
		expect(without(office, { rule: 'atLeast', class: 'office', value: 'city' }).mix).toEqual([]);
		const apart = contradictions.apart!();
		expect(without(apart, { rule: 'apart', people: apart.apart![0] }).apart).toEqual([]);
		const places = without(contradictions.places!(), { rule: 'size', group: 'r1g1', end: 'most' });
		expect(places.rounds[0]!.groups.map(({ min, max }) => [min, max])).toEqual([
			[10, 60],
			[10, 19],
			[10, 19]
		]);
		const together = without(contradictions.together!(), { rule: 'fixed', round: 'r1', group: 'r1g2' });
		expect(together.people.filter(({ fixed }) => fixed?.r1 !== undefined).map(({ id }) => id)).toEqual(['p1']);
	});
});
