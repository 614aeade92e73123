import SQLite from 'better-sqlite3';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';

export interface OutboxRow {
	id: number;
	kind: string;
	registrationId: string;
	toAddress: string;
}

/** Messages of a gathering as they lie in the outbox, oldest first. */
export function outboxOf(databaseFile: string, gatheringId: string): OutboxRow[] {
	const db = new SQLite(databaseFile, { readonly: true });
	const rows = db
		.prepare(
			`select id, kind, registration_id as registrationId, to_address as toAddress
			from message where gathering_id = ? order by id`
		)
		.all(gatheringId) as OutboxRow[];
	db.close();
	return rows;
}

/** How many have a place. */
export function admittedOf(databaseFile: string, gatheringId: string): number {
	const db = new SQLite(databaseFile, { readonly: true });
	const row = db
		.prepare(
			`select count(*) as n from registration r join admission a on a.registration_id = r.id
			where r.gathering_id = ? and r.id not in (select registration_id from registration_withdrawal)`
		)
		.get(gatheringId) as { n: number };
	db.close();
	return row.n;
}

/** Downloads a message as its organizer would and takes it apart: text and calendar entry. */
export async function openMessage(page: Page, gatheringId: string, id: number) {
	const answer = await page.request.post(`/gatherings/${gatheringId}/invitations/${id}/message.eml`, {
		headers: { origin: new URL(page.url()).origin }
	});
	if (!answer.ok()) throw new Error(`message ${id}: ${answer.status()}`);
	const mail = await PostalMime.parse(await answer.body());
	const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
	const content = typeof part?.content === 'string' ? part.content : new TextDecoder().decode(part?.content);
	return { mail, text: mail.text ?? '', entry: readEntry(content) };
}

/** The one entry of a calendar file, its zone read from the file itself. */
export function readEntry(file: string) {
	const calendar = new ICAL.Component(ICAL.parse(file) as [string, never[], never[]]);
	for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
	const component = calendar.getFirstSubcomponent('vevent');
	if (!component) throw new Error('no entry in the calendar file');
	const entry = new ICAL.Event(component);
	return {
		method: String(calendar.getFirstPropertyValue('method')),
		uid: entry.uid,
		sequence: entry.sequence,
		start: entry.startDate.toString(),
		zone: component.getFirstProperty('dtstart')?.getParameter('tzid'),
		startAt: entry.startDate.toJSDate().toISOString(),
		location: entry.location ?? '',
		description: entry.description ?? '',
		attendees: entry.attendees.length
	};
}
