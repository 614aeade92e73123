import { m } from '#lib/paraglide/messages.js';
import type { Language } from '#lib/time/wording.ts';
import type { Pack, PackKind, PackSide, PackWorkshop } from './pack.ts';

const KINDS: Record<PackKind, () => string> = {
	works: m.pack_kind_works,
	challenge: m.pack_kind_challenge,
	need: m.pack_kind_need,
	attitude: m.pack_kind_attitude,
	proposal: m.pack_kind_proposal,
	question: m.pack_kind_question
};
const SIDES: Record<PackSide, () => string> = {
	youth_office: m.pack_side_youth_office,
	providers: m.pack_side_providers,
	partners: m.pack_side_partners,
	all: m.pack_side_all
};

/** What a single result of this kind is: "Bedarf". */
export function packKindName(kind: PackKind): string {
	return KINDS[kind]();
}

/** Whose result it is: "Freie Träger". */
export function packSideName(side: PackSide): string {
	return SIDES[side]();
}

/** "Workshop 3: Kontrollauftrag" */
export function packWorkshopName({ number, title, theme, part }: PackWorkshop, isShort = false): string {
	return inPart(part, m.pack_workshop_named({ number, title: isShort ? theme || title : title }));
}

/** "Workshop 3"; in the results of a series "Teil 2, Workshop 3" */
export function packWorkshopShort({ number, part }: PackWorkshop): string {
	return inPart(part, m.pack_workshop_short({ number }));
}

function inPart(part: number | undefined, text: string): string {
	return part === undefined ? text : m.series_in_part({ number: part, text });
}

/** "76 Ergebnisse, 16 Vorschläge, 9 offene Fragen" */
export function packFigures({ counts }: Pack, language?: Language) {
	const options = language ? { locale: language } : {};
	return {
		findings: m.pack_findings({ count: counts.findings }, options),
		proposals: m.pack_proposals_count({ count: counts.proposals }, options),
		questions: m.pack_questions_count({ count: counts.questions }, options)
	};
}

/** The figures in one phrase; a dissenting opinion is named only where there is one. */
export function packCounts(pack: Pack): string {
	const { findings, proposals, questions } = packFigures(pack);
	const dissents = pack.counts.dissents > 0 ? [m.pack_dissents_count({ count: pack.counts.dissents })] : [];
	return [findings, proposals, questions, ...dissents].join(', ');
}

/** 130 → 1,30 */
export function meanWords(hundredths: number, language: Language): string {
	return (hundredths / 100).toLocaleString(language, { minimumFractionDigits: 2 });
}
