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
