import { m } from '#lib/paraglide/messages.js';
import type { Board, Column } from './board.ts';
import type { RuleName } from './engine/contract.ts';
import type { MixSettings } from './mix.ts';
import { countKind, countOffices, dutiesOf } from './mixProblem.ts';
import { earlierLine, meetingLine } from './roundLines.ts';
import { type RuleLine, SLOT } from './ruleLine.ts';

type Group = Column['seats'][number]['person'][];

/** The rules of the mix in their order with live numbers. */
export function ruleLines(board: Board): RuleLine[] {
	const groups = board.columns.map((column) => column.seats.map((seat) => seat.person));
	const { settings } = board.data;
	return [
		roomLine(board),
		sideLine(board, settings),
		officeLine(board, groups),
		providerLine(board, groups),
		spreadLine(
			board,
			'spreadsNewcomers',
			'newcomer',
			countEach(groups, (person) => person.isNewcomer),
			m.groups_mix_newcomers
		),
		spreadLine(
			board,
			'spreadsLeaders',
			'leader',
			countEach(groups, ({ level }) => level === 'leadership'),
			m.groups_mix_leaders
		),
		apartLine(board),
		...togetherLine(board),
		organisationLine(settings, groups),
		...meetingLine(board),
		...earlierLine(board),
		wishLine(board),
		dutyLine(board)
	];
}

/** How many rules hold and how many do not. */
export function countRules(lines: readonly RuleLine[]): { kept: number; broken: number } {
	const broken = lines.filter((line) => line.isOk === false).length;
	return { kept: lines.length - broken, broken };
}

const choice = (value: string, label: string) => ({ value, label });

function yesNo(yes: string, no: string) {
	return [choice('yes', yes), choice('no', no)];
}

/** Groups in which no rule of this name and class is broken. */
function whole(board: Board, rule: RuleName, className: string): Pick<RuleLine, 'live' | 'isOk'> {
	const all = board.columns.length;
	const isBroken = (column: Column) =>
		column.broken.some((breach) => breach.rule === rule && breach.class === className);
	const count = all - board.columns.filter(isBroken).length;
	return { live: m.groups_mix_live_groups({ count, all }), isOk: count === all };
}

function roomLine(board: Board): RuleLine {
	const seated = board.columns.reduce((sum, column) => sum + column.seats.length, 0);
	const places = board.columns.reduce((sum, column) => sum + column.workshop.maxSize, 0);
	const isOk = !board.columns.some(({ broken }) =>
		broken.some(({ rule, has, wants }) => rule === 'size' && has > (wants[1] ?? has))
	);
	return { sentence: m.groups_mix_room(), live: m.groups_mix_live_places({ count: seated, all: places }), isOk };
}

function sideLine(board: Board, { sideTolerance }: MixSettings): RuleLine {
	return {
		sentence: m.groups_mix_sides({ choice: SLOT }),
		field: 'sideTolerance',
		label: m.groups_mix_sides_label(),
		value: String(sideTolerance ?? 'off'),
		options: [
			choice('0', m.groups_mix_sides_0()),
			choice('1', m.groups_mix_sides_1()),
			choice('2', m.groups_mix_sides_2()),
			choice('off', m.groups_mix_sides_off())
		],
		...(sideTolerance === null ? { live: m.groups_mix_live_off(), isOk: null } : whole(board, 'balance', 'side'))
	};
}

function officeLine(board: Board, groups: Group[]): RuleLine {
	const { settings, people } = board.data;
	const offices = countOffices(people);
	const count = groups.filter((group) => countOffices(group) === offices).length;
	const both = offices === 2 ? m.groups_mix_offices_both() : m.groups_mix_offices_all();
	const live = m.groups_mix_live_groups({ count, all: groups.length });
	const isMust = board.columns.some(({ broken }) =>
		broken.some(({ rule, class: of }) => rule === 'atLeast' && of === 'office')
	);
	return {
		sentence: m.groups_mix_offices({ choice: SLOT }),
		field: 'hasAllOffices',
		label: m.groups_mix_offices_label(),
		value: settings.hasAllOffices ? 'yes' : 'no',
		options: yesNo(both, m.groups_mix_offices_any()),
		live: settings.hasAllOffices ? live : m.groups_mix_live_off(),
		isOk: settings.hasAllOffices && offices > 0 ? !isMust : null
	};
}

function providerLine(board: Board, groups: Group[]): RuleLine {
	const { providerMost } = board.data.settings;
	const most = Math.max(0, ...groups.flatMap((group) => [...countKind(group, 'free_provider').values()]));
	return {
		sentence: m.groups_mix_provider({ choice: SLOT }),
		field: 'providerMost',
		label: m.groups_mix_provider_label(),
		value: String(providerMost ?? 'off'),
		options: [
			...[1, 2, 3, 4].map((n) => choice(String(n), m.groups_mix_provider_people({ count: n }))),
			choice('off', m.groups_mix_provider_off())
		],
		...(providerMost === null
			? { live: m.groups_mix_live_most({ count: most }), isOk: null }
			: whole(board, 'atMost', 'provider'))
	};
}

/** Kept when each group has its share: a larger group takes more of them, as the rule of the engine has it. */
function spreadLine(
	board: Board,
	field: 'spreadsNewcomers' | 'spreadsLeaders',
	className: string,
	counts: number[],
	sentence: (inputs: { choice: string }) => string
): RuleLine {
	const isOn = board.data.settings[field];
	const [low, high] = [Math.min(...counts), Math.max(...counts)];
	return {
		sentence: sentence({ choice: SLOT }),
		field,
		label: m.groups_mix_spread_label(),
		value: isOn ? 'yes' : 'no',
		options: yesNo(m.groups_mix_spread_yes(), m.groups_mix_spread_no()),
		live: low === high ? m.groups_mix_live_each({ count: low }) : m.groups_mix_live_between({ low, high }),
		isOk: isOn && counts.length > 0 ? whole(board, 'balance', className).isOk : null
	};
}

function countEach(groups: Group[], isOne: (person: Group[number]) => boolean): number[] {
	return groups.map((group) => group.filter(isOne).length);
}

function apartLine(board: Board): RuleLine {
	const { keepsApart } = board.data.settings;
	const all = board.problem.apart?.length ?? 0;
	const count = board.score.broken.filter(({ rule, round }) => rule === 'apart' && round === board.roundId).length;
	const live = count > 0 ? m.groups_mix_live_pairs_broken({ count, all }) : m.groups_mix_live_pairs({ count: all });
	return {
		sentence: m.groups_mix_apart({ choice: SLOT }),
		field: 'keepsApart',
		label: m.groups_mix_apart_label(),
		value: keepsApart ? 'yes' : 'no',
		options: yesNo(m.groups_mix_apart_yes(), m.groups_mix_apart_no()),
		live: keepsApart ? live : m.groups_mix_live_off(),
		isOk: keepsApart ? count === 0 : null
	};
}

function togetherLine(board: Board): RuleLine[] {
	const all = board.problem.together?.length ?? 0;
	if (all === 0) return [];
	const broken = board.score.broken.filter(({ rule, round }) => rule === 'together' && round === board.roundId).length;
	const live = m.groups_mix_live_together({ count: all - broken, all });
	return [{ sentence: m.groups_mix_together(), live, isOk: broken === 0 }];
}

function organisationLine(settings: MixSettings, groups: Group[]): RuleLine {
	const counts = groups.map(
		(group) => new Set(group.map((person) => person.organisationId ?? person.organisationName)).size
	);
	const [low, high] = [Math.min(...counts), Math.max(...counts)];
	return {
		sentence: m.groups_mix_organisations({ choice: SLOT }),
		field: 'spreadsOrganisations',
		label: m.groups_mix_organisations_label(),
		value: settings.spreadsOrganisations ? 'yes' : 'no',
		options: yesNo(m.groups_mix_organisations_yes(), m.groups_mix_organisations_no()),
		live: low === high ? m.groups_mix_live_each({ count: low }) : m.groups_mix_live_between({ low, high }),
		isOk: null
	};
}

function wishLine(board: Board): RuleLine {
	const ranks = board.columns.flatMap((column) => column.seats.filter((seat) => !seat.duty).map((seat) => seat.rank));
	const count = (rank: number) => ranks.filter((one) => one === rank).length;
	const parts = { first: count(1), second: count(2), third: ranks.filter((rank) => rank !== null && rank > 2).length };
	return {
		sentence: m.groups_mix_wishes({ choice: SLOT }),
		field: 'wishes',
		label: m.groups_mix_wishes_label(),
		value: board.data.settings.wishes,
		options: [
			choice('after', m.groups_mix_wishes_after()),
			choice('before', m.groups_mix_wishes_before()),
			choice('off', m.groups_mix_wishes_off())
		],
		live: ranks.some((rank) => rank !== 0) ? m.groups_mix_live_wishes(parts) : m.groups_mix_live_wishes_none(),
		isOk: null
	};
}

function dutyLine(board: Board): RuleLine {
	const duties = dutiesOf(board.data.workshops).get(board.roundId) ?? new Map<string, string>();
	const count = board.data.people.filter((person) => duties.has(person.personId)).length;
	const isBroken = board.score.broken.some(({ rule, round }) => rule === 'fixed' && round === board.roundId);
	return { sentence: m.groups_mix_duties(), live: m.groups_mix_live_people({ count }), isOk: !isBroken };
}
