import type { Trx } from '#lib/db/database.server.ts';
import type { AnnounceTogether } from '#lib/gatherings/announce.ts';
import { numbersOf } from '#lib/gatherings/series.server.ts';
import { messageFor, type PendingLetter, settle, toldOf } from './announce.server.ts';
import { insertParts } from './messageParts.server.ts';
import { insertMessages } from './queue.server.ts';
import { seriesLetter } from './seriesLetter.ts';

/** These confirm a registration and go into the one mail; whatever else follows stays a message of its own. */
const CONFIRMS: readonly string[] = ['registered', 'waiting'];

/**
 * Confirms several registrations of one person in one mail with all her links and calendar entries. For a single one it is
 * the usual letter, which is itself the invitation to that date.
 */
export const announceTogether: AnnounceTogether = async (trx, seriesId, announcements) => {
	const pending: PendingLetter[] = [];
	for (const announcement of announcements) pending.push(...(await settle(trx, announcement)));
	const confirmations = pending.filter(({ letter }) => CONFIRMS.includes(letter.kind));
	const isOne = confirmations.length < 2;
	if (!isOne) await insertTogether(trx, seriesId, confirmations);
	const others = isOne ? pending : pending.filter((one) => !confirmations.includes(one));
	await insertMessages(trx, others.map(messageFor));
};

async function insertTogether(trx: Trx, seriesId: string, letters: readonly PendingLetter[]): Promise<void> {
	const [first] = letters;
	if (!first) return;
	const numbers = await numbersOf(trx, seriesId);
	const { title } = await trx.selectFrom('series').select('title').where('id', '=', seriesId).executeTakeFirstOrThrow();
	const parts = letters.map((one) => ({ ...one, number: numbers.get(one.write.gathering.id) ?? 0 }));
	const { name, address, language, registrationId } = first.to;
	const { gathering, at } = first.write;
	const letter = seriesLetter({
		...{ name, language, title, contact: gathering.contact },
		parts: parts.map((one) => ({
			number: one.number,
			content: toldOf(one),
			hasSeat: one.letter.calendar !== null
		}))
	});
	const { id } = await trx
		.insertInto('message')
		.values({
			...{ gatheringId: gathering.id, registrationId, accountId: null, kind: 'series', language, ...letter },
			...{ toName: name, toAddress: address, calendar: null, createdAt: at, dueAt: at, clearedAt: at }
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await insertParts(
		trx,
		id,
		parts.map(({ number, to, letter: { calendar } }) => ({
			...{ number, registrationId: to.registrationId, calendar: calendar && JSON.stringify(calendar) }
		}))
	);
}
