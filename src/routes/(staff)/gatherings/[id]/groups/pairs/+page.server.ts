import { fail, redirect } from '@sveltejs/kit';
import type { Database } from '#lib/db/database.server.ts';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import type { BoardData } from '#lib/groups/board.ts';
import { boardDataOf } from '#lib/groups/boardData.server.ts';
import { pairForm } from '#lib/groups/mix.form.ts';
import { addPair, removePair } from '#lib/groups/mixes.server.ts';
import { pairChoice } from '#lib/groups/pairChoice.ts';
import { m } from '#lib/paraglide/messages.js';
import { personById } from '#lib/people/persons.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const gathering = found(await gatheringFor(db, account, event.params.id));
	const board = await boardDataOf(db, gathering.id);
	return { ...pairChoice(board), absent: await absentFrom(db, board), spine: 'short' as const };
};

/** Those in a pair who sit in no group at all: withdrawn, waiting or at the desk. */
async function absentFrom(db: Database, { people, pairs }: BoardData): Promise<{ id: string; name: string }[]> {
	const placed = new Set(people.map(({ personId }) => personId));
	const ids = new Set(pairs.flatMap(({ personA, personB }) => [personA, personB]).filter((id) => !placed.has(id)));
	const known = await Promise.all([...ids].map((id) => personById(db, id)));
	return known
		.flatMap((person) => person ?? [])
		.map(({ id, firstName, lastName }) => ({ id, name: `${firstName} ${lastName}` }));
}

export const actions: Actions = {
	add: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const gathering = found(await gatheringFor(db, account, event.params.id));
		const form = readForm(pairForm, await event.request.formData());
		if (!('data' in form)) return fail(400, { sentence: m.groups_pairs_choose(), values: form.values });
		const answer = await addPair(db, by, gathering, form.data);
		if (!isRefused(answer)) redirect(303, event.url.pathname);
		const sentence = answer.refused === 'same' ? m.groups_pairs_same() : m.groups_refused_gone();
		return fail(400, { sentence, values: form.values });
	},
	remove: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const gathering = found(await gatheringFor(db, account, event.params.id));
		const form = readForm(pairForm.omit({ kind: true }), await event.request.formData());
		if ('data' in form) await removePair(db, by, gathering, form.data);
		redirect(303, event.url.pathname);
	}
};
