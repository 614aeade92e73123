import { openDatabase } from '#lib/db/database.server.ts';
import { migrate } from '#lib/db/migrate.server.ts';
import { readMigrations } from '#lib/db/migrationFiles.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { assignGroups } from '#lib/groups/engine/assign.ts';
import { mixProblem } from '#lib/groups/mixProblem.ts';
import { boardDataOf } from '#lib/groups/boardData.server.ts';
import { type Figures, median } from './benchFigures.ts';

const SEEDS = [1, 2, 3, 4, 5];

/** The Fachtag of the demo region: score against its bound, profile of wishes, milliseconds. */
export async function benchGroups(): Promise<Figures> {
	const { db } = openDatabase(':memory:');
	await migrate(db, await readMigrations());
	await loadRegion(db, new Date().toISOString());
	const problem = mixProblem(await boardDataOf(db, 'ev-1'));
	const runs = SEEDS.map((seed) => {
		const started = performance.now();
		const answer = assignGroups(problem, { seed });
		return { answer, ms: performance.now() - started };
	});
	const figures: Figures = runs.map(({ answer, ms }, index) => [
		`demo region, ${problem.people.length} people, 5 groups, seed ${SEEDS[index]}`,
		`musts ${answer.score.musts}, mix ${answer.score.mix} (bound ${String(answer.bound.mix)}), wishes ${answer.score.wishes.join('/')}, ${ms.toFixed(0)} ms`
	]);
	figures.push(['median', `${median(runs.map(({ ms }) => ms)).toFixed(0)} ms`]);
	return figures;
}
