import type { Board, BoardPerson } from './board.ts';

/** Columns of the board as lists of ids, the people without a group first when there are any. */
export interface Rows {
	/** null: no group. */
	workshopId: string | null;
	ids: string[];
}

/** The rows of a board in the order in which the arrows walk through them. */
export function rowsOf(board: Board): Rows[] {
	const columns = board.columns.map(({ workshop, seats }) => ({
		workshopId: workshop.id as string | null,
		ids: seats.map((seat) => seat.person.id)
	}));
	const unplaced = board.unplaced.map((person) => person.id);
	return unplaced.length > 0 ? [{ workshopId: null, ids: unplaced }, ...columns] : columns;
}

export type Walk = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

export function isWalk(key: string): key is Walk {
	return ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key);
}

/** Where a key leads from somebody's row: the neighbour in the column, or the same height in the next column. */
export function walk(rows: readonly Rows[], id: string, key: Walk): string {
	const at = rows.findIndex(({ ids }) => ids.includes(id));
	const ids = rows[at]?.ids ?? [];
	const row = ids.indexOf(id);
	const last = ids.length - 1;
	if (key === 'ArrowUp') return ids[Math.max(0, row - 1)] ?? id;
	if (key === 'ArrowDown') return ids[Math.min(last, row + 1)] ?? id;
	if (key === 'Home') return ids[0] ?? id;
	if (key === 'End') return ids[last] ?? id;
	const step = key === 'ArrowLeft' ? -1 : 1;
	for (let next = at + step; next >= 0 && next < rows.length; next += step) {
		const there = rows[next]?.ids ?? [];
		if (there.length > 0) return there[Math.min(row, there.length - 1)] ?? id;
	}
	return id;
}

/** The group to the left or right of another, for somebody who is lifted. */
export function nextGroup(board: Board, workshopId: string | null, key: 'ArrowLeft' | 'ArrowRight'): string | null {
	const ids = board.columns.map(({ workshop }) => workshop.id);
	const at = workshopId === null ? -1 : ids.indexOf(workshopId);
	const next = Math.min(ids.length - 1, Math.max(0, at + (key === 'ArrowLeft' ? -1 : 1)));
	return ids[next] ?? workshopId;
}

/** Somebody's group in this round. */
export function groupOfPerson(board: Board, person: Pick<BoardPerson, 'id'>): string | null {
	return board.plan[board.roundId]?.[person.id] ?? null;
}
