import { expect, test } from 'vitest';
import { attachment } from './headers.ts';

test.each([
	['Liste.csv', `attachment; filename="Liste.csv"; filename*=UTF-8''Liste.csv`],
	[
		'Träger & Übergänge.csv',
		`attachment; filename="Traeger-Uebergaenge.csv"; filename*=UTF-8''Tr%C3%A4ger%20%26%20%C3%9Cberg%C3%A4nge.csv`
	],
	[
		'"; x=.html\r\nX-Evil: 1',
		`attachment; filename="-x-.html-X-Evil-1"; filename*=UTF-8''%20%3B%20x%3D.html%20%20X-Evil%3A%201`
	]
])('%j', (name, header) => {
	expect(attachment(name)).toBe(header);
	expect(header).not.toMatch(/[\r\n]/);
});
