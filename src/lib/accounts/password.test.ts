import { expect, test } from 'vitest';
import { passwordIssue } from './password.ts';

test.each([
	['kurz', 'short'],
	['elf Zeichen', 'short'],
	['x'.repeat(257), 'long'],
	['password1234', 'common'],
	['Passwort!2026', 'common'],
	['qwertzuiopasdf', 'common'],
	['123456789012', 'common'],
	['aaaaaaaaaaaaaa', 'common'],
	['kim.lorenzen1', 'own'],
	['ein ganz normaler Satz', undefined],
	['nur kleinbuchstaben', undefined],
	['пароль из слов', undefined],
	['x1'.repeat(40), undefined],
	['   viele   blanks   ', undefined]
])('%j → %s', (password, issue) => {
	expect(passwordIssue(password, 'kim.lorenzen@traeger.example.org')).toBe(issue);
});
