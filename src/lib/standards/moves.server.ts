import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { addDays, berlinDay } from '#lib/time/berlin.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { StandardStateName } from '#migrations/schema.ts';
import { enterForce, endEntries } from './entries.server.ts';
import { fingerprintOf } from './fingerprint.server.ts';
import { agrees, isOutdated, lifeOf, type MovePlan } from './life.server.ts';
import { type LifeReason, mayMove } from './lifecycle.ts';
import type { MoveInput } from './move.form.ts';
import type { Standard } from './standard.ts';
import { insertState } from './states.server.ts';
import type { Version } from './version.ts';
import { partiesOf } from './versions.server.ts';

/** Steps that belong to the drafting: a drafting group takes them itself. All others are of the circle. */
const OF_DRAFTING: readonly StandardStateName[] = ['drafting', 'consultation', 'ready_for_decision'];

export function mayTake(standard: Pick<Standard, 'drafts' | 'manages'>, to: StandardStateName): boolean {
	return OF_DRAFTING.includes(to) ? standard.drafts : standard.manages;
}

type Life = Awaited<ReturnType<typeof lifeOf>>;

/**
 * Takes a standard to its next state, when every guard lets it pass; otherwise everything that is missing comes back.
 * An entry into force on a later day is only fixed: the state follows when the day has come.
 */
export function moveStandard(
	db: Database,
	by: Actor,
	standard: Standard,
	to: StandardStateName,
	input: MoveInput
): Promise<'moved' | 'planned' | Refusal<'not_allowed'> | { refused: 'missing'; reasons: LifeReason[] }> {
	return inTransaction(db, async (trx) => {
		if (!mayTake(standard, to)) return refuse('not_allowed');
		const todayOn = berlinDay(by.at);
		const life = await lifeOf(trx, standard, todayOn, input);
		const answer = mayMove(life.facts, to);
		if (answer !== true) return { refused: 'missing' as const, reasons: answer };
		const isPlanned = to === 'in_force' && input.inForceOn !== null && input.inForceOn > todayOn;
		const decisionId = await takeEffect(trx, by, { standard, life, to, input, isPlanned });
		if (!isPlanned)
			await insertState(trx, by, {
				...{ standardId: standard.id, state: to, versionId: life.version.id, decisionId, reason: input.reason }
			});
		await journal(trx, by, {
			...{ verb: isPlanned ? 'standard.entry_fixed' : 'standard.moved', thing: `standard:${standard.id}` },
			particulars: { from: standard.state, to }
		});
		return isPlanned ? 'planned' : 'moved';
	});
}

interface Effect {
	standard: Standard;
	life: Life;
	to: StandardStateName;
	input: MoveInput;
	isPlanned: boolean;
}

/** What a step writes beside the state; gives the decision it rests on. */
async function takeEffect(
	trx: Trx,
	by: Actor,
	{ standard, life, to, input, isPlanned }: Effect
): Promise<string | null> {
	const todayOn = berlinDay(by.at);
	if (to === 'consultation') await openConsultation(trx, by, life.version, input);
	if (to === 'agreed') return agree(trx, by, standard, life);
	if (to === 'in_force') await enterInForce(trx, by, { standard, life, to, input, isPlanned });
	if (to === 'superseded') await endEntries(trx, standard.id, todayOn);
	if (to === 'repealed') {
		await endEntries(trx, standard.id, input.endsOn ?? todayOn);
		return input.decisionId;
	}
	return null;
}

async function openConsultation(trx: Trx, by: Actor, version: Version, { closesOn }: MovePlan): Promise<void> {
	await trx
		.insertInto('consultation')
		.values({
			...{ id: newId(), versionId: version.id, opensOn: berlinDay(by.at), closesOn: closesOn ?? '' },
			byName: by.name
		})
		.execute();
}

/** The decision freezes the version, with its fingerprint; from here on not even SQL changes it. */
async function agree(trx: Trx, by: Actor, standard: Standard, { version, decisions }: Life): Promise<string> {
	const decision = decisions.find((one) => agrees(one, standard, version) && !isOutdated(one, version));
	if (!decision) throw new Error('the guard let an agreement pass without a decision');
	const signed = { at: by.at, byName: by.name };
	const hash = fingerprintOf(version.text, await partiesOf(trx, version.id));
	await trx
		.insertInto('versionFreeze')
		.values({ versionId: version.id, hash, ...signed })
		.execute();
	await trx
		.insertInto('standardAgreement')
		.values({ versionId: version.id, agreedOn: decision.decidedOn, decisionId: decision.id, ...signed })
		.execute();
	await trx.updateTable('standard').set({ title: version.text.title }).where('id', '=', standard.id).execute();
	return decision.id;
}

async function enterInForce(trx: Trx, by: Actor, { standard, life, input, isPlanned }: Effect): Promise<void> {
	await trx.updateTable('standard').set({ reviewDueOn: input.reviewDueOn }).where('id', '=', standard.id).execute();
	// Back from a review that kept the version: its days stay as they are.
	if (!life.facts.isAgreed || input.inForceOn === null) return;
	await enterForce(trx, by, life.version, { ...input, inForceOn: input.inForceOn });
	const { supersedesId } = standard;
	if (supersedesId === null) return;
	await endEntries(trx, supersedesId, addDays(input.inForceOn, -1));
	if (isPlanned) return;
	await insertState(trx, by, { standardId: supersedesId, state: 'superseded' });
	await journal(trx, by, { verb: 'standard.superseded', thing: `standard:${supersedesId}` });
}
