/** What a seat on the picture of a round table can be: one of four sides, a free chair, or a vote. */
export type SeatForm = 'J' | 'A' | 'S' | 'P' | 'free' | 'yes' | 'no' | 'ring';

/** How many of each side sit at a table. */
export type SideCounts = { J: number; A: number; S: number; P: number };

/** One drawn form with the path of all its seats, ready for `<path class d>`. */
export type SeatPath = { form: SeatForm; d: string };

/** A point of the drawing, in units of its viewBox. */
export type Point = { x: number; y: number };

const SIDES = ['J', 'A', 'S', 'P'] as const;

/** Rounds to one decimal: more is never seen and only makes the page heavier. */
function round(value: number): number {
	return Math.round(value * 10) / 10 + 0;
}

/** People as seats in the fixed order J A S P, then free chairs up to `size` (the places of the room). */
export function seatForms(counts: SideCounts, size = 0): SeatForm[] {
	const people = SIDES.flatMap((side) => Array<SeatForm>(counts[side]).fill(side));
	return [...people, ...Array<SeatForm>(Math.max(0, size - people.length)).fill('free')];
}

/** `count` points on a circle, the first at the top, clockwise. */
export function seatsAround(count: number, centre: Point, radius: number): Point[] {
	return Array.from({ length: count }, (_, i) => {
		const angle = ((i / count) * 2 - 0.5) * Math.PI;
		return { x: round(centre.x + radius * Math.cos(angle)), y: round(centre.y + radius * Math.sin(angle)) };
	});
}

/** The radius of one seat: as large as the ring allows, at most `most`. */
export function seatRadius(count: number, radius = 41, most = 4.6): number {
	return Math.min(most, (0.78 * Math.PI * radius) / Math.max(1, count));
}

/** A seat of radius `r`: where its outline begins, seen from its middle, and the outline itself; forms are sized to look equally heavy. */
function outline(form: SeatForm, r: number): Point & { line: string } {
	const n = (value: number) => String(round(value));
	if (form === 'A') return { x: 0, y: -1.12 * r, line: `l${n(1.12 * r)} ${n(2 * r)}h${n(-2.24 * r)}z` };
	if (form === 'P') {
		const d = n(1.13 * r);
		return { x: 0, y: -1.13 * r, line: `l${d} ${d}l-${d} ${d}l-${d} -${d}z` };
	}
	if (form === 'S' || form === 'no') {
		const half = form === 'S' ? 0.84 * r : r;
		return { x: -half, y: -half, line: `h${n(2 * half)}v${n(2 * half)}h${n(-2 * half)}z` };
	}
	const circle = round({ J: 0.92, free: 0.62, yes: 1.09, ring: 0.95 }[form] * r);
	const arc = `a${circle} ${circle} 0 1 0`;
	return { x: -circle, y: 0, line: `${arc} ${n(2 * circle)} 0${arc} -${n(2 * circle)} 0z` };
}

/** All seats of one table, gathered into one path per form, in the order in which the forms first appear. */
export function seatPaths(forms: readonly SeatForm[], centre: Point, radius = 41, most = 4.6): SeatPath[] {
	const r = seatRadius(forms.length, radius, most);
	const seats = seatsAround(forms.length, centre, radius);
	return [...Map.groupBy(seats.entries(), ([i]) => forms[i] as SeatForm)].map(([form, at]) => {
		const { x, y, line } = outline(form, r);
		return { form, d: at.map(([, seat]) => `M${round(seat.x + x)} ${round(seat.y + y)}${line}`).join('') };
	});
}

/** Where the tables of a hall stand: one ring, from seven on with tables in the middle. `size` is the side of the square viewBox. */
export function hallTables(count: number): { size: number; tables: Point[] } {
	const inner = count >= 9 ? 3 : count >= 7 ? 1 : 0;
	const outer = count - inner;
	const spacing = 42.3;
	const ring = outer <= 1 ? 0 : Math.max(spacing / Math.sin(Math.PI / outer), inner === 3 ? 122 : inner ? 80 : 0);
	const half = round(Math.max(95, ring + 35));
	const centre = { x: half, y: half };
	return {
		size: round(2 * half),
		tables: [...seatsAround(outer, centre, ring), ...seatsAround(inner, centre, inner === 3 ? 46 : 0)]
	};
}
