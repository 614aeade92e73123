import { m } from '#lib/paraglide/messages.js';
import type { Board } from './board.ts';
import { labelsOf } from './boardLabels.ts';
import { groupTable, type GroupTableRow } from './engine/grouptable.ts';
import { mixProblem } from './mixProblem.ts';
import { wantsText } from './sentences.ts';

/** One line of a group's table as it is shown. */
export interface TableLine {
	key: string;
	name: string;
	has: number;
	wants: string;
	/** Why it is not as it should be; empty when it is. */
	cause: string;
	/** Not as it could be: what cannot be divided evenly has a cause, and is in order. */
	isOff: boolean;
}

const CAUSES: Record<string, () => string> = {
	rounding: m.groups_cause_rounding,
	supply: m.groups_cause_supply,
	fixed: m.groups_cause_fixed,
	wish: m.groups_cause_wish,
	tradeoff: m.groups_cause_tradeoff
};

/** Classes with so many values that only those out of order are shown. */
const MANY = new Set(['provider', 'organisation']);

/** What a group has of everything that is counted, what it should have, and why it differs. */
export function tableLines(board: Board, workshopId: string): TableLine[] {
	const labels = labelsOf(board.data);
	const held = board.data.places.filter((place) => place.isHeld);
	const rows = groupTable(mixProblem(board.data, held), board.plan, board.roundId, workshopId);
	return rows.filter(isShown).map((row) => ({
		key: `${row.rule} ${row.class} ${row.value} ${String(row.must)} ${wantsText(row.wants)}`,
		name: labels.value(row.class, row.value),
		has: row.has,
		wants: wantsText(row.wants),
		cause: row.cause === undefined ? '' : (CAUSES[row.cause] ?? m.groups_cause_tradeoff)(),
		isOff: row.cost > 0
	}));
}

/** `spread` is left out as at the head of the column: it is a matter of degree. */
function isShown(row: GroupTableRow): boolean {
	return row.rule !== 'spread' && (!MANY.has(row.class) || row.cost > 0);
}
