import type * as z from 'zod';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { exchangePersons, holdPlace, movePerson, swapPersons, takeOut, undoStep } from '#lib/groups/draft.server.ts';
import { groupsPageOf } from '#lib/groups/groupsPage.server.ts';
import { proposePlan, startRun, steerRun } from '#lib/groups/liveRuns.server.ts';
import {
	exchangeForm,
	holdForm,
	mixForm,
	moveForm,
	proposeForm,
	runForm,
	steerForm,
	stepForm,
	swapForm
} from '#lib/groups/mix.form.ts';
import { saveMix } from '#lib/groups/mixes.server.ts';
import { type GroupsRefusal, refusalWords } from '#lib/groups/refusalWords.ts';
import { wakePool } from '#lib/groups/pool.server.ts';
import { suggestRepairs } from '#lib/groups/repairs.server.ts';
import { applyRun } from '#lib/groups/runs.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const gathering = found(await gatheringFor(db, account, event.params.id));
	const page = await groupsPageOf(db, gathering.id, event.url.searchParams.getAll('repair'));
	wakePool();
	return { ...page, width: 'wide' as const, spine: 'short' as const };
};

type Event = RequestEvent<{ id: string }>;

async function gatheringOf(event: Event): Promise<Gathering> {
	return found(await gatheringFor(event.locals.db, signedIn(event), event.params.id));
}

/** A refusal is a sentence on the page. Without JavaScript a success leads back to the page, so that reloading repeats nothing. */
function answer(event: Event, result: unknown, repairIds?: string[]) {
	if (isRefused(result)) return fail(400, { sentence: refusalWords(result as GroupsRefusal) });
	if (event.request.headers.has('x-sveltekit-action') && !repairIds) return { sentence: '' };
	const query = new URLSearchParams(
		[...event.url.searchParams].filter(([name]) => name === 'person' || name === 'round')
	);
	for (const id of repairIds ?? []) query.append('repair', id);
	redirect(303, `${event.url.pathname}${query.size > 0 ? `?${query}` : ''}`);
}

function act<Shape extends z.ZodType>(
	shape: Shape,
	work: (event: Event, gathering: Gathering, data: z.output<Shape>) => Promise<unknown>,
	repairIds?: string[]
) {
	return async (event: Event) => {
		const gathering = await gatheringOf(event);
		const form = readForm(shape, await event.request.formData());
		if (!('data' in form)) return fail(400, { sentence: Object.values(form.issues)[0] ?? '' });
		return answer(event, await work(event, gathering, form.data), repairIds);
	};
}

export const actions: Actions = {
	propose: act(proposeForm, ({ locals: { db, by } }, gathering, { live }) =>
		live === 1 ? startRun(db, by, gathering, 'propose') : proposePlan(db, by, gathering)
	),
	run: act(steerForm, ({ locals }, gathering, { act }) => steerRun(locals.db, locals.by, gathering, act)),
	repair: async (event) => {
		const gathering = await gatheringOf(event);
		const result = await suggestRepairs(event.locals.db, event.locals.by, gathering);
		return answer(event, result, Array.isArray(result) ? result : []);
	},
	apply: act(runForm, ({ locals }, gathering, { runId }) => applyRun(locals.db, locals.by, gathering, runId), []),
	undo: act(stepForm, ({ locals }, gathering, { stepId }) => undoStep(locals.db, locals.by, gathering, stepId)),
	mix: act(mixForm, ({ locals }, gathering, settings) => saveMix(locals.db, locals.by, gathering, settings)),
	move: act(moveForm, ({ locals }, gathering, input) => movePerson(locals.db, locals.by, gathering, input)),
	out: act(moveForm, ({ locals }, gathering, input) => takeOut(locals.db, locals.by, gathering, input)),
	swap: act(swapForm, ({ locals }, gathering, input) => swapPersons(locals.db, locals.by, gathering, input)),
	exchange: act(exchangeForm, ({ locals }, gathering, input) =>
		exchangePersons(locals.db, locals.by, gathering, input)
	),
	hold: act(holdForm, ({ locals }, gathering, { isHeld, ...place }) =>
		holdPlace(locals.db, locals.by, gathering, { ...place, isHeld: isHeld === 1 })
	)
};
