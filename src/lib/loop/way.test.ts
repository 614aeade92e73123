import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StandardStateName } from '#migrations/schema.ts';
import { sortByWay, STATIONS, type WayFacts, wayOf, waySentence } from './way.ts';

const facts = (more: Partial<WayFacts>): WayFacts => ({
	...{ state: 'idea', reportDueOn: null, consultedUntilOn: null, inForceOn: null, reviewDueOn: null },
	...{ unsigned: [], todayOn: '2026-12-01', ...more }
});
const say = (more: Partial<WayFacts>) => waySentence(facts(more), (on) => on);

it('puts each state at its station', () => {
	const stationOf = (state: StandardStateName) => wayOf(facts({ state })).station;
	expect(
		(['idea', 'drafting', 'consultation', 'ready_for_decision', 'signing', 'in_force', 'under_review'] as const).map(
			stationOf
		)
	).toEqual(['proposal', 'draft', 'consultation', 'decision', 'signatures', 'in_force', 'review']);
	expect(wayOf(facts({ reportDueOn: '2027-02-15' })).station).toBe('mandate');
});

it('asks the circle only when it can act', () => {
	expect(wayOf(facts({ state: 'ready_for_decision' })).isDue).toBe(true);
	expect(wayOf(facts({})).isDue).toBe(true);
	expect(wayOf(facts({ reportDueOn: '2027-02-15' })).isDue).toBe(false);
	expect(wayOf(facts({ state: 'consultation', consultedUntilOn: '2026-12-01' })).isDue).toBe(false);
	expect(wayOf(facts({ state: 'consultation', consultedUntilOn: '2026-11-30' })).isDue).toBe(true);
	expect(wayOf(facts({ state: 'in_force', reviewDueOn: '2026-12-02' })).isDue).toBe(false);
	expect(wayOf(facts({ state: 'in_force', reviewDueOn: '2026-12-01' })).isDue).toBe(true);
});

it('names what is lacking behind a standard in force', () => {
	expect(wayOf(facts({ state: 'in_force', unsigned: ['Morgenwiese'] })).lacking).toEqual(['signatures']);
	expect(wayOf(facts({ state: 'signing', unsigned: ['Morgenwiese'] })).lacking).toEqual([]);
});

it('says in one sentence where it stands', () => {
	expect(say({})).toBe('Vorschlag: wartet auf einen Auftrag');
	expect(say({ reportDueOn: '2027-02-15' })).toBe('Auftrag: Bericht der Gruppe bis 2027-02-15');
	expect(say({ state: 'consultation', consultedUntilOn: '2026-12-18' })).toBe('Rückmeldung: bis 2026-12-18');
	expect(say({ state: 'consultation', consultedUntilOn: '2026-11-18' })).toContain('Überarbeitung steht an');
	expect(say({ state: 'agreed', inForceOn: '2027-03-01' })).toBe('Beschlossen; tritt am 2027-03-01 in Kraft');
	expect(say({ state: 'in_force', reviewDueOn: '2026-11-01' })).toBe('Überprüfung: seit 2026-11-01 fällig');
});

it('sorts furthest first and keeps every line', () => {
	const states = ['idea', 'drafting', 'consultation', 'ready_for_decision', 'signing', 'in_force', 'parked'] as const;
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.constantFrom(...states), fc.nat(99))), (list) => {
			const lines = list.map(([state, number]) => ({ number, way: wayOf(facts({ state })) }));
			const sorted = sortByWay(lines);
			expect(sorted).toHaveLength(lines.length);
			const places = sorted.map(({ way }) => STATIONS.indexOf(way.station));
			expect(places).toEqual(places.toSorted((a, b) => b - a));
		})
	);
});
