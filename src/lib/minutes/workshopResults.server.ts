import type { Database } from '#lib/db/database.server.ts';
import type { ResultsState } from '#lib/gatherings/stations.ts';
import type { FindingKind, FindingSide } from './finding.ts';

/** A finding as it stands now. */
export interface Finding {
	id: string;
	kind: FindingKind;
	side: FindingSide;
	/** Place of the guiding question it answers, from 0. */
	question: number | null;
	text: string;
	isDissent: boolean;
	dots: number;
	standardId: string | null;
	/** Wordings typed at the same time, which nobody has settled yet. */
	beside: string[];
}
export interface WorkshopResult {
	id: string;
	number: number;
	title: string;
	headline: string;
	nextStep: string;
	questions: string[];
	findings: Finding[];
	photos: number;
}

/**
 * What the workshops of a gathering found, by their numbers: headline, next step and findings in the order of the
 * board, without removed ones. Five queries, however much it is.
 */
export async function findingsOfGathering(db: Database, gatheringId: string): Promise<WorkshopResult[]> {
	const workshops = await db
		.selectFrom('workshop')
		.leftJoin('workshopResult', 'workshopResult.workshopId', 'workshop.id')
		.where('gatheringId', '=', gatheringId)
		.select(['workshop.id', 'number', 'title', 'headline', 'nextStep'])
		.select((eb) =>
			eb
				.selectFrom('pinboardPhoto')
				.whereRef('pinboardPhoto.workshopId', '=', 'workshop.id')
				.select((inner) => inner.fn.countAll<number>().as('count'))
				.as('photos')
		)
		.orderBy('number')
		.execute();
	const findings = await findingRows(db, gatheringId);
	const beside = await besideRows(db, gatheringId);
	const questions = await db
		.selectFrom('guidingQuestion')
		.innerJoin('workshop', 'workshop.id', 'workshopId')
		.where('gatheringId', '=', gatheringId)
		.select(['workshopId', 'text'])
		.orderBy('position')
		.execute();
	return workshops.map((workshop) => ({
		...workshop,
		headline: workshop.headline ?? '',
		nextStep: workshop.nextStep ?? '',
		photos: workshop.photos ?? 0,
		questions: questions.filter(({ workshopId }) => workshopId === workshop.id).map(({ text }) => text),
		findings: findings
			.filter(({ workshopId }) => workshopId === workshop.id)
			.map(({ workshopId: _, guidingQuestion, isDissent, ...finding }) => ({
				...finding,
				question: guidingQuestion,
				isDissent: isDissent === 1,
				beside: beside.filter(({ findingId }) => findingId === finding.id).map(({ text }) => text)
			}))
	}));
}

function findingRows(db: Database, gatheringId: string) {
	return db
		.selectFrom('finding')
		.innerJoin('workshop', 'workshop.id', 'workshopId')
		.leftJoin('findingRemoval', 'findingId', 'finding.id')
		.where('gatheringId', '=', gatheringId)
		.where('findingRemoval.at', 'is', null)
		.where('text', '!=', '')
		.select(['finding.id', 'workshopId', 'kind', 'side', 'guidingQuestion', 'text', 'isDissent', 'dots', 'standardId'])
		.orderBy('position')
		.orderBy('finding.id')
		.execute();
}

function besideRows(db: Database, gatheringId: string) {
	return db
		.selectFrom('findingWording')
		.innerJoin('finding', 'finding.id', 'findingId')
		.innerJoin('workshop', 'workshop.id', 'workshopId')
		.where('gatheringId', '=', gatheringId)
		.where('settledAt', 'is', null)
		.whereRef('findingWording.revision', '!=', 'finding.revision')
		.select(['findingId', 'findingWording.text'])
		.orderBy('findingWording.revision')
		.execute();
}

/** How many workshops of a gathering have written something down. */
export async function resultsState(db: Database, gatheringId: string): Promise<ResultsState> {
	const results = await findingsOfGathering(db, gatheringId);
	return {
		workshops: results.length,
		noted: results.filter(({ findings, headline }) => findings.length > 0 || headline !== '').length
	};
}
