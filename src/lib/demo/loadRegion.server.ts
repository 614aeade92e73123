import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { hashPassword } from '#lib/accounts/passwords.server.ts';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { addDays, berlinDay } from '#lib/time/berlin.ts';
import { loadConference } from './loadConference.server.ts';
import { approveFirstMinutes, loadDecisions } from './loadDecisions.server.ts';
import { releaseProgramme, tellRegistered, tellWithdrawn } from './loadHistory.server.ts';
import { loadMeetings } from './loadMeetings.server.ts';
import { loadPast } from './loadPast.server.ts';
import { loadProfiles } from './loadProfiles.server.ts';
import { loadRegistrations, loadWithdrawals } from './loadRegistrations.server.ts';
import { loadPress, loadSmallGroups } from './loadSmallGroups.server.ts';
import { loadSeries } from './loadSeries.server.ts';
import { agreeStandardThree, loadStandards } from './loadStandards.server.ts';
import { daysToMove, daysToMoveBack, moveInstant, type Region } from './region.ts';

/** Only ever set for the demo region, which is bound to loopback. */
export const DEMO_PASSWORD = 'runder tisch im seetal';

/** Who can log in to the demo region, with what they stand for. */
export const DEMO_ACCOUNTS = [
	{ personId: 'per-019', isAdministrator: 1, role: 'organizer' },
	{ personId: 'per-003', isAdministrator: 0, role: 'co-host' },
	{ personId: 'per-037', isAdministrator: 0, role: 'circle' }
] as const;

export interface Move {
	/** A day of the file, moved. */
	day: (on: string) => string;
	/** An instant of the file, moved, not later than now. */
	instant: (at: string) => string;
	now: string;
}

export function readRegion(): Region {
	const root = process.env.APP_ROOT ?? process.cwd();
	return JSON.parse(readFileSync(resolve(root, 'src/lib/demo/demo-region.json'), 'utf8')) as Region;
}

/**
 * Fills an empty database with the invented region Birkenfurt-Seetal, its Fachtag three to four weeks ahead.
 * Rows are written directly and not through the rooms: they are the trace of months in which the rooms were used.
 */
export async function loadRegion(db: Database, now: string): Promise<void> {
	const region = readRegion();
	const days = daysToMove(region.meta.anchorDate, berlinDay(now));
	const move: Move = {
		day: (on) => addDays(on, days),
		instant: (at) => moveInstant(at, days, now),
		now
	};
	const passwordHash = await hashPassword(DEMO_PASSWORD);
	await inTransaction(db, async (trx) => {
		await loadOrganisations(trx, region, now);
		await loadPersons(trx, region, move);
		await loadAccounts(trx, region, passwordHash, now);
		await loadCircle(trx, region, move);
		await loadConference(trx, region, move);
		await releaseProgramme(trx, region, move);
		await loadRegistrations(trx, region, move);
		await tellRegistered(trx, region, move);
		await loadWithdrawals(trx, region, move);
		await tellWithdrawn(trx, region, move);
		await loadSeries(trx, region, move);
		await loadWhatCameOfIt(trx, region, now);
	});
}

/** The first Fachtag and all that came of it lie behind us. */
async function loadWhatCameOfIt(trx: Trx, region: Region, now: string): Promise<void> {
	const days = daysToMoveBack(region.meta.anchorDate, berlinDay(now));
	const move: Move = { day: (on) => addDays(on, days), instant: (at) => moveInstant(at, days, now), now };
	await loadPast(trx, region, move);
	await loadMeetings(trx, region, move);
	await loadStandards(trx, region, move);
	await loadDecisions(trx, region, move);
	await approveFirstMinutes(trx, region, move);
	await agreeStandardThree(trx, region, move);
	await loadSmallGroups(trx, region, move);
	await loadPress(trx, region, move);
	await loadProfiles(trx, region, move);
}

async function loadOrganisations(trx: Trx, region: Region, now: string): Promise<void> {
	const rows = region.organisations.map((o) => ({
		id: o.id,
		name: o.name,
		shortName: o.shortName,
		kind: o.kind,
		side: o.mixSide,
		town: o.town,
		mailDomain: o.mailDomain,
		dataProtectionLaw: o.dataProtectionLaw,
		createdAt: now,
		partOfId: o.parentOrgId ?? null
	}));
	await trx.insertInto('organisation').values(rows).execute();
	const sectors = region.organisations.flatMap((o) => o.sectors.map((sector) => ({ organisationId: o.id, sector })));
	await trx.insertInto('organisationSector').values(sectors).execute();
}

async function loadPersons(trx: Trx, region: Region, move: Move): Promise<void> {
	const rows = region.persons.map((p) => ({
		id: p.id,
		title: p.title ?? '',
		salutation: p.salutation ?? '',
		firstName: p.firstName,
		lastName: p.lastName,
		organisationId: p.orgId,
		unit: p.unit,
		jobFunction: p.jobFunction,
		level: p.level,
		side: null,
		email: p.email,
		createdAt: move.instant(p.registeredAt),
		changedAt: move.instant(p.registeredAt)
	}));
	await trx.insertInto('person').values(rows).execute();
}

async function loadAccounts(trx: Trx, region: Region, passwordHash: string, now: string): Promise<void> {
	for (const { personId, isAdministrator } of DEMO_ACCOUNTS) {
		const person = region.persons.find((p) => p.id === personId);
		if (!person) throw new Error(`The demo region lacks ${personId}`);
		await trx
			.insertInto('account')
			.values({
				id: `acc-${personId}`,
				email: person.email,
				name: `${person.firstName} ${person.lastName}`,
				organisationId: person.orgId,
				passwordHash,
				isAdministrator,
				language: 'de',
				createdAt: now
			})
			.execute();
	}
}

async function loadCircle(trx: Trx, region: Region, move: Move): Promise<void> {
	await trx
		.insertInto('circle')
		.values({
			id: 'circle-tt',
			name: 'Trägertreffen Birkenfurt-Seetal',
			kind: 'provider_meeting',
			purpose: 'Leitungen der Träger und beider Jugendämter informieren sich, beraten und vereinbaren Standards.',
			rhythm: 'zweimal im Jahr',
			createdAt: move.now
		})
		.execute();
	const seats = region.persons
		.filter((p) => p.roles.some((role) => role.startsWith('provider_meeting')))
		.map((p) => ({
			id: `seat-${p.id}`,
			circleId: 'circle-tt',
			organisationId: p.orgId,
			personId: p.id,
			kind: p.roles.includes('provider_meeting_member') ? ('voting' as const) : ('guest' as const),
			sinceOn: move.day('2025-01-01'),
			untilOn: null
		}));
	await trx.insertInto('seat').values(seats).execute();
}
