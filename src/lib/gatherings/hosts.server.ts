import type { Trx } from '#lib/db/database.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';

/** Replaces the hosts of a gathering. */
export async function setHosts(trx: Trx, gatheringId: string, hosts: string[]): Promise<void> {
	await trx.deleteFrom('host').where('gatheringId', '=', gatheringId).execute();
	const rows = [...new Set(hosts)].map((organisationId) => ({ gatheringId, organisationId }));
	await trx.insertInto('host').values(rows).execute();
}

/** Hosts that exist, and the acting organisation among them: nobody locks herself out. */
export async function hostsIssue(
	trx: Trx,
	by: Actor,
	hosts: string[]
): Promise<'own_host' | 'unknown_host' | undefined> {
	const known = await trx.selectFrom('organisation').select('id').where('id', 'in', hosts).execute();
	if (hosts.length === 0 || known.length !== new Set(hosts).size) return 'unknown_host';
	const actor = await trx
		.selectFrom('account')
		.select(['organisationId', 'isAdministrator'])
		.where('id', '=', by.accountId ?? '')
		.executeTakeFirst();
	const keeps = !actor || actor.isAdministrator === 1 || hosts.includes(actor.organisationId ?? '');
	return keeps ? undefined : 'own_host';
}

/** A chosen circle must exist. */
export async function circleIssue(trx: Trx, circleId: string | null): Promise<'unknown_circle' | undefined> {
	if (circleId === null) return undefined;
	const circle = await trx.selectFrom('circle').select('id').where('id', '=', circleId).executeTakeFirst();
	return circle ? undefined : 'unknown_circle';
}
