import type { NamedPerson } from './agendaItem.ts';

/** A made-up case in two stages. Facts are one sentence each; the second stage is shown while the group is working. */
export interface FictionalCase {
	title: string;
	setting: string;
	facts: string[];
	stageTwo: string;
	notice: string;
}

/** A workshop: time and length come from the item of the programme in which it takes place. */
export interface Workshop {
	id: string;
	gatheringId: string;
	agendaItemId: string | null;
	/** Workshops of several rounds with the same topic are one and the same workshop; null: held once. */
	topicId: string | null;
	number: number;
	title: string;
	theme: string;
	aim: string;
	method: string;
	roomId: string | null;
	roomName: string | null;
	minSize: number;
	maxSize: number;
	startTime: string | null;
	lengthMin: number | null;
	moderators: NamedPerson[];
	minuteTaker: NamedPerson | null;
	questions: string[];
	case: FictionalCase | null;
}

/** Lines of a text field as a list; blank lines fall away, marks of a list too. */
export function linesOf(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.replace(/^\s*(?:[-–•*]|\d{1,2}[.)])\s+/, '').trim())
		.filter(Boolean);
}

/** The smallest number not yet given to a workshop. */
export function freeNumber(taken: readonly number[]): number {
	let number = 1;
	while (taken.includes(number)) number++;
	return number;
}
