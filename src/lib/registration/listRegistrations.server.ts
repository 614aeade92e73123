import { type Database, inTransaction } from '#lib/db/database.server.ts';
import type { Announce } from '#lib/gatherings/announce.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { applyImport } from '#lib/people/importApplications.server.ts';
import type { ImportedParticipant } from '#lib/people/importedParticipant.ts';
import type { AppliedTotals } from '#lib/people/listImports.server.ts';
import { readCatering } from '#lib/people/listValues.ts';
import { matchWish, type WishedWorkshop } from '#lib/people/listWish.ts';
import { isRefused, type Refusal } from '#lib/web/refusal.ts';
import { ballotChoices } from './ballot.ts';
import { ballotOf } from './pages.server.ts';
import type { Details } from './records.server.ts';
import { registerPerson } from './registrations.server.ts';

export interface ListRegistered {
	totals: AppliedTotals;
	/** Registrations that the list brought, places and waiting list together. */
	registered: number;
	/** Were registered before; nothing of theirs was changed. */
	known: number;
}

/** Wishes that name a workshop of the gathering; what cannot be read stays in the remark for the office. */
function detailsOf(row: ImportedParticipant, workshops: readonly WishedWorkshop[]): Details {
	const wishes = row.wishes.map((text) => matchWish(text, workshops) ?? '');
	const catering = readCatering(row.catering);
	const unread = [
		...row.wishes.filter((text, index) => text !== '' && wishes[index] === ''),
		catering === undefined ? row.catering : '',
		row.remark
	];
	return {
		wishes,
		isNewcomer: row.isNewcomer ? 1 : 0,
		supportNeed: row.supportNeed,
		catering: catering === undefined || catering === 'no_preference' ? '' : catering,
		isListed: 1,
		allowsPhotos: row.allowsPhotos ? 1 : 0,
		channel: 'list',
		language: 'de',
		organisationName: '',
		remark: unread.filter(Boolean).join(' · ')
	};
}

/** Whoever stands in a list did not register herself: the first mail she gets is the one the organizer sends. */
const tellNobody: Announce = async () => {};

/**
 * Takes a list over and registers its people for a gathering, in the order of the list and in one transaction.
 * No mail follows: with the group letter, or a letter to all, they get their link and their calendar entry.
 */
export function registerFromList(
	db: Database,
	by: Actor,
	gatheringId: string,
	importId: string
): Promise<ListRegistered | Refusal<'gone' | 'applied'>> {
	return inTransaction(db, async (trx) => {
		const applied = await applyImport(trx, by, importId);
		if (isRefused(applied)) return applied;
		const workshops = ballotChoices(await ballotOf(trx, gatheringId));
		let registered = 0;
		for (const row of applied.participants) {
			const { was } = await registerPerson(trx, by, gatheringId, row.personId, detailsOf(row, workshops), tellNobody);
			if (was !== 'known') registered += 1;
		}
		return { totals: applied.totals, registered, known: applied.participants.length - registered };
	});
}
