import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import type { Announce } from '#lib/gatherings/announce.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { type BoardData, brokenMusts, planOfPlaces } from './board.ts';
import { boardDataOf } from './boardData.server.ts';
import { labelsOf } from './boardLabels.ts';
import { comparePlans, type PlainPlace } from './comparePlans.ts';
import { mixProblem } from './mixProblem.ts';
import { scorePlan } from './engine/score.ts';
import { breachSentence } from './sentences.ts';

/** A released plan as it was. `broken`: the rules it broke, as sentences. */
export interface Release {
	id: string;
	number: number;
	releasedAt: string;
	releasedBy: string;
	reason: string;
	broken: string[];
	places: PlainPlace[];
}

/** `reason`: a must is broken or somebody has no group, and nobody wrote why. `same`: nothing has changed since the last. */
export type ReleaseRefusal = 'nobody' | 'reason' | 'same' | 'changed';

/** All releases, newest first, without their places. */
export async function releasesOf(db: Database, gatheringId: string): Promise<Omit<Release, 'places'>[]> {
	const rows = await db
		.selectFrom('planRelease')
		.select(['id', 'number', 'releasedAt', 'releasedBy', 'reason', 'broken'])
		.where('gatheringId', '=', gatheringId)
		.orderBy('number', 'desc')
		.execute();
	return rows.map((row) => ({ ...row, broken: JSON.parse(row.broken) as string[] }));
}

/** One release with its places; without a number the last. Two queries. */
export async function releaseFor(db: Database, gatheringId: string, number?: number): Promise<Release | undefined> {
	const row = await db
		.selectFrom('planRelease')
		.select(['id', 'number', 'releasedAt', 'releasedBy', 'reason', 'broken'])
		.where('gatheringId', '=', gatheringId)
		.$if(number !== undefined, (query) => query.where('number', '=', number ?? 0))
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
	const places = await db
		.selectFrom('releasedPlace')
		.select(['registrationId', 'workshopId'])
		.where('planReleaseId', '=', row?.id ?? '')
		.orderBy('registrationId')
		.execute();
	return row && { ...row, broken: JSON.parse(row.broken) as string[], places };
}

/** The last release, or undefined as long as nothing has been released. */
export function lastReleaseOf(db: Database, gatheringId: string): Promise<Release | undefined> {
	return releaseFor(db, gatheringId);
}

/** Who sits where by the last release; what people may rely on. */
export async function releasedPlacesOf(db: Database, gatheringId: string): Promise<PlainPlace[]> {
	return (await lastReleaseOf(db, gatheringId))?.places ?? [];
}

/** A word that changes with every change of the draft: what is released is what was looked at. */
export function draftMark(data: Pick<BoardData, 'places' | 'people'>): string {
	const texts = [
		...data.people.map(({ id }) => id),
		...data.places.map((place) => `${place.registrationId}${place.workshopId}`)
	];
	let hash = 5381;
	for (const text of texts.sort())
		for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(i)) >>> 0;
	return hash.toString(36);
}

/** The rules the draft breaks, as sentences: broken musts, then everybody without a group. */
export function brokenSentences(data: BoardData): string[] {
	const score = scorePlan(mixProblem(data), planOfPlaces(data, data.places));
	const labels = labelsOf(data);
	const unplaced = score.broken.filter((breach) => breach.rule === 'place');
	return [...new Set([...brokenMusts(score), ...unplaced].map((breach) => breachSentence(breach, labels)))];
}

/**
 * Releases the draft: copies it under the next number, never to be changed again, and tells those whose place is new.
 * A broken must or a person without a group needs a written reason.
 */
export function releasePlan(
	db: Database,
	by: Actor,
	gathering: Pick<Gathering, 'id'>,
	{ reason, draft }: { reason: string; draft?: string },
	announce: Announce
): Promise<{ number: number } | Refusal<ReleaseRefusal>> {
	return inTransaction(db, async (trx) => {
		const data = await boardDataOf(trx, gathering.id);
		const known = new Set(data.people.map((person) => person.id));
		const places = data.places.filter((place) => known.has(place.registrationId));
		if (places.length === 0) return refuse('nobody');
		if (draft && draft !== draftMark(data)) return refuse('changed');
		const broken = brokenSentences(data);
		if (broken.length > 0 && reason.trim() === '') return refuse('reason');
		const last = await lastReleaseOf(trx, gathering.id);
		const roundOf = new Map(data.workshops.map((workshop) => [workshop.id, workshop.roundId]));
		const changes = comparePlans(last?.places ?? [], places, (id) => roundOf.get(id));
		if (changes.length === 0) return refuse('same');
		const number = (last?.number ?? 0) + 1;
		const planReleaseId = newId();
		const release = { id: planReleaseId, gatheringId: gathering.id, number, releasedAt: by.at, releasedBy: by.name };
		await trx
			.insertInto('planRelease')
			.values({ ...release, reason: reason.trim(), broken: JSON.stringify(broken) })
			.execute();
		const rows = places.map(({ registrationId, workshopId }) => ({ planReleaseId, registrationId, workshopId }));
		await trx.insertInto('releasedPlace').values(rows).execute();
		// What was released is no longer a step of the draft.
		await trx.deleteFrom('draftStep').where('gatheringId', '=', gathering.id).execute();
		const registrationIds = [...new Set(changes.map((change) => change.registrationId))].filter((id) => known.has(id));
		if (registrationIds.length > 0) {
			await announce(trx, { gatheringId: gathering.id, registrationIds, occasion: 'released', at: by.at });
		}
		await journal(trx, by, {
			verb: 'groups.released',
			thing: `plan_release:${planReleaseId}`,
			gatheringId: gathering.id,
			particulars: { number, changed: registrationIds.length, broken: broken.length }
		});
		return { number };
	});
}
