import { describe, expect, it } from 'vitest';
import { wordDiff } from './amendmentDiff.ts';
import { presenceRows, readItemTexts, readPresence } from './minutes.form.ts';
import { hashWords } from './minutes.ts';
import { changedLines } from './minutesHead.ts';
import { isOtherBusiness, kindFromAgenda, opensMeeting } from './minutesItem.ts';
import { quorumOf, quorumSentence } from './presence.ts';

const here = (organisationId: string, kind: 'present' | 'deputy' | 'guest' | 'advisory') => ({ organisationId, kind });

describe('quorum', () => {
	it.each([
		[['a', 'b', 'c', 'd'], 50, 2, true],
		[['a', 'b', 'c', 'd', 'e'], 50, 3, false],
		[['a', 'b', 'x', 'y'], 67, 3, false],
		[['x', 'y'], 0, 0, true],
		[[], 50, 0, false]
	])('of %j at %i %% needs %i', (voting, percent, needed, isMet) => {
		const presence = [
			here('a', 'present'),
			here('a', 'deputy'),
			here('b', 'deputy'),
			here('x', 'guest'),
			here('y', 'advisory')
		];
		expect(quorumOf(voting, presence, percent)).toMatchObject({ needed, isMet });
	});

	it('in words, where nobody has a vote', () => {
		expect(quorumSentence(quorumOf([], [], 50), 'de')).toContain('niemand stimmberechtigt');
	});
});

describe('items from the programme', () => {
	it.each([
		['info', 'information'],
		['decision', 'decision'],
		['review', 'review'],
		['world_cafe', 'discussion'],
		['keynote', 'information']
	])('%s → %s', (from, to) => expect(kindFromAgenda(from)).toBe(to));

	it('know opening and any other business by their words', () => {
		expect(opensMeeting({ kind: 'info', title: 'Feststellung der Beschlussfähigkeit' })).toBe(true);
		expect(opensMeeting({ kind: 'info', title: 'Berichte' })).toBe(false);
		expect(isOtherBusiness('Verschiedenes, nächster Termin')).toBe(true);
		expect(isOtherBusiness('Meldebogen')).toBe(false);
	});
});

describe('the presence list as typed', () => {
	const rows = (...list: string[][]) =>
		presenceRows({
			organisationId: list.map(([one = '']) => one),
			name: list.map(([, one = '']) => one),
			kind: list.map(([, , one = '']) => one),
			partly: list.map(([, , , one = '']) => one)
		});

	it('leaves out empty rows and those that are not to be listed', () => {
		const read = readPresence(rows(['a', ' Ada  Adler ', 'present', 'ab TOP 4'], ['b', 'B', ''], ['', '', 'guest']));
		expect(read).toEqual({ rows: [{ organisationId: 'a', name: 'Ada Adler', kind: 'present', partly: 'ab TOP 4' }] });
	});

	it.each([
		[
			'a name without an organisation',
			[
				['a', 'A', 'present'],
				['', 'Gast', 'guest']
			]
		],
		[
			'the same twice',
			[
				['a', 'A', 'present'],
				['a', 'A', 'deputy']
			]
		],
		[
			'an unknown kind',
			[
				['b', 'B', 'present'],
				['a', 'A', 'late']
			]
		]
	])('refuses %s and names the row', (_, list) => {
		expect(readPresence(rows(...list))).toMatchObject({ row: 1 });
	});
});

it('reads items row by row; a missing title is named with its item', () => {
	const read = readItemTexts({
		...{ id: ['x', 'y'], title: ['', 'Titel'], kind: ['review', 'review'], facts: ['', 'a\r\nb'] },
		...{ discussion: ['', ''], revision: ['1', '3'] }
	});
	expect(Object.keys(read.issues)).toEqual(['title-x']);
	expect(read.inputs).toEqual([
		{ id: 'y', title: 'Titel', kind: 'review', facts: 'a\nb', discussion: '', revision: 3 }
	]);
});

it('shows a correction word by word', () => {
	expect(wordDiff('Beide müssen melden.', 'Beide sollen melden.').filter(({ how }) => how !== 'same')).toEqual([
		{ text: 'müssen', how: 'gone' },
		{ text: 'sollen', how: 'come' }
	]);
	expect(changedLines(['a', 'b'], ['b', 'c'])).toEqual({ before: 'a', after: 'c' });
	expect(changedLines(['a'], ['a'])).toBeUndefined();
});

it('shortens a hash for people', () => expect(hashWords('0123456789abcdef')).toBe('0123\u00a04567\u00a089ab'));
