import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { AimInput, ReadingInput } from './aim.form.ts';
import type { Aim, AimReading } from './aim.ts';
import type { Circle } from './circle.ts';

/** The aims of a circle with what was read off so far. Two queries. */
export async function aimsOf(db: Database, circleId: string): Promise<Aim[]> {
	const aims = await db
		.selectFrom('aim')
		.where('circleId', '=', circleId)
		.select(['id', 'text', 'indicator', 'target', 'dueOn'])
		.orderBy('createdAt')
		.orderBy('id')
		.execute();
	const readings = await db
		.selectFrom('aimReading')
		.innerJoin('aim', 'aim.id', 'aimReading.aimId')
		.where('aim.circleId', '=', circleId)
		.select(['aimId', 'aimReading.id', 'readOn', 'value', 'note', 'byName'])
		.orderBy('readOn')
		.orderBy('aimReading.id')
		.execute();
	const byAim = Map.groupBy(readings, ({ aimId }) => aimId);
	const plain = ({ id, readOn, value, note, byName }: AimReading) => ({ id, readOn, value, note, byName });
	return aims.map((aim) => ({ ...aim, readings: (byAim.get(aim.id) ?? []).map(plain) }));
}

/** Sets a circle an aim. */
export function addAim(
	db: Database,
	by: Actor,
	circle: Circle,
	input: AimInput
): Promise<string | Refusal<'not_allowed'>> {
	return inTransaction(db, async (trx) => {
		if (!circle.manages) return refuse('not_allowed');
		const id = newId();
		await trx
			.insertInto('aim')
			.values({ ...input, id, circleId: circle.id, createdAt: by.at })
			.execute();
		await journal(trx, by, { verb: 'aim.added', thing: `aim:${id}`, particulars: { circleId: circle.id } });
		return id;
	});
}

/** Puts an aim in other words; its readings stay. */
export function correctAim(
	db: Database,
	by: Actor,
	circle: Circle,
	aimId: string,
	input: AimInput
): Promise<true | Refusal<'not_allowed' | 'gone'>> {
	return inTransaction(db, async (trx) => {
		if (!circle.manages) return refuse('not_allowed');
		if (!(await aimsOf(trx, circle.id)).some(({ id }) => id === aimId)) return refuse('gone');
		await trx.updateTable('aim').set(input).where('id', '=', aimId).execute();
		await journal(trx, by, { verb: 'aim.corrected', thing: `aim:${aimId}` });
		return true;
	});
}

/** Takes an aim back by which nothing was read off yet; gives back what putting it back needs. */
export function removeAim(
	db: Database,
	by: Actor,
	circle: Circle,
	aimId: string
): Promise<AimInput | Refusal<'not_allowed' | 'gone' | 'has_readings'>> {
	return inTransaction(db, async (trx) => {
		if (!circle.manages) return refuse('not_allowed');
		const aim = (await aimsOf(trx, circle.id)).find(({ id }) => id === aimId);
		if (!aim) return refuse('gone');
		if (aim.readings.length > 0) return refuse('has_readings');
		await trx.deleteFrom('aim').where('id', '=', aimId).execute();
		await journal(trx, by, { verb: 'aim.removed', thing: `aim:${aimId}`, particulars: { circleId: circle.id } });
		const { text, indicator, target, dueOn } = aim;
		return { text, indicator, target, dueOn };
	});
}

/** Writes down what is read off today or was on an earlier day. */
export function addReading(
	db: Database,
	by: Actor,
	circle: Circle,
	input: ReadingInput
): Promise<string | Refusal<'not_allowed' | 'gone' | 'future'>> {
	return inTransaction(db, async (trx) => {
		if (!circle.manages) return refuse('not_allowed');
		if (!(await aimsOf(trx, circle.id)).some(({ id }) => id === input.aimId)) return refuse('gone');
		if (input.readOn > berlinDay(by.at)) return refuse('future');
		const id = newId();
		await trx
			.insertInto('aimReading')
			.values({ ...input, id, byName: by.name })
			.execute();
		await journal(trx, by, { verb: 'aim.read', thing: `aim:${input.aimId}` });
		return id;
	});
}

/** Takes a reading off the table; gives back what putting it back needs. */
export function removeReading(
	db: Database,
	by: Actor,
	circle: Circle,
	readingId: string
): Promise<ReadingInput | Refusal<'not_allowed' | 'gone'>> {
	return inTransaction(db, async (trx) => {
		if (!circle.manages) return refuse('not_allowed');
		for (const { id: aimId, readings } of await aimsOf(trx, circle.id)) {
			const reading = readings.find(({ id }) => id === readingId);
			if (!reading) continue;
			await trx.deleteFrom('aimReading').where('id', '=', readingId).execute();
			await journal(trx, by, { verb: 'aim.reading_removed', thing: `aim:${aimId}` });
			return { aimId, readOn: reading.readOn, value: reading.value, note: reading.note };
		}
		return refuse('gone');
	});
}
