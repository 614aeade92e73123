import ICAL from 'ical.js';
import { afterEach, describe, expect, test } from 'vitest';
import { AT, CONTENT, cycle, ENTRY, feed, invitation, KIM } from '../../../tests/calendar/files.ts';
import { calendarFile } from './calendarFile.ts';

function read(text: string) {
	const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
	const zone = calendar.getFirstSubcomponent('vtimezone');
	if (zone) ICAL.TimezoneService.register(zone);
	const event = calendar.getFirstSubcomponent('vevent');
	if (!event) throw new Error('no event');
	const value = (name: string) => String(event.getFirstPropertyValue(name) ?? '');
	return { calendar, event, value, start: new ICAL.Event(event).startDate };
}

/** Content lines with folding undone. */
function linesOf(text: string): string[] {
	return text.replace(/\r\n /g, '').split('\r\n');
}

const zoneBefore = process.env.TZ;
afterEach(() => {
	if (zoneBefore === undefined) delete process.env.TZ;
	else process.env.TZ = zoneBefore;
});

describe.each(['UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Tokyo'])('on a machine in %s', (zone) => {
	test('the day stands in Berlin time, the stamp in UTC', () => {
		process.env.TZ = zone;
		for (const text of [invitation(), feed(), calendarFile([ENTRY], 'de', false)]) {
			const lines = linesOf(text);
			expect(lines).toContain('DTSTART;TZID=Europe/Berlin:20261112T083000');
			expect(lines).toContain('DTEND;TZID=Europe/Berlin:20261112T160000');
			expect(lines).toContain('DTSTAMP:20261005T080000Z');
			expect(read(text).start.toJSDate().toISOString()).toBe('2026-11-12T07:30:00.000Z');
		}
	});

	test('in summer too, and past midnight the end is on the next day', () => {
		process.env.TZ = zone;
		const lines = linesOf(
			invitation({ content: { ...CONTENT, dateOn: '2027-07-01', startTime: '20:00', endTime: '01:00' } })
		);
		expect(lines).toContain('DTSTART;TZID=Europe/Berlin:20270701T200000');
		expect(lines).toContain('DTEND;TZID=Europe/Berlin:20270702T010000');
	});
});

describe('an invitation', () => {
	test('has what a mail needs to be one', () => {
		const { calendar, event, value } = read(invitation({ sequence: 4 }));
		expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
		expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
		expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1);
		expect(value('uid')).toBe('u1@kreis.example.org');
		expect(value('sequence')).toBe('4');
		expect(value('status')).toBe('CONFIRMED');
		expect(event.getAllProperties('organizer')).toHaveLength(1);
		const attendees = event.getAllProperties('attendee');
		expect(attendees).toHaveLength(1);
		expect(String(attendees[0]?.getFirstValue()).toLowerCase()).toBe('mailto:kim@example.org');
		expect(attendees[0]?.getParameter('partstat')).toBe('NEEDS-ACTION');
	});

	test('keeps to the form: CRLF to the end, lines of at most 75 octets, a zone by rule', () => {
		const text = invitation();
		expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
		expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		expect(text).toContain('RRULE:FREQ=YEARLY');
		expect(text).not.toContain('TIMEZONE-ID');
	});

	test('says group, room and time, and the link on a line of its own', () => {
		const { value } = read(invitation());
		expect(value('description').split('\n')).toEqual([
			'Gruppe\u00a02: Kindeswohlgefährdung, Sitzungssaal Seetal, 10.45\u202f–\u202f12.45\u00a0Uhr',
			'https://meet.example.org/a,b;c?x=1',
			'Kontakt: Nadja Wojciechowski'
		]);
		expect(value('location')).toBe('Kulturhalle Grünlohe, Am Weiher 1');
		expect(value('url')).toBe('https://meet.example.org/a%2Cb%3Bc?x=1');
	});

	test('online only has the link as its place', () => {
		expect(read(invitation({ content: { ...CONTENT, place: '' } })).value('location')).toContain('https://meet');
	});

	test('is updated and cancelled under one UID with a rising SEQUENCE', () => {
		const steps = Object.entries(cycle())
			.filter(([name]) => !name.includes('feed'))
			.map(([, text]) => read(text));
		const outline = steps.map(({ calendar, value }) => [
			calendar.getFirstPropertyValue('method'),
			value('uid'),
			value('sequence'),
			value('status')
		]);
		expect(outline).toEqual([
			['REQUEST', 'u1@kreis.example.org', '0', 'CONFIRMED'],
			['REQUEST', 'u1@kreis.example.org', '1', 'CONFIRMED'],
			['CANCEL', 'u1@kreis.example.org', '2', 'CANCELLED'],
			['REQUEST', 'u1@kreis.example.org', '3', 'CONFIRMED']
		]);
		expect(steps.every(({ event }) => event.getAllProperties('attendee').length === 1)).toBe(true);
	});
});

describe('texts of others', () => {
	const NASTY = [
		'Zeile\r\nATTENDEE:mailto:eve@evil.example',
		'Zeile\nX-EVIL:1',
		'mit ; und , und : und \\ darin',
		'mit "Anführung" und ^n Dach',
		'\u2028BEGIN:VEVENT',
		'END:VEVENT\r\nEND:VCALENDAR'
	];
	const names = (text: string) => [...new Set(linesOf(text).map((line) => line.split(/[:;]/)[0]))].sort();

	test.each(NASTY)('%j adds no property', (nasty) => {
		const content = {
			...CONTENT,
			title: nasty,
			place: nasty,
			organizer: nasty,
			groups: [{ number: 1, title: nasty, room: nasty, startTime: null, endTime: null }]
		};
		const attendee = { name: nasty, address: 'kim@example.org' };
		const text = invitation({ content, uid: `u1${nasty}` }, attendee);
		expect(names(text)).toEqual(names(invitation()));
		const { event, value } = read(text);
		expect(event.getAllProperties('attendee')).toHaveLength(1);
		expect(value('summary')).toBe(nasty.replace(/[\r\n\u2028]+/g, ' ').trim());
		const shown = String(event.getFirstProperty('attendee')?.getParameter('cn'));
		expect(shown).toBe(
			nasty
				.replace(/[\r\n\u2028]+/g, ' ')
				.trim()
				.replace(/["^]/g, "'")
		);
		expect(names(feed([{ ...ENTRY, content }]))).toEqual(names(feed()));
	});

	test('an address cannot bring a second one along', () => {
		const { event } = read(
			invitation({}, { name: 'Kim', address: 'kim@example.org\r\nATTENDEE:mailto:eve@evil.example' })
		);
		expect(event.getAllProperties('attendee')).toHaveLength(1);
		expect(read(invitation({}, KIM)).event.getAllProperties('attendee')).toHaveLength(1);
	});
});

describe('a feed', () => {
	test('asks nobody for an answer and shows no other person', () => {
		const text = feed();
		expect(text).not.toMatch(/^(METHOD|ATTENDEE|ORGANIZER)/m);
		expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H');
		expect(linesOf(text)).toContain('LAST-MODIFIED:20261005T080000Z');
		expect(text).toContain('X-WR-CALNAME:Tafelrunde: meine Termine');
	});

	test('keeps cancelled dates as cancelled', () => {
		const text = feed([ENTRY, { ...ENTRY, uid: 'u2@x', isCancelled: true }]);
		expect(linesOf(text).filter((line) => line.startsWith('STATUS'))).toEqual(['STATUS:CONFIRMED', 'STATUS:CANCELLED']);
	});

	test('is the same text for the same state', () => {
		expect(feed()).toBe(feed());
		expect(AT).toBe(ENTRY.changedAt);
	});
});
