import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assignGroups } from '#lib/groups/engine/assign.ts';
import type { Plan, Problem } from '#lib/groups/engine/contract.ts';
import { scorePlan } from '#lib/groups/engine/score.ts';

type Best = { mix: number; wishes: number[]; plan: Plan };
type Small = { problem: Problem; best: { mixFirst: Best; wishesFirst: Best } };
const load = (n: number): Small =>
	JSON.parse(readFileSync(new URL(`./problems/small-${n}.json`, import.meta.url), 'utf8')) as Small;

describe.each([1, 2, 3, 4, 5, 6, 7])('small problem %i with its proved answer', (n) => {
	const { problem, best } = load(n);
	it.each([
		['mixFirst', ['mix', 'wishes']],
		['wishesFirst', ['wishes', 'mix']]
	] as const)('%s', (name, order) => {
		const known = scorePlan(problem, best[name].plan);
		expect(known).toMatchObject({ musts: 0, mix: best[name].mix, wishes: best[name].wishes });
		for (const seed of [1, 2, 3, 4, 5]) {
			const answer = assignGroups({ ...problem, order: [...order] }, { seed });
			expect(answer.score).toMatchObject({ musts: 0, mix: best[name].mix, wishes: best[name].wishes });
			const bound = answer.bound.mix;
			if (typeof bound === 'number') expect(bound).toBeLessThanOrEqual(best.mixFirst.mix);
		}
	});
});
