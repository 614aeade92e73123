import { m } from '#lib/paraglide/messages.js';
import type { Language } from '#lib/time/wording.ts';

/** The four sides of the mix, in the order in which they always stand. */
export const SIDES = ['youth_office', 'outpatient', 'residential_daycare', 'partner'] as const;
export type Side = (typeof SIDES)[number];
export type SideLetter = 'J' | 'A' | 'S' | 'P';

const LETTERS: Record<Side, SideLetter> = {
	youth_office: 'J',
	outpatient: 'A',
	residential_daycare: 'S',
	partner: 'P'
};

const NAMES = {
	youth_office: m.people_side_youth_office,
	outpatient: m.people_side_outpatient,
	residential_daycare: m.people_side_residential_daycare,
	partner: m.people_side_partner
} satisfies Record<Side, unknown>;

/** The letter of a side's sign. */
export function sideLetter(side: Side): SideLetter {
	return LETTERS[side];
}

/** The name of a side: Jugendamt, ambulante Hilfen … */
export function sideName(side: Side, language?: Language): string {
	return NAMES[side]({}, language && { locale: language });
}

/** On which side somebody sits: the own entry, else that of the organisation; without either with the partners. */
export function sideOf(own: Side | null, ofOrganisation: Side | null): Side {
	return own ?? ofOrganisation ?? 'partner';
}
