import SQLite from 'better-sqlite3';
import { CamelCasePlugin, Kysely } from 'kysely';
import { type Database, openDatabase } from '#lib/db/database.server.ts';
import { ImmediateSqliteDialect } from '#lib/db/dialect.server.ts';
import { migrate } from '#lib/db/migrate.server.ts';
import { readMigrations } from '#lib/db/migrationFiles.server.ts';
import type { Schema } from '#migrations/schema.ts';

let template: Promise<Buffer> | undefined;

async function makeTemplate(): Promise<Buffer> {
	const { db, connection } = openDatabase(':memory:');
	await migrate(db, await readMigrations());
	return connection.serialize();
}

/** A real, empty, migrated SQLite database of its own for one test. */
export async function freshDatabase(report?: (sql: string) => void): Promise<Database> {
	template ??= makeTemplate();
	const connection = new SQLite(await template);
	connection.pragma('foreign_keys = ON');
	return new Kysely<Schema>({
		dialect: new ImmediateSqliteDialect({ database: connection }),
		plugins: [new CamelCasePlugin()],
		log: report ? (entry) => report(entry.query.sql) : undefined
	});
}
