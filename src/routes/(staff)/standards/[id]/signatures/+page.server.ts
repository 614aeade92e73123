import { fail } from '@sveltejs/kit';
import { organisationsOf } from '#lib/people/organisations.server.ts';
import { entryShape } from '#lib/standards/move.form.ts';
import { entriesOf, fixEntry, officesOf } from '#lib/standards/entries.server.ts';
import { correctionShape, signatureShape } from '#lib/standards/signature.form.ts';
import {
	correctionsOf,
	correctSignature,
	recordSignature,
	signatureLines,
	signedVersion
} from '#lib/standards/signatures.server.ts';
import { managedFor, standardFor } from '#lib/standards/standards.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const standard = found(await standardFor(db, signedIn(event), event.params.id));
	const version = await signedVersion(db, standard.id);
	return {
		...{ standard, label: version?.label, hash: version?.hash },
		lines: version ? await signatureLines(db, version.id) : [],
		corrections: version ? await correctionsOf(db, version.id) : [],
		entries: (await entriesOf(db, standard.id)).filter(({ versionId }) => versionId === version?.id),
		offices: version ? await officesOf(db, version.id) : [],
		organisations: standard.manages ? await organisationsOf(db) : []
	};
};

async function managed(event: RequestEvent) {
	const standard = found(await managedFor(event.locals.db, signedIn(event), event.params.id));
	return { standard, form: await event.request.formData(), db: event.locals.db, by: event.locals.by };
}

export const actions: Actions = {
	sign: async (event) => {
		const { standard, form: typed, db, by } = await managed(event);
		const form = readForm(signatureShape, typed);
		if (!('data' in form)) return fail(400, { act: 'sign', issues: form.issues, values: form.values });
		const answer = await recordSignature(db, by, standard, form.data);
		if (isRefused(answer)) return fail(409, { act: 'sign', issues: {}, values: form.values, refused: answer.refused });
		return answered(event, { signed: answer });
	},

	correct: async (event) => {
		const { standard, form: typed, db, by } = await managed(event);
		const form = readForm(correctionShape, typed);
		if (!('data' in form)) return fail(400, { act: 'correct', issues: form.issues, values: form.values });
		const answer = await correctSignature(db, by, standard, form.data);
		if (isRefused(answer))
			return fail(409, { act: 'correct', issues: {}, values: form.values, refused: answer.refused });
		return answered(event, { corrected: true });
	},

	entry: async (event) => {
		const { standard, form: typed, db, by } = await managed(event);
		const form = readForm(entryShape, typed);
		if (!('data' in form)) return fail(400, { act: 'entry', issues: form.issues, values: form.values });
		const answer = await fixEntry(db, by, standard, form.data);
		if (isRefused(answer)) return fail(409, { act: 'entry', issues: {}, values: form.values, refused: answer.refused });
		return answered(event, { fixed: true });
	}
};
