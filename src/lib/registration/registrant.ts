/** Who registers, as typed. */
export interface Registrant {
	title: string;
	firstName: string;
	lastName: string;
	email: string;
	organisationId: string | null;
	/** Only when the organisation is not in the list: the office then finds out which it is. */
	organisationName: string;
	jobFunction: string;
}

/** What is typed besides the person. */
export interface Particulars {
	/** Ids of workshops by rank; empty text where a rank was left out. */
	wishes: string[];
	isNewcomer: 0 | 1;
	supportNeed: string;
	catering: string;
	isListed: 0 | 1;
	allowsPhotos: 0 | 1;
}

/** How a registration came in. */
export type Channel = 'web' | 'office' | 'list' | 'colleague';

/** Nothing said besides the name: for lists and for colleagues whom somebody else registers. */
export const NO_PARTICULARS: Particulars = {
	wishes: [],
	isNewcomer: 0,
	supportNeed: '',
	catering: '',
	isListed: 1,
	allowsPhotos: 0
};
