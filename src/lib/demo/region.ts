import { Temporal } from 'temporal-polyfill';
import type { Schema } from '#migrations/schema.ts';

type Side = Schema['organisation']['side'];

/** The parts of demo-region.json that are loaded today; results, standards and meetings wait in the file. */
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

/** A moved instant; nothing in the region has happened later than now. */
export function moveInstant(at: string, days: number, now: string): string {
	const moved = new Date(Date.parse(at) + days * 86_400_000).toISOString();
	return moved < now ? moved : now;
}
