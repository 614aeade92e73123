/** The part of a day that one person spends in her workshop group. */
export interface GroupPart {
	number: number;
	title: string;
	room: string;
	/** Wall time in Berlin; null while the programme has no time for it. */
	startTime: string | null;
	endTime: string | null;
}

/** What the calendar of one person says about a gathering. Nothing in it is secret: people share their calendars. */
export interface CalendarContent {
	title: string;
	dateOn: string;
	startTime: string;
	endTime: string;
	/** Place and address in one line; empty when the gathering is online only. */
	place: string;
	onlineUrl: string;
	/** Whom to ask, as the name of the organizer in the calendar. */
	organizer: string;
	groups: GroupPart[];
}

/** What of a gathering goes into calendars. */
export interface Occasioned {
	title: string;
	dateOn: string;
	startTime: string;
	endTime: string;
	place: string;
	address: string;
	onlineUrl: string;
	contactName: string;
}

/** The calendar content that should stand for somebody in these groups. */
export function contentOf(gathering: Occasioned, groups: readonly GroupPart[]): CalendarContent {
	const { title, dateOn, startTime, endTime, place, address, onlineUrl, contactName } = gathering;
	return {
		title,
		dateOn,
		startTime,
		endTime,
		place: [place, address].filter(Boolean).join(', '),
		onlineUrl,
		organizer: contactName,
		groups: [...groups].sort((a, b) => (a.startTime ?? '').localeCompare(b.startTime ?? '') || a.number - b.number)
	};
}

export type ChangedPart = 'time' | 'place' | 'group';

/** The parts people must hear about. A mended title is not among them: it reaches calendars with the next real change. */
export function changedParts(before: CalendarContent, after: CalendarContent): ChangedPart[] {
	const parts: Record<ChangedPart, (content: CalendarContent) => unknown> = {
		time: ({ dateOn, startTime, endTime }) => [dateOn, startTime, endTime],
		place: ({ place, onlineUrl }) => [place, onlineUrl],
		group: ({ groups }) => groups
	};
	return (Object.keys(parts) as ChangedPart[]).filter((part) => !same(parts[part](before), parts[part](after)));
}

export function isSameContent(a: CalendarContent, b: CalendarContent): boolean {
	return same(a, b);
}

function same(a: unknown, b: unknown): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

/** What a message carries for the calendar of its recipient. */
export interface CalendarPart {
	method: 'REQUEST' | 'CANCEL';
	/** The same for ever for one registration. */
	uid: string;
	sequence: number;
	content: CalendarContent;
	/** What stood there before, for the old and the new in the letter. */
	before: CalendarContent | null;
}

export function readCalendarPart(text: string | null): CalendarPart | null {
	return text === null ? null : (JSON.parse(text) as CalendarPart);
}
