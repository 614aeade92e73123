import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { Circle } from './circle.ts';
import type { GroupInput } from './mandate.form.ts';
import { insertMandate } from './mandates.server.ts';
import { insertMember } from './members.server.ts';
import { chosenIds } from './personChoice.ts';
import { personChoices } from './personChoices.server.ts';

/** What a mandate may go back to: a decision of this circle and a result of one of its gatherings. */
export async function causeOf(
	db: Database,
	circleId: string,
	cause: { decisionId: string | null; findingId: string | null }
) {
	const decision = await db
		.selectFrom('decision')
		.where('id', '=', cause.decisionId ?? '')
		.where('circleId', '=', circleId)
		.select(['id', 'title'])
		.executeTakeFirst();
	const finding = await db
		.selectFrom('finding')
		.innerJoin('workshop', 'workshop.id', 'finding.workshopId')
		.innerJoin('gathering', 'gathering.id', 'workshop.gatheringId')
		.leftJoin('findingRemoval', 'findingRemoval.findingId', 'finding.id')
		.where('finding.id', '=', cause.findingId ?? '')
		.where('gathering.circleId', '=', circleId)
		.where('findingRemoval.at', 'is', null)
		.select(['finding.id', 'finding.text'])
		.executeTakeFirst();
	return { decision, finding };
}

/** Decisions of a circle on which a mandate may rest, newest first: who comes from elsewhere than a decision chooses one. */
export function decisionsForMandates(db: Database, circleId: string) {
	return db
		.selectFrom('decision')
		.innerJoin('decisionOutcome', 'decisionId', 'decision.id')
		.where('circleId', '=', circleId)
		.where('result', '=', 'adopted')
		.orderBy('decidedOn', 'desc')
		.orderBy('number', 'desc')
		.limit(20)
		.select(['decision.id', 'number', 'title', 'decidedOn'])
		.execute();
}

export type GroupRefusal = Refusal<
	'not_allowed' | 'unknown_person' | 'no_members' | 'past_date' | 'foreign_decision' | 'foreign_finding'
>;

/** A circle sets up a small group: the group, its mandate, its members and the seats of their organisations, or nothing. */
export function setUpSmallGroup(
	db: Database,
	by: Actor,
	circle: Circle,
	input: GroupInput
): Promise<string | GroupRefusal> {
	return inTransaction(db, async (trx) => {
		if (!circle.manages) return refuse('not_allowed');
		const { name, text, reportDueOn, members, decisionId, findingId } = input;
		const named = chosenIds(await personChoices(trx), members);
		if ('unknown' in named) return refuse('unknown_person');
		if (named.ids.length === 0) return refuse('no_members');
		if (reportDueOn < berlinDay(by.at)) return refuse('past_date');
		const { decision, finding } = await causeOf(trx, circle.id, { decisionId, findingId });
		if (decisionId !== null && !decision) return refuse('foreign_decision');
		if (findingId !== null && !finding) return refuse('foreign_finding');
		const id = newId();
		await trx
			.insertInto('circle')
			.values({ id, name, kind: 'small_group', purpose: '', rhythm: '', createdAt: by.at })
			.execute();
		await journal(trx, by, { verb: 'circle.created', thing: `circle:${id}`, particulars: { for: circle.id } });
		await insertMandate(trx, by, id, { text, reportDueOn, reportsToId: circle.id, decisionId, findingId });
		for (const personId of named.ids) await insertMember(trx, by, id, personId);
		return id;
	});
}
