import type {
	ContentAmendment,
	ContentCorrection,
	ContentDecision,
	ContentItem,
	MinutesContent
} from '#lib/minutes/minutesContent.ts';
import { presenceKindName } from '#lib/minutes/presence.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { clock, longDay, plainDay } from '#lib/time/wording.ts';
import { type Block, facts, heading, list, type Paper, paragraphs, section, text } from './paper.ts';

function times({ startedTime, endedTime }: MinutesContent): string {
	const start = startedTime && clock(startedTime);
	if (start && endedTime) return m.papers_time_span({ start, end: clock(endedTime) });
	return start ? m.papers_time_from({ start }) : '';
}

function presence(content: MinutesContent): Block[] {
	if (content.presence.length === 0) return [];
	const rows = content.presence.map(({ organisation, name, kind, partly }) => [
		[organisation],
		[name],
		[partly ? `${presenceKindName(kind)}, ${partly}` : presenceKindName(kind)]
	]);
	const head = [m.papers_presence_organisation(), m.papers_presence_name(), m.papers_presence_kind()];
	return [{ kind: 'table', caption: '', head, widths: [4, 3, 3], rows }];
}

/** The wording stands verbatim; the result and every dissenting opinion follow it. */
function decision({ number, title, wording, sentence, dissents }: ContentDecision): Block[] {
	return [
		...text(m.papers_decision({ number, title }), 'strong'),
		...paragraphs(wording),
		...facts([
			[m.papers_result(), sentence || m.papers_votes_open()],
			...dissents.map((one): [string, string] => [m.papers_dissent({ organisation: one.organisation }), one.text])
		])
	];
}

function tasks({ tasks: all }: ContentItem): Block[] {
	if (all.length === 0) return [];
	const rows = all.map((task) => [
		[[task.organisation, task.person].filter(Boolean).join(', ')],
		[task.text],
		[task.dueOn ? plainDay(task.dueOn) : '–']
	]);
	const head = [m.papers_who(), m.papers_task(), m.papers_until()];
	return [{ kind: 'table', caption: m.papers_tasks(), head, widths: [4, 6, 3], rows }];
}

function corrections(all: ContentCorrection[]): Block[] {
	const lines = all.map(({ on, before, after }) => [m.papers_correction({ day: plainDay(on), before, after })]);
	return lines.length > 0 ? [...text(m.papers_corrections(), 'strong'), ...list(lines)] : [];
}

function amendments(all: ContentAmendment[]): Block[] {
	const state = ({ isAccepted }: ContentAmendment) =>
		isAccepted === null ? m.papers_unanswered() : isAccepted ? m.papers_accepted() : m.papers_not_accepted();
	const lines = all.map((one) => [
		`${one.organisation}: ${one.text} (${[state(one), one.answer].filter(Boolean).join('; ')})`
	]);
	return lines.length > 0 ? [...text(m.papers_amendments(), 'strong'), ...list(lines)] : [];
}

/** Facts, discussion in short, decisions, tasks: the order every set of minutes keeps. */
function item(one: ContentItem): Block[] {
	const part = (title: string, said: string) => (said ? section(3, title, paragraphs(said)) : []);
	return [
		heading(2, m.papers_top({ number: one.number, title: one.title })),
		...part(m.papers_facts(), one.facts),
		...part(m.papers_discussion(), one.discussion),
		...one.decisions.flatMap(decision),
		...tasks(one),
		...corrections(one.corrections),
		...amendments(one.amendments)
	];
}

function signatures({ chair, minuteTaker }: MinutesContent): Block {
	const row = (role: string, name: string) => [[role], [name], [], []];
	return {
		kind: 'table',
		caption: '',
		head: [m.papers_signed_role(), m.papers_signed_name(), m.papers_signed_place(), m.papers_signed_here()],
		widths: [3, 4, 4, 5],
		rows: [row(m.papers_chair(), chair), row(m.papers_minute_taker(), minuteTaker)],
		tall: true
	};
}

/** Minutes as a paper: head, presence and quorum, items, next date, annexes, distribution list, signatures. */
export function minutesPaper(content: MinutesContent): Paper {
	const { approvedOn, circle, dateOn } = content;
	const state = approvedOn ? m.papers_minutes_approved({ day: plainDay(approvedOn) }) : m.papers_minutes_draft();
	const title = `${m.papers_minutes()}: ${content.title}`;
	return {
		...{ title, language: getLocale(), author: circle, pageOf: m.papers_page_of() },
		foot: `${circle} · ${plainDay(dateOn)} · ${state}`,
		blocks: [
			heading(1, title),
			...facts([
				[m.papers_circle(), circle],
				[m.papers_day(), longDay(dateOn)],
				[m.papers_time(), times(content)],
				[m.papers_place(), content.place],
				[m.papers_chair(), content.chair],
				[m.papers_minute_taker(), content.minuteTaker],
				[m.papers_state(), state]
			]),
			...section(2, m.papers_presence(), [
				...presence(content),
				...facts([[m.papers_quorum(), content.quorumSentence]]),
				...corrections(content.corrections),
				...amendments(content.amendments)
			]),
			...content.items.flatMap(item),
			...section(2, m.papers_next_date(), paragraphs(content.nextDate)),
			...section(2, m.papers_annexes(), list(content.annexes.map((annex) => [annex]))),
			...section(2, m.papers_distribution(), paragraphs(content.distribution)),
			heading(2, m.papers_signed()),
			signatures(content)
		]
	};
}
