import { parentPort, workerData } from 'node:worker_threads';
import type { Problem } from './contract.ts';
import { loadSolver } from './highs.server.ts';
import { proverHere, type Prover, type Report } from './prover.ts';

/** `complete`: set to 1 once a proof is complete. */
export type ThreadTask = { problem: Problem; seed: number; complete: Int32Array; halt?: Int32Array };
export type Question =
	| { id: number; ask: 'relax' | 'seat' | 'contradiction' }
	| { id: number; ask: 'guide'; mix: number }
	| { id: number; ask: 'prove'; place: Int32Array; onlyQuick: boolean };
export type Reply = { id: number; answer: unknown } | { id: number; report: Report };

/** The prover's own thread: plain Node loads this file from its source. Questions are answered one after the other. */
const { problem, seed, complete, halt } = workerData as ThreadTask;
const isHalted = () => halt !== undefined && Atomics.load(halt, 0) !== 0;
const prover = loadSolver().then((solver) => proverHere(problem, seed, solver, isHalted));
const say = (reply: Reply) => parentPort!.postMessage(reply);

async function answer(to: Prover, question: Question): Promise<unknown> {
	if (question.ask === 'guide') return to.guide(question.mix);
	if (question.ask !== 'prove') return to[question.ask]();
	const { id, place, onlyQuick } = question;
	const found = await to.prove(place, (report) => say({ id, report }), onlyQuick);
	if (to.isComplete()) Atomics.store(complete, 0, 1);
	return found;
}

let turn = Promise.resolve();
parentPort!.on('message', (question: Question) => {
	turn = turn.then(async () => say({ id: question.id, answer: await answer(await prover, question) }));
});
