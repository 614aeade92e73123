import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '#lib/accounts/account.ts';
import { setRule } from '#lib/circles/circleRules.server.ts';
import { circleFor } from '#lib/circles/circles.server.ts';
import type { Database } from '#lib/db/database.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import type { DecisionInput, VoteInput } from './decision.form.ts';
import { closeDecision, decisionFor, decisionParts, proposeDecision, withdrawDecision } from './decisions.server.ts';
import { decisionsOfCircle, searchDecisions } from './register.server.ts';
import { rowAsShown } from './decision.ts';
import { readVotes } from './voteRows.form.ts';
import { castVote, castVotes, improveWording, mayVote, recordDissent } from './votes.server.ts';

const NOW = '2026-11-26T08:00:00.000Z';
const TODAY = '2026-11-26';
const by = { accountId: null, name: 'Test', at: NOW };
const account = (organisationId: string | null, more: Partial<Account> = {}): Account => ({
	...{ id: 'a', email: 'a@example.org', name: 'A', organisationName: '', organisationShortName: '', language: 'de' },
	...{ organisationId, isAdministrator: false, organizes: true, ...more }
});
const kreis = account('org-ja-kreis');
const kompass = account('org-p06', { organizes: false });
const input: DecisionInput = {
	...{ title: 'Bereitschaft', wording: 'Die Liste wird geführt.', reasons: '', method: 'simple_majority' as const },
	...{ votesUntilOn: null, gatheringId: null, minutesItemId: null, findingId: null, standardId: null, versionId: null }
};
const vote = (organisationId: string, choice: VoteInput['choice'], reason = ''): VoteInput => ({
	...{ organisationId, choice, castBy: 'seat' as const, reason }
});

let db: Database;
beforeEach(async () => {
	db = await freshDatabase();
	await loadRegion(db, NOW);
});

async function propose(more: Partial<DecisionInput> = {}) {
	const circle = (await circleFor(db, kreis, 'circle-tt'))!;
	const id = (await proposeDecision(db, by, circle, { ...input, ...more })) as string;
	return async (as: Account = kreis) => (await decisionFor(db, as, id))!;
}
const others = ['org-p01', 'org-p02', 'org-p03', 'org-p04', 'org-p05', 'org-p07', 'org-p08', 'org-p09'].map((id) =>
	vote(id, 'yes')
);
const offices = [vote('org-ja-kreis', 'yes'), vote('org-ja-stadt', 'yes')];

it('is put, voted on and answered by the rule of the circle; dissent stays with it', async () => {
	const read = await propose();
	expect((await read()).number).toBe(9);
	await castVotes(db, by, kreis, await read(), [...offices, ...others, vote('org-p06', 'no')]);
	await recordDissent(db, by, await read(), { organisationId: 'org-p06', text: 'Zu viel Aufwand.' });
	expect(await closeDecision(db, by, await read(), TODAY)).toBe('adopted');
	const { outcome } = await read();
	expect(outcome?.sentence).toBe(
		'Angenommen (10 Ja, 1 Nein, 0 Enthaltungen): 10 von 11 Stimmen sind mehr als die Hälfte; jedes Jugendamt und die Mehrheit der Träger stimmten zu; 11 von 16 stimmberechtigten Organisationen nahmen teil.'
	);
	const parts = await decisionParts(db, await read(), TODAY);
	expect(parts.dissent).toEqual([{ organisationId: 'org-p06', shortName: 'Kompassrose', text: 'Zu viel Aufwand.' }]);
});

it('takes an objection in: the next round starts without voices, the first wording stays', async () => {
	const read = await propose({ method: 'consent' });
	await castVotes(db, by, kreis, await read(), [...offices, ...others, vote('org-p08', 'objection', 'Fristen')]);
	expect((await decisionParts(db, await read(), TODAY)).forecast).toContain('schwerwiegender Einwand von Zwischenhalt');
	expect(await improveWording(db, by, await read(), 'Die Liste wird monatlich geführt.')).toBe(2);
	const parts = await decisionParts(db, await read(), TODAY);
	expect(parts.rounds.map(({ wording }) => wording)).toEqual([
		'Die Liste wird geführt.',
		'Die Liste wird monatlich geführt.'
	]);
	await castVotes(db, by, kreis, await read(), [...offices, ...others]);
	expect(await closeDecision(db, by, await read(), TODAY)).toBe('adopted');
});

describe('the written procedure', () => {
	it('lets each organisation cast its own voice until the last day, and is answered after it', async () => {
		const read = await propose({ votesUntilOn: '2026-11-28' });
		expect(mayVote(await read(kompass), kompass, TODAY)).toBe(true);
		expect(await castVote(db, by, kompass, await read(kompass), vote('org-p06', 'yes'))).toBe(true);
		expect(await castVote(db, by, kompass, await read(kompass), vote('org-p07', 'yes'))).toEqual({
			refused: 'not_allowed'
		});
		expect(await closeDecision(db, by, await read(), TODAY)).toEqual({ refused: 'too_early' });
		const late = { ...by, at: '2026-11-29T08:00:00.000Z' };
		expect(await castVote(db, late, kompass, await read(kompass), vote('org-p06', 'no'))).toEqual({
			refused: 'not_allowed'
		});
		expect(await closeDecision(db, late, await read(), '2026-11-29')).toBe('no_quorum');
	});

	it('cannot end in the past', async () => {
		const circle = (await circleFor(db, kreis, 'circle-tt'))!;
		expect(await proposeDecision(db, by, circle, { ...input, votesUntilOn: '2026-11-25' })).toEqual({
			refused: 'past_deadline'
		});
	});
});

it('keeps the rule under which it was asked', async () => {
	const read = await propose({ method: 'qualified_majority' });
	const circle = (await circleFor(db, kreis, 'circle-tt'))!;
	const rule = {
		abstentions: 'not_counted' as const,
		needsEachBank: 0 as const,
		silenceIsYes: 0 as const,
		noticeDays: 7
	};
	const people = { chair: '', minuteTaker: '' };
	const set = { method: 'consensus' as const, majorityPercent: 90, quorumPercent: 100, ...rule, ...people };
	expect(await setRule(db, by, circle, set)).toBe(true);
	expect(await setRule(db, by, circle, { ...set, chair: 'Niemand' })).toEqual({ refused: 'unknown_chair' });
	expect((await read()).rule).toMatchObject({ majorityPercent: 67, quorumPercent: 50, needsEachBank: true });
	expect((await (await propose())()).rule).toMatchObject({ majorityPercent: 90, quorumPercent: 100 });
});

it('refuses guests, strangers, foreign parts and whoever does not manage the circle', async () => {
	const read = await propose();
	expect(await castVote(db, by, kreis, await read(), vote('org-kjp', 'yes'))).toEqual({ refused: 'no_seat' });
	const circle = (await circleFor(db, kreis, 'circle-tt'))!;
	expect(await proposeDecision(db, by, { ...circle, manages: false }, input)).toEqual({ refused: 'not_allowed' });
	expect(await proposeDecision(db, by, circle, { ...input, gatheringId: 'sg-1-date-1' })).toEqual({
		refused: 'foreign'
	});
	expect(await proposeDecision(db, by, circle, { ...input, versionId: 'std-5-v1' })).toEqual({ refused: 'foreign' });
	expect(await decisionFor(db, account('org-schule'), 'de-2-3')).toBeUndefined();
	expect(await closeDecision(db, by, await read(kompass), TODAY)).toEqual({ refused: 'not_allowed' });
});

it('cannot be changed once taken, neither by its functions nor by SQL', async () => {
	const taken = (await decisionFor(db, kreis, 'de-2-3'))!;
	expect(await castVote(db, by, kreis, taken, vote('org-p06', 'yes'))).toEqual({ refused: 'taken' });
	expect(await improveWording(db, by, taken, 'x')).toEqual({ refused: 'taken' });
	expect(await recordDissent(db, by, taken, { organisationId: 'org-p06', text: 'x' })).toEqual({ refused: 'taken' });
	expect(await closeDecision(db, by, taken, TODAY)).toEqual({ refused: 'taken' });
	expect(await withdrawDecision(db, by, taken)).toEqual({ refused: 'taken' });
	for (const statement of [
		sql`update decision set wording = 'x' where id = 'de-2-3'`,
		sql`delete from decision where id = 'de-2-3'`,
		sql`update vote set choice = 'yes' where decision_id = 'de-2-3'`,
		sql`delete from vote where decision_id = 'de-2-3'`,
		sql`insert into vote values ('de-2-3', 2, 'org-p06', 'yes', 'seat', '', '', '')`,
		sql`insert into decision_round values ('de-2-3', 2, 'x', '')`,
		sql`update decision_round set wording = 'x' where decision_id = 'de-2-3'`,
		sql`delete from dissenting_opinion where decision_id = 'de-2-3'`,
		sql`update decision_outcome set result = 'rejected' where decision_id = 'de-2-3'`,
		sql`delete from decision_outcome where decision_id = 'de-2-3'`
	]) {
		await expect(statement.execute(db)).rejects.toThrow('a decision once taken cannot be changed');
	}
});

describe('the register', () => {
	it('finds by word, circle and year, only in the own circles', async () => {
		const ask = { words: '', circle: '', year: '', result: '' as const, page: 1 };
		expect((await searchDecisions(db, kompass, ask)).found).toHaveLength(8);
		const found = await searchDecisions(db, kompass, { ...ask, words: 'Jugendhilfeausschüsse' });
		expect(found.found.map(({ id }) => id)).toEqual(['de-2-3']);
		expect((await searchDecisions(db, kompass, { ...ask, words: '100%' })).found).toEqual([]);
		expect((await searchDecisions(db, kompass, { ...ask, year: '2001' })).found).toEqual([]);
		expect((await searchDecisions(db, kompass, { ...ask, result: 'adopted' })).found).toHaveLength(8);
		expect((await searchDecisions(db, kompass, { ...ask, result: 'open' })).found).toEqual([]);
		expect((await searchDecisions(db, account('org-schule'), ask)).found).toEqual([]);
	});

	it('shows open questions first, and those taken back as withdrawn', async () => {
		const read = await propose();
		expect((await decisionsOfCircle(db, 'circle-tt'))[0]?.number).toBe(9);
		expect(await withdrawDecision(db, by, await read())).toBe(true);
		expect((await read()).outcome?.result).toBe('withdrawn');
	});
});

it('reads the table of voices by row and names the one without a reason', () => {
	const rows = {
		organisationId: ['a', 'b'],
		choice: ['yes', 'objection'],
		castBy: ['seat', 'deputy'],
		reason: ['', '']
	};
	expect(readVotes(rows)).toEqual({ issues: { b: expect.stringContaining('Begründung') } });
	expect(readVotes({ ...rows, reason: ['', 'weil'] })).toMatchObject({
		votes: [{ choice: 'yes' }, { reason: 'weil' }]
	});
});

it('leaves out the rows of the table that nobody touched, also a reason of several lines', () => {
	const rows = {
		organisationId: ['a', 'b', 'c'],
		choice: ['none', 'no', 'yes'],
		castBy: ['seat', 'seat', 'seat'],
		reason: ['', 'Zu spät.Zu viel.', ''],
		shown: [
			rowAsShown('none', 'seat', ''),
			rowAsShown('no', 'seat', 'Zu spät.\nZu viel.'),
			rowAsShown('no', 'seat', '')
		]
	};
	expect(readVotes(rows)).toEqual({ votes: [{ organisationId: 'c', choice: 'yes', castBy: 'seat', reason: '' }] });
});
