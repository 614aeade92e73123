import type { Trx } from '#lib/db/database.server.ts';
import { addMinutes, minutesOf } from '#lib/time/clock.ts';
import type { Move } from './loadRegion.server.ts';
import { moveSentence, type Region, type RegionMeeting } from './region.ts';

type ItemKind = 'information' | 'discussion' | 'decision' | 'review';

/** How the programme of a meeting names the kinds of items of its minutes. */
const PROGRAMME_KIND = { information: 'info', discussion: 'discussion', decision: 'decision', review: 'review' };

/** What the items of the two meetings came to; positions as in the file. */
const FACTS: Record<string, [facts: string, discussion: string][]> = {
	'tt-1': [
		['Die Einladung ging fristgerecht zu; 15 von 16 stimmberechtigten Organisationen sind vertreten.', ''],
		['Beide Jugendämter und die Träger berichten aus ihren Häusern.', ''],
		[
			'Die Vereinbarung liegt in der Fassung 1.0 vor; alle Beteiligten haben sie geprüft.',
			'Die Unterschrift der Morgenwiese folgt nach deren Vorstandssitzung.'
		],
		[
			'Der Gedanke ist in den letzten Treffen gereift.',
			'Zugeteilte Gruppen statt freier Wahl: Mischung geht vor Wunsch.'
		],
		['Die meisten Träger arbeiten mit beiden Jugendämtern.', 'Das Stadtjugendamt wird Mitgastgeber.'],
		['', '']
	],
	'tt-2': [
		['Alle 16 stimmberechtigten Organisationen sind vertreten.', ''],
		['101 Teilnehmende, 87 Rückmeldebögen; besonders gelobt wurde die Mischung der Gruppen.', ''],
		['Das Ergebnispaket liegt vor.', 'Vorschläge mit den meisten Punkten betreffen Krise, Anfrage und Meldebogen.'],
		['Fünf Gruppen mit Mitgliedern beider Seiten sind vorgeschlagen.', ''],
		[
			'Standard 3 ist nach der Rückmeldung beschlussreif; die übrigen sind in Arbeit.',
			'Die Frist für den Meldebogen bei Abendterminen bleibt umstritten.'
		],
		['Workshop 4 schlägt vor, das Entlassgespräch zwei Werktage vorher zu führen.', ''],
		['Der Fachtag soll wiederkehren.', ''],
		['Ein Entwurf liegt vor; eine Äußerung ist noch nicht freigegeben.', ''],
		['', '']
	]
};
/** Under which item a decision or task of the file falls. */
const ITEM_OF: Record<string, number> = {
	...{ 'de-1-1': 3, 'de-1-2': 3, 'de-1-3': 2, 'ta-1-1': 3, 'ta-1-2': 3, 'ta-1-3': 2 },
	...{ 'de-2-1': 2, 'de-2-2': 3, 'de-2-3': 4, 'de-2-4': 5, 'de-2-5': 6 },
	...{ 'ta-2-1': 1, 'ta-2-2': 4, 'ta-2-3': 6, 'ta-2-4': 4 }
};

/** The two Trägertreffen: programme and minutes; decisions and tasks hang on their items. */
export async function loadMeetings(trx: Trx, region: Region, move: Move): Promise<void> {
	await trx
		.insertInto('circleRule')
		.values({
			...{ circleId: 'circle-tt', method: 'consensus', majorityPercent: 67, quorumPercent: 50 },
			...{ abstentions: 'not_counted', needsEachBank: 1, silenceIsYes: 0, noticeDays: 14 },
			...{ chairId: 'per-018', minuteTakerId: 'per-019' }
		})
		.execute();
	for (const meeting of region.providerMeetings) {
		await loadMeeting(trx, region, meeting, move);
		await loadMinutes(trx, region, meeting, move);
		await loadTasks(trx, region, meeting, move);
	}
}

/** Where in the minutes a decision or task of the file stands. */
export function itemIdOf(meeting: RegionMeeting, id: string): string {
	return `${meeting.id}-top-${(ITEM_OF[id] ?? 0) + 1}`;
}

export function nameOf(region: Region, personId: string): string {
	const person = region.persons.find(({ id }) => id === personId);
	return person ? `${person.firstName} ${person.lastName}` : '';
}

function kindOf(title: string): ItemKind {
	if (/Beschluss zu|Kleingruppen|Unterzeichnung|Idee eines/.test(title)) return 'decision';
	if (/Änderungswunsch/.test(title)) return 'review';
	if (/Nächster Fachtag|Einbeziehung|Ergebnisse/.test(title)) return 'discussion';
	return 'information';
}

async function loadMeeting(trx: Trx, region: Region, meeting: RegionMeeting, move: Move): Promise<void> {
	await trx
		.insertInto('gathering')
		.values({
			id: meeting.id,
			kind: 'provider_meeting',
			title: meeting.title,
			subtitle: '',
			guidingQuestion: '',
			aims: '',
			dateOn: move.day(meeting.date),
			startTime: meeting.start,
			endTime: meeting.end,
			place: meeting.place.replace(' (fiktiv)', ''),
			address: '',
			accessibility: '',
			onlineUrl: '',
			contactName: nameOf(region, 'per-019'),
			contactEmail: region.persons.find(({ id }) => id === 'per-019')?.email ?? '',
			contactPhone: '',
			circleId: 'circle-tt',
			createdAt: move.instant(`${meeting.date}T08:00:00+02:00`)
		})
		.execute();
	const hosts = region.conference.organizerOrgIds.map((organisationId) => ({
		gatheringId: meeting.id,
		organisationId
	}));
	await trx.insertInto('host').values(hosts).execute();
	const lengthMin = Math.floor((minutesOf(meeting.end) - minutesOf(meeting.start)) / meeting.agenda.length / 5) * 5;
	const items = meeting.agenda.map((title, index) => ({
		id: `${meeting.id}-item-${index + 1}`,
		gatheringId: meeting.id,
		kind: PROGRAMME_KIND[kindOf(title)],
		title: moveSentence(title, move.day),
		note: '',
		startTime: addMinutes(meeting.start, index * lengthMin),
		lengthMin,
		roomId: null,
		place: '',
		speakers: ''
	}));
	await trx.insertInto('agendaItem').values(items).execute();
}

async function loadMinutes(trx: Trx, region: Region, meeting: RegionMeeting, move: Move): Promise<void> {
	const id = `minutes-${meeting.id}`;
	const [chairId = ''] = meeting.chairIds;
	await trx
		.insertInto('minutes')
		.values({
			id,
			gatheringId: meeting.id,
			chair: nameOf(region, chairId),
			minuteTaker: nameOf(region, meeting.minuteTakerId),
			startedTime: meeting.start,
			endedTime: meeting.end,
			nextDate: '',
			annexes: '',
			distribution: 'Mitglieder des Trägertreffens',
			createdAt: move.instant(`${meeting.date}T13:00:00+01:00`)
		})
		.execute();
	const guests = new Set(
		region.persons.filter(({ roles }) => roles.includes('provider_meeting_guest')).map((person) => person.id)
	);
	const presence = meeting.invitedIds.map((personId) => {
		const kind = meeting.excusedIds.includes(personId) ? 'excused' : guests.has(personId) ? 'guest' : 'present';
		const organisationId = region.persons.find((person) => person.id === personId)?.orgId ?? '';
		return { minutesId: id, organisationId, name: nameOf(region, personId), kind, partly: '' } as const;
	});
	await trx.insertInto('minutesPresence').values(presence).execute();
	const items = meeting.agenda.map((title, position) => {
		const [facts = '', discussion = ''] = FACTS[meeting.id]?.[position] ?? [];
		return {
			...{ id: `${meeting.id}-top-${position + 1}`, minutesId: id, position, kind: kindOf(title) },
			...{ agendaItemId: `${meeting.id}-item-${position + 1}`, title: moveSentence(title, move.day) },
			...{ facts, discussion, revision: 1 }
		};
	});
	await trx.insertInto('minutesItem').values(items).execute();
}

async function loadTasks(trx: Trx, region: Region, meeting: RegionMeeting, move: Move): Promise<void> {
	const at = move.instant(`${meeting.date}T12:00:00+01:00`);
	const byName = nameOf(region, meeting.minuteTakerId);
	for (const task of meeting.tasks) {
		const person = region.persons.find(({ id }) => id === task.responsiblePersonId);
		await trx
			.insertInto('task')
			.values({
				...{ id: task.id, circleId: 'circle-tt', gatheringId: meeting.id, decisionId: null },
				...{ minutesItemId: itemIdOf(meeting, task.id), text: task.text, createdAt: at, byName },
				...{ organisationId: person?.orgId ?? '', personId: task.responsiblePersonId, dueOn: move.day(task.dueOn) }
			})
			.execute();
		if (task.status !== 'done') continue;
		await trx
			.insertInto('taskState')
			.values({
				...{ id: `${task.id}-done`, taskId: task.id, state: 'done', note: '' },
				...{ at: move.instant(`${task.dueOn}T12:00:00+01:00`), byName: nameOf(region, task.responsiblePersonId) }
			})
			.execute();
	}
}
