import type { Trx } from '#lib/db/database.server.ts';
import { nameOf } from './loadMeetings.server.ts';
import { PAST } from './loadPast.server.ts';
import type { Move } from './loadRegion.server.ts';
import type { Region } from './region.ts';

type Group = Region['smallGroups'][number];

const SET_UP_BY = 'de-2-2';

/** The groups the second Trägertreffen set up: mandate, members, seats of their organisations, dates, drafts. */
export async function loadSmallGroups(trx: Trx, region: Region, move: Move): Promise<void> {
	for (const group of region.smallGroups) {
		await loadGroup(trx, region, group, move);
		await loadDates(trx, region, group, move);
	}
}

async function loadGroup(trx: Trx, region: Region, group: Group, move: Move): Promise<void> {
	const meeting = region.providerMeetings.find(({ id }) => id === 'tt-2');
	const givenOn = move.day(meeting?.date ?? '');
	const at = move.instant(`${meeting?.date}T12:00:00+01:00`);
	await trx
		.insertInto('circle')
		.values({
			id: group.id,
			name: group.title,
			kind: group.title.startsWith('Runder Tisch') ? 'round_table' : 'small_group',
			purpose: '',
			rhythm: '',
			createdAt: at
		})
		.execute();
	const members = region.persons.filter(({ id }) => group.memberIds.includes(id));
	await trx
		.insertInto('circleMember')
		.values(members.map((person) => ({ circleId: group.id, personId: person.id, sinceOn: givenOn })))
		.execute();
	const seats = members.map((person) => ({
		...{ id: `seat-${group.id}-${person.id}`, circleId: group.id, organisationId: person.orgId },
		...{ personId: person.id, kind: 'voting' as const, sinceOn: givenOn, untilOn: null }
	}));
	await trx.insertInto('seat').values(seats).execute();
	await trx
		.insertInto('mandate')
		.values({
			...{ id: `mandate-${group.id}`, circleId: group.id, reportsToId: 'circle-tt', decisionId: SET_UP_BY },
			...{ findingId: await findingBehind(trx, group), text: group.mandate, givenOn },
			reportDueOn: move.day(group.reportDueOn)
		})
		.execute();
	await trx
		.insertInto('standardDrafter')
		.values(group.standardIds.map((standardId) => ({ standardId, circleId: group.id })))
		.execute();
}

/** The proposal with the most dots that aims at what the group works on. */
async function findingBehind(trx: Trx, group: Group): Promise<string | null> {
	const finding = await trx
		.selectFrom('finding')
		.where('standardId', 'in', group.standardIds)
		.orderBy('dots', 'desc')
		.select('id')
		.executeTakeFirst();
	return finding?.id ?? null;
}

async function loadDates(trx: Trx, region: Region, group: Group, move: Move): Promise<void> {
	// The youth offices invite on behalf of the group: who hosts sees the directory of persons.
	const orgIds = region.persons.filter(({ id }) => group.memberIds.includes(id)).map((person) => person.orgId);
	const hostIds = region.conference.organizerOrgIds.filter((id) => orgIds.includes(id));
	for (const [index, date] of group.meetings.entries()) {
		const id = `${group.id}-date-${index + 1}`;
		await trx
			.insertInto('gathering')
			.values({
				...{ id, kind: 'small_group', title: group.title, subtitle: '', guidingQuestion: '', aims: group.mandate },
				...{ dateOn: move.day(date.date), startTime: date.start, endTime: date.end, address: '', accessibility: '' },
				place: date.mode === 'video' ? '' : 'Landratsamt Sandbruck, Raum 104',
				onlineUrl: date.mode === 'in_person' ? '' : 'https://video.birkenfurt-seetal.example.org/kleingruppe',
				...{ contactName: nameOf(region, group.memberIds[0] ?? ''), contactEmail: '', contactPhone: '' },
				...{ circleId: group.id, createdAt: move.now }
			})
			.execute();
		await trx
			.insertInto('host')
			.values(hostIds.map((organisationId) => ({ gatheringId: id, organisationId })))
			.execute();
	}
}

/** The draft for the press, with one statement not yet released. */
export async function loadPress(trx: Trx, region: Region, move: Move): Promise<void> {
	const { press } = region;
	const at = move.instant('2026-11-16T10:00:00+01:00');
	const written = (text: string) => text.replace('am 12. November 2026 ', '');
	await trx
		.insertInto('publicReport')
		.values({
			...{ id: press.id, gatheringId: `${PAST}ev-1`, circleId: null, headline: press.headline },
			...{
				lead: written(press.lead),
				body: press.body.join('\n\n'),
				caption: press.photoCaption.replace(' (fiktiv)', '')
			},
			...{ contact: 'Kreisjugendamt Birkenfurt-Seetal', slug: 'zusammenarbeit-die-ankommt' },
			...{ createdAt: at, changedAt: at, byName: 'Nadja Wojciechowski' }
		})
		.execute();
	for (const [position, quote] of press.quotes.entries()) {
		const person = region.persons.find(({ id }) => id === quote.personId);
		const id = `${press.id}-quote-${position + 1}`;
		await trx
			.insertInto('quote')
			.values({
				...{ id, reportId: press.id, position, name: nameOf(region, quote.personId), text: quote.text },
				...{ jobFunction: person?.jobFunction ?? '', email: person?.email ?? '' }
			})
			.execute();
		if (!quote.releasedByPerson) continue;
		await trx
			.insertInto('quoteRelease')
			.values({ quoteId: id, text: quote.text, at, byName: nameOf(region, quote.personId) })
			.execute();
	}
}
