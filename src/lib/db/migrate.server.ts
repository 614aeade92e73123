import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './database.server.ts';

export type Migrations = Record<string, Migration>;

/** Names migrations by their file, so that the build and plain Node agree on what has run. */
export function namedMigrations(modules: Record<string, unknown>): Migrations {
	return Object.fromEntries(
		Object.entries(modules).map(([path, module]) => [
			path.replace(/^.*\//, '').replace(/\.ts$/, ''),
			module as Migration
		])
	);
}

/**
 * Brings the database to the newest migration, all or nothing.
 * @throws when a migration fails, or the file knows one that this build lacks (an older program on a newer file).
 */
export async function migrate(db: Database, migrations: Migrations): Promise<string[]> {
	// Kysely's own tables keep their names: the migrator works on the plain database.
	const migrator = new Migrator({
		db: db.withoutPlugins() as Kysely<unknown>,
		provider: { getMigrations: async () => migrations }
	});
	const { error, results } = await migrator.migrateToLatest();
	if (error) throw error;
	return (results ?? []).map((result) => result.migrationName);
}

/** Name of the newest migration that this file has, for /health. */
export async function newestMigration(db: Database): Promise<string> {
	const { rows } = await sql<{
		name: string;
	}>`select name from kysely_migration order by name desc limit 1`.execute(db);
	return rows[0]?.name ?? '';
}
