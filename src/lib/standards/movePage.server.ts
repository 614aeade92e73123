import type { Database } from '#lib/db/database.server.ts';
import { addDays } from '#lib/time/berlin.ts';
import type { StandardStateName } from '#migrations/schema.ts';
import { entriesOf, officesOf } from './entries.server.ts';
import { agrees, lifeOf } from './life.server.ts';
import { CONSULTATION_DAYS, mayMove, waysFrom } from './lifecycle.ts';
import { fieldOf } from './lifecycleWords.ts';
import type { Standard } from './standard.ts';

/** One step of the way: what is missing that its own fields do not ask for, and what the fields propose. */
export async function movePage(db: Database, standard: Standard, to: StandardStateName, todayOn: string) {
	const { facts, version, decisions } = await lifeOf(db, standard, todayOn);
	const answer = mayMove(facts, to);
	const fixed = (await entriesOf(db, standard.id)).filter(({ versionId }) => versionId === version.id);
	const general = fixed.find(({ organisationId }) => organisationId === '');
	return {
		versionId: version.id,
		label: version.label,
		isWay: waysFrom(facts).includes(to),
		missing: answer === true ? [] : answer.filter((reason) => fieldOf(reason) === undefined),
		outstanding: facts.outstanding,
		// Back from a review or from a revision that was given up, the days of entry stay.
		asksForDay: to === 'in_force' && standard.state !== 'under_review',
		decision: to === 'agreed' ? decisions.find((decision) => agrees(decision, standard, version)) : undefined,
		decisions: to === 'repealed' ? decisions.filter(({ standardId }) => standardId === standard.id) : [],
		offices: to === 'in_force' ? await officesOf(db, version.id) : [],
		values: {
			closesOn: addDays(todayOn, CONSULTATION_DAYS),
			inForceOn: general?.inForceOn ?? '',
			endsOn: to === 'repealed' ? todayOn : (general?.endsOn ?? ''),
			reviewDueOn: standard.reviewDueOn && standard.reviewDueOn > todayOn ? standard.reviewDueOn : '',
			officeOn: Object.fromEntries(fixed.map(({ organisationId, inForceOn }) => [organisationId, inForceOn]))
		}
	};
}
