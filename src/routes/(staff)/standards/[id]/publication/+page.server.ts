import { fail } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { publicationOf, publishStandard, withdrawStandard } from '#lib/standards/publications.server.ts';
import { standardFor } from '#lib/standards/standards.server.ts';
import { versionOn } from '#lib/standards/writtenStandard.ts';
import { writtenStandards } from '#lib/standards/writtenStandards.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Only for whoever manages the circle: for all others this page does not exist. */
async function managed(event: Pick<RequestEvent, 'locals' | 'url' | 'request' | 'params'>) {
	const standard = found(await standardFor(event.locals.db, signedIn(event), event.params.id));
	return found(standard.manages ? standard : undefined);
}

export const load: PageServerLoad = async (event) => {
	const { id, number, title } = await managed(event);
	const { db, todayOn } = event.locals;
	const [written] = await writtenStandards(db, { id });
	return {
		standard: { id, number, title },
		label: (written && versionOn(written, todayOn))?.label ?? null,
		publication: (await publicationOf(db, id)) ?? null,
		origin: event.url.origin
	};
};

export const actions: Actions = {
	publish: async (event) => {
		const standard = await managed(event);
		const answer = await publishStandard(event.locals.db, event.locals.by, standard);
		if (isRefused(answer)) return fail(400, { refused: m.procedures_publication_not_in_force() });
		return answered(event, { refused: '' });
	},
	withdraw: async (event) => {
		const standard = await managed(event);
		await withdrawStandard(event.locals.db, event.locals.by, standard);
		return answered(event, { refused: '' });
	}
};
