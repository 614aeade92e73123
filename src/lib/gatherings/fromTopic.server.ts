import type { Account } from '#lib/accounts/account.ts';
import { circleFor } from '#lib/circles/circles.server.ts';
import { isOpen, type Topic } from '#lib/circles/topic.ts';
import { insertOutcome, topicsOf } from '#lib/circles/topics.server.ts';
import { type Database, inTransaction } from '#lib/db/database.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { GatheringInput } from './gathering.form.ts';
import { createGathering, type GatheringRefusal } from './gatheringChanges.server.ts';

/** An open topic of a circle in which this account organizes. */
export async function openTopicFor(
	db: Database,
	account: Account,
	circleId: string | null,
	topicId: string
): Promise<Topic | undefined> {
	const circle = await circleFor(db, account, circleId ?? '');
	if (!circle?.manages) return undefined;
	return (await topicsOf(db, circle.id)).find((topic) => topic.id === topicId && isOpen(topic));
}

/** Adds a gathering; the topic it was made for, if there is one in the same circle, is answered by it. */
export function createGatheringOn(
	db: Database,
	by: Actor,
	account: Account,
	topicId: string,
	input: GatheringInput
): Promise<string | GatheringRefusal> {
	return inTransaction(db, async (trx) => {
		const id = await createGathering(trx, by, account, input);
		if (isRefused(id)) return id;
		const topic = await openTopicFor(trx, account, input.circleId, topicId);
		if (topic) await insertOutcome(trx, by, topic.id, { outcome: 'gathering', gatheringId: id });
		return id;
	});
}
