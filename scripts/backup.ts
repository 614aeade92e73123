// A consistent copy of the database while the product runs: npm run -s backup -- target.db
import SQLite from 'better-sqlite3';

const [target] = process.argv.slice(2);
const source = process.env.DATABASE_FILE ?? 'data/demo.db';
if (!target) {
	process.stderr.write('Where to? npm run -s backup -- /backup/tafelrunde.db\n');
	process.exit(2);
}
const live = new SQLite(source, { readonly: true, fileMustExist: true, timeout: 5000 });
await live.backup(target);
live.close();
const copy = new SQLite(target);
const isSound =
	copy.pragma('integrity_check', { simple: true }) === 'ok' &&
	(copy.pragma('foreign_key_check') as unknown[]).length === 0;
copy.close();
process.stdout.write(isSound ? `${target} is complete and sound.\n` : `${target} is damaged. Do not rely on it.\n`);
process.exit(isSound ? 0 : 1);
