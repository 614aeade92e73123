import { openDatabase, inTransaction } from '#lib/db/database.server.ts';
import { mintPersonalLink } from '#lib/registration/personalLinks.server.ts';

/** What the pictures need beside the demo region; gives the personal link of one participant. */
export async function prepareShots(file: string): Promise<string> {
	const { db } = openDatabase(file);
	const token = await inTransaction(db, (trx) => mintPersonalLink(trx, 'reg-per-055', new Date().toISOString()));
	await db.destroy();
	return token;
}
