import { sql } from 'kysely';
import type { Database, Trx } from '#lib/db/database.server.ts';

export type MergedThing = 'person' | 'organisation';

/** A column of some table that points to a person or an organisation; names as in SQL. */
export interface Reference {
	table: string;
	column: string;
}

// Rows that only say "these two belong together": when both entries have one, the second says nothing new.
const LINKS = new Set([
	...['team_member', 'agenda_item_person', 'workshop_moderator', 'host', 'organisation_sector', 'circle_member'],
	'service_profile'
]);

// What an organisation said, voted or signed stands under its name; it cannot become somebody else's.
const RECORDS = [
	...['vote', 'dissenting_opinion', 'minutes_presence', 'minutes_amendment', 'consultation_comment', 'review_answer'],
	...['version_party', 'standard_signature', 'signature_correction']
];

/** Does an organisation stand in votes, minutes, comments or agreements? */
export async function isOnRecord(db: Database, organisationId: string): Promise<boolean> {
	const counts = await countReferences(db, 'organisation', organisationId);
	return RECORDS.some((table) => counts[`${table}.organisation_id`]);
}

/** Every foreign key to a table, read from the database itself: a new one is never forgotten. */
export async function referencesTo(db: Database, thing: MergedThing): Promise<Reference[]> {
	const { rows } = await sql<Reference>`
		select tables.name as "table", keys."from" as "column"
		from sqlite_master as tables, pragma_foreign_key_list(tables.name) as keys
		where tables.type = 'table' and keys."table" = ${thing}
		order by 1, 2`.execute(db);
	return rows;
}

/** How many rows of each referring column point to this entry; keys are `table.column`. */
export async function countReferences(db: Database, thing: MergedThing, id: string): Promise<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const { table, column } of await referencesTo(db, thing)) {
		const { rows } = await sql<{ count: number }>`
			select count(*) as count from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(db);
		counts[`${table}.${column}`] = rows[0]?.count ?? 0;
	}
	return counts;
}

/** Points every reference from one entry to the other. Pairs of the mix keep their order of ids and are moved apart. */
export async function moveReferences(trx: Trx, thing: MergedThing, fromId: string, intoId: string): Promise<void> {
	if (thing === 'person') await movePairs(trx, fromId, intoId);
	for (const { table, column } of await referencesTo(trx, thing)) {
		const or = LINKS.has(table) ? sql`or ignore` : sql``;
		await sql`update ${or} ${sql.table(table)} set ${sql.ref(column)} = ${intoId}
			where ${sql.ref(column)} = ${fromId}`.execute(trx);
		if (LINKS.has(table)) await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${fromId}`.execute(trx);
	}
}

async function movePairs(trx: Trx, fromId: string, intoId: string): Promise<void> {
	const mine = await trx
		.selectFrom('mixPair')
		.selectAll()
		.where((eb) => eb.or([eb('personA', '=', fromId), eb('personB', '=', fromId)]))
		.execute();
	await trx
		.deleteFrom('mixPair')
		.where((eb) => eb.or([eb('personA', '=', fromId), eb('personB', '=', fromId)]))
		.execute();
	for (const pair of mine) {
		const other = pair.personA === fromId ? pair.personB : pair.personA;
		if (other === intoId) continue;
		const [personA, personB] = other < intoId ? [other, intoId] : [intoId, other];
		await trx
			.insertInto('mixPair')
			.values({ ...pair, personA, personB })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
}
