import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { type Board, type BoardPerson, layBoard, movePlace } from './board.ts';
import { labelsOf } from './boardLabels.ts';
import { columnWords } from './columnWords.ts';
import type { Breach } from './engine/contract.ts';
import { priceOfMove } from './engine/price.ts';
import { countOffices } from './mixProblem.ts';
import { type Labels, wantsText } from './sentences.ts';

/** One clause for one rule that would get worse; the group is named unless the sentence is about it anyway. */
export function worseWords(breach: Breach, labels: Labels, about?: string): string {
	const value = labels.value(breach.class ?? '', breach.value ?? '');
	const group = breach.group === undefined ? '' : labels.group(breach.group);
	const counted = { value, group, has: breach.has, wants: wantsText(breach.wants) };
	const people = labels.list((breach.people ?? []).map(labels.person));
	if (breach.rule === 'apart') return m.groups_price_apart({ people });
	if (breach.rule === 'together') return m.groups_price_together({ people });
	if (breach.rule === 'fixed') return m.groups_price_fixed({ people, group });
	if (breach.rule === 'size') return m.groups_price_size(counted);
	if (breach.rule === 'spread') return m.groups_price_double({ value, group });
	return breach.group === about ? m.groups_price_count_here(counted) : m.groups_price_count(counted);
}

/** What points of the mix cost, in words; negative is a gain. */
export function mixWords(points: number): string {
	const rounded = Math.round(points * 10) / 10;
	if (rounded === 0) return m.groups_price_nothing();
	const amount = Math.abs(rounded);
	const count = amount.toLocaleString(getLocale());
	return rounded > 0 ? m.groups_price_points({ count, amount }) : m.groups_price_gain({ count, amount });
}

/** The price of a move by hand: clauses for broken musts and for what gets less even, and the points of the mix. */
export interface MovePrice {
	musts: string[];
	causes: string[];
	mix: string;
	isBad: boolean;
}

export function movePrice(board: Board, personId: string, workshopId: string): MovePrice {
	const labels = labelsOf(board.data);
	const { before, after, worse } = priceOfMove(board.problem, board.plan, personId, workshopId, board.roundId);
	const inOrder = worse.toSorted((a, b) => b.cost - a.cost);
	const words = (must: boolean) =>
		inOrder.filter((breach) => breach.must === must).map((breach) => worseWords(breach, labels, workshopId));
	const musts = words(true);
	const points = after.mix - before.mix;
	// What gets less even is only the cause of a price, not of a gain.
	return { musts, causes: points > 0 ? words(false) : [], mix: mixWords(points), isBad: musts.length > 0 };
}

/** The price as sentences, with at most so many causes. */
export function priceSentences({ musts, causes, mix }: MovePrice, most = 2): string {
	const cause = causes.length > 0 ? `${causes.slice(0, most).join(', ')}: ${mix}` : mix;
	return [...musts, cause].map((text) => m.groups_price_sentence({ text: capital(text) })).join(' ');
}

/** What a group would become with somebody more: in few words for its head, in full to be read aloud. */
export function previewWords(
	board: Board,
	person: BoardPerson,
	workshopId: string
): { shown: string; spoken: string; isBad: boolean } {
	const then = layBoard(
		{ ...board.data, places: movePlace(board.data, person.id, board.roundId, workshopId) },
		board.roundId,
		board.problem
	);
	const column = then.columns.find(({ workshop }) => workshop.id === workshopId);
	const price = movePrice(board, person.id, workshopId);
	if (!column) return { shown: '', spoken: '', isBad: false };
	const { facts } = columnWords(column, labelsOf(board.data), countOffices(board.data.people));
	const would = m.groups_preview({ number: column.workshop.number, count: column.seats.length });
	return {
		shown: priceSentences(price, 1),
		spoken: [would, priceSentences(price), facts].join(' '),
		isBad: price.isBad
	};
}

/** The first letter as a capital: clauses become sentences. */
export function capital(text: string): string {
	return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
