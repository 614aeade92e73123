import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { SignatureInput } from './signature.form.ts';
import type { Standard } from './standard.ts';
import type { Version } from './version.ts';
import { partiesOf, versionsOf } from './versions.server.ts';

/** The version that is signed: the newest agreed one. */
export async function signedVersion(db: Database, standardId: string): Promise<Version | undefined> {
	return (await versionsOf(db, standardId)).find(({ frozenAt }) => frozenAt !== null);
}

/** Everyone who signs a version or has joined it, alphabetically, with what is on record; no click is a signature. */
export async function signatureLines(db: Database, versionId: string) {
	const parties = (await partiesOf(db, versionId)).filter(({ signs }) => signs === 1);
	const signatures = await db
		.selectFrom('standardSignature')
		.innerJoin('organisation', 'organisation.id', 'organisationId')
		.where('versionId', '=', versionId)
		.selectAll('standardSignature')
		.select(['name', 'shortName'])
		.execute();
	const joined = signatures.filter(({ isAccession }) => isAccession === 1);
	return [
		...parties.map(({ organisationId, name, shortName, representedBy }) => ({
			...{ organisationId, name, shortName, representedBy, isAccession: false },
			signature: signatures.find((one) => one.organisationId === organisationId)
		})),
		...joined.map((signature) => ({
			...{ organisationId: signature.organisationId, name: signature.name, shortName: signature.shortName },
			...{ representedBy: '', isAccession: true, signature }
		}))
	].sort((a, b) => a.name.localeCompare(b.name, 'de'));
}

export type SignatureLine = Awaited<ReturnType<typeof signatureLines>>[number];

/** What was taken back, newest first. */
export function correctionsOf(db: Database, versionId: string) {
	return db
		.selectFrom('signatureCorrection')
		.innerJoin('organisation', 'organisation.id', 'organisationId')
		.where('versionId', '=', versionId)
		.orderBy('at', 'desc')
		.selectAll('signatureCorrection')
		.select('organisation.name')
		.execute();
}

/**
 * Records a signature that was given on paper or with a qualified electronic signature. An organisation that is no party
 * of the agreed version joins it.
 */
export function recordSignature(
	db: Database,
	by: Actor,
	standard: Standard,
	input: SignatureInput
): Promise<
	'signed' | 'joined' | Refusal<'not_allowed' | 'not_agreed' | 'signed' | 'too_late' | 'does_not_sign' | 'unknown'>
> {
	return inTransaction(db, async (trx) => {
		if (!standard.manages) return refuse('not_allowed');
		const version = await signedVersion(trx, standard.id);
		if (!version || ['superseded', 'repealed'].includes(standard.state)) return refuse('not_agreed');
		if (input.signedOn > berlinDay(by.at)) return refuse('too_late');
		const organisation = await trx
			.selectFrom('organisation')
			.where('id', '=', input.organisationId)
			.select('id')
			.executeTakeFirst();
		if (!organisation) return refuse('unknown');
		const lines = await signatureLines(trx, version.id);
		if (lines.some(({ organisationId, signature }) => organisationId === input.organisationId && signature))
			return refuse('signed');
		const parties = await partiesOf(trx, version.id);
		const party = parties.find(({ organisationId }) => organisationId === input.organisationId);
		if (party && party.signs === 0) return refuse('does_not_sign');
		const isAccession = party ? (0 as const) : (1 as const);
		await trx
			.insertInto('standardSignature')
			.values({ ...input, versionId: version.id, isAccession, at: by.at, byName: by.name })
			.execute();
		await journal(trx, by, {
			...{ verb: isAccession ? 'standard.joined' : 'standard.signed', thing: `standard:${standard.id}` },
			particulars: { form: input.form }
		});
		return isAccession ? 'joined' : 'signed';
	});
}

/** Takes a wrong entry back: what stood there and why it was wrong stay on record. */
export function correctSignature(
	db: Database,
	by: Actor,
	standard: Standard,
	{ organisationId, reason }: { organisationId: string; reason: string }
): Promise<true | Refusal<'not_allowed' | 'gone'>> {
	return inTransaction(db, async (trx) => {
		if (!standard.manages) return refuse('not_allowed');
		const version = await signedVersion(trx, standard.id);
		const lines = version ? await signatureLines(trx, version.id) : [];
		const signature = lines.find((line) => line.organisationId === organisationId)?.signature;
		if (!signature) return refuse('gone');
		const { versionId, signedOn, signatory, form } = signature;
		await trx
			.insertInto('signatureCorrection')
			.values({
				...{ id: newId(), versionId, organisationId, signedOn, signatory, form, reason },
				...{ at: by.at, byName: by.name }
			})
			.execute();
		await trx
			.deleteFrom('standardSignature')
			.where('versionId', '=', versionId)
			.where('organisationId', '=', organisationId)
			.execute();
		await journal(trx, by, { verb: 'signature.corrected', thing: `standard:${standard.id}` });
		return true;
	});
}
