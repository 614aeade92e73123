import type { Database } from '#lib/db/database.server.ts';
import type { NamedPerson } from './agendaItem.ts';
import { linesOf, type Workshop } from './workshop.ts';

function rows(db: Database, gatheringId: string) {
	return db
		.selectFrom('workshop')
		.leftJoin('agendaItem', 'agendaItem.id', 'workshop.agendaItemId')
		.leftJoin('room', 'room.id', 'workshop.roomId')
		.leftJoin('person', 'person.id', 'workshop.minuteTakerId')
		.leftJoin('fictionalCase', 'fictionalCase.workshopId', 'workshop.id')
		.where('workshop.gatheringId', '=', gatheringId)
		.selectAll('workshop')
		.select(['agendaItem.startTime', 'agendaItem.lengthMin', 'room.name as roomName'])
		.select(['firstName', 'lastName', 'organisationId'])
		.select(['fictionalCase.title as caseTitle', 'setting', 'facts', 'stageTwo', 'notice'])
		.orderBy('workshop.number')
		.execute();
}
type Row = Awaited<ReturnType<typeof rows>>[number];

async function moderatorsOf(db: Database, gatheringId: string): Promise<Map<string, NamedPerson[]>> {
	const found = await db
		.selectFrom('workshopModerator')
		.innerJoin('workshop', 'workshop.id', 'workshopModerator.workshopId')
		.innerJoin('person', 'person.id', 'workshopModerator.personId')
		.where('workshop.gatheringId', '=', gatheringId)
		.select(['workshopId', 'person.id', 'firstName', 'lastName', 'organisationId'])
		.orderBy('workshopModerator.position')
		.execute();
	const named = found.map(({ firstName, lastName, ...rest }) => ({ ...rest, name: `${firstName} ${lastName}` }));
	const byWorkshop = Map.groupBy(named, (moderator) => moderator.workshopId);
	return new Map([...byWorkshop].map(([id, people]) => [id, people.map(({ workshopId: _, ...person }) => person)]));
}

async function questionsOf(db: Database, gatheringId: string): Promise<Map<string, string[]>> {
	const found = await db
		.selectFrom('guidingQuestion')
		.innerJoin('workshop', 'workshop.id', 'guidingQuestion.workshopId')
		.where('workshop.gatheringId', '=', gatheringId)
		.select(['workshopId', 'text'])
		.orderBy('guidingQuestion.position')
		.execute();
	const byWorkshop = Map.groupBy(found, (question) => question.workshopId);
	return new Map([...byWorkshop].map(([id, questions]) => [id, questions.map(({ text }) => text)]));
}

function minuteTakerOf(row: Row): NamedPerson | null {
	if (!row.minuteTakerId || row.lastName === null) return null;
	return { id: row.minuteTakerId, name: `${row.firstName} ${row.lastName}`, organisationId: row.organisationId };
}

function workshopOf(row: Row, moderators: NamedPerson[], questions: string[]): Workshop {
	const { id, gatheringId, agendaItemId, topicId, number, title, theme, aim, method, roomId, minSize, maxSize } = row;
	const { roomName, startTime, lengthMin, caseTitle } = row;
	const { setting, facts, stageTwo, notice } = row;
	const isCase = caseTitle !== null;
	return {
		...{
			id,
			gatheringId,
			agendaItemId,
			topicId,
			number,
			title,
			theme,
			aim,
			method,
			roomId,
			roomName,
			minSize,
			maxSize
		},
		...{ startTime, lengthMin, moderators, questions },
		minuteTaker: minuteTakerOf(row),
		case: isCase
			? {
					title: caseTitle,
					setting: setting ?? '',
					facts: linesOf(facts ?? ''),
					stageTwo: stageTwo ?? '',
					notice: notice ?? ''
				}
			: null
	};
}

/** The workshops of a gathering by number, with all that belongs to them; three queries, however many there are. */
export async function workshopsOf(db: Database, gatheringId: string): Promise<Workshop[]> {
	const found = await rows(db, gatheringId);
	const moderators = await moderatorsOf(db, gatheringId);
	const questions = await questionsOf(db, gatheringId);
	return found.map((row) => workshopOf(row, moderators.get(row.id) ?? [], questions.get(row.id) ?? []));
}
