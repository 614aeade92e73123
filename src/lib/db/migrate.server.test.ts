import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../../tests/support/database.ts';
import { openDatabase } from './database.server.ts';
import { migrate, newestMigration } from './migrate.server.ts';
import { readMigrations } from './migrationFiles.server.ts';

test('migrating twice changes nothing', async () => {
	const { db } = openDatabase(':memory:');
	const migrations = await readMigrations();
	expect(await migrate(db, migrations)).toEqual(Object.keys(migrations).sort());
	expect(await migrate(db, migrations)).toEqual([]);
	expect(await newestMigration(db)).toBe(Object.keys(migrations).sort().at(-1));
});

test('a migration that fails leaves no trace', async () => {
	const { db } = openDatabase(':memory:');
	const failing = {
		'0001_half': {
			async up() {
				await sql`create table half (id text) strict`.execute(db);
			}
		}
	};
	failing['0001_half'].up = async function (this: void, ...args: unknown[]) {
		await sql`create table half (id text) strict`.execute(args[0] as never);
		throw new Error('broken');
	} as never;
	await expect(migrate(db, failing)).rejects.toThrow('broken');
	const { rows } = await sql`select name from sqlite_master where name = 'half'`.execute(db);
	expect(rows).toEqual([]);
});

test('every table is strict and keeps its foreign keys', async () => {
	const db = await freshDatabase();
	const { rows } = await sql<{ sql: string; name: string }>`
		select name, sql from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'`.execute(
		db
	);
	expect(rows.length).toBeGreaterThan(40);
	for (const row of rows) expect(row.sql, row.name).toMatch(/strict$/i);
	await expect(db.insertInto('host').values({ gatheringId: 'none', organisationId: 'none' }).execute()).rejects.toThrow(
		/FOREIGN KEY/
	);
});
