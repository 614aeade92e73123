import type { Person, Problem } from './contract.ts';
import type { ModelGroup } from './model.ts';
import { groupOf } from './view.ts';

/** Links to other units of the round: `weight` is added to the broken musts while both share a group. */
export type Link = { unit: number; weight: number };
/** People of one round who move as one; `fixed` is their group, −1 = free. */
export type Unit = { round: number; slots: number[]; fixed: number; links: Link[] };
export type Slot = { person: number; round: number; unit: number };

/** Joins people who must sit together into units, finds the fixed ones, and links those who must be apart. */
export function groupUnits(
	problem: Problem,
	people: Person[],
	groups: ModelGroup[],
	roundStart: number[],
	relaxed: boolean
): { units: Unit[]; slots: Slot[] } {
	const units: Unit[] = [];
	const slots: Slot[] = [];
	const index = new Map(people.map((person, i) => [person.id, i]));
	const blocks = relaxed ? people.map((_, i) => i) : joinTogether(problem, index);
	problem.rounds.forEach((round, r) => {
		const fixedOf = (person: Person) => {
			const place = fixedGroup(problem, person, round.id, relaxed);
			if (place === undefined) return -1;
			for (let g = roundStart[r]!; g < roundStart[r + 1]!; g++) if (groups[g]!.group.id === place) return g;
			return -1;
		};
		const here = people.flatMap((person, i) => (!person.rounds || person.rounds.includes(round.id) ? [i] : []));
		const unitOf = new Map<number, number>();
		for (const block of Map.groupBy(here, (i) => blocks[i]!).values())
			for (const members of splitBlock(block, (i) => fixedOf(people[i]!))) {
				const unit: Unit = { round: r, slots: [], fixed: -1, links: [] };
				for (const person of members) {
					unitOf.set(person, units.length);
					unit.slots.push(slots.length);
					slots.push({ person, round: r, unit: units.length });
					unit.fixed = Math.max(unit.fixed, fixedOf(people[person]!));
				}
				units.push(unit);
			}
		linkPairs(units, problem.apart ?? [], index, unitOf, 1);
		linkPairs(units, problem.together ?? [], index, unitOf, -1);
	});
	return { units, slots };
}

/** The group a person may not leave. In a relaxed model only a started round holds her. */
function fixedGroup(problem: Problem, person: Person, round: string, relaxed: boolean): string | undefined {
	const repair = problem.repair;
	const before = repair?.started?.includes(round) ? groupOf(repair.current, round, person.id) : undefined;
	return before ?? (relaxed ? undefined : person.fixed?.[round]);
}

/** A block stays whole unless its members are fixed in different groups; then each moves alone. */
function splitBlock(block: number[], fixedOf: (person: number) => number): number[][] {
	const places = new Set(block.map(fixedOf).filter((place) => place >= 0));
	return places.size > 1 ? block.map((person) => [person]) : [block];
}

/** Block of each person: connected parts of the lists in `together`. */
function joinTogether(problem: Problem, index: Map<string, number>): number[] {
	const parent = [...index.values()];
	const root = (i: number): number => {
		while (parent[i] !== i) i = parent[i]!;
		return i;
	};
	for (const list of problem.together ?? [])
		for (const id of list) {
			const a = root(index.get(list[0]!)!);
			const b = root(index.get(id)!);
			parent[Math.max(a, b)] = Math.min(a, b);
		}
	return parent.map((_, i) => root(i));
}

function linkPairs(
	units: Unit[],
	lists: string[][],
	index: Map<string, number>,
	unitOf: Map<number, number>,
	weight: number
): void {
	for (const list of lists)
		list.forEach((first, i) => {
			for (const second of list.slice(i + 1)) {
				const a = unitOf.get(index.get(first)!);
				const b = unitOf.get(index.get(second)!);
				if (a === undefined || b === undefined || a === b) continue;
				units[a]!.links.push({ unit: b, weight });
				units[b]!.links.push({ unit: a, weight });
			}
		});
}
