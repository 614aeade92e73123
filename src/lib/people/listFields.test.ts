import { describe, expect, it } from 'vitest';
import { readHeading, readStackedHeading } from './listFields.ts';

describe('readHeading', () => {
	it.each([
		['Vorname', 'firstName'],
		['FIRST NAME', 'firstName'],
		['Nachname', 'lastName'],
		['Familienname', 'lastName'],
		['Surname', 'lastName'],
		['Name', 'fullName'],
		['Vor- und Nachname', 'fullName'],
		['Teilnehmer/in', 'fullName'],
		['Teilnehmer:innen', 'fullName'],
		['Name der Teilnehmerin', 'fullName'],
		['Name, Vorname', 'nameLastFirst'],
		['Nachname/Vorname', 'nameLastFirst'],
		['Titel', 'title'],
		['akad. Grad', 'title'],
		['Anrede', 'salutation'],
		['Träger', 'organisation'],
		['Träger / Einrichtung', 'organisation'],
		['Name der Organisation', 'organisation'],
		['Entsendende Dienststelle', 'organisation'],
		['Organization', 'organisation'],
		['Abteilung/Team', 'unit'],
		['Arbeitsbereich', 'unit'],
		['Funktion (z. B. ASD, SPFH)', 'jobFunction'],
		['Tätigkeit', 'jobFunction'],
		['Job title', 'jobFunction'],
		['E-Mail', 'email'],
		['eMail-Adresse *', 'email'],
		['Mailadresse', 'email'],
		['E-Mail (dienstlich)', 'email'],
		['dienstliche E-Mail', 'email'],
		['e-mail address', 'email'],
		['1. Wunsch', 'wish1'],
		['Erstwunsch', 'wish1'],
		['Workshop-Wunsch 2', 'wish2'],
		['Zweitwahl', 'wish2'],
		['third choice', 'wish3'],
		['Prio 3', 'wish3'],
		['Workshop-Wünsche', 'wishes'],
		['Neu im Feld (< 1 Jahr)', 'newcomer'],
		['Essen', 'catering'],
		['Verpflegungswunsch', 'catering'],
		['Unterstützungsbedarf', 'supportNeed'],
		['Foto-Einwilligung', 'photo'],
		['Bemerkungen', 'note'],
		['Telefon', 'notNeeded'],
		['Mobilnummer', 'notNeeded'],
		['Geburtsdatum', 'notNeeded'],
		['Privatadresse', 'notNeeded'],
		['PLZ', 'notNeeded'],
		['E-Mail privat', 'notNeeded'],
		['lfd. Nr.', 'notNeeded'],
		['Schuhgröße', undefined],
		['', undefined]
	])('%s', (text, meaning) => expect(readHeading(text)).toBe(meaning));

	it('reads a text together with the text that spans it', () => {
		expect(readStackedHeading('Teilnehmende Person', 'Nachname')).toBe('lastName');
		expect(readStackedHeading('Träger', 'Name')).toBe('organisation');
		expect(readStackedHeading('Wunsch', '2.')).toBe('wish2');
		expect(readStackedHeading('Träger', 'Ort')).toBe('notNeeded');
	});
});
