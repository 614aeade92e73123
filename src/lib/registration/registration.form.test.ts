import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readForm } from '#lib/web/form.ts';
import { readTeam } from './colleagues.form.ts';
import { windowState } from './door.ts';
import { particularsOf, registrantOf, registrationForm } from './registration.form.ts';
import { windowForm, windowFormUntil } from './window.form.ts';
import { rankGivenTwice, tidyWishes } from './wishes.ts';

function formOf(fields: Record<string, string>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

const complete = {
	firstName: ' Kim ',
	lastName: 'Lorenzen',
	organisationId: 'o1',
	jobFunction: 'Fachkraft',
	email: 'kim@example.org',
	catering: 'vegan',
	isListed: 'on',
	wish1: 'w4',
	wish3: 'w2'
};

describe('the registration form', () => {
	it('reads what is asked for and nothing else', () => {
		const form = readForm(registrationForm, formOf({ ...complete, personId: 'p1', channel: 'office', isAdmin: '1' }));
		if (!('data' in form)) throw new Error(JSON.stringify(form.issues));
		expect(registrantOf(form.data)).toEqual({
			title: '',
			firstName: 'Kim',
			lastName: 'Lorenzen',
			email: 'kim@example.org',
			organisationId: 'o1',
			organisationName: '',
			jobFunction: 'Fachkraft'
		});
		expect(particularsOf(form.data)).toEqual({
			wishes: ['w4', '', 'w2', '', ''],
			isNewcomer: 0,
			supportNeed: '',
			catering: 'vegan',
			isListed: 1,
			allowsPhotos: 0
		});
		expect(form.data).not.toHaveProperty('personId');
	});

	it('names each missing field and keeps what was typed', () => {
		const form = readForm(registrationForm, formOf({ firstName: 'Kim', email: 'kim.example.org' }));
		if ('data' in form) throw new Error('read');
		expect(Object.keys(form.issues).sort()).toEqual(['email', 'jobFunction', 'lastName', 'organisationId']);
		expect(form.values).toMatchObject({ firstName: 'Kim', email: 'kim.example.org' });
	});

	it('says which rank to mend when a workshop was chosen twice, also beside other mistakes', () => {
		const twice = formOf({ ...complete, lastName: '', wish2: 'w4' });
		const form = readForm(registrationForm, twice);
		expect('issues' in form && Object.keys(form.issues)).toEqual(['lastName', 'wishes']);
		expect('issues' in form && form.issues.wishes).toContain('2.');
	});

	it('takes the name of an organisation that is not in the list', () => {
		const form = readForm(registrationForm, formOf({ ...complete, organisationId: '', organisationName: 'Neu e. V.' }));
		expect('data' in form && registrantOf(form.data)).toMatchObject({
			organisationId: null,
			organisationName: 'Neu e. V.'
		});
	});
});

describe('wishes', () => {
	const ids = ['a', 'b', 'c', 'd', 'e'];
	const ranked = fc.array(fc.constantFrom('', ...ids, 'alien'), { maxLength: 5 });

	it('are known, each once, without gaps, in the order of the ranks, at most as many as asked for', () => {
		fc.assert(
			fc.property(ranked, fc.nat(5), (typed, count) => {
				const wishes = tidyWishes(typed, ids, count);
				expect(new Set(wishes).size).toBe(wishes.length);
				expect(wishes.length).toBeLessThanOrEqual(count);
				expect(wishes.every((id) => ids.includes(id))).toBe(true);
				const places = wishes.map((id) => typed.indexOf(id));
				expect(places).toEqual([...places].sort((x, y) => x - y));
			})
		);
	});

	it('a workshop chosen twice is found, and nothing else', () => {
		fc.assert(
			fc.property(ranked, (typed) => {
				const chosen = typed.filter(Boolean);
				expect(rankGivenTwice(typed) !== undefined).toBe(new Set(chosen).size < chosen.length);
			})
		);
	});
});

describe('a team', () => {
	const team = {
		organisationId: 'o1',
		'firstName-1': 'Kim',
		'lastName-1': 'Lorenzen',
		'jobFunction-1': 'Leitung',
		'email-1': 'team@example.org',
		'wish-2': 'w1'
	};

	it('leaves out rows in which nobody is named', () => {
		const read = readTeam({
			...team,
			'firstName-9': 'Jo',
			'lastName-9': 'Ahn',
			'jobFunction-9': 'x',
			'email-9': 'team@example.org'
		});
		expect('colleagues' in read && read.colleagues.map(({ person }) => person.firstName)).toEqual(['Kim', 'Jo']);
	});

	it('names the row and the field of each mistake', () => {
		const read = readTeam({ ...team, 'firstName-3': 'Jo', 'email-3': 'ohne' });
		expect('issues' in read && Object.keys(read.issues).sort()).toEqual(['email-3', 'jobFunction-3', 'lastName-3']);
		expect('issues' in read && read.issues['email-3']).toContain('3');
	});

	it('asks for an organisation and for somebody', () => {
		expect(readTeam({})).toHaveProperty('issues.organisationId');
		expect(readTeam({ organisationId: 'o1' })).toHaveProperty(['issues', 'firstName-1']);
	});
});

describe('the window', () => {
	it('opens and closes with the whole of its days', () => {
		const days = { opensOn: '2026-10-01', closesOn: '2026-10-25' };
		expect(['2026-09-30', '2026-10-01', '2026-10-25', '2026-10-26'].map((on) => windowState(days, on))).toEqual([
			'before',
			'open',
			'open',
			'closed'
		]);
		expect(windowState(undefined, '2026-10-01')).toBe('none');
	});

	it('does not close before it opens', () => {
		const typed = { opensOn: '2026-10-02', closesOn: '2026-10-01', capacity: '10', wishCount: '3', introduction: '' };
		const form = readForm(windowForm, formOf(typed));
		expect('issues' in form && Object.keys(form.issues)).toEqual(['closesOn']);
	});

	it('closes on the day of the gathering at the latest', () => {
		const typed = { opensOn: '2026-10-02', closesOn: '2026-11-12', capacity: '10', wishCount: '3', introduction: '' };
		expect(readForm(windowFormUntil('2026-11-12'), formOf(typed))).toHaveProperty('data');
		expect(readForm(windowFormUntil('2026-11-11'), formOf(typed))).toHaveProperty('issues.closesOn');
	});
});
