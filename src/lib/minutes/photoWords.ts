import { m } from '#lib/paraglide/messages.js';
import type { Refusal } from '#lib/web/refusal.ts';

const WORDS = {
	none: m.findings_photo_none,
	large: m.findings_photo_large,
	type: m.findings_photo_type,
	many: m.findings_photo_many
};

/** Why a picture was not kept, and what to do. */
export function photoWords({ refused }: Refusal<keyof typeof WORDS>): string {
	return WORDS[refused]();
}
