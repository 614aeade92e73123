import { type Kysely, sql } from 'kysely';

/** Runs the statements in order; the migration's transaction makes them one. */
export async function runAll(db: Kysely<unknown>, statements: string[]): Promise<void> {
	for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Statements that make a table's rows final: neither changed nor deleted, not even by SQL. */
export function keepForEver(table: string, sentence: string): string[] {
	return ['update', 'delete'].map(
		(verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table}
			begin select raise(abort, '${sentence}'); end`
	);
}
