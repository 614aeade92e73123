import { describe, expect, it } from 'vitest';
import { type Note, openWordings, textOf } from './finding.ts';
import { applyOperation, emptyHead, type Seen } from './findingMerge.ts';

const PLAIN = {
	...{ kind: 'works' as const, side: 'all' as const, question: null, position: 1, isDissent: 0 as const },
	...{ dots: 0, standardId: null }
};
const act = (hand: string | null, made = new Map<string, number>()) => ({ at: 'now', byName: hand ?? '', hand, made });
const added = (text: string, hand: string | null = 'a'): Note => {
	const outcome = applyOperation(undefined, { id: 'x', noteId: 'n', what: 'add', ...PLAIN, text }, act(hand));
	if (!outcome) throw new Error('nothing added');
	return outcome.note;
};
const typed = (note: Note, text: string, over: Seen[], hand: string | null) =>
	applyOperation(note, { id: text, noteId: 'n', what: 'write', text, over }, act(hand))?.note ?? note;
const open = (note: Note) => openWordings(note).map(({ text }) => text);

describe('two wordings', () => {
	it('follow one another when the later was typed over the earlier', () => {
		const note = typed(added('eins'), 'zwei', [1], 'b');
		expect(open(note)).toEqual(['zwei']);
		expect(note.wordings.map(({ text }) => text)).toEqual(['eins', 'zwei']);
	});

	it('stand side by side when both were typed over the same one', () => {
		const note = typed(typed(added('eins'), 'von a', [1], 'a'), 'von b', [1], 'b');
		expect(open(note)).toEqual(['von a', 'von b']);
		expect(textOf(note)).toBe('von a');
		const settled = typed(
			note,
			'gemeinsam',
			openWordings(note).map(({ revision }) => revision),
			'c'
		);
		expect(open(settled)).toEqual(['gemeinsam']);
		expect(settled.wordings.map(({ text }) => text)).toEqual(expect.arrayContaining(['von a', 'von b']));
	});

	it('replace one another while the same page types on; nobody else sees half sentences kept', () => {
		const note = typed(typed(added('Ei', 'a'), 'Eine', [1], 'a'), 'Eine Vorlage', [2], 'a');
		expect(note.wordings.map(({ text, revision }) => [revision, text])).toEqual([[3, 'Eine Vorlage']]);
	});

	it('are one when they say the same', () => {
		expect(open(typed(typed(added('eins'), 'zwei', [1], 'a'), 'zwei', [1], 'b'))).toEqual(['zwei']);
		const apart = typed(typed(added('eins'), 'von a', [1], 'a'), 'von b', [1], 'b');
		expect(open(typed(apart, 'von a', [3], 'b'))).toEqual(['von a']);
	});

	it('of a headline nobody had written yet stand side by side too', () => {
		expect(open(typed(typed(emptyHead('headline'), 'von a', [], 'a'), 'von b', [], 'b'))).toEqual(['von a', 'von b']);
	});
});

describe('removing', () => {
	const remove = (note: Note, over: Seen[]) =>
		applyOperation(note, { id: 'r', noteId: 'n', what: 'remove', over }, act('b'))?.note ?? note;

	it('takes away what was seen and leaves what was not', () => {
		expect(remove(added('eins'), [1]).isRemoved).toBe(true);
		expect(remove(typed(added('eins'), 'zwei', [1], 'a'), [1]).isRemoved).toBe(false);
	});
	it('is undone by typing on', () => {
		expect(typed(remove(added('eins'), [1]), 'zwei', [1], 'a')).toMatchObject({ isRemoved: false });
	});
	it('never takes away the headline', () => {
		expect(remove({ ...emptyHead('headline') }, []).isRemoved).toBe(false);
	});
});

it('an operation on a line that is not there is not done, and says so', () => {
	expect(applyOperation(undefined, { id: 'x', noteId: 'n', what: 'restore' }, act('a'))).toBeUndefined();
});
