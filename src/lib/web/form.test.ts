import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
	day,
	email,
	ids,
	line,
	paragraphs,
	readForm,
	requiredLine,
	tick,
	timeOfDay,
	webAddress,
	whole
} from './form.ts';

const fits = (shape: z.ZodType, text: string) => shape.safeParse(text).success;

describe('what a field takes', () => {
	test.each([
		['kim@traeger.de', true],
		['kim.lorenzen+fachtag@haus-sandbruck.example.org', true],
		['Ünal@trägerverbund.de', true],
		['kim', false],
		['kim@traeger', false],
		['kim@@traeger.de', false],
		['a@x.de, b@x.de', false],
		['Kim <kim@traeger.de>', false],
		['kim@traeger.de\r\nBcc: all@traeger.de', false],
		['', false]
	])('mail address %j: %s', (text, expected) => expect(fits(email(), text)).toBe(expected));

	test.each([
		['https://meet.example.org/raum?x=1', true],
		['http://intranet.local/raum', true],
		['', true],
		['javascript:alert(1)', false],
		['data:text/html,x', false],
		[' javascript:alert(1)', false],
		['//evil.example', false],
		['meet.example.org', false]
	])('web address %j: %s', (text, expected) => expect(fits(webAddress(), text)).toBe(expected));

	test.each([
		['2026-11-12', true],
		['2026-02-30', false],
		['12.11.2026', false]
	])('day %j: %s', (text, expected) => expect(fits(day(), text)).toBe(expected));

	test.each([
		['08:30', true],
		['24:00', false],
		['8:30', false]
	])('time %j: %s', (text, expected) => expect(fits(timeOfDay(), text)).toBe(expected));

	test.each([
		['3', true],
		['0', false],
		['-1', false],
		['1.5', false],
		['1e3', false],
		['11', false],
		['', false]
	])('whole number from 1 to 10 %j: %s', (text, expected) => expect(fits(whole(1, 10), text)).toBe(expected));
});

test('a line loses control characters and blanks at its ends, paragraphs keep their breaks', () => {
	expect(line().parse('  Kim\u0000\u200b  Lorenzen \n')).toBe('Kim Lorenzen');
	expect(paragraphs().parse(' eins\r\nzwei\u0007 ')).toBe('eins\nzwei');
	expect(line(3).safeParse('viel').success).toBe(false);
});

test('a form gives data or one sentence per field, and always what was typed', () => {
	const shape = z.object({ name: requiredLine(), isNew: tick(), hosts: ids() });
	const form = new FormData();
	for (const [name, value] of [
		['name', ' '],
		['isNew', 'on'],
		['hosts[]', 'a'],
		['hosts[]', 'b'],
		['role', 'administrator']
	] as const)
		form.append(name, value);
	const refused = readForm(shape, form);
	expect(refused).toEqual({
		issues: { name: 'Bitte füllen Sie dieses Feld aus.' },
		values: { name: ' ', isNew: 'on', hosts: ['a', 'b'], role: 'administrator' }
	});
	form.set('name', 'Kim');
	expect(readForm(shape, form)).toMatchObject({ data: { name: 'Kim', isNew: 1, hosts: ['a', 'b'] } });
	expect(readForm(shape, form)).not.toHaveProperty('data.role');
});
