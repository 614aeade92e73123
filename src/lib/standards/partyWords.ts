import { m } from '#lib/paraglide/messages.js';
import type { Party, Phase, Role } from './standardText.ts';

const ROLE_NAMES: Record<Role, () => string> = {
	youth_office: m.standards_role_youth_office,
	provider: m.standards_role_provider,
	clinic: m.standards_role_clinic,
	job_center: m.standards_role_job_center,
	early_help: m.standards_role_early_help,
	school: m.standards_role_school,
	legal_guardian: m.standards_role_legal_guardian,
	young_person: m.standards_role_young_person,
	family: m.standards_role_family,
	emergency_services: m.standards_role_emergency_services,
	police: m.standards_role_police,
	family_court: m.standards_role_family_court
};
const PHASE_NAMES: Record<Phase, () => string> = {
	before: m.standards_phase_before,
	acute: m.standards_phase_acute,
	after: m.standards_phase_after
};

/** Short name of an organisation by its id; what is not known is left out. */
export type OrganisationNames = Readonly<Record<string, string>>;

export function roleName(role: Role): string {
	return ROLE_NAMES[role]();
}

export function phaseName(phase: Phase): string {
	return PHASE_NAMES[phase]();
}

/** Who acts, in words: "Jugendamt", "JA Stadt" or what was typed. */
export function partyName(party: Party, names: OrganisationNames): string {
	if ('role' in party) return roleName(party.role);
	if ('organisationId' in party) return names[party.organisationId] ?? '';
	return party.other;
}

/** "Freier Träger · Jugendamt": the parties of a step, in the order in which they were named. */
export function partyNames(parties: readonly Party[], names: OrganisationNames): string {
	return parties
		.map((party) => partyName(party, names))
		.filter(Boolean)
		.join('\u00a0· ');
}

/** One word for a party in forms and for comparing: role:clinic, organisation:…, other:… */
export function partyKey(party: Party): string {
	if ('role' in party) return `role:${party.role}`;
	return 'organisationId' in party ? `organisation:${party.organisationId}` : `other:${party.other}`;
}
