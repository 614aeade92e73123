import { afterAll, expect, it } from 'vitest';
import { assignGroups } from './engine/assign.ts';
import type { Problem, Progress } from './engine/contract.ts';
import { assignInWorker, closePool, startEngine } from './pool.server.ts';

afterAll(() => closePool());

const problem: Problem = {
	version: 1,
	order: ['mix', 'wishes'],
	rounds: [{ id: 'r1', groups: ['A', 'B'].map((id) => ({ id, min: 2, max: 4 })) }],
	people: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, classes: { side: id < 'd' ? 'x' : 'y' }, wishes: ['A'] })),
	mix: [{ class: 'side', rule: 'balance', weight: 1 }]
};

it('gives the same plan from a thread as at home, with the fingerprint of the input', async () => {
	const answer = await assignInWorker(problem, { seed: 3, iterations: 20_000 });
	expect(answer.plan).toEqual(assignGroups(problem, { seed: 3, iterations: 20_000 }).plan);
	expect(answer.inputHash).toMatch(/^sha256-[0-9a-f]{64}$/);
});

it('reports while it works and ends with the best so far when it is told to', async () => {
	const reports: Progress[] = [];
	const { answer, halt } = startEngine({ ...problem, order: ['weighted'] }, { seed: 3, seconds: 60 }, (progress) => {
		reports.push(progress);
		halt();
	});
	const { plan, score } = await answer;
	expect(Object.keys(plan.r1!)).toHaveLength(6);
	expect(score.musts).toBe(0);
	expect(reports[0]!.score.musts).toBe(0);
});
