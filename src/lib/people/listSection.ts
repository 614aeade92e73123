import { cleanText, foldText } from './nameKeys.ts';

/** Why a row of a list is not read as a person. */
export type SkipReason =
	'title' | 'heading' | 'section' | 'footer' | 'numberOnly' | 'nothingNeeded' | 'unclear' | 'noHeading';

/** A row that was left out. `line` counts from 1; `text` is what stands in it, shortened. */
export interface SkippedRow {
	line: number;
	reason: SkipReason;
	text: string;
}

/** The sub-title that the next rows stand under and what it says about them. */
export interface ListSection {
	text: string;
	means: 'organisation' | 'other' | 'nothing';
}

const ORGANISATION_WORDS =
	/(jugendamt|landratsamt|sozialamt|gesundheitsamt|schulamt|jobcenter|traeger|verein|verband|werk\b|diakonie|caritas|stiftung|klinik|zentrum|schule\b|jugendhilfe|familienhilfe|wohngruppe|tagesgruppe|beratungsstelle|polizei|gericht|netzwerk|dienst\b|ggmbh|gmbh|\be v\b|\bawo\b|\bdrk\b)/;
const NO_ORGANISATION =
	/^(warteliste|nachrueck|absage|abgesagt|abgemeldet|abmeldung|storn|workshop|forum|gruppe \d|tag \d|raum|nachmeld|nachtrag|teilnehm|anmeldung|referent|moderation|gaeste|orga|helfer|leitung|fachkraefte|vormittag|nachmittag|waiting|cancelled|speakers|guests|[a-z]$)/;
const FOOTER =
	/^(summe|gesamt|gesamtzahl|anzahl|insgesamt|total|sum|stand( |$)|legende|hinweis|fussnote|seite \d|quelle|erstellt|ende der liste|bitte )/;

/** Does the text read like the name of an organisation, not of a person? */
export function looksLikeOrganisation(text: string): boolean {
	return ORGANISATION_WORDS.test(foldText(text));
}

/** A sub-title that stands for something else than an organisation: “Warteliste”, “Abgesagt”, “Workshop 3”. */
export function isOtherSection(text: string): boolean {
	return NO_ORGANISATION.test(foldText(text));
}

/** A closing row such as “Summe: 111” or “Stand 12.10.”: the first text says so and no e-mail stands in it. */
export function isFooter(filled: readonly string[]): boolean {
	if (filled.length > 4 || filled.some((text) => text.includes('@'))) return false;
	const first = foldText(filled[0] ?? '');
	// With a second plain word beside it, it could be a person called “Stand”.
	const plainWords = filled.slice(1).filter((text) => !/\d/.test(text)).length;
	return FOOTER.test(first) && (plainWords === 0 || /^(summe|gesamtzahl|anzahl|insgesamt)/.test(first));
}

/** The texts of a row in one line, at most 120 signs. */
export function rowText(row: readonly string[]): string {
	const text = row.map(cleanText).filter(Boolean).join(' · ');
	return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/**
 * Reads a sub-title. It names the organisation of the rows below only when the list says it nowhere else
 * (`ownOrganisations`); “Warteliste” or “Abgesagt” never does.
 */
export function readSection(text: string, ownOrganisations: boolean): ListSection {
	const bare = cleanText(text.replace(/\s*:\s*\d*\s*$/, '').replace(/\s*\(\s*\d[^)]*\)\s*$/, ''));
	if (isOtherSection(bare)) return { text: bare, means: 'other' };
	return { text: bare, means: ownOrganisations ? 'nothing' : 'organisation' };
}
