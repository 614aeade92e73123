import { m } from '#lib/paraglide/messages.js';
import type { Board } from './board.ts';
import type { Breach, RuleName } from './engine/contract.ts';
import { type RuleLine, SLOT } from './ruleLine.ts';

const yesNo = (yes: string, no: string) => [
	{ value: 'yes', label: yes },
	{ value: 'no', label: no }
];

/** Pairs that sit together again, in some of the groups. */
function pairsAgain(breaches: readonly Breach[], name: RuleName): number {
	return breaches.filter(({ rule }) => rule === name).reduce((sum, { has }) => sum + has, 0);
}

/** Of several rounds: whether people meet new ones. A matter of degree: it never counts as broken. */
export function meetingLine(board: Board): RuleLine[] {
	if (board.problem.rounds.length < 2) return [];
	const { meetsNew } = board.data.settings;
	// Over the whole day: in the first round nobody can meet again.
	const count = pairsAgain(board.score.broken, 'meetings');
	const live = count === 0 ? m.groups_mix_live_meets_none() : m.groups_mix_live_meets({ count });
	return [
		{
			sentence: m.groups_mix_meets({ choice: SLOT }),
			field: 'meetsNew',
			label: m.groups_mix_meets_label(),
			value: meetsNew ? 'yes' : 'no',
			options: yesNo(m.groups_mix_meets_yes(), m.groups_mix_meets_no()),
			live: meetsNew ? live : m.groups_mix_live_off(),
			isOk: null
		}
	];
}

/** Of a circle that has met before: whether people who sat together then sit apart now. */
export function earlierLine(board: Board): RuleLine[] {
	if ((board.data.earlier ?? []).length === 0) return [];
	const { countsEarlier } = board.data.settings;
	const count = pairsAgain(
		board.score.broken.filter(({ round }) => round === board.roundId),
		'met'
	);
	const live = count === 0 ? m.groups_mix_live_earlier_none() : m.groups_mix_live_earlier({ count });
	return [
		{
			sentence: m.groups_mix_earlier({ choice: SLOT }),
			field: 'countsEarlier',
			label: m.groups_mix_earlier_label(),
			value: countsEarlier ? 'yes' : 'no',
			options: yesNo(m.groups_mix_earlier_yes(), m.groups_mix_earlier_no()),
			live: countsEarlier ? live : m.groups_mix_live_off(),
			isOk: null
		}
	];
}
