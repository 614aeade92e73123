import { m } from '#lib/paraglide/messages.js';

const REFUSALS: Record<string, () => string> = {
	not_agreed: m.standards_sign_not_agreed,
	signed: m.standards_sign_signed,
	too_late: m.standards_sign_future,
	does_not_sign: m.standards_sign_does_not,
	unknown: m.standards_lock_unknown,
	gone: m.standards_lock_gone,
	no_entry: m.standards_sign_no_entry,
	no_office: m.standards_sign_no_office
};

/** Why a signature or a day was not recorded, and what to do. */
export function signatureRefusal(why: string): string {
	return REFUSALS[why]?.() ?? m.standards_lock_not_allowed();
}

export function signatureFormName(form: 'paper' | 'qualified_electronic'): string {
	return form === 'paper' ? m.standards_sign_paper() : m.standards_sign_qualified();
}
