// Brings a database file to the newest migration and, when it is empty, fills it with the demo region.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { openDatabase } from '#lib/db/database.server.ts';
import { migrate } from '#lib/db/migrate.server.ts';
import { readMigrations } from '#lib/db/migrationFiles.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';

const file = process.argv[2] ?? 'data/demo.db';
mkdirSync(dirname(file), { recursive: true });
const { db } = openDatabase(file);
await migrate(db, await readMigrations());
const any = await db.selectFrom('organisation').select('id').limit(1).executeTakeFirst();
if (!any) await loadRegion(db, new Date().toISOString());
await db.destroy();
