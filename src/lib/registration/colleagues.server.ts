import { type Database, inTransaction } from '#lib/db/database.server.ts';
import type { Announce } from '#lib/gatherings/announce.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { isRefused, type Refusal } from '#lib/web/refusal.ts';
import type { Occurrence } from './door.ts';
import { type ClosedDoor, registerParticipant, type RegistrationInput } from './registrations.server.ts';

/** Registers a whole team in one go: all or nobody. */
export function registerColleagues(
	db: Database,
	by: Actor,
	gathering: Occurrence,
	inputs: readonly RegistrationInput[],
	announce: Announce
): Promise<number | Refusal<ClosedDoor>> {
	return inTransaction(db, async (trx) => {
		for (const input of inputs) {
			const answer = await registerParticipant(trx, by, gathering, input, announce);
			if (isRefused(answer)) return answer;
		}
		return inputs.length;
	});
}
