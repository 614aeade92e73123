import { m } from '#lib/paraglide/messages.js';
import { addDays } from '#lib/time/berlin.ts';
import { plainDay, type Language } from '#lib/time/wording.ts';

/** The law that applies: the general one, or that of the church which runs the office. */
export const LAWS = ['DSGVO', 'DSG-EKD', 'KDG'] as const;
export type Law = (typeof LAWS)[number];

/** What an organizing office enters; everything else of the notice is said by the template. */
export interface NoticeInput {
	law: Law;
	/** Who is responsible, with address: one line or several. */
	controllers: string;
	officer: string;
	legalBasis: string;
	recipients: string;
	authority: string;
	/** Days after the gathering until registrations are erased. */
	keepDays: number;
	/** Days after the gathering until needs and food are erased. */
	keepNeedsDays: number;
}

export interface Notice extends NoticeInput {
	/** False while nobody has looked at it: what stands there is a proposal. */
	isSaved: boolean;
	hosts: { name: string; law: string }[];
	title: string;
	dateOn: string;
	contact: string;
}

export interface NoticeSection {
	heading: string;
	paragraphs: string[];
}

interface Articles {
	information: string;
	consent: string;
	rights: string;
	complaint: string;
	jointly: string;
}

const ARTICLES: Record<Law, Articles> = {
	DSGVO: {
		information: 'Art. 13 DSGVO',
		consent: 'Art. 6 Abs. 1 Buchst. a DSGVO',
		rights: 'Art. 15 bis 21 DSGVO',
		complaint: 'Art. 77 DSGVO',
		jointly: 'Art. 26 DSGVO'
	},
	'DSG-EKD': {
		information: '§ 17 DSG-EKD',
		consent: '§ 6 Nr. 2 DSG-EKD',
		rights: '§§ 19 bis 25 DSG-EKD',
		complaint: '§ 46 DSG-EKD',
		jointly: '§ 29 DSG-EKD'
	},
	KDG: {
		information: '§ 15 KDG',
		consent: '§ 6 Abs. 1 Buchst. b KDG',
		rights: '§§ 17 bis 23 KDG',
		complaint: '§ 48 KDG',
		jointly: '§ 28 KDG'
	}
};

const BASES: Record<Law, string> = {
	DSGVO: 'Art. 6 Abs. 1 Buchst. e DSGVO in Verbindung mit dem Landesrecht und §§ 79, 79a, 81 SGB VIII',
	'DSG-EKD': '§ 6 Nr. 3 und 4 DSG-EKD in Verbindung mit §§ 79, 79a, 81 SGB VIII',
	KDG: '§ 6 Abs. 1 Buchst. f und g KDG in Verbindung mit §§ 79, 79a, 81 SGB VIII'
};

/** A proposal from what is known of the hosts; the office checks it with the data protection officer. */
export function proposeNotice(hosts: readonly { name: string; law: string }[]): NoticeInput {
	const laws = new Set(hosts.map((host) => host.law));
	const [only] = laws;
	const law = laws.size === 1 && LAWS.some((known) => known === only) ? (only as Law) : 'DSGVO';
	return {
		law,
		controllers: hosts.map(({ name }) => name).join('\n'),
		officer: '',
		legalBasis: BASES[law],
		recipients: m.privacy_default_recipients({}, { locale: 'de' }),
		authority: '',
		keepDays: 90,
		keepNeedsDays: 7
	};
}

/** What is still missing before the notice is complete. */
export function missingInNotice(notice: NoticeInput): ('officer' | 'authority')[] {
	return (['officer', 'authority'] as const).filter((field) => notice[field].trim() === '');
}

/** An article and its number stay on one line. */
function unbroken(text: string): string {
	return text.replace(/(Art\.|§§?|Abs\.|Nr\.|Buchst\.) /g, '$1\u00a0');
}

function lines(text: string): string[] {
	return text.split('\n').filter((line) => line.trim() !== '');
}

/** The day on which something is erased, counted from the gathering. */
export function erasedOn(notice: Pick<Notice, 'dateOn'>, days: number): string {
	return addDays(notice.dateOn, days);
}

function controllers(notice: Notice, articles: Articles): string[] {
	const named = lines(notice.controllers);
	const isJoint = notice.hosts.length > 1;
	const joint = isJoint ? [m.privacy_joint({ article: articles.jointly })] : [];
	const mixed = new Set(notice.hosts.map((host) => host.law)).size > 1 ? [m.privacy_mixed_laws()] : [];
	return [...named, ...joint, ...mixed, ...(notice.contact ? [m.privacy_contact({ contact: notice.contact })] : [])];
}

function retention(notice: Notice, language: Language): string[] {
	const day = (days: number) => plainDay(erasedOn(notice, days), language);
	return [
		m.privacy_keep_needs({ days: notice.keepNeedsDays, day: day(notice.keepNeedsDays) }),
		m.privacy_keep({ days: notice.keepDays, day: day(notice.keepDays) }),
		m.privacy_keep_results()
	];
}

/** The whole notice, section by section, for the page and for print. Fields that are empty give no section. */
export function noticeSections(notice: Notice, language: Language): NoticeSection[] {
	const articles = ARTICLES[notice.law];
	const sections: NoticeSection[] = [
		{ heading: m.privacy_controllers(), paragraphs: controllers(notice, articles) },
		{ heading: m.privacy_officer(), paragraphs: lines(notice.officer) },
		{ heading: m.privacy_purpose(), paragraphs: [m.privacy_purpose_text({ title: notice.title }), m.privacy_needed()] },
		{
			heading: m.privacy_basis(),
			paragraphs: [...lines(notice.legalBasis), m.privacy_consent({ article: articles.consent })]
		},
		{
			heading: m.privacy_recipients(),
			paragraphs: [...lines(notice.recipients), m.privacy_needs_readers(), m.privacy_no_third()]
		},
		{ heading: m.privacy_retention(), paragraphs: retention(notice, language) },
		{
			heading: m.privacy_rights(),
			paragraphs: [m.privacy_rights_text({ articles: articles.rights }), m.privacy_rights_how()]
		},
		{
			heading: m.privacy_authority(),
			paragraphs: [m.privacy_authority_text({ article: articles.complaint }), ...lines(notice.authority)]
		}
	];
	return sections
		.filter(({ paragraphs }) => paragraphs.length > 0)
		.map(({ heading, paragraphs }) => ({ heading, paragraphs: paragraphs.map(unbroken) }));
}

/** The article that asks for this information, for the opening line. */
export function informationArticle(law: Law): string {
	return unbroken(ARTICLES[law].information);
}
