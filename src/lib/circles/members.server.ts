import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { addDays, berlinDay } from '#lib/time/berlin.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { Member } from './mandate.ts';
import type { MandatePage } from './mandates.server.ts';
import { chosenIds } from './personChoice.ts';
import { personChoices } from './personChoices.server.ts';
import { insertSeat } from './seats.server.ts';

/** Who works in a group, in the order of last names. */
export async function membersOf(db: Database, circleId: string): Promise<Member[]> {
	const rows = await db
		.selectFrom('circleMember')
		.innerJoin('person', 'person.id', 'circleMember.personId')
		.leftJoin('organisation', 'organisation.id', 'person.organisationId')
		.where('circleId', '=', circleId)
		.select([
			'personId',
			'firstName',
			'lastName',
			'organisation.name as organisationName',
			'organisation.side',
			'sinceOn'
		])
		.execute();
	rows.sort((a, b) => a.lastName.localeCompare(b.lastName, 'de') || a.firstName.localeCompare(b.firstName, 'de'));
	return rows.map(({ firstName, lastName, ...row }) => ({ ...row, name: `${firstName} ${lastName}` }));
}

/** Takes a person into a group and gives her organisation the seat that goes with it; the caller has checked who may. */
export async function insertMember(trx: Trx, by: Actor, circleId: string, personId: string): Promise<void> {
	const sinceOn = berlinDay(by.at);
	await trx.insertInto('circleMember').values({ circleId, personId, sinceOn }).execute();
	await journal(trx, by, { verb: 'circle.member_added', thing: `circle:${circleId}` });
	const person = await trx.selectFrom('person').where('id', '=', personId).select('organisationId').executeTakeFirst();
	const seat = await trx
		.selectFrom('seat')
		.where('circleId', '=', circleId)
		.where('personId', '=', personId)
		.where('untilOn', 'is', null)
		.select('id')
		.executeTakeFirst();
	if (seat || !person?.organisationId) return;
	const { organisationId } = person;
	await insertSeat(trx, by, circleId, { organisationId, personId, kind: 'voting', sinceOn, termEndsOn: null });
}

/** Adds a member by name. */
export function addMember(
	db: Database,
	by: Actor,
	group: MandatePage,
	person: string
): Promise<string | Refusal<'not_allowed' | 'unknown_person' | 'member_already'>> {
	return inTransaction(db, async (trx) => {
		if (!group.maySet) return refuse('not_allowed');
		const named = chosenIds(await personChoices(trx), [person]);
		const personId = 'ids' in named ? named.ids[0] : undefined;
		if (!personId) return refuse('unknown_person');
		const members = await membersOf(trx, group.circle.id);
		if (members.some((member) => member.personId === personId)) return refuse('member_already');
		await insertMember(trx, by, group.circle.id, personId);
		return personId;
	});
}

/** Takes a member out of the group; her seat ends with yesterday. */
export function removeMember(
	db: Database,
	by: Actor,
	group: MandatePage,
	personId: string
): Promise<true | Refusal<'not_allowed' | 'gone'>> {
	return inTransaction(db, async (trx) => {
		if (!group.maySet) return refuse('not_allowed');
		const { id: circleId } = group.circle;
		const { numDeletedRows } = await trx
			.deleteFrom('circleMember')
			.where('circleId', '=', circleId)
			.where('personId', '=', personId)
			.executeTakeFirstOrThrow();
		if (!numDeletedRows) return refuse('gone');
		const untilOn = addDays(berlinDay(by.at), -1);
		const seats = trx.selectFrom('seat').where('circleId', '=', circleId).where('personId', '=', personId);
		for (const { id, sinceOn } of await seats.where('untilOn', 'is', null).select(['id', 'sinceOn']).execute()) {
			if (sinceOn > untilOn) await trx.deleteFrom('seat').where('id', '=', id).execute();
			else await trx.updateTable('seat').set({ untilOn }).where('id', '=', id).execute();
		}
		await journal(trx, by, { verb: 'circle.member_removed', thing: `circle:${circleId}` });
		return true;
	});
}
