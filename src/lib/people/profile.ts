import { m } from '#lib/paraglide/messages.js';

/** What a service profile says, in the order in which it is read. */
export const PROFILE_FIELDS = ['mandate', 'aim', 'services', 'limits', 'legalBasis'] as const;
export type ProfileField = (typeof PROFILE_FIELDS)[number];
export type ProfileTexts = Record<ProfileField, string>;

/** What an organisation says about its work: a “Steckbrief”. */
export interface ServiceProfile extends ProfileTexts {
	changedAt: string;
	byName: string;
}

/** More than four columns cannot be read beside each other. */
export const SIDES_AT_MOST = 4;

const NAMES: Record<ProfileField, () => string> = {
	mandate: m.profiles_mandate,
	aim: m.profiles_aim,
	services: m.profiles_services,
	limits: m.profiles_limits,
	legalBasis: m.profiles_legal_basis
};
const HINTS: Record<ProfileField, () => string> = {
	mandate: m.profiles_mandate_hint,
	aim: m.profiles_aim_hint,
	services: m.profiles_services_hint,
	limits: m.profiles_limits_hint,
	legalBasis: m.profiles_legal_basis_hint
};

/** “Was wir nicht leisten können” */
export function profileFieldName(field: ProfileField): string {
	return NAMES[field]();
}

/** What to write there. */
export function profileFieldHint(field: ProfileField): string {
	return HINTS[field]();
}

export const PROFILE_NAMES: Record<string, () => string> = NAMES;
