/** What the organizers decide about the mix of a gathering's groups. Each field is one sentence on the page. */
export interface MixSettings {
	/** People more or fewer of a side than its share; null: the sides do not count. */
	sideTolerance: 0 | 1 | 2 | null;
	/** Every youth office sits in every group, as far as it has enough people. */
	hasAllOffices: boolean;
	/** At most so many people of one free provider in a group; null: no limit. */
	providerMost: 1 | 2 | 3 | 4 | null;
	spreadsNewcomers: boolean;
	spreadsLeaders: boolean;
	spreadsOrganisations: boolean;
	/** The pairs entered to be kept apart sit apart. */
	keepsApart: boolean;
	/** With several rounds: meet new people from round to round. */
	meetsNew: boolean;
	/** Who sat together at earlier gatherings of the circle rather sits apart. */
	countsEarlier: boolean;
	/** Wishes after the mix, before it, or not at all. */
	wishes: 'after' | 'before' | 'off';
}

export const DEFAULT_MIX: MixSettings = {
	sideTolerance: 0,
	hasAllOffices: true,
	providerMost: 2,
	spreadsNewcomers: true,
	spreadsLeaders: true,
	spreadsOrganisations: true,
	keepsApart: true,
	meetsNew: true,
	countsEarlier: true,
	wishes: 'after'
};

/** Settings as stored; what an older programme did not know yet gets its default. */
export function readMix(stored: string | undefined): MixSettings {
	return stored === undefined ? DEFAULT_MIX : { ...DEFAULT_MIX, ...(JSON.parse(stored) as Partial<MixSettings>) };
}

/** Two people who shall sit apart, or together. */
export interface MixPair {
	personA: string;
	personB: string;
	kind: 'apart' | 'together';
}

/** The two ids in the order in which they are stored. */
export function pairOf(one: string, other: string): [string, string] {
	return one < other ? [one, other] : [other, one];
}
