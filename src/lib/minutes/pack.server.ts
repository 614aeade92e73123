import type { Database } from '#lib/db/database.server.ts';
import { type Pack, type PackEvaluation, type PackFinding, packOf, type PackWorkshop } from './pack.ts';

async function workshopsOf(
	db: Database,
	gatheringId: string
): Promise<(PackWorkshop & { changedAt: string | null })[]> {
	const rows = await db
		.selectFrom('workshop')
		.leftJoin('workshopResult', 'workshopResult.workshopId', 'workshop.id')
		.where('gatheringId', '=', gatheringId)
		.select(['workshop.id', 'number', 'title', 'theme', 'headline', 'nextStep', 'changedAt'])
		.execute();
	return rows.map((row) => ({ ...row, headline: row.headline ?? '', nextStep: row.nextStep ?? '' }));
}

async function findingsOf(db: Database, gatheringId: string): Promise<(PackFinding & { changedAt: string })[]> {
	const rows = await db
		.selectFrom('finding')
		.innerJoin('workshop', 'workshop.id', 'finding.workshopId')
		.leftJoin('standard', 'standard.id', 'finding.standardId')
		.where('workshop.gatheringId', '=', gatheringId)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('findingRemoval')
						.whereRef('findingRemoval.findingId', '=', 'finding.id')
						.select('findingRemoval.findingId')
				)
			)
		)
		.select(['finding.id', 'finding.workshopId', 'finding.kind', 'side', 'position', 'text', 'isDissent', 'dots'])
		.select(['changedAt', 'standardId', 'standard.number as standardNumber', 'standard.title as standardTitle'])
		.execute();
	return rows.map(({ standardId, standardNumber, standardTitle, isDissent, ...row }) => ({
		...row,
		isDissent: isDissent === 1,
		standard:
			standardId && standardNumber !== null
				? { id: standardId, number: standardNumber, title: standardTitle ?? '' }
				: null
	}));
}

async function evaluationOf(db: Database, gatheringId: string): Promise<PackEvaluation | null> {
	const head = await db.selectFrom('evaluation').selectAll().where('gatheringId', '=', gatheringId).executeTakeFirst();
	if (!head) return null;
	const items = await db
		.selectFrom('evaluationItem')
		.where('gatheringId', '=', gatheringId)
		.select(['item', 'meanHundredths'])
		.orderBy('position')
		.execute();
	const comments = await db
		.selectFrom('evaluationComment')
		.where('gatheringId', '=', gatheringId)
		.select('text')
		.orderBy('position')
		.execute();
	const { returned, again, recommendYes: yes, recommendMaybe: maybe, recommendNo: no } = head;
	return { returned, again, recommend: { yes, maybe, no }, items, comments: comments.map(({ text }) => text) };
}

/**
 * The results pack of a gathering as it stands at this moment.
 * @param asOf instant of reading; said on the pack
 */
export async function packFor(db: Database, gatheringId: string, asOf: string): Promise<Pack> {
	const workshops = await workshopsOf(db, gatheringId);
	const findings = await findingsOf(db, gatheringId);
	const changedAt = lastOf([...workshops, ...findings]);
	return packOf(findings, workshops, await evaluationOf(db, gatheringId), { asOf, changedAt });
}

/** The results of several parts of a series in one; how the single days were judged stays with them. */
export async function packForSeries(
	db: Database,
	parts: readonly { number: number; gathering: { id: string } }[],
	asOf: string
): Promise<Pack> {
	const workshops = [];
	const findings = [];
	for (const { number, gathering } of parts) {
		for (const workshop of await workshopsOf(db, gathering.id)) workshops.push({ ...workshop, part: number });
		findings.push(...(await findingsOf(db, gathering.id)));
	}
	return packOf(findings, workshops, null, { asOf, changedAt: lastOf([...workshops, ...findings]) });
}

function lastOf(changes: readonly { changedAt: string | null }[]): string | null {
	const instants = changes.map(({ changedAt }) => changedAt ?? '').filter(Boolean);
	return instants.sort().at(-1) ?? null;
}
