import type { Account } from '#lib/accounts/account.ts';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { Announce } from './announce.ts';
import type { GatheringInput } from './gathering.form.ts';
import { concernsEverybody, type Gathering } from './gathering.ts';
import { circleIssue, hostsIssue, setHosts } from './hosts.server.ts';
import { copyRooms } from './rooms.server.ts';

export type GatheringRefusal = Refusal<'own_host' | 'unknown_host' | 'unknown_circle'>;

/** Adds a gathering; the own organisation is one of its hosts. */
export function createGathering(
	db: Database,
	by: Actor,
	account: Account,
	input: GatheringInput
): Promise<string | GatheringRefusal> {
	return inTransaction(db, async (trx) => {
		const { hosts, ...row } = input;
		const issue =
			(await hostsIssue(trx, { ...by, accountId: account.id }, hosts)) ?? (await circleIssue(trx, row.circleId));
		if (issue) return refuse(issue);
		const id = newId();
		await trx
			.insertInto('gathering')
			.values({ ...row, id, createdAt: by.at })
			.execute();
		await setHosts(trx, id, hosts);
		await journal(trx, by, { verb: 'gathering.created', thing: `gathering:${id}`, gatheringId: id });
		return id;
	});
}

/** Corrects a gathering. When date, time or place change before it is over, everybody who takes part hears about it. */
export function correctGathering(
	db: Database,
	by: Actor,
	gathering: Gathering,
	input: GatheringInput,
	announce: Announce
): Promise<{ announced: boolean } | GatheringRefusal> {
	return inTransaction(db, async (trx) => {
		const { hosts, ...row } = input;
		const issue = (await hostsIssue(trx, by, hosts)) ?? (await circleIssue(trx, row.circleId));
		if (issue) return refuse(issue);
		await trx.updateTable('gathering').set(row).where('id', '=', gathering.id).execute();
		await setHosts(trx, gathering.id, hosts);
		const today = berlinDay(by.at);
		const isAhead = gathering.dateOn >= today || row.dateOn >= today;
		const announced = concernsEverybody(gathering, row) && isAhead && !gathering.isCancelled;
		await journal(trx, by, {
			verb: 'gathering.corrected',
			thing: `gathering:${gathering.id}`,
			gatheringId: gathering.id,
			particulars: { announced }
		});
		if (announced) {
			await announce(trx, { gatheringId: gathering.id, registrationIds: 'all', occasion: 'changed', at: by.at });
		}
		return { announced };
	});
}

/** Furnishes a copy: the rooms below (agenda …) bring their part. `rooms` maps old room ids to new ones. */
export type Furnish = (trx: Trx, fromId: string, toId: string, rooms: Map<string, string>) => Promise<void>;

/** Copies a gathering to another day with everything but its people: no team, no contact, no registrations. */
export function copyGathering(
	db: Database,
	by: Actor,
	account: Account,
	gathering: Gathering,
	dateOn: string,
	furnish: Furnish
): Promise<string> {
	return inTransaction(db, async (trx) => {
		const { hosts, isCancelled: _, ...row } = gathering;
		const id = newId();
		await trx
			.insertInto('gathering')
			.values({ ...row, id, dateOn, contactName: '', contactEmail: '', contactPhone: '', createdAt: by.at })
			.execute();
		await setHosts(
			trx,
			id,
			hosts.map((host) => host.id)
		);
		await furnish(trx, gathering.id, id, await copyRooms(trx, gathering.id, id));
		await journal(
			trx,
			{ ...by, accountId: account.id },
			{ verb: 'gathering.copied', thing: `gathering:${id}`, gatheringId: id, particulars: { from: gathering.id } }
		);
		return id;
	});
}

/** Cancels a gathering for good, with a reason; everybody who takes part hears about it. */
export function cancelGathering(
	db: Database,
	by: Actor,
	gathering: Gathering,
	reason: string,
	announce: Announce
): Promise<{ cancelled: true } | Refusal<'cancelled_already'>> {
	return inTransaction(db, async (trx) => {
		const { id } = gathering;
		const { numInsertedOrUpdatedRows } = await trx
			.insertInto('gatheringCancellation')
			.values({ gatheringId: id, at: by.at, byName: by.name, reason })
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirstOrThrow();
		if (!numInsertedOrUpdatedRows) return refuse('cancelled_already');
		await journal(trx, by, { verb: 'gathering.cancelled', thing: `gathering:${id}`, gatheringId: id });
		await announce(trx, { gatheringId: id, registrationIds: 'all', occasion: 'cancelled', at: by.at });
		return { cancelled: true };
	});
}
