import type { Database } from '#lib/db/database.server.ts';
import { versionDifference } from './difference.ts';
import { versionsOf } from './versions.server.ts';

/** Two versions side by side, word by word; without a choice the newest and the one before. */
export async function comparison(db: Database, standardId: string, { from, to }: { from: string; to: string }) {
	const versions = await versionsOf(db, standardId);
	const newer = versions.find(({ id }) => id === to) ?? versions[0];
	const older = versions.find(({ id }) => id === from) ?? versions[1] ?? versions[0];
	if (!newer || !older) return undefined;
	const title = older.text.title === newer.text.title ? undefined : { from: older.text.title, to: newer.text.title };
	return { from: older.label, to: newer.label, title, sections: versionDifference(older.text, newer.text) };
}
