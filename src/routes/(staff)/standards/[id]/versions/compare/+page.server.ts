import { comparison } from '#lib/standards/comparison.server.ts';
import { standardFor } from '#lib/standards/standards.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const standard = found(await standardFor(db, signedIn(event), event.params.id));
	const { searchParams } = event.url;
	const asked = { from: searchParams.get('from') ?? '', to: searchParams.get('to') ?? '' };
	return { standard, ...found(await comparison(db, standard.id, asked)) };
};
