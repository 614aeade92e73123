import { wordingOf } from '#lib/circles/personChoice.ts';
import { personChoices } from '#lib/circles/personChoices.server.ts';
import type { Database } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { roomsOf } from '#lib/gatherings/rooms.server.ts';
import { agendaOf, releasesOf } from './agenda.server.ts';
import { valuesOfItem } from './agendaItem.form.ts';
import { hasTables, itemKindName } from './agendaItem.ts';
import { differences, programmeOf } from './programme.ts';
import { gapsBefore, nextStart } from './running.ts';
import { TABLE_KINDS } from './tableRounds.ts';
import { warningsOf } from './warnings.ts';
import { valuesOfCase, valuesOfWorkshop } from './workshop.form.ts';
import { freeNumber } from './workshop.ts';
import { choicesFor } from './workshopRemoval.server.ts';
import { workshopsOf } from './workshops.server.ts';

/** The list in which a programme is made: items with gaps and warnings, workshops, and what a new item begins with. */
export async function agendaPage(db: Database, gathering: Gathering, admitted: number) {
	const { id, startTime, endTime } = gathering;
	const [items, workshops, rooms] = [await agendaOf(db, id), await workshopsOf(db, id), await roomsOf(db, id)];
	const warnings = warningsOf({ startTime, endTime, items, workshops, rooms, admitted });
	const [last] = await releasesOf(db, id);
	const draft = programmeOf(gathering, items, workshops);
	const changes = last && JSON.stringify(last.content) !== JSON.stringify(draft);
	return {
		items: items.map((item) => ({ ...item, gapMin: gapsBefore(items).get(item.id) ?? 0 })),
		workshops,
		rooms,
		warnings,
		people: [...(await personChoices(db)).keys()],
		releasedNumber: last?.number ?? null,
		differsFromRelease: changes ?? false,
		values: { kind: '', startTime: nextStart(items, startTime), lengthMin: '30', people: [] as string[] }
	};
}

/** One item with what its form needs; undefined when it is not of this gathering. */
export async function itemPage(db: Database, gathering: Gathering, itemId: string) {
	const item = (await agendaOf(db, gathering.id)).find(({ id }) => id === itemId);
	if (!item) return undefined;
	const inside = (await workshopsOf(db, gathering.id)).filter((workshop) => workshop.agendaItemId === item.id);
	const found = await personChoices(db);
	return {
		item,
		/** Tables that go with the item, and how many people have chosen one or sit there. */
		tables: hasTables(item.kind) ? inside.length : 0,
		chosen: hasTables(item.kind)
			? await choicesFor(
					db,
					inside.map(({ id }) => id)
				)
			: 0,
		rooms: await roomsOf(db, gathering.id),
		people: [...found.keys()],
		values: valuesOfItem(item, (personId) => wordingOf(found, personId))
	};
}

/** What a new workshop begins with. */
export async function newWorkshopPage(db: Database, gathering: Gathering) {
	const [items, workshops] = [await agendaOf(db, gathering.id), await workshopsOf(db, gathering.id)];
	const slots = items.filter((item) => item.kind === 'workshops');
	return {
		items,
		rooms: await roomsOf(db, gathering.id),
		people: [...(await personChoices(db)).keys()],
		values: {
			number: String(freeNumber(workshops.map((workshop) => workshop.number))),
			agendaItemId: slots[0]?.id ?? '',
			minSize: '8',
			maxSize: '24',
			moderators: [] as string[],
			alsoIn: [] as string[]
		}
	};
}

/** What new rounds at tables begin with. */
export async function tableRoundsPage(db: Database, gathering: Gathering, expected: number, wanted: string | null) {
	const kind = TABLE_KINDS.find((one) => one === wanted) ?? 'world_cafe';
	const times = kind === 'world_cafe' ? { lengthMin: '25', changeMin: '5' } : { lengthMin: '10', changeMin: '2' };
	return {
		kind,
		rooms: await roomsOf(db, gathering.id),
		people: [...(await personChoices(db)).keys()],
		values: {
			...{ kind, title: itemKindName(kind), rounds: '3', ...times, people: String(expected), size: '4', follow: 'on' },
			startTime: nextStart(await agendaOf(db, gathering.id), gathering.startTime),
			topics: [] as string[],
			hosts: [] as string[]
		}
	};
}

/** One workshop with what its forms need; undefined when it is not of this gathering. */
export async function workshopPage(db: Database, gathering: Gathering, workshopId: string) {
	const workshops = await workshopsOf(db, gathering.id);
	const workshop = workshops.find(({ id }) => id === workshopId);
	if (!workshop) return undefined;
	const found = await personChoices(db);
	return {
		workshop,
		items: await agendaOf(db, gathering.id),
		rooms: await roomsOf(db, gathering.id),
		people: [...found.keys()],
		chosen: await choicesFor(db, [workshop.id]),
		/** The same workshop in other rounds. */
		twins: workshops.filter(({ id, topicId }) => id !== workshop.id && topicId && topicId === workshop.topicId),
		values: valuesOfWorkshop(workshop, (personId) => wordingOf(found, personId)),
		caseValues: valuesOfCase(workshop.case)
	};
}

/** The draft beside the last release: what would be frozen, what differs, what does not fit. */
export async function releasePage(db: Database, gathering: Gathering, admitted: number) {
	const { id, startTime, endTime } = gathering;
	const [items, workshops, rooms] = [await agendaOf(db, id), await workshopsOf(db, id), await roomsOf(db, id)];
	const draft = programmeOf(gathering, items, workshops);
	const releases = await releasesOf(db, id);
	const [last] = releases;
	return {
		draft,
		releases,
		warnings: warningsOf({ startTime, endTime, items, workshops, rooms, admitted }),
		changes: last ? differences(last.content, draft) : undefined,
		isUnchanged: last !== undefined && JSON.stringify(last.content) === JSON.stringify(draft)
	};
}
