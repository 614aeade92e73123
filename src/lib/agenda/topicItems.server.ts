import type { Account } from '#lib/accounts/account.ts';
import type { Circle } from '#lib/circles/circle.ts';
import { isOpen } from '#lib/circles/topic.ts';
import { insertOutcome, topicsOf } from '#lib/circles/topics.server.ts';
import { type Database, inTransaction } from '#lib/db/database.server.ts';
import type { Announce } from '#lib/gatherings/announce.ts';
import { type Gathering, isOver } from '#lib/gatherings/gathering.ts';
import { gatheringsFor } from '#lib/gatherings/gatherings.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import { agendaOf } from './agenda.server.ts';
import { removeItem } from './itemRemoval.server.ts';
import { addItem } from './items.server.ts';
import { nextStart } from './running.ts';

/** How long a topic is talked about until somebody sets another time. */
const TOPIC_MIN = 15;

/** Meetings of a circle whose programme this account may still change, the next one first. */
export async function programmesAhead(
	db: Database,
	account: Account,
	circle: Circle,
	todayOn: string
): Promise<Gathering[]> {
	const all = await gatheringsFor(db, account);
	return all.filter((one) => one.circleId === circle.id && one.manages && !one.isCancelled && !isOver(one, todayOn));
}

/**
 * Open topics become items at the end of a meeting's programme, in the order of arrival.
 * @param topicIds which; 'all' takes every open one
 * @returns the topics taken
 */
export function takeTopicsUp(
	db: Database,
	by: Actor,
	circle: Circle,
	gathering: Gathering,
	topicIds: string[] | 'all',
	announce: Announce
): Promise<string[] | Refusal<'foreign_meeting' | 'none_open' | 'past_midnight'>> {
	return inTransaction(db, async (trx) => {
		if (gathering.circleId !== circle.id || gathering.isCancelled) return refuse('foreign_meeting');
		const topics = (await topicsOf(trx, circle.id)).filter(
			(topic) => isOpen(topic) && (topicIds === 'all' || topicIds.includes(topic.id))
		);
		if (topics.length === 0) return refuse('none_open');
		// Looked at first: a refusal in the middle would leave half of them in the programme.
		const before = await agendaOf(trx, gathering.id);
		const [hours = '0', minutes = '0'] = nextStart(before, gathering.startTime).split(':');
		if (Number(hours) * 60 + Number(minutes) + topics.length * TOPIC_MIN > 24 * 60) return refuse('past_midnight');
		for (const { id, title, note } of topics) {
			const startTime = nextStart(await agendaOf(trx, gathering.id), gathering.startTime);
			const item = { kind: 'discussion' as const, title, note, startTime, lengthMin: TOPIC_MIN };
			const input = { ...item, roomId: null, place: '', speakers: '', people: [], follow: false };
			const agendaItemId = await addItem(trx, by, gathering, input, announce);
			if (typeof agendaItemId !== 'string') throw new Error(`Topic ${id}: ${agendaItemId.refused}`);
			await insertOutcome(trx, by, id, { outcome: 'agenda', gatheringId: gathering.id, agendaItemId });
		}
		return topics.map(({ id }) => id);
	});
}

/** Takes that back: the items leave the programme, the topics are open again. Done twice it changes nothing. */
export function takeTopicsBack(
	db: Database,
	by: Actor,
	circle: Circle,
	gathering: Gathering,
	topicIds: string[]
): Promise<void> {
	return inTransaction(db, async (trx) => {
		for (const { id, outcome } of await topicsOf(trx, circle.id)) {
			if (!topicIds.includes(id) || outcome?.outcome !== 'agenda' || outcome.gatheringId !== gathering.id) continue;
			if (outcome.agendaItemId) await removeItem(trx, by, gathering, outcome.agendaItemId);
			await insertOutcome(trx, by, id, { outcome: 'reopened' });
		}
	});
}
