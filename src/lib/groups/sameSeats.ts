import type { Board, Column, Seat } from './board.ts';

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
			const kept = { ...column, seats: column.seats.map((seat) => keepSeat(seats.get(seat.person.id), seat)) };
			const old = columns.get(column.workshop.id);
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
		JSON.stringify(old.broken) === JSON.stringify(column.broken)
	);
}
