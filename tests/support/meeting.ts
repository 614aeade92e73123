import { expect } from 'vitest';
import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { gatheringById } from '#lib/gatherings/gatherings.server.ts';
import { freshDatabase } from './database.ts';
import { amendMinutes } from '#lib/minutes/amendments.server.ts';
import { circulateMinutes } from '#lib/minutes/minutesCirculation.server.ts';
import { beginMinutes } from '#lib/minutes/minutesDraft.server.ts';
import { itemsToEdit } from '#lib/minutes/minutesItems.server.ts';

export const NOW = '2026-10-20T08:00:00.000Z';
export const TODAY = '2026-10-20';
export const HELD = '2026-10-15';
export const by = { accountId: null, name: 'Nadja Wojciechowski', at: NOW };
export const member = { id: 'm', organisationId: 'org-p01' } as Account;
export const reads = { manages: false, todayOn: TODAY };
export const ID = 'ev-meeting';

export let db: Database;
export let meeting: Gathering;

/** A meeting of the Trägertreffen, held some days ago, with five items of programme. */
export async function beginMeeting(): Promise<void> {
	db = await freshDatabase();
	await loadRegion(db, NOW);
	const model = await db.selectFrom('gathering').selectAll().where('id', '=', 'ev-1').executeTakeFirstOrThrow();
	await db
		.insertInto('gathering')
		.values({
			...model,
			id: ID,
			kind: 'provider_meeting',
			title: 'Trägertreffen Herbst',
			dateOn: HELD,
			circleId: 'circle-tt'
		})
		.execute();
	const item = { gatheringId: ID, note: '', lengthMin: 20, roomId: null, place: '', speakers: '' };
	const items = [
		['a1', 'arrival', 'Ankommen', '09:00'],
		['a2', 'info', 'Berichte aus den Häusern', '09:10'],
		['a3', 'decision', 'Meldebogen', '09:30'],
		['a4', 'break', 'Pause', '09:50'],
		['a5', 'review', 'Überprüfung Standard 5', '10:10']
	] as const;
	await db
		.insertInto('agendaItem')
		.values(items.map(([id, kind, title, startTime]) => ({ ...item, id, kind, title, startTime })))
		.execute();
	meeting = (await gatheringById(db, ID)) as Gathering;
}

export async function texts() {
	return (await itemsToEdit(db, ID)).map(({ id, kind, title, facts, discussion, revision }) => {
		return { id, kind, title, facts, discussion, revision };
	});
}
export const titles = async () => (await texts()).map(({ title }) => title);

export async function circulated(): Promise<void> {
	await beginMinutes(db, by, meeting);
	expect(await circulateMinutes(db, by, meeting, TODAY, TODAY)).toBe(true);
}

export const amendment = async (itemId: string | null = null) =>
	(await amendMinutes(db, by, member, ID, { itemId, text: 'Bitte „sollen“ statt „müssen“.' }, reads)) as string;
export const answer = (amendmentId: string, more: object) => ({
	...{ amendmentId, verdict: 'accepted' as const, answer: '', facts: '', discussion: '', revision: 1 },
	...more
});
export const after = '2026-10-21';
