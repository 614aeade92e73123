import { fail, redirect } from '@sveltejs/kit';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { directoryReader } from '#lib/people/directory.ts';
import { LIST_BYTES_AT_MOST, readListFile } from '#lib/people/listFiles.server.ts';
import { startImport, waitingImports } from '#lib/people/listImports.server.ts';
import { listRefusalSentence } from '#lib/people/listNames.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

// What a form adds around the file.
const FORM_BYTES = 64 * 1024;

export const load: PageServerLoad = async (event) => {
	const account = found(directoryReader(signedIn(event)));
	const { db } = event.locals;
	const gatheringId = event.url.searchParams.get('gathering') ?? '';
	const gathering = gatheringId === '' ? undefined : found(await gatheringFor(db, account, gatheringId));
	const waiting = await waitingImports(db, account);
	return { waiting, atMost: LIST_BYTES_AT_MOST, gathering: gathering && { id: gathering.id, title: gathering.title } };
};

export const actions: Actions = {
	default: async (event) => {
		const account = found(directoryReader(signedIn(event)));
		const { db, by } = event.locals;
		if (Number(event.request.headers.get('content-length')) > LIST_BYTES_AT_MOST + FORM_BYTES)
			return fail(413, { sentence: listRefusalSentence('tooManyBytes') });
		const form = await event.request.formData();
		const file = form.get('list');
		if (!(file instanceof File) || file.name === '') return fail(400, { sentence: m.people_import_no_file() });
		const gatheringId = String(form.get('gathering') ?? '') || null;
		if (gatheringId) found(await gatheringFor(db, account, gatheringId));
		const read = await readListFile(file.name, new Uint8Array(await file.arrayBuffer()));
		if (isRefused(read)) return fail(400, { sentence: listRefusalSentence(read.refused) });
		const id = await startImport(db, by, { fileName: file.name, sheets: read.sheets, gatheringId });
		redirect(303, `/people/import/${id}`);
	}
};
