import type { Account } from '#lib/accounts/account.ts';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { isRefused, refuse, type Refusal } from '#lib/web/refusal.ts';
import type { AmendInput, AnswerInput } from './minutes.form.ts';
import { minutesToChange } from './minutesState.server.ts';

/** Amendments of a meeting's minutes in the order they came; a member is named by its organisation. */
export async function amendmentsOf(db: Database, gatheringId: string) {
	const rows = await db
		.selectFrom('minutesAmendment')
		.innerJoin('minutes', 'minutes.id', 'minutesAmendment.minutesId')
		.leftJoin('organisation', 'organisation.id', 'minutesAmendment.organisationId')
		.select(['minutesAmendment.id', 'minutesItemId', 'minutesAmendment.organisationId', 'name', 'byName', 'at'])
		.select(['text', 'answer', 'isAccepted', 'answeredAt'])
		.where('gatheringId', '=', gatheringId)
		.orderBy('at')
		.execute();
	return rows.map(({ name, byName, ...row }) => ({ ...row, organisation: name ?? byName }));
}

/** Whether members may still ask for changes, or only the hosts. */
export interface Amending {
	manages: boolean;
	todayOn: string;
}

/** Asks for a change of one item, or of head and presence list. Members may until the day named; hosts until approval. */
export function amendMinutes(
	db: Database,
	by: Actor,
	account: Account,
	gatheringId: string,
	input: AmendInput,
	{ manages, todayOn }: Amending
): Promise<string | Refusal<'none' | 'final' | 'draft' | 'closed' | 'gone'>> {
	return inTransaction(db, async (trx) => {
		const minutes = await minutesToChange(trx, gatheringId);
		if (isRefused(minutes)) return minutes;
		if (minutes.commentsUntilOn === null) return refuse('draft');
		if (!manages && minutes.commentsUntilOn < todayOn) return refuse('closed');
		if (input.itemId !== null && !(await itemOf(trx, minutes.id, input.itemId))) return refuse('gone');
		const id = newId();
		await trx
			.insertInto('minutesAmendment')
			.values({
				...{ id, minutesId: minutes.id, minutesItemId: input.itemId, organisationId: account.organisationId },
				...{ byName: by.name, at: by.at, text: input.text, answer: '', isAccepted: null, answeredAt: null }
			})
			.execute();
		await journal(trx, by, { verb: 'minutes.amendment_sent', thing: `minutes:${minutes.id}`, gatheringId });
		return id;
	});
}

function itemOf(trx: Trx, minutesId: string, itemId: string) {
	return trx
		.selectFrom('minutesItem')
		.selectAll()
		.where('minutesId', '=', minutesId)
		.where('id', '=', itemId)
		.executeTakeFirst();
}

export type AnswerRefusal = Refusal<'none' | 'final' | 'gone' | 'answered' | 'unchanged' | 'changed' | 'reason'>;

/** Answers an amendment. An accepted one corrects its item: old and new wording stay side by side. */
export function answerAmendment(
	db: Database,
	by: Actor,
	gatheringId: string,
	input: AnswerInput
): Promise<true | AnswerRefusal> {
	return inTransaction(db, async (trx) => {
		const minutes = await minutesToChange(trx, gatheringId);
		if (isRefused(minutes)) return minutes;
		const amendment = await trx
			.selectFrom('minutesAmendment')
			.select(['id', 'minutesItemId', 'answeredAt'])
			.where('minutesId', '=', minutes.id)
			.where('id', '=', input.amendmentId)
			.executeTakeFirst();
		if (!amendment) return refuse('gone');
		if (amendment.answeredAt !== null) return refuse('answered');
		const isAccepted = input.verdict === 'accepted';
		if (!isAccepted && input.answer === '') return refuse('reason');
		if (isAccepted && amendment.minutesItemId !== null) {
			const corrected = await correctItem(trx, by, minutes.id, amendment.minutesItemId, input);
			if (isRefused(corrected)) return corrected;
		}
		await trx
			.updateTable('minutesAmendment')
			.set({ answer: input.answer, isAccepted: isAccepted ? 1 : 0, answeredAt: by.at })
			.where('id', '=', amendment.id)
			.execute();
		await journal(trx, by, {
			...{ verb: 'minutes.amendment_answered', thing: `minutes:${minutes.id}`, gatheringId },
			particulars: { isAccepted }
		});
		return true;
	});
}

async function correctItem(
	trx: Trx,
	by: Actor,
	minutesId: string,
	itemId: string,
	input: AnswerInput
): Promise<true | Refusal<'gone' | 'unchanged' | 'changed'>> {
	const item = await itemOf(trx, minutesId, itemId);
	if (!item) return refuse('gone');
	if (item.revision !== input.revision) return refuse('changed');
	const parts = (['facts', 'discussion'] as const).filter((part) => item[part] !== input[part]);
	if (parts.length === 0) return refuse('unchanged');
	const corrections = parts.map((part) => ({
		...{ id: newId(), minutesId, minutesItemId: itemId, amendmentId: input.amendmentId, part },
		...{ before: item[part], after: input[part], at: by.at, byName: by.name }
	}));
	await trx.insertInto('minutesCorrection').values(corrections).execute();
	await trx
		.updateTable('minutesItem')
		.set({ facts: input.facts, discussion: input.discussion, revision: item.revision + 1 })
		.where('id', '=', itemId)
		.execute();
	return true;
}
