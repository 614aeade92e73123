import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { Circle } from './circle.ts';
import type { TopicInput } from './topic.form.ts';
import { isOpen, type Topic, type TopicOutcome } from './topic.ts';

/** The topic store of a circle in the order of arrival, each with what became of it last. Two queries. */
export async function topicsOf(db: Database, circleId: string): Promise<Topic[]> {
	const topics = await db
		.selectFrom('topic')
		.leftJoin('organisation', 'organisation.id', 'topic.organisationId')
		.where('circleId', '=', circleId)
		.select(['topic.id', 'title', 'note', 'addedAt', 'byName', 'shortName'])
		.orderBy('addedAt')
		.orderBy('topic.id')
		.execute();
	const outcomes = await db
		.selectFrom('topicOutcome')
		.innerJoin('topic', 'topic.id', 'topicOutcome.topicId')
		.leftJoin('gathering', 'gathering.id', 'topicOutcome.gatheringId')
		.where('topic.circleId', '=', circleId)
		.select(['topicId', 'outcome', 'topicOutcome.at', 'topicOutcome.byName', 'reason', 'topicOutcome.gatheringId'])
		.select(['agendaItemId', 'gathering.title as gatheringTitle', 'gathering.dateOn as gatheringOn'])
		// Two of the same instant stand in the order in which they were written.
		.orderBy('topicOutcome.at')
		.orderBy(({ ref }) => ref('topicOutcome.rowid' as 'topicOutcome.id'))
		.execute();
	const last = new Map(outcomes.map(({ topicId, ...outcome }): [string, TopicOutcome] => [topicId, outcome]));
	return topics.map((topic) => ({ ...topic, outcome: last.get(topic.id) }));
}

/** Puts a topic into the store of a circle. Everybody with a seat may. */
export function addTopic(
	db: Database,
	by: Actor,
	circle: Circle,
	organisationId: string | null,
	input: TopicInput
): Promise<string | Refusal<'not_allowed'>> {
	return inTransaction(db, async (trx) => {
		if (!circle.sits && !circle.manages) return refuse('not_allowed');
		const id = newId();
		await trx
			.insertInto('topic')
			.values({
				...{ ...input, id, circleId: circle.id, organisationId, findingId: null, addedAt: by.at, byName: by.name }
			})
			.execute();
		await journal(trx, by, { verb: 'topic.added', thing: `topic:${id}`, particulars: { circleId: circle.id } });
		return id;
	});
}

/** Writes down what became of a topic; the caller has checked who may. */
export async function insertOutcome(
	trx: Trx,
	by: Actor,
	topicId: string,
	outcome: Partial<Pick<TopicOutcome, 'gatheringId' | 'agendaItemId' | 'reason'>> & Pick<TopicOutcome, 'outcome'>
): Promise<void> {
	await trx
		.insertInto('topicOutcome')
		.values({
			...{ gatheringId: null, agendaItemId: null, reason: '', ...outcome },
			...{ id: newId(), topicId, at: by.at, byName: by.name }
		})
		.execute();
	await journal(trx, by, {
		verb: `topic.${outcome.outcome}`,
		thing: `topic:${topicId}`,
		gatheringId: outcome.gatheringId ?? null
	});
}

/** Leaves a topic alone for now, with the reason. */
export function parkTopic(
	db: Database,
	by: Actor,
	circle: Circle,
	input: { topicId: string; reason: string }
): Promise<true | Refusal<'not_allowed' | 'gone' | 'not_open'>> {
	return inTransaction(db, async (trx) => {
		if (!circle.manages) return refuse('not_allowed');
		const topic = (await topicsOf(trx, circle.id)).find(({ id }) => id === input.topicId);
		if (!topic) return refuse('gone');
		if (!isOpen(topic)) return refuse('not_open');
		await insertOutcome(trx, by, topic.id, { outcome: 'parked', reason: input.reason });
		return true;
	});
}

/** Takes a topic up again, whatever became of it; an item it became stays in its programme. */
export function reopenTopic(
	db: Database,
	by: Actor,
	circle: Circle,
	topicId: string
): Promise<true | Refusal<'not_allowed' | 'gone' | 'not_open'>> {
	return inTransaction(db, async (trx) => {
		if (!circle.manages) return refuse('not_allowed');
		const topic = (await topicsOf(trx, circle.id)).find(({ id }) => id === topicId);
		if (!topic) return refuse('gone');
		if (isOpen(topic)) return refuse('not_open');
		await insertOutcome(trx, by, topic.id, { outcome: 'reopened' });
		return true;
	});
}
