import type { Database } from '#lib/db/database.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { type Issues, readForm, type Values, valuesOf } from '#lib/web/form.ts';
import { isRefused } from '#lib/web/refusal.ts';
import { partiesShape, sectionShapes } from './section.form.ts';
import type { TextSection } from './sectionParts.ts';
import type { Standard } from './standard.ts';
import { type Locked, saveParties, saveSection } from './text.server.ts';

export interface NotSaved {
	issues: Issues;
	values: Values;
	refused?: Locked | 'stale' | 'unknown';
}

/** Reads the form of a section by its shape and writes it; what was typed comes back with whatever stands in the way. */
export async function saveTypedSection(
	db: Database,
	by: Actor,
	standard: Standard,
	section: TextSection | 'parties',
	typed: FormData
): Promise<true | NotSaved> {
	const basis = String(typed.get('basis') ?? '');
	const form = section === 'parties' ? readForm(partiesShape, typed) : readForm(sectionShapes[section], typed);
	if (!('data' in form)) return form;
	const answer =
		section === 'parties'
			? await saveParties(db, by, standard, partiesShape.parse(valuesOf(typed)))
			: await saveSection(db, by, standard, { section, basis, part: sectionShapes[section].parse(form.values) });
	return isRefused(answer) ? { issues: {}, values: form.values, refused: answer.refused } : true;
}
