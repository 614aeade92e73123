import { stringify } from 'csv-stringify/sync';
import { m } from '#lib/paraglide/messages.js';
import { sideName } from '#lib/people/side.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import type { ListedRegistration } from './list.ts';
import { channelName, standingName } from './naming.ts';

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front, also after blanks. */
export function harmless(text: string): string {
	return /^\s*[=+\-@\u0000]|^[\t\r\n]/.test(text) ? `'${text}` : text; // eslint-disable-line no-control-regex -- a leading NUL hides a formula
}

/** The list as a spreadsheet reads it: UTF-8 with a mark, semicolons, every cell quoted. Needs and food are not in it. */
export function listFile(rows: readonly ListedRegistration[]): string {
	const heading = [
		m.registration_standing(),
		m.registration_title(),
		m.registration_first_name(),
		m.registration_last_name(),
		m.registration_organisation(),
		m.registration_side(),
		m.registration_job_function(),
		m.registration_email(),
		m.registration_newcomer_short(),
		m.registration_registered_on(),
		m.registration_channel()
	];
	const lines = rows.map((row) => [
		standingName(row.standing),
		row.title,
		row.firstName,
		row.lastName,
		row.organisationName,
		sideName(row.side),
		row.jobFunction,
		row.email,
		row.isNewcomer ? m.registration_yes() : '',
		berlinDay(row.registeredAt),
		channelName(row.channel)
	]);
	const cells = [heading, ...lines].map((line) => line.map(harmless));
	return stringify(cells, { bom: true, delimiter: ';', quoted: true, quoted_empty: true, record_delimiter: 'windows' });
}
