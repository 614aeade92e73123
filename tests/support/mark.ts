import { createHash } from 'node:crypto';
import SQLite from 'better-sqlite3';

const LEFT_OUT = ['throttle', 'session', 'sqlite_sequence'];

/** A mark of everything the database holds; attempts to log in and sessions are left out. */
export function markOfDatabase(file: string): string {
	const db = new SQLite(file, { readonly: true });
	const tables = db.prepare(`select name from sqlite_master where type = 'table' order by name`).all() as {
		name: string;
	}[];
	const hash = createHash('sha256');
	for (const { name } of tables) {
		if (LEFT_OUT.includes(name)) continue;
		hash.update(name).update(JSON.stringify(db.prepare(`select * from "${name}"`).all()));
	}
	db.close();
	return hash.digest('hex');
}
