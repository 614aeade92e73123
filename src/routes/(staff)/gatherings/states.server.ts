import { agendaState } from '#lib/agenda/agenda.server.ts';
import type { Database } from '#lib/db/database.server.ts';
import { type Gathering, isMeeting } from '#lib/gatherings/gathering.ts';
import { type NextStep, nextStep } from '#lib/gatherings/nextStep.ts';
import { type Station, stationsOf, type States } from '#lib/gatherings/stations.ts';
import { type Waiting, waitingAt } from '#lib/gatherings/waiting.ts';
import { groupsState } from '#lib/groups/groupsState.server.ts';
import { invitationsState } from '#lib/invitations/messages.server.ts';
import { minutesState } from '#lib/minutes/minutesState.server.ts';
import { resultsState } from '#lib/minutes/workshopResults.server.ts';
import { registrationState } from '#lib/registration/registrations.server.ts';
import { plainDay } from '#lib/time/wording.ts';

/** How far a gathering is: its stations, the one next step and what waits for an answer. */
export interface Way {
	states: States;
	stations: Station[];
	step: NextStep | undefined;
	waiting: Waiting[];
}

/** Asks every room how far it is with this gathering; a fixed number of queries. */
export async function wayOf(db: Database, gathering: Gathering, todayOn: string): Promise<Way> {
	const registration = await registrationState(db, gathering.id, todayOn);
	const states: States = {
		registration,
		agenda: await agendaState(db, gathering.id, registration.admitted),
		groups: await groupsState(db, gathering.id),
		invitations: await invitationsState(db, gathering.id),
		results: await resultsState(db, gathering.id),
		minutes: isMeeting(gathering) ? await minutesState(db, gathering.id) : undefined
	};
	return {
		states,
		stations: stationsOf(gathering, states, (on) => plainDay(on)),
		step: nextStep(gathering, states, todayOn),
		waiting: waitingAt(gathering, states)
	};
}

/** The same for several gatherings, in their order. */
export async function waysOf(db: Database, gatherings: readonly Gathering[], todayOn: string): Promise<Way[]> {
	const ways: Way[] = [];
	for (const gathering of gatherings) ways.push(await wayOf(db, gathering, todayOn));
	return ways;
}
