import { m } from '#lib/paraglide/messages.js';

const SENTENCES: Record<string, () => string> = {
	frozen: m.standards_lock_frozen,
	consulting: m.standards_lock_consulting,
	deciding: m.standards_lock_deciding,
	ended: m.standards_lock_ended,
	stale: m.standards_lock_stale,
	gone: m.standards_lock_gone,
	unknown: m.standards_lock_unknown,
	label: m.standards_lock_label
};

/** Why the text was not written, and what to do. */
export function lockSentence(why: string): string {
	return SENTENCES[why]?.() ?? m.standards_lock_not_allowed();
}
