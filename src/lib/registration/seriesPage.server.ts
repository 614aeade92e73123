import type { Database } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { gatheringsByIds } from '#lib/gatherings/gatherings.server.ts';
import type { SeriesPart } from '#lib/gatherings/series.ts';
import { numbersOf } from '#lib/gatherings/series.server.ts';
import { type Door, doorOf, type Window } from './door.ts';
import type { Standing } from './participant.ts';
import type { Registration } from './registration.ts';
import { choiceOf, type PartChoice } from './seriesDoor.ts';
import { countSeats, freeSeats, type SeatCount } from './seats.server.ts';

/** One part of a series as its registration sees it. */
export interface PublicPart {
	number: number;
	gathering: Gathering;
	window: Window | undefined;
	door: Door;
	count: SeatCount;
	/** Whoever registers now waits for a place. */
	isFull: boolean;
}

/** The parts of a series with the state of their registration; three queries and one for each part. */
export async function publicParts(db: Database, seriesId: string, todayOn: string): Promise<PublicPart[]> {
	const numbers = await numbersOf(db, seriesId);
	const ids = [...numbers.keys()];
	const gatherings = await gatheringsByIds(db, ids);
	const windows = await db.selectFrom('registrationWindow').selectAll().where('gatheringId', 'in', ids).execute();
	const parts: PublicPart[] = [];
	for (const gathering of gatherings) {
		const window = windows.find(({ gatheringId }) => gatheringId === gathering.id);
		const count = await countSeats(db, gathering.id);
		parts.push({
			...{ number: numbers.get(gathering.id) ?? 0, gathering, window, count },
			door: doorOf(window, gathering, todayOn),
			isFull: freeSeats(count) < 1 || count.waiting > 0
		});
	}
	return parts.sort((a, b) => a.number - b.number);
}

/** The door of each part for whoever reads the series; how many are registered only for the hosts of the part. */
export async function partStates(
	db: Database,
	seriesId: string,
	parts: readonly SeriesPart[],
	todayOn: string
): Promise<(PartChoice & { count: SeatCount | null })[]> {
	const hosted = new Set(parts.filter((part) => part.manages).map(({ gathering }) => gathering.id));
	return (await publicParts(db, seriesId, todayOn)).map((part) => ({
		...choiceOf(part),
		count: part.window && hosted.has(part.gathering.id) ? part.count : null
	}));
}

export interface PublicSeries {
	id: string;
	title: string;
	annualTheme: string;
	principles: string[];
	parts: PublicPart[];
}

/** What stands behind the public link of a series; undefined when there is no such link. */
export async function publicSeries(db: Database, token: string, todayOn: string): Promise<PublicSeries | undefined> {
	const series = await db
		.selectFrom('series')
		.select(['id', 'title', 'annualTheme', 'principles'])
		.where('token', '=', token)
		.executeTakeFirst();
	if (!series) return undefined;
	const principles = series.principles.split('\n').filter(Boolean);
	return { ...series, principles, parts: await publicParts(db, series.id, todayOn) };
}

/** True when a workshop can be wished for in one of these parts. */
export async function takesWishes(db: Database, parts: readonly PublicPart[]): Promise<boolean> {
	const ids = parts.filter(({ window }) => (window?.wishCount ?? 0) > 0).map(({ gathering }) => gathering.id);
	const workshop = await db.selectFrom('workshop').select('id').where('gatheringId', 'in', ids).executeTakeFirst();
	return workshop !== undefined;
}

/** Another part of the same series which the same person is registered for. */
export interface OtherPart {
	number: number;
	title: string;
	dateOn: string;
	startTime: string;
	endTime: string;
	standing: Standing;
}

/** The other parts for which the holder of a personal link is registered; she sees only her own. */
export async function otherPartsOf(db: Database, registration: Registration): Promise<OtherPart[]> {
	const rows = await db
		.selectFrom('seriesPart as own')
		.innerJoin('seriesPart as part', 'part.seriesId', 'own.seriesId')
		.innerJoin('gathering', 'gathering.id', 'part.gatheringId')
		.innerJoin('registration', 'registration.gatheringId', 'gathering.id')
		.leftJoin('admission', 'admission.registrationId', 'registration.id')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'registration.id')
		.where('own.gatheringId', '=', registration.gatheringId)
		.whereRef('part.gatheringId', '!=', 'own.gatheringId')
		.where('registration.personId', '=', registration.personId)
		.select([
			'part.number',
			'title',
			'dateOn',
			'startTime',
			'endTime',
			'how',
			'registrationWithdrawal.at as withdrawnAt'
		])
		.orderBy('part.number')
		.execute();
	return rows.map(({ how, withdrawnAt, ...part }) => ({
		...part,
		standing: withdrawnAt !== null ? 'withdrawn' : how === null ? 'waiting' : 'seat'
	}));
}
