import type { Database } from '#lib/db/database.server.ts';
import { organisationsOf } from '#lib/people/organisations.server.ts';
import { contactsOf } from './contacts.server.ts';
import { originOf } from './create.server.ts';
import { entriesOf } from './entries.server.ts';
import { lifeOf } from './life.server.ts';
import { mayEdit, mayMove, nextOf, waysFrom } from './lifecycle.ts';
import { fieldOf } from './lifecycleWords.ts';
import { mayTake } from './moves.server.ts';
import { signatureLines, signedVersion } from './signatures.server.ts';
import type { Standard } from './standard.ts';
import { wayOfStandard } from './standards.server.ts';
import { partiesOf } from './versions.server.ts';

/** Short name of each organisation by its id. */
export async function organisationNames(db: Database): Promise<Record<string, string>> {
	return Object.fromEntries((await organisationsOf(db)).map(({ id, shortName }) => [id, shortName]));
}

function agreementsOf(db: Database, standardId: string) {
	return db
		.selectFrom('standardAgreement')
		.innerJoin('version', 'version.id', 'versionId')
		.where('standardId', '=', standardId)
		.orderBy('agreedOn', 'desc')
		.select(['versionId', 'label', 'agreedOn', 'decisionId'])
		.execute();
}

async function reviewedOn(db: Database, standardId: string): Promise<string | null> {
	const row = await db
		.selectFrom('standardReview')
		.where('standardId', '=', standardId)
		.select(({ fn }) => fn.max<string | null>('reviewedOn').as('on'))
		.executeTakeFirst();
	return row?.on ?? null;
}

function draftersOf(db: Database, standardId: string) {
	return db
		.selectFrom('standardDrafter')
		.innerJoin('circle', 'circle.id', 'circleId')
		.where('standardId', '=', standardId)
		.orderBy('circle.name')
		.select(['circle.id', 'circle.name'])
		.execute();
}

function neighbours(db: Database, column: 'id' | 'supersedesId', id: string) {
	return db.selectFrom('standard').where(column, '=', id).select(['id', 'number', 'title']).execute();
}

/** The steps a standard may take now, each with what is missing that no field of the step itself asks for. */
async function stepsAhead(db: Database, standard: Standard, todayOn: string) {
	const { facts, version } = await lifeOf(db, standard, todayOn);
	const ahead = waysFrom(facts).map((to) => {
		const answer = mayMove(facts, to);
		return {
			...{ to, may: mayTake(standard, to) },
			missing: answer === true ? [] : answer.filter((reason) => fieldOf(reason) === undefined)
		};
	});
	const lock = mayEdit({ ...facts, isFrozen: version.frozenAt !== null });
	return { version, ahead, next: nextOf(facts), lock, consultedUntilOn: facts.consultedUntilOn };
}

/** What the page of a standard shows: a fixed number of queries. */
export async function standardPage(db: Database, standard: Standard, todayOn: string) {
	const { id } = standard;
	const signed = await signedVersion(db, id);
	const life = await stepsAhead(db, standard, todayOn);
	return {
		...life,
		parties: await partiesOf(db, life.version.id),
		names: await organisationNames(db),
		way: await wayOfStandard(db, id),
		contacts: await contactsOf(db, id),
		agreements: await agreementsOf(db, id),
		entries: await entriesOf(db, id),
		signatures: signed ? await signatureLines(db, signed.id) : [],
		reviewedOn: await reviewedOn(db, id),
		drafters: await draftersOf(db, id),
		predecessor: standard.supersedesId ? (await neighbours(db, 'id', standard.supersedesId))[0] : undefined,
		successors: await neighbours(db, 'supersedesId', id),
		origin: standard.findingId ? await originOf(db, standard.circleId, standard.findingId) : undefined
	};
}

export type StandardPage = Awaited<ReturnType<typeof standardPage>>;
