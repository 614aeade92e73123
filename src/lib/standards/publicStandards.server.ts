import type { Database } from '#lib/db/database.server.ts';
import { emergencyNumbers } from './phone.ts';
import { heldSince, versionOn } from './writtenStandard.ts';
import { organisationNames } from './standardPage.server.ts';
import { writtenStandards } from './writtenStandards.server.ts';

/** The public page of a standard, as everybody may read it. */
export type PublicStandard = NonNullable<Awaited<ReturnType<typeof readPublic>>>;

/**
 * What stands under a public address: the version in force without names of persons; `gone` when it was withdrawn or
 * no longer holds; undefined when there never was such an address.
 */
export async function publicStandard(
	db: Database,
	slug: string,
	onDay: string
): Promise<PublicStandard | 'gone' | undefined> {
	const row = await db
		.selectFrom('standardPublication')
		.leftJoin('standardWithdrawal', 'standardWithdrawal.standardId', 'standardPublication.standardId')
		.where('slug', '=', slug)
		.select(['standardPublication.standardId', 'standardWithdrawal.at as withdrawnAt'])
		.executeTakeFirst();
	if (!row) return undefined;
	if (row.withdrawnAt) return 'gone';
	return (await readPublic(db, row.standardId, onDay)) ?? 'gone';
}

/** Only what is named here leaves the house: no person, no deputy, no signature, no draft. */
async function readPublic(db: Database, standardId: string, onDay: string) {
	const [standard] = await writtenStandards(db, { id: standardId });
	const version = standard && versionOn(standard, onDay);
	if (!version) return undefined;
	const acting = version.text.steps.flatMap(({ responsible, involved }) => [...responsible, ...involved]);
	const named = [...acting, ...version.text.legalBases].flatMap((one) =>
		'organisationId' in one ? [one.organisationId] : []
	);
	const names = await organisationNames(db);
	return {
		number: standard.number,
		kind: standard.kind,
		title: version.text.title || standard.title,
		circleName: standard.circleName,
		reviewDueOn: standard.reviewDueOn,
		reviewedOn: standard.reviewedOn,
		label: version.label,
		inForceOn: heldSince(version, onDay) ?? null,
		text: version.text,
		parties: version.parties.map(({ name }) => name),
		contacts: standard.contacts.map(
			({ id, stepId, organisationName, jobFunction, phone, reachability, confirmedOn }) => ({
				...{ id, stepId, organisationName, jobFunction, phone, reachability, confirmedOn },
				...{ name: '', deputy: '' }
			})
		),
		emergency: emergencyNumbers(version.text.steps),
		organisations: Object.fromEntries(named.map((id) => [id, names[id] ?? '']).filter(([, name]) => name))
	};
}
