import { m } from '#lib/paraglide/messages.js';
import type { Gathering } from './gathering.ts';
import type { States } from './stations.ts';

/** Something that waits for an answer: the fact, the reason beneath, one verb and where it leads. */
export interface Waiting {
	what: string;
	why: string;
	verb: string;
	href: string;
}

/** What waits at one gathering. Only what is really there. */
export function waitingAt(gathering: Gathering, states: States): Waiting[] {
	const { agenda, registration, groups, invitations } = states;
	const base = `/gatherings/${gathering.id}`;
	const why = gathering.title;
	const lines: (Waiting | false)[] = [
		registration.waiting > 0 && {
			what: m.gatherings_waits_list({ count: registration.waiting }),
			why,
			verb: m.gatherings_waits_answer(),
			href: `${base}/registrations`
		},
		invitations.failed > 0 && {
			what: m.gatherings_waits_failed({ count: invitations.failed }),
			why,
			verb: m.gatherings_waits_look(),
			href: `${base}/invitations`
		},
		invitations.held > 0 && {
			what: m.gatherings_waits_held({ count: invitations.held }),
			why,
			verb: m.gatherings_waits_look(),
			href: `${base}/invitations`
		},
		agenda.releasedNumber !== null &&
			agenda.differsFromRelease && {
				what: m.gatherings_waits_agenda({ number: agenda.releasedNumber }),
				why,
				verb: m.gatherings_waits_look(),
				href: `${base}/agenda/release`
			},
		groups.releasedNumber !== null &&
			groups.differsFromRelease && {
				what: m.gatherings_waits_groups({ number: groups.releasedNumber }),
				why,
				verb: m.gatherings_waits_look(),
				href: `${base}/groups`
			}
	];
	return lines.filter((line) => line !== false);
}
