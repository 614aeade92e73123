import { describe, expect, it } from 'vitest';
import type { KnownOrganisation } from './matchOrganisationIndex.ts';
import { matchOrganisation } from './matchOrganisation.ts';
import { indexOrganisations } from './matchOrganisationIndex.ts';

const known = (
	id: string,
	name: string,
	shortName: string,
	mailDomain: string,
	aliases: string[] = []
): KnownOrganisation => ({
	id,
	name,
	shortName,
	aliases,
	mailDomain,
	town: 'Birkenfurt'
});
const index = indexOrganisations([
	known('caritas', 'Caritasverband Erlangen-Höchstadt e. V.', 'Caritas', 'caritas-erh.example.org'),
	known('ejw', 'Evangelisches Jugendhilfewerk Seetal gGmbH', 'Ev. JHW Seetal', 'ejw-seetal.example.org', ['EJS']),
	known('stadt', 'Stadtjugendamt Birkenfurt', 'JA Stadt', 'stadt.example.org'),
	known('kreis', 'Kreisjugendamt Birkenfurt-Seetal', 'JA Kreis', 'kreis.example.org'),
	known('fluss', 'Flussgarten Jugendhilfe gGmbH', 'Flussgarten', 'fluss.example.org'),
	known('schule1', 'Mittelschule Am Weiher', 'Schule', 'weiher.example.org'),
	known('schule2', 'Grundschule Grünlohe', 'Schule', 'gs.example.org')
]);
const ask = (written: string, email = '') => matchOrganisation(index, written, email);
const candidates = (written: string, email = '') => {
	const match = ask(written, email);
	return match.kind === 'suggest' ? match.candidates.map(({ id }) => id) : match.kind;
};

describe('matchOrganisation', () => {
	it('takes only an equal name, short name or alias as the same', () => {
		expect(ask('Caritasverband Erlangen Höchstadt')).toEqual({ kind: 'same', id: 'caritas', by: 'name' });
		expect(ask('CARITASVERBAND ERLANGEN-HOECHSTADT eV')).toEqual({ kind: 'same', id: 'caritas', by: 'name' });
		expect(ask('Flussgarten  GmbH')).toEqual({ kind: 'same', id: 'fluss', by: 'short' });
		expect(ask('ev. jhw seetal')).toEqual({ kind: 'same', id: 'ejw', by: 'short' });
		expect(ask('EJS')).toEqual({ kind: 'same', id: 'ejw', by: 'alias' });
	});

	it('suggests short forms, slips and likeness and never settles them', () => {
		expect(candidates('Caritas ERH')[0]).toBe('caritas');
		expect(candidates('Ev. Jugendhilfewerk Seetal')[0]).toBe('ejw');
		expect(candidates('JHW Seetal')[0]).toBe('ejw');
		expect(candidates('Flußgarten Jugenhilfe')[0]).toBe('fluss');
		expect(candidates('Jugendamt')).toEqual(expect.arrayContaining(['stadt', 'kreis']));
		expect(candidates('Stadtjugendamt')[0]).toBe('stadt');
	});

	it('asks when two organisations have the written name', () => {
		expect(ask('Schule')).toEqual({
			kind: 'suggest',
			candidates: [
				{ id: 'schule1', score: 1, why: ['severalSame'] },
				{ id: 'schule2', score: 1, why: ['severalSame'] }
			]
		});
	});

	it('the mail domain alone only suggests, free mail says nothing', () => {
		expect(ask('', 'a@fluss.example.org')).toEqual({
			kind: 'suggest',
			candidates: [{ id: 'fluss', score: 0.6, why: ['mailDomain'] }]
		});
		expect(candidates('Wendeltreppe', 'a@team.fluss.example.org')).toEqual(['fluss']);
		expect(ask('', 'a@gmx.de')).toEqual({ kind: 'unknown' });
		expect(ask('', '')).toEqual({ kind: 'unknown' });
		expect(ask('Polizei Hasselried')).toEqual({ kind: 'unknown' });
	});
});
