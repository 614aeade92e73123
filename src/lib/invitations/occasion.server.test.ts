import { expect, test } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import { insertGathering, NOW } from '../../../tests/calendar/rows.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { letterGathering } from './occasion.server.ts';

async function insertHosts(db: Database, names: string[]): Promise<void> {
	const rest = { shortName: '', kind: 'other', side: 'partner' as const, town: '', mailDomain: '' };
	const rows = names.map((name) => ({ ...rest, id: name, name, dataProtectionLaw: 'DSGVO', createdAt: NOW }));
	await db.insertInto('organisation').values(rows).execute();
	const hosts = names.map((organisationId) => ({ gatheringId: 'day', organisationId }));
	await db.insertInto('host').values(hosts).execute();
}

const HOSTS = ['Stadtjugendamt', 'Kreisjugendamt'];

test('letters are signed by whom to ask', async () => {
	const db = await freshDatabase();
	await insertGathering(db);
	await insertHosts(db, HOSTS);
	expect((await letterGathering(db, 'day')).contact).toBe('Nadja Wojciechowski\nnadja@kja.example.org');
});

test('without a name the hosts sign', async () => {
	const db = await freshDatabase();
	await insertGathering(db, { contactName: '', contactEmail: '' });
	await insertHosts(db, HOSTS);
	expect((await letterGathering(db, 'day')).contact).toBe('Kreisjugendamt\nStadtjugendamt');
});
