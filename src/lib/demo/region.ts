import { Temporal } from 'temporal-polyfill';
import type { Schema } from '#migrations/schema.ts';

type Side = Schema['organisation']['side'];

/** demo-region.json. */
export interface Region {
	meta: { anchorDate: string };
	organisations: {
		id: string;
		name: string;
		shortName: string;
		kind: string;
		sectors: string[];
		mailDomain: string;
		dataProtectionLaw: string;
		town: string;
		mixSide: Side;
		votingUnit: boolean;
		/** Of a department: the organisation it is part of, which stands before it. */
		parentOrgId?: string;
	}[];
	serviceProfiles: {
		orgId: string;
		changedOn: string;
		by: string;
		mandate: string;
		aim: string;
		services: string;
		limits: string;
		legalBasis: string;
	}[];
	persons: RegionPerson[];
	conference: {
		id: string;
		title: string;
		start: string;
		end: string;
		place: string;
		address: string;
		accessibility: string;
		organizerOrgIds: string[];
		organizerIds: string[];
		aim: string;
		registration: { opensOn: string; closesOn: string; capacity: number; wishCount: number };
		dataProtection: { legalBasis: string };
		agenda: {
			id: string;
			start: string;
			end: string;
			type: string;
			title: string;
			place: string;
			speakerIds: string[];
			note: string | null;
		}[];
	};
	workshops: {
		id: string;
		number: number;
		title: string;
		theme: string;
		room: string;
		capacity: number;
		moderatorIds: string[];
		minuteTakerId: string;
		goal: string;
		method: string;
		case: { title: string; setting: string; facts: string[]; stage2: string; notice: string };
		guidingQuestions: string[];
	}[];
	outcomes: RegionOutcome[];
	standards: RegionStandard[];
	providerMeetings: RegionMeeting[];
	smallGroups: {
		id: string;
		type: string;
		title: string;
		standardIds: string[];
		memberIds: string[];
		mandate: string;
		reportDueOn: string;
		meetings: { date: string; start: string; end: string; mode: 'in_person' | 'video' | 'hybrid' }[];
	}[];
	evaluation: {
		returned: number;
		items: { item: string; mean: number }[];
		recommend: { yes: number; maybe: number; no: number };
		comments: string[];
	};
	press: {
		id: string;
		headline: string;
		lead: string;
		body: string[];
		quotes: { personId: string; text: string; releasedByPerson: boolean }[];
		photoCaption: string;
	};
}

export interface RegionOutcome {
	workshopId: string;
	headline: string;
	works: string[];
	challenges: string[];
	needs: { youthOffice: string[]; providers: string[]; both: string[] };
	attitudes: string[];
	proposals: { id: string; text: string; dotVotes: number; leadsToStandardId: string | null }[];
	openQuestions: string[];
	nextStep: string;
}

export interface RegionStandard {
	id: string;
	number: number;
	title: string;
	state: Schema['standardState']['state'];
	bindingLevel: Schema['standard']['kind'];
	version: string;
	originWorkshopId: string | null;
	preamble: string;
	purpose: string;
	scope: { appliesTo: string[]; helpTypes: string[]; region: string };
	steps: {
		id: string;
		title: string;
		responsible: string[];
		inform: string[];
		parallelGroup: string | null;
		deadline: string | null;
		deadlineIso: string | null;
		document: string | null;
		legalRef: string | null;
		note: string | null;
	}[];
	contacts: { orgId: string; function: string; reachability: string }[];
	participation: string;
	dataProtection: string;
	conflictRule: string;
	evaluation: string;
	validFrom: string | null;
	reviewDue: string | null;
	signatories: { orgId: string; signedOn: string | null; capacity: string; form: string }[];
	attachments: string[];
	changeLog: { version: string; date: string; text: string }[];
}

export interface RegionMeeting {
	id: string;
	title: string;
	date: string;
	start: string;
	end: string;
	place: string;
	chairIds: string[];
	minuteTakerId: string;
	invitedIds: string[];
	excusedIds: string[];
	agenda: string[];
	decisions: {
		id: string;
		text: string;
		method: 'consensus' | 'consent' | 'majority' | 'acknowledged';
		votes: { yes: number; no: number; abstain: number } | null;
		standardId: string | null;
		dissent: string | null;
	}[];
	tasks: { id: string; text: string; responsiblePersonId: string; dueOn: string; status: 'open' | 'done' }[];
}

export interface RegionPerson {
	id: string;
	firstName: string;
	lastName: string;
	title: string | null;
	salutation: string | null;
	orgId: string;
	unit: string;
	jobFunction: string;
	level: string;
	email: string;
	roles: string[];
	isNewColleague: boolean;
	registeredAt: string;
	workshopWishes: string[];
	registrationStatus: 'confirmed' | 'waitlisted' | 'cancelled';
	registrationChannel: string;
	supportNeeds: string | null;
	catering: string;
	photoConsent: boolean;
	listedInParticipantList: boolean;
	separateFrom: string[];
	workshopId: string | null;
	substituteForId?: string;
}

const WEEK = 7;
const DAYS_AHEAD = 20;

/** Days to move the region so that its Fachtag keeps its weekday and lies three to four weeks after today. */
export function daysToMove(anchorOn: string, todayOn: string): number {
	const wanted = Temporal.PlainDate.from(todayOn).add({ days: DAYS_AHEAD });
	const distance = Temporal.PlainDate.from(anchorOn).until(wanted, { largestUnit: 'days' }).days;
	return Math.ceil(distance / WEEK) * WEEK;
}

const DAYS_BACK = 22;

/**
 * Days to move the part of the region that is over: its Fachtag keeps its weekday and was three to four weeks ago, the
 * Trägertreffen that reviewed it one to two.
 */
export function daysToMoveBack(anchorOn: string, todayOn: string): number {
	const latest = Temporal.PlainDate.from(todayOn).subtract({ days: DAYS_BACK });
	const distance = Temporal.PlainDate.from(anchorOn).until(latest, { largestUnit: 'days' }).days;
	return Math.floor(distance / WEEK) * WEEK;
}

/** Moves the days that are written out in a sentence: "bis 15.12.2026". */
export function moveSentence(text: string, day: (on: string) => string): string {
	return text.replace(/\b(\d{2})\.(\d{2})\.(\d{4})\b/g, (_, d: string, mo: string, y: string) => {
		const [year = '', month = '', date = ''] = day(`${y}-${mo}-${d}`).split('-');
		return `${date}.${month}.${year}`;
	});
}

/** A moved instant; nothing in the region has happened later than now. */
export function moveInstant(at: string, days: number, now: string): string {
	const moved = new Date(Date.parse(at) + days * 86_400_000).toISOString();
	return moved < now ? moved : now;
}
