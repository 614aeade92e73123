import type { Database } from '#lib/db/database.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import { askedOrganisations } from './consultations.server.ts';
import { sectionValues, type TextSection } from './sectionParts.ts';
import type { Standard } from './standard.ts';
import { organisationNames } from './standardPage.server.ts';
import { basisOf, editable } from './text.server.ts';
import { currentVersion, partiesOf } from './versions.server.ts';

/** One section to be edited: as it stands, with the mark a form sends back. */
export async function sectionPage(db: Database, standard: Standard, section: TextSection | 'parties', todayOn: string) {
	const version = await currentVersion(db, standard.id);
	if (!version) throw new Error(`standard ${standard.id} has no version`);
	const may = await editable(db, standard, todayOn);
	const parties = await partiesOf(db, version.id);
	return {
		...{ label: version.label, text: version.text, changedBy: version.byName, parties },
		lock: isRefused(may) ? may.refused : undefined,
		basis: await basisOf(db, version, section),
		values: section === 'parties' ? {} : sectionValues(version.text, section),
		names: await organisationNames(db),
		asked: section === 'parties' ? await askedOrganisations(db, standard, version.id, todayOn) : []
	};
}
