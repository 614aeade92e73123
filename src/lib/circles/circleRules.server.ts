import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { RuleInput } from './circle.form.ts';
import type { Circle, CircleKind } from './circle.ts';
import { type CircleRule, DEFAULT_RULES } from './circleRule.ts';
import { chosenIds, wordingOf } from './personChoice.ts';
import { personChoices } from './personChoices.server.ts';

export interface RuleOfCircle extends CircleRule {
	chairName: string;
	minuteTakerName: string;
}

/** The rule of a circle: its own, or what its kind usually has. Two queries. */
export async function ruleOf(db: Database, circleId: string): Promise<RuleOfCircle> {
	const row = await db
		.selectFrom('circleRule')
		.leftJoin('person as chair', 'chair.id', 'chairId')
		.leftJoin('person as taker', 'taker.id', 'minuteTakerId')
		.where('circleId', '=', circleId)
		.selectAll('circleRule')
		.select(['chair.firstName as chairFirst', 'chair.lastName as chairLast'])
		.select(['taker.firstName as takerFirst', 'taker.lastName as takerLast'])
		.executeTakeFirst();
	if (!row) {
		const circle = await db.selectFrom('circle').where('id', '=', circleId).select('kind').executeTakeFirst();
		const rule = DEFAULT_RULES[circle?.kind as CircleKind] ?? DEFAULT_RULES.round_table;
		return { ...rule, chairName: '', minuteTakerName: '' };
	}
	return {
		method: row.method,
		majorityPercent: row.majorityPercent,
		quorumPercent: row.quorumPercent,
		abstentions: row.abstentions,
		needsEachBank: row.needsEachBank === 1,
		silenceIsYes: row.silenceIsYes === 1,
		noticeDays: row.noticeDays,
		chairName: [row.chairFirst, row.chairLast].filter(Boolean).join(' '),
		minuteTakerName: [row.takerFirst, row.takerLast].filter(Boolean).join(' ')
	};
}

/** Who holds chair and minutes, worded for the choice by name. */
export async function officeWordings(db: Database, circleId: string): Promise<{ chair: string; minuteTaker: string }> {
	const row = await db
		.selectFrom('circleRule')
		.where('circleId', '=', circleId)
		.select(['chairId', 'minuteTakerId'])
		.executeTakeFirst();
	const people = await personChoices(db);
	return {
		chair: wordingOf(people, row?.chairId ?? ''),
		minuteTaker: wordingOf(people, row?.minuteTakerId ?? '')
	};
}

/** Settles how a circle decides from now on; decisions already asked keep the rule they were asked under. */
export function setRule(
	db: Database,
	by: Actor,
	circle: Circle,
	input: RuleInput
): Promise<true | Refusal<'not_allowed' | 'unknown_chair' | 'unknown_taker'>> {
	return inTransaction(db, async (trx) => {
		if (!circle.manages) return refuse('not_allowed');
		const people = await personChoices(trx);
		const chair = chosenIds(people, [input.chair]);
		if ('unknown' in chair) return refuse('unknown_chair');
		const taker = chosenIds(people, [input.minuteTaker]);
		if ('unknown' in taker) return refuse('unknown_taker');
		const row = {
			method: input.method,
			majorityPercent: input.majorityPercent,
			quorumPercent: input.quorumPercent,
			abstentions: input.abstentions,
			needsEachBank: input.needsEachBank ? (1 as const) : (0 as const),
			silenceIsYes: input.silenceIsYes ? (1 as const) : (0 as const),
			noticeDays: input.noticeDays,
			chairId: chair.ids[0] ?? null,
			minuteTakerId: taker.ids[0] ?? null
		};
		await trx
			.insertInto('circleRule')
			.values({ ...row, circleId: circle.id })
			.onConflict((conflict) => conflict.column('circleId').doUpdateSet(row))
			.execute();
		await journal(trx, by, {
			verb: 'circle.rule_set',
			thing: `circle:${circle.id}`,
			particulars: { method: row.method }
		});
		return true;
	});
}
