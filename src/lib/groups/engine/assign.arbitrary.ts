import fc from 'fast-check';
import type { MixRule, Plan, Problem } from './contract.ts';
import { compareScores, scorePlan, type FullScore } from './score.ts';
import { attending } from './sizes.ts';

/** Random small problems and their best plan by trying everything: for the tests of the engine only. */

const ids = (letter: string, n: number): string[] => Array.from({ length: n }, (_, i) => `${letter}${i + 1}`);
const value = (of: string) => fc.constantFrom('x', 'y', 'z').map((v) => of + v);

const mixRule: fc.Arbitrary<MixRule> = fc.record(
	{
		class: fc.constantFrom('side', 'organisation'),
		rule: fc.constantFrom('balance' as const, 'spread' as const, 'atMost' as const, 'atLeast' as const),
		weight: fc.constantFrom(0.5, 1, 2, 3),
		n: fc.integer({ min: 0, max: 3 }),
		must: fc.boolean()
	},
	{ requiredKeys: ['class', 'rule', 'weight', 'n'] }
);

/** A problem that `readProblem` accepts, with every kind of must, soft rule and repair. */
export function problems(people: { min: number; max: number }, rounds: number): fc.Arbitrary<Problem> {
	return fc
		.record({
			people: fc.integer(people),
			rounds: fc.integer({ min: 1, max: rounds }),
			groups: fc.integer({ min: 2, max: 3 })
		})
		.chain((size) => {
			const person = fc.constantFrom(...ids('p', size.people));
			const pair = fc.uniqueArray(person, { minLength: 2, maxLength: 2 });
			const wish = fc.uniqueArray(fc.constantFrom(...ids('t', size.groups)), { maxLength: 2 });
			const roundIds = ids('r', size.rounds);
			const everywhere = Object.fromEntries(roundIds.map((id) => [id, `${id}g1`]));
			const fixed = fc.option(fc.constantFrom<Record<string, string>>({ r1: 'r1g2' }, everywhere), {
				freq: 8,
				nil: undefined
			});
			return fc.record({
				version: fc.constant(1 as const),
				order: fc.constantFrom(['mix', 'wishes'], ['wishes', 'mix'], ['weighted']) as fc.Arbitrary<Problem['order']>,
				rounds: fc.tuple(...roundIds.map((id) => roundOf(id, size.groups, size.people))).map((list) => [...list]),
				people: fc.tuple(
					...ids('p', size.people).map((id) =>
						fc.record({
							id: fc.constant(id),
							classes: fc.record({ side: value('s'), organisation: value('o') }, { requiredKeys: ['side'] }),
							wishes: wish,
							fixed,
							rounds: fc.option(fc.constant(roundIds.slice(0, 1)), { nil: undefined, freq: 5 }),
							credit: fc.constant(0)
						})
					)
				) as fc.Arbitrary<Problem['people']>,
				apart: fc.array(pair, { maxLength: 2 }),
				together: fc.array(pair, { maxLength: 1 }),
				mix: fc.array(mixRule, { maxLength: 4 }),
				met: fc.array(fc.record({ weight: fc.constant(0.5), groups: fc.array(pair, { maxLength: 2 }) }), {
					maxLength: 1
				}),
				meetings: fc.constant({ weight: 1.5 }),
				repair: fc.constant({ current: { r1: { p1: 'r1g1', p2: 'r1g2' } }, price: 0.5 })
			});
		});
}

const roundOf = (id: string, groups: number, people: number) =>
	fc.record({
		id: fc.constant(id),
		groups: fc.tuple(
			...ids('g', groups).map((group, i) =>
				fc.record({
					id: fc.constant(`${id}${group}`),
					topic: fc.constant(`t${i + 1}`),
					min: fc.integer({ min: 0, max: Math.ceil(people / groups) }),
					max: fc.integer({ min: Math.ceil(people / groups), max: people }),
					optional: fc.boolean()
				})
			)
		) as fc.Arbitrary<Problem['rounds'][number]['groups']>
	});

/** The best score over all plans in which everybody has a place. */
export function bestByTrying(problem: Problem): FullScore {
	const places = problem.rounds.flatMap((round) => attending(problem, round).map((person) => ({ round, person })));
	const plan: Plan = Object.fromEntries(problem.rounds.map((round) => [round.id, {}]));
	let best: FullScore | undefined;
	const seat = (i: number): void => {
		if (i < places.length) {
			const { round, person } = places[i]!;
			for (const group of round.groups) {
				plan[round.id]![person.id] = group.id;
				seat(i + 1);
			}
			return;
		}
		const score = scorePlan(problem, plan);
		if (!best || compareScores(problem, score, best) < 0) best = score;
	};
	seat(0);
	return best!;
}
