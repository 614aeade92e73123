import { m } from '#lib/paraglide/messages.js';
import { type Gathering, isOver, takesRegistrations } from './gathering.ts';
import type { States } from './stations.ts';

/** The one next step of a gathering: the sentence that says why, where it leads and the word on the button. */
export interface NextStep {
	text: string;
	href: string;
	verb: string;
}

type Rule = (states: States, gathering: Gathering) => { text: string; to: string; verb: string } | false;

const agendaRules: Rule[] = [
	({ agenda }) =>
		agenda.items === 0 && { text: m.gatherings_step_empty(), to: 'agenda', verb: m.gatherings_step_empty_verb() },
	({ agenda }) =>
		agenda.warnings > 0 && {
			text: m.gatherings_step_warnings({ count: agenda.warnings }),
			to: 'agenda',
			verb: m.gatherings_step_agenda_verb()
		},
	({ agenda }) =>
		agenda.releasedNumber === null && {
			text: m.gatherings_step_unreleased(),
			to: 'agenda/release',
			verb: m.gatherings_step_release_verb()
		},
	({ agenda }) =>
		agenda.differsFromRelease && {
			text: m.gatherings_step_changed({ number: agenda.releasedNumber ?? 0 }),
			to: 'agenda/release',
			verb: m.gatherings_step_release_verb()
		}
];

const registrationRules: Rule[] = [
	({ invitations }) =>
		invitations.failed > 0 && {
			text: m.gatherings_step_failed({ count: invitations.failed }),
			to: 'invitations',
			verb: m.gatherings_step_mail_verb()
		},
	({ registration }, { kind }) =>
		registration.window === 'none' &&
		registration.admitted === 0 &&
		takesRegistrations(kind) && {
			text: m.gatherings_step_no_window(),
			to: 'registrations',
			verb: m.gatherings_step_window_verb()
		},
	({ registration }) =>
		registration.waiting > 0 &&
		registration.capacity !== null &&
		registration.admitted < registration.capacity && {
			text: m.gatherings_step_free({ count: registration.waiting }),
			to: 'registrations',
			verb: m.gatherings_step_registrations_verb()
		}
];

const groupRules: Rule[] = [
	({ groups }) =>
		groups.placed > 0 &&
		groups.brokenMusts > 0 && {
			text: m.gatherings_step_broken({ count: groups.brokenMusts }),
			to: 'groups',
			verb: m.gatherings_step_groups_verb()
		},
	({ registration }) =>
		(registration.window === 'open' || registration.window === 'before') && {
			text: m.gatherings_step_running({ count: registration.admitted }),
			to: 'registrations',
			verb: m.gatherings_step_registrations_verb()
		},
	({ agenda, groups, registration }) =>
		agenda.workshops > 0 &&
		registration.admitted > 0 &&
		groups.placed === 0 && { text: m.gatherings_step_mix(), to: 'groups', verb: m.gatherings_step_mix_verb() },
	({ groups }) =>
		groups.placed > 0 &&
		groups.unplaced > 0 && {
			text: m.gatherings_step_unplaced({ count: groups.unplaced }),
			to: 'groups',
			verb: m.gatherings_step_groups_verb()
		},
	({ groups }) =>
		groups.placed > 0 &&
		(groups.releasedNumber === null || groups.differsFromRelease) && {
			text: m.gatherings_step_release_groups(),
			to: 'groups',
			verb: m.gatherings_step_groups_verb()
		},
	({ invitations }) =>
		invitations.held > 0 && {
			text: m.gatherings_step_held({ count: invitations.held }),
			to: 'invitations',
			verb: m.gatherings_step_mail_verb()
		}
];

/** The first thing that is due; undefined when everything is ready, the day is over or cancelled. */
export function nextStep(gathering: Gathering, states: States, todayOn: string): NextStep | undefined {
	if (gathering.isCancelled || isOver(gathering, todayOn)) return undefined;
	for (const rule of [...agendaRules, ...registrationRules, ...groupRules]) {
		const step = rule(states, gathering);
		if (step) return { text: step.text, verb: step.verb, href: `/gatherings/${gathering.id}/${step.to}` };
	}
	return undefined;
}
