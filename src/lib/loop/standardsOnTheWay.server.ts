import type { Database } from '#lib/db/database.server.ts';
import { sortByWay, type Way, type WayFacts, wayOf } from './way.ts';

export interface StandardOnTheWay {
	id: string;
	number: number;
	title: string;
	facts: WayFacts;
	way: Way;
	/** Where it arose, when it came from a workshop. */
	workshop: { gatheringId: string; id: string; number: number; title: string } | null;
}

/** Newest state of each standard of a circle; the states come in order of time. */
async function statesOf(db: Database, circleId: string) {
	const rows = await db
		.selectFrom('standardState')
		.innerJoin('standard', 'standard.id', 'standardId')
		.where('circleId', '=', circleId)
		.orderBy('standardState.at')
		.select(['standardId', 'state'])
		.execute();
	return new Map(rows.map(({ standardId, state }) => [standardId, state]));
}

/** Whose signature is outstanding under the newest agreed version, by standard. */
async function unsignedOf(db: Database, circleId: string): Promise<Map<string, string[]>> {
	const rows = await db
		.selectFrom('standardAgreement')
		.innerJoin('version', 'version.id', 'standardAgreement.versionId')
		.innerJoin('standard', 'standard.id', 'version.standardId')
		.innerJoin('versionParty', 'versionParty.versionId', 'version.id')
		.innerJoin('organisation', 'organisation.id', 'versionParty.organisationId')
		.leftJoin('standardSignature', (join) =>
			join
				.onRef('standardSignature.versionId', '=', 'version.id')
				.onRef('standardSignature.organisationId', '=', 'versionParty.organisationId')
		)
		.where('standard.circleId', '=', circleId)
		.where('versionParty.signs', '=', 1)
		.where('standardSignature.signedOn', 'is', null)
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('standardAgreement as later')
						.innerJoin('version as newer', 'newer.id', 'later.versionId')
						.whereRef('newer.standardId', '=', 'standard.id')
						.whereRef('newer.number', '>', 'version.number')
						.select('later.versionId')
				)
			)
		)
		.select(['standard.id', 'organisation.shortName'])
		.execute();
	const grouped = Map.groupBy(rows, ({ id }) => id);
	return new Map([...grouped].map(([id, list]) => [id, list.map(({ shortName }) => shortName).sort(byGerman)]));
}

function byGerman(a: string, b: string): number {
	return a.localeCompare(b, 'de');
}

/** The standards of a circle that are on their way or in force, furthest first. Three queries. */
export async function standardsOnTheWay(db: Database, circleId: string, todayOn: string): Promise<StandardOnTheWay[]> {
	const states = await statesOf(db, circleId);
	const unsigned = await unsignedOf(db, circleId);
	const rows = await db
		.selectFrom('standard')
		.leftJoin('workshop', 'workshop.id', 'standard.workshopId')
		.where('standard.circleId', '=', circleId)
		.select(['standard.id', 'standard.number', 'standard.title', 'reviewDueOn', 'workshopId'])
		.select(['workshop.gatheringId', 'workshop.number as workshopNumber', 'workshop.title as workshopTitle'])
		.select((eb) => [
			eb
				.selectFrom('standardDrafter')
				.innerJoin('mandate', 'mandate.circleId', 'standardDrafter.circleId')
				.whereRef('standardDrafter.standardId', '=', 'standard.id')
				.select(({ fn }) => fn.max('reportDueOn').as('dueOn'))
				.as('reportDueOn'),
			eb
				.selectFrom('consultation')
				.innerJoin('version', 'version.id', 'versionId')
				.whereRef('version.standardId', '=', 'standard.id')
				.select(({ fn }) => fn.max('closesOn').as('closesOn'))
				.as('consultedUntilOn'),
			eb
				.selectFrom('standardEntry')
				.innerJoin('version', 'version.id', 'versionId')
				.whereRef('version.standardId', '=', 'standard.id')
				.select(({ fn }) => fn.max('inForceOn').as('inForceOn'))
				.as('inForceOn')
		])
		.execute();
	const lines = rows.map((row) => {
		const facts: WayFacts = {
			state: states.get(row.id) ?? 'idea',
			reportDueOn: row.reportDueOn,
			consultedUntilOn: row.consultedUntilOn,
			inForceOn: row.inForceOn,
			reviewDueOn: row.reviewDueOn,
			unsigned: unsigned.get(row.id) ?? [],
			todayOn
		};
		const workshop =
			row.workshopId && row.gatheringId
				? {
						...{ gatheringId: row.gatheringId, id: row.workshopId },
						...{ number: row.workshopNumber ?? 0, title: (row.workshopTitle ?? '').split(' – ')[0] ?? '' }
					}
				: null;
		return { id: row.id, number: row.number, title: row.title, facts, way: wayOf(facts), workshop };
	});
	return sortByWay(lines.filter(({ way }) => way.isOnTheWay));
}
