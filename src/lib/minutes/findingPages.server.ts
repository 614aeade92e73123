import type { Database } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { FINDING_KINDS } from './finding.ts';
import { findingLinksOf } from './findingLinks.server.ts';
import { evaluationOf } from './evaluations.server.ts';
import { photosOf } from './photos.server.ts';
import { tensionsOf } from './tensions.server.ts';
import { findingsOfGathering } from './workshopResults.server.ts';

/** The page of results: hosts also see links and what has no answer yet. */
export async function resultsPage(db: Database, gathering: Gathering, manages: boolean, now: string) {
	const results = await findingsOfGathering(db, gathering.id);
	const links = manages ? await findingLinksOf(db, gathering.id, now) : [];
	return {
		workshops: results.map(({ id, number, title, headline, findings, photos }) => ({
			...{ id, number, title, headline, photos },
			counts: FINDING_KINDS.map((kind) => ({ kind, count: findings.filter((one) => one.kind === kind).length })),
			unsettled: findings.filter(({ beside }) => beside.length > 0).length,
			links: links.filter(({ workshopId }) => workshopId === id)
		})),
		tensionLinks: links.filter(({ workshopId }) => workshopId === null),
		evaluation: (await evaluationOf(db, gathering.id)) ?? null,
		tensions: await tensionsOf(db, gathering.id, !manages)
	};
}

/** The view for the hall: every workshop with its findings and the pictures of its board. */
export async function plenaryPage(db: Database, gathering: Gathering) {
	const results = await findingsOfGathering(db, gathering.id);
	const workshops = [];
	for (const result of results) {
		workshops.push({ ...result, pictures: result.photos > 0 ? await photosOf(db, result.id) : [] });
	}
	return { workshops };
}
