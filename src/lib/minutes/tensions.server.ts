import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { Tension, TensionKind } from './tension.ts';

interface TensionInput {
	kind: TensionKind;
	text: string;
}

/** Raises a tension with one's name. */
export function raiseTension(db: Database, by: Actor, gatheringId: string, input: TensionInput): Promise<string> {
	return inTransaction(db, async (trx) => {
		const id = newId();
		const row = { id, gatheringId, circleId: null, ...input, raisedOn: berlinDay(by.at), byName: by.name };
		await trx.insertInto('tension').values(row).execute();
		await journal(trx, by, { verb: 'tension.raised', thing: `tension:${id}`, gatheringId });
		return id;
	});
}

/**
 * Raises a tension without a name. Only the day is kept, and there is no line in the journal: its instant would tell
 * who sat at the computer.
 */
export async function raiseAnonymously(
	db: Database,
	todayOn: string,
	gatheringId: string,
	input: TensionInput
): Promise<string> {
	const id = newId();
	const row = { id, gatheringId, circleId: null, ...input, raisedOn: todayOn, byName: '' };
	await db.insertInto('tension').values(row).execute();
	return id;
}

/** Answers a tension, or puts another answer in its place. */
export function answerTension(
	db: Database,
	by: Actor,
	gatheringId: string,
	input: { tensionId: string; text: string }
): Promise<null | Refusal<'unknown'>> {
	return inTransaction(db, async (trx) => {
		const { tensionId, text } = input;
		const tension = await trx
			.selectFrom('tension')
			.select('id')
			.where('id', '=', tensionId)
			.where('gatheringId', '=', gatheringId)
			.executeTakeFirst();
		if (!tension) return refuse('unknown');
		const answer = { at: by.at, byName: by.name, text };
		await trx
			.insertInto('tensionAnswer')
			.values({ tensionId, ...answer })
			.onConflict((conflict) => conflict.column('tensionId').doUpdateSet(answer))
			.execute();
		await journal(trx, by, { verb: 'tension.answered', thing: `tension:${tensionId}`, gatheringId });
		return null;
	});
}

/** Tensions of a gathering, newest day first; `answeredOnly` for readers who do not host. */
export async function tensionsOf(db: Database, gatheringId: string, answeredOnly = false): Promise<Tension[]> {
	const rows = await db
		.selectFrom('tension')
		.leftJoin('tensionAnswer', 'tensionId', 'tension.id')
		.where('gatheringId', '=', gatheringId)
		.$if(answeredOnly, (query) => query.where('tensionAnswer.text', 'is not', null))
		.select(['tension.id', 'kind', 'tension.text', 'raisedOn', 'tension.byName'])
		.select(['tensionAnswer.text as answerText', 'tensionAnswer.at', 'tensionAnswer.byName as answeredBy'])
		// Not in the order of arrival: it would tell who was there last.
		.orderBy('raisedOn', 'desc')
		.orderBy('tension.id')
		.execute();
	return rows.map(({ answerText, at, answeredBy, ...tension }) => ({
		...tension,
		answer: answerText === null ? null : { text: answerText, at: at ?? '', byName: answeredBy ?? '' }
	}));
}
