import { beforeEach, describe, expect, it } from 'vitest';
import { readForm } from '#lib/web/form.ts';
import { labelVersion, startVersion } from './revisions.server.ts';
import { type ReviewInput, reviewShape } from './review.form.ts';
import { recordReview, reviewsOf } from './reviews.server.ts';
import { versionInForce, versionsOf } from './versions.server.ts';
import {
	kreis,
	provider,
	onDay,
	by,
	db,
	id,
	beginAgreement,
	now,
	draft,
	move,
	decide,
	agree,
	inForce
} from '../../../tests/support/agreement.ts';

beforeEach(beginAgreement);

describe('the review', () => {
	const review = (more: Partial<ReviewInput>): ReviewInput => ({
		...{ reviewedOn: '2027-06-01', gatheringId: null, developments: 'mehr', challenges: 'wenig', quality: 'gut' },
		...{ answers: [{ organisationId: 'org-p01', works: 'yes', text: 'hilft' }], reviewDueOn: '2028-06-01', label: '' },
		...{ outcome: 'renew', decisionId: 'de-review', ...more }
	});
	const record = async (more: Partial<ReviewInput>, who = kreis) =>
		recordReview(db, onDay('2027-06-01'), await now(who), review(more));

	beforeEach(async () => {
		await inForce();
		await decide('de-review', '2027-06-01');
	});

	it('renews by a decision of the circle until the next one', async () => {
		expect(await record({}, provider)).toEqual({ refused: 'not_allowed' });
		expect(await record({ decisionId: 'none' })).toEqual({ refused: 'decision' });
		expect(await record({ reviewedOn: '2027-06-02' })).toEqual({ refused: 'too_late' });
		await record({});
		expect(await now()).toMatchObject({ state: 'in_force', reviewDueOn: '2028-06-01' });
		expect(await reviewsOf(db, id)).toMatchObject([{ outcome: 'renew', answers: [{ works: 'yes', text: 'hilft' }] }]);
	});

	it('revises in a new draft while the older version stays in force, and takes it through the same way', async () => {
		await record({ outcome: 'revise', label: '1.1-Entwurf' });
		expect((await now()).state).toBe('under_review');
		expect(await draft()).toMatchObject({ number: 2, label: '1.1-Entwurf', frozenAt: null });
		expect((await draft()).text.steps).toEqual((await versionsOf(db, id))[1]?.text.steps);
		const later = onDay('2027-06-02');
		expect(await move('consultation', { closesOn: '2027-06-25' }, later)).toBe('moved');
		expect(await move('parked', { reason: 'x' }, later)).toMatchObject({ reasons: ['no_way'] });
		expect((await versionInForce(db, id, undefined, '2027-06-02'))?.number).toBe(1);
		expect(await move('ready_for_decision', {}, onDay('2027-06-26'))).toBe('moved');
		await decide('de-1.1', '2027-06-27');
		expect(await move('agreed', {}, onDay('2027-06-27'))).toBe('moved');
		expect((await versionInForce(db, id, undefined, '2027-06-28'))?.number).toBe(1);
	});

	it('retires: out of force from that day', async () => {
		await record({ outcome: 'retire' });
		expect((await now()).state).toBe('repealed');
		expect(await versionInForce(db, id, undefined, '2027-06-02')).toBeUndefined();
	});

	it('has shapes that ask for the next day and for a label', () => {
		const typed = new FormData();
		for (const [name, value] of Object.entries({
			reviewedOn: '2027-06-01',
			developments: 'a',
			challenges: 'b',
			quality: 'c'
		}))
			typed.set(name, value);
		typed.set('decisionId', 'x');
		typed.set('outcome', 'renew');
		expect(readForm(reviewShape, typed)).toMatchObject({ issues: { reviewDueOn: expect.any(String) as string } });
		typed.set('outcome', 'revise');
		expect(readForm(reviewShape, typed)).toMatchObject({ issues: { label: expect.any(String) as string } });
	});
});

it('begins further versions of a draft; labels are used once', async () => {
	const begin = async (label: string, who = kreis) =>
		startVersion(db, by, await now(who), { label, changeNote: 'Frist' });
	expect(await begin('0.1')).toEqual({ refused: 'label' });
	expect(await begin('0.2', provider)).toEqual({ refused: 'not_allowed' });
	await begin('0.2');
	expect((await versionsOf(db, id)).map(({ label }) => label)).toEqual(['0.2', '0.1']);
	expect(await labelVersion(db, by, await now(), { label: '0.3', changeNote: '' })).toBe(true);
	expect((await draft()).label).toBe('0.3');
	await agree();
	expect(await begin('1.0')).toEqual({ refused: 'frozen' });
});
