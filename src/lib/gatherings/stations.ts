import { m } from '#lib/paraglide/messages.js';
import { type Gathering, isMeeting, takesRegistrations } from './gathering.ts';

export interface AgendaState {
	items: number;
	workshops: number;
	warnings: number;
	releasedNumber: number | null;
	differsFromRelease: boolean;
}
export interface RegistrationState {
	window: 'none' | 'before' | 'open' | 'closed';
	opensOn: string | null;
	closesOn: string | null;
	capacity: number | null;
	admitted: number;
	waiting: number;
}
export interface GroupsState {
	placed: number;
	unplaced: number;
	brokenMusts: number;
	releasedNumber: number | null;
	differsFromRelease: boolean;
}
export interface InvitationsState {
	waiting: number;
	held: number;
	sent: number;
	failed: number;
}
export interface MinutesState {
	state: 'none' | 'draft' | 'circulated' | 'amended' | 'final';
	commentsUntilOn: string | null;
	/** Amendments without an answer. */
	openAmendments: number;
	approvedOn: string | null;
}
export interface ResultsState {
	workshops: number;
	/** Workshops in which something is written down. */
	noted: number;
}
/** What the rooms say about one gathering. */
export interface States {
	agenda: AgendaState;
	registration: RegistrationState;
	groups: GroupsState;
	invitations: InvitationsState;
	/** Of meetings only. */
	minutes?: MinutesState;
	results: ResultsState;
}

export type StationState = 'done' | 'part' | 'todo' | 'stop';
export interface Station {
	name: 'overview' | 'agenda' | 'registrations' | 'groups' | 'invitations' | 'results' | 'minutes';
	state: StationState;
	/** A few words that say how far it is. */
	say: string;
}
type Saying = Omit<Station, 'name'>;

function said(state: StationState, say: string): Saying {
	return { state, say };
}

function overview(gathering: Gathering): Saying {
	if (gathering.isCancelled) return said('stop', m.gatherings_station_cancelled());
	if (!gathering.place && !gathering.onlineUrl) return said('part', m.gatherings_station_no_place());
	if (!gathering.aims && !gathering.guidingQuestion) return said('part', m.gatherings_station_no_aims());
	return said('done', m.gatherings_station_complete());
}

function agenda(state: AgendaState): Saying {
	if (state.items === 0) return said('todo', m.gatherings_station_empty());
	if (state.warnings > 0) return said('stop', m.gatherings_station_warnings({ count: state.warnings }));
	const { releasedNumber: number } = state;
	if (number === null) return said('part', m.gatherings_station_unreleased({ count: state.items }));
	if (state.differsFromRelease) return said('part', m.gatherings_station_changed({ number }));
	return said('done', m.gatherings_station_released({ number }));
}

function registrations(state: RegistrationState, kind: string, dayOf: (on: string) => string): Saying {
	const people = registrationWords(state);
	if (state.window === 'none' && people) return said('done', people);
	if (state.window === 'none') {
		return said('todo', takesRegistrations(kind) ? m.gatherings_station_no_window() : m.gatherings_station_by_seat());
	}
	if (state.window === 'before')
		return said('part', people || m.gatherings_station_opens({ day: dayOf(state.opensOn ?? '') }));
	if (state.window === 'open') return said('part', people || m.gatherings_station_open());
	return said('done', people || m.gatherings_station_nobody());
}

/** "106 dabei, 1 wartet"; empty when nobody has signed up. */
export function registrationWords(state: RegistrationState): string {
	if (state.admitted === 0 && state.waiting === 0) return '';
	const admitted = m.gatherings_station_admitted({ count: state.admitted });
	return state.waiting === 0 ? admitted : `${admitted}, ${m.gatherings_station_waiting({ count: state.waiting })}`;
}

function groups(state: GroupsState, workshops: number): Saying {
	if (workshops === 0) return said('todo', m.gatherings_station_no_workshops());
	if (state.placed === 0) return said('todo', m.gatherings_station_unplaced());
	if (state.brokenMusts > 0) return said('stop', m.gatherings_station_broken({ count: state.brokenMusts }));
	if (state.unplaced > 0) return said('part', m.gatherings_station_without_place({ count: state.unplaced }));
	const { releasedNumber: number } = state;
	if (number === null) return said('part', m.gatherings_station_placed({ count: state.placed }));
	if (state.differsFromRelease) return said('part', m.gatherings_station_changed({ number }));
	return said('done', m.gatherings_station_released({ number }));
}

function invitations(state: InvitationsState): Saying {
	if (state.failed > 0) return said('stop', m.gatherings_station_failed({ count: state.failed }));
	if (state.held > 0) return said('part', m.gatherings_station_held({ count: state.held }));
	if (state.waiting > 0) return said('part', m.gatherings_station_queued({ count: state.waiting }));
	if (state.sent > 0) return said('done', m.gatherings_station_sent({ count: state.sent }));
	return said('todo', m.gatherings_station_unsent());
}

function minutes(state: MinutesState, dayOf: (on: string) => string): Saying {
	if (state.state === 'final') return said('done', m.minutes_station_final({ day: dayOf(state.approvedOn ?? '') }));
	if (state.openAmendments > 0) return said('stop', m.minutes_station_amendments({ count: state.openAmendments }));
	if (state.state === 'none') return said('todo', m.minutes_station_none());
	if (state.state === 'draft') return said('part', m.minutes_station_draft());
	if (state.state === 'amended') return said('part', m.minutes_station_amended());
	return said('part', m.minutes_station_circulated({ day: dayOf(state.commentsUntilOn ?? '') }));
}

function results({ workshops, noted }: ResultsState): Saying {
	if (workshops === 0) return said('todo', m.gatherings_station_no_workshops());
	if (noted === 0) return said('todo', m.gatherings_station_nothing_noted());
	return said(noted === workshops ? 'done' : 'part', m.gatherings_station_noted({ noted, count: workshops }));
}

/** The way of a gathering: its stations, each with a state and a few words. `dayOf` words a civil day. */
export function stationsOf(gathering: Gathering, states: States, dayOf: (on: string) => string): Station[] {
	return [
		{ name: 'overview', ...overview(gathering) },
		{ name: 'agenda', ...agenda(states.agenda) },
		{ name: 'registrations', ...registrations(states.registration, gathering.kind, dayOf) },
		{ name: 'groups', ...groups(states.groups, states.agenda.workshops) },
		{ name: 'invitations', ...invitations(states.invitations) },
		...(isMeeting(gathering) && states.results.workshops === 0
			? []
			: [{ name: 'results' as const, ...results(states.results) }]),
		...(states.minutes && isMeeting(gathering) ? [{ name: 'minutes' as const, ...minutes(states.minutes, dayOf) }] : [])
	];
}
