import type { Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import type { StandardStateName } from '#migrations/schema.ts';

interface NewState {
	standardId: string;
	state: StandardStateName;
	versionId?: string | null;
	decisionId?: string | null;
	reason?: string;
}

/** Writes the next line of the way of a standard; call it in the transaction of the act that journals it. */
export async function insertState(trx: Trx, by: Actor, line: NewState): Promise<void> {
	const { standardId, state, versionId = null, decisionId = null, reason = '' } = line;
	await trx
		.insertInto('standardState')
		.values({ id: newId(), standardId, state, versionId, decisionId, reason, at: by.at, byName: by.name })
		.execute();
}
