import { m } from '#lib/paraglide/messages.js';
import type { Board } from './board.ts';
import type { RuleName } from './engine/contract.ts';
import { type RuleLine, SLOT } from './ruleLine.ts';

const yesNo = (yes: string, no: string) => [
	{ value: 'yes', label: yes },
	{ value: 'no', label: no }
];

/** Pairs that sit together once more than they need to, in the round that is shown. */
function pairsAgain(board: Board, name: RuleName): number {
	const here = board.score.broken.filter(({ rule, round }) => rule === name && round === board.roundId);
	return here.reduce((sum, { has }) => sum + has, 0);
}

/** Of several rounds: whether people meet new ones. A matter of degree: it never counts as broken. */
export function meetingLine(board: Board): RuleLine[] {
	if (board.problem.rounds.length < 2) return [];
	const { meetsNew } = board.data.settings;
	const count = pairsAgain(board, 'meetings');
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
	const count = pairsAgain(board, 'met');
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
