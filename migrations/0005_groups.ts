import type { Kysely } from 'kysely';
import { keepForEver, runAll } from './statements.ts';

/** Mix of the workshop groups: settings, pairs, draft places, runs, steps to undo, releases. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await runAll(db, [
		`create table mix_setting (
			gathering_id text primary key not null references gathering (id) on delete cascade,
			settings text not null,
			changed_at text not null
		) strict`,
		`create table mix_pair (
			gathering_id text not null references gathering (id) on delete cascade,
			person_a text not null references person (id),
			person_b text not null references person (id),
			kind text not null check (kind in ('apart', 'together')),
			primary key (gathering_id, person_a, person_b),
			check (person_a < person_b)
		) strict`,
		`create index mix_pair_a on mix_pair (person_a)`,
		`create index mix_pair_b on mix_pair (person_b)`,
		`create table plan_run (
			id text primary key not null,
			gathering_id text not null references gathering (id) on delete cascade,
			at text not null,
			by_name text not null,
			seed integer not null,
			input_hash text not null,
			problem text not null,
			answer text not null
		) strict`,
		`create index plan_run_of_gathering on plan_run (gathering_id, at)`,
		`create table place (
			registration_id text not null references registration (id) on delete cascade,
			workshop_id text not null references workshop (id) on delete cascade,
			is_held integer not null check (is_held in (0, 1)),
			primary key (registration_id, workshop_id)
		) strict`,
		`create index place_in_workshop on place (workshop_id)`,
		`create table draft_step (
			id integer primary key autoincrement,
			gathering_id text not null references gathering (id) on delete cascade,
			at text not null,
			by_name text not null,
			verb text not null,
			registration_id text,
			run_id text,
			before text not null
		) strict`,
		`create index draft_step_of_gathering on draft_step (gathering_id, id)`,
		`create table plan_release (
			id text primary key not null,
			gathering_id text not null references gathering (id),
			number integer not null,
			released_at text not null,
			released_by text not null,
			reason text not null,
			broken text not null,
			unique (gathering_id, number)
		) strict`,
		`create table released_place (
			plan_release_id text not null references plan_release (id),
			registration_id text not null,
			workshop_id text not null,
			primary key (plan_release_id, registration_id, workshop_id)
		) strict`,
		...keepForEver('plan_release', 'a released plan is final'),
		...keepForEver('released_place', 'a released plan is final')
	]);
}
