/**
 * Writes the sample lists of `tests/lists/` from the demo region: `node scripts/lists.ts`.
 * Every phone number and date of birth in them is an obvious dummy.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { SheetData } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';

interface Person {
	id: string;
	firstName: string;
	lastName: string;
	title: string | null;
	salutation: string | null;
	orgId: string;
	unit: string;
	jobFunction: string;
	email: string;
	isNewColleague: boolean;
	workshopWishes: string[];
	supportNeeds: string | null;
	catering: string;
}
interface Region {
	persons: Person[];
	organisations: { id: string; name: string; shortName: string }[];
	workshops: { id: string; number: number; title: string }[];
}

const root = new URL('../', import.meta.url);
const region = JSON.parse(await readFile(new URL('src/lib/demo/demo-region.json', root), 'utf8')) as Region;
const target = new URL('tests/lists/', root);
await mkdir(target, { recursive: true });

const CATERING: Record<string, string> = { vegetarian: 'vegetarisch', vegan: 'vegan', no_preference: '' };
const NBSP = '\u00a0';

function organisationName(person: Person): string {
	return region.organisations.find(({ id }) => id === person.orgId)?.name ?? '';
}

/** Wishes as people write them: a number, “WS 3”, the whole title. */
function wishText(person: Person, rank: number, row: number): string {
	const workshop = region.workshops.find(({ id }) => id === person.workshopWishes[rank]);
	if (!workshop) return '';
	const forms = [
		`${workshop.number}`,
		`WS ${workshop.number}`,
		workshop.title,
		`${workshop.number} – ${workshop.title}`
	];
	return forms[(row + rank) % forms.length] ?? '';
}

function fachtagRow(person: Person, row: number): string[] {
	return [
		String(row + 1),
		person.salutation ?? '',
		person.title ?? '',
		row % 17 === 3 ? `${person.firstName}  ` : person.firstName,
		row % 13 === 5 ? `${person.lastName}${NBSP}` : person.lastName,
		row % 11 === 7 ? ` ${organisationName(person)} ` : organisationName(person),
		person.unit,
		person.jobFunction,
		row % 9 === 2 ? `${person.email} ` : person.email,
		'0000 000000',
		'01.01.1900',
		wishText(person, 0, row),
		wishText(person, 1, row),
		wishText(person, 2, row),
		person.isNewColleague ? 'ja' : '',
		CATERING[person.catering] ?? '',
		person.supportNeeds ?? ''
	];
}

/** The same people in another, fixed order, as a list grows over weeks. */
function unsorted(persons: Person[]): Person[] {
	return persons.map((_, at) => persons[(at * 38 + 5) % persons.length] as Person);
}

const HEADING_ABOVE = ['Lfd. Nr.', 'ANREDE', 'Titel', 'Teilnehmende Person', '', 'Träger / Einrichtung', 'abteilung'];
const HEADING_ABOVE_REST = ['Funktion', 'E-MAIL', 'Telefon', 'Geburtsdatum', 'Workshop-Wunsch', '', '', 'Neu im Feld?'];
const HEADING_BELOW = ['', '', '', 'Vorname', 'NACHNAME', '', '', '', '', '', '', '1', '2', '3', '', '', ''];

function fachtagTexts(): string[][] {
	const rows = unsorted(region.persons).map(fachtagRow);
	const find = (mail: string) => rows.find((row) => (row[8] ?? '').trim().startsWith(mail)) ?? [];
	// Two organisations are written short: one that nobody knows, one of a known name.
	for (const mail of ['karim.benali-schuetz@']) find(mail)[5] = 'Caritas SEE';
	for (const mail of ['gerhard.maeurer@', 'jonas.kuehnemund@']) find(mail)[5] = 'Ev. Jugendhilfewerk Seetal';
	(find('karim.benali-schuetz@') as string[])[8] = 'k.benali@caritas-see.example.org';
	const exact = [...find('olga.schaefer-petrowa@')];
	const turned = [...find('joerg.hoesslinger@')].with(3, 'Hößlinger').with(4, 'Jörg');
	const respelled = [...find('rosemarie.goesswein@')].with(3, 'Rose-Marie').with(4, 'GOESSWEIN').with(5, 'Morgenwiese');
	const all = [...rows.slice(0, 60), exact, ...rows.slice(60), turned, respelled];
	return all.map((row, at) => row.with(0, String(at + 1)));
}

async function writeFachtag(): Promise<void> {
	const cell = (value: string) => (value === '' ? null : { value, type: String });
	const width = HEADING_BELOW.length;
	const titled = (text: string) => [{ value: text, columnSpan: 6 }, ...Array.from({ length: width - 1 }, () => null)];
	const above = [...HEADING_ABOVE, ...HEADING_ABOVE_REST, 'Verpflegung', 'Unterstützungsbedarf'].map(cell);
	const stacked = above.map((head, at) => {
		if (!head) return null;
		if (at === 3) return { ...head, columnSpan: 2 };
		if (at === 11) return { ...head, columnSpan: 3 };
		return { ...head, rowSpan: 2 };
	});
	const body = fachtagTexts().map((row) => row.map(cell));
	const data = [
		titled('Fachtag der Jugendhilfe in der Region Birkenfurt-Seetal'),
		titled('Anmeldeliste, Stand 28.10. (bitte nicht weitergeben)'),
		[],
		stacked,
		HEADING_BELOW.map((text, at) => (stacked[at] && 'rowSpan' in stacked[at] ? null : cell(text))),
		...body,
		[],
		[cell('Summe:'), null, null, cell('114')]
	] as SheetData;
	await writeXlsxFile(data, { sheet: 'Anmeldungen' }).toFile(new URL('fachtag-unsortiert.xlsx', target).pathname);
}

function csv(rows: string[][], delimiter: string, newline = '\r\n'): string {
	const quoted = (text: string) =>
		text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
	return rows.map((row) => row.map(quoted).join(delimiter)).join(newline) + newline;
}

/** Windows-1252 as far as German texts need it; anything else is written as “?” like old programs do. */
function cp1252(text: string): Buffer {
	const special: Record<string, number> = { '€': 0x80, '„': 0x84, '…': 0x85, '–': 0x96, '“': 0x93 };
	const code = (letter: string) => special[letter] ?? ((letter.codePointAt(0) ?? 63) < 256 ? letter.charCodeAt(0) : 63);
	return Buffer.from([...text].map(code));
}

function people(from: number, count: number): Person[] {
	return region.persons.slice(from, from + count);
}

function put(name: string, content: string | Uint8Array): Promise<void> {
	return writeFile(new URL(name, target), content);
}

function semicolonList(): string[][] {
	const office = people(0, 16).filter(({ firstName, lastName }) => !cp1252(firstName + lastName).includes(63));
	const rows = office.map((p) => [p.lastName, p.firstName, organisationName(p), p.unit, p.email, 'Am Weiher 1']);
	rows.splice(3, 0, ['', '', '', '', '', '']);
	(rows[0] as string[])[3] = 'Leitung;\nStab';
	return [['NAME', 'Vorname', 'Dienststelle', 'Bereich', 'Mailadresse', 'Adresse'], ...rows];
}

function commaList(): string[][] {
	const rows = people(36, 24).map((p) => [
		p.firstName,
		p.lastName,
		organisationName(p),
		p.jobFunction,
		p.email.toUpperCase(),
		p.workshopWishes.map((id) => id.replace('ws-', '')).join(', '),
		p.isNewColleague ? 'x' : '-'
	]);
	return [['Vorname', 'Nachname', 'Organisation', 'Tätigkeit', 'E-Mail', 'Workshop-Wünsche', 'neu'], ...rows];
}

function englishList(): string[][] {
	const rows = people(95, 16).map((p) => [
		p.firstName,
		p.lastName,
		organisationName(p),
		p.jobFunction,
		p.email,
		p.supportNeeds ?? ''
	]);
	return [['First Name', 'LAST NAME', 'Organisation', 'Job title', 'e-mail address', 'Accessibility needs'], ...rows];
}

function nameList(): string[][] {
	const rows = people(70, 25).map((p) => [`${p.lastName}, ${p.title ? `${p.title} ` : ''}${p.firstName}`, p.email]);
	return [
		['Name, Vorname', 'Mail'],
		...rows,
		['Rümmele, Dr. Katja', 'katja.ruemmele(at)mittelschule-am-weiher.example.org'],
		['Lüdersfeld, Katharina von', 'katharina.vonluedersfeld@stadtjugendamt-birkenfurt'],
		['Dr. med. Friederike Möllenhoff', '<friederike.moellenhoff@kjp-klinikum-seetal.example.org>'],
		["O'Dowd-Lehmann, Patrick", ''],
		['Meyer zu Hasselried, Ulrike', 'ulrike.meyerzuhasselried@kreisjugendamt-seetal.example.org'],
		['Gesamt: 30', '']
	];
}

await put('liste-cp1252-semikolon.csv', cp1252(csv(semicolonList(), ';')));
await put('liste-utf8-bom-komma.csv', `\ufeff${csv(commaList(), ',')}`);
await put('liste-tab-englisch.csv', csv(englishList(), '\t', '\n'));
await put('liste-name-komma.csv', csv(nameList(), ';'));
await put('leer.csv', '\ufeff\r\n;;;\r\n');
await put('kein-liste.pdf', '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
await writeFachtag();
