import type { Database } from '#lib/db/database.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Standard } from './standard.ts';
import { organisationNames } from './standardPage.server.ts';
import { EMPTY_STEP, stepValues } from './step.form.ts';
import { basisOfStep, editable } from './text.server.ts';
import { currentVersion, partiesOf } from './versions.server.ts';

/** The steps of the newest version, in order, and whether they may be changed today. */
export async function stepsPage(db: Database, standard: Standard, todayOn: string) {
	const version = await currentVersion(db, standard.id);
	const may = await editable(db, standard, todayOn);
	return {
		steps: version?.text.steps ?? [],
		label: version?.label ?? '',
		changedBy: version?.byName ?? '',
		lock: isRefused(may) ? may.refused : undefined,
		names: await organisationNames(db)
	};
}

/** One step to be edited, or a new one; undefined when it is not there any more. */
export async function stepPage(db: Database, standard: Standard, id: string, todayOn: string) {
	const page = await stepsPage(db, standard, todayOn);
	const step = page.steps.find((one) => one.id === id);
	if (!step && id !== 'new') return undefined;
	const version = await currentVersion(db, standard.id);
	return {
		...page,
		step,
		number: step ? page.steps.indexOf(step) + 1 : page.steps.length + 1,
		basis: basisOfStep(step),
		values: stepValues(step ?? EMPTY_STEP),
		parties: version ? await partiesOf(db, version.id) : []
	};
}
