import { type OrganisationNames, partyKey, partyName } from './partyWords.ts';
import { rowsOf } from './procedure.ts';
import type { Party, ProcedureStep, Role } from './standardText.ts';

/** One party of a procedure with the letter that stands for it in pictures. */
export interface Lane {
	key: string;
	letter: string;
	name: string;
}

/** A step in the table of lanes: who leads, who takes part, and whether it starts together with its neighbours. */
export interface LaneStep {
	number: number;
	title: string;
	note: string;
	parts: Record<string, 'part' | 'lead' | undefined>;
	atOnce: boolean;
	/** Which of the rows it belongs to: two sets of parallel steps side by side stay two. */
	row: number;
}

const LETTERS: Record<Role, string> = {
	youth_office: 'J',
	provider: 'T',
	clinic: 'K',
	job_center: 'C',
	early_help: 'F',
	school: 'S',
	legal_guardian: 'V',
	young_person: 'M',
	family: 'E',
	emergency_services: 'R',
	police: 'P',
	family_court: 'G'
};
const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

function freeLetter(party: Party, name: string, taken: ReadonlySet<string>): string {
	const wanted = 'role' in party ? [LETTERS[party.role]] : [];
	const ofName = [...name.toLocaleUpperCase('de')].filter((letter) => /\p{L}/u.test(letter));
	const free = [...wanted, ...ofName, ...ALPHABET].find((letter) => !taken.has(letter));
	return free ?? String(taken.size + 1);
}

function partiesOf(step: ProcedureStep): Party[] {
	return [...step.responsible, ...step.involved];
}

/** Everybody who acts in a procedure, in order of appearance. Roles keep their letter; others take a free one. */
export function lanesOf(steps: readonly ProcedureStep[], organisations: OrganisationNames): Lane[] {
	const parties = new Map(steps.flatMap(partiesOf).map((party) => [partyKey(party), party]));
	// Roles choose first, so that T is the provider in every standard.
	const byChoice = [...parties].toSorted(([, a], [, b]) => Number('role' in b) - Number('role' in a));
	const letters = new Map<string, string>();
	for (const [key, party] of byChoice) {
		letters.set(key, freeLetter(party, partyName(party, organisations), new Set(letters.values())));
	}
	return [...parties].map(([key, party]) => ({
		key,
		letter: letters.get(key) ?? '',
		name: partyName(party, organisations)
	}));
}

/** For one step: which letters lead and which take part. */
export function partsOf(step: ProcedureStep, lanes: readonly Lane[]): LaneStep['parts'] {
	const leads = new Set(step.responsible.map(partyKey));
	const takes = new Set(step.involved.map(partyKey));
	return Object.fromEntries(
		lanes.map(({ key, letter }) => [letter, leads.has(key) ? 'lead' : takes.has(key) ? 'part' : undefined])
	);
}

/** The steps as rows of the table of lanes. */
export function laneSteps(steps: readonly ProcedureStep[], lanes: readonly Lane[]): LaneStep[] {
	return rowsOf(steps).flatMap((row, index) =>
		row.steps.map((step) => ({
			...{ number: step.number, title: step.title, note: step.deadline },
			...{ parts: partsOf(step, lanes), atOnce: row.isParallel, row: index }
		}))
	);
}
