import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { addDays } from '#lib/time/berlin.ts';

const CIRCLES = 20;
const GATHERINGS = 300;
const FINDINGS = 8_000;
const STANDARDS = 400;
const ROWS_AT_ONCE = 200;
const AT = '2026-01-15T10:00:00.000Z';

function many<T>(count: number, make: (n: number) => T): T[] {
	return Array.from({ length: count }, (_, n) => make(n));
}

async function inParts<T>(rows: T[], insert: (part: T[]) => Promise<unknown>): Promise<void> {
	for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) await insert(rows.slice(at, at + ROWS_AT_ONCE));
}

/** What a busy neighbourhood has beside the demo region: circles, gatherings, findings, standards, decisions, tasks. */
export function fillNeighbourhood(db: Database, todayOn: string): Promise<void> {
	return inTransaction(db, async (trx) => {
		await fillCircles(trx);
		await fillGatherings(trx, todayOn);
		await fillStandards(trx, todayOn);
	});
}

async function fillCircles(trx: Trx): Promise<void> {
	const circles = many(CIRCLES, (n) => ({
		...{ id: `b-circle-${n}`, name: `Runde ${n}`, kind: n % 3 === 0 ? 'small_group' : 'round_table' },
		...{ purpose: '', rhythm: '', createdAt: AT }
	}));
	await trx.insertInto('circle').values(circles).execute();
	const seats = circles.flatMap(({ id }) =>
		['org-ja-kreis', 'org-ja-stadt', 'org-p01', 'org-p02'].map((organisationId) => ({
			...{ id: `${id}-${organisationId}`, circleId: id, organisationId, personId: null, kind: 'voting' as const },
			...{ sinceOn: '2024-01-01', untilOn: null }
		}))
	);
	await trx.insertInto('seat').values(seats).execute();
}

async function fillGatherings(trx: Trx, todayOn: string): Promise<void> {
	const model = await trx.selectFrom('gathering').selectAll().where('id', '=', 'past-ev-1').executeTakeFirstOrThrow();
	const gatherings = many(GATHERINGS, (n) => ({
		...{ ...model, id: `b-gathering-${n}`, title: `Treffen ${n}`, circleId: `b-circle-${n % CIRCLES}` },
		dateOn: addDays(todayOn, (n % 400) - 390)
	}));
	await inParts(gatherings, (part) => trx.insertInto('gathering').values(part).execute());
	const hosts = gatherings.map(({ id }) => ({ gatheringId: id, organisationId: 'org-ja-stadt' }));
	await inParts(hosts, (part) => trx.insertInto('host').values(part).execute());
	const workshop = await trx.selectFrom('workshop').selectAll().where('id', '=', 'past-ws-1').executeTakeFirstOrThrow();
	const workshops = gatherings.map(({ id }, n) => ({
		...{ ...workshop, id: `b-workshop-${n}`, gatheringId: id, agendaItemId: null, roomId: null, topicId: null }
	}));
	await inParts(workshops, (part) => trx.insertInto('workshop').values(part).execute());
	const finding = await trx.selectFrom('finding').selectAll().where('kind', '=', 'proposal').executeTakeFirstOrThrow();
	const findings = many(FINDINGS, (n) => ({
		...{ ...finding, id: `b-finding-${n}`, workshopId: `b-workshop-${n % GATHERINGS}`, standardId: null },
		...{ position: n, text: `Vorschlag ${n}`, dots: n % 23 }
	}));
	await inParts(findings, (part) => trx.insertInto('finding').values(part).execute());
}

async function fillStandards(trx: Trx, todayOn: string): Promise<void> {
	const version = await trx.selectFrom('version').selectAll().where('id', '=', 'std-5-v1').executeTakeFirstOrThrow();
	const ids = many(STANDARDS, (n) => `b-standard-${n}`);
	const standards = ids.map((id, n) => ({
		...{
			id,
			number: n + 1,
			circleId: `b-circle-${n % CIRCLES}`,
			kind: 'agreed_standard' as const,
			title: `Standard ${n}`
		},
		...{ findingId: null, workshopId: null, supersedesId: null, reviewDueOn: addDays(todayOn, n), createdAt: AT }
	}));
	await inParts(standards, (part) => trx.insertInto('standard').values(part).execute());
	const versions = ids.map((id) => ({ ...version, id: `${id}-v1`, standardId: id }));
	await inParts(versions, (part) => trx.insertInto('version').values(part).execute());
	const states = ids.flatMap((id) =>
		(['idea', 'drafting', 'in_force'] as const).map((state, n) => ({
			...{ id: `${id}-${state}`, standardId: id, state, versionId: `${id}-v1`, decisionId: null, reason: '' },
			...{ at: `2026-01-1${n}T10:00:00.000Z`, byName: 'x' }
		}))
	);
	await inParts(states, (part) => trx.insertInto('standardState').values(part).execute());
	const parties = ids.flatMap((id) =>
		['org-ja-kreis', 'org-p01'].map((organisationId) => ({
			...{ versionId: `${id}-v1`, organisationId, representedBy: '', signs: 1 as const }
		}))
	);
	await inParts(parties, (part) => trx.insertInto('versionParty').values(part).execute());
	const tasks = ids.map((id, n) => ({
		...{
			id: `${id}-task`,
			circleId: `b-circle-${n % CIRCLES}`,
			gatheringId: null,
			decisionId: null,
			minutesItemId: null
		},
		...{ text: 'Aufgabe', organisationId: 'org-p02', personId: null, dueOn: todayOn, createdAt: AT, byName: 'x' }
	}));
	await inParts(tasks, (part) => trx.insertInto('task').values(part).execute());
}
