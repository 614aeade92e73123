import { describe, expect, it } from 'vitest';
import { comingUp } from './comingUp.ts';
import type { Gathering } from './gathering.ts';
import { nextStep } from './nextStep.ts';
import { type States, stationsOf } from './stations.ts';
import { waitingAt } from './waiting.ts';

const TODAY = '2026-11-02';
const gathering: Gathering = {
	...{ id: 'g', kind: 'conference_day', title: 'Fachtag', subtitle: '', guidingQuestion: '', aims: 'Kennenlernen' },
	...{ dateOn: '2026-11-12', startTime: '08:30', endTime: '16:00', place: 'Halle', address: '', accessibility: '' },
	...{ onlineUrl: '', contactName: '', contactEmail: '', contactPhone: '', circleId: null, createdAt: '' },
	...{ hosts: [], isCancelled: false }
};
const ready: States = {
	agenda: { items: 14, workshops: 5, warnings: 0, releasedNumber: 2, differsFromRelease: false },
	registration: {
		window: 'closed',
		opensOn: '2026-10-01',
		closesOn: '2026-10-25',
		capacity: 106,
		admitted: 106,
		waiting: 1
	},
	groups: { placed: 106, unplaced: 0, brokenMusts: 0, releasedNumber: 1, differsFromRelease: false },
	invitations: { waiting: 0, held: 0, sent: 108, failed: 0 },
	results: { workshops: 5, noted: 5 }
};
type Change = { [Room in keyof States]?: Partial<States[Room]> };
const states = (change: Change): States => ({
	agenda: { ...ready.agenda, ...change.agenda },
	registration: { ...ready.registration, ...change.registration },
	groups: { ...ready.groups, ...change.groups },
	invitations: { ...ready.invitations, ...change.invitations },
	results: { ...ready.results, ...change.results }
});

describe('stations', () => {
	it('say how far everything is', () => {
		const words = stationsOf(gathering, ready, (on) => on).map(({ state, say }) => `${state}: ${say}`);
		expect(words).toEqual([
			'done: vollständig',
			'done: Fassung\u00a02 freigegeben',
			'done: 106 dabei, 1 wartet',
			'done: Fassung\u00a01 freigegeben',
			'done: 108 verschickt',
			'done: 5 von 5 Workshops'
		]);
	});

	it.each<[string, Change, Partial<Gathering>, string]>([
		['overview', {}, { place: '' }, 'part: Ort fehlt noch'],
		['overview', {}, { place: '', onlineUrl: 'https://example.org' }, 'done: vollständig'],
		['overview', {}, { aims: '' }, 'part: Ziel fehlt noch'],
		['agenda', { agenda: { items: 0 } }, {}, 'todo: noch leer'],
		['agenda', { agenda: { warnings: 2 } }, {}, 'stop: 2 Unstimmigkeiten'],
		['agenda', { agenda: { releasedNumber: null } }, {}, 'part: 14 Punkte, nicht freigegeben'],
		['agenda', { agenda: { differsFromRelease: true } }, {}, 'part: seit Fassung\u00a02 geändert'],
		[
			'registrations',
			{ registration: { window: 'none', admitted: 0, waiting: 0 } },
			{},
			'todo: noch nicht eingerichtet'
		],
		[
			'registrations',
			{ registration: { window: 'none', admitted: 0, waiting: 0 } },
			{ kind: 'round_table' },
			'todo: ohne Anmeldung'
		],
		['registrations', { registration: { window: 'before', admitted: 0, waiting: 0 } }, {}, 'part: ab 2026-10-01'],
		['registrations', { registration: { window: 'open', admitted: 80, waiting: 0 } }, {}, 'part: 80 dabei'],
		['groups', { agenda: { workshops: 0 } }, {}, 'todo: keine Workshops'],
		['groups', { groups: { placed: 0 } }, {}, 'todo: noch keine Einteilung'],
		['groups', { groups: { brokenMusts: 1 } }, {}, 'stop: 1 Regel verletzt'],
		['groups', { groups: { unplaced: 3 } }, {}, 'part: 3 Personen ohne Platz'],
		['groups', { groups: { releasedNumber: null } }, {}, 'part: 106 eingeteilt, nicht freigegeben'],
		['invitations', { invitations: { failed: 1 } }, {}, 'stop: 1 nicht zugestellt'],
		['invitations', { invitations: { held: 2 } }, {}, 'part: 2 warten auf Ihr Ja'],
		['invitations', { invitations: { sent: 0 } }, {}, 'todo: noch nichts verschickt']
	])('%s %j %j', (name, change, more, expected) => {
		const stations = stationsOf({ ...gathering, ...more }, states(change), (on) => on);
		const station = stations.find((one) => one.name === name);
		expect(`${station?.state}: ${station?.say}`).toBe(expected);
	});
});

describe('the next step', () => {
	it.each<[string, Change, string | undefined]>([
		['nothing is left', {}, undefined],
		['no programme', { agenda: { items: 0 }, registration: { window: 'none' } }, 'agenda'],
		['a clash', { agenda: { warnings: 1 } }, 'agenda'],
		['never released', { agenda: { releasedNumber: null } }, 'agenda/release'],
		['changed since', { agenda: { differsFromRelease: true } }, 'agenda/release'],
		['mail came back', { invitations: { failed: 1 } }, 'invitations'],
		['no way to sign up', { registration: { window: 'none', admitted: 0 } }, 'registrations'],
		['waiting with free places', { registration: { admitted: 100 } }, 'registrations'],
		['a broken rule', { groups: { brokenMusts: 1 } }, 'groups'],
		['still open', { registration: { window: 'open' }, groups: { placed: 0 } }, 'registrations'],
		['to be mixed', { groups: { placed: 0 } }, 'groups'],
		['one without a place', { groups: { unplaced: 1 } }, 'groups'],
		['groups to release', { groups: { releasedNumber: null } }, 'groups'],
		['letters held', { invitations: { held: 4 } }, 'invitations']
	])('%s', (_, change, to) => {
		expect(nextStep(gathering, states(change), TODAY)?.href).toBe(to && `/gatherings/g/${to}`);
	});

	it('is none after the day or a cancellation', () => {
		const empty = states({ agenda: { items: 0 } });
		expect(nextStep(gathering, empty, '2026-11-13')).toBeUndefined();
		expect(nextStep({ ...gathering, isCancelled: true }, empty, TODAY)).toBeUndefined();
		expect(nextStep(gathering, empty, '2026-11-12')).toBeDefined();
	});
});

it('lists what waits, and only that', () => {
	expect(waitingAt(gathering, states({ registration: { waiting: 0 } }))).toEqual([]);
	const change = { agenda: { differsFromRelease: true }, invitations: { failed: 2 } };
	expect(waitingAt(gathering, states(change)).map((line) => line.what)).toEqual([
		'Eine Person fragt nach einem Platz',
		'2 Nachrichten kamen nicht an',
		'Programm seit Fassung\u00a02 geändert, nicht freigegeben'
	]);
});

it('puts first what the reader prepares', () => {
	const listed = (id: string, dateOn: string, manages: boolean, isCancelled = false) => ({
		...{ ...gathering, id, dateOn, manages, isCancelled }
	});
	const all = [
		listed('past', '2026-11-01', true),
		listed('off', '2026-11-02', true, true),
		listed('read', '2026-11-03', false),
		listed('own', '2026-11-04', true)
	];
	const { next, further, managed } = comingUp(all, TODAY);
	expect([next?.id, further.map(({ id }) => id), managed.map(({ id }) => id)]).toEqual(['own', ['read'], ['own']]);
});
