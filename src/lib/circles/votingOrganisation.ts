/** On which side of the table an organisation votes. */
export type Bank = 'youth_office' | 'provider' | 'partner';

export interface VotingOrganisation {
	organisationId: string;
	name: string;
	shortName: string;
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
