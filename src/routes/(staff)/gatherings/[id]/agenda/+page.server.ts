import { fail } from '@sveltejs/kit';
import { agendaPage } from '#lib/agenda/agendaPage.server.ts';
import { itemShape, removedItemShape } from '#lib/agenda/agendaItem.form.ts';
import { removeItem, type Restore, restoreItem } from '#lib/agenda/itemRemoval.server.ts';
import { addItem, moveItem } from '#lib/agenda/items.server.ts';
import { itemIssues } from '#lib/agenda/refusalWords.ts';
import { removeRounds, restoreRounds } from '#lib/agenda/roundRemoval.server.ts';
import { removedRoundsShape } from '#lib/agenda/tableRounds.form.ts';
import { removedWorkshopShape } from '#lib/agenda/workshop.form.ts';
import { removeWorkshop, restoreWorkshop } from '#lib/agenda/workshopRemoval.server.ts';
import { workshopsOf } from '#lib/agenda/workshops.server.ts';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { removedFrom } from '#lib/gatherings/removed.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { registrationState } from '#lib/registration/registrations.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused, type Refusal } from '#lib/web/refusal.ts';
import type * as z from 'zod';
import type { Action, Actions, PageServerLoad, RequestEvent } from './$types';

async function managed(event: RequestEvent) {
	const gathering = found(await gatheringFor(event.locals.db, signedIn(event), event.params.id));
	return { gathering, form: await event.request.formData(), ...event.locals };
}

/** The action behind a strip "Rückgängig". */
function putBack<Shape extends z.ZodType>(shape: Shape, restore: Restore<z.output<Shape>>): Action {
	return async (event) => {
		const { gathering, form, db, by } = await managed(event);
		const removed = removedFrom(shape, form);
		if (removed) await restore(db, by, gathering, removed);
		return answered(event, { restored: true });
	};
}

export const load: PageServerLoad = async (event) => {
	const { db, todayOn } = event.locals;
	const gathering = found(await gatheringFor(db, signedIn(event), event.params.id));
	const { admitted } = await registrationState(db, gathering.id, todayOn);
	return agendaPage(db, gathering, admitted);
};

const stays = ({ refused }: Refusal, or: object) => fail(409, refused === 'recorded' ? { recorded: true } : or);

export const actions: Actions = {
	add: async (event) => {
		const { gathering, form, db, by } = await managed(event);
		const read = readForm(itemShape, form);
		if (!('data' in read)) return fail(400, { issues: read.issues, values: read.values });
		const answer = await addItem(db, by, gathering, read.data, announceChanges);
		if (isRefused(answer)) return fail(400, { issues: itemIssues(answer), values: read.values });
		return answered(event, { added: read.data.title }, `#at-${answer}`);
	},

	move: async (event) => {
		const { gathering, form, db, by } = await managed(event);
		const direction = form.get('direction') === 'later' ? 'later' : 'earlier';
		const itemId = String(form.get('itemId') ?? '');
		await moveItem(db, by, gathering, itemId, direction, announceChanges);
		return answered(event, { moved: true }, `#at-${itemId}`);
	},

	remove: async (event) => {
		const { gathering, form, db, by } = await managed(event);
		const removed = await removeItem(db, by, gathering, String(form.get('itemId') ?? ''));
		return isRefused(removed) ? (removed.refused === 'recorded' ? fail(409, { minuted: true }) : {}) : { removed };
	},

	restore: putBack(removedItemShape, restoreItem),

	removeWorkshop: async (event) => {
		const { gathering, form, db, by } = await managed(event);
		const workshop = found((await workshopsOf(db, gathering.id)).find(({ id }) => id === form.get('workshopId')));
		const removed = await removeWorkshop(db, by, gathering, workshop, form.get('evenChosen') === 'on');
		return isRefused(removed) ? stays(removed, { chosen: workshop.id }) : { removedWorkshop: removed };
	},

	removeRounds: async (event) => {
		const { gathering, form, db, by } = await managed(event);
		const ids = String(form.get('itemId') ?? '').split(',');
		const removed = await removeRounds(db, by, gathering, ids, form.get('evenChosen') === 'on');
		return isRefused(removed) ? stays(removed, { chosenRound: ids[0] }) : { removedRounds: removed };
	},

	restoreRounds: putBack(removedRoundsShape, restoreRounds),

	restoreWorkshop: putBack(removedWorkshopShape, restoreWorkshop)
};
