/** The targets of the engine, each with its instance. Order: the cases of the product, then those of the peers. */
import { stepwise, type Case, type Seen } from './benchRuns.ts';
import { contradicted, demoRegion, everyAnswer, repaired } from './benchSpecial.ts';
import { conference } from './instances/conference.ts';
import { courses, golfers } from './instances/shapes.ts';

const valid = ({ outcomes }: Seen) => outcomes.every(({ answer }) => answer.score.musts === 0);
const proved = ({ outcomes }: Seen) => outcomes.every(({ answer }) => answer.proved);
const mixProved = ({ outcomes }: Seen) => outcomes.every(({ answer }) => answer.bound.mix === 'optimal');
const gapWithin = (most: number) => (seen: Seen) => valid(seen) && seen.gap !== null && seen.gap <= most;
const mixWithin = (most: number) => (seen: Seen) =>
	valid(seen) && seen.outcomes.filter(({ answer }) => answer.score.mix <= most).length * 2 > seen.outcomes.length;
const atBound = (seen: Seen) =>
	valid(seen) && seen.outcomes.every(({ answer }) => answer.score.mix <= (seen.bound ?? -1) + 1e-7);
const within = (ms: number, meets: (seen: Seen) => boolean) => (seen: Seen) => seen.ms <= ms && meets(seen);
/** Every balance is at cost 0, or the mix as a whole is proved to be as small as it can be. */
const even = ({ outcomes }: Seen) =>
	outcomes.every(
		({ answer }) => answer.bound.mix === 'optimal' || answer.broken.every((breach) => breach.rule !== 'balance')
	);
const search = (seconds: number) => ({ name: `search ${seconds} s`, options: { seconds } });
const proof = (seconds: number) => ({ name: `proof, at most ${seconds} s`, options: { seconds, proof: true } });

const product: Case[] = [
	stepwise('demo', demoRegion, [
		{
			...proof(10),
			target: 'musts 0, every balance even where it can be, proved, ≤ 1 s',
			meets: within(1000, (seen) => valid(seen) && even(seen) && proved(seen))
		}
	]),
	stepwise('120x5', () => conference({ people: 120, groups: 5, earlier: 3 }), [
		{ ...proof(60), once: true, target: 'mix proved ≤ 60 s', meets: within(60_000, mixProved) },
		{ ...search(1), target: '≤ 0.5 % above the optimum at 1 s', meets: gapWithin(0.005) },
		{ ...search(5), target: 'optimum with every seed ≤ 5 s', meets: atBound }
	]),
	stepwise('500x20', () => conference({ people: 500, groups: 20, earlier: 3 }), [
		{ ...search(10), target: 'gap ≤ 1 % at 10 s', meets: gapWithin(0.01) },
		{ ...proof(60), once: true, target: 'gap ≤ 0.7 % at 60 s', meets: gapWithin(0.007) }
	]),
	stepwise('2000x40', () => conference({ people: 2000, groups: 40 }), [
		{
			...search(15),
			target: 'first valid plan ≤ 0.3 s, gap ≤ 0.1 % at 15 s',
			meets: (seen) => gapWithin(0.001)(seen) && (seen.firstMs ?? Infinity) <= 300
		},
		{ ...proof(40), once: true, target: 'mix proved ≤ 40 s', meets: mixProved }
	]),
	stepwise('courses', () => courses(), [
		{ ...proof(10), target: 'exact profile, proved, ≤ 2 s', meets: within(2000, (seen) => valid(seen) && proved(seen)) }
	]),
	stepwise('golf-8x4x7', () => golfers(32, 8, 7), [{ ...search(5), target: '0 at 5 s', meets: mixWithin(0) }]),
	stepwise('golf-8x4x10', () => golfers(32, 8, 10), [
		{ ...search(10), target: '≤ 22 at 10 s', meets: mixWithin(22) },
		{ ...search(60), once: true, target: '≤ 12 at 60 s (stretch)', meets: mixWithin(12) }
	]),
	stepwise('golf-10x10x5', () => golfers(100, 10, 5), [
		{ ...search(10), target: '≤ 39 at 10 s', meets: mixWithin(39) }
	]),
	stepwise('golf-6x5x6', () => golfers(30, 6, 6), [{ ...search(10), target: '0 at 10 s', meets: mixWithin(0) }]),
	stepwise('golf-9x3x13', () => golfers(27, 9, 13), [{ ...search(10), target: '0 at 10 s', meets: mixWithin(0) }]),
	stepwise('golf-24', () => golfers(24, 5, 3), [
		{
			...proof(1),
			target: 'at its bound in 1 s, shown as proved',
			meets: within(1100, (seen) => valid(seen) && proved(seen))
		}
	]),
	stepwise('120x5x3', () => conference({ people: 120, groups: 5, rounds: 3 }), [
		{ ...search(30), target: 'gap ≤ 1 % at 30 s', meets: gapWithin(0.01) },
		{ ...proof(60), once: true }
	]),
	repaired(
		'repair-120x5',
		{ people: 120, groups: 5, earlier: 3 },
		{ loss: 0, moves: 5, ms: 300, solve: 5, prove: true }
	),
	repaired('repair-500x20', { people: 500, groups: 20, earlier: 3 }, { loss: 0.02, moves: 15, ms: 3000, solve: 20 }),
	contradicted('contradictions'),
	everyAnswer('every-answer')
];

/** What the peers were measured with: mix only, in groups of one size. */
const peers: Case[] = [
	stepwise('mix-120', () => conference({ people: 120, groups: 5, mixOnly: true }), [
		{ ...proof(10), target: 'optimum ≤ 0.2 s (GroupEng: optimum in 0.2 s)', meets: within(200, mixProved) }
	]),
	stepwise('mix-500', () => conference({ people: 500, groups: 20, mixOnly: true }), [
		{ ...search(1), target: '≤ 1.5 % above the bound at 1 s (GroupEng 4–18 %)', meets: gapWithin(0.015) },
		{ ...proof(20), once: true }
	])
];

export const cases: Case[] = [...product, ...peers];
