import type { Kysely } from 'kysely';
import { runAll } from './statements.ts';

/** What the workshops found: findings with every wording they ever had, headline, photos; tensions; feedback figures. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await runAll(db, [
		`create table finding (
			id text primary key not null,
			workshop_id text not null references workshop (id) on delete cascade,
			kind text not null check (kind in ('works', 'challenge', 'need', 'attitude', 'proposal', 'question')),
			side text not null check (side in ('youth_office', 'providers', 'partners', 'all')),
			guiding_question integer,
			position integer not null,
			text text not null,
			is_dissent integer not null check (is_dissent in (0, 1)),
			dots integer not null check (dots >= 0),
			standard_id text,
			revision integer not null check (revision > 0),
			created_at text not null,
			changed_at text not null,
			by_name text not null
		) strict`,
		`create index finding_of_workshop on finding (workshop_id, position)`,
		`create index finding_aims_at on finding (standard_id)`,
		`create table finding_wording (
			finding_id text not null references finding (id) on delete cascade,
			revision integer not null,
			text text not null,
			at text not null,
			by_name text not null,
			/* The wording it was typed over, 0 for the first. */
			based_on integer not null,
			/* Since when another one stands in its place. Several without it: typed at the same time, side by side. */
			settled_at text,
			/* Random mark of the open page it was typed in, so that typing on replaces the own half sentence. */
			hand text,
			primary key (finding_id, revision)
		) strict`,
		`create table finding_removal (
			finding_id text primary key not null references finding (id) on delete cascade,
			at text not null,
			by_name text not null
		) strict`,
		`create table workshop_result (
			workshop_id text primary key not null references workshop (id) on delete cascade,
			headline text not null,
			next_step text not null,
			changed_at text not null,
			by_name text not null
		) strict`,
		`create table workshop_result_wording (
			workshop_id text not null references workshop (id) on delete cascade,
			field text not null check (field in ('headline', 'next_step')),
			revision integer not null,
			text text not null,
			at text not null,
			by_name text not null,
			based_on integer not null,
			settled_at text,
			hand text,
			primary key (workshop_id, field, revision)
		) strict`,
		/* Each operation of a page is applied once, however often it is sent. */
		`create table finding_operation (
			seq integer primary key autoincrement,
			id text not null unique,
			workshop_id text not null references workshop (id) on delete cascade,
			note_id text not null,
			revision integer not null,
			at text not null
		) strict`,
		`create index finding_operation_of_workshop on finding_operation (workshop_id, seq)`,
		/* For people without an account: the notes of one workshop, or without one only a word on the cooperation. */
		`create table minute_link (
			hash text primary key not null,
			gathering_id text not null references gathering (id) on delete cascade,
			workshop_id text references workshop (id) on delete cascade,
			created_at text not null,
			by_name text not null,
			expires_at text not null,
			revoked_at text
		) strict`,
		`create index minute_link_of_gathering on minute_link (gathering_id)`,
		`create index minute_link_of_workshop on minute_link (workshop_id)`,
		`create table pinboard_photo (
			id text primary key not null,
			workshop_id text not null references workshop (id) on delete cascade,
			name text not null,
			media_type text not null,
			description text not null,
			content blob not null,
			at text not null,
			by_name text not null
		) strict`,
		`create index pinboard_photo_of_workshop on pinboard_photo (workshop_id)`,
		`create table tension (
			id text primary key not null,
			gathering_id text references gathering (id) on delete cascade,
			circle_id text references circle (id) on delete cascade,
			kind text not null check (kind in ('professional', 'organisational')),
			text text not null,
			raised_on text not null,
			/* Empty when raised anonymously: no name, no time of day, no address is kept. */
			by_name text not null
		) strict`,
		`create index tension_of_gathering on tension (gathering_id)`,
		`create index tension_of_circle on tension (circle_id)`,
		`create table tension_answer (
			tension_id text primary key not null references tension (id) on delete cascade,
			at text not null,
			by_name text not null,
			text text not null
		) strict`,
		`create table evaluation (
			gathering_id text primary key not null references gathering (id) on delete cascade,
			returned integer not null check (returned >= 0),
			recommend_yes integer not null check (recommend_yes >= 0),
			recommend_maybe integer not null check (recommend_maybe >= 0),
			recommend_no integer not null check (recommend_no >= 0),
			again text not null,
			changed_at text not null
		) strict`,
		`create table evaluation_item (
			gathering_id text not null references evaluation (gathering_id) on delete cascade,
			position integer not null,
			item text not null,
			/* Times 100: 130 is the mean 1.30 on the scale 1 (very content) to 4. */
			mean_hundredths integer not null check (mean_hundredths between 100 and 400),
			primary key (gathering_id, position)
		) strict`,
		`create table evaluation_comment (
			gathering_id text not null references evaluation (gathering_id) on delete cascade,
			position integer not null,
			text text not null,
			primary key (gathering_id, position)
		) strict`
	]);
}
