import { releaseAgenda } from '#lib/agenda/agenda.server.ts';
import type { Trx } from '#lib/db/database.server.ts';
import { gatheringById } from '#lib/gatherings/gatherings.server.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { addMinutesToInstant } from '#lib/time/berlin.ts';
import type { Move } from './loadRegion.server.ts';
import type { Region } from './region.ts';

const RELEASED_AT = '2026-09-28T10:00:00+02:00';

/** The programme as it was released before registration opened. */
export async function releaseProgramme(trx: Trx, region: Region, move: Move): Promise<void> {
	const gathering = await gatheringById(trx, region.conference.id);
	if (!gathering) throw new Error('The demo region has no Fachtag.');
	const by = { accountId: 'acc-per-019', name: 'Nadja Wojciechowski', at: move.instant(RELEASED_AT) };
	await releaseAgenda(trx, by, gathering);
}

/** Who registered was told at once: by the same function as in real life, and the mail has long been delivered. */
export async function tellRegistered(trx: Trx, region: Region, move: Move): Promise<void> {
	for (const person of region.persons.toSorted((a, b) => a.registeredAt.localeCompare(b.registeredAt))) {
		await announceChanges(trx, {
			gatheringId: region.conference.id,
			registrationIds: [`reg-${person.id}`],
			occasion: person.registrationStatus === 'waitlisted' ? 'waiting' : 'registered',
			at: move.instant(person.registeredAt)
		});
	}
	await deliver(trx);
}

/** Who has withdrawn since is told so, which takes the entry out of her calendar. */
export async function tellWithdrawn(trx: Trx, region: Region, move: Move): Promise<void> {
	const registrationIds = region.persons
		.filter((person) => person.registrationStatus === 'cancelled')
		.map((person) => `reg-${person.id}`);
	await announceChanges(trx, {
		gatheringId: region.conference.id,
		registrationIds,
		occasion: 'withdrawn',
		at: move.now
	});
	await deliver(trx);
}

async function deliver(trx: Trx): Promise<void> {
	const waiting = await trx
		.selectFrom('message')
		.select(['id', 'createdAt'])
		.where(({ not, exists, selectFrom }) =>
			not(exists(selectFrom('messageDispatch').select('messageId').whereRef('messageId', '=', 'message.id')))
		)
		.execute();
	const rows = waiting.map(({ id, createdAt }) => ({
		messageId: id,
		at: addMinutesToInstant(createdAt, 1),
		mailId: `<demo-${id}@birkenfurt-seetal.example.org>`
	}));
	await trx.insertInto('messageDispatch').values(rows).execute();
}
