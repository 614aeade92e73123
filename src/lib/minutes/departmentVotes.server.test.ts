import { expect, it } from 'vitest';
import { setRule } from '#lib/circles/circleRules.server.ts';
import { circleFor, createCircle } from '#lib/circles/circles.server.ts';
import { addSeat } from '#lib/circles/seats.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { addOrganisation } from '#lib/people/organisations.server.ts';
import { account } from '../../../tests/support/account.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import type { VoteInput } from './decision.form.ts';
import { closeDecision, decisionFor, proposeDecision } from './decisions.server.ts';
import { castVote } from './votes.server.ts';

const NOW = '2026-11-26T08:00:00.000Z';
const by = { accountId: null, name: 'Test', at: NOW };
const kreis = account('org-ja-kreis');
const vote = (organisationId: string, choice: VoteInput['choice']): VoteInput => ({
	...{ organisationId, choice, castBy: 'seat' as const, reason: '' }
});

it('the whole does not speak for its department, which counts in the bank of the youth offices', async () => {
	const db = await freshDatabase();
	await loadRegion(db, NOW);
	const pkd = await addOrganisation(db, by, {
		...{ name: 'Pflegekinderdienst', shortName: 'PKD', partOfId: 'org-ja-kreis', kind: '', side: '', town: '' },
		...{ mailDomain: '', dataProtectionLaw: 'DSGVO', sectors: [] }
	});
	const input = { name: 'Übergänge im Haus', kind: 'round_table' as const, purpose: '', rhythm: '' };
	const circle = (await circleFor(db, kreis, (await createCircle(db, by, kreis, input)) as string))!;
	const begins = { person: '', kind: 'voting' as const, sinceOn: '2026-01-01', termEndsOn: null };
	for (const organisationId of [pkd, 'org-p01', 'org-p02'])
		await addSeat(db, by, circle, { organisationId, ...begins });
	await setRule(db, by, circle, {
		...{ method: 'simple_majority', majorityPercent: 50, quorumPercent: 0, abstentions: 'not_counted' },
		...{ needsEachBank: 1, silenceIsYes: 0, noticeDays: 0, chair: '', minuteTaker: '' }
	});
	const id = (await proposeDecision(db, by, circle, {
		...{ title: 'Übergabe', wording: 'Übergaben geschehen zu dritt.', reasons: '', method: 'simple_majority' },
		...{ votesUntilOn: '2026-12-10', gatheringId: null, minutesItemId: null, findingId: null },
		...{ standardId: null, versionId: null }
	})) as string;
	const read = async (as = kreis) => (await decisionFor(db, as, id))!;

	const whole = account('org-ja-kreis', { organizes: false });
	expect(await castVote(db, by, whole, await read(whole), vote(pkd, 'yes'))).toEqual({ refused: 'not_allowed' });
	expect(await castVote(db, by, whole, await read(whole), vote('org-ja-kreis', 'yes'))).toBe(true);
	const own = account(pkd, { organizes: false });
	expect(await castVote(db, by, own, await read(own), vote('org-ja-kreis', 'no'))).toEqual({ refused: 'not_allowed' });
	expect(await castVote(db, by, own, await read(own), vote(pkd, 'no'))).toBe(true);
	for (const provider of ['org-p01', 'org-p02'])
		expect(await castVote(db, by, kreis, await read(), vote(provider, 'yes'))).toBe(true);

	// Three of four say yes; without the department there is no consent of each youth office.
	const later = { ...by, at: '2026-12-11T08:00:00.000Z' };
	expect(await closeDecision(db, later, await read(), '2026-12-11')).toBe('rejected');
	expect((await read()).outcome?.sentence).toContain('PKD');
});
