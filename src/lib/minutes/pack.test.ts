import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PackFinding, packOf, type PackWorkshop } from './pack.ts';
import { stemOf } from './packCommon.ts';

const AS_OF = { asOf: '2026-11-14T09:00:00.000Z', changedAt: null };
const workshops: PackWorkshop[] = [1, 2, 3].map((number) => ({
	...{ id: `ws-${number}`, number, title: `Titel ${number}`, theme: `Thema ${number}`, headline: '', nextStep: '' }
}));
let position = 0;
function finding(workshop: number, text: string, more: Partial<PackFinding> = {}): PackFinding {
	position += 1;
	const id = `f-${position}`;
	const plain = { kind: 'need', side: 'all', isDissent: false, dots: 0, standard: null } as const;
	return { id, workshopId: `ws-${workshop}`, position, text, ...plain, ...more };
}
const wordsOf = (findings: PackFinding[]) => packOf(findings, workshops, null, AS_OF).common.map(({ word }) => word);

describe('what workshops have in common', () => {
	test('is a noun several of them use, in singular or plural, by side', () => {
		const { common } = packOf(
			[
				finding(1, 'verlässliche Rückmeldung, auch bei Absage', { side: 'youth_office' }),
				finding(2, 'Rückmeldungen an Träger bleiben aus', { kind: 'challenge', side: 'providers' }),
				finding(2, 'Nummern, die stimmen')
			],
			workshops,
			null,
			AS_OF
		);
		expect(common).toHaveLength(1);
		expect(common[0]?.word).toBe('Rückmeldung');
		expect(common[0]?.workshops).toBe(2);
		expect(common[0]?.sides.map(({ side, findings }) => [side, findings.length])).toEqual([
			['youth_office', 1],
			['providers', 1]
		]);
	});

	test('a word within one workshop only is not common', () => {
		expect(wordsOf([finding(1, 'Eine Nummer'), finding(1, 'Noch eine Nummer')])).toEqual([]);
	});

	test('a compound speaks of what it ends in, a prefix makes another word', () => {
		expect(wordsOf([finding(1, 'Zeit für ein Erstgespräch'), finding(3, 'das Gespräch vor dem Abbruch')])).toEqual([
			'Gespräch'
		]);
		expect(wordsOf([finding(1, 'die Rückmeldung'), finding(2, 'eine Meldung')])).toEqual([]);
		const both = [finding(1, 'das Erstgespräch'), finding(2, 'ein Gespräch'), finding(3, 'einfache Sprache')];
		expect(wordsOf(both)).toEqual(['Gespräch']);
	});

	test('words others write small and words of every workshop do not count', () => {
		expect(wordsOf([finding(1, 'Gemeinsame Vorlage'), finding(2, 'Gemeinsame Fahrt, gemeinsam')])).toEqual([]);
		expect(wordsOf([finding(1, 'Die Familie fragen'), finding(2, 'Mit Familien reden')])).toEqual([]);
	});

	test('the wording stays as it was typed', () => {
		const text = 'Meldung: #1 *sofort* <b>an</b> die Nummer';
		const { common } = packOf([finding(1, text), finding(2, 'Nummer')], workshops, null, AS_OF);
		expect(common[0]?.sides[0]?.findings[0]?.text).toBe(text);
	});

	test('never names a word nobody used, nor one that is in a single workshop', () => {
		const nouns = fc.constantFrom(
			'Nummer',
			'Nummern',
			'Vertretung',
			'Absage',
			'Kurse',
			'kurz',
			'Erstgespräch',
			'Gespräch'
		);
		const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(nouns, { minLength: 1, maxLength: 4 })));
		fc.assert(
			fc.property(lines, (rows) => {
				const findings = rows.map(([workshop, words]) => finding(workshop, words.join(' ')));
				for (const theme of packOf(findings, workshops, null, AS_OF).common) {
					const used = theme.sides.flatMap((side) => side.findings);
					expect(findings.some(({ text }) => text.includes(theme.word))).toBe(true);
					expect(new Set(used.map(({ workshopId }) => workshopId)).size).toBeGreaterThanOrEqual(2);
					for (const { text } of used) {
						const stems = text.split(' ').map(stemOf);
						expect(stems.some((stem) => stem.endsWith(stemOf(theme.word)))).toBe(true);
					}
				}
			})
		);
	});
});

test('proposals stand by dots; equal ones keep the order of the workshops', () => {
	const of = (workshop: number, dots: number) => finding(workshop, `${workshop}/${dots}`, { kind: 'proposal', dots });
	const { proposals } = packOf([of(2, 5), of(1, 5), of(3, 9), of(1, 0)], workshops, null, AS_OF);
	expect(proposals.map(({ text }) => text)).toEqual(['3/9', '1/5', '2/5', '1/0']);
});

test('needs stand side by side; youth offices and providers always have a column', () => {
	const pack = packOf([finding(1, 'Zeit', { side: 'partners' })], workshops, null, AS_OF);
	expect(pack.sides).toEqual(['youth_office', 'providers', 'partners']);
	expect(pack.needs[0]?.cells.map((cell) => cell.length)).toEqual([0, 0, 1]);
});

test('dissent is kept in its place and apart; silent workshops are counted', () => {
	const pack = packOf([finding(2, 'Nein', { kind: 'proposal', isDissent: true })], workshops, null, AS_OF);
	expect(pack.dissent.map(({ text }) => text)).toEqual(['Nein']);
	expect(pack.proposals).toHaveLength(1);
	expect(pack.counts).toMatchObject({ dissents: 1, silentWorkshops: 2, findings: 1 });
});
