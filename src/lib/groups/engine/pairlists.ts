import type { Problem, ProblemError } from './contract.ts';
import { fault, firstFault } from './faults.ts';

/** Lists of people in `together`, `apart` and `met`: everybody known, nobody twice, at least two for a pair. */
export function checkLists(problem: Problem): ProblemError | undefined {
	const known = new Set(problem.people.map((person) => person.id));
	const check = (lists: string[][], where: string, least: number) =>
		firstFault(lists, (list, i) => checkList(list, `${where}[${i}]`, least, known));
	return (
		check(problem.together ?? [], 'together', 2) ??
		check(problem.apart ?? [], 'apart', 2) ??
		firstFault(problem.met ?? [], ({ groups }, i) => check(groups, `met[${i}].groups`, 0))
	);
}

function checkList(list: string[], where: string, least: number, known: Set<string>): ProblemError | undefined {
	if (list.length < least) return fault('listShort', where);
	const seen = new Set<string>();
	return firstFault(list, (id, i) => {
		if (!known.has(id)) return fault('unknownPerson', `${where}[${i}]`, id);
		if (seen.has(id)) return fault('listTwice', `${where}[${i}]`, id);
		seen.add(id);
		return undefined;
	});
}

/** Nobody is asked to sit both together with somebody and apart, also not by way of a third person. */
export function checkTogetherApart(problem: Problem): ProblemError | undefined {
	const block = new Map<string, string>();
	const root = (id: string): string => {
		let at = id;
		while (block.has(at)) at = block.get(at)!;
		return at;
	};
	for (const list of problem.together ?? [])
		for (const id of list) if (root(id) !== root(list[0]!)) block.set(root(id), root(list[0]!));
	return firstFault(problem.apart ?? [], (list, i) => {
		const seen = new Map<string, string>();
		return firstFault(list, (id) => {
			const other = seen.get(root(id));
			if (other !== undefined) return fault('togetherApart', `apart[${i}]`, other, id);
			seen.set(root(id), id);
			return undefined;
		});
	});
}
