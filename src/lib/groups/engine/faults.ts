import { m } from '#lib/paraglide/messages.js';
import type { ProblemError } from './contract.ts';

/** What can be wrong with a problem file; each has its own sentence. */
const sentences = {
	fileMissing: (p) => m.groups_problem_file_missing({ file: p.where }),
	fileFolder: (p) => m.groups_problem_file_folder({ file: p.where }),
	fileUnreadable: (p) => m.groups_problem_file_unreadable({ file: p.where }),
	fileEmpty: () => m.groups_problem_file_empty(),
	fileUtf16: () => m.groups_problem_file_utf16(),
	fileUtf8: (p) => m.groups_problem_file_utf8({ line: p.a }),
	jsonEnd: () => m.groups_problem_json_end(),
	jsonSign: (p) => m.groups_problem_json_sign({ where: p.where, found: p.a }),
	jsonTwice: (p) => m.groups_problem_json_twice({ where: p.where, field: p.a }),
	jsonDeep: (p) => m.groups_problem_json_deep({ where: p.where }),
	outputClosed: () => m.groups_problem_output_closed(),
	usage: () => m.groups_problem_usage(),
	optionNumber: (p) => m.groups_problem_option_number({ option: p.where, found: p.a }),
	optionWhole: (p) => m.groups_problem_option_whole({ option: p.where, found: p.a }),
	object: (p) => m.groups_problem_object({ where: p.where, found: p.a }),
	list: (p) => m.groups_problem_list({ where: p.where, found: p.a }),
	text: (p) => m.groups_problem_text({ where: p.where, found: p.a }),
	reserved: (p) => m.groups_problem_reserved({ where: p.where, name: p.a }),
	flag: (p) => m.groups_problem_flag({ where: p.where, found: p.a }),
	missing: (p) => m.groups_problem_missing({ where: p.where }),
	field: (p) => m.groups_problem_field({ where: p.where }),
	fieldLike: (p) => m.groups_problem_field_like({ where: p.where, meant: p.b }),
	versionMissing: () => m.groups_problem_version_missing(),
	version: (p) => m.groups_problem_version({ found: p.a }),
	order: () => m.groups_problem_order(),
	orderTier: (p) => m.groups_problem_order_tier({ tier: p.a }),
	orderTwice: (p) => m.groups_problem_order_twice({ tier: p.a }),
	orderWeighted: () => m.groups_problem_order_weighted(),
	number: (p) => m.groups_problem_number({ where: p.where, found: p.a }),
	whole: (p) => m.groups_problem_whole({ where: p.where, found: p.a }),
	noRounds: () => m.groups_problem_no_rounds(),
	noGroups: (p) => m.groups_problem_no_groups({ round: p.a }),
	nameTwice: (p) => m.groups_problem_name_twice({ name: p.a, group: p.b }),
	roundTwice: (p) => m.groups_problem_round_twice({ round: p.a }),
	groupTwice: (p) => m.groups_problem_group_twice({ group: p.a }),
	personTwice: (p) => m.groups_problem_person_twice({ person: p.a }),
	minAboveMax: (p) => m.groups_problem_min_above_max({ group: p.a }),
	sizeOutside: (p) => m.groups_problem_size_outside({ group: p.a }),
	unknownRound: (p) => m.groups_problem_unknown_round({ round: p.a }),
	unknownGroup: (p) => m.groups_problem_unknown_group({ group: p.a, round: p.b }),
	unknownWish: (p) => m.groups_problem_unknown_wish({ person: p.a, wish: p.b }),
	unknownPerson: (p) => m.groups_problem_unknown_person({ person: p.a, where: p.where }),
	wishTwice: (p) => m.groups_problem_wish_twice({ person: p.a, wish: p.b }),
	wishUnwanted: (p) => m.groups_problem_wish_unwanted({ person: p.a, wish: p.b }),
	attendsTwice: (p) => m.groups_problem_attends_twice({ person: p.a, round: p.b }),
	fixedAbsent: (p) => m.groups_problem_fixed_absent({ person: p.a, round: p.b }),
	fixedTooMany: (p) => m.groups_problem_fixed_too_many({ group: p.a, round: p.b }),
	listShort: (p) => m.groups_problem_list_short({ where: p.where }),
	listTwice: (p) => m.groups_problem_list_twice({ person: p.a, where: p.where }),
	togetherApart: (p) => m.groups_problem_together_apart({ first: p.a, second: p.b }),
	ruleName: (p) => m.groups_problem_rule_name({ rule: p.a }),
	ruleNumber: (p) => m.groups_problem_rule_number({ rule: p.a }),
	ruleWeight: (p) => m.groups_problem_rule_weight({ where: p.where }),
	ruleTolerance: (p) => m.groups_problem_rule_tolerance({ rule: p.a })
} satisfies Record<string, (params: { where: string; a: string; b: string }) => string>;

export type FaultName = keyof typeof sentences;

/** The error for a place in the file; `a` and `b` fill the sentence. */
export function fault(rule: FaultName, where: string, a = '', b = ''): ProblemError {
	return { rule, sentence: sentences[rule]({ where: where || 'problem', a, b }), where: where || 'problem' };
}

/** The first error that a check finds in a list, undefined if there is none. */
export function firstFault<T>(
	items: readonly T[],
	check: (item: T, index: number) => ProblemError | undefined
): ProblemError | undefined {
	for (let i = 0; i < items.length; i++) {
		const found = check(items[i]!, i);
		if (found) return found;
	}
	return undefined;
}
