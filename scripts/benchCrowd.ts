import type { Database } from '#lib/db/database.server.ts';

/** A gathering of the demo's hosts with many registered people, for measuring pages. */
export async function fillGathering(db: Database, id: string, count: number): Promise<void> {
	const at = new Date().toISOString();
	const model = await db.selectFrom('gathering').selectAll().where('id', '=', 'ev-1').executeTakeFirstOrThrow();
	await db
		.insertInto('gathering')
		.values({ ...model, id, title: `Großer Fachtag mit ${count} Personen` })
		.execute();
	await db.insertInto('host').values({ gatheringId: id, organisationId: 'org-ja-kreis' }).execute();
	await db
		.insertInto('registrationWindow')
		.values({
			gatheringId: id,
			token: `token-${id}`,
			opensOn: '2026-01-01',
			closesOn: '2099-01-01',
			capacity: 5000,
			wishCount: 3,
			introduction: ''
		})
		.execute();
	const workshops = await copyWorkshops(db, id);
	const numbers = Array.from({ length: count }, (_, index) => index);
	for (let from = 0; from < count; from += 200) {
		const part = numbers.slice(from, from + 200);
		await db
			.insertInto('person')
			.values(part.map((n) => person(`${id}-p${n}`, n, at)))
			.execute();
		await db
			.insertInto('registration')
			.values(part.map((n) => registration(id, n, at)))
			.execute();
		const admissions = part.map((n) => ({ registrationId: `${id}-r${n}`, at, how: 'seat' as const }));
		await db.insertInto('admission').values(admissions).execute();
		const places = part.map((n) => ({
			registrationId: `${id}-r${n}`,
			workshopId: workshops[n % workshops.length] ?? '',
			isHeld: 0 as const
		}));
		await db.insertInto('place').values(places).execute();
		const wishes = part.flatMap((n) =>
			wishesOf(n, workshops).map((workshopId, i) => ({ registrationId: `${id}-r${n}`, workshopId, rank: i + 1 }))
		);
		await db.insertInto('wish').values(wishes).execute();
	}
}

/** The first workshops are wished for more often than the last. */
function wishesOf(n: number, workshops: readonly string[]): string[] {
	const turn = [0, 0, 1, 0, 1, 2, 3, 4][n % 8] ?? 0;
	const step = 1 + (n % 3);
	return [...new Set([0, step, 2 * step].map((at) => workshops[(turn + at) % workshops.length] ?? ''))];
}

async function copyWorkshops(db: Database, gatheringId: string): Promise<string[]> {
	const models = await db.selectFrom('workshop').selectAll().where('gatheringId', '=', 'ev-1').execute();
	const copies = models.map((model) => ({
		...model,
		id: `${gatheringId}-${model.id}`,
		gatheringId,
		agendaItemId: null,
		roomId: null,
		maxSize: 500
	}));
	await db.insertInto('workshop').values(copies).execute();
	return copies.map(({ id }) => id);
}

/** A third comes from the two offices, the others from sixty organisations that are known by name only. */
const OFFICES = ['org-ja-stadt', 'org-ja-kreis'];
const officeOf = (n: number) => (n % 3 === 0 ? (OFFICES[n % OFFICES.length] ?? null) : null);

function person(id: string, n: number, at: string) {
	return {
		id,
		title: '',
		salutation: '',
		firstName: `Vorname${n}`,
		lastName: `Nachname${n}`,
		organisationId: officeOf(n),
		unit: '',
		jobFunction: 'Fachkraft',
		level: n % 10 === 0 ? 'leadership' : 'practitioner',
		side: n % 3 === 1 ? ('outpatient' as const) : null,
		email: `${id}@example.org`,
		createdAt: at,
		changedAt: at
	};
}

function registration(gatheringId: string, n: number, at: string) {
	return {
		id: `${gatheringId}-r${n}`,
		gatheringId,
		personId: `${gatheringId}-p${n}`,
		ordinal: n + 1,
		registeredAt: at,
		channel: 'web' as const,
		language: 'de' as const,
		isNewcomer: n % 7 === 0 ? (1 as const) : (0 as const),
		supportNeed: '',
		catering: '',
		isListed: 1 as const,
		allowsPhotos: 0 as const,
		consentsAt: at,
		organisationName: officeOf(n) === null ? `Träger ${n % 60}` : '',
		remark: ''
	};
}
