import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { readForm } from '#lib/web/form.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { addComment, answerComment, commentsOf } from './consultations.server.ts';
import { confirmContact, contactsOf, moveContact, removeContact, saveContact } from './contacts.server.ts';
import { createStandard } from './create.server.ts';
import { entriesOf, fixEntry } from './entries.server.ts';
import { fingerprintOf } from './fingerprint.server.ts';
import { moveStandard } from './moves.server.ts';
import { type MoveInput, moveShape } from './move.form.ts';
import { labelVersion, startVersion } from './revisions.server.ts';
import { type ReviewInput, reviewShape } from './review.form.ts';
import { recordReview, reviewsOf } from './reviews.server.ts';
import { saveTypedSection } from './saveSection.server.ts';
import { correctionsOf, correctSignature, recordSignature, signatureLines } from './signatures.server.ts';
import type { Standard } from './standard.ts';
import { standardFor, wayOfStandard } from './standards.server.ts';
import { EMPTY_STEP } from './step.form.ts';
import { basisOf, basisOfStep, removeStep, restoreStep, saveStep, shiftStep } from './text.server.ts';
import { currentVersion, partiesOf, versionInForce, versionsOf } from './versions.server.ts';

const account = (organisationId: string | null, more: Partial<Account> = {}): Account => ({
	...{ id: 'a', email: 'a@example.org', name: 'A', organisationName: '', organisationShortName: '', language: 'de' },
	...{ organisationId, isAdministrator: false, organizes: true, ...more }
});
const kreis = account('org-ja-kreis');
const provider = account('org-p14', { organizes: false });
const onDay = (day: string): Actor => ({ accountId: null, name: 'Test', at: `${day}T09:00:00.000Z` });
const by = onDay('2026-11-26');

let db: Database;
let id: string;
beforeEach(async () => {
	db = await freshDatabase();
	await loadRegion(db, '2026-10-20T08:00:00.000Z');
	const input = { title: 'Neu', circleId: 'circle-tt', kind: 'cooperation_agreement' as const };
	id = (await createStandard(db, by, kreis, {
		...input,
		...{ findingId: null, drafterId: null, supersedesId: null }
	})) as string;
});

const now = async (who = kreis) => (await standardFor(db, who, id)) as Standard;
const draft = async () => (await currentVersion(db, id))!;
const plan = (more: Partial<MoveInput> = {}): MoveInput => {
	const form = readForm(moveShape, new FormData());
	if (!('data' in form)) throw new Error('an empty form is a plan');
	return { ...form.data, ...more };
};
const move = async (to: Standard['state'], more: Partial<MoveInput> = {}, actor = by, who = kreis) =>
	moveStandard(db, actor, await now(who), to, plan(more));

async function write(section: Parameters<typeof saveTypedSection>[3], fields: [string, string][], basis?: string) {
	const form = new FormData();
	form.set('basis', basis ?? (await basisOf(db, await draft(), section)));
	for (const [name, value] of fields) form.append(name, value);
	return saveTypedSection(db, by, await now(), section, form);
}

const step = { ...EMPTY_STEP, title: 'Anrufen', responsible: [{ role: 'provider' as const }] };

async function fill() {
	await write('scope', [
		['region', 'Seetal'],
		['level', 'structure']
	]);
	await write('participation', [['text', 'wird gefragt']]);
	await write('dataProtection', [['text', 'ohne Namen']]);
	await write(
		'parties',
		['org-ja-kreis', 'org-ja-stadt', 'org-p01'].flatMap((one): [string, string][] => [
			['organisationId[]', one],
			['takesPart[]', one],
			['signs[]', one],
			['representedBy[]', 'die Leitung']
		])
	);
	await saveStep(db, by, await now(), { id: null, basis: '', step });
}

/** An adopted decision of the circle on this standard. */
async function decide(decisionId: string, decidedOn: string, more: object = {}) {
	const model = await db
		.selectFrom('decision')
		.where('circleId', '=', 'circle-tt')
		.selectAll()
		.executeTakeFirstOrThrow();
	const { last } = await db
		.selectFrom('decision')
		.select(({ fn }) => fn.max('number').as('last'))
		.executeTakeFirstOrThrow();
	await db
		.insertInto('decision')
		.values({
			...{ ...model, id: decisionId, number: last + 1, standardId: id, versionId: null, minutesItemId: null },
			...{ gatheringId: null, findingId: null, method: 'consent' as const, ...more }
		})
		.execute();
	await db
		.insertInto('decisionOutcome')
		.values({
			...{ decisionId, result: 'adopted', decidedOn, yes: 5, no: 0, abstained: 0, sentence: '' },
			...{ at: `${decidedOn}T10:00:00.000Z`, byName: 'Test' }
		})
		.execute();
}

async function agree() {
	await fill();
	await move('drafting');
	await move('consultation', { closesOn: '2026-12-17' });
	await move('ready_for_decision', {}, onDay('2026-12-18'));
	await decide('de-neu', '2026-12-19', { versionId: (await draft()).id });
	expect(await move('agreed', {}, onDay('2026-12-19'))).toBe('moved');
}

async function inForce() {
	await agree();
	await write('duration', []);
	for (const organisationId of ['org-ja-kreis', 'org-ja-stadt', 'org-p01'])
		await recordSignature(db, onDay('2026-12-20'), await now(), {
			...{ organisationId, signedOn: '2026-12-20', signatory: 'Leitung', form: 'paper' }
		});
	const days = { inForceOn: '2027-01-01', reviewDueOn: '2027-12-31' };
	expect(await move('in_force', days, onDay('2027-01-02'))).toBe('moved');
}

describe('the text', () => {
	it('is written section by section; a stale form writes nothing, another section is no obstacle', async () => {
		const old = await basisOf(db, await draft(), 'preamble');
		const scope = await basisOf(db, await draft(), 'scope');
		expect(await write('preamble', [['text', 'eins']])).toBe(true);
		expect(await write('preamble', [['text', 'zwei']], old)).toMatchObject({
			...{ refused: 'stale', values: { text: 'zwei' } }
		});
		expect(await write('scope', [['level', 'case']], scope)).toBe(true);
		expect((await draft()).text).toMatchObject({ preamble: 'eins', scope: { level: 'case' } });
		expect(await write('title', [['text', '']])).toMatchObject({ issues: { text: expect.any(String) as string } });
		await write('title', [['text', 'Neuer Titel']]);
		expect((await now()).title).toBe('Neuer Titel');
		await write('aims', [
			['text[]', 'Ziel'],
			['text[]', ''],
			['indicator[]', 'Zahl'],
			['indicator[]', '']
		]);
		expect((await draft()).text.aims).toEqual([{ text: 'Ziel', indicator: 'Zahl' }]);
		expect(await saveTypedSection(db, by, await now(provider), 'preamble', new FormData())).toMatchObject({
			refused: 'not_allowed'
		});
	});

	it('has steps that are added, written, moved, taken out and put back', async () => {
		const save = async (stepId: string | null, basis: string, title: string) =>
			saveStep(db, by, await now(), { id: stepId, basis, step: { ...step, title } });
		const [a, b] = [(await save(null, '', 'A')) as string, (await save(null, '', 'B')) as string];
		const steps = async () => (await draft()).text.steps;
		const titles = async () => (await steps()).map(({ title }) => title).join('');
		const basis = basisOfStep((await steps())[0]);
		expect(await save(a, basis, 'A2')).toBe(a);
		expect(await save(a, basis, 'A3')).toEqual({ refused: 'stale' });
		expect(await save('none', '', 'X')).toEqual({ refused: 'gone' });
		expect(await shiftStep(db, by, await now(), { id: b, direction: 'up' })).toBe(b);
		expect(await titles()).toBe('BA2');
		const gone = (await steps())[0]!;
		expect(await removeStep(db, by, await now(), b)).toBe(b);
		expect(await titles()).toBe('A2');
		expect(await restoreStep(db, by, await now(), { step: gone, at: 0 })).toBe(b);
		expect(await titles()).toBe('BA2');
		expect(await removeStep(db, by, await now(provider), b)).toEqual({ refused: 'not_allowed' });
	});

	it('has contacts that their own organisation confirms', async () => {
		const contact = { organisationId: 'org-p14', jobFunction: 'Leitung', name: '', deputy: '', phone: '' };
		const contactId = (await saveContact(db, by, await now(), {
			...{ ...contact, reachability: '', stepId: null, id: null }
		})) as string;
		expect(await confirmContact(db, onDay('2026-12-01'), provider, await now(provider), contactId)).toBe(true);
		expect(await contactsOf(db, id)).toMatchObject([{ jobFunction: 'Leitung', confirmedOn: '2026-12-01' }]);
		const other = account('org-p01', { organizes: false });
		expect(await confirmContact(db, by, other, await now(other), contactId)).toEqual({ refused: 'not_allowed' });
		expect(await removeContact(db, by, await now(provider), contactId)).toEqual({ refused: 'not_allowed' });
		const order = async () => (await contactsOf(db, (await now()).id)).map(({ id }) => id);
		const another = { ...contact, reachability: '', stepId: null, id: null };
		const second = (await saveContact(db, by, await now(), another)) as string;
		expect(await moveContact(db, by, await now(), { id: second, direction: 'up' })).toBe(true);
		expect(await moveContact(db, by, await now(), { id: second, direction: 'up' })).toBe(true);
		expect(await order()).toEqual([second, contactId]);
		expect(await moveContact(db, by, await now(provider), { id: second, direction: 'down' })).toEqual({
			refused: 'not_allowed'
		});
		expect(await removeContact(db, by, await now(), second)).toBe(true);
		expect(await removeContact(db, by, await now(), contactId)).toBe(true);
	});
});

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
