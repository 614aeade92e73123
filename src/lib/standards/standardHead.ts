import { m } from '#lib/paraglide/messages.js';
import { plainDay } from '#lib/time/wording.ts';
import { standardKindName } from './standard.ts';
import type { WrittenStandard } from './writtenStandard.ts';

/** The line over the title: "Standard 5 · Kooperationsvereinbarung · Fassung 1.0". */
export function headLine(standard: Pick<WrittenStandard, 'number' | 'kind'>, label: string): string {
	return [
		m.procedures_number({ number: standard.number }),
		standardKindName(standard.kind),
		m.procedures_version({ label })
	].join('\u00a0· ');
}

/** "Zuletzt geprüft am 3. Mai 2026 · nächste Überprüfung bis 30. Juni 2027". */
export function reviewLine({ reviewedOn, reviewDueOn }: Pick<WrittenStandard, 'reviewedOn' | 'reviewDueOn'>): string {
	const last = reviewedOn ? m.procedures_reviewed({ day: plainDay(reviewedOn) }) : m.procedures_reviewed_never();
	const due = reviewDueOn ? [m.procedures_review_due({ day: plainDay(reviewDueOn) })] : [];
	return [last, ...due].join('\u00a0· ');
}
