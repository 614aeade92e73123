import { expect } from 'vitest';
import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { readForm } from '#lib/web/form.ts';
import { freshDatabase } from './database.ts';
import { createStandard } from '#lib/standards/create.server.ts';
import { moveStandard } from '#lib/standards/moves.server.ts';
import { type MoveInput, moveShape } from '#lib/standards/move.form.ts';
import { saveTypedSection } from '#lib/standards/saveSection.server.ts';
import { recordSignature } from '#lib/standards/signatures.server.ts';
import { EMPTY_STEP } from '#lib/standards/step.form.ts';
import type { Standard } from '#lib/standards/standard.ts';
import { standardFor } from '#lib/standards/standards.server.ts';
import { basisOf, saveStep } from '#lib/standards/text.server.ts';
import { currentVersion } from '#lib/standards/versions.server.ts';

export const account = (organisationId: string | null, more: Partial<Account> = {}): Account => ({
	...{ id: 'a', email: 'a@example.org', name: 'A', organisationName: '', organisationShortName: '', language: 'de' },
	...{ organisationId, isAdministrator: false, organizes: true, ...more }
});
export const kreis = account('org-ja-kreis');
export const provider = account('org-p14', { organizes: false });
export const onDay = (day: string): Actor => ({ accountId: null, name: 'Test', at: `${day}T09:00:00.000Z` });
export const by = onDay('2026-11-26');

export let db: Database;
export let id: string;
/** A cooperation agreement of the Trägertreffen that has just been begun. */
export async function beginAgreement(): Promise<void> {
	db = await freshDatabase();
	await loadRegion(db, '2026-10-20T08:00:00.000Z');
	const input = { title: 'Neu', circleId: 'circle-tt', kind: 'cooperation_agreement' as const };
	id = (await createStandard(db, by, kreis, {
		...input,
		...{ findingId: null, drafterId: null, supersedesId: null }
	})) as string;
}

export const now = async (who = kreis) => (await standardFor(db, who, id)) as Standard;
export const draft = async () => (await currentVersion(db, id))!;
export const plan = (more: Partial<MoveInput> = {}): MoveInput => {
	const form = readForm(moveShape, new FormData());
	if (!('data' in form)) throw new Error('an empty form is a plan');
	return { ...form.data, ...more };
};
export const move = async (to: Standard['state'], more: Partial<MoveInput> = {}, actor = by, who = kreis) =>
	moveStandard(db, actor, await now(who), to, plan(more));

export async function write(
	section: Parameters<typeof saveTypedSection>[3],
	fields: [string, string][],
	basis?: string
) {
	const form = new FormData();
	form.set('basis', basis ?? (await basisOf(db, await draft(), section)));
	for (const [name, value] of fields) form.append(name, value);
	return saveTypedSection(db, by, await now(), section, form);
}

export const step = { ...EMPTY_STEP, title: 'Anrufen', responsible: [{ role: 'provider' as const }] };

export async function fill() {
	await write('scope', [
		['region', 'Seetal'],
		['level', 'structure']
	]);
	await write('participation', [['text', 'wird gefragt']]);
	await write('dataProtection', [['text', 'ohne Namen']]);
	await write(
		'parties',
		['org-ja-kreis', 'org-ja-stadt', 'org-p01'].flatMap((one): [string, string][] => [
			['organisationId[]', one],
			['takesPart[]', one],
			['signs[]', one],
			['representedBy[]', 'die Leitung']
		])
	);
	await saveStep(db, by, await now(), { id: null, basis: '', step });
}

/** An adopted decision of the circle on this standard. */
export async function decide(decisionId: string, decidedOn: string, more: object = {}) {
	const model = await db
		.selectFrom('decision')
		.where('circleId', '=', 'circle-tt')
		.selectAll()
		.executeTakeFirstOrThrow();
	const { last } = await db
		.selectFrom('decision')
		.select(({ fn }) => fn.max('number').as('last'))
		.executeTakeFirstOrThrow();
	await db
		.insertInto('decision')
		.values({
			...{ ...model, id: decisionId, number: last + 1, standardId: id, versionId: null, minutesItemId: null },
			...{ gatheringId: null, findingId: null, method: 'consent' as const, ...more }
		})
		.execute();
	await db
		.insertInto('decisionOutcome')
		.values({
			...{ decisionId, result: 'adopted', decidedOn, yes: 5, no: 0, abstained: 0, sentence: '' },
			...{ at: `${decidedOn}T10:00:00.000Z`, byName: 'Test' }
		})
		.execute();
}

export async function agree() {
	await fill();
	await move('drafting');
	await move('consultation', { closesOn: '2026-12-17' });
	await move('ready_for_decision', {}, onDay('2026-12-18'));
	await decide('de-neu', '2026-12-19', { versionId: (await draft()).id });
	expect(await move('agreed', {}, onDay('2026-12-19'))).toBe('moved');
}

export async function inForce() {
	await agree();
	await write('duration', []);
	for (const organisationId of ['org-ja-kreis', 'org-ja-stadt', 'org-p01'])
		await recordSignature(db, onDay('2026-12-20'), await now(), {
			...{ organisationId, signedOn: '2026-12-20', signatory: 'Leitung', form: 'paper' }
		});
	const days = { inForceOn: '2027-01-01', reviewDueOn: '2027-12-31' };
	expect(await move('in_force', days, onDay('2027-01-02'))).toBe('moved');
}
