import { agendaOf } from '#lib/agenda/agenda.server.ts';
import { ruleOf } from '#lib/circles/circleRules.server.ts';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Gathering, isMeeting } from '#lib/gatherings/gathering.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { plainDay } from '#lib/time/wording.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import { isMinuted, isOtherBusiness, kindFromAgenda, opensMeeting, type MinutesItemKind } from './minutesItem.ts';
import { seatsOn } from './presence.server.ts';
import type { PresenceKind } from './presence.ts';

interface DraftItem {
	agendaItemId: string | null;
	kind: MinutesItemKind;
	title: string;
	facts: string;
}

/** What TOP 1 says about the minutes of the meeting before; empty when there are none. */
async function lastMinutesSentence(trx: Trx, gathering: Gathering): Promise<string> {
	const last = await trx
		.selectFrom('minutes')
		.innerJoin('gathering', 'gathering.id', 'minutes.gatheringId')
		.leftJoin('minutesFinal', 'minutesFinal.minutesId', 'minutes.id')
		.where('circleId', '=', gathering.circleId)
		.where('dateOn', '<', gathering.dateOn)
		.orderBy('dateOn', 'desc')
		.select(['dateOn', 'approvedOn'])
		.executeTakeFirst();
	if (!last) return '';
	const day = plainDay(last.dateOn);
	if (last.approvedOn === null) return m.minutes_last_open({ day });
	return m.minutes_last_approved({ day, approved: plainDay(last.approvedOn) });
}

/** One item per item of the programme; the opening stands first and any other business last, whether planned or not. */
async function draftItems(trx: Trx, gathering: Gathering): Promise<DraftItem[]> {
	const agenda = (await agendaOf(trx, gathering.id)).filter(({ kind }) => isMinuted(kind));
	const items: DraftItem[] = agenda.map(({ id, kind, title, note }) => ({
		...{ agendaItemId: id, kind: kindFromAgenda(kind), title, facts: note }
	}));
	const [first] = agenda;
	const blank = { agendaItemId: null, kind: 'information' as const, facts: '' };
	if (!first || !opensMeeting(first)) items.unshift({ ...blank, title: m.minutes_opening() });
	if (!items.some(({ title }) => isOtherBusiness(title))) items.push({ ...blank, title: m.minutes_other_business() });
	const opening = items[0] as DraftItem;
	opening.facts ||= await lastMinutesSentence(trx, gathering);
	return items;
}

const LISTED: Record<string, PresenceKind> = { voting: 'present', advisory: 'advisory', guest: 'guest' };

/** The presence list to begin with: every seat but the deputies, who come instead of somebody. */
async function draftPresence(trx: Trx, gathering: Gathering) {
	const seats = await seatsOn(trx, gathering.circleId ?? '', gathering.dateOn);
	const rows = seats.flatMap(({ organisationId, name, kind }) => {
		const listed = LISTED[kind];
		return listed ? [{ organisationId, name, kind: listed, partly: '' }] : [];
	});
	return [...new Map(rows.map((row) => [`${row.organisationId}\n${row.name}`, row])).values()];
}

/** Begins the minutes of a meeting: items from its programme, people from the seats of its circle, offices from its rule. */
export function beginMinutes(
	db: Database,
	by: Actor,
	gathering: Gathering
): Promise<string | Refusal<'no_meeting' | 'cancelled' | 'begun'>> {
	return inTransaction(db, async (trx) => {
		if (!isMeeting(gathering) || gathering.circleId === null) return refuse('no_meeting');
		if (gathering.isCancelled) return refuse('cancelled');
		const begun = trx.selectFrom('minutes').select('id').where('gatheringId', '=', gathering.id);
		if (await begun.executeTakeFirst()) return refuse('begun');
		const rule = await ruleOf(trx, gathering.circleId);
		const id = newId();
		await trx
			.insertInto('minutes')
			.values({
				...{ id, gatheringId: gathering.id, chair: rule.chairName, minuteTaker: rule.minuteTakerName },
				...{ startedTime: gathering.startTime, endedTime: gathering.endTime, nextDate: '', annexes: '' },
				...{ distribution: m.minutes_distribution_usual(), createdAt: by.at }
			})
			.execute();
		const presence = (await draftPresence(trx, gathering)).map((row) => ({ ...row, minutesId: id }));
		if (presence.length > 0) await trx.insertInto('minutesPresence').values(presence).execute();
		const items = (await draftItems(trx, gathering)).map((item, position) => ({
			...{ ...item, id: newId(), minutesId: id, position, discussion: '', revision: 1 }
		}));
		await trx.insertInto('minutesItem').values(items).execute();
		await journal(trx, by, {
			...{ verb: 'minutes.begun', thing: `minutes:${id}`, gatheringId: gathering.id },
			particulars: { items: items.length }
		});
		return id;
	});
}
