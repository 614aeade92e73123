import { createHash } from 'node:crypto';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { isRefused, refuse, type Refusal } from '#lib/web/refusal.ts';
import { mayEdit } from './lifecycle.ts';
import { consultationsOf } from './life.server.ts';
import type { PartiesInput } from './section.form.ts';
import { partOf, type TextSection } from './sectionParts.ts';
import type { Editable } from './sections.ts';
import type { Standard } from './standard.ts';
import { canonicalText, type ProcedureStep, type StandardText } from './standardText.ts';
import type { StepInput } from './step.form.ts';
import { moveStep, putStep } from './stepOrder.ts';
import type { Version } from './version.ts';
import { currentVersion, partiesOf } from './versions.server.ts';

export type Locked = 'not_allowed' | 'frozen' | 'consulting' | 'deciding' | 'ended';

function mark(part: unknown): string {
	return createHash('sha256')
		.update(canonicalText(part as StandardText))
		.digest('hex')
		.slice(0, 16);
}

/** A short mark of a section as it stands: a form sends it back, so that nobody writes over what another one changed. */
export async function basisOf(db: Database, version: Version, section: Editable): Promise<string> {
	return mark(section === 'parties' ? await partyRows(db, version.id) : partOf(version.text, section));
}

export function basisOfStep(step: ProcedureStep | undefined): string {
	return step ? mark(step) : '';
}

async function partyRows(db: Database, versionId: string) {
	return (await partiesOf(db, versionId)).map(({ organisationId, representedBy, signs }) => ({
		...{ organisationId, representedBy, signs }
	}));
}

/** The newest version when it may be changed today, or why not. */
export async function editable(db: Database, standard: Standard, todayOn: string): Promise<Version | Refusal<Locked>> {
	if (!standard.drafts) return refuse('not_allowed');
	const version = await currentVersion(db, standard.id);
	const [consultation] = await consultationsOf(db, standard.id);
	const answer = mayEdit({
		...{ state: standard.state, todayOn, consultedUntilOn: consultation?.closesOn ?? null },
		isFrozen: version?.frozenAt !== null
	});
	if (answer !== true || !version) return refuse(answer === true ? 'frozen' : answer);
	return version;
}

async function writeText(trx: Trx, by: Actor, version: Version, text: StandardText, section: Editable): Promise<void> {
	await trx
		.updateTable('version')
		.set({ content: JSON.stringify(text), revision: version.revision + 1, changedAt: by.at, byName: by.name })
		.where('id', '=', version.id)
		.execute();
	await journal(trx, by, {
		...{ verb: 'version.written', thing: `standard:${version.standardId}` },
		particulars: { section, label: version.label }
	});
}

/** Writes one section. Was it changed since the form was opened, nothing is written: the newer text is shown beside. */
export function saveSection(
	db: Database,
	by: Actor,
	standard: Standard,
	input: { section: TextSection; basis: string; part: Partial<StandardText> }
): Promise<true | Refusal<Locked | 'stale'>> {
	return inTransaction(db, async (trx) => {
		const version = await editable(trx, standard, berlinDay(by.at));
		if (isRefused(version)) return version;
		if ((await basisOf(trx, version, input.section)) !== input.basis) return refuse('stale');
		await writeText(trx, by, version, { ...version.text, ...input.part }, input.section);
		// Until a first version is agreed, the title of the draft is what the standard is called.
		if (input.part.title !== undefined && version.number === 1)
			await trx.updateTable('standard').set({ title: input.part.title }).where('id', '=', standard.id).execute();
		return true;
	});
}

/** Writes who takes part, who represents each and who signs. */
export function saveParties(
	db: Database,
	by: Actor,
	standard: Standard,
	{ basis, parties }: PartiesInput
): Promise<true | Refusal<Locked | 'stale' | 'unknown'>> {
	return inTransaction(db, async (trx) => {
		const version = await editable(trx, standard, berlinDay(by.at));
		if (isRefused(version)) return version;
		if ((await basisOf(trx, version, 'parties')) !== basis) return refuse('stale');
		const ids = parties.map(({ organisationId }) => organisationId);
		const known = await trx
			.selectFrom('organisation')
			.where('id', 'in', ids.length > 0 ? ids : [''])
			.select('id')
			.execute();
		if (known.length !== new Set(ids).size) return refuse('unknown');
		await trx.deleteFrom('versionParty').where('versionId', '=', version.id).execute();
		const rows = parties.map((party) => ({ versionId: version.id, ...party }));
		if (rows.length > 0) await trx.insertInto('versionParty').values(rows).execute();
		await writeText(trx, by, version, version.text, 'parties');
		return true;
	});
}

type StepAnswer<Why extends string = never> = Promise<string | Refusal<Locked | 'gone' | Why>>;

function changeSteps<Why extends string>(
	db: Database,
	by: Actor,
	standard: Standard,
	change: (steps: readonly ProcedureStep[]) => { id: string; steps: ProcedureStep[] } | Refusal<Why>
): Promise<string | Refusal<Locked | Why>> {
	return inTransaction(db, async (trx): Promise<string | Refusal<Locked | Why>> => {
		const version = await editable(trx, standard, berlinDay(by.at));
		if (isRefused(version)) return version;
		const answer = change(version.text.steps);
		if (isRefused(answer)) return answer;
		await writeText(trx, by, version, { ...version.text, steps: answer.steps }, 'steps');
		return answer.id;
	});
}

/** Adds a step at the end, or writes an existing one; the others stay as they are, whoever works on them. */
export function saveStep(
	db: Database,
	by: Actor,
	standard: Standard,
	input: { id: string | null; basis: string; step: StepInput }
): StepAnswer<'stale'> {
	return changeSteps<'stale' | 'gone'>(db, by, standard, (steps) => {
		const id = input.id ?? newId();
		const step: ProcedureStep = { ...input.step, id };
		if (input.id === null) return { id, steps: [...steps, step] };
		const found = steps.find((one) => one.id === id);
		if (!found) return refuse('gone');
		if (basisOfStep(found) !== input.basis) return refuse('stale');
		return { id, steps: steps.map((one) => (one.id === id ? step : one)) };
	});
}

export function shiftStep(
	db: Database,
	by: Actor,
	standard: Standard,
	{ id, direction }: { id: string; direction: 'up' | 'down' }
): StepAnswer {
	return changeSteps<'gone'>(db, by, standard, (steps) =>
		steps.some((step) => step.id === id) ? { id, steps: moveStep(steps, id, direction) } : refuse('gone')
	);
}

export function removeStep(db: Database, by: Actor, standard: Standard, id: string): StepAnswer {
	return changeSteps<'gone'>(db, by, standard, (steps) =>
		steps.some((step) => step.id === id) ? { id, steps: steps.filter((step) => step.id !== id) } : refuse('gone')
	);
}

/** Puts a step back that was just taken out. */
export function restoreStep(
	db: Database,
	by: Actor,
	standard: Standard,
	{ step, at }: { step: ProcedureStep; at: number }
): StepAnswer {
	return changeSteps<'gone'>(db, by, standard, (steps) => ({ id: step.id, steps: putStep(steps, step, at) }));
}
