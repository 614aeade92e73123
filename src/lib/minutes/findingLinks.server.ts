import { workshopsOf } from '#lib/agenda/workshops.server.ts';
import type { Workshop } from '#lib/agenda/workshop.ts';
import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { hashToken, newToken } from '#lib/db/ids.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { gatheringById } from '#lib/gatherings/gatherings.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { addDays, berlinDay, berlinInstant } from '#lib/time/berlin.ts';

/** Days after the gathering, or after today when it is over, during which a link opens the notes. */
const VALID_DAYS = 7;
const VALID_DAYS_TENSION = 90;

export interface FindingLink {
	/** First letters of the hash: enough to name a link, useless for opening it. */
	mark: string;
	workshopId: string | null;
	createdAt: string;
	byName: string;
	expiresAt: string;
}

/**
 * Makes a link to the notes of one workshop for people without an account; without a workshop one for a word on the
 * cooperation. The secret is given back once and never stored.
 */
export function mintFindingLink(
	db: Database,
	by: Actor,
	gathering: Pick<Gathering, 'id' | 'dateOn'>,
	workshopId: string | null
): Promise<string> {
	return inTransaction(db, async (trx) => {
		const token = newToken();
		const today = berlinDay(by.at);
		const from = gathering.dateOn > today ? gathering.dateOn : today;
		const expiresAt = berlinInstant(addDays(from, (workshopId ? VALID_DAYS : VALID_DAYS_TENSION) + 1), '00:00');
		const row = { hash: hashToken(token), gatheringId: gathering.id, workshopId, createdAt: by.at, byName: by.name };
		await trx
			.insertInto('minuteLink')
			.values({ ...row, expiresAt, revokedAt: null })
			.execute();
		const thing = workshopId ? `workshop:${workshopId}` : `gathering:${gathering.id}`;
		await journal(trx, by, { verb: 'finding.link_made', thing, gatheringId: gathering.id });
		return token;
	});
}

/** Makes all links of a workshop void; with null those for a word on the cooperation. */
export function revokeFindingLinks(
	db: Database,
	by: Actor,
	gatheringId: string,
	workshopId: string | null
): Promise<void> {
	return inTransaction(db, async (trx) => {
		await trx
			.updateTable('minuteLink')
			.set({ revokedAt: by.at })
			.where('gatheringId', '=', gatheringId)
			.where('workshopId', workshopId === null ? 'is' : '=', workshopId)
			.where('revokedAt', 'is', null)
			.execute();
		const thing = workshopId ? `workshop:${workshopId}` : `gathering:${gatheringId}`;
		await journal(trx, by, { verb: 'finding.links_revoked', thing, gatheringId });
	});
}

/** Links of a gathering that open something today. */
export async function findingLinksOf(db: Database, gatheringId: string, now: string): Promise<FindingLink[]> {
	const rows = await db
		.selectFrom('minuteLink')
		.selectAll()
		.where('gatheringId', '=', gatheringId)
		.where('revokedAt', 'is', null)
		.where('expiresAt', '>', now)
		.orderBy('createdAt')
		.execute();
	return rows.map(({ hash, gatheringId: _, revokedAt: _r, ...link }) => ({ ...link, mark: hash.slice(0, 8) }));
}

export interface OpenedLink {
	gathering: Gathering;
	/** Undefined: the link is for a word on the cooperation only. */
	workshop: Workshop | undefined;
	expiresAt: string;
}

/** What a link opens; undefined when it is unknown, revoked, over, or the gathering is gone. */
export async function openFindingLink(db: Database, token: string, now: string): Promise<OpenedLink | undefined> {
	if (token.length !== 43) return undefined;
	const link = await db
		.selectFrom('minuteLink')
		.selectAll()
		.where('hash', '=', hashToken(token))
		.where('revokedAt', 'is', null)
		.where('expiresAt', '>', now)
		.executeTakeFirst();
	const gathering = link && (await gatheringById(db, link.gatheringId));
	if (!link || !gathering) return undefined;
	const workshop = (await workshopsOf(db, gathering.id)).find(({ id }) => id === link.workshopId);
	if (link.workshopId !== null && !workshop) return undefined;
	return { gathering, workshop, expiresAt: link.expiresAt };
}
