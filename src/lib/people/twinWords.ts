import { m } from '#lib/paraglide/messages.js';
import type { TwinLikeness } from './twin.ts';

const NAMES: Record<TwinLikeness, () => string> = {
	sameName: m.people_twin_same_name,
	sameMail: m.people_twin_same_mail,
	lastName: m.people_twin_last_name
};

/** What two entries have in common. */
export function likenessName(likeness: TwinLikeness): string {
	return NAMES[likeness]();
}
