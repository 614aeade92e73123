import type { Schema } from '#migrations/schema.ts';
import type { StandardText } from './standardText.ts';

/** One version of a standard. It is frozen once it is agreed: its text never changes again. */
export interface Version extends Omit<Schema['version'], 'content'> {
	text: StandardText;
	frozenAt: string | null;
	/** SHA-256 of the canonical text, taken when it was agreed. */
	hash: string | null;
}
