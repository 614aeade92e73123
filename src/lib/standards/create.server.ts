import type { Account } from '#lib/accounts/account.ts';
import { circleFor } from '#lib/circles/circles.server.ts';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { StandardInput } from './standard.form.ts';
import { emptyText } from './standardText.ts';
import { insertState } from './states.server.ts';

/** Where a result was written down: its text and its workshop, when it belongs to a gathering of this circle. */
export async function originOf(db: Database, circleId: string, findingId: string) {
	return db
		.selectFrom('finding')
		.innerJoin('workshop', 'workshop.id', 'finding.workshopId')
		.innerJoin('gathering', 'gathering.id', 'workshop.gatheringId')
		.where('finding.id', '=', findingId)
		.where('gathering.circleId', '=', circleId)
		.select(['finding.id', 'finding.text', 'workshop.id as workshopId', 'workshop.number', 'workshop.title'])
		.select(['gathering.id as gatheringId', 'gathering.title as gatheringTitle', 'gathering.dateOn'])
		.executeTakeFirst();
}

/** Groups with a mandate of a circle: they may draft for it. */
export function draftingGroups(db: Database, circleId: string) {
	return db
		.selectFrom('mandate')
		.innerJoin('circle', 'circle.id', 'mandate.circleId')
		.where('reportsToId', '=', circleId)
		.select(['circle.id', 'circle.name'])
		.distinct()
		.orderBy('circle.name')
		.execute();
}

/** What a group is drafting or has drafted. */
export async function standardsDraftedBy(db: Database, groupId: string) {
	return db
		.selectFrom('standardDrafter')
		.innerJoin('standard', 'standard.id', 'standardId')
		.where('standardDrafter.circleId', '=', groupId)
		.orderBy('standard.number')
		.select(['standard.id', 'standard.number', 'standard.title'])
		.execute();
}

async function nextNumber(trx: Trx, circleId: string): Promise<number> {
	const { last } = await trx
		.selectFrom('standard')
		.where('circleId', '=', circleId)
		.select(({ fn }) => fn.max<number | null>('number').as('last'))
		.executeTakeFirstOrThrow();
	return (last ?? 0) + 1;
}

/**
 * Begins a standard: with its first, empty version. With a group that drafts it, it is being drafted; without, it is an
 * idea. The result of a workshop it comes from is kept with it.
 */
export function createStandard(
	db: Database,
	by: Actor,
	account: Account,
	input: StandardInput
): Promise<string | Refusal<'circle' | 'finding' | 'group' | 'supersedes'>> {
	return inTransaction(db, async (trx) => {
		const { title, circleId, kind, findingId, drafterId, supersedesId } = input;
		const circle = await circleFor(trx, account, circleId);
		if (!circle?.manages) return refuse('circle');
		const origin = findingId === null ? undefined : await originOf(trx, circleId, findingId);
		if (findingId !== null && !origin) return refuse('finding');
		const groups = await draftingGroups(trx, circleId);
		if (drafterId !== null && !groups.some((group) => group.id === drafterId)) return refuse('group');
		if (supersedesId !== null && !(await isOfCircle(trx, circleId, supersedesId))) return refuse('supersedes');
		const id = newId();
		await trx
			.insertInto('standard')
			.values({
				...{ id, number: await nextNumber(trx, circleId), circleId, kind, title, findingId, supersedesId },
				...{ workshopId: origin?.workshopId ?? null, reviewDueOn: null, createdAt: by.at }
			})
			.execute();
		const versionId = newId();
		await trx
			.insertInto('version')
			.values({
				...{ id: versionId, standardId: id, number: 1, label: '0.1', changeNote: '', revision: 1 },
				...{ content: JSON.stringify(emptyText(title)), createdAt: by.at, changedAt: by.at, byName: by.name }
			})
			.execute();
		if (drafterId !== null)
			await trx.insertInto('standardDrafter').values({ standardId: id, circleId: drafterId }).execute();
		await insertState(trx, by, { standardId: id, state: drafterId ? 'drafting' : 'idea', versionId });
		await journal(trx, by, { verb: 'standard.begun', thing: `standard:${id}`, particulars: { kind } });
		return id;
	});
}

async function isOfCircle(trx: Trx, circleId: string, id: string): Promise<boolean> {
	const row = await trx
		.selectFrom('standard')
		.where('id', '=', id)
		.where('circleId', '=', circleId)
		.select('id')
		.executeTakeFirst();
	return row !== undefined;
}
