import { describe, expect, it } from 'vitest';
import { readParticipants } from './list.ts';

const NBSP = '\u00a0';
const HEADING = ['Vorname', 'Nachname', 'Träger', 'E-Mail'];
const problemsOf = (cells: string[][]) =>
	readParticipants(cells).rows.map(({ problems }) => problems.map(({ key }) => key));

describe('the heading', () => {
	it('is found below title rows, with the columns that are dropped', () => {
		const list = readParticipants([
			['Anmeldungen zum Fachtag', '', ''],
			[],
			['E-MAIL', 'Name', 'vorname', 'Handy', 'Sternzeichen', 'Mail', ''],
			['a@b.example', 'Süß', 'Christine', '0000', 'Widder', 'c@d.example', 'Rest']
		]);
		expect(list.headingLines).toEqual([3]);
		expect(list.columns).toEqual([
			{ column: 0, heading: 'E-MAIL', field: 'email' },
			{ column: 1, heading: 'Name', field: 'lastName' },
			{ column: 2, heading: 'vorname', field: 'firstName' }
		]);
		expect(list.dropped).toEqual([
			{ column: 3, heading: 'Handy', why: 'notNeeded' },
			{ column: 4, heading: 'Sternzeichen', why: 'unknown' },
			{ column: 5, heading: 'Mail', why: 'double' },
			{ column: 6, heading: '', why: 'noHeading' }
		]);
		expect(list.rows.map(({ line, firstName, lastName }) => [line, firstName, lastName])).toEqual([
			[4, 'Christine', 'Süß']
		]);
		expect(list.skipped).toEqual([{ line: 1, reason: 'title', text: 'Anmeldungen zum Fachtag' }, expect.anything()]);
	});

	it('may take two rows', () => {
		const list = readParticipants([
			['Person', '', 'Träger', '', 'Wunsch', ''],
			['Vorname', 'Name', 'Name', 'Ort', '1.', '2.'],
			['Emre', 'Çelik', 'Kreisjugendamt', 'Sandbruck', '3', '1']
		]);
		expect(list.headingLines).toEqual([1, 2]);
		expect(list.columns.map(({ field }) => field)).toEqual(['firstName', 'lastName', 'organisation', 'wish1', 'wish2']);
		expect(list.rows[0]?.wishes).toEqual(['3', '1']);
	});

	it('missing, nothing is guessed; every row is named', () => {
		const list = readParticipants([['Emre', 'Çelik'], [], ['Jana', 'Püschel']]);
		expect(list.headingFound).toBe(false);
		expect(list.skipped).toEqual([
			{ line: 1, reason: 'noHeading', text: 'Emre · Çelik' },
			{ line: 3, reason: 'noHeading', text: 'Jana · Püschel' }
		]);
	});

	it('can be chosen by a person', () => {
		const cells = [
			['Emre', 'Çelik', 'x'],
			['Jana', 'Püschel', 'y']
		];
		const list = readParticipants(cells, { headingLines: [], columns: { 0: 'firstName', 1: 'lastName' } });
		expect(list.rows.map(({ line, lastName }) => [line, lastName])).toEqual([
			[1, 'Çelik'],
			[2, 'Püschel']
		]);
		const chosen = readParticipants([HEADING, ['a', 'b', 'c', 'd']], {
			headingLines: [1],
			columns: { 0: 'lastName', 1: 'firstName', 3: 'lastName' }
		});
		expect(chosen.rows[0]).toMatchObject({ firstName: 'b', lastName: 'a' });
		expect(chosen.dropped).toEqual([
			{ column: 2, heading: 'Träger', why: 'notChosen' },
			{ column: 3, heading: 'E-Mail', why: 'double' }
		]);
	});

	it('printed again on every page is not a person', () => {
		const list = readParticipants([HEADING, ['Jana', 'Püschel', 'A', 'j@a.example'], HEADING]);
		expect(list.rows).toHaveLength(1);
		expect(list.skipped.map(({ line, reason }) => [line, reason])).toEqual([
			[1, 'heading'],
			[3, 'heading']
		]);
	});
});

describe('a row', () => {
	it('loses blanks, no-break spaces and signs for nothing', () => {
		const [row] = readParticipants([HEADING, [` Jana${NBSP}`, 'Püschel  ', `Haus${NBSP} Sandbruck `, ' - ']]).rows;
		expect(row).toMatchObject({ firstName: 'Jana', lastName: 'Püschel', organisation: 'Haus Sandbruck', email: '' });
	});

	it('says what is missing or was mended', () => {
		expect(
			problemsOf([
				HEADING,
				['', '', 'Haus Sandbruck', 'x@y.example'],
				['Jana', '', 'A', 'j@a.example'],
				['', 'Püschel', 'A', 'j@a.example'],
				['Jana', 'Püschel', '', ''],
				['Jana', 'Püschel', 'A', 'jana@a'],
				['Jana', 'Püschel', 'A', 'püschel@a.example'],
				['Jana', 'Püschel', 'A', 'j@a.example; k@a.example'],
				['Jana', 'Püschel', 'A', 'mailto:j@a.example.'],
				['JANA', 'PÜSCHEL', 'A', 'J@A.example'],
				['Dr. Jana', 'Püschel', 'A', 'j@a.example'],
				['', 'Püschel, Jana', 'A', 'j@a.example'],
				['Jana', 'Püschel2', 'A', 'j@a.example']
			])
		).toEqual([
			['noName'],
			['noLastName'],
			['noFirstName'],
			['noEmail', 'noOrganisation'],
			['brokenEmail'],
			['brokenEmail'],
			['severalEmails'],
			['mendedEmail'],
			['capitals'],
			['titleSplit'],
			['nameTurned'],
			['oddName']
		]);
	});

	it('keeps wishes in order, without “egal” and repetitions', () => {
		const heading = ['Name', 'Träger', 'Erstwunsch', 'Zweitwunsch', 'Drittwunsch', 'neu', 'Foto'];
		const { rows } = readParticipants([
			heading,
			['Jana Püschel', 'A', 'WS 3', 'egal', 'Kontrollauftrag – Hilfe', 'ja', 'nein'],
			['Emre Çelik', 'A', '2', '2', '', 'vielleicht', '']
		]);
		expect(rows.map(({ wishes, newcomer, photo }) => [wishes, newcomer, photo])).toEqual([
			[['WS 3', 'Kontrollauftrag – Hilfe'], true, false],
			[['2'], undefined, undefined]
		]);
	});
});

describe('rows that are no person', () => {
	it('are named with their reason', () => {
		const { rows, skipped } = readParticipants([
			['Nr.', ...HEADING],
			['1', 'Jana', 'Püschel', 'A', 'j@a.example'],
			['2', '', '', '', ''],
			['', '', '', '', ''],
			['3', '', '', '-', ''],
			['', 'Schmidt', '', '', ''],
			['Stand: 12.10.'],
			['Summe:', '', '', '111']
		]);
		expect(rows).toHaveLength(1);
		expect(skipped.map(({ line, reason }) => [line, reason])).toEqual([
			[1, 'heading'],
			[3, 'numberOnly'],
			[5, 'nothingNeeded'],
			[6, 'unclear'],
			[7, 'footer'],
			[8, 'footer']
		]);
	});

	it('an organisation without names stays visible as a row without a name', () => {
		expect(problemsOf([HEADING, ['', '', 'Caritas: zwei Plätze', '']])).toEqual([['noName', 'noEmail']]);
	});

	it('a sub-title gives the organisation only when the list has it nowhere else', () => {
		const sections = [
			['Nr.', 'Vorname', 'Nachname'],
			['Stadtjugendamt Birkenfurt (2 Personen):', '', ''],
			['1', 'Jana', 'Püschel'],
			['Warteliste', '', ''],
			['2', 'Emre', 'Çelik']
		];
		const list = readParticipants(sections);
		expect(list.rows.map(({ organisation, section }) => [organisation, section])).toEqual([
			['Stadtjugendamt Birkenfurt', 'Stadtjugendamt Birkenfurt'],
			['', 'Warteliste']
		]);
		expect(list.rows.map(({ problems }) => problems.map(({ key }) => key))).toEqual([
			['noEmail', 'organisationFromSection'],
			['noEmail', 'noOrganisation', 'underSection']
		]);
		const own = [
			['Nr.', ...HEADING],
			['Stadtjugendamt', '', '', '', ''],
			['1', 'Jana', 'Püschel', '', 'j@a.example'],
			['2', 'Emre', 'Çelik', 'Jobcenter', 'e@a.example']
		];
		expect(readParticipants(own).rows.map(({ organisation }) => organisation)).toEqual(['', 'Jobcenter']);
	});
});
