import { parentPort, workerData } from 'node:worker_threads';
import type { Problem } from './contract.ts';
import { loadSolver } from './highs.server.ts';
import { proverHere, type Prover, type Report } from './prover.ts';

export type ThreadTask = { problem: Problem; seed: number; halt?: Int32Array };
export type Question =
	{ id: number; ask: 'relax' | 'seat' | 'contradiction' } | { id: number; ask: 'prove'; place: Int32Array };
export type Reply = { id: number; answer: unknown } | { id: number; report: Report };

/** The prover's own thread: plain Node loads this file from its source. Questions are answered one after the other. */
const { problem, seed, halt } = workerData as ThreadTask;
const isHalted = () => halt !== undefined && Atomics.load(halt, 0) !== 0;
const prover = loadSolver().then((solver) => proverHere(problem, seed, solver, isHalted));
const say = (reply: Reply) => parentPort!.postMessage(reply);

function answer(to: Prover, question: Question): Promise<unknown> {
	if (question.ask !== 'prove') return to[question.ask]();
	return to.prove(question.place, (report) => say({ id: question.id, report }));
}

let turn = Promise.resolve();
parentPort!.on('message', (question: Question) => {
	turn = turn.then(async () => say({ id: question.id, answer: await answer(await prover, question) }));
});
