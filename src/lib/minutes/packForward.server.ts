import type { Account } from '#lib/accounts/account.ts';
import { agendaOf } from '#lib/agenda/agenda.server.ts';
import { type AgendaItem, endOf } from '#lib/agenda/agendaItem.ts';
import { addItem } from '#lib/agenda/items.server.ts';
import type { Database } from '#lib/db/database.server.ts';
import type { Announce } from '#lib/gatherings/announce.ts';
import { type Gathering, isMeeting, isOver, kindName } from '#lib/gatherings/gathering.ts';
import { gatheringFor, gatheringsFor } from '#lib/gatherings/gatherings.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { berlinDay } from '#lib/time/berlin.ts';
import { moment } from '#lib/time/wording.ts';
import { isRefused, refuse, type Refusal } from '#lib/web/refusal.ts';
import { packFor } from './pack.server.ts';
import { packFigures } from './packWords.ts';

const GERMAN = { locale: 'de' } as const;
const LENGTH_MIN = 30;
const LAST = ['outlook', 'feedback', 'closing'];

export type PackRefusal = Refusal<'gone' | 'already' | 'past_midnight'>;

/** Meetings of circles to come which this account prepares: first those of the gathering's own circle, then by day. */
export async function meetingsAhead(db: Database, account: Account, gathering: Gathering, todayOn: string) {
	const ahead = (await gatheringsFor(db, account)).filter(
		(one) =>
			one.manages &&
			one.circleId !== null &&
			isMeeting(one) &&
			!one.isCancelled &&
			!isOver(one, todayOn) &&
			one.id !== gathering.id
	);
	const isForeign = (one: Gathering) => Number(one.circleId !== gathering.circleId);
	return ahead
		.sort((a, b) => isForeign(a) - isForeign(b) || a.dateOn.localeCompare(b.dateOn))
		.map(({ id, title, dateOn }) => ({ id, title, dateOn }));
}

/** "Ergebnisse des Fachtags …": as the programme of the meeting names it. The region's own papers are German. */
export function packItemTitle({ kind, title }: Gathering): string {
	const short = title.length > 150 ? `${title.slice(0, 149)}…` : title;
	if (kind === 'conference_day') return m.pack_item_title({ title: short }, GERMAN);
	return m.pack_item_title_other({ kind: kindName(kind), title: short }, GERMAN);
}

/** Before outlook and closing, which move back; else behind the last item; else at the start. */
function placeIn(meeting: Gathering, items: AgendaItem[]): { startTime: string; follow: boolean } {
	const end = items.find((item) => LAST.includes(item.kind));
	if (end) return { startTime: end.startTime, follow: true };
	const last = items.at(-1);
	return { startTime: last ? endOf(last) : meeting.startTime, follow: false };
}

/**
 * Drafts an item in the programme of a meeting that says what the pack holds and where it stands.
 * @param address of the pack's page
 * @returns id of the item
 */
export async function forwardPack(
	db: Database,
	by: Actor,
	account: Account,
	gathering: Gathering,
	{ meetingId, address }: { meetingId: string; address: string },
	announce: Announce
): Promise<string | PackRefusal> {
	const meeting = await gatheringFor(db, account, meetingId);
	const isAhead = meeting && isMeeting(meeting) && !meeting.isCancelled && !isOver(meeting, berlinDay(by.at));
	if (!isAhead || meeting.id === gathering.id) return refuse('gone');
	const items = await agendaOf(db, meeting.id);
	const title = packItemTitle(gathering);
	if (items.some((item) => item.title === title)) return refuse('already');
	const figures = packFigures(await packFor(db, gathering.id, by.at), 'de');
	const note = m.pack_item_note({ at: moment(by.at, 'de'), ...figures, address }, GERMAN);
	const free = { roomId: null, place: '', speakers: '', people: [] };
	const item = { kind: 'discussion' as const, title, note, lengthMin: LENGTH_MIN, ...free, ...placeIn(meeting, items) };
	const answer = await addItem(db, by, meeting, item, announce);
	if (!isRefused(answer)) return answer;
	return refuse(answer.refused === 'past_midnight' ? 'past_midnight' : 'gone');
}
