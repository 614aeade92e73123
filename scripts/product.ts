// Prepares the database file before the server opens it: migrations, the demo region, the link for the first account.
import { createSetUpLink } from '#lib/accounts/links.server.ts';
import { openDatabase } from '#lib/db/database.server.ts';
import { migrate } from '#lib/db/migrate.server.ts';
import { readMigrations } from '#lib/db/migrationFiles.server.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, loadRegion } from '#lib/demo/loadRegion.server.ts';

const WHO: Record<string, string> = {
	organizer: 'Kreisjugendamt, richtet den Fachtag aus und verwaltet',
	'co-host': 'Stadtjugendamt, richtet mit aus',
	circle: 'freier Träger, Mitglied im Trägertreffen'
};

/** Migrates; fills an empty demo; gives a set-up link as long as there is no account. */
export async function openProduct(file: string, isDemo: boolean) {
	const { db } = openDatabase(file);
	const now = new Date().toISOString();
	await migrate(db, await readMigrations());
	const any = await db.selectFrom('organisation').select('id').limit(1).executeTakeFirst();
	if (isDemo && !any) await loadRegion(db, now);
	const token = await createSetUpLink(db, now);
	const emails = await db.selectFrom('account').select(['id', 'email']).execute();
	await db.destroy();
	const demoAccounts = DEMO_ACCOUNTS.flatMap(({ personId, role }) => {
		const account = emails.find(({ id }) => id === `acc-${personId}`);
		return account ? [{ email: account.email, password: DEMO_PASSWORD, who: WHO[role] ?? '' }] : [];
	});
	return { setUpPath: token && `/setup/${token}`, demoAccounts: isDemo ? demoAccounts : [] };
}
