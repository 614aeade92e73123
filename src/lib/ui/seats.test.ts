import { describe, expect, it } from 'vitest';
import { hallTables, seatForms, seatPaths, seatRadius, seatsAround } from './seats.ts';

describe('seatForms', () => {
	it('seats people in the order J A S P, then free chairs', () => {
		expect(seatForms({ J: 2, A: 1, S: 0, P: 1 }, 6)).toEqual(['J', 'J', 'A', 'P', 'free', 'free']);
	});
	it('shows everyone when a table is overfull', () => {
		expect(seatForms({ J: 2, A: 2, S: 1, P: 0 }, 3)).toHaveLength(5);
	});
});

describe('seatsAround', () => {
	it('starts at the top and goes clockwise, with one decimal', () => {
		expect(seatsAround(4, { x: 50, y: 50 }, 41)).toEqual([
			{ x: 50, y: 9 },
			{ x: 91, y: 50 },
			{ x: 50, y: 91 },
			{ x: 9, y: 50 }
		]);
	});
	it('has no seats for an empty table', () => {
		expect(seatsAround(0, { x: 0, y: 0 }, 41)).toEqual([]);
	});
});

describe('seatPaths', () => {
	it('draws one path per form and as many outlines as seats', () => {
		const paths = seatPaths(seatForms({ J: 7, A: 6, S: 3, P: 5 }, 23), { x: 50, y: 50 });
		expect(paths.map((path) => path.form)).toEqual(['J', 'A', 'S', 'P', 'free']);
		expect(paths.map((path) => path.d.split('z').length - 1)).toEqual([7, 6, 3, 5, 2]);
	});
	it('never writes a number with more than one decimal or not a number', () => {
		for (let count = 1; count <= 60; count++) {
			const all = seatPaths(seatForms({ J: count, A: count, S: 1, P: 1 }), { x: 50, y: 50 });
			expect(all.map((path) => path.d).join('')).not.toMatch(/NaN|\d\.\d\d/);
		}
	});
	it('keeps neighbours apart', () => {
		for (let count = 2; count <= 120; count++) {
			const gap = 2 * 41 * Math.sin(Math.PI / count);
			expect(2 * seatRadius(count)).toBeLessThan(gap);
		}
	});
});

describe('hallTables', () => {
	it('keeps one to twelve tables apart and inside the picture', () => {
		for (let count = 1; count <= 12; count++) {
			const { size, tables } = hallTables(count);
			expect(tables).toHaveLength(count);
			for (const [i, a] of tables.entries()) {
				expect(Math.min(a.x, a.y, size - a.x, size - a.y)).toBeGreaterThanOrEqual(34.9);
				for (const b of tables.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(66);
			}
		}
	});
});
