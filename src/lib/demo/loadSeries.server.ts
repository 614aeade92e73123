import type { Trx } from '#lib/db/database.server.ts';
import { hashToken } from '#lib/db/ids.server.ts';
import type { Move } from './loadRegion.server.ts';
import type { Region } from './region.ts';

/** The same on every machine, as that of the Fachtag. */
export const DEMO_SERIES_TOKEN = hashToken('Fachtagsreihe Birkenfurt-Seetal').slice(0, 22);

const TITLE = 'Online-Fachtagsreihe: Junge Menschen in seelischer Not verstehen';
const THEME = 'Gemeinsam hinsehen, gemeinsam handeln';
const PRINCIPLES = [
	'Partnerschaftlich: Jugendämter, Träger und Kliniken planen jeden Teil zusammen.',
	'Parteilich: Im Mittelpunkt steht der junge Mensch, nicht die Zuständigkeit.',
	'Prägnant: Jeder Teil endet mit drei Vorschlägen für das Trägertreffen.'
];
/** Days by the calendar of the file; the last part is not open for registration yet. */
const PARTS = [
	{ on: '2027-01-19', title: 'Angst und Rückzug', opensOn: '2026-10-12', closesOn: '2027-01-12' },
	{ on: '2027-02-16', title: 'Trauma und Bindung', opensOn: '2026-10-12', closesOn: '2027-02-09' },
	{ on: '2027-03-16', title: 'Sucht in der Familie', opensOn: null, closesOn: '' }
];

/** The annual theme with three online Fachtage ahead, one registration for all of them. */
export async function loadSeries(trx: Trx, region: Region, move: Move): Promise<void> {
	const createdAt = move.instant('2026-10-05T09:00:00+02:00');
	await trx
		.insertInto('series')
		.values({
			...{ id: 'series-1', title: TITLE, annualTheme: THEME, principles: PRINCIPLES.join('\n') },
			...{ circleId: 'circle-tt', setUpById: region.conference.organizerOrgIds[0] ?? null },
			...{ token: DEMO_SERIES_TOKEN, createdAt }
		})
		.execute();
	for (const [index, part] of PARTS.entries()) await loadPart(trx, region, move, part, index + 1);
}

async function loadPart(trx: Trx, region: Region, move: Move, part: (typeof PARTS)[number], number: number) {
	const id = `series-1-part-${number}`;
	const lead = region.persons.find((p) => p.id === 'per-019');
	await trx
		.insertInto('gathering')
		.values({
			...{ id, kind: 'conference_day', title: part.title, subtitle: '', guidingQuestion: '', aims: '' },
			...{ dateOn: move.day(part.on), startTime: '09:00', endTime: '12:30', place: '', address: '', accessibility: '' },
			onlineUrl: 'https://video.birkenfurt-seetal.example.org/fachtagsreihe',
			...{ contactName: lead ? `${lead.firstName} ${lead.lastName}` : '', contactEmail: lead?.email ?? '' },
			...{ contactPhone: '', circleId: 'circle-tt', createdAt: move.instant('2026-10-05T09:30:00+02:00') }
		})
		.execute();
	const hosts = region.conference.organizerOrgIds.map((organisationId) => ({ gatheringId: id, organisationId }));
	await trx.insertInto('host').values(hosts).execute();
	await trx.insertInto('seriesPart').values({ seriesId: 'series-1', gatheringId: id, number }).execute();
	if (part.opensOn === null) return;
	await trx
		.insertInto('registrationWindow')
		.values({
			...{ gatheringId: id, token: hashToken(id).slice(0, 22), capacity: 60, wishCount: 0, introduction: '' },
			...{ opensOn: move.day(part.opensOn), closesOn: move.day(part.closesOn) }
		})
		.execute();
}
