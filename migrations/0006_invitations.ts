import type { Kysely } from 'kysely';
import { keepForEver, runAll } from './statements.ts';

/** Outbox, calendar entries, feeds, letters, reminders. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await runAll(db, [
		`create table calendar_entry (
			id text primary key not null,
			uid text not null unique,
			gathering_id text not null references gathering (id) on delete cascade,
			registration_id text not null unique references registration (id) on delete cascade,
			sequence integer not null,
			status text not null check (status in ('confirmed', 'cancelled')),
			content text not null,
			changed_at text not null
		) strict`,
		`create index calendar_entry_of_gathering on calendar_entry (gathering_id)`,
		`create table letter (
			gathering_id text not null references gathering (id) on delete cascade,
			kind text not null,
			language text not null check (language in ('de', 'en')),
			subject text not null,
			body text not null,
			primary key (gathering_id, kind, language)
		) strict`,
		`create table message (
			id integer primary key autoincrement,
			gathering_id text references gathering (id) on delete cascade,
			registration_id text references registration (id) on delete cascade,
			account_id text references account (id) on delete cascade,
			kind text not null,
			language text not null check (language in ('de', 'en')),
			to_name text not null,
			to_address text not null,
			subject text not null,
			body text not null,
			calendar text,
			created_at text not null,
			due_at text not null,
			cleared_at text,
			edited_at text,
			attempts integer not null default 0,
			attempt_started_at text,
			last_error text
		) strict`,
		`create index message_of_gathering on message (gathering_id, id)`,
		`create index message_of_registration on message (registration_id, id)`,
		`create index message_of_account on message (account_id)`,
		`create index message_due on message (due_at)`,
		`create table message_dispatch (
			message_id integer primary key not null references message (id) on delete cascade,
			at text not null,
			mail_id text not null
		) strict`,
		`create table message_failure (
			message_id integer primary key not null references message (id) on delete cascade,
			at text not null,
			reason text not null
		) strict`,
		`create table message_discard (
			message_id integer primary key not null references message (id) on delete cascade,
			at text not null,
			by_name text not null
		) strict`,
		`create table calendar_feed (
			hash text primary key not null,
			registration_id text not null references registration (id) on delete cascade,
			created_at text not null,
			revoked_at text
		) strict`,
		`create index calendar_feed_of_registration on calendar_feed (registration_id)`,
		`create table reminder (
			gathering_id text not null references gathering (id) on delete cascade,
			days_before integer not null check (days_before between 1 and 60),
			primary key (gathering_id, days_before)
		) strict`,
		`create table reminder_run (
			gathering_id text not null,
			days_before integer not null,
			at text not null,
			primary key (gathering_id, days_before),
			foreign key (gathering_id, days_before) references reminder (gathering_id, days_before) on delete cascade
		) strict`,
		...keepForEver('message_dispatch', 'a sent message stays on record').slice(0, 1)
	]);
}
