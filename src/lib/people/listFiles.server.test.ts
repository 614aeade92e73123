import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { isRefused } from '#lib/web/refusal.ts';
import { readListFile } from './listFiles.server.ts';
import { readParticipants } from './list.ts';

const sample = (name: string) => readFile(new URL(`../../../tests/lists/${name}`, import.meta.url));
const bytes = (text: string) => new TextEncoder().encode(text);

async function cellsOf(name: string, content: Uint8Array): Promise<string[][]> {
	const file = await readListFile(name, content);
	if (isRefused(file)) throw new Error(file.refused);
	return file.sheets[0]?.cells ?? [];
}
const listOf = async (name: string) => readParticipants(await cellsOf(name, await sample(name)));
const countProblems = (list: ReturnType<typeof readParticipants>) => {
	const counts: Record<string, number> = {};
	for (const { key } of list.rows.flatMap(({ problems }) => problems)) counts[key] = (counts[key] ?? 0) + 1;
	return counts;
};

describe('the sample lists', () => {
	it('fachtag-unsortiert.xlsx: titles, stacked heading, sum, dropped columns', async () => {
		const list = await listOf('fachtag-unsortiert.xlsx');
		expect(list.headingLines).toEqual([4, 5]);
		expect(list.columns.map(({ field }) => field)).toEqual([
			'salutation',
			'title',
			'firstName',
			'lastName',
			'organisation',
			'unit',
			'jobFunction',
			'email',
			'wish1',
			'wish2',
			'wish3',
			'newcomer',
			'catering',
			'supportNeed'
		]);
		expect(list.dropped.map(({ heading }) => heading)).toEqual(['Lfd. Nr.', 'Telefon', 'Geburtsdatum']);
		expect(list.skipped.map(({ line, reason }) => [line, reason])).toEqual([
			[1, 'title'],
			[2, 'title'],
			[4, 'heading'],
			[5, 'heading'],
			[121, 'footer']
		]);
		expect(list.rows).toHaveLength(114);
		expect(list.rows[0]).toEqual({
			line: 6,
			salutation: 'Frau',
			title: '',
			firstName: 'Thanh',
			lastName: 'Nguyen-Böhm',
			organisation: 'Stadtjugendamt Birkenfurt',
			unit: 'WJH',
			jobFunction: 'Sachbearbeitung Wirtschaftliche Jugendhilfe',
			email: 'thanh.nguyen-boehm@stadtjugendamt-birkenfurt.example.org',
			wishes: ['1', 'WS 4', 'Mangelnde Mitwirkung – dranbleiben oder beenden?'],
			newcomer: undefined,
			catering: '',
			supportNeed: '',
			photo: undefined,
			note: '',
			section: '',
			problems: []
		});
		expect(countProblems(list)).toEqual({});
	});

	it('liste-cp1252-semikolon.csv: Windows-1252, quoted line break', async () => {
		const list = await listOf('liste-cp1252-semikolon.csv');
		expect(list.rows).toHaveLength(15);
		expect(list.rows[0]).toMatchObject({ line: 2, firstName: 'Sabine', lastName: 'Müller', unit: 'Leitung; Stab' });
		expect(list.rows[3]).toMatchObject({ line: 6, firstName: 'Katharina', lastName: 'von Lüdersfeld' });
		expect(list.dropped).toEqual([{ column: 5, heading: 'Adresse', why: 'notNeeded' }]);
		expect(countProblems(list)).toEqual({});
	});

	it('liste-utf8-bom-komma.csv: commas inside quotes, wishes in one column', async () => {
		const list = await listOf('liste-utf8-bom-komma.csv');
		expect(list.rows).toHaveLength(24);
		expect(list.rows[0]).toMatchObject({
			firstName: 'Yasmin',
			lastName: 'El-Sayed',
			email: 'yasmin.el-sayed@flussgarten-jugendhilfe.example.org',
			wishes: ['5', '2', '1'],
			newcomer: false
		});
		expect(list.rows[9]?.lastName).toBe("O'Dowd-Lehmann");
		expect(countProblems(list)).toEqual({});
	});

	it('liste-tab-englisch.csv: tabs and English headings', async () => {
		const list = await listOf('liste-tab-englisch.csv');
		expect(list.rows).toHaveLength(16);
		expect(list.rows[14]).toMatchObject({
			firstName: 'Mia',
			supportNeed: 'Begleitperson, Programm in Leichter Sprache'
		});
		expect(countProblems(list)).toEqual({});
	});

	it('liste-name-komma.csv: one column of names', async () => {
		const list = await listOf('liste-name-komma.csv');
		expect(list.rows).toHaveLength(30);
		expect(
			list.rows.slice(25).map(({ title, firstName, lastName, email }) => [title, firstName, lastName, email])
		).toEqual([
			['Dr.', 'Katja', 'Rümmele', 'katja.ruemmele@mittelschule-am-weiher.example.org'],
			['', 'Katharina', 'von Lüdersfeld', ''],
			['Dr. med.', 'Friederike', 'Möllenhoff', 'friederike.moellenhoff@kjp-klinikum-seetal.example.org'],
			['', 'Patrick', "O'Dowd-Lehmann", ''],
			['', 'Ulrike', 'Meyer zu Hasselried', 'ulrike.meyerzuhasselried@kreisjugendamt-seetal.example.org']
		]);
		expect(countProblems(list)).toEqual({
			nameTurned: 29,
			noOrganisation: 30,
			titleSplit: 2,
			mendedEmail: 2,
			brokenEmail: 1,
			noEmail: 1
		});
		expect(list.skipped.at(-1)).toEqual({ line: 32, reason: 'footer', text: 'Gesamt: 30' });
	});

	it('what is no list is refused', async () => {
		expect(await readListFile('kein-liste.pdf', await sample('kein-liste.pdf'))).toEqual({ refused: 'notAList' });
		expect(await readListFile('liste.csv', await sample('kein-liste.pdf'))).toEqual({ refused: 'notAList' });
		expect(await readListFile('leer.csv', await sample('leer.csv'))).toEqual({ refused: 'empty' });
	});
});

/** A ZIP with one part, as far as the reader looks. */
function zip(name: string, content: Buffer, claimed = content.length): Buffer {
	const packed = deflateRawSync(content);
	const local = Buffer.alloc(30 + name.length);
	local.writeUInt32LE(0x04034b50, 0);
	local.writeUInt16LE(8, 8);
	local.writeUInt32LE(packed.length, 18);
	local.writeUInt32LE(claimed, 22);
	local.writeUInt16LE(name.length, 26);
	local.write(name, 30);
	const central = Buffer.alloc(46 + name.length);
	central.writeUInt32LE(0x02014b50, 0);
	central.writeUInt16LE(8, 10);
	central.writeUInt32LE(packed.length, 20);
	central.writeUInt32LE(claimed, 24);
	central.writeUInt16LE(name.length, 28);
	central.write(name, 46);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(1, 10);
	end.writeUInt32LE(local.length + packed.length, 16);
	return Buffer.concat([local, packed, central, end]);
}

describe('readListFile', () => {
	it('looks at the content, not at the name', async () => {
		const xlsx = await writeXlsxFile(
			[['Name'], [new Date(Date.UTC(2026, 10, 12))], [4.5], [true]] as never,
			{
				dateFormat: 'dd.mm.yyyy'
			} as never
		).toBuffer();
		expect(await cellsOf('liste.csv', xlsx)).toEqual([['Name'], ['2026-11-12'], ['4.5'], ['ja']]);
		expect(await cellsOf('liste.xlsx', bytes('a;b\n1;2\n'))).toEqual([
			['a', 'b'],
			['1', '2']
		]);
		const refusedOf = async (content: Uint8Array) => readListFile('x.xlsx', content);
		expect(await refusedOf(zip('word/document.xml', Buffer.from('<w/>')))).toEqual({ refused: 'notAList' });
		expect(await refusedOf(bytes('\ufeff <!DOCTYPE html><table>'))).toEqual({ refused: 'notAList' });
		expect(await refusedOf(bytes('{"a": 1}'))).toEqual({ refused: 'notAList' });
		expect(await refusedOf(Buffer.from([1, 0, 2, 0]))).toEqual({ refused: 'notAList' });
		const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]);
		expect(await refusedOf(old)).toEqual({ refused: 'oldFormat' });
		expect(await refusedOf(Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]))).toEqual({
			refused: 'locked'
		});
		expect(await refusedOf(new Uint8Array())).toEqual({ refused: 'empty' });
	});

	it('keeps the limits, also against packed bombs', async () => {
		expect(await readListFile('x.csv', new Uint8Array(5 * 1024 * 1024 + 1))).toEqual({ refused: 'tooManyBytes' });
		expect(await readListFile('x.csv', bytes('a;b\n'.repeat(5001)))).toEqual({ refused: 'tooManyRows' });
		expect(await cellsOf('x.csv', bytes('a;b\n'.repeat(5000)))).toHaveLength(5000);
		const bomb = zip('xl/workbook.xml', Buffer.alloc(61 * 1024 * 1024), 1000);
		expect(await readListFile('x.xlsx', bomb)).toEqual({ refused: 'tooManyRows' });
		expect(await readListFile('x.xlsx', zip('xl/workbook.xml', Buffer.from('<a/>'), 0x7fffffff))).toEqual({
			refused: 'tooManyRows'
		});
	});

	it('reads semicolon, comma, tab, “sep=”, UTF-16 and names with commas between semicolons', async () => {
		expect(await cellsOf('a', bytes('sep=|\r\na|b\r\n'))).toEqual([[''], ['a', 'b']]);
		expect(await cellsOf('a', bytes('Name;Mail\nMüller, Eva;a@b\nSüß, Jan;c@d\n'))).toEqual([
			['Name', 'Mail'],
			['Müller, Eva', 'a@b'],
			['Süß, Jan', 'c@d']
		]);
		const utf16 = Buffer.from('\ufeffName\tMail\r\nMüller\ta@b\r\n', 'utf16le');
		expect(await cellsOf('a', utf16)).toEqual([
			['Name', 'Mail'],
			['Müller', 'a@b']
		]);
		expect(await cellsOf('a', bytes('Name,Note\r\nEva,"a\nb, ""c"""\r\n\r\nJan,x'))).toEqual([
			['Name', 'Note'],
			['Eva', 'a\nb, "c"'],
			[''],
			['Jan', 'x']
		]);
		expect(await readListFile('a', bytes('Name;Note\nEva;"offen\nJan;x\n'))).toEqual({ refused: 'broken' });
	});

	it('never throws, however a spreadsheet is damaged', async () => {
		const whole = await sample('fachtag-unsortiert.xlsx');
		await fc.assert(
			fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, value, cut) => {
				const damaged = Buffer.from(cut ? whole.subarray(0, at) : whole);
				if (!cut) damaged[at] = value;
				const file = await readListFile('x.xlsx', damaged);
				expect(isRefused(file) || file.sheets.length > 0).toBe(true);
			}),
			{ numRuns: 60 }
		);
	});
});
