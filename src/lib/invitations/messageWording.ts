import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { moment } from '#lib/time/wording.ts';
import type { OUTBOX_KINDS } from './letter.ts';
import type { MessageLine, MessageState, StateCounts } from './messageState.ts';

const KINDS: Record<(typeof OUTBOX_KINDS)[number], () => string> = {
	registered: m.invitations_kind_registered,
	waiting: m.invitations_kind_waiting,
	moved_up: m.invitations_kind_moved_up,
	substituted: m.invitations_kind_substituted,
	group: m.invitations_kind_group,
	changed: m.invitations_kind_changed,
	reminder: m.invitations_kind_reminder,
	withdrawn: m.invitations_kind_withdrawn,
	cancelled: m.invitations_kind_cancelled,
	circular: m.invitations_kind_circular,
	series: m.series_mail_kind
};

/** What people call a kind of letter: "Gruppenbrief". */
export function letterName(kind: string): string {
	return KINDS[kind as keyof typeof KINDS]?.() ?? kind;
}

const STATE_NAMES: Record<MessageState, () => string> = {
	held: m.invitations_state_held,
	waiting: m.invitations_state_waiting,
	going: m.invitations_state_going,
	uncertain: m.invitations_state_uncertain,
	sent: m.invitations_state_sent,
	failed: m.invitations_state_failed,
	discarded: m.invitations_state_discarded
};

export function stateName(state: MessageState): string {
	return STATE_NAMES[state]();
}

const STATE_MOMENTS: Record<MessageState, typeof m.invitations_when_sent> = {
	held: m.invitations_when_held,
	waiting: m.invitations_when_due,
	going: m.invitations_when_going,
	uncertain: m.invitations_when_going,
	sent: m.invitations_when_sent,
	failed: m.invitations_when_failed,
	discarded: m.invitations_when_discarded
};

/** verschickt am 12. November 2026, 9.05 Uhr */
export function stateMoment({ state, stateAt }: Pick<MessageLine, 'state' | 'stateAt'>): string {
	return STATE_MOMENTS[state]({ moment: moment(stateAt) });
}

/** 3 warten auf Ihre Freigabe, 2 gehen gleich hinaus und 106 sind verschickt: the outbox in one sentence. */
export function outboxSentence(counts: StateCounts, canSend: boolean): string {
	const leaving = counts.waiting + counts.going;
	const parts: [number, (inputs: { count: number }) => string][] = [
		[counts.held, m.invitations_held],
		[leaving, canSend ? m.invitations_waiting : m.invitations_stuck],
		[counts.sent, m.invitations_sent],
		[counts.uncertain, m.invitations_uncertain],
		[counts.failed, m.invitations_failed]
	];
	const said = parts.filter(([count]) => count > 0).map(([count, say]) => say({ count }));
	if (said.length === 0) return m.invitations_lede_none();
	return m.invitations_summary({ parts: new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(said) });
}
