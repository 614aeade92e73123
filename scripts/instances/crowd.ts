/** People of an invented region for measuring the engine: organisations of very different size, a few newcomers, skewed wishes. */
import type { Person } from '#lib/groups/engine/contract.ts';
import type { Random } from '#lib/groups/engine/random.ts';

/** Two youth offices, then twenty others: A outpatient, S residential, P clinics and practices. */
const SIDES = ['J', 'J', ...'ASASAPAASSAPASASAAPS'];
export const OFFICES: Record<string, string> = { o1: 'city', o2: 'district' };

/** Shares that fall like 1/k, as whole divisions only, so that they are the same on every machine. */
export const falling = (length: number, from: number): number[] => Array.from({ length }, (_, k) => 1 / (k + from));

/** The place of a share drawn at random. */
export function draw(random: Random, shares: readonly number[]): number {
	const all = shares.reduce((sum, share) => sum + share, 0);
	let left = (random.next() / 2 ** 32) * all;
	for (let i = 0; i < shares.length - 1; i++) {
		left -= shares[i]!;
		if (left < 0) return i;
	}
	return shares.length - 1;
}

export function shuffle<T>(items: readonly T[], random: Random): T[] {
	const list = [...items];
	for (let i = list.length - 1; i > 0; i--) {
		const j = random.below(i + 1);
		[list[i], list[j]] = [list[j]!, list[i]!];
	}
	return list;
}

/** Different names by skewed popularity: a few are wanted by many. `names` stand in the order of popularity. */
export function drawWishes(random: Random, names: readonly string[], count: number, from: number): string[] {
	const shares = falling(names.length, from);
	const wishes: string[] = [];
	while (wishes.length < Math.min(count, names.length)) {
		const name = draw(random, shares);
		shares[name] = 0;
		wishes.push(names[name]!);
	}
	return wishes;
}

function classesOf(random: Random, place: number): Record<string, string> {
	const organisation = `o${place + 1}`;
	const classes: Record<string, string> = { side: SIDES[place]!, organisation };
	const office = OFFICES[organisation];
	if (office) classes.office = office;
	else classes.provider = organisation;
	if (random.below(100) < 15) classes.newcomer = 'yes';
	if (random.below(100) < 10) classes.leader = 'yes';
	return classes;
}

/** So many people; each wishes for three of `topics`, which stand in the order of popularity. */
export function crowd(random: Random, count: number, topics: readonly string[], letter = 'p'): Person[] {
	const sizes = falling(SIDES.length, 2);
	// In a large crowd the first ones come from one organisation each, so that even the smallest is there.
	const named = count > 2 * SIDES.length ? SIDES.length : 0;
	return Array.from({ length: count }, (_, i) => ({
		id: `${letter}${i + 1}`,
		classes: classesOf(random, i < named ? i : draw(random, sizes)),
		wishes: drawWishes(random, topics, 3, 1)
	}));
}
