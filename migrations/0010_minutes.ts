import type { Kysely } from 'kysely';
import { keepForEver, runAll } from './statements.ts';

const isFinal = (minutesId: string) =>
	`exists (select 1 from minutes_final where minutes_final.minutes_id = ${minutesId})`;

/** Rows of a table cannot be added, moved in, changed or taken away once the minutes they belong to are final. */
function lockWithMinutes(table: string, column: string): string[] {
	const when = { insert: ['new'], update: ['old', 'new'], delete: ['old'] };
	return Object.entries(when).map(
		([verb, rows]) => `create trigger ${table}_locked_${verb} before ${verb} on ${table}
			when ${rows.map((row) => isFinal(`${row}.${column}`)).join(' or ')}
			begin select raise(abort, 'final minutes cannot be changed'); end`
	);
}

/** Minutes of meetings, decisions with votes, tasks. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await runAll(db, [
		`create table minutes (
			id text primary key not null,
			gathering_id text not null unique references gathering (id),
			chair text not null,
			minute_taker text not null,
			started_time text not null,
			ended_time text not null,
			next_date text not null,
			annexes text not null,
			distribution text not null,
			created_at text not null
		) strict`,
		`create table minutes_presence (
			minutes_id text not null references minutes (id) on delete cascade,
			organisation_id text not null references organisation (id),
			name text not null,
			kind text not null check (kind in ('present', 'deputy', 'advisory', 'guest', 'excused', 'absent')),
			/* "ab TOP 4": partly present, in words. */
			partly text not null,
			primary key (minutes_id, organisation_id, name)
		) strict`,
		`create index minutes_presence_of_organisation on minutes_presence (organisation_id)`,
		`create table minutes_item (
			id text primary key not null,
			minutes_id text not null references minutes (id) on delete cascade,
			position integer not null,
			agenda_item_id text references agenda_item (id) on delete set null,
			kind text not null check (kind in ('information', 'discussion', 'decision', 'review')),
			title text not null,
			facts text not null,
			discussion text not null,
			/* Rises with every change, so that nobody types over a colleague unawares. */
			revision integer not null
		) strict`,
		`create index minutes_item_of_minutes on minutes_item (minutes_id, position)`,
		`create index minutes_item_of_agenda on minutes_item (agenda_item_id)`,
		`create table minutes_circulation (
			id text primary key not null,
			minutes_id text not null references minutes (id) on delete cascade,
			at text not null,
			by_name text not null,
			comments_until_on text not null
		) strict`,
		`create index minutes_circulation_of_minutes on minutes_circulation (minutes_id, at)`,
		`create table minutes_amendment (
			id text primary key not null,
			minutes_id text not null references minutes (id) on delete cascade,
			minutes_item_id text references minutes_item (id) on delete set null,
			organisation_id text references organisation (id),
			by_name text not null,
			at text not null,
			text text not null,
			answer text not null,
			is_accepted integer check (is_accepted in (0, 1)),
			answered_at text
		) strict`,
		`create index minutes_amendment_of_minutes on minutes_amendment (minutes_id)`,
		`create index minutes_amendment_of_item on minutes_amendment (minutes_item_id)`,
		`create index minutes_amendment_of_organisation on minutes_amendment (organisation_id)`,
		/* Changes after the draft has gone round: both wordings stay. */
		`create table minutes_correction (
			id text primary key not null,
			minutes_id text not null references minutes (id) on delete cascade,
			minutes_item_id text references minutes_item (id),
			amendment_id text references minutes_amendment (id),
			part text not null check (part in ('head', 'presence', 'facts', 'discussion')),
			before text not null,
			after text not null,
			at text not null,
			by_name text not null
		) strict`,
		`create index minutes_correction_of_minutes on minutes_correction (minutes_id, at)`,
		`create index minutes_correction_of_item on minutes_correction (minutes_item_id)`,
		`create index minutes_correction_by_amendment on minutes_correction (amendment_id)`,
		`create table minutes_final (
			minutes_id text primary key not null references minutes (id),
			at text not null,
			by_name text not null,
			approved_on text not null,
			content text not null,
			hash text not null
		) strict`,
		...keepForEver('minutes_final', 'final minutes cannot be changed'),
		/* A replacing insert fires no delete trigger. */
		`create trigger minutes_final_once before insert on minutes_final when ${isFinal('new.minutes_id')}
			begin select raise(abort, 'final minutes cannot be changed'); end`,
		...lockWithMinutes('minutes', 'id'),
		...['minutes_presence', 'minutes_item', 'minutes_circulation', 'minutes_amendment', 'minutes_correction'].flatMap(
			(table) => lockWithMinutes(table, 'minutes_id')
		),

		`create table decision (
			id text primary key not null,
			circle_id text not null references circle (id),
			number integer not null,
			gathering_id text references gathering (id),
			minutes_item_id text references minutes_item (id),
			finding_id text references finding (id),
			standard_id text,
			version_id text,
			title text not null,
			wording text not null,
			reasons text not null,
			method text not null
				check (method in ('consensus', 'consent', 'simple_majority', 'qualified_majority', 'acknowledged')),
			/* Written procedure: votes come in until this day; null means in the meeting. */
			votes_until_on text,
			/* The circle's rule at the moment of the question, as JSON; later changes of the rule leave it alone. */
			rule text not null,
			round integer not null check (round > 0),
			created_at text not null,
			by_name text not null,
			unique (circle_id, number)
		) strict`,
		`create index decision_in_gathering on decision (gathering_id)`,
		`create index decision_in_item on decision (minutes_item_id)`,
		`create index decision_on_finding on decision (finding_id)`,
		`create index decision_on_standard on decision (standard_id)`,
		`create table decision_round (
			decision_id text not null references decision (id) on delete cascade,
			round integer not null,
			wording text not null,
			at text not null,
			primary key (decision_id, round)
		) strict`,
		`create table vote (
			decision_id text not null references decision (id) on delete cascade,
			round integer not null,
			organisation_id text not null references organisation (id),
			choice text not null check (choice in ('yes', 'no', 'abstain', 'concern', 'objection')),
			cast_by text not null check (cast_by in ('seat', 'deputy')),
			reason text not null,
			at text not null,
			by_name text not null,
			primary key (decision_id, round, organisation_id)
		) strict`,
		`create index vote_of_organisation on vote (organisation_id)`,
		`create table dissenting_opinion (
			decision_id text not null references decision (id) on delete cascade,
			organisation_id text not null references organisation (id),
			text text not null,
			at text not null,
			primary key (decision_id, organisation_id)
		) strict`,
		`create index dissenting_opinion_of_organisation on dissenting_opinion (organisation_id)`,
		`create table decision_outcome (
			decision_id text primary key not null references decision (id),
			result text not null check (result in ('adopted', 'rejected', 'no_quorum', 'withdrawn')),
			decided_on text not null,
			yes integer not null,
			no integer not null,
			abstained integer not null,
			sentence text not null,
			at text not null,
			by_name text not null
		) strict`,
		`create index decision_outcome_by_day on decision_outcome (decided_on)`,
		...keepForEver('decision_outcome', 'a decision once taken cannot be changed'),
		...['decision', 'decision_round', 'vote', 'dissenting_opinion'].flatMap((table) =>
			(['update', 'delete'] as const).map(
				(verb) => `create trigger ${table}_decided_${verb} before ${verb} on ${table}
					when exists (select 1 from decision_outcome o where o.decision_id = old.${table === 'decision' ? 'id' : 'decision_id'})
					begin select raise(abort, 'a decision once taken cannot be changed'); end`
			)
		),
		...['decision_round', 'vote'].map(
			(table) => `create trigger ${table}_decided_insert before insert on ${table}
				when exists (select 1 from decision_outcome o where o.decision_id = new.decision_id)
				begin select raise(abort, 'a decision once taken cannot be changed'); end`
		),

		`create table task (
			id text primary key not null,
			circle_id text references circle (id),
			gathering_id text references gathering (id),
			decision_id text references decision (id),
			minutes_item_id text references minutes_item (id),
			text text not null,
			organisation_id text not null references organisation (id),
			person_id text references person (id),
			due_on text,
			created_at text not null,
			by_name text not null
		) strict`,
		`create index task_of_organisation on task (organisation_id, due_on)`,
		`create index task_of_person on task (person_id)`,
		`create index task_of_circle on task (circle_id)`,
		`create index task_of_gathering on task (gathering_id)`,
		`create index task_of_decision on task (decision_id)`,
		`create index task_of_item on task (minutes_item_id)`,
		`create table task_state (
			id text primary key not null,
			task_id text not null references task (id) on delete cascade,
			state text not null check (state in ('open', 'begun', 'done', 'dropped')),
			note text not null,
			at text not null,
			by_name text not null
		) strict`,
		`create index task_state_of_task on task_state (task_id, at)`,
		`create index task_due on task (due_on)`,
		/* Each reminder goes once: before the day, and when it has passed. */
		`create table task_reminder (
			task_id text not null references task (id) on delete cascade,
			kind text not null check (kind in ('ahead', 'late')),
			at text not null,
			primary key (task_id, kind)
		) strict`
	]);
}
