import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { isRefused, refuse, type Refusal } from '#lib/web/refusal.ts';
import type { Standard } from './standard.ts';
import { editable, type Locked } from './text.server.ts';
import type { Version } from './version.ts';
import { currentVersion } from './versions.server.ts';

interface Label {
	label: string;
	changeNote: string;
}

/** Copies a version with its parties as the next draft; call it in the transaction of the act. */
export async function copyVersion(trx: Trx, by: Actor, from: Version, { label, changeNote }: Label): Promise<string> {
	const id = newId();
	await trx
		.insertInto('version')
		.values({
			...{ id, standardId: from.standardId, number: from.number + 1, label, changeNote, revision: 1 },
			...{ content: JSON.stringify(from.text), createdAt: by.at, changedAt: by.at, byName: by.name }
		})
		.execute();
	await trx
		.insertInto('versionParty')
		.columns(['versionId', 'organisationId', 'representedBy', 'signs'])
		.expression((eb) =>
			eb
				.selectFrom('versionParty')
				.where('versionId', '=', from.id)
				.select([eb.val(id).as('versionId'), 'organisationId', 'representedBy', 'signs'])
		)
		.execute();
	return id;
}

/**
 * Begins the next version as a copy of the newest: a further state of a draft, or the revision of what was agreed. The
 * earlier one stays as it is and can be compared.
 */
export function startVersion(
	db: Database,
	by: Actor,
	standard: Standard,
	input: Label
): Promise<string | Refusal<Locked | 'label'>> {
	return inTransaction(db, async (trx) => {
		const draft = await editable(trx, standard, berlinDay(by.at));
		const isRevision = isRefused(draft) && draft.refused === 'frozen' && isOpenToRevision(standard);
		if (isRefused(draft) && !isRevision) return draft;
		const from = await currentVersion(trx, standard.id);
		if (!from) return refuse('frozen');
		if (await hasLabel(trx, standard.id, input.label)) return refuse('label');
		const id = await copyVersion(trx, by, from, input);
		await journal(trx, by, {
			...{ verb: 'version.begun', thing: `standard:${standard.id}`, particulars: { number: from.number + 1 } }
		});
		return id;
	});
}

/** What was agreed is revised once it applies; while it is being signed it waits. */
function isOpenToRevision({ state }: Standard): boolean {
	return state === 'in_force' || state === 'under_review';
}

async function hasLabel(trx: Trx, standardId: string, label: string, exceptId = ''): Promise<boolean> {
	const row = await trx
		.selectFrom('version')
		.where('standardId', '=', standardId)
		.where('label', '=', label)
		.where('id', '<>', exceptId)
		.select('id')
		.executeTakeFirst();
	return row !== undefined;
}

/** Names the draft and says what it changes: the line of the change log. */
export function labelVersion(
	db: Database,
	by: Actor,
	standard: Standard,
	input: Label
): Promise<true | Refusal<Locked | 'label'>> {
	return inTransaction(db, async (trx) => {
		const version = await editable(trx, standard, berlinDay(by.at));
		if (isRefused(version)) return version;
		if (await hasLabel(trx, standard.id, input.label, version.id)) return refuse('label');
		await trx.updateTable('version').set(input).where('id', '=', version.id).execute();
		await journal(trx, by, { verb: 'version.labelled', thing: `standard:${standard.id}` });
		return true;
	});
}
