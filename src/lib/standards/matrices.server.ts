import type { Database } from '#lib/db/database.server.ts';
import type { StandardStateName } from '#migrations/schema.ts';
import { byWhat, type Matrix, type MatrixBy, matrixOf, type MatrixOrganisation } from './matrix.ts';
import { versionOn, type WrittenStandard } from './writtenStandard.ts';
import { writtenStandards } from './writtenStandards.server.ts';

const OFF: readonly StandardStateName[] = ['rejected', 'parked', 'superseded', 'repealed'];

/** Who sits in the circle today. */
async function seated(db: Database, circleId: string, onDay: string): Promise<MatrixOrganisation[]> {
	const rows = await db
		.selectFrom('seat')
		.innerJoin('organisation', 'organisation.id', 'seat.organisationId')
		.where('seat.circleId', '=', circleId)
		.where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', onDay)]))
		.select(['organisation.id', 'organisation.shortName as name', 'organisation.kind', 'organisation.partOfId'])
		.distinct()
		.execute();
	return rows;
}

/** Partners of a circle are those who sit there and those its standards are written for. */
function partnersOf(seats: readonly MatrixOrganisation[], standards: readonly WrittenStandard[]): MatrixOrganisation[] {
	const partners = new Map(seats.map((seat) => [seat.id, seat]));
	for (const { parties } of standards.flatMap(({ versions }) => versions.slice(-1))) {
		for (const { organisationId: id, shortName: name, kind, partOfId } of parties)
			partners.set(id, { id, name, kind, partOfId });
	}
	return [...partners.values()];
}

/** The interface matrix of a circle on a day: standards in force count, drafts are marked, gaps stay visible. */
export async function circleMatrix(
	db: Database,
	circleId: string,
	onDay: string,
	asked?: MatrixBy
): Promise<{ matrix: Matrix; by: MatrixBy }> {
	const standards = (await writtenStandards(db, { circleIds: [circleId] })).filter(({ state }) => !OFF.includes(state));
	const sources = standards.flatMap((standard) => {
		const held = versionOn(standard, onDay);
		const version = held ?? standard.versions.at(-1);
		if (!version) return [];
		const { id, number, title, state } = standard;
		const partyIds = version.parties.map(({ organisationId }) => organisationId);
		return [{ id, number, title, state, isInForce: held !== undefined, steps: version.text.steps, partyIds }];
	});
	const partners = partnersOf(await seated(db, circleId, onDay), standards);
	const by = asked ?? byWhat(partners);
	return { matrix: matrixOf(partners, sources, by), by };
}
