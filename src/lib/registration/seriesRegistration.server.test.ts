import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import type { Announcement } from '#lib/gatherings/announce.ts';
import { isRefused } from '#lib/web/refusal.ts';
import { insertGathering } from '../../../tests/calendar/rows.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { registrationIn } from './details.server.ts';
import { NO_PARTICULARS } from './registrant.ts';
import { seriesRegistrationForm } from './registration.form.ts';
import { registerParticipant, type RegistrationInput } from './registrations.server.ts';
import { otherPartsOf, publicSeries } from './seriesPage.server.ts';
import { registerForSeries } from './seriesRegistration.server.ts';
import { saveWindow } from './windows.server.ts';
import { withdraw } from './withdrawals.server.ts';

const AT = '2026-10-10T08:00:00.000Z';
const by = { accountId: null, name: 'Test', at: AT };
const silent = async () => {};
const dates = { opensOn: '2026-10-01', closesOn: '2026-10-25', wishCount: 0, introduction: '' };
const ALL = ['p1', 'p2', 'p3'];

let db: Database;
let told: Announcement[];
const announce = async (_: unknown, __: string, announcements: readonly Announcement[]) =>
	void told.push(...announcements);

beforeEach(async () => {
	told = [];
	db = await freshDatabase();
	const text = { title: 'Reihe', annualTheme: 'Nähe', principles: 'a\nb\nc', circleId: null, setUpById: null };
	await db
		.insertInto('series')
		.values({ ...text, id: 's', token: 'token', createdAt: AT })
		.execute();
	for (const [index, id] of ALL.entries()) {
		await insertGathering(db, {
			id,
			title: `Teil ${id}`,
			dateOn: `2026-11-2${index}`
		});
		await db
			.insertInto('seriesPart')
			.values({ seriesId: 's', gatheringId: id, number: index + 1 })
			.execute();
		await saveWindow(db, by, id, { ...dates, capacity: 2 }, silent);
	}
});

function input(name: string, more: Partial<RegistrationInput['person']> = {}): RegistrationInput {
	const who = { title: '', firstName: 'Kim', lastName: name, email: `${name}@example.org`, organisationId: null };
	return {
		person: { ...who, organisationName: 'Verein', jobFunction: 'Fachkraft', ...more },
		particulars: NO_PARTICULARS,
		channel: 'web',
		language: 'de'
	};
}

async function register(name: string, ids: string[] = ALL) {
	const answer = await registerForSeries(db, by, 's', ids, input(name), announce);
	if (isRefused(answer)) throw new Error(answer.refused);
	return answer;
}

const counts = async () => ({
	persons: (await db.selectFrom('person').select('id').execute()).length,
	registrations: (await db.selectFrom('registration').select('id').execute()).length
});

describe('registering for a series', () => {
	it('makes one person with a registration for each chosen part, and tells of all at once', async () => {
		const answer = await register('lorenzen', ['p3', 'p1']);
		expect(answer.map(({ standing, was }) => [standing, was])).toEqual([
			['seat', 'new'],
			['seat', 'new']
		]);
		expect(await counts()).toEqual({ persons: 1, registrations: 2 });
		expect(told.map(({ gatheringId, occasion }) => [gatheringId, occasion])).toEqual([
			['p1', 'registered'],
			['p3', 'registered']
		]);
	});

	it('a full part brings the waiting list there, and a place in the others', async () => {
		await register('a', ['p2']);
		await register('b', ['p2']);
		const answer = await register('c');
		expect(answer.map(({ standing }) => standing)).toEqual(['seat', 'waiting', 'seat']);
	});

	it('who is registered for a part already is not registered twice, and nothing of hers is changed', async () => {
		const before = await registerParticipant(
			db,
			by,
			{ id: 'p2', dateOn: '2026-12-01', isCancelled: false },
			input('a'),
			silent
		);
		if (isRefused(before)) throw new Error();
		const answer = await registerForSeries(db, by, 's', ALL, input('a', { jobFunction: 'Leitung' }), announce);
		if (isRefused(answer)) throw new Error();
		expect(answer.map(({ was }) => was)).toEqual(['new', 'known', 'new']);
		expect(await counts()).toEqual({ persons: 1, registrations: 3 });
		expect((await registrationIn(db, 'p2', before.registrationId))?.jobFunction).toBe('Fachkraft');
	});

	it('two of the same name with one address stay two: nobody is added with each part', async () => {
		const twin = { firstName: 'Kim', lastName: 'zwei', email: 'zwei@example.org', organisationId: null };
		const empty = { title: '', salutation: '', unit: '', jobFunction: '', level: '', side: null };
		for (const id of ['t1', 't2']) {
			await db
				.insertInto('person')
				.values({ ...twin, ...empty, id, createdAt: AT, changedAt: AT })
				.execute();
		}
		await register('zwei');
		expect(await counts()).toEqual({ persons: 3, registrations: 3 });
	});

	it.each([
		[
			'a part that is closed',
			ALL,
			async () => saveWindow(db, by, 'p3', { ...dates, closesOn: '2026-10-09', capacity: 2 }, silent)
		],
		[
			'a part that is cancelled',
			ALL,
			async () => {
				await db
					.insertInto('gatheringCancellation')
					.values({ gatheringId: 'p2', at: AT, byName: '', reason: '' })
					.execute();
			}
		],
		[
			'a part without registration',
			ALL,
			async () => {
				await db.deleteFrom('registrationWindow').where('gatheringId', '=', 'p1').execute();
			}
		],
		[
			'a gathering of somewhere else',
			['p1', 'elsewhere'],
			async () => {
				await insertGathering(db, { id: 'elsewhere' });
				await saveWindow(db, by, 'elsewhere', { ...dates, capacity: 2 }, silent);
			}
		],
		['nothing', [], async () => {}]
	])('%s refuses the whole', async (_, ids, prepare) => {
		await prepare();
		expect(await registerForSeries(db, by, 's', ids, input('a'), announce)).toEqual({ refused: 'closed' });
		expect(await counts()).toEqual({ persons: 0, registrations: 0 });
	});

	it('when telling fails nothing stays behind', async () => {
		const failing = async () => {
			throw new Error('no outbox');
		};
		await expect(registerForSeries(db, by, 's', ALL, input('a'), failing)).rejects.toThrow('no outbox');
		expect(await counts()).toEqual({ persons: 0, registrations: 0 });
	});
});

describe('the pages', () => {
	it('the public one knows which parts are open, full and shut', async () => {
		await register('a', ['p2']);
		await register('b', ['p2']);
		await db.deleteFrom('registrationWindow').where('gatheringId', '=', 'p3').execute();
		const series = await publicSeries(db, 'token', '2026-10-10');
		expect(series).toMatchObject({ title: 'Reihe', principles: ['a', 'b', 'c'] });
		expect(series?.parts.map(({ number, door, isFull }) => [number, door, isFull])).toEqual([
			[1, 'open', false],
			[2, 'open', true],
			[3, 'none', false]
		]);
		expect(await publicSeries(db, 'another', '2026-10-10')).toBeUndefined();
	});

	it('the personal one shows her other parts and nobody else’s', async () => {
		const [first, second] = await register('a');
		await register('b', ['p3']);
		await withdraw(db, by, second?.registrationId ?? '', '', silent);
		const own = (await registrationIn(db, 'p1', first?.registrationId ?? ''))!;
		expect((await otherPartsOf(db, own)).map(({ number, standing }) => [number, standing])).toEqual([
			[2, 'withdrawn'],
			[3, 'seat']
		]);
	});
});

it('the form wants at least one part and what every registration wants', () => {
	const typed = {
		firstName: 'Kim',
		lastName: 'L',
		organisationName: 'Verein',
		jobFunction: 'F',
		email: 'k@example.org'
	};
	expect(seriesRegistrationForm.safeParse({ ...typed, parts: ['p1'] }).success).toBe(true);
	const refused = seriesRegistrationForm.safeParse({ ...typed, organisationName: '', parts: [] });
	expect(refused.error?.issues.map(({ path }) => path.join('.')).sort()).toEqual(['organisationId', 'parts']);
});
