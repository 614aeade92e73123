import { type Database, inTransaction } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { participantsOf } from '#lib/registration/participants.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { type MixPair, type MixSettings, pairOf, readMix } from './mix.ts';

/** The settings of a gathering's mix; the usual ones as long as nobody has changed them. */
export async function mixOf(db: Database, gatheringId: string): Promise<MixSettings> {
	const row = await db
		.selectFrom('mixSetting')
		.select('settings')
		.where('gatheringId', '=', gatheringId)
		.executeTakeFirst();
	return readMix(row?.settings);
}

export function saveMix(
	db: Database,
	by: Actor,
	gathering: Pick<Gathering, 'id'>,
	settings: MixSettings
): Promise<void> {
	return inTransaction(db, async (trx) => {
		const row = { settings: JSON.stringify(settings), changedAt: by.at };
		await trx
			.insertInto('mixSetting')
			.values({ gatheringId: gathering.id, ...row })
			.onConflict((conflict) => conflict.column('gatheringId').doUpdateSet(row))
			.execute();
		await journal(trx, by, {
			verb: 'mix.changed',
			thing: `gathering:${gathering.id}`,
			gatheringId: gathering.id,
			particulars: { ...settings }
		});
	});
}

/** Pairs to be kept apart or together. */
export function pairsOf(db: Database, gatheringId: string): Promise<MixPair[]> {
	return db
		.selectFrom('mixPair')
		.where('gatheringId', '=', gatheringId)
		.select(['personA', 'personB', 'kind'])
		.orderBy('personA')
		.orderBy('personB')
		.execute();
}

/** Enters a pair; the same two again with the other kind replaces it. Both must take part. */
export function addPair(
	db: Database,
	by: Actor,
	gathering: Pick<Gathering, 'id'>,
	{ personA: one, personB: other, kind }: MixPair
): Promise<true | Refusal<'same' | 'unknown'>> {
	return inTransaction(db, async (trx) => {
		if (one === other) return refuse('same');
		const known = new Set((await participantsOf(trx, gathering.id)).map((person) => person.personId));
		if (!known.has(one) || !known.has(other)) return refuse('unknown');
		const [personA, personB] = pairOf(one, other);
		await trx
			.insertInto('mixPair')
			.values({ gatheringId: gathering.id, personA, personB, kind })
			.onConflict((conflict) => conflict.columns(['gatheringId', 'personA', 'personB']).doUpdateSet({ kind }))
			.execute();
		await journal(trx, by, {
			verb: `mix.pair_${kind}`,
			thing: `gathering:${gathering.id}`,
			gatheringId: gathering.id,
			particulars: { personA, personB }
		});
		return true;
	});
}

/** Takes a pair out. Done twice it changes nothing. */
export function removePair(
	db: Database,
	by: Actor,
	gathering: Pick<Gathering, 'id'>,
	pair: Pick<MixPair, 'personA' | 'personB'>
): Promise<void> {
	return inTransaction(db, async (trx) => {
		const [personA, personB] = pairOf(pair.personA, pair.personB);
		await trx
			.deleteFrom('mixPair')
			.where('gatheringId', '=', gathering.id)
			.where('personA', '=', personA)
			.where('personB', '=', personB)
			.execute();
		await journal(trx, by, {
			verb: 'mix.pair_removed',
			thing: `gathering:${gathering.id}`,
			gatheringId: gathering.id,
			particulars: { personA, personB }
		});
	});
}
