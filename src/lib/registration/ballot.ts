/** A workshop as it stands in the programme, for the ballot and the personal page. */
export interface BallotItem {
	id: string;
	number: number;
	title: string;
	aim: string;
	/** Workshops of several rounds with one topic are the same workshop. */
	topicId: string | null;
	/** Empty while no room is set. */
	roomName: string;
	/** Its item of the programme; null while it has none. */
	agendaItemId: string | null;
	itemKind: string | null;
	itemTitle: string | null;
	/** Wall time and minutes; null while it has no slot in the programme. */
	startTime: string | null;
	lengthMin: number | null;
}

/** One choice of the ballot: a workshop in all its rounds. Its id is that of the first. */
export interface BallotChoice {
	id: string;
	number: number;
	title: string;
	aim: string;
	/** Starts of its rounds, when the gathering has several. */
	times: string[];
}

type Listed = Pick<BallotItem, 'id' | 'number' | 'title' | 'topicId' | 'agendaItemId' | 'itemKind' | 'startTime'>;

/** Workshops by topic, each with its rounds in the order of the day. */
function byTopic<T extends Pick<Listed, 'id' | 'topicId' | 'startTime'>>(items: readonly T[]): T[][] {
	const topics = Map.groupBy(items, (item) => item.topicId ?? item.id);
	return [...topics.values()].map((list) =>
		list.toSorted((a, b) => (a.startTime ?? '').localeCompare(b.startTime ?? ''))
	);
}

/** Small groups without a topic are nothing to wish for; nor are tables of which everybody visits every one. */
function isChoice(rounds: readonly Listed[], topics: readonly Listed[][]): boolean {
	const kind = rounds[0]?.itemKind;
	if (kind === 'speed_meeting') return false;
	if (kind !== 'world_cafe') return true;
	const tables = topics.filter(([first]) => first?.itemKind === 'world_cafe');
	return tables.length > rounds.length;
}

/** What can be wished for: each topic once, by number. */
export function ballotChoices(items: readonly (Listed & { aim: string })[]): BallotChoice[] {
	const topics = byTopic(items);
	const chosen = topics.filter((rounds) => isChoice(rounds, topics));
	const areSeveral = new Set(chosen.flat().map((item) => item.agendaItemId)).size > 1;
	return chosen
		.flatMap((rounds) => {
			const [first] = rounds;
			if (!first) return [];
			const times = areSeveral ? rounds.flatMap(({ startTime }) => startTime ?? []) : [];
			return [{ id: first.id, number: first.number, title: first.title, aim: first.aim, times }];
		})
		.sort((a, b) => (a.times[0] ?? '').localeCompare(b.times[0] ?? '') || a.number - b.number);
}
