import type { Database } from '#lib/db/database.server.ts';
import { choices } from './personChoice.ts';

/** Everybody in the directory, worded for a choice by name. One query. */
export async function personChoices(db: Database): Promise<Map<string, string>> {
	const people = await db
		.selectFrom('person')
		.leftJoin('organisation', 'organisation.id', 'person.organisationId')
		.select(['person.id', 'firstName', 'lastName', 'organisationId', 'shortName', 'jobFunction'])
		.orderBy('person.id')
		.execute();
	return choices(people);
}
