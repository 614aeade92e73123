import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { differenceOf, versionDifference } from './difference.ts';
import type { StandardText } from './standardText.ts';

it('gives both wordings back, whatever they are', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (older, newer) => {
			const pieces = differenceOf(older, newer);
			const without = (kind: string) =>
				pieces
					.filter((piece) => piece.kind !== kind)
					.map(({ text }) => text)
					.join('');
			expect(without('removed')).toBe(newer);
			expect(without('added')).toBe(older);
		})
	);
});

it('shows the pending draft of the crisis agreement word by word, and nothing else', async () => {
	const db = await freshDatabase();
	await loadRegion(db, '2026-11-26T08:00:00.000Z');
	const read = async (id: string) => {
		const { content } = await db.selectFrom('version').where('id', '=', id).select('content').executeTakeFirstOrThrow();
		return JSON.parse(content) as StandardText;
	};
	const found = versionDifference(await read('std-5-v1'), await read('std-5-v2'));
	expect(found.map(({ section, lines }) => [section, lines.map(({ heading }) => heading)])).toEqual([
		['steps', ['8', '8']]
	]);
	expect(found[0]?.lines.map(({ pieces }) => pieces)).toEqual([
		[
			{ kind: 'same', text: 'Entlassgespräch mit jungem Menschen und gesetzlicher Vertretung' },
			{ kind: 'added', text: '; keine Entlassung am Freitag ohne Absprache' }
		],
		[
			{ kind: 'same', text: 'spätestens zwei Werktage vor ' },
			{ kind: 'added', text: 'der ' },
			{ kind: 'same', text: 'Entlassung' }
		]
	]);
});

it('compares a step with itself although others moved', () => {
	const text = (ids: string[]) =>
		({
			steps: ids.map((id) => ({ id, title: id, phase: 'acute', parallel: null, responsible: [], involved: [] }))
		}) as unknown as StandardText;
	const filled = (ids: string[]) =>
		({
			...({ aims: [], terms: [], legalBases: [], attachments: [], preamble: '', participation: '' } as object),
			...{ dataProtection: '', conflictRule: '', quality: '', duration: '' },
			...{ scope: { helpTypes: [], targetGroup: '', region: '', trigger: '' } },
			...text(ids)
		}) as unknown as StandardText;
	const [steps] = versionDifference(filled(['a', 'b', 'c']), filled(['b', 'c', 'd']));
	expect(steps?.lines.map(({ pieces }) => pieces)).toEqual([
		[{ kind: 'added', text: 'd' }],
		[{ kind: 'added', text: 'Im Fall' }],
		[{ kind: 'removed', text: 'a' }],
		[{ kind: 'removed', text: 'Im Fall' }]
	]);
});

it('shows when somebody else becomes responsible, and with what a step begins together', async () => {
	const db = await freshDatabase();
	await loadRegion(db, '2026-11-26T08:00:00.000Z');
	const { content } = await db
		.selectFrom('version')
		.where('id', '=', 'std-5-v1')
		.select('content')
		.executeTakeFirstOrThrow();
	const older = JSON.parse(content) as StandardText;
	const steps = older.steps.map((step, index) =>
		index === 1 ? { ...step, responsible: [{ organisationId: 'org-x' }], parallel: null } : step
	);
	const [difference] = versionDifference(older, { ...older, steps }, { 'org-x': 'Nachtlicht' });
	expect(difference?.lines.map(({ pieces }) => pieces.map(({ kind, text }) => `${kind} ${text}`))).toEqual([
		['removed gleichzeitig (A)'],
		['removed Freier Träger', 'added Nachtlicht']
	]);
});
