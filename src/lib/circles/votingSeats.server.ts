import type { Database } from '#lib/db/database.server.ts';
import { bankOf, type VotingOrganisation } from './votingOrganisation.ts';

/**
 * The organisations with a voice in a circle on one day, in alphabetical order: one voice each, however many seats.
 * A department with a seat of its own has a voice of its own, and stands in the bank of its side.
 */
export async function votingSeatsOf(db: Database, circleId: string, onDay: string): Promise<VotingOrganisation[]> {
	const rows = await db
		.selectFrom('seat')
		.innerJoin('organisation', 'organisation.id', 'seat.organisationId')
		.leftJoin('person', 'person.id', 'seat.personId')
		.where('circleId', '=', circleId)
		.where('seat.kind', 'in', ['voting', 'deputy'])
		.where('sinceOn', '<=', onDay)
		.where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', onDay)]))
		.select(['organisation.id', 'organisation.name', 'organisation.shortName', 'organisation.side', 'seat.kind'])
		.select('organisation.partOfId')
		.select(['firstName', 'lastName'])
		.execute();
	const byOrganisation = [...Map.groupBy(rows, ({ id }) => id).values()];
	const names = (list: typeof rows, kind: 'voting' | 'deputy') =>
		list
			.filter((row) => row.kind === kind)
			.map(({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(' '))
			.filter(Boolean);
	return byOrganisation
		.filter((list) => list.some(({ kind }) => kind === 'voting'))
		.flatMap((list) => {
			const [first] = list;
			if (!first) return [];
			const { id, name, shortName, side, partOfId } = first;
			return [
				{
					...{ organisationId: id, name, shortName, partOfId, bank: bankOf(side) },
					...{ holders: names(list, 'voting'), deputies: names(list, 'deputy') }
				}
			];
		})
		.sort((a, b) => a.name.localeCompare(b.name, 'de'));
}
