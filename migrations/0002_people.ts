import type { Kysely } from 'kysely';
import { runAll } from './statements.ts';

/** Persons, merges, list imports; standing bodies and their seats. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await runAll(db, [
		`create table person (
			id text primary key not null,
			title text not null,
			salutation text not null,
			first_name text not null,
			last_name text not null,
			organisation_id text references organisation (id),
			unit text not null,
			job_function text not null,
			level text not null,
			side text check (side in ('youth_office', 'outpatient', 'residential_daycare', 'partner')),
			email text not null collate nocase,
			created_at text not null,
			changed_at text not null
		) strict`,
		`create index person_of_organisation on person (organisation_id, last_name)`,
		`create index person_by_name on person (last_name, first_name)`,
		`create index person_by_email on person (email)`,
		`create table merge (
			from_id text primary key not null,
			into_id text not null,
			thing text not null check (thing in ('person', 'organisation')),
			at text not null,
			by_name text not null
		) strict`,
		`create table list_import (
			id text primary key not null,
			gathering_id text,
			file_name text not null,
			cells text not null,
			choices text not null,
			created_at text not null,
			created_by text not null
		) strict`,
		`create table list_import_application (
			list_import_id text primary key not null references list_import (id) on delete cascade,
			at text not null,
			by_name text not null,
			totals text not null
		) strict`,

		`create table circle (
			id text primary key not null,
			name text not null,
			kind text not null,
			purpose text not null,
			rhythm text not null,
			created_at text not null
		) strict`,
		`create table seat (
			id text primary key not null,
			circle_id text not null references circle (id) on delete cascade,
			organisation_id text not null references organisation (id),
			person_id text references person (id),
			kind text not null check (kind in ('voting', 'advisory', 'deputy', 'guest')),
			since_on text not null,
			until_on text
		) strict`,
		`create index seat_of_circle on seat (circle_id)`,
		`create index seat_of_organisation on seat (organisation_id)`,
		`create index seat_of_person on seat (person_id)`
	]);
}
