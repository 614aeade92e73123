import { fail } from '@sveltejs/kit';
import { versionShape } from '#lib/standards/move.form.ts';
import { labelVersion, startVersion } from '#lib/standards/revisions.server.ts';
import { draftedFor, standardFor } from '#lib/standards/standards.server.ts';
import { editable } from '#lib/standards/text.server.ts';
import { versionsOf } from '#lib/standards/versions.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, todayOn } = event.locals;
	const standard = found(await standardFor(db, signedIn(event), event.params.id));
	const versions = await versionsOf(db, standard.id);
	const may = await editable(db, standard, todayOn);
	const isOpen = !isRefused(may);
	const isRevised = ['in_force', 'under_review'].includes(standard.state) && versions[0]?.frozenAt !== null;
	return {
		...{ standard, isOpen, mayBegin: standard.drafts && (isOpen || isRevised) },
		versions: versions.map(({ text: _, ...version }) => version)
	};
};

async function write(event: RequestEvent, act: typeof startVersion | typeof labelVersion, name: string) {
	const standard = found(await draftedFor(event.locals.db, signedIn(event), event.params.id));
	const form = readForm(versionShape, await event.request.formData());
	const typed = { act: name, values: form.values };
	if (!('data' in form)) return fail(400, { ...typed, issues: form.issues });
	const answer = await act(event.locals.db, event.locals.by, standard, form.data);
	if (isRefused(answer)) return fail(409, { ...typed, issues: {}, refused: answer.refused });
	return answered(event, { written: name });
}

export const actions: Actions = {
	begin: (event) => write(event, startVersion, 'begin'),
	label: (event) => write(event, labelVersion, 'label')
};
