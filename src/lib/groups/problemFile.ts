import type { Problem } from './engine/contract.ts';

const NAME = /^name:/;

/**
 * A problem as a file that may leave the house. Organisations known by name only are numbered in the order of their names,
 * so that everything sorts as before.
 */
export function withoutNames(problem: Problem): string {
	const names = new Set<string>();
	JSON.stringify(problem, (_, value: unknown) => {
		if (typeof value === 'string' && NAME.test(value)) names.add(value);
		return value;
	});
	const numbers = new Map([...names].sort().map((name, i) => [name, `name:${String(i + 1).padStart(5, '0')}`]));
	return JSON.stringify(
		problem,
		(_, value: unknown) => (typeof value === 'string' ? (numbers.get(value) ?? value) : value),
		'\t'
	);
}
