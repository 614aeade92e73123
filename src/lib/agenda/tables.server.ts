import type { Database } from '#lib/db/database.server.ts';
import { sideLetter, type SideLetter } from '#lib/people/side.ts';

export interface HallTable {
	number: number;
	counts: Record<SideLetter, number>;
	/** Places at the table. */
	size: number;
}

/** The tables of the first round with the people of each side from the draft plan; empty while nobody is placed. One query. */
export async function tablesOf(db: Database, gatheringId: string): Promise<HallTable[]> {
	const rows = await db
		.selectFrom('place')
		.innerJoin('workshop', 'workshop.id', 'place.workshopId')
		.innerJoin('registration', 'registration.id', 'place.registrationId')
		.innerJoin('person', 'person.id', 'registration.personId')
		.leftJoin('organisation', 'organisation.id', 'person.organisationId')
		.leftJoin('agendaItem', 'agendaItem.id', 'workshop.agendaItemId')
		.where('workshop.gatheringId', '=', gatheringId)
		.select((eb) => [
			'workshop.number',
			'agendaItem.startTime',
			'workshop.maxSize',
			eb.fn.coalesce('person.side', 'organisation.side', eb.val('partner' as const)).as('side'),
			eb.fn.countAll<number>().as('people')
		])
		.groupBy((eb) => ['workshop.id', eb.fn.coalesce('person.side', 'organisation.side', eb.val('partner' as const))])
		.orderBy('agendaItem.startTime')
		.orderBy('workshop.number')
		.execute();
	const tables = new Map<number, HallTable>();
	for (const { number, maxSize, side, people, startTime } of rows) {
		if (startTime !== rows[0]?.startTime) break;
		const table = tables.get(number) ?? { number, size: maxSize, counts: { J: 0, A: 0, S: 0, P: 0 } };
		table.counts[sideLetter(side)] += Number(people);
		tables.set(number, table);
	}
	return [...tables.values()];
}
