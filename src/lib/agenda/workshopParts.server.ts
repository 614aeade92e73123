import type { Trx } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import type { FictionalCase } from './workshop.ts';

/** Adds a line about a workshop to the journal. */
export function noteWorkshop(trx: Trx, by: Actor, gatheringId: string, verb: string, id: string): Promise<void> {
	return journal(trx, by, { verb, thing: `workshop:${id}`, gatheringId });
}

/** Replaces the moderators of a workshop, in the order given. */
export async function setModerators(trx: Trx, workshopId: string, personIds: string[]): Promise<void> {
	await trx.deleteFrom('workshopModerator').where('workshopId', '=', workshopId).execute();
	const rows = personIds.map((personId, position) => ({ workshopId, personId, position }));
	if (rows.length > 0) await trx.insertInto('workshopModerator').values(rows).execute();
}

/** Replaces the guiding questions of a workshop. */
export async function setQuestions(trx: Trx, workshopId: string, questions: string[]): Promise<void> {
	await trx.deleteFrom('guidingQuestion').where('workshopId', '=', workshopId).execute();
	const rows = questions.map((text, position) => ({ workshopId, position, text }));
	if (rows.length > 0) await trx.insertInto('guidingQuestion').values(rows).execute();
}

/** Replaces the fictional case of a workshop; null takes it away. */
export async function setCase(trx: Trx, workshopId: string, content: FictionalCase | null): Promise<void> {
	await trx.deleteFrom('fictionalCase').where('workshopId', '=', workshopId).execute();
	if (!content) return;
	const { facts, ...row } = content;
	await trx
		.insertInto('fictionalCase')
		.values({ ...row, workshopId, facts: facts.join('\n') })
		.execute();
}
