import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	leastMet,
	OTHERS,
	pictureByOrganisations,
	pictureBySides,
	type PicturedSeat,
	totalOf
} from './meetingPicture.ts';

const SIDES = [
	{ id: 'youth_office' as const, name: 'Jugendamt' },
	{ id: 'outpatient' as const, name: 'Ambulant' },
	{ id: 'partner' as const, name: 'Partner' }
];

function seat(personId: string, workshopId: string, organisationId: string | null, gatheringId = 'g1'): PicturedSeat {
	const side = organisationId === 'j' ? 'youth_office' : 'outpatient';
	return { gatheringId, workshopId, personId, organisationId, organisationName: `Träger ${organisationId}`, side };
}

const three = (organisationId: string, workshops: string[], gatheringId = 'g1') =>
	workshops.map((workshop, i) => seat(`${organisationId}${i}`, workshop, organisationId, gatheringId));

describe('who has met whom', () => {
	test('counts different people once, out of those who were at the same gathering', () => {
		const seats = [
			...three('a', ['w1', 'w1', 'w2']),
			...three('j', ['w1', 'w2', 'w3']),
			// The same two in one group again, in another round: still one pair.
			seat('a0', 'w9', 'a'),
			seat('j0', 'w9', 'j')
		];
		const { parties, cells } = pictureByOrganisations(seats, 'Weitere');
		expect(parties.map(({ id, people }) => [id, people])).toEqual([
			['a', 3],
			['j', 3]
		]);
		expect(cells[1]?.[0]).toEqual({ met: 3, possible: 9 });
		expect(cells[0]?.[0]).toEqual({ met: 1, possible: 3 });
	});

	test('who was never at the same gathering could not meet', () => {
		const seats = [...three('a', ['w1', 'w1', 'w1'], 'g1'), ...three('j', ['w1', 'w1', 'w1'], 'g2')];
		expect(pictureByOrganisations(seats, 'Weitere').cells[1]?.[0]).toEqual({ met: 0, possible: 0 });
	});

	test('small organisations stand together, and not at all when that would still be a single person', () => {
		const few = [seat('b0', 'w1', 'b'), seat('c0', 'w1', 'c'), seat('n0', 'w2', null)];
		const seats = [...three('a', ['w1', 'w1', 'w2']), ...few];
		expect(pictureByOrganisations(seats, 'Weitere').parties.map(({ id }) => id)).toEqual(['a', OTHERS]);
		const fewer = pictureByOrganisations(seats.slice(0, 4), 'Weitere');
		expect(fewer.parties.map(({ id }) => id)).toEqual(['a']);
	});

	test('names the two that have met the least, if one stands out', () => {
		const seats = [
			...three('a', ['w1', 'w1', 'w1']),
			...three('b', ['w1', 'w1', 'w2']),
			...three('j', ['w2', 'w2', 'w3'])
		];
		const least = leastMet(pictureByOrganisations(seats, ''));
		expect([least?.one.id, least?.other.id, least?.meeting.met]).toEqual(['a', 'j', 0]);
		expect(leastMet(pictureBySides([], SIDES))).toBeUndefined();
	});
});

test('no more pairs have met than could, and the order of the places does not matter', () => {
	const seats = fc.array(
		fc.record({
			...{ person: fc.nat(14), workshop: fc.constantFrom('w1', 'w2', 'w3'), gathering: fc.constantFrom('g1', 'g2') }
		}),
		{ maxLength: 60 }
	);
	fc.assert(
		fc.property(seats, (list) => {
			const places = list.map(({ person, workshop, gathering }) =>
				seat(`p${person}`, workshop, person % 3 === 0 ? 'j' : 'a', gathering)
			);
			const picture = pictureBySides(places, SIDES);
			for (const { met, possible } of picture.cells.flat()) expect(met).toBeLessThanOrEqual(possible);
			const people = new Set(places.map(({ personId }) => personId)).size;
			expect(totalOf(picture).possible).toBeLessThanOrEqual((people * (people - 1)) / 2);
			expect(pictureBySides(places.toReversed(), SIDES).cells).toEqual(picture.cells);
		})
	);
});
