import type { Kysely } from 'kysely';
import { runAll } from './statements.ts';

/** Sign-up, wishes, admission, withdrawal, substitutes, personal links, privacy notice. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await runAll(db, [
		`create table registration_window (
			gathering_id text primary key not null references gathering (id) on delete cascade,
			token text not null unique,
			opens_on text not null,
			closes_on text not null,
			capacity integer not null check (capacity > 0),
			wish_count integer not null check (wish_count between 0 and 5),
			introduction text not null
		) strict`,
		`create table registration (
			id text primary key not null,
			gathering_id text not null references gathering (id) on delete cascade,
			person_id text not null references person (id),
			ordinal integer not null,
			registered_at text not null,
			channel text not null check (channel in ('web', 'office', 'list', 'colleague')),
			language text not null check (language in ('de', 'en')),
			is_newcomer integer not null check (is_newcomer in (0, 1)),
			support_need text not null,
			catering text not null,
			is_listed integer not null check (is_listed in (0, 1)),
			allows_photos integer not null check (allows_photos in (0, 1)),
			consents_at text not null,
			organisation_name text not null,
			remark text not null,
			unique (gathering_id, person_id),
			unique (gathering_id, ordinal)
		) strict`,
		`create index registration_of_person on registration (person_id)`,
		`create table admission (
			registration_id text primary key not null references registration (id) on delete cascade,
			at text not null,
			how text not null check (how in ('seat', 'moved_up', 'office', 'substitute'))
		) strict`,
		`create table registration_withdrawal (
			registration_id text primary key not null references registration (id) on delete cascade,
			at text not null,
			by_name text not null,
			reason text not null
		) strict`,
		`create table substitution (
			registration_id text primary key not null references registration (id) on delete cascade,
			substitute_id text not null references registration (id) on delete cascade,
			at text not null
		) strict`,
		`create index substitution_by on substitution (substitute_id)`,
		`create table personal_link (
			hash text primary key not null,
			registration_id text not null references registration (id) on delete cascade,
			created_at text not null,
			revoked_at text
		) strict`,
		`create index personal_link_of_registration on personal_link (registration_id)`,
		`create table wish (
			registration_id text not null references registration (id) on delete cascade,
			rank integer not null check (rank between 1 and 5),
			workshop_id text not null references workshop (id) on delete cascade,
			primary key (registration_id, rank),
			unique (registration_id, workshop_id)
		) strict`,
		`create index wish_for_workshop on wish (workshop_id)`,
		`create table privacy_notice (
			gathering_id text primary key not null references gathering (id) on delete cascade,
			law text not null check (law in ('DSGVO', 'DSG-EKD', 'KDG')),
			controllers text not null,
			officer text not null,
			legal_basis text not null,
			recipients text not null,
			authority text not null,
			keep_days integer not null check (keep_days > 0),
			keep_needs_days integer not null check (keep_needs_days > 0)
		) strict`
	]);
}
