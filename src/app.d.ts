import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';

declare global {
	namespace App {
		interface Locals {
			db: Database;
			/** The instant of this request: one clock for everything it does. */
			now: string;
			/** Today in Berlin. */
			todayOn: string;
			account: Account | undefined;
			/** Who acts in this request. */
			by: Actor;
			/** Address of the client, for throttling only. */
			client: string;
		}
	}
}

export {};
