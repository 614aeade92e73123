import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Side } from '#lib/people/side.ts';
import { clock } from '#lib/time/wording.ts';
import type { BoardData } from './board.ts';
import type { Labels } from './sentences.ts';

const SIDE_WORDS: Record<Side, () => string> = {
	youth_office: m.groups_side_youth_office,
	outpatient: m.groups_side_outpatient,
	residential_daycare: m.groups_side_residential_daycare,
	partner: m.groups_side_partner
};

/** A side in one word, for rows and sentences. */
export function shortSide(side: Side): string {
	return SIDE_WORDS[side]?.() ?? side;
}

/** A number as it stands in a sentence: "vier" up to twelve, then figures. */
export function numberWord(count: number): string {
	return m.groups_number({ count });
}

/** "A, B und C" in the language of the page. */
export function joinNames(names: readonly string[]): string {
	return new Intl.ListFormat(getLocale(), { style: 'long', type: 'conjunction' }).format(names);
}

/** "Gruppe 3"; with several rounds "Gruppe 3 (10.45 Uhr)". */
function groupName({ number, startTime }: BoardData['workshops'][number], isOneRound: boolean): string {
	if (isOneRound || !startTime) return m.groups_group({ number });
	return m.groups_group_at({ number, time: clock(startTime) });
}

/** Names as they stand in sentences; people of one name are told apart by their organisation. */
function personNames(people: BoardData['people']): Map<string, string> {
	const nameOf = ({ firstName, lastName }: BoardData['people'][number]) => `${firstName} ${lastName}`;
	return new Map(
		[...Map.groupBy(people, nameOf)].flatMap(([name, alike]) =>
			alike.map(({ id, organisationShortName }): [string, string] => [
				id,
				alike.length > 1 && organisationShortName ? `${name} (${organisationShortName})` : name
			])
		)
	);
}

/** How people, groups and classes of this board read. */
export function labelsOf(data: Pick<BoardData, 'people' | 'workshops'>): Labels {
	const people = personNames(data.people);
	const isOneRound = new Set(data.workshops.map((workshop) => workshop.roundId)).size < 2;
	const groups = new Map(data.workshops.map((workshop) => [workshop.id, groupName(workshop, isOneRound)]));
	const organisations = new Map(
		data.people.map((person) => [person.organisationId ?? '', person.organisationShortName])
	);
	const value = (className: string, value: string) => {
		if (className === 'side') return shortSide(value as Side);
		if (className === 'everybody') return m.groups_class_everybody();
		if (className === 'newcomer') return m.groups_class_newcomer();
		if (className === 'leader') return m.groups_class_leader();
		return organisations.get(value) ?? value.replace(/^name:/, '');
	};
	return {
		person: (id) => people.get(id) ?? m.groups_somebody(),
		group: (id) => groups.get(id) ?? m.groups_no_group(),
		value,
		list: joinNames
	};
}
