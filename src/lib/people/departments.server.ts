import type { Database, Trx } from '#lib/db/database.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { alphabetical } from './directory.ts';
import type { OrganisationInput } from './organisation.ts';
import type { Side } from './side.ts';

export type PartOfRefusal = Refusal<'partUnknown' | 'partOfItself' | 'partOfDepartment' | 'hasDepartments'> & {
	/** The organisation that was chosen, or the departments that stand in the way. */
	name: string;
};

/** The names of the departments of an organisation, alphabetical. */
export async function departmentNames(db: Database, id: string): Promise<string[]> {
	const rows = await db.selectFrom('organisation').where('partOfId', '=', id).select('name').execute();
	return rows.map(({ name }) => name).sort(alphabetical);
}

/** Why an organisation cannot be part of another: there is one level of departments, and no circle. `id` is null for a new one. */
export async function whyNotPartOf(
	db: Database,
	id: string | null,
	partOfId: string | null | undefined
): Promise<PartOfRefusal | undefined> {
	if (!partOfId) return undefined;
	const parent = await db
		.selectFrom('organisation')
		.where('id', '=', partOfId)
		.select(['name', 'partOfId'])
		.executeTakeFirst();
	if (!parent) return { ...refuse('partUnknown'), name: '' };
	if (partOfId === id) return { ...refuse('partOfItself'), name: parent.name };
	if (parent.partOfId) return { ...refuse('partOfDepartment'), name: parent.name };
	const own = id === null ? [] : await departmentNames(db, id);
	return own.length > 0 ? { ...refuse('hasDepartments'), name: own.join(', ') } : undefined;
}

/** What is typed about an organisation as it is stored: kind and side a department leaves open are those of the whole. */
export async function completed(trx: Trx, { sectors: _, ...input }: OrganisationInput) {
	const partOfId = input.partOfId ?? null;
	const whole = partOfId
		? await trx.selectFrom('organisation').where('id', '=', partOfId).select(['kind', 'side']).executeTakeFirst()
		: undefined;
	const kind = input.kind || whole?.kind || 'other';
	const side: Side = input.side || whole?.side || 'partner';
	return { ...input, partOfId, kind, side };
}

/** When kind or side of an organisation change, its departments follow, except those that say something of their own. */
export async function letDepartmentsFollow(
	trx: Trx,
	id: string,
	before: { kind: string; side: Side },
	after: { kind: string; side: Side }
): Promise<void> {
	const departments = () => trx.updateTable('organisation').where('partOfId', '=', id);
	if (before.kind !== after.kind)
		await departments().where('kind', '=', before.kind).set({ kind: after.kind }).execute();
	if (before.side !== after.side)
		await departments().where('side', '=', before.side).set({ side: after.side }).execute();
}
