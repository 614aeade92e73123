import { beforeEach, expect, it } from 'vitest';
import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { circleFor, circlesFor, createCircle } from './circles.server.ts';
import { addSeat, endSeat, resumeSeat, seatsOf, setTerm } from './seats.server.ts';

const NOW = '2026-10-20T08:00:00.000Z';
const by = { accountId: null, name: 'Test', at: NOW };
const input = { name: 'Runder Tisch Schule', kind: 'round_table' as const, purpose: '', rhythm: '' };
const account = (organisationId: string | null, more: Partial<Account> = {}): Account => ({
	...{ id: 'a', email: 'a@example.org', name: 'A', organisationName: '', organisationShortName: '', language: 'de' },
	...{ organisationId, isAdministrator: false, organizes: true, ...more }
});
const kreis = account('org-ja-kreis');

let db: Database;
beforeEach(async () => {
	db = await freshDatabase();
	await loadRegion(db, NOW);
});

it('shows a circle to its members only', async () => {
	const shown = (await circlesFor(db, kreis, '2026-10-20')).map(({ id, manages }) => [id, manages]);
	expect(shown.at(-1)).toEqual(['circle-tt', true]);
	// The Kreisjugendamt sits in four of the five small groups of the Trägertreffen, this provider in none.
	expect(shown).toHaveLength(5);
	expect((await circlesFor(db, account('org-p14'), '2026-10-20')).map(({ id }) => id)).toEqual(['circle-tt']);
	const id = (await createCircle(db, by, kreis, input)) as string;
	expect((await circleFor(db, kreis, id))?.manages).toBe(true);
	expect(await circleFor(db, account('org-ja-stadt'), id)).toBeUndefined();
	expect(await circleFor(db, account(null), id)).toBeUndefined();
	expect((await circleFor(db, account(null, { isAdministrator: true }), id))?.manages).toBe(true);
	expect((await circleFor(db, account('org-ja-kreis', { organizes: false }), id))?.manages).toBe(false);
	expect(await createCircle(db, by, account('org-ja-stadt', { organizes: false }), input)).toEqual({
		refused: 'not_allowed'
	});
});

it('takes and ends seats; ended ones stay on record', async () => {
	const circle = (await circleFor(db, kreis, (await createCircle(db, by, kreis, input)) as string))!;
	const begins = { sinceOn: '2026-01-01', termEndsOn: '2027-12-31' };
	const seat = { organisationId: 'org-ja-stadt', person: '', kind: 'voting' as const, ...begins };
	expect(await addSeat(db, by, circle, { ...seat, termEndsOn: '2025-12-31' })).toEqual({ refused: 'term' });
	expect(await addSeat(db, by, circle, { ...seat, organisationId: 'none' })).toEqual({
		refused: 'unknown_organisation'
	});
	expect(await addSeat(db, by, { ...circle, manages: false }, seat)).toEqual({ refused: 'not_allowed' });
	expect(await addSeat(db, by, circle, { ...seat, person: 'Niemand' })).toEqual({ refused: 'unknown_person' });
	expect(await addSeat(db, by, circle, { ...seat, person: 'Wojciechowski, Nadja · JA Kreis' })).toEqual({
		refused: 'other_organisation'
	});
	const id = (await addSeat(db, by, circle, { ...seat, person: 'müller, sabine · ja stadt' })) as string;
	const names = async () =>
		(await seatsOf(db, circle.id)).map((one) => [one.organisationName, one.personName, one.untilOn]);
	expect(await names()).toEqual([
		['Kreisjugendamt Birkenfurt-Seetal', '', null],
		['Stadtjugendamt Birkenfurt', 'Sabine Müller', null]
	]);
	expect(await endSeat(db, by, { ...circle, id: 'circle-tt' }, id, '2026-10-20')).toEqual({ refused: 'gone' });
	expect(await endSeat(db, by, circle, id, '2026-10-20')).toBe(true);
	expect((await names())[1]?.[2]).toBe('2026-10-19');
	expect(await endSeat(db, by, circle, id, '2026-10-20')).toEqual({ refused: 'gone' });
	expect(await resumeSeat(db, by, { ...circle, manages: false }, id)).toEqual({ refused: 'not_allowed' });
	expect(await resumeSeat(db, by, circle, id)).toBe(true);
	expect((await names())[1]?.[2]).toBeNull();
	expect(await resumeSeat(db, by, circle, id)).toEqual({ refused: 'gone' });
});

it('keeps until when somebody was chosen; that alone ends no seat', async () => {
	const circle = (await circleFor(db, kreis, (await createCircle(db, by, kreis, input)) as string))!;
	const [seat] = await seatsOf(db, circle.id);
	const term = { seatId: seat?.id ?? '', termEndsOn: '2028-06-30' };
	expect(await setTerm(db, by, { ...circle, manages: false }, term)).toEqual({ refused: 'not_allowed' });
	expect(await setTerm(db, by, circle, { ...term, seatId: 'none' })).toEqual({ refused: 'gone' });
	expect(await setTerm(db, by, circle, { ...term, termEndsOn: '2026-10-19' })).toEqual({ refused: 'term' });
	expect(await setTerm(db, by, circle, term)).toBe(true);
	expect(await seatsOf(db, circle.id)).toMatchObject([{ termEndsOn: '2028-06-30', untilOn: null }]);
	expect(await setTerm(db, by, circle, { ...term, termEndsOn: null })).toBe(true);
	expect((await seatsOf(db, circle.id))[0]?.termEndsOn).toBeNull();
});
