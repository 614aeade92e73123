import { type Database, inTransaction } from '#lib/db/database.server.ts';
import type { Announce, Announcement, AnnounceTogether } from '#lib/gatherings/announce.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { personOf } from './registrants.server.ts';
import { type Registered, registerPerson, type RegistrationInput } from './registrations.server.ts';
import { publicParts } from './seriesPage.server.ts';

/**
 * Registers somebody for some parts of a series in one go: each part by its own rules (place, waiting list, only once),
 * all of them or none, and one mail for all. A part whose door is shut refuses the whole.
 */
export function registerForSeries(
	db: Database,
	by: Actor,
	seriesId: string,
	gatheringIds: readonly string[],
	input: RegistrationInput,
	announce: AnnounceTogether
): Promise<Registered[] | Refusal<'closed'>> {
	return inTransaction(db, async (trx) => {
		const parts = await publicParts(trx, seriesId, berlinDay(by.at));
		const chosen = parts.filter(({ gathering }) => gatheringIds.includes(gathering.id));
		const areOpen = chosen.every(({ door }) => door === 'open');
		if (!areOpen || chosen.length === 0 || chosen.length < new Set(gatheringIds).size) return refuse('closed');
		const { person, particulars, channel, language } = input;
		// Once for all parts: somebody new must not be added anew with each of them.
		const personId = await personOf(trx, by, person, channel);
		const organisationName = person.organisationId ? '' : person.organisationName;
		const details = { ...particulars, channel, language, organisationName, remark: '' };
		const told: Announcement[] = [];
		const collect: Announce = async (_, announcement) => void told.push(announcement);
		const registered: Registered[] = [];
		for (const { gathering } of chosen) {
			registered.push(await registerPerson(trx, by, gathering.id, personId, details, collect));
		}
		await announce(trx, seriesId, told);
		return registered;
	});
}
