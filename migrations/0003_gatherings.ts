import type { Kysely } from 'kysely';
import { keepForEver, runAll } from './statements.ts';

/** Dated occasions, their hosts and rooms; agenda, workshops and releases of the programme. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await runAll(db, [
		`create table gathering (
			id text primary key not null,
			kind text not null,
			title text not null,
			subtitle text not null,
			guiding_question text not null,
			aims text not null,
			date_on text not null,
			start_time text not null,
			end_time text not null,
			place text not null,
			address text not null,
			accessibility text not null,
			online_url text not null,
			contact_name text not null,
			contact_email text not null,
			contact_phone text not null,
			circle_id text references circle (id),
			created_at text not null
		) strict`,
		`create index gathering_by_day on gathering (date_on)`,
		`create index gathering_of_circle on gathering (circle_id)`,
		`create table gathering_cancellation (
			gathering_id text primary key not null references gathering (id) on delete cascade,
			at text not null,
			by_name text not null,
			reason text not null
		) strict`,
		`create table host (
			gathering_id text not null references gathering (id) on delete cascade,
			organisation_id text not null references organisation (id),
			primary key (gathering_id, organisation_id)
		) strict`,
		`create index host_of_organisation on host (organisation_id)`,
		`create table team_member (
			gathering_id text not null references gathering (id) on delete cascade,
			person_id text not null references person (id),
			task text not null check (task in ('organizer', 'desk')),
			primary key (gathering_id, person_id)
		) strict`,
		`create index team_member_of_person on team_member (person_id)`,
		`create table room (
			id text primary key not null,
			gathering_id text not null references gathering (id) on delete cascade,
			position integer not null,
			name text not null,
			capacity integer check (capacity > 0),
			is_step_free integer not null check (is_step_free in (0, 1)),
			note text not null
		) strict`,
		`create index room_of_gathering on room (gathering_id, position)`,

		`create table agenda_item (
			id text primary key not null,
			gathering_id text not null references gathering (id) on delete cascade,
			kind text not null,
			title text not null,
			note text not null,
			start_time text not null,
			length_min integer not null check (length_min > 0),
			room_id text references room (id) on delete set null,
			place text not null,
			speakers text not null
		) strict`,
		`create index agenda_item_of_gathering on agenda_item (gathering_id, start_time)`,
		`create index agenda_item_in_room on agenda_item (room_id)`,
		`create table agenda_item_person (
			agenda_item_id text not null references agenda_item (id) on delete cascade,
			person_id text not null references person (id),
			position integer not null,
			primary key (agenda_item_id, person_id)
		) strict`,
		`create index agenda_item_of_person on agenda_item_person (person_id)`,
		`create table workshop (
			id text primary key not null,
			gathering_id text not null references gathering (id) on delete cascade,
			agenda_item_id text references agenda_item (id) on delete set null,
			number integer not null,
			title text not null,
			theme text not null,
			aim text not null,
			method text not null,
			room_id text references room (id) on delete set null,
			min_size integer not null check (min_size >= 0),
			max_size integer not null check (max_size >= min_size),
			minute_taker_id text references person (id),
			unique (gathering_id, number)
		) strict`,
		`create index workshop_in_item on workshop (agenda_item_id)`,
		`create index workshop_in_room on workshop (room_id)`,
		`create index workshop_minuted_by on workshop (minute_taker_id)`,
		`create table workshop_moderator (
			workshop_id text not null references workshop (id) on delete cascade,
			person_id text not null references person (id),
			position integer not null,
			primary key (workshop_id, person_id)
		) strict`,
		`create index workshop_moderated_by on workshop_moderator (person_id)`,
		`create table guiding_question (
			workshop_id text not null references workshop (id) on delete cascade,
			position integer not null,
			text text not null,
			primary key (workshop_id, position)
		) strict`,
		`create table fictional_case (
			workshop_id text primary key not null references workshop (id) on delete cascade,
			title text not null,
			setting text not null,
			facts text not null,
			stage_two text not null,
			notice text not null
		) strict`,
		`create table agenda_release (
			id text primary key not null,
			gathering_id text not null references gathering (id),
			number integer not null,
			released_at text not null,
			released_by text not null,
			content text not null,
			unique (gathering_id, number)
		) strict`,
		...keepForEver('agenda_release', 'a released programme is final')
	]);
}
