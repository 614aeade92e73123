import type { Schema, StandardStateName } from '#migrations/schema.ts';
import type { StandardText } from './standardText.ts';

/** An organisation a version is written for, and whether it has signed. */
export interface WrittenParty {
	organisationId: string;
	name: string;
	shortName: string;
	kind: string;
	/** The organisation it is a department of. */
	partOfId: string | null;
	representedBy: string;
	signs: 0 | 1;
	signedOn: string | null;
}

/** A day from which a version holds: for all, or for one youth office with a day of its own. */
export interface WrittenEntry {
	/** Empty for all. */
	organisationId: string;
	inForceOn: string;
	endsOn: string | null;
}

export interface WrittenVersion {
	id: string;
	number: number;
	label: string;
	text: StandardText;
	changeNote: string;
	changedAt: string;
	isAgreed: boolean;
	parties: WrittenParty[];
	entries: WrittenEntry[];
}

/** Whom one asks, by function; the name is for colleagues, never for the public. */
export interface WrittenContact {
	id: string;
	stepId: string | null;
	organisationName: string;
	jobFunction: string;
	name: string;
	deputy: string;
	phone: string;
	reachability: string;
	confirmedOn: string | null;
}

/** A standard with all its versions as they are written. */
export interface WrittenStandard {
	id: string;
	number: number;
	circleId: string;
	circleName: string;
	kind: Schema['standard']['kind'];
	title: string;
	state: StandardStateName;
	reviewDueOn: string | null;
	reviewedOn: string | null;
	/** Oldest first. */
	versions: WrittenVersion[];
	contacts: WrittenContact[];
}

const ENDED: readonly StandardStateName[] = ['superseded', 'repealed'];

function holds(entry: WrittenEntry, onDay: string): boolean {
	return entry.inForceOn <= onDay && (entry.endsOn === null || entry.endsOn >= onDay);
}

/**
 * The version that holds on a day: the newest agreed one whose day has come. A newer one that is only agreed, or still
 * a draft, changes nothing. For one organisation its own day counts before the day of all.
 */
export function versionOn(
	standard: Pick<WrittenStandard, 'state' | 'versions'>,
	onDay: string,
	organisationId = ''
): WrittenVersion | undefined {
	if (ENDED.includes(standard.state)) return undefined;
	return standard.versions.findLast(({ isAgreed, entries }) => {
		const own = organisationId ? entries.filter((entry) => entry.organisationId === organisationId) : [];
		const counted = own.length > 0 ? own : organisationId ? entries.filter((e) => e.organisationId === '') : entries;
		return isAgreed && counted.some((entry) => holds(entry, onDay));
	});
}

/** Since when a version holds on a day: its earliest entry that has come. */
export function heldSince(version: Pick<WrittenVersion, 'entries'>, onDay: string): string | undefined {
	return version.entries
		.filter((entry) => holds(entry, onDay))
		.map(({ inForceOn }) => inForceOn)
		.sort()[0];
}

/** The version people work on or look at: the one in force, else the newest. */
export function readableVersion(standard: WrittenStandard, onDay: string): WrittenVersion | undefined {
	return versionOn(standard, onDay) ?? standard.versions.at(-1);
}
