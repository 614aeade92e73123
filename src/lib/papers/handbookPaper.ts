import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { HandbookChapter, HandbookContent } from '#lib/standards/handbook.ts';
import { type OrganisationNames, partyNames, phaseName } from '#lib/standards/partyWords.ts';
import { conflictFacts, sectionLines } from '#lib/standards/sectionLines.ts';
import { sectionName } from '#lib/standards/sections.ts';
import { standardKindName } from '#lib/standards/standard.ts';
import type { ProcedureStep } from '#lib/standards/standardText.ts';
import type { WrittenContact } from '#lib/standards/writtenStandard.ts';
import { plainDay } from '#lib/time/wording.ts';
import { type Block, facts, heading, list, type Paper, section, text, type Words } from './paper.ts';

function stepRow(step: ProcedureStep, index: number, names: OrganisationNames): Words[][] {
	const more = [
		step.trigger && m.standards_step_trigger({ text: step.trigger }),
		step.parallel && m.standards_step_parallel({ letter: step.parallel }),
		step.involved.length > 0 && m.standards_step_involved({ who: partyNames(step.involved, names) }),
		step.channel && m.standards_step_channel({ text: step.channel }),
		step.document && m.standards_step_document({ text: step.document }),
		step.legalBasis,
		step.note,
		...conflictFacts(step)
	];
	return [
		[`${index + 1}. ${step.title}`, phaseName(step.phase)],
		[partyNames(step.responsible, names)],
		[step.deadline || '–'],
		more.filter((one): one is string => Boolean(one))
	];
}

function contactRow({ jobFunction, name, deputy, phone, reachability }: WrittenContact): Words[][] {
	return [[jobFunction], [name, deputy].filter(Boolean), [phone, reachability].filter(Boolean)];
}

const contactHead = () => [m.papers_contact_function(), m.papers_contact_name(), m.papers_contact_reach()];

/** A chapter: what it is and since when it holds, then its sections with their numbers. */
function chapter(
	{ number, standard, version, inForceOn, sections }: HandbookChapter,
	names: OrganisationNames
): Block[] {
	const parties = version.parties.map(({ name }) => name).join(', ');
	const steps: Block = {
		kind: 'table',
		caption: '',
		head: [m.papers_step_title(), m.papers_step_who(), m.papers_step_when(), m.papers_step_more()],
		widths: [6, 3, 3, 5],
		rows: version.text.steps.map((step, index) => stepRow(step, index, names))
	};
	return [
		{ kind: 'break' },
		heading(2, m.papers_handbook_chapter({ number, title: standard.title })),
		...facts([
			[m.papers_kind(), `${standardKindName(standard.kind)} ${standard.number}`],
			[m.papers_handbook_version(), version.label],
			[m.papers_handbook_since(), plainDay(inForceOn)],
			[m.papers_handbook_review(), standard.reviewDueOn ? plainDay(standard.reviewDueOn) : ''],
			[m.papers_handbook_parties(), parties]
		]),
		...sections.flatMap((one) => {
			const lines = sectionLines(version.text, one.section, names);
			const said = one.section === 'steps' ? [steps] : lines.flatMap((line) => text(line));
			return section(3, `${one.number} ${sectionName(one.section)}`, said);
		})
	];
}

function glossary({ glossary: terms }: HandbookContent): Block[] {
	if (terms.length === 0) return [];
	const rows = terms.map(({ term, meanings }): Words[][] => [
		[term],
		meanings.map(
			({ meaning, chapters }) => `${meaning} (${m.papers_handbook_in_chapters({ chapters: chapters.join(', ') })})`
		)
	]);
	return [{ kind: 'table', caption: '', head: [m.papers_term(), m.papers_meaning()], widths: [1, 3], rows }];
}

function contacts({ contacts: places }: HandbookContent): Block[] {
	return places.map(({ organisationName, lines }) => ({
		...{ kind: 'table', caption: organisationName, head: contactHead(), widths: [4, 4, 5] },
		rows: lines.map(contactRow)
	}));
}

/** All standards in force of a circle as one document: contents, chapters, glossary, contacts. */
export function handbookPaper(handbook: HandbookContent): Paper {
	const { circle, chapters, onDay, organisations } = handbook;
	const title = m.papers_handbook({ circle: circle.name });
	const contents = chapters.map(({ number, standard, version }) => [
		`${m.papers_handbook_chapter({ number, title: standard.title })}, ${version.label}`
	]);
	const back = [
		...section(2, m.papers_handbook_glossary(), glossary(handbook)),
		...section(2, m.papers_handbook_contacts(), contacts(handbook))
	];
	return {
		...{ title, language: getLocale(), author: circle.name, pageOf: m.papers_page_of() },
		foot: `${title} · ${plainDay(onDay)}`,
		blocks: [
			heading(1, title),
			...facts([[m.papers_handbook_on(), plainDay(onDay)]]),
			...(chapters.length === 0
				? text(m.papers_handbook_empty())
				: section(2, m.papers_handbook_chapters(), list(contents))),
			...chapters.flatMap((one) => chapter(one, organisations)),
			...(back.length > 0 ? [{ kind: 'break' as const }, ...back] : [])
		]
	};
}
