/** When a step belongs: before a crisis or case, while it is acute, afterwards. */
export const PHASES = ['before', 'acute', 'after'] as const;
export type Phase = (typeof PHASES)[number];

/**
 * Who acts in a step. An organisation of the directory, or a role that is no organisation: whoever is concerned then.
 * The keys of roles are fixed; organisations are named by their id.
 */
export const ROLES = [
	'youth_office',
	'provider',
	'clinic',
	'job_center',
	'early_help',
	'school',
	'legal_guardian',
	'young_person',
	'family',
	'emergency_services',
	'police',
	'family_court'
] as const;
export type Role = (typeof ROLES)[number];
export type Party = { role: Role } | { organisationId: string } | { other: string };

/** One step of a procedure. Steps of one phase with the same `lane` group start at the same time. */
export interface ProcedureStep {
	id: string;
	title: string;
	phase: Phase;
	/** Entry condition in words; empty when the step simply follows the one before. */
	trigger: string;
	/** Steps that carry the same letter run at the same time; null when the step stands alone. */
	parallel: string | null;
	responsible: Party[];
	involved: Party[];
	/** As people say it: "binnen drei Werktagen". */
	deadline: string;
	/** ISO 8601 duration for sorting and checks, or null. */
	deadlineIso: string | null;
	channel: string;
	document: string;
	legalBasis: string;
	note: string;
	/** Where the mandates of two partners contradict each other, and what then goes first; older texts have neither. */
	aimConflict?: string;
	precedence?: string;
}

export interface Aim {
	text: string;
	/** How one notices that it is reached. */
	indicator: string;
}
export interface Term {
	term: string;
	meaning: string;
}
export interface LegalBasis {
	organisationId: string;
	basis: string;
}

/** The whole text of one version, in the order of the printed document; sections may be empty. */
export interface StandardText {
	title: string;
	preamble: string;
	aims: Aim[];
	scope: {
		helpTypes: string[];
		targetGroup: string;
		region: string;
		level: 'case' | 'structure';
		trigger: string;
	};
	terms: Term[];
	legalBases: LegalBasis[];
	steps: ProcedureStep[];
	participation: string;
	dataProtection: string;
	conflictRule: string;
	quality: string;
	duration: string;
	/** In force although signatures are outstanding: only when the text says so. */
	inForceWithoutAllSignatures: boolean;
	attachments: string[];
}

/** Sections in printed order; comments of the consultation and differences between versions name them. */
export const SECTIONS = [
	'preamble',
	'aims',
	'scope',
	'terms',
	'legalBases',
	'steps',
	'participation',
	'dataProtection',
	'conflictRule',
	'quality',
	'duration',
	'attachments'
] as const;
export type Section = (typeof SECTIONS)[number];

/** A text in which nothing is written yet. */
export function emptyText(title: string): StandardText {
	return {
		...{ title, preamble: '', aims: [], terms: [], legalBases: [], steps: [] },
		scope: { helpTypes: [], targetGroup: '', region: '', level: 'structure', trigger: '' },
		...{ participation: '', dataProtection: '', conflictRule: '', quality: '', duration: '' },
		...{ inForceWithoutAllSignatures: false, attachments: [] }
	};
}

/** The text as it is stored; what an older one does not have yet is empty. */
export function textFrom(content: string): StandardText {
	const stored = JSON.parse(content) as Partial<StandardText>;
	const empty = emptyText('');
	return { ...empty, ...stored, scope: { ...empty.scope, ...stored.scope } };
}

/** The text with its parts in a fixed order, so that the same text always has the same fingerprint. */
export function canonicalText(text: StandardText): string {
	return JSON.stringify(text, (_, value: unknown) =>
		value !== null && typeof value === 'object' && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
			: value
	);
}
