import { redirect, type RequestEvent } from '@sveltejs/kit';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { applyImport } from '#lib/people/importApplications.server.ts';
import { withAnswers, withColumns } from '#lib/people/importChoices.ts';
import { createUnknown } from '#lib/people/importOrganisations.ts';
import { importPage } from '#lib/people/importPage.server.ts';
import {
	decideImport,
	discardImport,
	importFor,
	type ListImport,
	previewImport
} from '#lib/people/listImports.server.ts';
import { registerFromList } from '#lib/registration/listRegistrations.server.ts';
import { registrationState } from '#lib/registration/registrations.server.ts';
import { valuesOf } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { searchParams } = event.url;
	const ask = { state: searchParams.get('state') ?? '', page: Number(searchParams.get('page') ?? 1) };
	const page = found(await importPage(event.locals.db, account, event.params.import, ask));
	const { db, todayOn } = event.locals;
	const { gatheringId } = page.head;
	const seats = gatheringId ? await registrationState(db, gatheringId, todayOn) : null;
	return { ...page, seats, done: searchParams.get('done') };
};

async function listOf(event: RequestEvent & { params: { import: string } }): Promise<ListImport> {
	return found(await importFor(event.locals.db, signedIn(event), event.params.import));
}

function back({ id }: { id: string }, done: string): never {
	redirect(303, `/people/import/${id}?done=${done}`);
}

export const actions: Actions = {
	decide: async (event) => {
		const list = await listOf(event);
		const values = valuesOf(await event.request.formData());
		await decideImport(event.locals.db, list, withAnswers(list.choices, values));
		back(list, 'decided');
	},

	create: async (event) => {
		const list = await listOf(event);
		const { db } = event.locals;
		const choices = withAnswers(list.choices, valuesOf(await event.request.formData()));
		const { organisations } = await previewImport(db, { ...list, choices });
		await decideImport(db, list, createUnknown(organisations, choices));
		back(list, 'decided');
	},

	columns: async (event) => {
		const list = await listOf(event);
		const { db } = event.locals;
		const before = await previewImport(db, list);
		const values = valuesOf(await event.request.formData());
		await decideImport(db, list, withColumns(list.choices, values, before.list.headingLines));
		back(list, 'columns');
	},

	apply: async (event) => {
		const list = await listOf(event);
		const { db, by } = event.locals;
		await decideImport(db, list, withAnswers(list.choices, valuesOf(await event.request.formData())));
		const gathering = list.gatheringId && found(await gatheringFor(db, signedIn(event), list.gatheringId));
		const answer = gathering
			? await registerFromList(db, by, gathering.id, list.id)
			: await applyImport(db, by, list.id);
		back(list, isRefused(answer) ? 'again' : 'applied');
	},

	discard: async (event) => {
		const list = await listOf(event);
		await discardImport(event.locals.db, event.locals.by, list);
		redirect(303, '/people');
	}
};
