// over 250 lines: one preview; the cases share the region it compares with and how a row of a list is written.
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused } from '#lib/web/refusal.ts';
import { readListFile } from './listFiles.server.ts';
import type { ListPreview, PreviewInput, PreviewRow } from './listPreview.ts';
import { organisationChoiceKey, previewList } from './listPreview.ts';
import type { ListRow } from './listRow.ts';
import { fieldChangeSentence, previewReasonSentence } from './listSentences.ts';
import { readParticipants } from './list.ts';
import type { KnownOrganisation } from './matchOrganisationIndex.ts';
import type { KnownPerson } from './matchPersonIndex.ts';

interface Region {
	organisations: { id: string; name: string; shortName: string; mailDomain: string; town: string }[];
	persons: {
		id: string;
		firstName: string;
		lastName: string;
		orgId: string;
		email: string;
		unit: string;
		title: string | null;
		jobFunction: string;
	}[];
}
const root = new URL('../../../', import.meta.url);
const region = JSON.parse(await readFile(new URL('src/lib/demo/demo-region.json', root), 'utf8')) as Region;
const organisations: KnownOrganisation[] = region.organisations.map((known) => ({ ...known, aliases: [] }));
const persons: KnownPerson[] = region.persons.map(({ orgId, title, ...person }) => ({
	...person,
	organisationId: orgId,
	title: title ?? ''
}));

async function fachtagRows(): Promise<ListRow[]> {
	const content = await readFile(new URL('tests/lists/fachtag-unsortiert.xlsx', root));
	const file = await readListFile('fachtag-unsortiert.xlsx', content);
	return isRefused(file) ? [] : readParticipants(file.sheets[0]?.cells ?? []).rows;
}

const HEADING = ['Vorname', 'Nachname', 'Träger', 'E-Mail', 'Bereich'];
const rowsOf = (...rows: string[][]) => readParticipants([HEADING, ...rows]).rows;
const nameOf = (id: string) => organisations.find((known) => known.id === id)?.name ?? id;
const sentences = (row: PreviewRow | undefined) => row?.reasons.map((reason) => previewReasonSentence(reason, nameOf));
const states = (preview: ListPreview) => preview.rows.map(({ state }) => state);
const withState = (preview: ListPreview, state: string) =>
	preview.rows.filter((row) => row.state === state).map(({ row }) => `${row.line} ${row.firstName} ${row.lastName}`);

describe('the unsorted list of the Fachtag', () => {
	it('against an empty house: people, repetitions and open organisations', async () => {
		const preview = previewList({ rows: await fachtagRows(), organisations, persons: [] });
		expect(preview.totals).toEqual({
			new: 108,
			changed: 0,
			same: 0,
			twin: 0,
			again: 3,
			unknownOrganisation: 3,
			broken: 0
		});
		expect(withState(preview, 'again').map((text) => text.replace(/^\d+ /, ''))).toEqual([
			'Olga Schäfer-Petrowa',
			'Hößlinger Jörg',
			'Rose-Marie GOESSWEIN'
		]);
		expect(
			withState(preview, 'unknownOrganisation')
				.map((text) => text.replace(/^\d+ /, ''))
				.sort()
		).toEqual(['Gerhard Mäurer', 'Jonas Kühnemund', 'Karim Benali-Schütz']);
		const open = preview.organisations.filter(({ match }) => match.kind !== 'same');
		expect(open.map(({ written, lines, match }) => [written, lines.length, match.kind])).toEqual([
			['Caritas SEE', 1, 'unknown'],
			['Ev. Jugendhilfewerk Seetal', 2, 'suggest']
		]);
		const short = open.find(({ written }) => written.startsWith('Ev.'))?.match;
		expect(short?.kind === 'suggest' && short.candidates[0]).toMatchObject({
			id: 'org-p03',
			why: expect.arrayContaining(['mailDomain'])
		});
		const sabines = preview.rows.filter(({ row }) => row.lastName === 'Müller');
		expect(sabines.map(({ state, organisationId }) => [state, organisationId]).sort()).toEqual([
			['new', 'org-fh'],
			['new', 'org-ja-stadt']
		]);
	});

	it('against the known region: everybody is found, only the changed mail is shown', async () => {
		const preview = previewList({ rows: await fachtagRows(), organisations, persons });
		expect(preview.totals).toEqual({
			new: 0,
			changed: 0,
			same: 110,
			twin: 1,
			again: 3,
			unknownOrganisation: 0,
			broken: 0
		});
		expect(sentences(preview.rows.find(({ state }) => state === 'twin'))).toEqual([
			'Die Organisation „Caritas SEE“ ist nicht bekannt.',
			'Gleicher Name, die Organisation ist noch offen.'
		]);
	});

	it('a chosen organisation settles all its lines', async () => {
		const rows = await fachtagRows();
		const choices = {
			[organisationChoiceKey({ organisation: 'Ev. Jugendhilfewerk Seetal', email: '' })]: 'org-p03',
			[organisationChoiceKey({ organisation: 'Caritas SEE', email: '' })]: 'nobody'
		};
		const preview = previewList({ rows, organisations, persons: [], organisationChoices: choices });
		expect(preview.totals).toMatchObject({ new: 110, unknownOrganisation: 1, again: 3 });
	});
});

describe('previewList', () => {
	const house = { organisations, persons };

	it('shows what changes, old and new; empty cells and ways of writing change nothing', () => {
		const preview = previewList({
			...house,
			rows: rowsOf(
				['Sabine', 'Müller', 'JA Stadt', 'leitung@stadtjugendamt-birkenfurt.example.org', ''],
				['JOERG', 'HOESSLINGER', 'JA Stadt', '', 'PKD'],
				['Ayse', 'Yildirim Kraemer', 'stadtjugendamt birkenfurt', '', '']
			)
		});
		expect(states(preview)).toEqual(['changed', 'changed', 'same']);
		expect(preview.rows.flatMap(({ changes }) => changes).map((change) => fieldChangeSentence(change, nameOf))).toEqual(
			[
				'E-Mail: bisher „sabine.mueller@stadtjugendamt-birkenfurt.example.org“, in der Liste „leitung@stadtjugendamt-birkenfurt.example.org“',
				'Bereich: bisher „ASD“, in der Liste „PKD“'
			]
		);
	});

	it('a moved person keeps the id', () => {
		const [row] = previewList({
			...house,
			rows: rowsOf(['Sabine', 'Müller', 'Nachtlicht', 'sabine.mueller@fruehe-hilfen-seetal.example.org', ''])
		}).rows;
		expect(row).toMatchObject({
			state: 'changed',
			personId: 'per-103',
			changes: [{ field: 'organisationId', before: 'org-fh', after: 'org-p09' }]
		});
	});

	it('tells repetitions, shared mailboxes and turned names by line', () => {
		const preview = previewList({
			organisations,
			persons: [],
			rows: rowsOf(
				['Eva', 'Berg', 'Jobcenter', '', ''],
				['Eva', 'Berg', 'Jobcenter Birkenfurt-Seetal', 'e.berg@jobcenter.example', ''],
				['Berg', 'Eva', 'Jobcenter', '', ''],
				['Jan', 'Tal', 'Jobcenter', 'team@jobcenter.example', ''],
				['Ute', 'Au', 'Jobcenter', 'team@jobcenter.example', ''],
				['', '', 'Jobcenter', '', 'U25'],
				['Eva', 'Berg', 'Polizei', '', '']
			)
		});
		expect(states(preview)).toEqual(['new', 'again', 'twin', 'new', 'new', 'broken', 'new']);
		expect(sentences(preview.rows[1])).toContain('Dieselbe Person steht schon in Zeile 2.');
		expect(sentences(preview.rows[2])).toContain('Vergleich mit Zeile 2: Vorname und Nachname sind vertauscht.');
		expect(sentences(preview.rows[4])).toContain('Die E-Mail-Adresse steht auch in Zeile 5.');
		expect(sentences(preview.rows[5])).toContain('Es steht kein Name in der Zeile.');
	});

	it('two rows that mean one known person: the second is “again”', () => {
		const preview = previewList({
			...house,
			rows: rowsOf(
				['Emre', 'Çelik', 'JA Kreis', '', ''],
				['Emre', 'Çelik', 'Jobcenter', 'emre.celik@kreisjugendamt-seetal.example.org', '']
			)
		});
		expect(states(preview)).toEqual(['same', 'again']);
	});
});

const NAMES = ['Eva', 'Jörg', 'Joerg', 'Anna', 'Anna-Lena', 'Berg', 'von Berg', 'Süß', 'Suess', 'Tal'];
const name = fc.constantFrom(...NAMES);
const organisation = fc.constantFrom('Jobcenter', 'Polizei', 'Ev. JHW', 'Niemand', '');
const mail = fc.constantFrom('', 'eva.berg@x.example', 'team@x.example', 'joerg.suess@x.example');
const anyRow = fc.tuple(name, name, organisation, mail, fc.constantFrom('', 'ASD', 'PKD'));

/** What a take-over would leave behind: new people are known afterwards, changes are made. */
function takeOver(input: PreviewInput, preview: ListPreview): KnownPerson[] {
	const known = new Map(input.persons.map((person) => [person.id, { ...person }]));
	for (const { row, state, personId, organisationId, changes } of preview.rows) {
		const { firstName, lastName, email, unit, line } = row;
		if (state === 'new')
			known.set(`line-${line}`, { id: `line-${line}`, firstName, lastName, email, unit, organisationId });
		const person = known.get(personId);
		if (state === 'changed' && person)
			for (const { field, after } of changes) Object.assign(person, { [field]: after });
	}
	return [...known.values()];
}

describe('taking over', () => {
	it('totals count every row once, and a second time nothing is new or changed', () => {
		fc.assert(
			fc.property(fc.array(anyRow, { maxLength: 12 }), (texts) => {
				const input = { rows: rowsOf(...texts), organisations, persons: [] as KnownPerson[] };
				const first = previewList(input);
				expect(Object.values(first.totals).reduce((sum, count) => sum + count, 0)).toBe(input.rows.length);
				const second = previewList({ ...input, persons: takeOver(input, first) });
				expect(second.totals.new).toBe(0);
				// A row that was left out with an open question may be answered by what the list itself has taught since.
				const taken = second.rows.filter((_, index) => first.rows[index]?.state !== 'twin');
				expect(taken.filter(({ state }) => state === 'changed')).toEqual([]);
			}),
			{ numRuns: 300 }
		);
	});

	it('with a second person of such a name, an equal mail alone does not decide', () => {
		const rows = rowsOf(
			['Tal', 'Joerg', 'Polizei', '', ''],
			['Joerg', 'Tal', 'Polizei', 'joerg.suess@x.example', ''],
			['Tal', 'Jörg', 'Jobcenter', 'joerg.suess@x.example', '']
		);
		const input = { rows, organisations, persons: [] as KnownPerson[] };
		const second = previewList({ ...input, persons: takeOver(input, previewList(input)) });
		expect(second.rows.map(({ state }) => state)).toEqual(['same', 'twin', 'same']);
	});

	it('the order of the lines does not change how many people of different names are new', () => {
		fc.assert(
			fc.property(fc.shuffledSubarray(['Ahorn', 'Birke', 'Buche', 'Eiche', 'Linde'], { minLength: 5 }), (last) => {
				const rows = rowsOf(...last.flatMap((text) => [text, text].map((tree) => ['Eva', tree, 'Jobcenter', '', ''])));
				expect(previewList({ rows, organisations, persons: [] }).totals).toMatchObject({ new: 5, again: 5 });
			})
		);
	});

	it('compares 2,000 rows with 2,000 people without comparing each with each', () => {
		const many = Array.from({ length: 2000 }, (_, at) => {
			const [first, last] = [`Vor${(at * 7) % 200}`, `Nach${at}`];
			return {
				id: `p${at}`,
				firstName: first,
				lastName: last,
				organisationId: 'org-jc',
				email: `${first}.${last}@x.example`,
				unit: ''
			};
		});
		const rows = rowsOf(...many.map(({ firstName, lastName, email }) => [firstName, lastName, 'Jobcenter', email, '']));
		const before = performance.now();
		expect(previewList({ rows, organisations, persons: many }).totals.same).toBe(2000);
		expect(previewList({ rows, organisations, persons: [] }).totals.new).toBe(2000);
		expect(performance.now() - before).toBeLessThan(3000);
	});
});
