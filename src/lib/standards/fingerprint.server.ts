import { createHash } from 'node:crypto';
import type { Schema } from '#migrations/schema.ts';
import { canonicalText, type StandardText } from './standardText.ts';

type Party = Pick<Schema['versionParty'], 'organisationId' | 'representedBy' | 'signs'>;

/** SHA-256 over text and parties: whoever holds a print-out can tell that nothing was changed since it was agreed. */
export function fingerprintOf(text: StandardText, parties: readonly Party[]): string {
	const lines = parties
		.map(({ organisationId, representedBy, signs }) => `${organisationId}\t${representedBy}\t${signs}`)
		.sort();
	return createHash('sha256')
		.update([canonicalText(text), ...lines].join('\n'))
		.digest('hex');
}
