import { m } from '#lib/paraglide/messages.js';
import { type Board, type BoardPerson, layBoard, movePlace } from './board.ts';
import { labelsOf } from './boardLabels.ts';
import { columnWords } from './columnWords.ts';
import type { Breach } from './contract.ts';
import { priceOfMove } from './price.ts';
import { type Labels, wantsText } from './sentences.ts';

/** One clause for one rule that would get worse. */
export function worseWords(breach: Breach, labels: Labels): string {
	const value = labels.value(breach.class ?? '', breach.value ?? '');
	const group = breach.group === undefined ? '' : labels.group(breach.group);
	const counted = { value, group, has: breach.has, wants: wantsText(breach.wants) };
	if (breach.rule === 'apart') return m.groups_price_apart({ people: labels.list((breach.people ?? []).map(labels.person)) });
	if (breach.rule === 'together')
		return m.groups_price_together({ people: labels.list((breach.people ?? []).map(labels.person)) });
	if (breach.rule === 'fixed') return m.groups_price_fixed({ people: labels.list((breach.people ?? []).map(labels.person)), group });
	if (breach.rule === 'size') return m.groups_price_size(counted);
	if (breach.rule === 'spread') return m.groups_price_double({ value, group });
	return m.groups_price_count(counted);
}

/** What points of the mix cost, in words; negative is a gain. */
export function mixWords(points: number): string {
	const rounded = Math.round(points * 10) / 10;
	if (rounded === 0) return m.groups_price_nothing();
	const count = Math.abs(rounded).toLocaleString();
	return rounded > 0 ? m.groups_price_points({ count }) : m.groups_price_gain({ count });
}

/** The price of a move by hand as sentences: broken musts first, then points of the mix with their causes. */
export function movePrice(board: Board, personId: string, workshopId: string): { musts: string[]; mix: string; isBad: boolean } {
	const labels = labelsOf(board.data);
	const { before, after, worse } = priceOfMove(board.problem, board.plan, personId, workshopId, board.roundId);
	const musts = worse.filter((breach) => breach.must).map((breach) => worseWords(breach, labels));
	const causes = worse.filter((breach) => !breach.must).map((breach) => worseWords(breach, labels));
	const points = after.mix - before.mix;
	const mix = points > 0.05 && causes.length > 0 ? `${labels.list(causes.slice(0, 2))}: ${mixWords(points)}` : mixWords(points);
	return { musts, mix: m.groups_price_sentence({ text: capital(mix) }), isBad: musts.length > 0 };
}

/** What the target column would say, and the price; shown while somebody hovers over it. */
export function previewWords(board: Board, person: BoardPerson, workshopId: string): string {
	const then = layBoard({ ...board.data, places: movePlace(board.data, person.id, board.roundId, workshopId) }, board.roundId);
	const column = then.columns.find(({ workshop }) => workshop.id === workshopId);
	if (!column) return '';
	const { musts, mix } = movePrice(board, person.id, workshopId);
	const { facts } = columnWords(then, column, labelsOf(board.data));
	const would = m.groups_preview({ number: column.workshop.number, count: column.seats.length });
	return [would, ...musts.map((text) => m.groups_price_sentence({ text: capital(text) })), mix, facts].join(' ');
}

/** The first letter as a capital: clauses become sentences. */
export function capital(text: string): string {
	return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
