import type { Database } from '#lib/db/database.server.ts';
import { emergencyNumbers } from './phone.ts';
import { publicationOf } from './publications.server.ts';
import { heldSince, versionOn } from './writtenStandard.ts';
import { organisationNames } from './standardPage.server.ts';
import { writtenStandards } from './writtenStandards.server.ts';

/** What a door sheet shows: the version in force, or the one asked for, with its steps and whom one calls. */
export async function procedureSheet(db: Database, standardId: string, onDay: string, versionId: string | null) {
	const [standard] = await writtenStandards(db, { id: standardId });
	if (!standard) return undefined;
	const held = versionOn(standard, onDay);
	const newest = standard.versions.at(-1);
	const version = versionId ? standard.versions.find(({ id }) => id === versionId) : (held ?? newest);
	if (!version) return undefined;
	const publication = await publicationOf(db, standardId);
	const isInForce = version.id === held?.id;
	const ahead = version.entries.map(({ inForceOn }) => inForceOn).filter((on) => on > onDay);
	const { versions: _, ...head } = standard;
	return {
		standard: head,
		version,
		isInForce,
		inForceOn: isInForce ? (heldSince(version, onDay) ?? null) : null,
		inForceFrom: isInForce ? null : (ahead.sort()[0] ?? null),
		/** A later version than the one in force. */
		newer:
			held && newest && newest.id !== held.id && version.id === held.id ? { id: newest.id, label: newest.label } : null,
		emergency: emergencyNumbers(version.text.steps),
		organisations: await organisationNames(db),
		/** Address of the public page, when this version is what it shows. */
		slug: isInForce && publication && !publication.withdrawn ? publication.slug : null
	};
}
