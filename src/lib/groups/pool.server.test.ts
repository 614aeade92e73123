import { afterAll, expect, it } from 'vitest';
import { assignGroups } from './engine/assign.ts';
import type { Problem } from './engine/contract.ts';
import { assignInWorker, closePool } from './pool.server.ts';

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

it('ends when it is told to', async () => {
	const abort = new AbortController();
	const running = assignInWorker({ ...problem, order: ['weighted'] }, { seed: 3, seconds: 60, signal: abort.signal });
	setTimeout(() => abort.abort(), 100);
	await expect(running).rejects.toThrow();
});
