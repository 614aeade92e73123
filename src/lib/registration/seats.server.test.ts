import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { NO_PARTICULARS } from './registrant.ts';
import { registerParticipant } from './registrations.server.ts';
import { countSeats } from './seats.server.ts';
import { saveWindow } from './windows.server.ts';
import { takeBackWithdrawal, withdraw } from './withdrawals.server.ts';

const by = { accountId: null, name: 'Test', at: '2026-10-10T08:00:00.000Z' };
const gathering = { id: 'g1', dateOn: '2026-11-12', isCancelled: false };
const dates = { opensOn: '2026-10-01', closesOn: '2026-10-25', wishCount: 0, introduction: '' };
const silent = async () => {};

const act = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ verb: fc.constant('register' as const), who: fc.nat(11) }) },
	{ weight: 2, arbitrary: fc.record({ verb: fc.constant('withdraw' as const), who: fc.nat(11) }) },
	{ weight: 1, arbitrary: fc.record({ verb: fc.constant('return' as const), who: fc.nat(11) }) },
	{ weight: 1, arbitrary: fc.record({ verb: fc.constant('raise' as const), who: fc.integer({ min: 1, max: 3 }) }) }
);

async function start(): Promise<Database> {
	const db = await freshDatabase();
	const empty = { subtitle: '', guidingQuestion: '', aims: '', place: '', address: '', accessibility: '' };
	const rest = { onlineUrl: '', contactName: '', contactEmail: '', contactPhone: '', circleId: null };
	const day = { dateOn: '2026-11-12', startTime: '08:30', endTime: '16:00', createdAt: by.at };
	await db
		.insertInto('gathering')
		.values({ id: 'g1', kind: 'x', title: 'Tag', ...day, ...empty, ...rest })
		.execute();
	await saveWindow(db, by, 'g1', { ...dates, capacity: 2 }, silent);
	return db;
}

async function idOf(db: Database, who: number): Promise<string> {
	const row = await db
		.selectFrom('registration')
		.innerJoin('person', 'person.id', 'registration.personId')
		.where('lastName', '=', `P${who}`)
		.select('registration.id')
		.executeTakeFirst();
	return row?.id ?? '';
}

async function run(db: Database, verb: 'register' | 'withdraw' | 'return' | 'raise', who: number): Promise<void> {
	if (verb === 'raise') {
		const { capacity } = await countSeats(db, 'g1');
		await saveWindow(db, by, 'g1', { ...dates, capacity: (capacity ?? 0) + who }, silent);
	} else if (verb === 'register') {
		const person = { title: '', firstName: 'A', lastName: `P${who}`, email: `p${who}@example.org`, jobFunction: '' };
		const input = { person: { ...person, organisationId: null, organisationName: 'X' }, particulars: NO_PARTICULARS };
		await registerParticipant(db, by, gathering, { ...input, channel: 'web', language: 'de' }, silent);
	} else if (verb === 'withdraw') await withdraw(db, by, await idOf(db, who), '', silent);
	else await takeBackWithdrawal(db, by, await idOf(db, who), silent);
}

/** Ordinals of those who wait, and of those with a place who came after the first of them. */
async function overtaken(db: Database): Promise<number> {
	const rows = await db
		.selectFrom('registration')
		.leftJoin('admission', 'admission.registrationId', 'registration.id')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'registration.id')
		.where('registrationWithdrawal.at', 'is', null)
		.select(['ordinal', 'admission.how'])
		.execute();
	const firstWaiting = Math.min(...rows.filter((row) => row.how === null).map((row) => row.ordinal));
	return rows.filter((row) => row.how !== null && row.ordinal > firstWaiting).length;
}

it('whatever people do: never more than the capacity, nobody waits beside a free place, nobody overtakes', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
			const db = await start();
			for (const { verb, who } of acts) {
				await run(db, verb, who);
				const { admitted, waiting, capacity } = await countSeats(db, 'g1');
				expect(admitted).toBeLessThanOrEqual(capacity ?? 0);
				expect(waiting === 0 || admitted === capacity).toBe(true);
				expect(await overtaken(db)).toBe(0);
			}
			await db.destroy();
		}),
		{ numRuns: 60 }
	);
});
