/** Conference days: so many people in so many groups over one or more rounds, with the rules of the field. */
import type { Met, MixRule, Person, Problem, Round } from '#lib/groups/engine/contract.ts';
import { Random } from '#lib/groups/engine/random.ts';
import { crowd, OFFICES, shuffle } from './crowd.ts';

export type ConferenceShape = {
	people: number;
	groups: number;
	rounds?: number;
	/** Earlier gatherings of the same circle. */
	earlier?: number;
	/** Only side, newcomers and organisations; groups of one size; no wishes. */
	mixOnly?: boolean;
	seed?: number;
};

export function conference(shape: ConferenceShape): Problem {
	const { people: count, groups, rounds = 1, earlier = 0, mixOnly = false, seed = 1 } = shape;
	const random = new Random(seed, 1);
	const topics = Array.from({ length: groups }, (_, g) => `t${g + 1}`);
	const everybody = crowd(random, count, shuffle(topics, random));
	const people = mixOnly ? everybody.map(({ id, classes }) => ({ id, classes: classes! })) : everybody;
	return {
		version: 1,
		order: mixOnly ? ['mix'] : ['mix', 'wishes'],
		rounds: Array.from({ length: rounds }, (_, r) => roundOf(r + 1, count, topics, mixOnly)),
		people,
		mix: mixOnly ? threeRules() : allRules(people, groups),
		...(earlier > 0 ? { met: Array.from({ length: earlier }, () => gathering(people, groups, random)) } : {}),
		...(rounds > 1 ? { meetings: { weight: 1 } } : {})
	};
}

function roundOf(r: number, people: number, topics: string[], even: boolean): Round {
	const share = people / topics.length;
	const [min, max] = even ? [Math.floor(share), Math.ceil(share)] : [Math.floor(share * 0.8), Math.ceil(share * 1.2)];
	return { id: `r${r}`, groups: topics.map((topic, g) => ({ id: `r${r}g${g + 1}`, topic, min, max })) };
}

const threeRules = (): MixRule[] => [
	{ class: 'side', rule: 'balance', weight: 2 },
	{ class: 'newcomer', value: 'yes', rule: 'balance', weight: 1 },
	{ class: 'organisation', rule: 'spread', weight: 1 }
];

/** One of each youth office in every group is a must where they are enough; no provider should fill a group. */
function allRules(people: readonly Person[], groups: number): MixRule[] {
	const count = (name: string, value: string) => people.filter((person) => person.classes?.[name] === value).length;
	const offices = Object.values(OFFICES).filter((value) => count('office', value) >= groups);
	const providers = new Set(people.flatMap((person) => person.classes?.provider ?? []));
	return [
		...threeRules(),
		{ class: 'leader', value: 'yes', rule: 'balance', weight: 1 },
		...offices.map((value): MixRule => ({ class: 'office', value, rule: 'atLeast', n: 1, must: true })),
		...[...providers].sort().map((value): MixRule => {
			const n = Math.max(2, Math.ceil(count('provider', value) / groups));
			return { class: 'provider', value, rule: 'atMost', n, weight: 2 };
		})
	];
}

/** Seven of ten came to it, and sat in as many groups, as chance would have it. */
function gathering(people: readonly Person[], groups: number, random: Random): Met {
	const came = shuffle(people, random).slice(0, Math.round(people.length * 0.7));
	const lists = Array.from({ length: groups }, (_, g) => came.filter((_, i) => i % groups === g).map(({ id }) => id));
	return { weight: 0.5, groups: lists };
}
