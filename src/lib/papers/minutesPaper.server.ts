import type { Database } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { minutesPage } from '#lib/minutes/minutesPage.server.ts';
import { minutesPaper } from './minutesPaper.ts';
import type { Paper } from './paper.ts';

/** The minutes as a paper, for whoever sees them on the page: what was approved, else the draft as it stands. */
export async function minutesPaperFor(
	db: Database,
	gathering: Gathering,
	manages: boolean
): Promise<Paper | undefined> {
	const { content } = await minutesPage(db, gathering, manages);
	return content && minutesPaper(content);
}
