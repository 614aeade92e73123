import { type Kysely, sql } from 'kysely';
import { runAll } from './statements.ts';

/** Tables that hang on a workshop and would go with it while it is rebuilt. */
const PARTS = ['workshop_moderator', 'guiding_question', 'fictional_case', 'wish', 'place'];

/**
 * Several rounds: the same workshop in two of them is one topic, and a table keeps its number from round to round.
 * SQLite cannot loosen `unique (gathering_id, number)`; the table is rebuilt and its parts wait aside meanwhile.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await runAll(db, [
		...PARTS.map((part) => `create temp table aside_${part} as select * from ${part}`),
		`create table workshop_of_rounds (
			id text primary key not null,
			gathering_id text not null references gathering (id) on delete cascade,
			agenda_item_id text references agenda_item (id) on delete set null,
			topic_id text,
			number integer not null,
			title text not null,
			theme text not null,
			aim text not null,
			method text not null,
			room_id text references room (id) on delete set null,
			min_size integer not null check (min_size >= 0),
			max_size integer not null check (max_size >= min_size),
			minute_taker_id text references person (id),
			unique (gathering_id, agenda_item_id, number)
		) strict`,
		// Until now two workshops of one title in two items were one topic; they stay one.
		`insert into workshop_of_rounds
			select id, gathering_id, agenda_item_id, (
				select min(twin.id) from workshop twin
				where twin.gathering_id = workshop.gathering_id and lower(trim(twin.title)) = lower(trim(workshop.title))
				having count(distinct twin.agenda_item_id) > 1
			), number, title, theme, aim, method, room_id, min_size, max_size, minute_taker_id
			from workshop`,
		`drop table workshop`,
		`alter table workshop_of_rounds rename to workshop`,
		`create index workshop_in_item on workshop (agenda_item_id)`,
		`create index workshop_in_room on workshop (room_id)`,
		`create index workshop_minuted_by on workshop (minute_taker_id)`,
		...PARTS.map((part) => `insert or ignore into ${part} select * from aside_${part}`),
		...PARTS.map((part) => `drop table aside_${part}`),
		// The newest gatherings of a circle, without looking at all of them.
		`create index gathering_of_circle_by_day on gathering (circle_id, date_on)`
	]);
	const { rows } = await sql`pragma foreign_key_check`.execute(db);
	if (rows.length > 0) throw new Error('after the rebuild of workshop something points nowhere');
}
