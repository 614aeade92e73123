import { sql } from 'kysely';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import type { Language } from '#lib/time/wording.ts';
import { contentOf, readCalendarPart } from './calendarContent.ts';
import { inviteesOf } from './invitees.server.ts';
import { fillLetter, type LetterKind } from './letter.ts';
import { factsOf } from './letterFacts.ts';
import { letterIn, storedLetters, storeLetter, type StoredLetter } from './letters.server.ts';
import { letterGathering } from './occasion.server.ts';

/**
 * Keeps a text for all letters of a kind and language, and writes anew what waits for the organizer and nobody edited by hand.
 * @returns how many messages were written anew.
 */
export function saveLetter(db: Database, by: Actor, gatheringId: string, letter: StoredLetter): Promise<number> {
	return inTransaction(db, async (trx) => {
		await storeLetter(trx, gatheringId, letter);
		return rewriteAndNote(trx, by, gatheringId, letter, 'letter.saved');
	});
}

/** Goes back to the program's text. @returns how many waiting messages were written anew. */
export function resetLetter(
	db: Database,
	by: Actor,
	gatheringId: string,
	letter: { kind: LetterKind; language: Language }
): Promise<number> {
	return inTransaction(db, async (trx) => {
		await trx
			.deleteFrom('letter')
			.where('gatheringId', '=', gatheringId)
			.where('kind', '=', letter.kind)
			.where('language', '=', letter.language)
			.execute();
		return rewriteAndNote(trx, by, gatheringId, letter, 'letter.reset');
	});
}

async function rewriteAndNote(
	trx: Trx,
	by: Actor,
	gatheringId: string,
	{ kind, language }: { kind: LetterKind; language: Language },
	verb: string
): Promise<number> {
	const count = await rewriteHeld(trx, gatheringId, kind, language, by.at);
	const particulars = { kind, language, rewritten: count };
	await journal(trx, by, { verb, thing: `gathering:${gatheringId}`, gatheringId, particulars });
	return count;
}

function unedited(trx: Trx, gatheringId: string, kind: LetterKind, language: Language) {
	return trx
		.selectFrom('message')
		.leftJoin('messageDiscard', 'messageDiscard.messageId', 'message.id')
		.where('gatheringId', '=', gatheringId)
		.where('kind', '=', kind)
		.where('language', '=', language)
		.where('clearedAt', 'is', null)
		.where('editedAt', 'is', null)
		.where('messageDiscard.at', 'is', null)
		.select(['message.id', 'registrationId', 'toName', 'calendar'])
		.execute();
}

async function rewriteHeld(
	trx: Trx,
	gatheringId: string,
	kind: LetterKind,
	language: Language,
	at: string
): Promise<number> {
	const rows = await unedited(trx, gatheringId, kind, language);
	if (rows.length === 0) return 0;
	const gathering = await letterGathering(trx, gatheringId);
	const letter = letterIn(await storedLetters(trx, gatheringId), kind, language);
	const invitees = await inviteesOf(trx, gatheringId, 'all');
	const groups = new Map(invitees.map((invitee) => [invitee.registrationId, invitee.groups]));
	const written = rows.map(({ id, registrationId, toName, calendar }) => {
		const part = readCalendarPart(calendar);
		const content = part?.content ?? contentOf(gathering, groups.get(registrationId ?? '') ?? []);
		const { contact, cancelledFor } = gathering;
		const about = { contact, reason: cancelledFor ?? '', todayOn: berlinDay(at) };
		const facts = factsOf({ name: toName, language, content, before: part?.before ?? null, ...about });
		return { id, ...fillLetter(letter, facts) };
	});
	await writeTexts(trx, written);
	return written.length;
}

/** Many texts in one statement: as JSON, so that the number of values does not matter. */
async function writeTexts(trx: Trx, texts: readonly { id: number; subject: string; body: string }[]): Promise<void> {
	await sql`update message set subject = value ->> 'subject', body = value ->> 'body'
		from json_each(${JSON.stringify(texts)}) where message.id = value ->> 'id'`.execute(trx);
}
