import type { Database } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { gatheringById } from '#lib/gatherings/gatherings.server.ts';
import { organisationsOf } from '#lib/people/organisations.server.ts';
import { ballotChoices, type BallotItem } from './ballot.ts';
import { registrationIn } from './details.server.ts';
import { type Door, doorOf, type Window } from './door.ts';
import { registrationByToken } from './personalLinks.server.ts';
import type { Registration } from './registration.ts';
import { countSeats, freeSeats } from './seats.server.ts';
import { windowByToken, windowOf } from './windows.server.ts';

/** The workshops of a gathering with time and room, in the order of the day. */
export function ballotOf(db: Database, gatheringId: string): Promise<BallotItem[]> {
	return db
		.selectFrom('workshop')
		.leftJoin('room', 'room.id', 'workshop.roomId')
		.leftJoin('agendaItem', 'agendaItem.id', 'workshop.agendaItemId')
		.select(['workshop.id', 'number', 'workshop.title', 'aim', 'topicId', 'agendaItemId', 'startTime', 'lengthMin'])
		.select(['agendaItem.kind as itemKind', 'agendaItem.title as itemTitle'])
		.select((eb) => eb.fn.coalesce('room.name', eb.val('')).as('roomName'))
		.where('workshop.gatheringId', '=', gatheringId)
		.orderBy('startTime')
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
	return { organisations, workshops: ballotChoices(await ballotOf(db, gatheringId)) };
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
