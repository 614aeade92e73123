// over 250 lines: one registration on all its ways; the cases share their gathering and its rules.
import { describe, expect, it } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import type { Announcement } from '#lib/gatherings/announce.ts';
import { isRefused } from '#lib/web/refusal.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { entryIn } from './entries.server.ts';
import { registrationIn } from './details.server.ts';
import { registrationsOf } from './lists.server.ts';
import { listPage } from './list.ts';
import { mintPersonalLink, registrationByToken, replacePersonalLinks } from './personalLinks.server.ts';
import { participantsOf } from './participants.server.ts';
import { NO_PARTICULARS } from './registrant.ts';
import { registerParticipant, type RegistrationInput, registrationState } from './registrations.server.ts';
import { nameSubstitute } from './substitutes.server.ts';
import { saveWindow } from './windows.server.ts';
import { takeBackWithdrawal, withdraw } from './withdrawals.server.ts';

const AT = '2026-10-10T08:00:00.000Z';
const by = { accountId: null, name: 'Test', at: AT };
const gathering = { id: 'g1', dateOn: '2026-11-12', isCancelled: false };
const silent = async () => {};

async function prepare(db: Database, capacity = 3, id = 'g1'): Promise<void> {
	const empty = { subtitle: '', guidingQuestion: '', aims: '', place: '', address: '', accessibility: '' };
	const contact = { onlineUrl: '', contactName: '', contactEmail: '', contactPhone: '' };
	await db
		.insertInto('gathering')
		.values({
			id,
			kind: 'conference_day',
			title: 'Tag',
			dateOn: '2026-11-12',
			startTime: '08:30',
			endTime: '16:00',
			circleId: null,
			createdAt: AT,
			...empty,
			...contact
		})
		.execute();
	for (const number of [1, 2, 3]) {
		await db
			.insertInto('workshop')
			.values({
				id: `${id}-w${number}`,
				gatheringId: id,
				agendaItemId: null,
				number,
				title: `W${number}`,
				theme: '',
				aim: '',
				method: '',
				roomId: null,
				minSize: 0,
				maxSize: 20,
				minuteTakerId: null
			})
			.execute();
	}
	await saveWindow(db, by, id, { ...dates, capacity }, silent);
}
const dates = { opensOn: '2026-10-01', closesOn: '2026-10-25', wishCount: 3, introduction: '' };

function person(name: string, more: Partial<RegistrationInput['person']> = {}): RegistrationInput {
	const who = { title: '', firstName: 'Kim', lastName: name, email: `${name}@example.org`, organisationId: null };
	return {
		person: { ...who, organisationName: 'Verein', jobFunction: 'Fachkraft', ...more },
		particulars: { ...NO_PARTICULARS, wishes: ['g1-w2', '', 'g1-w1'] },
		channel: 'web',
		language: 'de'
	};
}

async function register(db: Database, name: string, announce = silent as typeof silent | Spy) {
	const answer = await registerParticipant(db, by, gathering, person(name), announce);
	if (isRefused(answer)) throw new Error(answer.refused);
	return answer;
}
type Spy = (trx: unknown, announcement: Announcement) => Promise<void>;

function listen(): { told: string[]; announce: Spy } {
	const told: string[] = [];
	return {
		told,
		announce: async (_, { occasion, registrationIds }) => {
			told.push(`${occasion}:${registrationIds.length}`);
		}
	};
}

async function order(db: Database): Promise<string[]> {
	const rows = await registrationsOf(db, 'g1');
	const question = { standing: 'waiting' as const, words: '', organisation: '', page: 1 };
	return listPage(rows, question).rows.map((row) => row.lastName);
}

describe('registering', () => {
	it('20 people at the same moment for 3 places: 3 get one, 17 wait in the order in which they came', async () => {
		const db = await freshDatabase();
		await prepare(db);
		const names = Array.from({ length: 20 }, (_, i) => `P${String(i).padStart(2, '0')}`);
		const answers = await Promise.all(names.map((name) => register(db, name)));
		expect(answers.filter((answer) => answer.standing === 'seat')).toHaveLength(3);
		const state = await registrationState(db, 'g1', '2026-10-10');
		expect(state).toMatchObject({ window: 'open', capacity: 3, admitted: 3, waiting: 17, withdrawn: 0 });
		const came = names.filter((_, i) => answers[i]?.standing === 'waiting');
		expect(await order(db)).toEqual(came);
	});

	it('the same person again: one registration, nothing changed, the mail with the link once more', async () => {
		const db = await freshDatabase();
		await prepare(db);
		const { told, announce } = listen();
		const first = await register(db, 'Lorenzen', announce);
		const again = person('lorenzen', { lastName: 'LORENZEN', jobFunction: 'Leitung', email: 'Lorenzen@Example.org' });
		const answer = await registerParticipant(db, by, gathering, again, announce);
		expect(answer).toMatchObject({ registrationId: first.registrationId, was: 'known', standing: 'seat' });
		expect(told).toEqual(['registered:1', 'registered:1']);
		expect(await participantsOf(db, 'g1')).toMatchObject([{ jobFunction: 'Fachkraft', wishes: ['g1-w2', 'g1-w1'] }]);
	});

	it('mails the link again three times in a quarter of an hour, not more', async () => {
		const db = await freshDatabase();
		await prepare(db);
		const { told, announce } = listen();
		for (let i = 0; i < 8; i++) await register(db, 'Lorenzen', announce);
		expect(told).toHaveLength(4);
	});

	it('colleagues share a mailbox: another name is another person, another address is not her entry', async () => {
		const db = await freshDatabase();
		await prepare(db);
		const team = { email: 'team@example.org' };
		await registerParticipant(db, by, gathering, person('Adler', team), silent);
		await registerParticipant(db, by, gathering, person('Busch', team), silent);
		await registerParticipant(db, by, gathering, person('Busch', { email: 'fremd@example.org' }), silent);
		const emails = (await participantsOf(db, 'g1')).map((p) => `${p.lastName} ${p.email}`);
		expect(emails.sort()).toEqual(['Adler team@example.org', 'Busch fremd@example.org', 'Busch team@example.org']);
	});

	it('before and after the window the public is refused, the office is not', async () => {
		const db = await freshDatabase();
		await prepare(db);
		const late = { ...by, at: '2026-10-25T23:30:00.000Z' };
		expect(await registerParticipant(db, late, gathering, person('Spät'), silent)).toEqual({ refused: 'closed' });
		const lastMinute = { ...by, at: '2026-10-25T22:30:00.000Z' };
		expect(await registerParticipant(db, lastMinute, gathering, person('Knapp'), silent)).toMatchObject({ was: 'new' });
		const early = { ...by, at: '2026-09-30T12:00:00.000Z' };
		expect(await registerParticipant(db, early, gathering, person('Früh'), silent)).toEqual({ refused: 'before' });
		const office = { ...person('Anruf'), channel: 'office' as const };
		expect(await registerParticipant(db, late, gathering, office, silent)).toMatchObject({ standing: 'seat' });
		const cancelled = { ...gathering, isCancelled: true };
		expect(await registerParticipant(db, by, cancelled, person('Zu'), silent)).toEqual({ refused: 'cancelled' });
	});

	it('when telling fails nothing remains', async () => {
		const db = await freshDatabase();
		await prepare(db);
		const broken = async () => {
			throw new Error('no outbox');
		};
		await expect(register(db, 'Pech', broken)).rejects.toThrow('no outbox');
		for (const table of ['registration', 'person', 'wish', 'admission'] as const) {
			expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
		}
	});
});

describe('withdrawing', () => {
	it('the next in the queue moves up and is told; more places move up more', async () => {
		const db = await freshDatabase();
		await prepare(db, 2);
		const [a] = [await register(db, 'A'), await register(db, 'B'), await register(db, 'C'), await register(db, 'D')];
		const { told, announce } = listen();
		await withdraw(db, by, a.registrationId, 'krank', announce);
		expect(told).toEqual(['withdrawn:1', 'moved_up:1']);
		expect(await order(db)).toEqual(['D']);
		await saveWindow(db, by, 'g1', { ...dates, capacity: 5 }, announce);
		expect(await order(db)).toEqual([]);
		expect(await withdraw(db, by, a.registrationId, '', announce)).toEqual({ refused: 'withdrawn' });
	});

	it('can be taken back while the place is free, else the queue begins again at its end', async () => {
		const db = await freshDatabase();
		await prepare(db, 2);
		const [a, b] = [await register(db, 'A'), await register(db, 'B')];
		await withdraw(db, by, a.registrationId, '', silent);
		expect(await takeBackWithdrawal(db, by, a.registrationId, silent)).toBe('seat');
		await register(db, 'C');
		await withdraw(db, by, b.registrationId, '', silent);
		expect(await takeBackWithdrawal(db, by, b.registrationId, silent)).toBe('waiting');
		expect(await takeBackWithdrawal(db, by, b.registrationId, silent)).toEqual({ refused: 'not_withdrawn' });
	});

	it('registering again after withdrawing stands at the end of the queue, with the new wishes', async () => {
		const db = await freshDatabase();
		await prepare(db, 1);
		const a = await register(db, 'A');
		await register(db, 'B');
		await register(db, 'C');
		await withdraw(db, by, a.registrationId, '', silent);
		const again = person('A');
		again.particulars = { ...again.particulars, wishes: ['g1-w3'] };
		expect(await registerParticipant(db, by, gathering, again, silent)).toMatchObject({ was: 'returned' });
		expect(await order(db)).toEqual(['C', 'A']);
		expect(await registrationIn(db, 'g1', a.registrationId)).toMatchObject({ wishes: ['g1-w3'], position: 2 });
	});
});

describe('a substitute', () => {
	it('keeps the place and the wishes even when others wait', async () => {
		const db = await freshDatabase();
		await prepare(db, 1);
		const a = await register(db, 'A');
		await register(db, 'B');
		const { told, announce } = listen();
		const input = { person: person('Ersatz').person, language: 'de' as const, channel: 'colleague' as const };
		const id = await nameSubstitute(db, by, a.registrationId, input, announce);
		expect(told).toEqual(['withdrawn:1', 'substituted:1']);
		expect(await registrationIn(db, 'g1', String(id))).toMatchObject({ how: 'substitute', wishes: ['g1-w2', 'g1-w1'] });
		expect(await order(db)).toEqual(['B']);
		expect(await nameSubstitute(db, by, a.registrationId, input, announce)).toEqual({ refused: 'withdrawn' });
	});

	it('takes over the place in the queue; somebody who has a place already cannot', async () => {
		const db = await freshDatabase();
		await prepare(db, 1);
		await register(db, 'A');
		const b = await register(db, 'B');
		await register(db, 'C');
		const input = { language: 'de' as const, channel: 'colleague' as const };
		const taken = { ...input, person: person('A').person };
		expect(await nameSubstitute(db, by, b.registrationId, taken, silent)).toEqual({ refused: 'registered' });
		const self = { ...input, person: person('B').person };
		expect(await nameSubstitute(db, by, b.registrationId, self, silent)).toEqual({ refused: 'same' });
		await nameSubstitute(db, by, b.registrationId, { ...input, person: person('Ersatz').person }, silent);
		expect(await order(db)).toEqual(['Ersatz', 'C']);
	});
});

describe('who may see what', () => {
	it('an id of another gathering finds nothing', async () => {
		const db = await freshDatabase();
		await prepare(db);
		await prepare(db, 3, 'g2');
		const { registrationId } = await register(db, 'A');
		expect(await entryIn(db, 'g2', registrationId)).toBeUndefined();
		expect(await registrationIn(db, 'g2', registrationId)).toBeUndefined();
		expect(await registrationIn(db, 'g1', registrationId)).toBeDefined();
	});

	it('a personal link opens one registration; replaced it opens nothing; no token stands in the database', async () => {
		const db = await freshDatabase();
		await prepare(db);
		const { registrationId } = await register(db, 'A');
		const token = await db.transaction().execute((trx) => mintPersonalLink(trx, registrationId, AT));
		const entry = await registrationByToken(db, token);
		expect(entry?.id).toBe(registrationId);
		expect(await registrationByToken(db, token.slice(1) + 'x')).toBeUndefined();
		const rows = await db.selectFrom('personalLink').selectAll().execute();
		expect(JSON.stringify(rows)).not.toContain(token);
		const { told, announce } = listen();
		if (entry) await replacePersonalLinks(db, by, entry, announce);
		expect(told).toEqual(['registered:1']);
		expect(await registrationByToken(db, token)).toBeUndefined();
	});

	it('the lists take the same number of queries for 3 and for 300 people', async () => {
		const counts: number[] = [];
		for (const people of [3, 300]) {
			let count = 0;
			const db = await freshDatabase(() => (count += 1));
			await prepare(db, 1000);
			for (let i = 0; i < people; i++) await register(db, `P${i}`);
			count = 0;
			expect(await participantsOf(db, 'g1')).toHaveLength(people);
			await registrationsOf(db, 'g1');
			await registrationState(db, 'g1', '2026-10-10');
			counts.push(count);
		}
		expect(counts).toEqual([5, 5]);
	});
});
