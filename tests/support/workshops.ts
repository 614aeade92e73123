import type { Database } from '#lib/db/database.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { freshDatabase } from './database.ts';

export const NOW = '2026-11-12T14:00:00.000Z';
export const by: Actor = { accountId: null, name: 'Kim Lorenzen', at: NOW };
export const one = { id: 'ws-one', gatheringId: 'g' };
export const two = { id: 'ws-two', gatheringId: 'g' };

export let db: Database;

/** A Fachtag with two workshops. */
export async function beginWorkshops(): Promise<void> {
	db = await freshDatabase();
	const gathering = {
		...{ id: 'g', kind: 'conference_day', title: 'Fachtag', subtitle: '', guidingQuestion: '', aims: '', place: '' },
		...{ dateOn: '2026-11-12', startTime: '08:30', endTime: '16:00', address: '', accessibility: '', onlineUrl: '' },
		...{ contactName: '', contactEmail: '', contactPhone: '', circleId: null, createdAt: NOW }
	};
	await db.insertInto('gathering').values(gathering).execute();
	const workshop = { theme: '', aim: '', method: '', roomId: null, minSize: 5, maxSize: 20, minuteTakerId: null };
	const rows = [one, two].map(({ id }, i) => ({ id, number: i + 1, title: id, ...workshop }));
	await db
		.insertInto('workshop')
		.values(rows.map((row) => ({ ...row, gatheringId: 'g', agendaItemId: null, topicId: null })))
		.execute();
}
