import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { Gathering } from './gathering.ts';

export interface TeamMember {
	personId: string;
	name: string;
	jobFunction: string;
	organisationId: string | null;
	task: 'organizer' | 'desk';
}

/** Who prepares a gathering: organizers and the desk, by last name. */
export async function teamOf(db: Database, gatheringId: string): Promise<TeamMember[]> {
	const rows = await db
		.selectFrom('teamMember')
		.innerJoin('person', 'person.id', 'teamMember.personId')
		.where('gatheringId', '=', gatheringId)
		.select(['personId', 'firstName', 'lastName', 'jobFunction', 'organisationId', 'task'])
		.execute();
	rows.sort((a, b) => a.lastName.localeCompare(b.lastName, 'de'));
	return rows.map(({ firstName, lastName, ...row }) => ({ ...row, name: `${firstName} ${lastName}` }));
}

/** Colleagues of the hosts who are not in the team yet, for a choice by organisation. */
export async function teamCandidates(db: Database, gathering: Gathering) {
	const rows = await db
		.selectFrom('person')
		.where(
			'organisationId',
			'in',
			gathering.hosts.map((host) => host.id)
		)
		.where('id', 'not in', db.selectFrom('teamMember').where('gatheringId', '=', gathering.id).select('personId'))
		.select(['id', 'firstName', 'lastName', 'organisationId'])
		.execute();
	rows.sort((a, b) => a.lastName.localeCompare(b.lastName, 'de') || a.firstName.localeCompare(b.firstName, 'de'));
	return gathering.hosts.map((host) => ({
		organisation: host.name,
		people: rows
			.filter((row) => row.organisationId === host.id)
			.map((row) => ({ id: row.id, name: `${row.lastName}, ${row.firstName}` }))
	}));
}

/** Takes a colleague of a host into the team; somebody in it gets the new task. */
export function addTeamMember(
	db: Database,
	by: Actor,
	gathering: Gathering,
	input: { personId: string; task: 'organizer' | 'desk' }
): Promise<true | Refusal<'not_of_host'>> {
	return inTransaction(db, async (trx) => {
		const person = await trx
			.selectFrom('person')
			.select('organisationId')
			.where('id', '=', input.personId)
			.executeTakeFirst();
		if (!gathering.hosts.some((host) => host.id === person?.organisationId)) return refuse('not_of_host');
		await trx
			.insertInto('teamMember')
			.values({ gatheringId: gathering.id, ...input })
			.onConflict((conflict) => conflict.columns(['gatheringId', 'personId']).doUpdateSet({ task: input.task }))
			.execute();
		await journal(trx, by, {
			verb: 'team.joined',
			thing: `person:${input.personId}`,
			gatheringId: gathering.id,
			particulars: { task: input.task }
		});
		return true;
	});
}

/** Takes somebody out of the team. */
export function removeTeamMember(db: Database, by: Actor, gathering: Gathering, personId: string): Promise<void> {
	return inTransaction(db, async (trx) => {
		await trx
			.deleteFrom('teamMember')
			.where('gatheringId', '=', gathering.id)
			.where('personId', '=', personId)
			.execute();
		await journal(trx, by, { verb: 'team.left', thing: `person:${personId}`, gatheringId: gathering.id });
	});
}
