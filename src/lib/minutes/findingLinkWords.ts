import { m } from '#lib/paraglide/messages.js';

/** Who writes by a link: the name given, else the function. */
export function linkActor(name: string, now: string): { accountId: null; name: string; at: string } {
	return { accountId: null, name: name || m.findings_link_author({}, { locale: 'de' }), at: now };
}
