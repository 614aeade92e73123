import { m } from '#lib/paraglide/messages.js';
import type { Side } from './side.ts';

/** What an organisation is. */
export const ORGANISATION_KINDS = [
	'public_youth_office',
	'free_provider',
	'clinic',
	'school',
	'counselling_centre',
	'job_center',
	'early_help_network',
	'health_office',
	'police_justice',
	'self_organised_group',
	'other'
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** The law under which an organisation handles personal data. */
export const DATA_PROTECTION_LAWS = ['DSGVO', 'DSG-EKD', 'KDG'] as const;

const KIND_NAMES = {
	public_youth_office: m.people_kind_public_youth_office,
	free_provider: m.people_kind_free_provider,
	clinic: m.people_kind_clinic,
	school: m.people_kind_school,
	counselling_centre: m.people_kind_counselling_centre,
	job_center: m.people_kind_job_center,
	early_help_network: m.people_kind_early_help_network,
	health_office: m.people_kind_health_office,
	police_justice: m.people_kind_police_justice,
	self_organised_group: m.people_kind_self_organised_group,
	other: m.people_kind_other
} satisfies Record<OrganisationKind, unknown>;

/** An organisation as it stands in lists. */
export interface OrganisationName {
	id: string;
	name: string;
	shortName: string;
	kind: string;
	side: Side;
	town: string;
	/** The organisation it is a department of; short name empty when it stands for itself. */
	partOfId: string | null;
	partOfName: string;
}

/** An organisation with all that is known about it. */
export interface Organisation extends OrganisationName {
	mailDomain: string;
	dataProtectionLaw: string;
	/** Fields of work; see sector.ts. */
	sectors: string[];
	/** Other names under which lists know it. */
	aliases: string[];
	personCount: number;
}

/** What is typed to add or correct an organisation. A department may leave kind and side to the organisation it is part of. */
export interface OrganisationInput {
	name: string;
	shortName: string;
	partOfId?: string | null;
	kind: string;
	side: Side | '';
	town: string;
	mailDomain: string;
	dataProtectionLaw: string;
	sectors: string[];
}

/** The kind in words: “Freier Träger”. A kind that is not known is shown as it is written. */
export function kindName(kind: string): string {
	return kind in KIND_NAMES ? KIND_NAMES[kind as OrganisationKind]() : kind;
}

const LAW_NAMES: Record<string, () => string> = {
	DSGVO: m.people_law_dsgvo,
	'DSG-EKD': m.people_law_dsg_ekd,
	KDG: m.people_law_kdg
};

/** The data protection law in words. */
export function lawName(law: string): string {
	return LAW_NAMES[law]?.() ?? law;
}
