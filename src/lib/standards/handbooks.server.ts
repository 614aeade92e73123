import type { Database } from '#lib/db/database.server.ts';
import { type HandbookContent, handbookOf } from './handbook.ts';
import { organisationNames } from './standardPage.server.ts';
import { writtenStandards } from './writtenStandards.server.ts';

/** The handbook of a circle on a day: every standard in force then. Ask for permission before. */
export async function handbookContent(
	db: Database,
	circleId: string,
	onDay: string
): Promise<HandbookContent | undefined> {
	const circle = await db.selectFrom('circle').where('id', '=', circleId).select(['id', 'name']).executeTakeFirst();
	if (!circle) return undefined;
	const standards = await writtenStandards(db, { circleIds: [circleId] });
	return handbookOf(circle, standards, await organisationNames(db), onDay);
}
