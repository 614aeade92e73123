import { describe, expect, it } from 'vitest';
import { matchPerson } from './matchPerson.ts';
import type { KnownPerson } from './matchPersonIndex.ts';
import { indexPersons } from './matchPersonIndex.ts';

const person = (
	id: string,
	firstName: string,
	lastName: string,
	organisationId: string,
	email = '',
	unit = ''
): KnownPerson => ({
	id,
	firstName,
	lastName,
	organisationId,
	email,
	unit
});
const index = indexPersons([
	person('mueller-a', 'Sabine', 'Müller', 'stadt', 'sabine.mueller@stadt.example', 'Leitung'),
	person('mueller-b', 'Sabine', 'Müller', 'hilfen', 'sabine.mueller@hilfen.example'),
	person('joerg', 'Jörg', 'Hößlinger', 'stadt', 'joerg.hoesslinger@stadt.example'),
	person('hans', 'Hans-Jürgen', 'Weißgerber', 'stadt'),
	person('team-1', 'Leonie', 'Strauß', 'kreis', 'asd-nord@kreis.example'),
	person('anna', 'Anna-Lena', 'Hübschmann', 'stadt', 'anna-lena.huebschmann@stadt.example'),
	person('marie', 'Marie', 'Vogt', 'kreis', 'marie.vogt@kreis.example'),
	person('twin-1', 'Kim', 'Lorenzen', 'haus', 'kim1@haus.example', 'A'),
	person('twin-2', 'Kim', 'Lorenzen', 'haus', 'kim2@haus.example', 'B')
]);
const ask = (firstName: string, lastName: string, organisationId: string, email = '', unit = '') =>
	matchPerson(index, { firstName, lastName, organisationId, email, unit });

describe('matchPerson', () => {
	it('tells two people of one name apart by organisation or mail', () => {
		expect(ask('Sabine', 'Müller', 'hilfen')).toEqual({ kind: 'same', id: 'mueller-b', by: 'nameAndOrganisation' });
		expect(ask('Sabine', 'Mueller', '', 'Sabine.Mueller@stadt.example')).toEqual({
			kind: 'same',
			id: 'mueller-a',
			by: 'nameAndMail'
		});
		expect(ask('Sabine', 'Müller', 'klinik', 's.mueller@klinik.example')).toMatchObject({
			kind: 'twin',
			reason: 'sameNameOtherOrganisation',
			id: 'mueller-a',
			others: ['mueller-b']
		});
		expect(ask('Sabine', 'Müller', '')).toMatchObject({ kind: 'twin', reason: 'sameNameOrganisationOpen' });
		expect(ask('Kim', 'Lorenzen', 'haus')).toMatchObject({ kind: 'twin', reason: 'severalSameName' });
		expect(ask('Kim', 'Lorenzen', 'haus', 'kim2@haus.example')).toMatchObject({ kind: 'same', id: 'twin-2' });
		expect(ask('Sabine', 'Müller', 'stadt', 'mueller.s@stadt.example', 'WJH')).toMatchObject({
			kind: 'twin',
			reason: 'sameNameOtherMail'
		});
	});

	it('forgives spelling, hyphens and case', () => {
		expect(ask('Joerg', 'HOESSLINGER', 'stadt')).toMatchObject({ kind: 'same', id: 'joerg' });
		expect(ask('Hans Jürgen', 'Weissgerber', 'stadt')).toMatchObject({ kind: 'same', id: 'hans' });
		expect(ask('Jorg', 'Hosslinger', 'stadt')).toMatchObject({ kind: 'twin', reason: 'spelling', id: 'joerg' });
		expect(ask('Jorg', 'Hosslinger', '', 'joerg.hoesslinger@stadt.example')).toMatchObject({
			kind: 'same',
			id: 'joerg'
		});
	});

	it('asks about turned names unless the mail is equal', () => {
		expect(ask('Hößlinger', 'Jörg', 'stadt')).toMatchObject({ kind: 'twin', reason: 'turnedName', id: 'joerg' });
		expect(ask('Hößlinger', 'Jörg', 'stadt', 'joerg.hoesslinger@stadt.example')).toMatchObject({
			kind: 'same',
			id: 'joerg'
		});
		expect(ask('Hößlinger', 'Jörg', 'kreis')).toEqual({ kind: 'new', sharedMailbox: [] });
	});

	it('lets colleagues share a mailbox', () => {
		expect(ask('Tobias', 'Groß', 'kreis', 'asd-nord@kreis.example')).toEqual({
			kind: 'new',
			sharedMailbox: ['team-1']
		});
		expect(ask('Tobias', 'Groß', 'kreis', 'marie.vogt@kreis.example')).toEqual({
			kind: 'new',
			sharedMailbox: ['marie']
		});
	});

	it('asks about a changed name in a personal mailbox and about near names among colleagues', () => {
		expect(ask('Marie', 'Zöllner', 'kreis', 'marie.vogt@kreis.example')).toMatchObject({
			kind: 'twin',
			reason: 'changedSurname',
			id: 'marie'
		});
		expect(ask('Marie', 'Zöllner-Vogt', 'kreis')).toMatchObject({
			kind: 'twin',
			reason: 'changedSurname',
			id: 'marie'
		});
		expect(ask('Anna', 'Hübschmann', 'stadt')).toMatchObject({ kind: 'twin', reason: 'otherFirstName', id: 'anna' });
		expect(ask('Anna-Lena', 'Hübschman', 'stadt')).toMatchObject({ kind: 'twin', reason: 'spelling', id: 'anna' });
		expect(ask('Anna', 'Hübschmann', 'stadt', 'anna.huebschmann@stadt.example')).toEqual({
			kind: 'new',
			sharedMailbox: []
		});
		expect(ask('Peter', 'Vogt', 'kreis')).toEqual({ kind: 'new', sharedMailbox: [] });
	});
});
