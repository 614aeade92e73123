import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { freshDatabase } from './support/database.ts';

type Columns = Record<string, string>;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What migrations/schema.ts says: table → column → "text", "integer", with "?" when it may be null. */
function writtenSchema(): Record<string, Columns> {
	const source = readFileSync('migrations/schema.ts', 'utf8');
	const names = [...(/interface Schema \{([^}]*)\}/.exec(source)?.[1] ?? '').matchAll(/(\w+): (\w+);/g)];
	return Object.fromEntries(
		names.map(([, table = '', type = '']) => {
			const body = new RegExp(`interface ${type} \\{([^}]*)\\}`).exec(source)?.[1] ?? '';
			const columns = [...body.matchAll(/^\t(\w+): (.+);$/gm)].map(([, column = '', kind = '']) => {
				const isNumber = /\bnumber\b/.test(kind) || /^\d/.test(kind);
				const isBlob = kind === 'Uint8Array';
				return [snake(column), isBlob ? 'blob' : `${isNumber ? 'integer' : 'text'}${/\bnull\b/.test(kind) ? '?' : ''}`];
			});
			return [snake(table), Object.fromEntries(columns) as Columns];
		})
	);
}

async function migratedSchema(): Promise<Record<string, Columns>> {
	const db = await freshDatabase();
	const { rows } = await sql<{ table: string; column: string; type: string; notnull: number; pk: number }>`
		select t.name as "table", c.name as "column", lower(c.type) as type, c."notnull", c.pk
		from sqlite_master t join pragma_table_xinfo(t.name) c
		where t.type = 'table' and t.name not like 'sqlite_%' and t.name not like 'kysely_%'`.execute(db);
	const schema: Record<string, Columns> = {};
	for (const { table, column, type, notnull, pk } of rows) {
		const isRowId = pk === 1 && type === 'integer';
		(schema[table] ??= {})[column] = `${type}${notnull || isRowId ? '' : '?'}`;
	}
	return schema;
}

test('migrations/schema.ts is the migrated database', async () => {
	expect(writtenSchema()).toEqual(await migratedSchema());
});

test('every foreign key can be looked up by an index', async () => {
	const db = await freshDatabase();
	const { rows } = await sql<{ table: string; column: string }>`
		select t.name as "table", f."from" as "column"
		from sqlite_master t join pragma_foreign_key_list(t.name) f
		where t.type = 'table' and f.seq = 0
		and not exists (select 1 from pragma_table_xinfo(t.name) c where c.name = f."from" and c.pk = 1)
		and not exists (
			select 1 from pragma_index_list(t.name) i join pragma_index_info(i.name) k
			where k.seqno = 0 and k.name = f."from"
		)`.execute(db);
	expect(rows).toEqual([]);
});
