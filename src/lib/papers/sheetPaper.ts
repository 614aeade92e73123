import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Standard } from '#lib/standards/standard.ts';
import { standardKindName } from '#lib/standards/standard.ts';
import type { Version } from '#lib/standards/version.ts';
import { plainDay } from '#lib/time/wording.ts';
import { type Block, facts, heading, type Paper, section, text } from './paper.ts';

export interface Signatory {
	name: string;
	representedBy: string;
}

function lines(signatories: readonly Signatory[]): Block[] {
	if (signatories.length === 0) return text(m.papers_sheet_none());
	const rows = signatories.map(({ name, representedBy }) => [[name], [representedBy], [], []]);
	const head = [m.papers_sheet_party(), m.papers_sheet_by(), m.papers_signed_place(), m.papers_signed_here()];
	return [{ kind: 'table', caption: '', head, widths: [5, 4, 4, 5], rows, tall: true }];
}

/** The sheet that is signed by hand: which text, who, and room for place, day and signature of each party. */
export function sheetPaper(
	standard: Standard,
	version: Version,
	signatories: readonly Signatory[],
	todayOn: string
): Paper {
	const title = `${m.papers_sheet()}: ${version.text.title || standard.title}`;
	const state = version.hash ? m.papers_sheet_frozen({ hash: version.hash.slice(0, 16) }) : m.papers_sheet_draft();
	return {
		...{ title, language: getLocale(), author: standard.circleName, pageOf: m.papers_page_of(), isLandscape: true },
		foot: `${standard.circleName} · ${m.pack_standard_named(standard)} · ${version.label}`,
		blocks: [
			heading(1, title),
			...facts([
				[m.papers_circle(), standard.circleName],
				[m.papers_kind(), `${standardKindName(standard.kind)} ${standard.number}`],
				[m.papers_sheet_version(), `${version.label}, ${state}`],
				[m.papers_as_of(), plainDay(todayOn)]
			]),
			...text(m.papers_sheet_lede()),
			...section(2, m.papers_sheet_parties(), lines(signatories))
		]
	};
}
