import type { Database } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { gatheringById } from '#lib/gatherings/gatherings.server.ts';
import { organisationsOf } from '#lib/people/organisations.server.ts';
import { registrationIn } from './details.server.ts';
import { type Door, doorOf, type Window } from './door.ts';
import { registrationByToken } from './personalLinks.server.ts';
import type { Registration } from './registration.ts';
import { countSeats, freeSeats } from './seats.server.ts';
import { windowByToken, windowOf } from './windows.server.ts';

/** A workshop as it stands on the ballot. */
export interface BallotItem {
	id: string;
	number: number;
	title: string;
	aim: string;
	/** Empty while no room is set. */
	roomName: string;
	/** Wall time and minutes; null while it has no slot in the programme. */
	startTime: string | null;
	lengthMin: number | null;
}

/** The workshops of a gathering for the ballot, by number. */
export function ballotOf(db: Database, gatheringId: string): Promise<BallotItem[]> {
	return db
		.selectFrom('workshop')
		.leftJoin('room', 'room.id', 'workshop.roomId')
		.leftJoin('agendaItem', 'agendaItem.id', 'workshop.agendaItemId')
		.select(['workshop.id', 'number', 'workshop.title', 'aim', 'startTime', 'lengthMin'])
		.select((eb) => eb.fn.coalesce('room.name', eb.val('')).as('roomName'))
		.where('workshop.gatheringId', '=', gatheringId)
		.orderBy('number')
		.execute();
}

export interface PublicPage {
	window: Window;
	gathering: Gathering;
	door: Door;
	/** Whoever registers now waits for a place. */
	isFull: boolean;
}

/** What stands behind a public link; undefined when there is no such link. A fixed number of queries. */
export async function publicPage(db: Database, token: string, todayOn: string): Promise<PublicPage | undefined> {
	const window = await windowByToken(db, token);
	const gathering = window && (await gatheringById(db, window.gatheringId));
	if (!window || !gathering) return undefined;
	const count = await countSeats(db, gathering.id);
	return {
		window,
		gathering,
		door: doorOf(window, gathering, todayOn),
		isFull: freeSeats(count) < 1 || count.waiting > 0
	};
}

/** Choices of the form: organisations and workshops; two queries. */
export async function formChoices(db: Database, gatheringId: string) {
	const organisations = (await organisationsOf(db)).map(({ id, name }) => ({ value: id, label: name }));
	return { organisations, workshops: await ballotOf(db, gatheringId) };
}

export interface PersonalPage {
	registration: Registration;
	gathering: Gathering;
	window: Window | undefined;
	door: Door;
	/** A withdrawal can be taken back with the place. */
	isPlaceFree: boolean;
	/** Others wait: a place that is given back is gone. */
	isAwaited: boolean;
}

/** What stands behind a personal link; undefined when it is unknown or revoked. A fixed number of queries. */
export async function personalPage(db: Database, token: string, todayOn: string): Promise<PersonalPage | undefined> {
	const entry = await registrationByToken(db, token);
	const registration = entry && (await registrationIn(db, entry.gatheringId, entry.id));
	const gathering = entry && (await gatheringById(db, entry.gatheringId));
	if (!registration || !gathering) return undefined;
	const window = await windowOf(db, gathering.id);
	const count = await countSeats(db, gathering.id);
	const isPlaceFree = freeSeats(count) > 0 && count.waiting === 0;
	const isAwaited = count.waiting > 0;
	return { registration, gathering, window, door: doorOf(window, gathering, todayOn), isPlaceFree, isAwaited };
}
