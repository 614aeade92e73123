import type { Trx } from '#lib/db/database.server.ts';
import { hashToken } from '#lib/db/ids.server.ts';
import type { Move } from './loadRegion.server.ts';
import type { Region, RegionPerson } from './region.ts';

/** The same on every machine, so that the picture of the public page has a lasting address. */
export const DEMO_REGISTER_TOKEN = hashToken('Birkenfurt-Seetal').slice(0, 22);

const CHANNELS: Record<string, 'web' | 'list' | 'office'> = { web_form: 'web', list_import: 'list' };

/** Registrations in the order in which they came in, with wishes, withdrawals, the waiting list and the draft of the groups. */
export async function loadRegistrations(trx: Trx, region: Region, move: Move): Promise<void> {
	const gatheringId = region.conference.id;
	const { opensOn, closesOn, capacity, wishCount } = region.conference.registration;
	await trx
		.insertInto('registrationWindow')
		.values({
			gatheringId,
			token: DEMO_REGISTER_TOKEN,
			opensOn: move.day(opensOn),
			closesOn: move.day(closesOn),
			capacity,
			wishCount,
			introduction: 'Ein gemeinsamer Tag über gute Zusammenarbeit. Schön, dass Sie dabei sein möchten.'
		})
		.execute();
	await trx
		.insertInto('privacyNotice')
		.values({
			gatheringId,
			law: 'DSGVO',
			controllers: 'Kreisjugendamt Birkenfurt-Seetal und Stadtjugendamt Birkenfurt, gemeinsam verantwortlich',
			officer: 'Behördliche Datenschutzbeauftragte, datenschutz@kreisjugendamt-seetal.example.org',
			legalBasis: region.conference.dataProtection.legalBasis,
			recipients: 'Organisationsteam beider Jugendämter; Moderation und Mitschrift der eigenen Gruppe',
			authority: 'Landesbeauftragte für den Datenschutz (fiktiv)',
			keepDays: 90,
			keepNeedsDays: 7
		})
		.execute();
	const inOrder = region.persons.toSorted((a, b) => a.registeredAt.localeCompare(b.registeredAt));
	for (const [ordinal, person] of inOrder.entries()) await loadRegistration(trx, region, move, person, ordinal + 1);
	await loadPairs(trx, region);
}

/** Some have withdrawn since. */
export async function loadWithdrawals(trx: Trx, region: Region, move: Move): Promise<void> {
	for (const p of region.persons.filter((person) => person.registrationStatus === 'cancelled')) {
		const row = { at: move.now, byName: `${p.firstName} ${p.lastName}`, reason: 'dienstlich verhindert' };
		await trx
			.insertInto('registrationWithdrawal')
			.values({ registrationId: `reg-${p.id}`, ...row })
			.execute();
	}
}

async function loadRegistration(trx: Trx, region: Region, move: Move, p: RegionPerson, ordinal: number) {
	const id = `reg-${p.id}`;
	const at = move.instant(p.registeredAt);
	await trx
		.insertInto('registration')
		.values({
			id,
			gatheringId: region.conference.id,
			personId: p.id,
			ordinal,
			registeredAt: at,
			channel: CHANNELS[p.registrationChannel] ?? 'office',
			language: 'de',
			isNewcomer: p.isNewColleague ? 1 : 0,
			supportNeed: p.supportNeeds ?? '',
			catering: p.catering === 'no_preference' ? '' : p.catering,
			isListed: p.listedInParticipantList ? 1 : 0,
			allowsPhotos: p.photoConsent ? 1 : 0,
			consentsAt: at,
			organisationName: '',
			remark: ''
		})
		.execute();
	const wishes = p.workshopWishes.map((workshopId, index) => ({ registrationId: id, rank: index + 1, workshopId }));
	if (wishes.length > 0) await trx.insertInto('wish').values(wishes).execute();
	await loadStanding(trx, p, id, at);
}

async function loadStanding(trx: Trx, p: RegionPerson, registrationId: string, at: string) {
	if (p.registrationStatus === 'waitlisted') return;
	const how = p.substituteForId ? 'substitute' : 'seat';
	await trx.insertInto('admission').values({ registrationId, at, how }).execute();
	if (p.workshopId) {
		await trx.insertInto('place').values({ registrationId, workshopId: p.workshopId, isHeld: 0 }).execute();
	}
}

/** Leaders and their own staff sit apart; who stands in for whom. */
async function loadPairs(trx: Trx, region: Region): Promise<void> {
	for (const p of region.persons) {
		for (const other of p.separateFrom.filter((id) => p.id < id)) {
			await trx
				.insertInto('mixPair')
				.values({ gatheringId: region.conference.id, personA: p.id, personB: other, kind: 'apart' })
				.execute();
		}
		if (p.substituteForId) {
			const substitute = await trx
				.selectFrom('registration')
				.select(['id', 'registeredAt'])
				.where('personId', '=', p.id)
				.executeTakeFirstOrThrow();
			await trx
				.insertInto('substitution')
				.values({
					registrationId: `reg-${p.substituteForId}`,
					substituteId: substitute.id,
					at: substitute.registeredAt
				})
				.execute();
		}
	}
}
