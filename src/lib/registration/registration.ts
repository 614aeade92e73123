import type { Standing } from './participant.ts';
import type { Channel } from './registrant.ts';

/** Everything about one registration: for the person herself and for the organizing office. */
export interface Registration {
	id: string;
	gatheringId: string;
	personId: string;
	standing: Standing;
	/** Place in the queue from 1; 0 for those who do not wait. */
	position: number;
	title: string;
	firstName: string;
	lastName: string;
	email: string;
	organisationId: string | null;
	organisationName: string;
	jobFunction: string;
	isNewcomer: 0 | 1;
	supportNeed: string;
	catering: string;
	isListed: 0 | 1;
	allowsPhotos: 0 | 1;
	consentsAt: string;
	registeredAt: string;
	channel: Channel;
	language: 'de' | 'en';
	remark: string;
	/** Ids of workshops by rank. */
	wishes: string[];
	admittedAt: string | null;
	how: 'seat' | 'moved_up' | 'office' | 'substitute' | null;
	withdrawnAt: string | null;
	withdrawnBy: string | null;
	withdrawalReason: string | null;
	/** Registration and name of the person who comes instead. */
	substituteId: string | null;
	substituteName: string | null;
}
