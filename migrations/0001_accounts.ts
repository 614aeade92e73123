import type { Kysely } from 'kysely';
import { runAll } from './statements.ts';

/** Journal, accounts, sessions, sign-in links, throttling. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await runAll(db, [
		`create table journal_entry (
			id integer primary key autoincrement,
			at text not null,
			by_account_id text,
			by_name text not null,
			verb text not null,
			thing text not null,
			gathering_id text,
			particulars text not null
		) strict`,
		`create index journal_entry_of_gathering on journal_entry (gathering_id, id)`,
		`create trigger journal_entry_stays before update on journal_entry
			begin select raise(abort, 'the journal is only ever added to'); end`,

		`create table organisation (
			id text primary key not null,
			name text not null,
			short_name text not null,
			kind text not null,
			side text not null check (side in ('youth_office', 'outpatient', 'residential_daycare', 'partner')),
			town text not null,
			mail_domain text not null,
			data_protection_law text not null,
			created_at text not null
		) strict`,
		`create table organisation_sector (
			organisation_id text not null references organisation (id) on delete cascade,
			sector text not null,
			primary key (organisation_id, sector)
		) strict`,
		`create table organisation_alias (
			key text primary key not null,
			organisation_id text not null references organisation (id) on delete cascade,
			name text not null
		) strict`,
		`create index organisation_alias_of_organisation on organisation_alias (organisation_id)`,

		`create table account (
			id text primary key not null,
			email text not null collate nocase unique,
			name text not null,
			organisation_id text references organisation (id),
			password_hash text,
			is_administrator integer not null check (is_administrator in (0, 1)),
			language text not null check (language in ('de', 'en')),
			created_at text not null
		) strict`,
		`create index account_of_organisation on account (organisation_id)`,
		`create table account_closure (
			account_id text primary key not null references account (id) on delete cascade,
			at text not null,
			by_account_id text
		) strict`,
		`create table session (
			id text primary key not null,
			account_id text not null references account (id) on delete cascade,
			method text not null check (method in ('password', 'link')),
			created_at text not null,
			expires_at text not null
		) strict`,
		`create index session_of_account on session (account_id)`,
		`create index session_expiry on session (expires_at)`,
		`create table sign_in_link (
			hash text primary key not null,
			account_id text references account (id) on delete cascade,
			purpose text not null check (purpose in ('sign_in', 'invitation', 'set_up')),
			created_at text not null,
			expires_at text not null,
			used_at text
		) strict`,
		`create index sign_in_link_of_account on sign_in_link (account_id)`,
		`create table throttle (
			key text primary key not null,
			window_at text not null,
			attempts integer not null
		) strict`
	]);
}
