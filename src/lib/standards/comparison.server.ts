import type { Database } from '#lib/db/database.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { differenceOf, versionDifference } from './difference.ts';
import { organisationNames } from './standardPage.server.ts';
import { partiesOf, versionsOf } from './versions.server.ts';

/** Two versions side by side, word by word; without a choice the newest and the one before. */
export async function comparison(db: Database, standardId: string, { from, to }: { from: string; to: string }) {
	const versions = await versionsOf(db, standardId);
	const newer = versions.find(({ id }) => id === to) ?? versions[0];
	const older = versions.find(({ id }) => id === from) ?? versions[1] ?? versions[0];
	if (!newer || !older) return undefined;
	const title = older.text.title === newer.text.title ? undefined : { from: older.text.title, to: newer.text.title };
	const parties = differenceOf(await partyLines(db, older.id), await partyLines(db, newer.id));
	return {
		...{ from: older.label, to: newer.label, title },
		parties: parties.every(({ kind }) => kind === 'same') ? [] : parties,
		sections: versionDifference(older.text, newer.text, await organisationNames(db))
	};
}

/** The parties of a version, one per line: who, represented by whom, with or without a signature. */
async function partyLines(db: Database, versionId: string): Promise<string> {
	const parties = await partiesOf(db, versionId);
	return parties
		.map(({ name, representedBy, signs }) =>
			[
				name,
				representedBy && m.standards_party_represented({ who: representedBy }),
				signs === 1 && m.standards_party_signs()
			]
				.filter(Boolean)
				.join(', ')
		)
		.join('\n');
}
