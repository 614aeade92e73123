import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { assignGroups } from './assign.ts';
import type { Problem } from './contract.ts';
import { Random } from './random.ts';
import { scorePlan } from './score.ts';
import { Turning } from './turning.ts';

/** Group of each seat in every round of a whole turn. */
function turnAround(turning: Turning, seats: number): number[][] {
	return Array.from({ length: turning.turn }, (_, round) =>
		Array.from({ length: seats }, (_, seat) => turning.best.groupOf[turning.seatBefore(seat, round)]!)
	);
}

/** How often two meet who have met already, counted pair by pair. */
function countRepeats(rounds: readonly number[][]): number {
	const met = new Map<string, number>();
	for (const groupOf of rounds)
		groupOf.forEach((group, a) => {
			for (let b = 0; b < a; b++) if (groupOf[b] === group) met.set(`${a} ${b}`, (met.get(`${a} ${b}`) ?? 0) + 1);
		});
	return [...met.values()].reduce((sum, times) => sum + times - 1, 0);
}

const shape = fc
	.record({ groups: fc.integer({ min: 2, max: 6 }), seats: fc.integer({ min: 4, max: 24 }), turn: fc.nat(30) })
	.map(({ groups, seats, turn }) => ({ groups, seats, turn: 1 + (turn % seats) }));

describe('a pattern that is turned', () => {
	it('has the repeats that are counted pair by pair, and groups of one size but for one', () => {
		fc.assert(
			fc.property(shape, fc.nat(), fc.constantFrom(0, 100, 3000), ({ groups, seats, turn }, seed, steps) => {
				const turning = new Turning(seats, groups, turn, new Random(seed, 0));
				const before = turning.best.repeats;
				turning.walk(steps, () => false);
				const rounds = turnAround(turning, seats);
				expect(countRepeats(rounds)).toBe(turning.best.repeats);
				expect(turning.best.repeats).toBeLessThanOrEqual(before);
				for (const groupOf of rounds) {
					const sizes = Array.from({ length: groups }, (_, g) => groupOf.filter((one) => one === g).length);
					expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
				}
			})
		);
	});

	it('is found where fifteen schoolgirls walk in threes on seven days', () => {
		const turning = new Turning(15, 5, 7, new Random(1, 0));
		expect(turning.walk(200_000, () => false)).toBeLessThan(200_000);
		expect(countRepeats(turnAround(turning, 15))).toBe(0);
	});

	it('goes on after a stop as if there had been none', () => {
		const [one, other] = [1, 2].map(() => new Turning(18, 6, 8, new Random(3, 0)));
		one!.walk(4096, () => false);
		expect(other!.walk(4096, (done) => done >= 1024)).toBe(1024);
		other!.walk(3072, () => false);
		expect(other!.best).toEqual(one!.best);
	});
});

/** Groups of one size in every round; nobody shall meet twice. */
function meet(people: number, groups: number, rounds: number): Problem {
	const sizes = { min: Math.floor(people / groups), max: Math.ceil(people / groups) };
	return {
		version: 1,
		order: ['mix'],
		rounds: Array.from({ length: rounds }, (_, r) => ({
			id: `r${r}`,
			groups: Array.from({ length: groups }, (_, g) => ({ id: `r${r}g${g}`, ...sizes }))
		})),
		people: Array.from({ length: people }, (_, i) => ({ id: `p${i}` })),
		meetings: { weight: 1 }
	};
}

/** The same as a gathering asks for it: larger tables, the even sizes are a rule about everybody. */
function meetAtTables(people: number, groups: number, rounds: number): Problem {
	const problem = meet(people, groups, rounds);
	const everybody = { class: 'everybody', value: 'yes', weight: 1 };
	return {
		...problem,
		rounds: problem.rounds.map((round) => ({
			...round,
			groups: round.groups.map((group) => ({ ...group, min: 1, max: 9 }))
		})),
		people: problem.people.map((person) => ({ ...person, classes: { everybody: 'yes' } })),
		mix: [
			{ ...everybody, rule: 'atMost', n: Math.ceil(people / groups) },
			{ ...everybody, rule: 'atLeast', n: Math.floor(people / groups) }
		]
	};
}

describe('rounds in which nobody meets twice', () => {
	const shapes: [string, Problem][] = [
		['24 people at 6 tables, 7 rounds', meet(24, 6, 7)],
		['23 people at 6 tables, 7 rounds', meet(23, 6, 7)],
		['24 people in 8 groups, 11 rounds', meet(24, 8, 11)],
		['24 people at 6 larger tables, 7 rounds', meetAtTables(24, 6, 7)]
	];
	test.each(shapes)('%s', (_, problem) => {
		const { plan, score } = assignGroups(problem, { seed: 1, iterations: 2_000_000 });
		expect(score).toMatchObject({ musts: 0, mix: 0 });
		expect(scorePlan(problem, plan)).toMatchObject({ musts: 0, mix: 0 });
	});

	it('leave held people where they are', () => {
		const problem = meet(24, 6, 6);
		for (const round of problem.rounds)
			problem.people.slice(0, 6).forEach((host, i) => ((host.fixed ??= {})[round.id] = round.groups[i]!.id));
		const { plan, score } = assignGroups(problem, { seed: 1, iterations: 500_000 });
		expect(score.musts).toBe(0);
		for (const host of problem.people.slice(0, 6))
			for (const round of problem.rounds) expect(plan[round.id]![host.id]).toBe(host.fixed![round.id]);
	});
});
