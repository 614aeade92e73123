import type { ProcedureStep } from './standardText.ts';

/**
 * The address that dials a number, or nothing when the text is not a number: "über die Zentrale" is no link.
 * The zero in brackets after a country code is not dialled.
 */
export function phoneHref(text: string): string | null {
	const written = text.trim().replace(/^(tel\.?|telefon):?\s*/i, '');
	if (!/^\+?[\d\s()/.–-]+$/.test(written)) return null;
	const digits = written.replace(/^(\+\d+\s*)\(0\)/, '$1').replace(/\D/g, '');
	if (digits.length < 3 || digits.length > 15) return null;
	return `tel:${written.startsWith('+') ? '+' : ''}${digits}`;
}

/** Numbers that everybody may dial and that a step may name. */
export const EMERGENCY_NUMBERS = ['112', '110', '116117', '116111'] as const;
export type EmergencyNumber = (typeof EMERGENCY_NUMBERS)[number];

const WRITTEN: Record<EmergencyNumber, RegExp> = {
	112: /(?<![\d/-])112(?![\d/-])/,
	110: /(?<![\d/-])110(?![\d/-])/,
	116117: /(?<!\d)116[ \u00a0\u202f]?117(?!\d)/,
	116111: /(?<!\d)116[ \u00a0\u202f]?111(?!\d)/
};

/** The emergency numbers that the steps themselves name, with the first step that does. Nothing is added. */
export function emergencyNumbers(steps: readonly ProcedureStep[]): { number: EmergencyNumber; step: number }[] {
	return EMERGENCY_NUMBERS.flatMap((number) => {
		const index = steps.findIndex(({ title, trigger, channel, note, deadline }) =>
			WRITTEN[number].test([title, trigger, channel, note, deadline].join(' · '))
		);
		return index < 0 ? [] : [{ number, step: index + 1 }];
	});
}
