import type { Issues, Values } from '#lib/web/form.ts';
import { type VoteInput, voteShape } from './decision.form.ts';
import { rowAsShown } from './decision.ts';

/**
 * Reads the table of voices: one row per organisation; sentences are kept under the organisation's id. A row that stands
 * as it was shown is left out, so that a voice cast elsewhere in the meantime is not overwritten.
 */
export function readVotes(values: Values): { votes: VoteInput[] } | { issues: Issues } {
	const column = (name: string) => {
		const list = values[name];
		return Array.isArray(list) ? list : list === undefined ? [] : [list];
	};
	const [choices, castBy, reasons] = [column('choice'), column('castBy'), column('reason')];
	const shown = column('shown');
	const votes: VoteInput[] = [];
	const issues: Issues = {};
	for (const [index, organisationId] of column('organisationId').entries()) {
		if (shown[index] === rowAsShown(choices[index] ?? '', castBy[index] ?? '', reasons[index] ?? '')) continue;
		const row = { organisationId, choice: choices[index], castBy: castBy[index], reason: reasons[index] };
		const read = voteShape.safeParse(row);
		if (read.success) votes.push(read.data);
		else issues[organisationId] = read.error.issues[0]?.message ?? '';
	}
	return Object.keys(issues).length > 0 ? { issues } : { votes };
}
