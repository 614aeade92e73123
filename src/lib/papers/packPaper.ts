import { type Gathering, whereOf } from '#lib/gatherings/gathering.ts';
import type { Pack, PackEvaluation, Placed, WorkshopPart } from '#lib/minutes/pack.ts';
import { meanWords, packCounts, packKindName, packSideName, packWorkshopName } from '#lib/minutes/packWords.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { longDay, moment } from '#lib/time/wording.ts';
import { type Block, facts, heading, list, type Paper, section, text, type Words } from './paper.ts';

/** Addresses of the product, so that a printed proposal leads back to its workshop. */
export interface Addresses {
	workshop: (id: string) => string;
	standard: (id: string) => string;
	pack: string;
}

function mark(one: Placed): string {
	return one.isDissent ? ` (${m.pack_is_dissent()})` : '';
}

function lines(findings: Placed[], withKind = false): Block[] {
	return list(
		findings.map((one) => {
			const kind = withKind ? `${packKindName(one.kind)}: ` : '';
			return [`${kind}${one.text}${mark(one)} · ${m.pack_workshop_short({ number: one.workshop.number })}`];
		})
	);
}

function byWorkshop(parts: WorkshopPart[]): Block[] {
	return parts.flatMap(({ workshop, findings }) =>
		section(3, packWorkshopName(workshop, true), list(findings.map((one) => [`${one.text}${mark(one)}`])))
	);
}

function proposals(pack: Pack, { workshop, standard }: Addresses): Block[] {
	if (pack.proposals.length === 0) return [];
	const rows = pack.proposals.map((one): Words[][] => [
		[String(one.dots)],
		[`${one.text}${mark(one)}`],
		[{ text: packWorkshopName(one.workshop, true), href: workshop(one.workshop.id) }],
		[
			one.standard
				? { text: m.pack_standard_named(one.standard), href: standard(one.standard.id) }
				: m.pack_no_standard()
		]
	]);
	const head = [m.pack_dots(), m.pack_proposal(), m.pack_workshop(), m.pack_aims_at()];
	return [{ kind: 'table', caption: '', head, widths: [3, 9, 6, 6], rows }];
}

function needs({ needs: all, sides }: Pack): Block[] {
	if (all.length === 0) return [];
	const rows = all.map(({ workshop, cells }): Words[][] => [
		[packWorkshopName(workshop, true)],
		...cells.map((cell): Words[] => (cell.length > 0 ? cell.map((one) => `${one.text}${mark(one)}`) : ['–']))
	]);
	const head = [m.pack_workshop(), ...sides.map(packSideName)];
	return [{ kind: 'table', caption: '', head, widths: [3, ...sides.map(() => 4)], rows }];
}

function common({ common: themes }: Pack): Block[] {
	if (themes.length === 0) return text(m.pack_common_none());
	return [
		...text(m.pack_common_rule(), 'muted'),
		...themes.flatMap(({ word, workshops, sides }) => [
			heading(3, `${word} – ${m.pack_common_where({ count: workshops })}`),
			...sides.flatMap(({ side, findings }) => [...text(packSideName(side), 'strong'), ...lines(findings, true)])
		])
	];
}

function evaluation(figures: PackEvaluation | null): Block[] {
	if (!figures) return [];
	const { returned, recommend, again, items, comments } = figures;
	const sentences = [m.pack_evaluation_returned({ count: returned }), m.pack_evaluation_recommend(recommend)];
	const language = getLocale();
	const rows = items.map(({ item, meanHundredths }): Words[][] => [[item], [meanWords(meanHundredths, language)]]);
	const head = [m.pack_evaluation_item(), m.pack_evaluation_mean()];
	return [
		...text([...sentences, ...(again ? [m.pack_evaluation_again({ text: again })] : [])].join(' ')),
		...(rows.length > 0
			? [{ kind: 'table' as const, caption: m.pack_evaluation_scale(), head, widths: [3, 1], rows }]
			: []),
		...section(3, m.pack_evaluation_comments(), list(comments.map((comment) => [comment])))
	];
}

function glance(pack: Pack): Block[] {
	return pack.workshops.flatMap((workshop) => [
		heading(3, packWorkshopName(workshop)),
		...text(workshop.headline || m.pack_nothing_yet()),
		...(workshop.nextStep ? text(m.pack_next_step({ text: workshop.nextStep }), 'muted') : [])
	]);
}

/** The results pack as a paper, in the order in which a Trägertreffen talks about it. */
export function packPaper(gathering: Gathering, pack: Pack, addresses: Addresses): Paper {
	const title = `${m.pack_title()}: ${gathering.title}`;
	const asOf = moment(pack.asOf);
	const changed = pack.changedAt ? `, ${m.pack_changed({ at: moment(pack.changedAt) })}` : '';
	const hosts = gathering.hosts.map(({ name }) => name).join(', ');
	return {
		...{ title, language: getLocale(), author: hosts, pageOf: m.papers_page_of() },
		foot: `${gathering.title} · ${m.pack_as_of({ at: asOf })}`,
		blocks: [
			heading(1, title),
			...text(`${packCounts(pack)}.`, 'lede'),
			...facts([
				[m.papers_day(), longDay(gathering.dateOn)],
				[m.papers_place(), whereOf(gathering)],
				[m.papers_hosts(), hosts],
				[m.papers_as_of(), `${asOf}${changed}`]
			]),
			...text([{ text: addresses.pack, href: addresses.pack }], 'muted'),
			...section(2, m.pack_glance(), glance(pack)),
			...section(2, m.pack_proposals(), proposals(pack, addresses)),
			...section(2, m.pack_needs(), needs(pack)),
			...section(2, m.pack_common(), common(pack)),
			...section(2, m.pack_works(), byWorkshop(pack.works)),
			...section(2, m.pack_challenges(), byWorkshop(pack.challenges)),
			...section(2, m.pack_attitudes(), lines(pack.attitudes)),
			...section(2, m.pack_questions(), lines(pack.questions)),
			...(pack.dissent.length > 0
				? section(2, m.pack_dissent(), [...text(m.pack_dissent_lede(), 'muted'), ...lines(pack.dissent, true)])
				: []),
			...section(2, m.pack_evaluation(), evaluation(pack.evaluation))
		]
	};
}
