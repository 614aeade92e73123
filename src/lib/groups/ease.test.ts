import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Place } from './board.ts';
import { stepTowards } from './ease.ts';

const places = fc
	.uniqueArray(fc.tuple(fc.nat(20), fc.nat(4)), { selector: ([person]) => person })
	.map((list) =>
		list.map(([person, group]): Place => ({ registrationId: `r${person}`, workshopId: `w${group}`, isHeld: false }))
	);

test('a few people each step, and the target in the end', () => {
	fc.assert(
		fc.property(places, places, fc.integer({ min: 1, max: 6 }), (from, target, most) => {
			let shown = from;
			for (let steps = 0; shown !== target; steps++) {
				const next = stepTowards(shown, target, most);
				const before = new Map(shown.map((place) => [place.registrationId, place.workshopId]));
				const after = new Map(next.map((place) => [place.registrationId, place.workshopId]));
				const ids = new Set([...before.keys(), ...after.keys()]);
				expect([...ids].filter((id) => before.get(id) !== after.get(id)).length).toBeLessThanOrEqual(most);
				expect(next).toHaveLength(after.size);
				shown = next;
				expect(steps).toBeLessThan(50);
			}
		})
	);
});
