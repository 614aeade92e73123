import type { Kysely } from 'kysely';
import { runAll } from './statements.ts';

/** Rules of a circle, mandates of small groups, the topic store, aims with indicators, series of gatherings, departments. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await runAll(db, [
		`alter table organisation add column part_of_id text references organisation (id)`,
		`create index organisation_part_of on organisation (part_of_id)`,
		`alter table seat add column term_ends_on text`,
		`create table circle_rule (
			circle_id text primary key not null references circle (id) on delete cascade,
			method text not null check (method in ('consensus', 'consent', 'simple_majority', 'qualified_majority')),
			majority_percent integer not null check (majority_percent between 50 and 100),
			quorum_percent integer not null check (quorum_percent between 0 and 100),
			abstentions text not null check (abstentions in ('not_counted', 'count_as_no', 'not_allowed')),
			needs_each_bank integer not null check (needs_each_bank in (0, 1)),
			silence_is_yes integer not null check (silence_is_yes in (0, 1)),
			notice_days integer not null check (notice_days between 0 and 365),
			chair_id text references person (id),
			minute_taker_id text references person (id)
		) strict`,
		`create index circle_chaired_by on circle_rule (chair_id)`,
		`create index circle_minuted_by on circle_rule (minute_taker_id)`,
		`create table circle_member (
			circle_id text not null references circle (id) on delete cascade,
			person_id text not null references person (id),
			since_on text not null,
			primary key (circle_id, person_id)
		) strict`,
		`create index circle_member_person on circle_member (person_id)`,
		`create table mandate (
			id text primary key not null,
			circle_id text not null references circle (id) on delete cascade,
			reports_to_id text not null references circle (id),
			decision_id text,
			finding_id text,
			text text not null,
			given_on text not null,
			report_due_on text not null
		) strict`,
		`create index mandate_of_circle on mandate (circle_id)`,
		`create index mandate_reported_to on mandate (reports_to_id, report_due_on)`,
		`create index mandate_by_decision on mandate (decision_id)`,
		`create index mandate_for_finding on mandate (finding_id)`,
		`create table mandate_report (
			id text primary key not null,
			mandate_id text not null references mandate (id) on delete cascade,
			at text not null,
			by_name text not null,
			text text not null,
			is_final integer not null check (is_final in (0, 1))
		) strict`,
		`create index mandate_report_of_mandate on mandate_report (mandate_id, at)`,
		`create table topic (
			id text primary key not null,
			circle_id text not null references circle (id) on delete cascade,
			title text not null,
			note text not null,
			organisation_id text references organisation (id),
			finding_id text,
			added_at text not null,
			by_name text not null
		) strict`,
		`create index topic_of_circle on topic (circle_id, added_at)`,
		`create index topic_of_organisation on topic (organisation_id)`,
		`create index topic_of_finding on topic (finding_id)`,
		`create table topic_outcome (
			id text primary key not null,
			topic_id text not null references topic (id) on delete cascade,
			at text not null,
			by_name text not null,
			outcome text not null check (outcome in ('agenda', 'gathering', 'parked', 'settled', 'reopened')),
			gathering_id text references gathering (id) on delete set null,
			agenda_item_id text references agenda_item (id) on delete set null,
			reason text not null
		) strict`,
		`create index topic_outcome_of_topic on topic_outcome (topic_id, at)`,
		`create index topic_outcome_in_gathering on topic_outcome (gathering_id)`,
		`create index topic_outcome_as_item on topic_outcome (agenda_item_id)`,
		`create table aim (
			id text primary key not null,
			circle_id text not null references circle (id) on delete cascade,
			text text not null,
			indicator text not null,
			target text not null,
			due_on text,
			created_at text not null
		) strict`,
		`create index aim_of_circle on aim (circle_id)`,
		`create table aim_reading (
			id text primary key not null,
			aim_id text not null references aim (id) on delete cascade,
			read_on text not null,
			value text not null,
			note text not null,
			by_name text not null
		) strict`,
		`create index aim_reading_of_aim on aim_reading (aim_id, read_on)`,
		`create table series (
			id text primary key not null,
			title text not null,
			annual_theme text not null,
			principles text not null,
			circle_id text references circle (id),
			set_up_by_id text references organisation (id),
			token text not null unique,
			created_at text not null
		) strict`,
		`create index series_of_circle on series (circle_id)`,
		`create index series_set_up_by on series (set_up_by_id)`,
		`create table series_part (
			series_id text not null references series (id) on delete cascade,
			gathering_id text primary key not null references gathering (id) on delete cascade,
			number integer not null check (number > 0),
			unique (series_id, number)
		) strict`,
		// One mail may speak of several registrations of the same person; each has its own calendar entry.
		`create table message_part (
			message_id integer not null references message (id) on delete cascade,
			number integer not null check (number > 0),
			registration_id text not null references registration (id) on delete cascade,
			calendar text,
			primary key (message_id, number)
		) strict`,
		`create index message_part_of_registration on message_part (registration_id)`
	]);
}
