export const DEADLINE_UNITS = ['none', 'at_once', 'minutes', 'hours', 'days', 'weeks', 'months'] as const;
export type DeadlineUnit = (typeof DEADLINE_UNITS)[number];

const PATTERNS: Partial<Record<DeadlineUnit, (amount: number) => string>> = {
	minutes: (amount) => `PT${amount}M`,
	hours: (amount) => `PT${amount}H`,
	days: (amount) => `P${amount}D`,
	weeks: (amount) => `P${amount}W`,
	months: (amount) => `P${amount}M`
};

/** ISO 8601 duration of a deadline; null without one. */
export function isoOf(unit: DeadlineUnit, amount: number): string | null {
	if (unit === 'none') return null;
	return PATTERNS[unit]?.(amount) ?? 'PT0S';
}

/** The same back as amount and unit; what the form cannot show comes back as none. */
export function deadlineOf(iso: string | null): { unit: DeadlineUnit; amount: number } {
	if (iso === 'PT0S') return { unit: 'at_once', amount: 0 };
	const [, time, digits, letter] = /^P(T?)(\d+)([MHDW])$/.exec(iso ?? '') ?? [];
	const units: Record<string, DeadlineUnit> = { TM: 'minutes', TH: 'hours', D: 'days', W: 'weeks', M: 'months' };
	const unit = units[`${time ?? ''}${letter ?? ''}`];
	return unit ? { unit, amount: Number(digits) } : { unit: 'none', amount: 0 };
}
