import type { Kysely } from 'kysely';
import { keepForEver, runAll } from './statements.ts';

/** Standards and agreements: versions, states, consultation, agreement, signatures, entry into force, review, publication. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await runAll(db, [
		`create table standard (
			id text primary key not null,
			number integer not null,
			circle_id text not null references circle (id),
			kind text not null check (kind in ('recommendation', 'agreed_standard', 'cooperation_agreement')),
			title text not null,
			finding_id text references finding (id) on delete set null,
			workshop_id text references workshop (id) on delete set null,
			supersedes_id text references standard (id),
			review_due_on text,
			created_at text not null,
			unique (circle_id, number)
		) strict`,
		`create index standard_of_finding on standard (finding_id)`,
		`create index standard_of_workshop on standard (workshop_id)`,
		`create index standard_superseding on standard (supersedes_id)`,
		`create index standard_due on standard (circle_id, review_due_on)`,
		`create table standard_drafter (
			standard_id text not null references standard (id) on delete cascade,
			circle_id text not null references circle (id),
			primary key (standard_id, circle_id)
		) strict`,
		`create index standard_drafter_circle on standard_drafter (circle_id)`,
		`create table standard_state (
			id text primary key not null,
			standard_id text not null references standard (id) on delete cascade,
			state text not null check (state in ('idea', 'drafting', 'consultation', 'ready_for_decision', 'agreed', 'signing',
				'in_force', 'under_review', 'superseded', 'repealed', 'rejected', 'parked')),
			version_id text,
			decision_id text,
			reason text not null,
			at text not null,
			by_name text not null
		) strict`,
		`create index standard_state_of_standard on standard_state (standard_id, at)`,
		...keepForEver('standard_state', 'the way of a standard stays on record').slice(0, 1),
		`create table version (
			id text primary key not null,
			standard_id text not null references standard (id) on delete cascade,
			number integer not null,
			label text not null,
			/* The whole text as JSON, shape StandardText of src/lib/standards. */
			content text not null,
			change_note text not null,
			revision integer not null,
			created_at text not null,
			changed_at text not null,
			by_name text not null,
			unique (standard_id, number)
		) strict`,
		`create table version_freeze (
			version_id text primary key not null references version (id),
			at text not null,
			by_name text not null,
			hash text not null
		) strict`,
		...keepForEver('version_freeze', 'an agreed version cannot be changed'),
		...(['update', 'delete'] as const).map(
			(verb) => `create trigger version_frozen_${verb} before ${verb} on version
				when exists (select 1 from version_freeze f where f.version_id = old.id)
				begin select raise(abort, 'an agreed version cannot be changed'); end`
		),
		`create table version_party (
			version_id text not null references version (id) on delete cascade,
			organisation_id text not null references organisation (id),
			represented_by text not null,
			signs integer not null check (signs in (0, 1)),
			primary key (version_id, organisation_id)
		) strict`,
		`create index version_party_organisation on version_party (organisation_id)`,
		...(['insert', 'update', 'delete'] as const).map(
			(verb) => `create trigger version_party_frozen_${verb} before ${verb} on version_party
				when exists (select 1 from version_freeze f where f.version_id = ${verb === 'insert' ? 'new' : 'old'}.version_id)
				begin select raise(abort, 'an agreed version cannot be changed'); end`
		),
		`create table standard_contact (
			id text primary key not null,
			standard_id text not null references standard (id) on delete cascade,
			step_id text,
			organisation_id text not null references organisation (id),
			job_function text not null,
			name text not null,
			deputy text not null,
			phone text not null,
			reachability text not null,
			position integer not null
		) strict`,
		`create index standard_contact_of_standard on standard_contact (standard_id, position)`,
		`create index standard_contact_of_organisation on standard_contact (organisation_id)`,
		`create table contact_confirmation (
			contact_id text not null references standard_contact (id) on delete cascade,
			on_day text not null,
			by_name text not null,
			primary key (contact_id, on_day)
		) strict`,
		`create table consultation (
			id text primary key not null,
			version_id text not null references version (id) on delete cascade,
			opens_on text not null,
			closes_on text not null,
			by_name text not null
		) strict`,
		`create index consultation_of_version on consultation (version_id)`,
		`create table consultation_comment (
			id text primary key not null,
			consultation_id text not null references consultation (id) on delete cascade,
			section text not null,
			organisation_id text references organisation (id),
			by_name text not null,
			text text not null,
			at text not null
		) strict`,
		`create index consultation_comment_of_consultation on consultation_comment (consultation_id, at)`,
		`create index consultation_comment_of_organisation on consultation_comment (organisation_id)`,
		`create table comment_answer (
			comment_id text primary key not null references consultation_comment (id) on delete cascade,
			outcome text not null check (outcome in ('taken_up', 'partly', 'not_taken_up')),
			text text not null,
			at text not null,
			by_name text not null
		) strict`,
		`create table standard_agreement (
			version_id text primary key not null references version (id),
			agreed_on text not null,
			decision_id text not null,
			at text not null,
			by_name text not null
		) strict`,
		...keepForEver('standard_agreement', 'an agreement once reached stays on record'),
		`create table standard_signature (
			version_id text not null references version (id),
			organisation_id text not null references organisation (id),
			signed_on text not null,
			signatory text not null,
			form text not null check (form in ('paper', 'qualified_electronic')),
			is_accession integer not null check (is_accession in (0, 1)),
			at text not null,
			by_name text not null,
			primary key (version_id, organisation_id)
		) strict`,
		`create index standard_signature_of_organisation on standard_signature (organisation_id)`,
		`create table signature_correction (
			id text primary key not null,
			version_id text not null references version (id),
			organisation_id text not null references organisation (id),
			/* What stood there before it was taken back. */
			signed_on text not null,
			signatory text not null,
			form text not null check (form in ('paper', 'qualified_electronic')),
			reason text not null,
			at text not null,
			by_name text not null
		) strict`,
		...keepForEver('signature_correction', 'a correction stays on record'),
		`create index signature_correction_of_version on signature_correction (version_id)`,
		`create index signature_correction_of_organisation on signature_correction (organisation_id)`,
		`create table standard_entry (
			version_id text not null references version (id),
			/* A youth office with a day of its own; empty for all others. */
			organisation_id text not null,
			in_force_on text not null,
			ends_on text,
			at text not null,
			by_name text not null,
			primary key (version_id, organisation_id)
		) strict`,
		`create table standard_review (
			id text primary key not null,
			standard_id text not null references standard (id) on delete cascade,
			version_id text not null references version (id),
			gathering_id text references gathering (id) on delete set null,
			reviewed_on text not null,
			developments text not null,
			challenges text not null,
			quality text not null,
			outcome text not null check (outcome in ('renew', 'revise', 'retire')),
			decision_id text not null,
			at text not null,
			by_name text not null
		) strict`,
		`create index standard_review_of_standard on standard_review (standard_id, reviewed_on)`,
		`create index standard_review_of_version on standard_review (version_id)`,
		`create index standard_review_in_gathering on standard_review (gathering_id)`,
		`create table review_answer (
			review_id text not null references standard_review (id) on delete cascade,
			organisation_id text not null references organisation (id),
			works text not null check (works in ('yes', 'partly', 'no', 'not_used')),
			text text not null,
			primary key (review_id, organisation_id)
		) strict`,
		`create index review_answer_of_organisation on review_answer (organisation_id)`,
		`create table standard_publication (
			standard_id text primary key not null references standard (id) on delete cascade,
			slug text not null unique,
			at text not null,
			by_name text not null
		) strict`,
		/* The address stays kept for the standard: printed codes lead to it again once it is released anew. */
		`create table standard_withdrawal (
			standard_id text primary key not null references standard_publication (standard_id) on delete cascade,
			at text not null,
			by_name text not null
		) strict`,
		`create table service_profile (
			organisation_id text primary key not null references organisation (id),
			mandate text not null,
			aim text not null,
			services text not null,
			limits text not null,
			legal_basis text not null,
			changed_at text not null,
			by_name text not null
		) strict`,
		`create table public_report (
			id text primary key not null,
			gathering_id text references gathering (id) on delete cascade,
			circle_id text references circle (id) on delete cascade,
			headline text not null,
			lead text not null,
			body text not null,
			caption text not null,
			contact text not null,
			slug text not null unique,
			created_at text not null,
			changed_at text not null,
			by_name text not null
		) strict`,
		`create index public_report_of_gathering on public_report (gathering_id)`,
		`create index public_report_of_circle on public_report (circle_id)`,
		`create table quote (
			id text primary key not null,
			report_id text not null references public_report (id) on delete cascade,
			position integer not null,
			name text not null,
			job_function text not null,
			email text not null,
			text text not null
		) strict`,
		`create index quote_of_report on quote (report_id, position)`,
		`create table quote_link (
			hash text primary key not null,
			quote_id text not null references quote (id) on delete cascade,
			created_at text not null
		) strict`,
		`create index quote_link_of_quote on quote_link (quote_id)`,
		`create table quote_release (
			quote_id text primary key not null references quote (id) on delete cascade,
			text text not null,
			at text not null,
			by_name text not null
		) strict`,
		`create table report_release (
			report_id text primary key not null references public_report (id),
			at text not null,
			by_name text not null,
			content text not null
		) strict`,
		...keepForEver('report_release', 'a released report is final').slice(0, 1)
	]);
}
