import type { Workshop } from '#lib/agenda/workshop.ts';
import type { Database } from '#lib/db/database.server.ts';
import { titledSurnames } from './caseHint.ts';
import { snapshotOf, standardsOf } from './findings.server.ts';
import { photosOf } from './photos.server.ts';

/**
 * What the capture page of one workshop shows.
 * @param audience `staff` also gets the surnames of all participants, so that they are not taken for a case; by a link
 * only those are known whom the page shows anyway
 */
export async function findingPage(db: Database, workshop: Workshop, audience: 'staff' | 'link') {
	const { id, gatheringId, number, title, aim, startTime, lengthMin, roomName, questions, case: invented } = workshop;
	const people = [...workshop.moderators, ...(workshop.minuteTaker ? [workshop.minuteTaker] : [])];
	const shown = people.map(({ name }) => name.split(' ').slice(1).join(' '));
	const fromCase = invented ? titledSurnames([invented.setting, ...invented.facts, invented.stageTwo].join(' ')) : [];
	const listed = audience === 'staff' ? await surnamesOf(db, gatheringId) : [];
	return {
		workshop: { id, number, title, aim, startTime, lengthMin, roomName, questions, case: invented },
		moderators: workshop.moderators.map(({ name }) => name),
		surnames: [...new Set([...shown, ...fromCase, ...listed])].filter(Boolean),
		standards: await standardsOf(db, gatheringId),
		photos: await photosOf(db, id),
		snapshot: await snapshotOf(db, id)
	};
}
export type FindingPage = Awaited<ReturnType<typeof findingPage>>;

async function surnamesOf(db: Database, gatheringId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('registration')
		.innerJoin('person', 'person.id', 'personId')
		.where('gatheringId', '=', gatheringId)
		.select('person.lastName')
		.distinct()
		.execute();
	return rows.map(({ lastName }) => lastName);
}
