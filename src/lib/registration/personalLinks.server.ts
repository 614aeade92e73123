import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { hashToken, newToken } from '#lib/db/ids.server.ts';
import type { Announce } from '#lib/gatherings/announce.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { announceStanding, type Entry, entryById } from './entries.server.ts';

/** Makes a new secret for the personal page. Several may be valid: each mail carries its own. */
export async function mintPersonalLink(trx: Trx, registrationId: string, now: string): Promise<string> {
	const token = newToken();
	await trx
		.insertInto('personalLink')
		.values({ hash: hashToken(token), registrationId, createdAt: now, revokedAt: null })
		.execute();
	return token;
}

/** The registration that a personal link opens; undefined when it is unknown or revoked. */
export async function registrationByToken(db: Database, token: string): Promise<Entry | undefined> {
	if (token.length !== 43) return undefined;
	const link = await db
		.selectFrom('personalLink')
		.select('registrationId')
		.where('hash', '=', hashToken(token))
		.where('revokedAt', 'is', null)
		.executeTakeFirst();
	return link && entryById(db, link.registrationId);
}

/** Makes all personal links of a registration void; the next mail brings a new one. */
export async function revokePersonalLinks(db: Database, by: Actor, entry: Entry): Promise<void> {
	await inTransaction(db, async (trx) => {
		await trx
			.updateTable('personalLink')
			.set({ revokedAt: by.at })
			.where('registrationId', '=', entry.id)
			.where('revokedAt', 'is', null)
			.execute();
		await journal(trx, by, {
			verb: 'registration.links_revoked',
			thing: `registration:${entry.id}`,
			gatheringId: entry.gatheringId
		});
	});
}

/** Makes the old links void and sends a mail with a new one to the stored address. */
export async function replacePersonalLinks(db: Database, by: Actor, entry: Entry, announce: Announce): Promise<void> {
	await inTransaction(db, async (trx) => {
		await revokePersonalLinks(trx, by, entry);
		await announceStanding(trx, by, entry, announce);
	});
}
