import { expect, it } from 'vitest';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { account } from '../../../tests/support/account.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { addAim, addReading, aimsOf, correctAim, removeAim, removeReading } from './aims.server.ts';
import { circleFor } from './circles.server.ts';

const NOW = '2026-11-26T08:00:00.000Z';
const by = { accountId: null, name: 'Test', at: NOW };
const aim = { text: 'Berichte kommen früher', indicator: 'Anteil rechtzeitiger Berichte', target: '90 %', dueOn: null };

it('keeps aims with what was read off, in the order of days', async () => {
	const db = await freshDatabase();
	await loadRegion(db, NOW);
	const circle = (await circleFor(db, account('org-ja-kreis'), 'circle-tt'))!;
	const reader = { ...circle, manages: false };
	const other = { ...circle, id: 'sg-1' };
	expect(await addAim(db, by, reader, aim)).toEqual({ refused: 'not_allowed' });
	const aimId = (await addAim(db, by, circle, aim)) as string;
	const reading = { aimId, readOn: '2026-11-20', value: '70 %', note: '' };
	expect(await addReading(db, by, reader, reading)).toEqual({ refused: 'not_allowed' });
	expect(await addReading(db, by, other, reading)).toEqual({ refused: 'gone' });
	expect(await addReading(db, by, circle, { ...reading, readOn: '2026-11-27' })).toEqual({ refused: 'future' });
	const late = (await addReading(db, by, circle, reading)) as string;
	await addReading(db, by, circle, { ...reading, readOn: '2026-06-01', value: '55 %', note: 'ohne Ferien' });
	expect((await aimsOf(db, 'circle-tt'))[0]?.readings.map(({ value }) => value)).toEqual(['55 %', '70 %']);

	expect(await correctAim(db, by, reader, aimId, aim)).toEqual({ refused: 'not_allowed' });
	expect(await correctAim(db, by, other, aimId, aim)).toEqual({ refused: 'gone' });
	expect(await correctAim(db, by, circle, aimId, { ...aim, dueOn: '2027-12-31' })).toBe(true);
	expect((await aimsOf(db, 'circle-tt'))[0]).toMatchObject({ dueOn: '2027-12-31', readings: [{}, {}] });

	expect(await removeReading(db, by, reader, late)).toEqual({ refused: 'not_allowed' });
	expect(await removeReading(db, by, other, late)).toEqual({ refused: 'gone' });
	expect(await removeReading(db, by, circle, late)).toEqual(reading);
	expect(await removeReading(db, by, circle, late)).toEqual({ refused: 'gone' });
	expect(await addReading(db, by, circle, reading)).toMatch(/^\w{12}$/);
	expect(await aimsOf(db, 'sg-1')).toEqual([]);

	expect(await removeAim(db, by, circle, aimId)).toEqual({ refused: 'has_readings' });
	const mistake = (await addAim(db, by, circle, aim)) as string;
	expect(await removeAim(db, by, reader, mistake)).toEqual({ refused: 'not_allowed' });
	expect(await removeAim(db, by, other, mistake)).toEqual({ refused: 'gone' });
	expect(await removeAim(db, by, circle, mistake)).toEqual(aim);
	expect(await aimsOf(db, 'circle-tt')).toHaveLength(1);
});
