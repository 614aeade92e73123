import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { contentOf } from './calendarContent.ts';
import { inviteesOf } from './invitees.server.ts';
import { fillLetter, HELD_KINDS, type Letter, type LetterKind } from './letter.ts';
import { factsOf } from './letterFacts.ts';
import { letterIn, storedLetters, storeLetter } from './letters.server.ts';
import { letterGathering } from './occasion.server.ts';
import { insertMessages } from './queue.server.ts';

/** Writes one letter of this kind to everybody who has a place, each to her alone. @returns how many. */
export async function queueForAll(trx: Trx, gatheringId: string, kind: LetterKind, at: string): Promise<number> {
	const gathering = await letterGathering(trx, gatheringId);
	const letters = await storedLetters(trx, gatheringId);
	const invitees = await inviteesOf(trx, gatheringId, 'all');
	const messages = invitees
		.filter(({ standing }) => standing === 'seat')
		.map(({ registrationId, name, address, language, groups }) => {
			const content = contentOf(gathering, groups);
			const { contact } = gathering;
			const facts = factsOf({ name, language, content, before: null, reason: '', contact, todayOn: berlinDay(at) });
			return {
				gatheringId,
				registrationId,
				kind,
				language,
				toName: name,
				toAddress: address,
				...fillLetter(letterIn(letters, kind, language), facts),
				calendar: null,
				createdAt: at,
				dueAt: at,
				clearedAt: HELD_KINDS.includes(kind) ? null : at
			};
		});
	await insertMessages(trx, messages);
	return messages.length;
}

/** Puts a circular to all into the outbox, where it waits for release. The same text goes to all, in whatever language they read. */
export function writeCircular(db: Database, by: Actor, gatheringId: string, text: Letter): Promise<number> {
	return inTransaction(db, async (trx) => {
		for (const language of ['de', 'en'] as const) {
			await storeLetter(trx, gatheringId, { kind: 'circular', language, ...text });
		}
		const count = await queueForAll(trx, gatheringId, 'circular', by.at);
		const thing = `gathering:${gatheringId}`;
		await journal(trx, by, { verb: 'circular.written', thing, gatheringId, particulars: { count } });
		return count;
	});
}

/** How many people a circular would reach. */
export async function countSeats(db: Database, gatheringId: string): Promise<number> {
	const { count } = await db
		.selectFrom('registration')
		.innerJoin('admission', 'admission.registrationId', 'registration.id')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'registration.id')
		.where('gatheringId', '=', gatheringId)
		.where('registrationWithdrawal.at', 'is', null)
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return count;
}
