import { fail } from '@sveltejs/kit';
import { removedFrom } from '#lib/gatherings/removed.ts';
import { existingPartShape, newPartShape, removedPartShape, valuesOfNextPart } from '#lib/gatherings/series.form.ts';
import { managedSeriesFor, partsOf, seriesFor } from '#lib/gatherings/series.server.ts';
import { isByDay } from '#lib/gatherings/series.ts';
import {
	addPart,
	createPart,
	movePart,
	orderByDay,
	possibleParts,
	removePart,
	restorePart
} from '#lib/gatherings/seriesParts.server.ts';
import { partIssues } from '#lib/gatherings/seriesRefusals.ts';
import { partStates } from '#lib/registration/seriesPage.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function managed(event: RequestEvent) {
	const account = signedIn(event);
	const { db, by } = event.locals;
	const series = found(await managedSeriesFor(db, account, event.params.id));
	const form = await event.request.formData();
	return { db, by, account, series, form, gatheringId: String(form.get('gatheringId') ?? '') };
}

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db, todayOn } = event.locals;
	const { token, ...series } = found(await seriesFor(db, account, event.params.id));
	const parts = await partsOf(db, account, series.id);
	return {
		series,
		parts,
		states: await partStates(db, series.id, parts, todayOn),
		isByDay: isByDay(parts),
		possible: series.manages ? await possibleParts(db, account) : [],
		next: valuesOfNextPart(parts.findLast((part) => part.manages)),
		link: series.manages ? new URL(`/register/series/${token}`, event.url.origin).href : null
	};
};

export const actions: Actions = {
	add: async (event) => {
		const { db, by, account, series, form } = await managed(event);
		const part = readForm(existingPartShape, form);
		if (!('data' in part)) return fail(400, { add: part });
		const answer = await addPart(db, by, account, series, part.data.gatheringId);
		if (isRefused(answer)) return fail(409, { add: { issues: partIssues(answer), values: part.values } });
		return answered(event, { added: true }, '#parts');
	},

	create: async (event) => {
		const { db, by, account, series, form } = await managed(event);
		const part = readForm(newPartShape, form);
		if (!('data' in part)) return fail(400, { create: part });
		const answer = await createPart(db, by, account, series, part.data);
		if (isRefused(answer)) return fail(409, { create: { issues: partIssues(answer), values: part.values } });
		return answered(event, { added: true }, '#parts');
	},

	move: async (event) => {
		const { db, by, account, series, form, gatheringId } = await managed(event);
		await movePart(db, by, account, series, { gatheringId, by: form.get('by') === 'up' ? -1 : 1 });
		return answered(event, { moved: gatheringId }, `#part-${gatheringId}`);
	},

	order: async (event) => {
		const { db, by, account, series } = await managed(event);
		await orderByDay(db, by, account, series);
		return answered(event, { ordered: true }, '#parts');
	},

	remove: async (event) => {
		const { db, by, account, series, gatheringId } = await managed(event);
		const removed = await removePart(db, by, account, series, gatheringId);
		return isRefused(removed) ? fail(409, { refused: removed.refused }) : { removed };
	},

	restore: async (event) => {
		const { db, by, account, series, form } = await managed(event);
		const removed = removedFrom(removedPartShape, form);
		if (removed) await restorePart(db, by, account, series, removed);
		return answered(event, { restored: true }, '#parts');
	}
};
