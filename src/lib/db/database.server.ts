import SQLite from 'better-sqlite3';
import { CamelCasePlugin, Kysely, type Transaction } from 'kysely';
import type { Schema } from '#migrations/schema.ts';
import { ImmediateSqliteDialect } from './dialect.server.ts';

export type Database = Kysely<Schema>;
export type Trx = Transaction<Schema>;

/** The connection under a database; for pragmas, back-up and closing only. */
export type Connection = SQLite.Database;

const PRAGMAS = [
	'journal_mode = WAL',
	// FULL: an acknowledged registration survives a power cut.
	'synchronous = FULL',
	'foreign_keys = ON',
	'trusted_schema = OFF',
	'secure_delete = ON',
	'wal_autocheckpoint = 1000'
];

/**
 * Opens (and creates) the one SQLite file, or ':memory:'.
 * @param report is called with each SQL text that runs; for tests that count queries.
 * @throws when the file is damaged: the product does not start on half a database.
 */
export function openDatabase(file: string, report?: (sql: string) => void): { db: Database; connection: Connection } {
	const connection = new SQLite(file, { timeout: 5000 });
	for (const pragma of PRAGMAS) connection.pragma(pragma);
	const check = connection.pragma('quick_check', { simple: true });
	if (check !== 'ok') throw new Error(`The database ${file} is damaged (${String(check)}). Restore a back-up.`);
	const db = new Kysely<Schema>({
		dialect: new ImmediateSqliteDialect({ database: connection }),
		plugins: [new CamelCasePlugin()],
		log: report ? (entry) => report(entry.query.sql) : undefined
	});
	return { db, connection };
}

/** Runs one write as an immediate transaction. Inside, use only `trx`: there is one connection, `db` would wait for ever. */
export function inTransaction<T>(db: Database, work: (trx: Trx) => Promise<T>): Promise<T> {
	if (db.isTransaction) return work(db as Trx);
	return db.transaction().execute(work);
}
