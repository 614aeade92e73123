import { m } from '#lib/paraglide/messages.js';
import { IMPORT_STATES, type ImportState, type ImportTotals } from './importPreview.ts';
import { previewStateName } from './listSentences.ts';

/** The word for the state of a row. */
export function importStateName(state: ImportState): string {
	return state === 'out' ? m.people_import_state_out() : previewStateName(state);
}

/** “108 neu, 3 doppelt in der Liste”: the rows by state, without those that do not occur. */
export function totalsWords(totals: ImportTotals): string {
	return IMPORT_STATES.filter((state) => totals[state] > 0)
		.map((state) => `${totals[state]}\u00a0${importStateName(state)}`)
		.join(', ');
}

/** What taking over would do, in sentences; nothing to do is said too. */
export function consequenceWords(totals: ImportTotals, forGathering: boolean): string {
	const open = totals.twin + totals.unknownOrganisation;
	const said = [
		totals.new > 0 && m.people_import_will_add({ count: totals.new }),
		totals.changed > 0 && m.people_import_will_change({ count: totals.changed }),
		totals.new + totals.changed === 0 && totals.same > 0 && m.people_import_nothing_new({ count: totals.same }),
		forGathering && totals.new + totals.changed + totals.same > 0 && m.people_import_will_register(),
		open > 0 && m.people_import_stays_open({ count: open }),
		totals.broken > 0 && m.people_import_stays_broken({ count: totals.broken })
	].filter((sentence) => sentence !== false);
	return said.length > 0 ? said.join(' ') : m.people_import_nobody_found();
}

/** May the list be taken over? Something must be written, somebody registered, or an answer remembered. */
export function canApply(totals: ImportTotals, forGathering: boolean, questions: number): boolean {
	return totals.new + totals.changed + totals.twin + questions + (forGathering ? totals.same : 0) > 0;
}
