import type { Person, Problem, ProblemError } from './contract.ts';
import { fault, firstFault } from './faults.ts';
import { checkLists, checkTogetherApart } from './pairlists.ts';
import { checkShape, shown } from './shapes.ts';

type Found = ProblemError | undefined;

/**
 * Reads a problem file. Nothing is guessed: the first thing that is wrong is returned with its rule's name, a sentence
 * for people and the place in the file.
 */
export function readProblem(json: unknown): { problem: Problem } | { error: ProblemError } {
	const error = checkVersion(json) ?? checkShape(json) ?? checkMeaning(json as Problem);
	return error ? { error } : { problem: json as Problem };
}

function checkVersion(json: unknown): Found {
	// What is not an object at all is told by its shape.
	if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined;
	if (!('version' in json) || json.version === undefined) return fault('versionMissing', 'version');
	return json.version === 1 ? undefined : fault('version', 'version', shown(json.version));
}

function checkMeaning(problem: Problem): Found {
	return (
		checkOrder(problem) ??
		checkRounds(problem) ??
		checkNames(problem) ??
		checkPeople(problem) ??
		checkFixedRoom(problem) ??
		checkLists(problem) ??
		checkTogetherApart(problem) ??
		checkMix(problem) ??
		checkRepair(problem)
	);
}

const TIERS: readonly string[] = ['mix', 'wishes', 'weighted'];

function checkOrder({ order }: Problem): Found {
	if (order.length === 0) return fault('order', 'order');
	return firstFault(order, (tier, i) => {
		const where = `order[${i}]`;
		if (!TIERS.includes(tier)) return fault('orderTier', where, tier);
		if (order.indexOf(tier) < i) return fault('orderTwice', where, tier);
		// One sum of both leaves nothing for a second tier.
		return i > 0 && order.includes('weighted') ? fault('orderWeighted', where) : undefined;
	});
}

function checkRounds({ rounds }: Problem): Found {
	if (rounds.length === 0) return fault('noRounds', 'rounds');
	const ids = new Set<string>();
	return firstFault(rounds, (round, r) => {
		const where = `rounds[${r}]`;
		if (ids.has(round.id)) return fault('roundTwice', `${where}.id`, round.id);
		ids.add(round.id);
		if (round.groups.length === 0) return fault('noGroups', `${where}.groups`, round.id);
		const groups = new Set<string>();
		return firstFault(round.groups, (group, g) => {
			const at = `${where}.groups[${g}]`;
			if (groups.has(group.id)) return fault('groupTwice', `${at}.id`, group.id);
			groups.add(group.id);
			if (group.min > group.max) return fault('minAboveMax', `${at}.min`, group.id);
			const outside = group.size !== undefined && (group.size < group.min || group.size > group.max);
			return outside ? fault('sizeOutside', `${at}.size`, group.id) : undefined;
		});
	});
}

/** A wish names a group or a topic; where one word means two things it would be a guess which. */
function checkNames({ rounds }: Problem): Found {
	const all = rounds.flatMap(({ groups }) => groups);
	const topics = new Map(all.flatMap(({ id, topic }) => (topic === undefined ? [] : [[topic, id] as const])));
	return firstFault(rounds, ({ groups }, r) =>
		firstFault(groups, ({ id, topic }, g) => {
			const other = topics.get(id);
			return other === undefined || topic === id
				? undefined
				: fault('nameTwice', `rounds[${r}].groups[${g}].id`, id, other);
		})
	);
}

function checkPeople(problem: Problem): Found {
	const ids = new Set<string>();
	const names = new Set(problem.rounds.flatMap(({ groups }) => groups.flatMap(({ id, topic }) => [id, topic ?? id])));
	return firstFault(problem.people, (person, p) => {
		const where = `people[${p}]`;
		if (ids.has(person.id)) return fault('personTwice', `${where}.id`, person.id);
		ids.add(person.id);
		return (
			checkWishes(person, names, where) ?? checkAttendance(problem, person, where) ?? checkFixed(problem, person, where)
		);
	});
}

function checkWishes(person: Person, names: Set<string>, where: string): Found {
	const wishes = person.wishes ?? [];
	const unwanted = person.unwanted ?? [];
	const checkList = (list: string[], at: string) =>
		firstFault(list, (wish, i) => {
			if (!names.has(wish)) return fault('unknownWish', `${at}[${i}]`, person.id, wish);
			return list.indexOf(wish) < i ? fault('wishTwice', `${at}[${i}]`, person.id, wish) : undefined;
		});
	return (
		checkList(wishes, `${where}.wishes`) ??
		checkList(unwanted, `${where}.unwanted`) ??
		firstFault(unwanted, (wish, i) =>
			wishes.includes(wish) ? fault('wishUnwanted', `${where}.unwanted[${i}]`, person.id, wish) : undefined
		)
	);
}

function checkAttendance({ rounds }: Problem, person: Person, where: string): Found {
	const list = person.rounds ?? [];
	return firstFault(list, (id, i) => {
		const at = `${where}.rounds[${i}]`;
		if (!rounds.some((round) => round.id === id)) return fault('unknownRound', at, id);
		return list.indexOf(id) < i ? fault('attendsTwice', at, person.id, id) : undefined;
	});
}

function checkFixed(problem: Problem, person: Person, where: string): Found {
	return firstFault(Object.entries(person.fixed ?? {}), ([round, group]) => {
		const at = `${where}.fixed.${round}`;
		const absent = person.rounds !== undefined && !person.rounds.includes(round);
		return checkPlace(problem, round, group, at) ?? (absent ? fault('fixedAbsent', at, person.id, round) : undefined);
	});
}

function checkPlace(problem: Problem, roundId: string, groupId: string, where: string): Found {
	const round = problem.rounds.find(({ id }) => id === roundId);
	if (!round) return fault('unknownRound', where, roundId);
	return round.groups.some(({ id }) => id === groupId) ? undefined : fault('unknownGroup', where, groupId, roundId);
}

/** No group has more places fixed than it has places. */
function checkFixedRoom({ rounds, people }: Problem): Found {
	return firstFault(rounds, (round, r) =>
		firstFault(round.groups, (group, g) => {
			const fixed = people.filter((person) => person.fixed?.[round.id] === group.id).length;
			const where = `rounds[${r}].groups[${g}].max`;
			return fixed > group.max ? fault('fixedTooMany', where, group.id, round.id) : undefined;
		})
	);
}

const MIX_RULES: readonly string[] = ['balance', 'spread', 'atMost', 'atLeast'];

function checkMix({ mix = [] }: Problem): Found {
	return firstFault(mix, (rule, i) => {
		const where = `mix[${i}]`;
		if (!MIX_RULES.includes(rule.rule)) return fault('ruleName', `${where}.rule`, rule.rule);
		const counts = rule.rule === 'atMost' || rule.rule === 'atLeast';
		if (counts && rule.n === undefined) return fault('ruleNumber', `${where}.n`, rule.rule);
		if (rule.rule !== 'balance' && rule.tolerance !== undefined)
			return fault('ruleTolerance', `${where}.tolerance`, rule.rule);
		return rule.weight === undefined && !rule.must ? fault('ruleWeight', `${where}.weight`) : undefined;
	});
}

function checkRepair(problem: Problem): Found {
	const { repair, people, rounds } = problem;
	if (!repair) return undefined;
	const known = new Set(people.map((person) => person.id));
	const started = firstFault(repair.started ?? [], (id, i) =>
		rounds.some((round) => round.id === id) ? undefined : fault('unknownRound', `repair.started[${i}]`, id)
	);
	return (
		started ??
		firstFault(Object.entries(repair.current), ([round, places]) => {
			const where = `repair.current.${round}`;
			if (!rounds.some(({ id }) => id === round)) return fault('unknownRound', where, round);
			return firstFault(Object.entries(places), ([person, group]) =>
				known.has(person)
					? checkPlace(problem, round, group, `${where}.${person}`)
					: fault('unknownPerson', `${where}.${person}`, person)
			);
		})
	);
}
