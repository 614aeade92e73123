import type { Gathering } from '#lib/gatherings/gathering.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { m } from '#lib/paraglide/messages.js';

/** What the public pages tell of a gathering: neither its online link nor anything for the office only. */
export type Occasion = Pick<
	Gathering,
	| 'id'
	| 'title'
	| 'subtitle'
	| 'dateOn'
	| 'startTime'
	| 'endTime'
	| 'place'
	| 'address'
	| 'accessibility'
	| 'contactName'
	| 'contactEmail'
	| 'contactPhone'
	| 'hosts'
>;

/** Takes out of a gathering what the public may read. */
export function occasionOf(gathering: Gathering): Occasion {
	const { id, title, subtitle, dateOn, startTime, endTime, place, address, accessibility, hosts } = gathering;
	const { contactName, contactEmail, contactPhone } = gathering;
	const contact = { contactName, contactEmail, contactPhone };
	return { id, title, subtitle, dateOn, startTime, endTime, place, address, accessibility, hosts, ...contact };
}

/** Somebody who acts with a link and no account: the journal says so without a name. */
export function selfActor(at: string): Actor {
	return { accountId: null, name: m.registration_self({}, { locale: 'de' }), at };
}
