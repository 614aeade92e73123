/** How many tints and how many signs there are; both begin again when they run out, the number never does. */
const TINTS = 5;
const SIGNS = 12;

/** The paper of a group: class of its tint (`c1` … `c5`) and id of its sign in the sprite (`w1` … `w12`). `number` counts from 1. */
export function paperOf(number: number): { tint: string; sign: string } {
	const index = Math.max(0, Math.trunc(number) - 1);
	return { tint: `c${(index % TINTS) + 1}`, sign: `w${(index % SIGNS) + 1}` };
}
