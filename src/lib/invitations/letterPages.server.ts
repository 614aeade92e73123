import type { Database } from '#lib/db/database.server.ts';
import type { Language } from '#lib/time/wording.ts';
import { contentOf } from './calendarContent.ts';
import { defaultLetter, fillLetter, type Letter, LETTER_KINDS, type LetterKind } from './letter.ts';
import { factsOf } from './letterFacts.ts';
import { letterIn, storedLetters } from './letters.server.ts';
import { letterGathering } from './occasion.server.ts';

export interface LetterOverview {
	kind: LetterKind;
	/** In the language of the reader. */
	subject: string;
	/** Languages for which somebody has written a text of her own. */
	own: Language[];
}

/** All letters of a gathering. */
export async function letterOverview(db: Database, gatheringId: string, language: Language): Promise<LetterOverview[]> {
	const stored = await storedLetters(db, gatheringId);
	return LETTER_KINDS.map((kind) => ({
		kind,
		subject: letterIn(stored, kind, language).subject,
		own: stored.filter((letter) => letter.kind === kind).map((letter) => letter.language)
	}));
}

export interface LetterPage {
	letter: Letter;
	isOwn: boolean;
	/** The letter with invented facts. */
	preview: Letter;
}

/** One letter as it stands, and as it would read. */
export async function letterPage(
	db: Database,
	gatheringId: string,
	{ kind, language }: { kind: LetterKind; language: Language },
	todayOn: string
): Promise<LetterPage> {
	const gathering = await letterGathering(db, gatheringId);
	const stored = await storedLetters(db, gatheringId);
	const letter = letterIn(stored, kind, language);
	const group = { number: 2, title: '…', room: '…', startTime: '10:45', endTime: '12:45' };
	const content = contentOf(gathering, kind === 'waiting' ? [] : [group]);
	const before = { ...content, startTime: '08:00', place: '…' };
	const { contact, cancelledFor } = gathering;
	const about = { contact, reason: cancelledFor ?? '…', todayOn };
	const facts = factsOf({ name: 'Kim Lorenzen', language, content, before, ...about });
	const base = defaultLetter(kind, language);
	const isOwn = letter.subject !== base.subject || letter.body !== base.body;
	return { letter, isOwn, preview: fillLetter(letter, facts) };
}
