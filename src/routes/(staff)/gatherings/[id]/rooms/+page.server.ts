import { fail } from '@sveltejs/kit';
import { roomShape, valuesOfRoom } from '#lib/gatherings/gathering.form.ts';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { removedFrom } from '#lib/gatherings/removed.ts';
import {
	addRoom,
	correctRoom,
	removedRoomShape,
	removeRoom,
	restoreRoom,
	roomsOf
} from '#lib/gatherings/rooms.server.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function managed(event: RequestEvent) {
	const gathering = found(await gatheringFor(event.locals.db, signedIn(event), event.params.id));
	return { gathering, form: await event.request.formData(), ...event.locals };
}

export const load: PageServerLoad = async (event) => {
	const gathering = found(await gatheringFor(event.locals.db, signedIn(event), event.params.id));
	const rooms = await roomsOf(event.locals.db, gathering.id);
	return { rooms: rooms.map((room) => ({ ...room, values: valuesOfRoom(room) })) };
};

export const actions: Actions = {
	add: async (event) => {
		const { gathering, form, db, by } = await managed(event);
		const read = readForm(roomShape, form);
		if (!('data' in read)) return fail(400, { about: 'new', issues: read.issues, values: read.values });
		await addRoom(db, by, gathering, read.data);
		return answered(event, { about: 'added' });
	},

	save: async (event) => {
		const { gathering, form, db, by } = await managed(event);
		const roomId = String(form.get('roomId') ?? '');
		const read = readForm(roomShape, form);
		if (!('data' in read)) return fail(400, { about: roomId, issues: read.issues, values: read.values });
		const answer = await correctRoom(db, by, gathering, roomId, read.data, announceChanges);
		return answered(event, { about: isRefused(answer) ? 'gone' : 'saved' });
	},

	remove: async (event) => {
		const { gathering, form, db, by } = await managed(event);
		const removed = await removeRoom(db, by, gathering, String(form.get('roomId') ?? ''));
		return isRefused(removed) ? { about: 'gone' } : { about: 'removed', removed };
	},

	restore: async (event) => {
		const { gathering, form, db, by } = await managed(event);
		const removed = removedFrom(removedRoomShape, form);
		if (removed) await restoreRoom(db, by, gathering, removed);
		return answered(event, { about: 'restored' });
	}
};
