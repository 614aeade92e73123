import type { Board, BoardData, Column, Seat } from './board.ts';

/**
 * New data of a board with the people and workshops of the data before it where they read the same: after a run or a
 * move only the places are other ones.
 */
export function keepData(before: BoardData | undefined, data: BoardData): BoardData {
	if (!before) return data;
	return {
		...data,
		people: readsSame(before.people, data.people) ? before.people : data.people,
		workshops: readsSame(before.workshops, data.workshops) ? before.workshops : data.workshops
	};
}

const readsSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * A new board with the seats and columns of the one before it wherever they read the same. The page draws anew only what
 * is another object: of three hundred rows those few that have changed.
 */
export function keepSeats(before: Board | undefined, board: Board): Board {
	if (!before) return board;
	const seats = new Map(
		before.columns.flatMap((column) => column.seats.map((seat) => [seat.person.id, seat] as const))
	);
	const columns = new Map(before.columns.map((column) => [column.workshop.id, column]));
	return {
		...board,
		columns: board.columns.map((column) => {
			const old = columns.get(column.workshop.id);
			const kept = {
				...column,
				seats: column.seats.map((seat) => keepSeat(seats.get(seat.person.id), seat)),
				counts: old && readsSame(old.counts, column.counts) ? old.counts : column.counts
			};
			return old && isSameColumn(old, kept) ? old : kept;
		})
	};
}

function keepSeat(old: Seat | undefined, seat: Seat): Seat {
	if (!old) return seat;
	const isSame =
		old.person === seat.person &&
		old.rank === seat.rank &&
		old.duty === seat.duty &&
		old.isHeld === seat.isHeld &&
		old.isClash === seat.isClash;
	return isSame ? old : seat;
}

function isSameColumn(old: Column, column: Column): boolean {
	return (
		old.workshop === column.workshop &&
		old.seats.length === column.seats.length &&
		old.seats.every((seat, at) => seat === column.seats[at]) &&
		readsSame(old.broken, column.broken)
	);
}
