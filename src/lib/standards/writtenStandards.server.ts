import type { Database } from '#lib/db/database.server.ts';
import { textFrom } from './standardText.ts';
import type { WrittenContact, WrittenStandard, WrittenVersion } from './writtenStandard.ts';

/** Standards of some circles, or one by its id; a fixed number of queries, however many there are. */
export async function writtenStandards(
	db: Database,
	which: { circleIds: readonly string[] } | { id: string }
): Promise<WrittenStandard[]> {
	const rows = await db
		.selectFrom('standard')
		.innerJoin('circle', 'circle.id', 'standard.circleId')
		.$if('id' in which, (query) => query.where('standard.id', '=', 'id' in which ? which.id : ''))
		.$if('circleIds' in which, (query) =>
			query.where('standard.circleId', 'in', 'circleIds' in which ? which.circleIds : [])
		)
		.orderBy('standard.number')
		.select(['standard.id', 'standard.number', 'circleId', 'circle.name as circleName', 'standard.kind'])
		.select(['standard.title', 'reviewDueOn'])
		.select((eb) =>
			eb
				.selectFrom('standardReview')
				.whereRef('standardReview.standardId', '=', 'standard.id')
				.select(({ fn }) => fn.max('reviewedOn').as('reviewedOn'))
				.as('reviewedOn')
		)
		.execute();
	const ids = rows.map(({ id }) => id);
	const states = new Map((await statesOf(db, ids)).map(({ standardId, state }) => [standardId, state]));
	const versions = Map.groupBy(await versionsOf(db, ids), ({ standardId }) => standardId);
	const contacts = Map.groupBy(await contactsOf(db, ids), ({ standardId }) => standardId);
	return rows.map((row) => ({
		...row,
		state: states.get(row.id) ?? 'idea',
		versions: versions.get(row.id)?.map(({ standardId: _, ...version }) => version) ?? [],
		contacts: contacts.get(row.id)?.map(({ standardId: _, ...contact }) => contact) ?? []
	}));
}

/** States in order of time: the last one of a standard is where it stands. */
function statesOf(db: Database, ids: readonly string[]) {
	return db
		.selectFrom('standardState')
		.where('standardId', 'in', ids)
		.orderBy('at')
		.select(['standardId', 'state'])
		.execute();
}

async function versionsOf(db: Database, ids: readonly string[]): Promise<(WrittenVersion & { standardId: string })[]> {
	const rows = await db
		.selectFrom('version')
		.leftJoin('standardAgreement', 'standardAgreement.versionId', 'version.id')
		.where('standardId', 'in', ids)
		.orderBy('version.number')
		.select(['version.id', 'standardId', 'version.number', 'label', 'content', 'changeNote', 'changedAt', 'agreedOn'])
		.execute();
	const versionIds = rows.map(({ id }) => id);
	const parties = Map.groupBy(await partiesOf(db, versionIds), ({ versionId }) => versionId);
	const entries = Map.groupBy(
		await db
			.selectFrom('standardEntry')
			.where('versionId', 'in', versionIds)
			.orderBy('inForceOn')
			.select(['versionId', 'organisationId', 'inForceOn', 'endsOn'])
			.execute(),
		({ versionId }) => versionId
	);
	return rows.map(({ content, agreedOn, ...row }) => ({
		...row,
		text: textFrom(content),
		isAgreed: agreedOn !== null,
		parties: parties.get(row.id)?.map(({ versionId: _, ...party }) => party) ?? [],
		entries: entries.get(row.id)?.map(({ versionId: _, ...entry }) => entry) ?? []
	}));
}

/** Organisations of versions in alphabetical order: nobody owns a standard. */
async function partiesOf(db: Database, versionIds: readonly string[]) {
	const rows = await db
		.selectFrom('versionParty')
		.innerJoin('organisation', 'organisation.id', 'versionParty.organisationId')
		.leftJoin('standardSignature', (join) =>
			join
				.onRef('standardSignature.versionId', '=', 'versionParty.versionId')
				.onRef('standardSignature.organisationId', '=', 'versionParty.organisationId')
		)
		.where('versionParty.versionId', 'in', versionIds)
		.select(['versionParty.versionId', 'versionParty.organisationId', 'organisation.name', 'organisation.shortName'])
		.select(['organisation.kind', 'organisation.partOfId', 'representedBy', 'signs', 'signedOn'])
		.execute();
	return rows.sort((a, b) => a.name.localeCompare(b.name, 'de'));
}

function contactsOf(db: Database, ids: readonly string[]): Promise<(WrittenContact & { standardId: string })[]> {
	return db
		.selectFrom('standardContact')
		.innerJoin('organisation', 'organisation.id', 'standardContact.organisationId')
		.where('standardId', 'in', ids)
		.orderBy('position')
		.select(['standardContact.id', 'standardId', 'stepId', 'organisation.shortName as organisationName'])
		.select(['jobFunction', 'standardContact.name', 'deputy', 'phone', 'reachability'])
		.select((eb) =>
			eb
				.selectFrom('contactConfirmation')
				.whereRef('contactId', '=', 'standardContact.id')
				.select(({ fn }) => fn.max('onDay').as('confirmedOn'))
				.as('confirmedOn')
		)
		.execute();
}
