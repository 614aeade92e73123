import { error } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { publicStandard } from '#lib/standards/publicStandards.server.ts';
import { found } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const standard = found(await publicStandard(event.locals.db, event.params.slug, event.locals.todayOn));
	if (standard === 'gone') error(410, m.procedures_public_gone());
	return { standard, address: event.url.origin + event.url.pathname };
};
