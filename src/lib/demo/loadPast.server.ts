import type { Trx } from '#lib/db/database.server.ts';
import { minutesOf } from '#lib/time/clock.ts';
import type { Move } from './loadRegion.server.ts';
import { nearestQuestion } from './nearestQuestion.ts';
import type { Region, RegionOutcome } from './region.ts';

/** The first Fachtag of the region is over; the ids of its parts are those of the file with this in front. */
export const PAST = 'past-';
export const PAST_FACHTAG = `${PAST}ev-1`;

/** The Fachtag that was, with programme and workshops, what they found and what people said about the day. */
export async function loadPast(trx: Trx, region: Region, move: Move): Promise<void> {
	await loadDay(trx, region, move);
	await loadProgramme(trx, region);
	await loadWorkshops(trx, region);
	const by = { at: move.instant('2026-11-12T14:40:00+01:00') };
	for (const outcome of region.outcomes) await loadOutcome(trx, region, outcome, by.at);
	await loadEvaluation(trx, region, move);
}

async function loadDay(trx: Trx, region: Region, move: Move): Promise<void> {
	const { conference } = region;
	const [title = ''] = conference.title.split(' – ');
	const lead = region.persons.find((p) => p.id === 'per-019');
	await trx
		.insertInto('gathering')
		.values({
			id: PAST_FACHTAG,
			kind: 'conference_day',
			title: `Auftakt: ${title}`,
			subtitle: 'Erster gemeinsamer Fachtag der Jugendhilfe in der Region',
			guidingQuestion: 'Was gelingt, und was brauchen wir voneinander?',
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
	const hosts = conference.organizerOrgIds.map((organisationId) => ({ gatheringId: PAST_FACHTAG, organisationId }));
	await trx.insertInto('host').values(hosts).execute();
}

async function loadProgramme(trx: Trx, region: Region): Promise<void> {
	const items = region.conference.agenda.map((item) => ({
		id: PAST + item.id,
		gatheringId: PAST_FACHTAG,
		kind: item.type,
		title: item.title,
		note: item.note ?? '',
		startTime: item.start,
		lengthMin: minutesOf(item.end) - minutesOf(item.start),
		roomId: null,
		place: item.place,
		speakers: ''
	}));
	await trx.insertInto('agendaItem').values(items).execute();
}

async function loadWorkshops(trx: Trx, region: Region): Promise<void> {
	const slot = region.conference.agenda.find((item) => item.type === 'workshops');
	for (const w of region.workshops) {
		const workshopId = PAST + w.id;
		await trx
			.insertInto('workshop')
			.values({
				id: workshopId,
				gatheringId: PAST_FACHTAG,
				agendaItemId: slot ? PAST + slot.id : null,
				number: w.number,
				title: w.title,
				theme: w.theme,
				aim: w.goal,
				method: w.method,
				roomId: null,
				minSize: 15,
				maxSize: w.capacity,
				minuteTakerId: w.minuteTakerId
			})
			.execute();
		const moderators = w.moderatorIds.map((personId, position) => ({ workshopId, personId, position }));
		await trx.insertInto('workshopModerator').values(moderators).execute();
		const questions = w.guidingQuestions.map((text, position) => ({ workshopId, position, text }));
		await trx.insertInto('guidingQuestion').values(questions).execute();
		const { title, setting, facts, stage2, notice } = w.case;
		await trx
			.insertInto('fictionalCase')
			.values({ workshopId, title, setting, facts: facts.join('\n'), stageTwo: stage2, notice })
			.execute();
	}
}

/** What one workshop found, in the order of the board, by the hand of its minute taker. */
async function loadOutcome(trx: Trx, region: Region, outcome: RegionOutcome, at: string): Promise<void> {
	const workshopId = PAST + outcome.workshopId;
	const workshop = region.workshops.find((w) => w.id === outcome.workshopId);
	const questions = workshop?.guidingQuestions ?? [];
	const person = region.persons.find((p) => p.id === workshop?.minuteTakerId);
	const byName = person ? `${person.firstName} ${person.lastName}` : '';
	const plain = (kind: 'works' | 'challenge' | 'attitude' | 'question', texts: string[]) =>
		texts.map((text) => ({ kind, side: 'all' as const, text }));
	const needs = (side: 'youth_office' | 'providers' | 'all', texts: string[]) =>
		texts.map((text) => ({ kind: 'need' as const, side, text }));
	const lines = [
		...plain('works', outcome.works),
		...plain('challenge', outcome.challenges),
		...needs('youth_office', outcome.needs.youthOffice),
		...needs('providers', outcome.needs.providers),
		...needs('all', outcome.needs.both),
		...plain('attitude', outcome.attitudes),
		...outcome.proposals.map(({ id, text, dotVotes, leadsToStandardId }) => ({
			...{ id, kind: 'proposal' as const, side: 'all' as const, text },
			...{ dots: dotVotes, standardId: leadsToStandardId }
		})),
		...plain('question', outcome.openQuestions)
	];
	const findings = lines.map((line, index) => ({
		...{ id: `${PAST}${outcome.workshopId}-${index}`, dots: 0, standardId: null, ...line },
		...{ workshopId, position: (index + 1) * 1024, isDissent: 0 as const, revision: 1 },
		guidingQuestion: nearestQuestion(questions, line.text, line.kind === 'need'),
		...{ createdAt: at, changedAt: at, byName }
	}));
	await trx.insertInto('finding').values(findings).execute();
	const wordings = findings.map(({ id, text }) => ({
		...{ findingId: id, revision: 1, text, at, byName, basedOn: 0, settledAt: null }
	}));
	await trx.insertInto('findingWording').values(wordings).execute();
	const { headline, nextStep } = outcome;
	await trx.insertInto('workshopResult').values({ workshopId, headline, nextStep, changedAt: at, byName }).execute();
}

async function loadEvaluation(trx: Trx, region: Region, move: Move): Promise<void> {
	const { returned, recommend, items, comments } = region.evaluation;
	const gatheringId = PAST_FACHTAG;
	await trx
		.insertInto('evaluation')
		.values({
			...{ gatheringId, returned, again: '', changedAt: move.instant('2026-11-13T11:00:00+01:00') },
			...{ recommendYes: recommend.yes, recommendMaybe: recommend.maybe, recommendNo: recommend.no }
		})
		.execute();
	const means = items.map(({ item, mean }, position) => ({
		...{ gatheringId, position, item, meanHundredths: Math.round(mean * 100) }
	}));
	await trx.insertInto('evaluationItem').values(means).execute();
	const said = comments.map((text, position) => ({ gatheringId, position, text }));
	await trx.insertInto('evaluationComment').values(said).execute();
}
