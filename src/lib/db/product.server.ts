import { type Connection, type Database, openDatabase } from './database.server.ts';

let opened: { db: Database; connection: Connection } | undefined;

/** The one database of this process. While the program is only being built there is none, so nothing is created on disk. */
export function productDatabase(): Database {
	opened ??= openDatabase(process.env.DATABASE_FILE || ':memory:');
	return opened.db;
}

/** Closes the database; the write-ahead log is folded into the file. */
export async function closeProductDatabase(): Promise<void> {
	await opened?.db.destroy();
	opened = undefined;
}
