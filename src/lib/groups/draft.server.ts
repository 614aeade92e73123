import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { addStep, lastStepOf, placesBefore, replacePlaces, type StepVerb } from './steps.server.ts';

type Of = Pick<Gathering, 'id'>;
/** `gone`: the person or the workshop is no longer part of this gathering. */
export type DraftRefusal = 'gone';

/** Workshop → round, of this gathering only; null is the round of workshops outside the programme. */
async function roundOfWorkshops(trx: Trx, gatheringId: string): Promise<Map<string, string | null>> {
	const rows = await trx
		.selectFrom('workshop')
		.leftJoin('agendaItem', 'agendaItem.id', 'workshop.agendaItemId')
		.select(['workshop.id', 'agendaItemId'])
		.where('workshop.gatheringId', '=', gatheringId)
		.orderBy('agendaItem.startTime')
		.orderBy('workshop.number')
		.execute();
	// A workshop without a place in the programme belongs to the first round, as on the board.
	const only = rows.find(({ agendaItemId }) => agendaItemId !== null)?.agendaItemId ?? null;
	return new Map(rows.map(({ id, agendaItemId }) => [id, agendaItemId ?? only]));
}

async function takesPart(trx: Trx, gatheringId: string, registrationId: string): Promise<boolean> {
	const row = await trx
		.selectFrom('registration')
		.innerJoin('admission', 'admission.registrationId', 'registration.id')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'registration.id')
		.where('registration.id', '=', registrationId)
		.where('gatheringId', '=', gatheringId)
		.where('registrationWithdrawal.at', 'is', null)
		.select('registration.id')
		.executeTakeFirst();
	return row !== undefined;
}

function log(
	trx: Trx,
	by: Actor,
	gathering: Of,
	verb: StepVerb | 'undone',
	registrationId: string,
	workshopId: string | null
) {
	const thing = `registration:${registrationId}`;
	return journal(trx, by, { verb: `groups.${verb}`, thing, gatheringId: gathering.id, particulars: { workshopId } });
}

/** Seats somebody in a workshop; in the same round she leaves the other. `isHeld` undefined: as it was. */
export function movePerson(
	db: Database,
	by: Actor,
	gathering: Of,
	input: { registrationId: string; workshopId: string; isHeld?: boolean }
): Promise<true | Refusal<DraftRefusal>> {
	const { registrationId, workshopId } = input;
	return inTransaction(db, async (trx) => {
		const rounds = await roundOfWorkshops(trx, gathering.id);
		if (!rounds.has(workshopId) || !(await takesPart(trx, gathering.id, registrationId))) return refuse('gone');
		const before = await placesBefore(trx, [registrationId]);
		const isSameRound = (id: string) => rounds.get(id) === rounds.get(workshopId);
		const places = before[0]?.places ?? [];
		const wasHeld = places.some((place) => isSameRound(place.workshopId) && place.isHeld === 1);
		const isHeld = (input.isHeld ?? wasHeld) ? (1 as const) : (0 as const);
		const rest = places.filter((place) => !isSameRound(place.workshopId));
		await replacePlaces(trx, gathering.id, [{ registrationId, places: [...rest, { workshopId, isHeld }] }]);
		await addStep(trx, by, gathering.id, { verb: 'moved', registrationId, before });
		await log(trx, by, gathering, 'moved', registrationId, workshopId);
		return true;
	});
}

/** Takes somebody out of her group of a round, named by one of its workshops. */
export function takeOut(
	db: Database,
	by: Actor,
	gathering: Of,
	{ registrationId, workshopId }: { registrationId: string; workshopId: string }
): Promise<true | Refusal<DraftRefusal>> {
	return inTransaction(db, async (trx) => {
		if (!(await takesPart(trx, gathering.id, registrationId))) return refuse('gone');
		const before = await placesBefore(trx, [registrationId]);
		const places = (before[0]?.places ?? []).filter((place) => place.workshopId !== workshopId);
		await replacePlaces(trx, gathering.id, [{ registrationId, places }]);
		await addStep(trx, by, gathering.id, { verb: 'taken_out', registrationId, before });
		await log(trx, by, gathering, 'taken_out', registrationId, null);
		return true;
	});
}

/** Two people change places in the round of this workshop. */
export function swapPersons(
	db: Database,
	by: Actor,
	gathering: Of,
	{ registrationId, otherId, workshopId }: { registrationId: string; otherId: string; workshopId: string }
): Promise<true | Refusal<DraftRefusal>> {
	return inTransaction(db, async (trx) => {
		const rounds = await roundOfWorkshops(trx, gathering.id);
		const both = [registrationId, otherId];
		for (const id of both) if (!(await takesPart(trx, gathering.id, id))) return refuse('gone');
		const before = await placesBefore(trx, both);
		const isHere = (place: { workshopId: string }) => rounds.get(place.workshopId) === rounds.get(workshopId);
		const [one, other] = before.map(({ places }) => places.find(isHere));
		if (!rounds.has(workshopId) || !one || !other) return refuse('gone');
		const after = before.map(({ registrationId: id, places }) => ({
			registrationId: id,
			places: [
				...places.filter((place) => !isHere(place)),
				id === registrationId ? { ...one, workshopId: other.workshopId } : { ...other, workshopId: one.workshopId }
			]
		}));
		await replacePlaces(trx, gathering.id, after);
		await addStep(trx, by, gathering.id, { verb: 'swapped', registrationId, before });
		await log(trx, by, gathering, 'swapped', registrationId, other.workshopId);
		return true;
	});
}

/** Several people move in a ring or a chain, as one step; each is named with the workshop she goes to. */
export function exchangePersons(
	db: Database,
	by: Actor,
	gathering: Of,
	{ registrationId: ids, workshopId: targets }: { registrationId: string[]; workshopId: string[] }
): Promise<true | Refusal<DraftRefusal>> {
	return inTransaction(db, async (trx) => {
		const rounds = await roundOfWorkshops(trx, gathering.id);
		const isWhole = ids.length > 0 && ids.length === targets.length && new Set(ids).size === ids.length;
		if (!isWhole || !targets.every((id) => rounds.has(id))) return refuse('gone');
		for (const id of ids) if (!(await takesPart(trx, gathering.id, id))) return refuse('gone');
		const before = await placesBefore(trx, ids);
		const after = before.map(({ registrationId, places }, i) => {
			const workshopId = targets[i] ?? '';
			const isHere = (place: { workshopId: string }) => rounds.get(place.workshopId) === rounds.get(workshopId);
			const isHeld = places.find(isHere)?.isHeld ?? 0;
			return { registrationId, places: [...places.filter((place) => !isHere(place)), { workshopId, isHeld }] };
		});
		await replacePlaces(trx, gathering.id, after);
		const [registrationId = ''] = ids;
		await addStep(trx, by, gathering.id, { verb: 'exchanged', registrationId, before });
		await log(trx, by, gathering, 'exchanged', registrationId, targets[0] ?? null);
		return true;
	});
}

/** Holds somebody where she sits, also at the next proposal, or lets her go. */
export function holdPlace(
	db: Database,
	by: Actor,
	gathering: Of,
	{ registrationId, workshopId, isHeld }: { registrationId: string; workshopId: string; isHeld: boolean }
): Promise<true | Refusal<DraftRefusal>> {
	return inTransaction(db, async (trx) => {
		if (!(await takesPart(trx, gathering.id, registrationId))) return refuse('gone');
		const before = await placesBefore(trx, [registrationId]);
		const place = before[0]?.places.find((one) => one.workshopId === workshopId);
		if (!place) return refuse('gone');
		if ((place.isHeld === 1) === isHeld) return true;
		await trx
			.updateTable('place')
			.set({ isHeld: isHeld ? 1 : 0 })
			.where('registrationId', '=', registrationId)
			.where('workshopId', '=', workshopId)
			.execute();
		await addStep(trx, by, gathering.id, { verb: isHeld ? 'held' : 'let_go', registrationId, before });
		await log(trx, by, gathering, isHeld ? 'held' : 'let_go', registrationId, workshopId);
		return true;
	});
}

/**
 * Takes the last change of the draft back. With `stepId` only if that is still the last one: a page left open never
 * takes back what somebody else has done since.
 */
export function undoStep(
	db: Database,
	by: Actor,
	gathering: Of,
	stepId?: number
): Promise<true | Refusal<'nothing' | 'changed'>> {
	return inTransaction(db, async (trx) => {
		const step = await lastStepOf(trx, gathering.id);
		if (!step) return refuse('nothing');
		if (stepId !== undefined && stepId !== step.id) return refuse('changed');
		if (step.before.length > 0) await replacePlaces(trx, gathering.id, step.before);
		await trx.deleteFrom('draftStep').where('id', '=', step.id).execute();
		await log(trx, by, gathering, 'undone', step.registrationId ?? '', null);
		return true;
	});
}
