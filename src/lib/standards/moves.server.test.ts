import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '#lib/accounts/account.ts';
import { addComment, answerComment, commentsOf } from './consultations.server.ts';
import { entriesOf, fixEntry } from './entries.server.ts';
import { fingerprintOf } from './fingerprint.server.ts';
import { correctionsOf, correctSignature, recordSignature, signatureLines } from './signatures.server.ts';
import { standardFor, wayOfStandard } from './standards.server.ts';
import { partiesOf, versionInForce } from './versions.server.ts';
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
	write,
	fill,
	decide,
	agree,
	inForce
} from '../../../tests/support/agreement.ts';

beforeEach(beginAgreement);

describe('the way', () => {
	it('says what is missing and writes nothing', async () => {
		await move('drafting');
		expect(await move('consultation')).toEqual({
			...{ refused: 'missing', reasons: ['scope', 'steps', 'closing_day'] }
		});
		expect(await move('parked', { reason: 'x' }, by, provider)).toEqual({ refused: 'not_allowed' });
		expect((await wayOfStandard(db, id)).map(({ state }) => state)).toEqual(['idea', 'drafting']);
	});

	it('asks every organisation of the circle; each comment is answered before the circle decides', async () => {
		await fill();
		await move('drafting');
		expect(await move('consultation', { closesOn: '2026-12-01' })).toMatchObject({ reasons: ['three_weeks'] });
		expect(await move('consultation', { closesOn: '2026-12-17' })).toBe('moved');
		expect(await write('preamble', [['text', 'x']])).toMatchObject({ refused: 'consulting' });
		const say = async (who: Account, organisationId: string, actor = by) =>
			addComment(db, actor, who, await now(who), { section: 'scope', organisationId, text: 'Zu eng.' });
		const comment = (await say(provider, 'org-p14')) as string;
		expect(await say(provider, 'org-p01')).toEqual({ refused: 'not_asked' });
		expect(await say(kreis, 'org-schule')).toEqual({ refused: 'not_asked' });
		expect(await say(provider, 'org-p14', onDay('2026-12-18'))).toEqual({ refused: 'closed' });
		const late = onDay('2026-12-18');
		expect(await move('ready_for_decision')).toMatchObject({ reasons: ['consultation_open', 'comments'] });
		expect(await move('ready_for_decision', {}, late)).toMatchObject({ reasons: ['comments'] });
		const answer = { commentId: comment, outcome: 'partly' as const, text: 'Region ergänzt.' };
		expect(await answerComment(db, late, await now(provider), answer)).toEqual({ refused: 'not_allowed' });
		expect(await answerComment(db, late, await now(), answer)).toBe(true);
		expect(await commentsOf(db, id)).toMatchObject([{ outcome: 'partly', answer: 'Region ergänzt.' }]);
		expect(await move('ready_for_decision', {}, late)).toBe('moved');
		expect(await answerComment(db, late, await now(), answer)).toEqual({ refused: 'closed' });
		expect(await write('preamble', [['text', 'x']])).toMatchObject({ refused: 'deciding' });
	});

	it('is agreed by an adopted decision only, which freezes the version', async () => {
		await fill();
		await move('drafting');
		await move('consultation', { closesOn: '2026-12-17' });
		await move('ready_for_decision', {}, onDay('2026-12-18'));
		expect(await move('agreed')).toMatchObject({ reasons: ['decision'] });
		await decide('de-noted', '2026-12-19', { method: 'acknowledged' });
		expect(await move('agreed')).toMatchObject({ reasons: ['decision'] });
		await decide('de-early', '2026-11-01');
		expect(await move('agreed')).toMatchObject({ reasons: ['decision_outdated'] });
		await decide('de-neu', '2026-12-19');
		expect(await move('agreed', {}, onDay('2026-12-20'))).toBe('moved');
		const version = await draft();
		expect(version.hash).toBe(fingerprintOf(version.text, await partiesOf(db, version.id)));
		expect(
			await db.selectFrom('standardAgreement').where('versionId', '=', version.id).selectAll().execute()
		).toMatchObject([{ agreedOn: '2026-12-19', decisionId: 'de-neu' }]);
		expect(await write('preamble', [['text', 'x']])).toMatchObject({ refused: 'frozen' });
	});

	it('keeps what was agreed from being changed by SQL', async () => {
		await agree();
		const versionId = (await draft()).id;
		const party = sql.lit(versionId);
		for (const statement of [
			sql`update version set content = '{}' where id = ${party}`,
			sql`delete from version where id = ${party}`,
			sql`update version_freeze set hash = 'x'`,
			sql`delete from version_freeze`,
			sql`update version_party set signs = 0 where version_id = ${party}`,
			sql`delete from version_party where version_id = ${party}`,
			sql`insert into version_party values (${party}, 'org-p05', '', 0)`,
			sql`update standard_agreement set agreed_on = '2020-01-01'`,
			sql`delete from standard_agreement`,
			sql`update standard_state set state = 'idea'`
		])
			await expect(statement.execute(db)).rejects.toThrow(/agree|record|way/);
	});

	it('comes into force with outstanding signatures only when its text says so, and shows them', async () => {
		await agree();
		const days = { inForceOn: '2027-01-01', reviewDueOn: '2027-12-31' };
		expect(await move('in_force', days, onDay('2027-01-02'))).toMatchObject({ reasons: ['signatures'] });
		expect(await move('signing', {}, onDay('2026-12-20'))).toBe('moved');
		const sign = async (organisationId: string, more: object = {}) =>
			recordSignature(db, onDay('2026-12-21'), await now(), {
				...{ organisationId, signedOn: '2026-12-21', signatory: 'Leitung', form: 'paper' as const, ...more }
			});
		expect(await sign('org-p01', { signedOn: '2026-12-22' })).toEqual({ refused: 'too_late' });
		expect(await sign('org-p01')).toBe('signed');
		expect(await sign('org-p01')).toEqual({ refused: 'signed' });
		expect(await sign('org-schule')).toBe('joined');
		const version = await draft();
		const open = async () =>
			(await signatureLines(db, version.id)).filter(({ signature }) => !signature).map((one) => one.organisationId);
		expect(await open()).toEqual(['org-ja-kreis', 'org-ja-stadt']);
		const correction = { organisationId: 'org-p01', reason: 'Falsche Stelle' };
		expect(await correctSignature(db, by, await now(provider), correction)).toEqual({ refused: 'not_allowed' });
		expect(await correctSignature(db, by, await now(), correction)).toBe(true);
		expect(await correctionsOf(db, version.id)).toMatchObject([{ reason: 'Falsche Stelle', signedOn: '2026-12-21' }]);
		await expect(sql`delete from signature_correction`.execute(db)).rejects.toThrow(/record/);
		expect(await open()).toHaveLength(3);
	});

	it('has a day for all, a day of its own for a youth office, and waits for a day to come', async () => {
		await agree();
		for (const organisationId of ['org-ja-kreis', 'org-ja-stadt', 'org-p01'])
			await recordSignature(db, onDay('2026-12-20'), await now(), {
				...{ organisationId, signedOn: '2026-12-20', signatory: 'Leitung', form: 'paper' }
			});
		const days = {
			...{ inForceOn: '2027-01-01', reviewDueOn: '2027-12-31' },
			offices: [{ organisationId: 'org-ja-stadt', inForceOn: '2027-03-01' }]
		};
		expect(await move('in_force', days, onDay('2026-12-21'))).toBe('planned');
		expect((await now()).state).toBe('agreed');
		const isIn = async (day: string, who?: string) => (await versionInForce(db, id, who, day)) !== undefined;
		expect([await isIn('2026-12-31'), await isIn('2027-01-01')]).toEqual([false, true]);
		expect(await isIn('2027-02-01', 'org-ja-stadt')).toBe(false);
		expect(await isIn('2027-03-01', 'org-ja-stadt')).toBe(true);
		const fix = async (organisationId: string) =>
			fixEntry(db, by, await now(), { organisationId, inForceOn: '2027-02-01' });
		expect(await fix('org-p01')).toEqual({ refused: 'no_office' });
		expect(await fix('org-ja-stadt')).toBe(true);
		expect(await isIn('2027-02-01', 'org-ja-stadt')).toBe(true);
		expect(await move('in_force', { ...days, offices: [] }, onDay('2027-01-01'))).toBe('moved');
	});

	it('takes the place of another when it comes into force', async () => {
		await db.updateTable('standard').set({ supersedesId: 'std-5' }).where('id', '=', id).execute();
		await inForce();
		expect((await standardFor(db, kreis, 'std-5'))?.state).toBe('superseded');
		expect((await entriesOf(db, 'std-5'))[0]?.endsOn).toBe('2026-12-31');
	});
});
