import { expect, test } from 'vitest';
import type { Board, BoardPerson, BoardWorkshop, Column, Seat } from './board.ts';
import { keepSeats } from './sameBoard.ts';

const seat = (id: string, rank = 1): Seat => ({
	person: people[id] as BoardPerson,
	letter: 'J',
	rank,
	duty: null,
	isHeld: false,
	isClash: false
});
const people: Record<string, unknown> = { a: { id: 'a' }, b: { id: 'b' }, c: { id: 'c' } };
const workshops = ['1', '2'].map((id) => ({ id }) as BoardWorkshop);
const column = (at: number, seats: Seat[]): Column => ({
	workshop: workshops[at]!,
	seats,
	counts: { J: seats.length, A: 0, S: 0, P: 0 },
	broken: []
});
const board = (...columns: Column[]) => ({ columns }) as Board;

test('what reads the same stays the same object, what has changed does not', () => {
	const before = board(column(0, [seat('a'), seat('b')]), column(1, [seat('c')]));
	const same = keepSeats(before, board(column(0, [seat('a'), seat('b')]), column(1, [seat('c')])));
	expect(same.columns[0]).toBe(before.columns[0]);
	const after = keepSeats(before, board(column(0, [seat('a')]), column(1, [seat('b', 2), seat('c')])));
	expect(after.columns[0]!.seats[0]).toBe(before.columns[0]!.seats[0]);
	expect(after.columns[0]!.seats).toHaveLength(1);
	expect(after.columns[1]!.seats.map(({ rank }) => rank)).toEqual([2, 1]);
	expect(after.columns[1]!.seats[1]).toBe(before.columns[1]!.seats[0]);
	expect(after.columns[1]!.counts.J).toBe(2);
});
