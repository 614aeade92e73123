import { procedureSheet } from '#lib/standards/procedureSheets.server.ts';
import { standardFor } from '#lib/standards/standards.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, todayOn } = event.locals;
	const { id, manages } = found(await standardFor(db, signedIn(event), event.params.id));
	const sheet = found(await procedureSheet(db, id, todayOn, event.url.searchParams.get('version')));
	const path = sheet.slug ? `/s/${sheet.slug}` : `/standards/${id}/procedure`;
	return { ...sheet, manages, address: event.url.origin + path };
};
