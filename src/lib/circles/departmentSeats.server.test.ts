import { beforeEach, expect, it } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { addOrganisation } from '#lib/people/organisations.server.ts';
import { account } from '../../../tests/support/account.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import type { Circle } from './circle.ts';
import { circleFor, createCircle } from './circles.server.ts';
import { addSeat, seatsOf } from './seats.server.ts';
import { doubleVoices } from './votingOrganisation.ts';
import { votingSeatsOf } from './votingSeats.server.ts';

const NOW = '2026-10-20T08:00:00.000Z';
const TODAY = '2026-10-20';
const by = { accountId: null, name: 'Test', at: NOW };
const kreis = account('org-ja-kreis');

let db: Database;
let circle: Circle;
const ids: Record<string, string> = {};
const seat = (organisationId: string, person = '') => ({
	...{ organisationId, person, kind: 'voting' as const, sinceOn: '2026-01-01', termEndsOn: null }
});

beforeEach(async () => {
	db = await freshDatabase();
	await loadRegion(db, NOW);
	const input = { name: 'Übergänge im Haus', kind: 'small_group' as const, purpose: '', rhythm: '' };
	circle = (await circleFor(db, kreis, (await createCircle(db, by, kreis, input)) as string))!;
	for (const [name, partOfId] of [
		['Pflegekinderdienst', 'org-ja-kreis'],
		['Vormundschaften', 'org-ja-kreis'],
		['Wirtschaftliche Hilfe', 'org-ja-stadt']
	] as const) {
		const nothing = { kind: '', side: '' as const, town: '', mailDomain: '', dataProtectionLaw: 'DSGVO', sectors: [] };
		ids[name] = await addOrganisation(db, by, { ...nothing, name, shortName: name, partOfId });
	}
});

it('a department with a seat of its own has a voice of its own, in the bank of its side', async () => {
	for (const id of Object.values(ids)) expect(await addSeat(db, by, circle, seat(id))).toEqual(expect.any(String));
	const voices = await votingSeatsOf(db, circle.id, TODAY);
	expect(voices.map(({ name, bank }) => [name, bank])).toEqual([
		['Kreisjugendamt Birkenfurt-Seetal', 'youth_office'],
		['Pflegekinderdienst', 'youth_office'],
		['Vormundschaften', 'youth_office'],
		['Wirtschaftliche Hilfe', 'youth_office']
	]);
	// The whole and two of its departments vote; the department of the other office does so alone.
	expect(doubleVoices(voices).map(({ name }) => name)).toEqual([
		...['Kreisjugendamt Birkenfurt-Seetal', 'Pflegekinderdienst', 'Vormundschaften']
	]);
	expect(doubleVoices(voices.slice(1))).toEqual([]);
});

it('somebody of the whole sits for a department only where she is named', async () => {
	const own = ids.Pflegekinderdienst ?? '';
	expect(await addSeat(db, by, circle, seat(own, 'Wojciechowski, Nadja · JA Kreis'))).toEqual(expect.any(String));
	expect(
		(await seatsOf(db, circle.id)).map(({ organisationName, personName }) => [organisationName, personName])
	).toEqual([
		['Kreisjugendamt Birkenfurt-Seetal', ''],
		['Pflegekinderdienst', 'Nadja Wojciechowski']
	]);
	expect((await votingSeatsOf(db, circle.id, TODAY)).map(({ holders }) => holders)).toEqual([
		...[[], ['Nadja Wojciechowski']]
	]);
	// Of the other office, or of another department: no.
	const other = await addSeat(db, by, circle, seat(own, 'müller, sabine · ja stadt'));
	expect(other).toEqual({ refused: 'other_organisation' });
	const back = await addSeat(db, by, circle, seat('org-ja-stadt', 'Wojciechowski, Nadja · JA Kreis'));
	expect(back).toEqual({ refused: 'other_organisation' });
});

it('a circle of departments is seen by the accounts of those who sit there', async () => {
	await addSeat(db, by, circle, seat(ids.Vormundschaften ?? ''));
	expect(await circleFor(db, account(ids.Vormundschaften ?? ''), circle.id)).toMatchObject({ sits: true });
	expect(await circleFor(db, account(ids.Pflegekinderdienst ?? ''), circle.id)).toBeUndefined();
});
