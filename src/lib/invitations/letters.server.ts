import type { Database, Trx } from '#lib/db/database.server.ts';
import type { Language } from '#lib/time/wording.ts';
import { defaultLetter, type Letter, type LetterKind } from './letter.ts';

export interface StoredLetter extends Letter {
	kind: LetterKind;
	language: Language;
}

/** Texts that somebody has written for this gathering; one query. */
export async function storedLetters(db: Database, gatheringId: string): Promise<StoredLetter[]> {
	const rows = await db
		.selectFrom('letter')
		.where('gatheringId', '=', gatheringId)
		.select(['kind', 'language', 'subject', 'body'])
		.execute();
	return rows as StoredLetter[];
}

/** The text of a kind: the gathering's own, else the program's. */
export function letterIn(stored: readonly StoredLetter[], kind: LetterKind, language: Language): Letter {
	return stored.find((letter) => letter.kind === kind && letter.language === language) ?? defaultLetter(kind, language);
}

/** Keeps a text for a gathering. */
export async function storeLetter(trx: Trx, gatheringId: string, letter: StoredLetter): Promise<void> {
	const { kind, language, subject, body } = letter;
	await trx
		.insertInto('letter')
		.values({ gatheringId, kind, language, subject, body })
		.onConflict((conflict) => conflict.columns(['gatheringId', 'kind', 'language']).doUpdateSet({ subject, body }))
		.execute();
}
