import { m } from '#lib/paraglide/messages.js';
import type { HeadInput } from './minutes.form.ts';
import type { ContentPresence } from './minutesContent.ts';
import { presenceKindName } from './presence.ts';

/** Head and end of the minutes, one sentence per entry; what is empty is left out. */
export function headLines(head: HeadInput): string[] {
	const named: [string, string][] = [
		[m.minutes_chair(), head.chair],
		[m.minutes_taker(), head.minuteTaker],
		[m.minutes_started(), head.startedTime],
		[m.minutes_ended(), head.endedTime],
		[m.minutes_next_date(), head.nextDate],
		[m.minutes_annexes(), head.annexes.replaceAll('\n', '; ')],
		[m.minutes_distribution(), head.distribution.replaceAll('\n', '; ')]
	];
	return named.filter(([, text]) => text !== '').map(([name, text]) => `${name}: ${text}`);
}

/** The presence list, one line per person: "Wohnhof, Ada Adler: anwesend (ab TOP 4)". */
export function presenceLines(presence: readonly ContentPresence[]): string[] {
	return presence.map(({ organisation, name, kind, partly }) => {
		const who = [organisation, name].filter(Boolean).join(', ');
		return `${who}: ${presenceKindName(kind)}${partly ? ` (${partly})` : ''}`;
	});
}

/** Lines that went and lines that came; undefined when nothing did. */
export function changedLines(
	before: readonly string[],
	after: readonly string[]
): { before: string; after: string } | undefined {
	const gone = before.filter((line) => !after.includes(line));
	const come = after.filter((line) => !before.includes(line));
	return gone.length + come.length > 0 ? { before: gone.join('\n'), after: come.join('\n') } : undefined;
}
