import type { Trx } from '#lib/db/database.server.ts';
import { minutesOf } from '#lib/time/clock.ts';
import type { Move } from './loadRegion.server.ts';
import type { Region } from './region.ts';

const HALL = { id: 'room-saal', name: 'Großer Saal (EG)', capacity: 120 };
const FOYER = { id: 'room-foyer', name: 'Foyer (EG)', capacity: null };

/** The Fachtag with hosts, team, rooms, agenda and workshops. */
export async function loadConference(trx: Trx, region: Region, move: Move): Promise<void> {
	const { conference } = region;
	const [title = '', subtitle = ''] = conference.title.split(' – ');
	const lead = region.persons.find((p) => p.id === 'per-019');
	await trx
		.insertInto('gathering')
		.values({
			id: conference.id,
			kind: 'conference_day',
			title,
			subtitle,
			guidingQuestion: 'Was brauchen wir voneinander, damit Hilfe gelingt?',
			aims: conference.aim.split('; ').join('\n'),
			dateOn: move.day(region.meta.anchorDate),
			startTime: conference.start,
			endTime: conference.end,
			place: conference.place.replace(' (fiktiv)', ''),
			address: conference.address,
			accessibility: conference.accessibility,
			onlineUrl: '',
			contactName: lead ? `${lead.firstName} ${lead.lastName}` : '',
			contactEmail: lead?.email ?? '',
			contactPhone: '',
			circleId: 'circle-tt',
			createdAt: move.instant('2026-06-22T09:00:00+02:00')
		})
		.execute();
	const hosts = conference.organizerOrgIds.map((organisationId) => ({ gatheringId: conference.id, organisationId }));
	await trx.insertInto('host').values(hosts).execute();
	const team = conference.organizerIds.map((personId) => ({
		gatheringId: conference.id,
		personId,
		task: personId === 'per-020' ? ('desk' as const) : ('organizer' as const)
	}));
	await trx.insertInto('teamMember').values(team).execute();
	await loadRooms(trx, region);
	await loadAgenda(trx, region);
	await loadWorkshops(trx, region);
}

async function loadRooms(trx: Trx, region: Region): Promise<void> {
	const workshopRooms = region.workshops.map((w) => ({ id: `room-${w.id}`, name: w.room, capacity: w.capacity }));
	const rows = [HALL, FOYER, ...workshopRooms].map((room, position) => ({
		...room,
		gatheringId: region.conference.id,
		position,
		isStepFree: 1 as const,
		note: /OG/.test(room.name) ? 'über den Aufzug erreichbar' : ''
	}));
	await trx.insertInto('room').values(rows).execute();
}

async function loadAgenda(trx: Trx, region: Region): Promise<void> {
	const roomOf: Record<string, string> = { Foyer: FOYER.id, 'Großer Saal': HALL.id };
	const items = region.conference.agenda.map((item) => ({
		id: item.id,
		gatheringId: region.conference.id,
		kind: item.type,
		title: item.title,
		note: item.note ?? '',
		startTime: item.start,
		lengthMin: minutesOf(item.end) - minutesOf(item.start),
		roomId: roomOf[item.place] ?? null,
		place: roomOf[item.place] ? '' : item.place,
		speakers: item.type === 'keynote' ? 'Externe Referentin (fiktiv)' : ''
	}));
	await trx.insertInto('agendaItem').values(items).execute();
	const people = region.conference.agenda.flatMap((item) =>
		item.speakerIds.map((personId, position) => ({ agendaItemId: item.id, personId, position }))
	);
	await trx.insertInto('agendaItemPerson').values(people).execute();
}

async function loadWorkshops(trx: Trx, region: Region): Promise<void> {
	const slot = region.conference.agenda.find((item) => item.type === 'workshops');
	for (const w of region.workshops) {
		await trx
			.insertInto('workshop')
			.values({
				id: w.id,
				gatheringId: region.conference.id,
				agendaItemId: slot?.id ?? null,
				number: w.number,
				title: w.title,
				theme: w.theme,
				aim: w.goal,
				method: w.method,
				roomId: `room-${w.id}`,
				minSize: 15,
				maxSize: w.capacity,
				minuteTakerId: w.minuteTakerId
			})
			.execute();
		const moderators = w.moderatorIds.map((personId, position) => ({ workshopId: w.id, personId, position }));
		await trx.insertInto('workshopModerator').values(moderators).execute();
		const questions = w.guidingQuestions.map((text, position) => ({ workshopId: w.id, position, text }));
		await trx.insertInto('guidingQuestion').values(questions).execute();
		const { title, setting, facts, stage2, notice } = w.case;
		await trx
			.insertInto('fictionalCase')
			.values({ workshopId: w.id, title, setting, facts: facts.join('\n'), stageTwo: stage2, notice })
			.execute();
	}
}
