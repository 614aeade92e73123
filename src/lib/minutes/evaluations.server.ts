import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import type { EvaluationInput } from './evaluation.form.ts';

/** What the feedback sheets of a gathering say. Means are on the scale 1 (very content) to 4. */
export interface Evaluation {
	returned: number;
	recommend: { yes: number; maybe: number; no: number };
	/** What people say about doing it again. */
	again: string;
	items: { item: string; mean: number }[];
	comments: string[];
}

/** The figures of the feedback sheets; undefined before somebody has entered them. */
export async function evaluationOf(db: Database, gatheringId: string): Promise<Evaluation | undefined> {
	const row = await db.selectFrom('evaluation').selectAll().where('gatheringId', '=', gatheringId).executeTakeFirst();
	if (!row) return undefined;
	const items = await db
		.selectFrom('evaluationItem')
		.select(['item', 'meanHundredths'])
		.where('gatheringId', '=', gatheringId)
		.orderBy('position')
		.execute();
	const comments = await db
		.selectFrom('evaluationComment')
		.select('text')
		.where('gatheringId', '=', gatheringId)
		.orderBy('position')
		.execute();
	return {
		returned: row.returned,
		recommend: { yes: row.recommendYes, maybe: row.recommendMaybe, no: row.recommendNo },
		again: row.again,
		items: items.map(({ item, meanHundredths }) => ({ item, mean: meanHundredths / 100 })),
		comments: comments.map(({ text }) => text)
	};
}

/** Enters the figures of the sheets in place of those before. */
export function enterEvaluation(db: Database, by: Actor, gatheringId: string, input: EvaluationInput): Promise<void> {
	return inTransaction(db, async (trx) => {
		const { returned, yes, maybe, no, again, items, comments } = input;
		await trx.deleteFrom('evaluation').where('gatheringId', '=', gatheringId).execute();
		const recommend = { recommendYes: yes, recommendMaybe: maybe, recommendNo: no };
		await trx
			.insertInto('evaluation')
			.values({ gatheringId, returned, ...recommend, again, changedAt: by.at })
			.execute();
		const means = items.map((item, position) => ({ gatheringId, position, ...item }));
		if (means.length > 0) await trx.insertInto('evaluationItem').values(means).execute();
		const said = comments.map((text, position) => ({ gatheringId, position, text }));
		if (said.length > 0) await trx.insertInto('evaluationComment').values(said).execute();
		const particulars = { returned };
		await journal(trx, by, { verb: 'evaluation.entered', thing: `gathering:${gatheringId}`, gatheringId, particulars });
	});
}
