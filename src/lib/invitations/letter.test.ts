import { describe, expect, test } from 'vitest';
import { letterForm, messageForm } from './letter.form.ts';
import { defaultLetter, FACTS, type Facts, fillLetter, LETTER_KINDS, LINKS, unknownPlaceholders } from './letter.ts';
import { htmlOf } from './mailHtml.ts';

const facts = Object.fromEntries(FACTS.map((name) => [name, `<${name}>`])) as Facts;

describe.each(LETTER_KINDS)('the letter %s', (kind) => {
	test.each(['de', 'en'] as const)('in %s uses only what is known and names no secret', (language) => {
		const letter = defaultLetter(kind, language);
		expect(unknownPlaceholders(letter.subject + letter.body, [...FACTS, ...LINKS])).toEqual([]);
		const filled = fillLetter(letter, facts);
		expect(unknownPlaceholders(filled.subject + filled.body, LINKS)).toEqual([]);
		expect(filled.body).toContain('<contact>');
	});
});

test('a fact without content leaves no gap, and brackets in a name are no placeholder', () => {
	const letter = { subject: '[[title]]', body: 'Guten Tag [[name]],\n\n[[group]]\n\nEnde\n[[personal-link]]' };
	const filled = fillLetter(letter, { ...facts, title: 'a\nb', name: '[[personal-link]]', group: '' });
	expect(filled).toEqual({ subject: 'a b', body: 'Guten Tag (personal-link),\n\nEnde\n[[personal-link]]' });
});

test('a placeholder that does not exist is named before it is saved', () => {
	const refused = letterForm.safeParse({ subject: 'x', body: 'Guten Tag [[vorname]]' });
	expect(refused.error?.issues).toMatchObject([{ path: ['body'], message: expect.stringContaining('vorname') }]);
	expect(letterForm.safeParse({ subject: '[[title]]', body: '[[name]] [[personal-link]]' }).success).toBe(true);
	expect(messageForm.safeParse({ subject: 'x', body: '[[name]]' }).success).toBe(false);
	expect(messageForm.safeParse({ subject: 'x', body: '' }).success).toBe(false);
});

test('the HTML holds the text and nothing that it could do', () => {
	const html = htmlOf('<script>x</script>\nZeile\n\nhttps://a.example/?a=1&b="><img src=x>. Ende', 'de');
	expect(html).not.toMatch(/<script|<img/);
	expect(html).toContain('&lt;script&gt;x&lt;/script&gt;<br>\nZeile</p>');
	expect(html).toContain('<a href="https://a.example/?a=1&amp;b=">');
	expect(htmlOf('javascript:alert(1)', 'de')).not.toContain('<a ');
});
