import { m } from '#lib/paraglide/messages.js';
import type { Column } from './board.ts';
import { joinNames, numberWord } from './boardLabels.ts';
import type { Breach } from './engine/contract.ts';
import { countOffices } from './mixProblem.ts';
import { breachSentence, type Labels, wantsText } from './sentences.ts';

/** What a column says of its mix. */
export interface ColumnWords {
	/** One sentence for each broken must, with names. */
	broken: string[];
	/** One short clause for each soft rule that does not hold exactly. */
	uneven: string[];
	/** "14 Organisationen, beide Jugendämter, 4 neu im Feld." */
	facts: string;
}

/** @param offices how many youth offices take part in all */
export function columnWords(column: Column, labels: Labels, offices: number): ColumnWords {
	const musts = column.broken.filter((breach) => breach.must);
	// Who met whom before is told in the rules, as one figure; by group it would be a riddle.
	const soft = column.broken.filter(({ must, rule }) => !must && rule !== 'met' && rule !== 'meetings');
	return {
		broken: musts.map((breach) => brokenWords(column, breach, labels)),
		uneven: soft.map((breach) =>
			m.groups_column_uneven({
				value: labels.value(breach.class ?? '', breach.value ?? ''),
				has: breach.has,
				wants: wantsText(breach.wants)
			})
		),
		facts: factsOf(column, offices)
	};
}

function brokenWords(column: Column, breach: Breach, labels: Labels): string {
	const names = joinNames((breach.people ?? []).map(labels.person));
	if (breach.rule === 'apart') {
		const pair = column.seats.filter(({ person }) => breach.people?.includes(person.id)).map(({ person }) => person);
		const isLeader = pair.filter((person) => person.level === 'leadership').length === 1;
		const isSame = pair.length === 2 && pair[0]?.organisationId === pair[1]?.organisationId;
		return isLeader && isSame ? m.groups_column_leader({ names }) : m.groups_column_apart({ names });
	}
	if (breach.rule === 'atMost') {
		const of = column.seats.filter(({ person }) => person.organisationId === breach.value);
		return m.groups_column_most({
			count: numberWord(breach.has),
			value: labels.value('provider', breach.value ?? ''),
			names: joinNames(of.map(({ person }) => labels.person(person.id)))
		});
	}
	if (breach.rule === 'atLeast' && breach.has === 0) {
		return m.groups_column_nobody({ value: labels.value(breach.class ?? '', breach.value ?? '') });
	}
	if (breach.rule === 'size') {
		const [low, high] = breach.wants;
		if (high !== null && breach.has > high) return m.groups_column_overfull({ count: breach.has - high });
		return m.groups_column_small({ count: low - breach.has, min: low });
	}
	return breachSentence(breach, labels);
}

function factsOf(column: Column, all: number): string {
	const people = column.seats.map((seat) => seat.person);
	const organisations = new Set(people.map((person) => person.organisationId ?? person.organisationName));
	const offices = countOffices(people);
	const newcomers = people.filter((person) => person.isNewcomer).length;
	const facts = [
		m.groups_column_organisations({ count: organisations.size }),
		all > 1 ? officeWords(offices, all) : '',
		m.groups_column_newcomers({ count: newcomers })
	];
	return `${facts.filter(Boolean).join(', ')}.`;
}

/** beide Jugendämter · eines von drei Jugendämtern */
function officeWords(offices: number, all: number): string {
	if (offices === all) return all === 2 ? m.groups_column_both_offices() : m.groups_column_all_offices({ count: all });
	return m.groups_column_some_offices({ count: offices, all });
}
