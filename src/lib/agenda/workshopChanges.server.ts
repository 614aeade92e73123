import { chosenIds } from '#lib/circles/personChoice.ts';
import { personChoices } from '#lib/circles/personChoices.server.ts';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import type { Announce } from '#lib/gatherings/announce.ts';
import { announceTo, registrationsPlacedIn } from '#lib/gatherings/concerned.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import { isRoomOf } from './items.server.ts';
import type { CaseInput, WorkshopInput } from './workshop.form.ts';
import type { Workshop } from './workshop.ts';
import { noteWorkshop, setCase, setModerators, setQuestions } from './workshopParts.server.ts';
import { repeatWorkshop, roundsOfWorkshop, shareWords } from './workshopRounds.server.ts';
import { workshopsOf } from './workshops.server.ts';

export type WorkshopRefusal = Refusal<
	'gone' | 'number_taken' | 'unknown_room' | 'unknown_item' | 'unknown_moderator' | 'unknown_minute_taker'
>;

/** In another round the same number may come again: there it is the same table. */
function isElsewhere(oneItem: string | null, otherItem: string | null): boolean {
	return oneItem !== null && otherItem !== null && oneItem !== otherItem;
}

async function checked(trx: Trx, gathering: Gathering, id: string, input: WorkshopInput) {
	const others = (await workshopsOf(trx, gathering.id)).filter((workshop) => workshop.id !== id);
	const taken = others.filter((workshop) => workshop.number === input.number);
	if (taken.some((workshop) => !isElsewhere(workshop.agendaItemId, input.agendaItemId))) return refuse('number_taken');
	if (!(await isRoomOf(trx, gathering.id, input.roomId))) return refuse('unknown_room');
	if (input.agendaItemId !== null) {
		const items = trx.selectFrom('agendaItem').select('id').where('gatheringId', '=', gathering.id);
		if (!(await items.where('id', '=', input.agendaItemId).executeTakeFirst())) return refuse('unknown_item');
	}
	const found = await personChoices(trx);
	const moderators = chosenIds(found, input.moderators);
	if ('unknown' in moderators) return refuse('unknown_moderator');
	const minuteTaker = chosenIds(found, [input.minuteTaker]);
	if ('unknown' in minuteTaker) return refuse('unknown_minute_taker');
	return { moderators: moderators.ids, minuteTakerId: minuteTaker.ids[0] ?? null };
}

/** Adds a workshop. */
export function addWorkshop(
	db: Database,
	by: Actor,
	gathering: Gathering,
	input: WorkshopInput
): Promise<string | WorkshopRefusal> {
	return inTransaction(db, async (trx) => {
		const id = newId();
		const named = await checked(trx, gathering, id, input);
		if ('refused' in named) return named;
		const { moderators: _, minuteTaker: __, questions, alsoIn, ...row } = input;
		const { minuteTakerId } = named;
		await trx
			.insertInto('workshop')
			.values({ ...row, id, minuteTakerId, gatheringId: gathering.id })
			.execute();
		await setModerators(trx, id, named.moderators);
		await setQuestions(trx, id, questions);
		await noteWorkshop(trx, by, gathering.id, 'workshop.added', id);
		await repeatWorkshop(trx, by, gathering.id, id, alsoIn);
		return id;
	});
}

/** Corrects a workshop. With another room or time those placed in it hear about it. */
export function correctWorkshop(
	db: Database,
	by: Actor,
	gathering: Gathering,
	workshop: Workshop,
	input: WorkshopInput,
	announce: Announce
): Promise<true | WorkshopRefusal> {
	return inTransaction(db, async (trx) => {
		const { id } = workshop;
		const named = await checked(trx, gathering, id, input);
		if ('refused' in named) return named;
		const { moderators: _, minuteTaker: __, questions, alsoIn, ...row } = input;
		const { minuteTakerId } = named;
		await trx
			.updateTable('workshop')
			.set({ ...row, minuteTakerId })
			.where('id', '=', id)
			.execute();
		await setModerators(trx, id, named.moderators);
		await setQuestions(trx, id, questions);
		await shareWords(trx, gathering.id, id);
		await noteWorkshop(trx, by, gathering.id, 'workshop.corrected', id);
		await repeatWorkshop(trx, by, gathering.id, id, alsoIn);
		const after = (await workshopsOf(trx, gathering.id)).find((other) => other.id === id);
		const told = ['roomId', 'startTime', 'lengthMin'] as const;
		if (told.some((field) => after?.[field] !== workshop[field])) {
			await announceTo(trx, by, gathering, await registrationsPlacedIn(trx, gathering.id, [id]), announce);
		}
		return true;
	});
}

/** Writes the fictional case of a workshop; the label that it is made up always goes with it. */
export function writeCase(db: Database, by: Actor, gathering: Gathering, workshop: Workshop, input: CaseInput) {
	return inTransaction(db, async (trx) => {
		const { isInvented: _, ...content } = input;
		const written = { ...content, notice: workshop.case?.notice || m.agenda_case_notice() };
		for (const id of await roundsOfWorkshop(trx, workshop)) await setCase(trx, id, written);
		await noteWorkshop(trx, by, gathering.id, 'workshop.case_written', workshop.id);
	});
}

/** Takes the fictional case of a workshop away. */
export function dropCase(db: Database, by: Actor, gathering: Gathering, workshop: Workshop): Promise<void> {
	return inTransaction(db, async (trx) => {
		for (const id of await roundsOfWorkshop(trx, workshop)) await setCase(trx, id, null);
		await noteWorkshop(trx, by, gathering.id, 'workshop.case_dropped', workshop.id);
	});
}
