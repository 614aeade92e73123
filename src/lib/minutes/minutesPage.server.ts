import type { Database } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { amendmentsOf } from './amendments.server.ts';
import { circulationsOf } from './minutesCirculation.server.ts';
import { draftContent } from './minutesContent.server.ts';
import { finalOf } from './minutesFinal.server.ts';
import { itemsToEdit } from './minutesItems.server.ts';
import { minutesState } from './minutesState.server.ts';

const NONE: Record<string, number> = {};

/** The minutes of a meeting as its page shows them. Members see them from the moment the draft goes round. */
export async function minutesPage(db: Database, gathering: Gathering, manages: boolean) {
	const state = await minutesState(db, gathering.id);
	const isShown = state.state !== 'none' && (manages || state.state !== 'draft');
	if (!isShown) {
		const nothing = { content: undefined, final: undefined, amendments: [], circulations: [], revisions: NONE };
		return { ...nothing, state: { ...state, state: 'none' as const } };
	}
	const record = state.state === 'final' ? await finalOf(db, gathering.id) : undefined;
	const { content, ...final } = record ?? { content: await draftContent(db, gathering.id) };
	const items = manages ? await itemsToEdit(db, gathering.id) : [];
	return {
		state,
		content,
		final: record ? (final as Omit<typeof record, 'content'>) : undefined,
		amendments: await amendmentsOf(db, gathering.id),
		circulations: await circulationsOf(db, gathering.id),
		revisions: Object.fromEntries(items.map(({ id, revision }) => [id, revision])) as Record<string, number>
	};
}
