/** Cases of the engine's bench that are more than a budget and a value. */
import { openDatabase } from '#lib/db/database.server.ts';
import { migrate } from '#lib/db/migrate.server.ts';
import { readMigrations } from '#lib/db/migrationFiles.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { boardDataOf } from '#lib/groups/boardData.server.ts';
import type { Problem, Score } from '#lib/groups/engine/contract.ts';
import { repairFrontier, withFewMoves } from '#lib/groups/engine/frontier.ts';
import { explainPlan, reasonFor } from '#lib/groups/engine/reasons.ts';
import { mixProblem } from '#lib/groups/mixProblem.ts';
import { loadSolver } from '#lib/groups/engine/highs.server.ts';
import { boundWithFewMoves } from './benchFewMoves.ts';
import { median } from './benchFigures.ts';
import { now, percent, round, runOnce, type Case, type Row } from './benchRuns.ts';
import { conference, type ConferenceShape } from './instances/conference.ts';
import { contradictions, without } from './instances/contradictions.ts';
import { changedMorning } from './instances/repairs.ts';

/** The Fachtag of the demo region as the board gives it to the engine. */
export async function demoRegion(): Promise<Problem> {
	const { db } = openDatabase(':memory:');
	await migrate(db, await readMigrations());
	await loadRegion(db, new Date().toISOString());
	return mixProblem(await boardDataOf(db, 'ev-1'));
}

const empty: Row = {
	...{ case: '', step: '', seeds: '1', mix: '–', wishes: '–', bound: '–', gap: '–' },
	...{ ms: '–', firstMs: '–', target: '', met: null }
};

/**
 * The loss against a plan made anew, of the best point of the frontier that moves few enough, and the time until it is there.
 * `solve`: seconds for the plan before and the one made anew; `prove`: also the least mix that so few moves allow.
 */
export function repaired(
	name: string,
	shape: ConferenceShape,
	limit: { loss: number; moves: number; ms: number; solve: number; prove?: true }
): Case {
	const measure = async (seeds: number[]): Promise<Row[]> => {
		const before = conference(shape);
		const problem = changedMorning(before, (await runOnce(before, { seconds: limit.solve }, 1)).answer.plan);
		const { repair: _, ...anew } = problem;
		const best = (await runOnce(anew, { seconds: limit.solve }, 1)).answer.score.mix;
		const runs = seeds.map((seed) => {
			const started = now();
			const few = withFewMoves(problem, { seed, now }).map(({ score }) => score);
			const ms = now() - started;
			return { few, ms, points: repairFrontier(problem, { seed, now }).map(({ score }) => score) };
		});
		const leastOf = (points: Score[]) =>
			Math.min(...points.filter(({ moves, musts }) => moves <= limit.moves && musts === 0).map(({ mix }) => mix));
		const lossOf = (points: Score[]) => (leastOf(points) - best) / Math.max(best, 1e-9);
		const loss = median(runs.map(({ few }) => lossOf(few)));
		const ms = median(runs.map((run) => run.ms));
		const least = limit.prove ? boundWithFewMoves(problem, limit.moves, await loadSolver(), 100_000) : undefined;
		const isLeast = least !== undefined && runs.every(({ few }) => leastOf(few) <= least + 1e-9);
		const shown = least === undefined ? '' : `, with ${limit.moves} moves none beats ${least}`;
		const points = runs[0]!.points.map(({ moves, mix }) => `${moves} → ${mix}`).join(', ');
		return [
			{
				...{ ...empty, case: name, step: 'frontier: moves → mix', seeds: String(seeds.length), mix: points },
				...{ bound: `anew ${best}${shown}`, gap: percent(loss), ms: round(ms) },
				target: `loss ≤ ${limit.loss * 100} % with ≤ ${limit.moves} moves${limit.prove ? ' or the least that can be' : ''} in ≤ ${limit.ms / 1000} s`,
				met: (loss <= limit.loss + 1e-9 || isLeast) && ms <= limit.ms
			}
		];
	};
	return { name, measure };
}

/** Each contradiction is named within five seconds, and without any one of its demands the others can hold. */
export function contradicted(name: string): Case {
	const measure = async (): Promise<Row[]> => {
		const rows: Row[] = [];
		for (const [what, build] of Object.entries(contradictions)) {
			const problem = build();
			const { answer, ms } = await runOnce(problem, { seconds: 5, proof: true }, 1);
			const demands = answer.contradiction?.demands ?? [];
			let released = 0;
			for (const demand of demands) {
				const rest = await runOnce(without(problem, demand), { seconds: 2 }, 1);
				if (rest.answer.score.musts === 0) released++;
			}
			rows.push({
				...{ ...empty, case: name, step: what, ms: round(ms) },
				mix: `${answer.score.musts} musts broken`,
				bound: `${demands.length} demands named, ${released} of them release the rest`,
				target: 'minimal set named ≤ 5 s',
				met: demands.length > 0 && released === demands.length && ms <= 5500
			});
		}
		return rows;
	};
	return { name, measure };
}

/** Replays bit for bit, and the reason of every place in time. */
export function everyAnswer(name: string): Case {
	const measure = async (seeds: number[]): Promise<Row[]> => {
		const problem = conference({ people: 120, groups: 5, earlier: 3 });
		let same = 0;
		for (const seed of seeds) {
			const first = await runOnce(problem, { seconds: 1 }, seed);
			const again = await runOnce(problem, { iterations: first.answer.iterations }, seed);
			if (JSON.stringify(first.answer.plan) === JSON.stringify(again.answer.plan)) same++;
		}
		const slowest = await slowestReason(conference({ people: 500, groups: 20, earlier: 3 }));
		const row = { ...empty, case: name };
		return [
			{
				...{
					...row,
					seeds: String(seeds.length),
					step: 'replay of 1 s by iterations',
					gap: `${same} of ${seeds.length} the same`
				},
				...{ target: 'the same plan bit for bit', met: same === seeds.length }
			},
			{
				...{ ...row, step: 'slowest reason of 500 people', ms: slowest.toFixed(1) },
				...{ target: 'every place explained ≤ 50 ms', met: slowest <= 50 }
			}
		];
	};
	return { name, measure };
}

async function slowestReason(problem: Problem): Promise<number> {
	const { answer } = await runOnce(problem, { seconds: 1 }, 1);
	const explainer = explainPlan(problem, answer.plan);
	const times = problem.people.map(({ id }) => {
		const started = now();
		reasonFor(explainer, id, problem.rounds[0]!.id);
		return now() - started;
	});
	return Math.max(...times);
}
