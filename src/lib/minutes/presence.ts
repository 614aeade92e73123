import { m } from '#lib/paraglide/messages.js';
import type { Language } from '#lib/time/wording.ts';

export const PRESENCE_KINDS = ['present', 'deputy', 'advisory', 'guest', 'excused', 'absent'] as const;
export type PresenceKind = (typeof PRESENCE_KINDS)[number];

const NAMES: Record<PresenceKind, () => string> = {
	present: m.minutes_presence_present,
	deputy: m.minutes_presence_deputy,
	advisory: m.minutes_presence_advisory,
	guest: m.minutes_presence_guest,
	excused: m.minutes_presence_excused,
	absent: m.minutes_presence_absent
};

/** What people call this way of being there: "als Vertretung". */
export function presenceKindName(kind: PresenceKind): string {
	return NAMES[kind]();
}

export interface Quorum {
	/** Organisations with a vote. */
	voting: number;
	/** Those of them that are represented, by their seat or a deputy. */
	represented: number;
	needed: number;
	isMet: boolean;
}

/** Whether the circle can decide: organisations with a vote that are represented, against the share its rule asks for. */
export function quorumOf(
	votingIds: readonly string[],
	presence: readonly { organisationId: string; kind: PresenceKind }[],
	quorumPercent: number
): Quorum {
	const here = new Set(
		presence.filter(({ kind }) => kind === 'present' || kind === 'deputy').map(({ organisationId }) => organisationId)
	);
	const voting = new Set(votingIds);
	const represented = [...voting].filter((id) => here.has(id)).length;
	const needed = Math.ceil((voting.size * quorumPercent) / 100);
	return { voting: voting.size, represented, needed, isMet: voting.size > 0 && represented >= needed };
}

/** "Von 16 stimmberechtigten Organisationen sind 15 vertreten; nötig sind 8. Die Runde ist beschlussfähig." */
export function quorumSentence({ voting, represented, needed, isMet }: Quorum, language?: Language): string {
	const options = language ? { locale: language } : {};
	if (voting === 0) return m.minutes_quorum_none({}, options);
	const counts = m.minutes_quorum_counts({ voting, represented, needed }, options);
	return `${counts} ${isMet ? m.minutes_quorum_met({}, options) : m.minutes_quorum_missed({}, options)}`;
}
