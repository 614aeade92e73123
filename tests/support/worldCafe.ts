import { accountById } from '#lib/accounts/accounts.server.ts';
import { tableRoundsShape } from '#lib/agenda/tableRounds.form.ts';
import { addTableRounds } from '#lib/agenda/tableRounds.server.ts';
import { type Database, inTransaction } from '#lib/db/database.server.ts';
import type { Announce } from '#lib/gatherings/announce.ts';
import { gatheringShape } from '#lib/gatherings/gathering.form.ts';
import { createGathering } from '#lib/gatherings/gatheringChanges.server.ts';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { NO_PARTICULARS } from '#lib/registration/registrant.ts';
import { registerPerson } from '#lib/registration/registrations.server.ts';
import { addDays, berlinDay } from '#lib/time/berlin.ts';

/** So many people come. */
const COME = 48;
const TOPICS = ['Übergänge', 'Kinderschutz', 'Elternarbeit', 'Erreichbarkeit', 'Schule', 'Pflegefamilien'];
const tellNobody: Announce = async () => {};
type By = { accountId: string; name: string; at: string };

/** A meeting of the demo's circle with three rounds at six tables and 48 people, made as an organizer makes it. */
export async function addWorldCafe(db: Database, by: By, title: string, inDays: number) {
	const account = await accountById(db, by.accountId);
	if (!account) throw new Error('The demo region lacks its organizer.');
	const input = gatheringShape.parse({
		...{ kind: 'provider_meeting', title, dateOn: addDays(berlinDay(by.at), inDays) },
		...{ startTime: '09:00', endTime: '12:30', circleId: 'circle-tt', hosts: ['org-ja-kreis', 'org-ja-stadt'] }
	});
	const id = await createGathering(db, by, account, input);
	const gathering = typeof id === 'string' ? await gatheringFor(db, account, id) : undefined;
	if (!gathering) throw new Error('The meeting could not be made.');
	const rounds = tableRoundsShape.parse({
		...{ kind: 'world_cafe', title: 'World-Café', startTime: '10:00', rounds: '3', lengthMin: '25' },
		...{ changeMin: '5', people: String(COME), topics: TOPICS, hosts: TOPICS.map(() => '') }
	});
	await addTableRounds(db, by, gathering, rounds, tellNobody);
	const people = await db.selectFrom('person').select('id').orderBy('organisationId').orderBy('id').execute();
	const come = people.filter((_, i) => (i * COME) % people.length < COME);
	const details = { ...NO_PARTICULARS, channel: 'list', language: 'de', organisationName: '', remark: '' } as const;
	await inTransaction(db, async (trx) => {
		for (const one of come) await registerPerson(trx, by, gathering.id, one.id, { ...details, wishes: [] }, tellNobody);
	});
	return gathering;
}
