import { m } from '#lib/paraglide/messages.js';

/** Something somebody wants to talk about in a circle, and what became of it. */
export interface Topic {
	id: string;
	title: string;
	note: string;
	/** Short name of the organisation it comes from. */
	shortName: string | null;
	addedAt: string;
	byName: string;
	/** What became of it last; undefined while nothing has. */
	outcome: TopicOutcome | undefined;
}

export interface TopicOutcome {
	outcome: 'agenda' | 'gathering' | 'parked' | 'settled' | 'reopened';
	at: string;
	byName: string;
	reason: string;
	gatheringId: string | null;
	gatheringTitle: string | null;
	gatheringOn: string | null;
	agendaItemId: string | null;
}

/** True while nothing has become of it, or after it was taken up again. */
export function isOpen(topic: { outcome: { outcome: string } | undefined }): boolean {
	return topic.outcome === undefined || topic.outcome.outcome === 'reopened';
}

/** What became of a topic, as a sentence; `day` words the date of a meeting. */
export function outcomeSentence(outcome: TopicOutcome, day: (on: string) => string): string {
	const title = outcome.gatheringTitle ?? '';
	const on = outcome.gatheringOn ? day(outcome.gatheringOn) : '';
	if (outcome.outcome === 'agenda')
		return title ? m.circles_topic_in_agenda({ title, day: on }) : m.circles_topic_was_agenda();
	if (outcome.outcome === 'gathering')
		return title ? m.circles_topic_in_gathering({ title, day: on }) : m.circles_topic_was_gathering();
	if (outcome.outcome === 'parked') return m.circles_topic_parked({ reason: outcome.reason });
	if (outcome.outcome === 'settled') return m.circles_topic_settled();
	return m.circles_topic_open();
}
