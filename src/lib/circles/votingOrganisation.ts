/** On which side of the table an organisation votes. */
export type Bank = 'youth_office' | 'provider' | 'partner';

export interface VotingOrganisation {
	organisationId: string;
	name: string;
	shortName: string;
	/** The organisation it is a department of. */
	partOfId: string | null;
	bank: Bank;
	/** Who holds its seat, and who may stand in. */
	holders: string[];
	deputies: string[];
}

/** The bank of an organisation by its side of the mix. */
export function bankOf(side: string): Bank {
	if (side === 'youth_office') return 'youth_office';
	return side === 'partner' ? 'partner' : 'provider';
}

/** Departments whose whole organisation votes in the same circle: that is more than one voice for one house. */
export function doubleVoices(voices: readonly VotingOrganisation[]): VotingOrganisation[] {
	const ids = new Set(voices.map(({ organisationId }) => organisationId));
	const departments = voices.filter(({ partOfId }) => partOfId !== null && ids.has(partOfId));
	const wholes = new Set(departments.map(({ partOfId }) => partOfId));
	return voices.filter((voice) => wholes.has(voice.organisationId) || departments.includes(voice));
}
