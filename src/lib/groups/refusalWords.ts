import { m } from '#lib/paraglide/messages.js';

/** Every "no" of this room. */
export interface GroupsRefusal {
	refused: string;
	/** A contradiction says itself what does not go together. */
	sentence?: string;
}

const WORDS: Record<string, () => string> = {
	no_workshops: m.groups_refused_no_workshops,
	nobody: m.groups_refused_nobody,
	no_plan: m.groups_refused_no_plan,
	busy: m.groups_refused_busy,
	broken: m.groups_live_failed,
	gone: m.groups_refused_gone,
	nothing: m.groups_refused_nothing,
	changed: m.groups_refused_changed,
	same: m.groups_refused_same,
	reason: m.groups_refused_reason,
	unknown: m.groups_refused_gone
};

/** A refusal as a sentence. */
export function refusalWords({ refused, sentence }: GroupsRefusal): string {
	return sentence ?? WORDS[refused]?.() ?? m.groups_refused_gone();
}
