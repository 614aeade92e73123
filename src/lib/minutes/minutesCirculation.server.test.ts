import { beforeEach, describe, expect, it } from 'vitest';
import { amendMinutes, amendmentsOf, answerAmendment } from './amendments.server.ts';
import { circulateMinutes, circulationsOf } from './minutesCirculation.server.ts';
import { minutesContent } from './minutesContent.server.ts';
import { beginMinutes } from './minutesDraft.server.ts';
import { approveMinutes } from './minutesFinal.server.ts';
import { headOf } from './minutesHead.server.ts';
import { minutesState } from './minutesState.server.ts';
import { minutesToRead } from './minutesToRead.server.ts';
import {
	TODAY,
	by,
	member,
	reads,
	ID,
	db,
	meeting,
	beginMeeting,
	texts,
	circulated,
	amendment,
	answer,
	after
} from '../../../tests/support/meeting.ts';

beforeEach(beginMeeting);

describe('going round', () => {
	it('happens after the meeting, with a deadline that can only be extended', async () => {
		expect(await circulateMinutes(db, by, meeting, TODAY, TODAY)).toEqual({ refused: 'none' });
		await beginMinutes(db, by, meeting);
		expect(await circulateMinutes(db, by, meeting, '2026-10-14', '2026-10-14')).toEqual({ refused: 'early' });
		expect(await circulateMinutes(db, by, meeting, '2026-10-19', TODAY)).toEqual({ refused: 'past' });
		expect(await circulateMinutes(db, by, meeting, TODAY, TODAY)).toBe(true);
		expect(await circulateMinutes(db, by, meeting, TODAY, TODAY)).toEqual({ refused: 'shorter' });
		expect(await circulateMinutes(db, by, meeting, '2026-11-01', TODAY)).toBe(true);
		expect(await circulationsOf(db, ID)).toHaveLength(2);
		expect(await minutesState(db, ID)).toMatchObject({ state: 'circulated', commentsUntilOn: '2026-11-01' });
	});

	it('shows on the start page of members until the deadline', async () => {
		const lines = async (organisationId: string, todayOn: string) =>
			(await minutesToRead(db, { ...member, organisationId }, todayOn)).map(({ href }) => href);
		await beginMinutes(db, by, meeting);
		expect(await lines('org-p01', TODAY)).toEqual([]);
		await circulateMinutes(db, by, meeting, TODAY, TODAY);
		expect(await lines('org-p01', TODAY)).toEqual([`/gatherings/${ID}/minutes`]);
		expect(await lines('org-schule', TODAY)).toEqual([]);
		expect(await lines('org-p01', after)).toEqual([]);
		await circulateMinutes(db, by, meeting, after, TODAY);
		expect(await lines('org-p01', after)).toHaveLength(1);
		await approveMinutes(db, by, meeting, TODAY, '2026-10-22');
		expect(await lines('org-p01', TODAY)).toEqual([]);
	});

	it('needs an item', async () => {
		await beginMinutes(db, by, meeting);
		await db
			.deleteFrom('minutesItem')
			.where('minutesId', '=', (await headOf(db, ID))!.id)
			.execute();
		expect(await circulateMinutes(db, by, meeting, TODAY, TODAY)).toEqual({ refused: 'empty' });
	});
});

describe('amendments', () => {
	it('come from members until the deadline, from hosts until approval', async () => {
		await beginMinutes(db, by, meeting);
		const input = { itemId: null, text: 'x' };
		expect(await amendMinutes(db, by, member, ID, input, reads)).toEqual({ refused: 'draft' });
		await circulateMinutes(db, by, meeting, TODAY, TODAY);
		expect(await amendMinutes(db, by, member, ID, { ...input, itemId: 'tt-1-top-1' }, reads)).toEqual({
			refused: 'gone'
		});
		expect(typeof (await amendment())).toBe('string');
		expect(await amendMinutes(db, by, member, ID, input, { ...reads, todayOn: after })).toEqual({ refused: 'closed' });
		const host = await amendMinutes(db, by, member, ID, input, { manages: true, todayOn: after });
		expect(typeof host).toBe('string');
		expect((await amendmentsOf(db, ID)).map(({ organisation }) => organisation)).not.toContain('Nadja Wojciechowski');
		expect(await minutesState(db, ID)).toMatchObject({ openAmendments: 2, state: 'circulated' });
	});

	it('correct the wording when accepted: the old one stays beside it', async () => {
		await circulated();
		const itemId = (await texts())[1]!.id;
		const id = await amendment(itemId);
		const wording = 'Beide Häuser sollen melden.';
		expect(await answerAmendment(db, by, ID, answer(id, {}))).toEqual({ refused: 'unchanged' });
		expect(await answerAmendment(db, by, ID, answer(id, { facts: wording, revision: 7 }))).toEqual({
			refused: 'changed'
		});
		expect(await answerAmendment(db, by, ID, answer('nothing', { facts: wording }))).toEqual({ refused: 'gone' });
		expect(await answerAmendment(db, by, ID, answer(id, { facts: wording, answer: 'Gern.' }))).toBe(true);
		expect(await answerAmendment(db, by, ID, answer(id, { facts: 'y', revision: 2 }))).toEqual({ refused: 'answered' });
		const item = (await minutesContent(db, ID))!.items[1]!;
		expect(item.facts).toBe(wording);
		expect(item.corrections).toEqual([{ part: 'facts', before: '', after: wording, on: TODAY }]);
		expect(item.amendments).toMatchObject([{ isAccepted: true, answer: 'Gern.' }]);
		expect(await minutesState(db, ID)).toMatchObject({ state: 'amended' });
	});

	it('are rejected with a reason and change nothing', async () => {
		await circulated();
		const itemId = (await texts())[1]!.id;
		const id = await amendment(itemId);
		const no = answer(id, { verdict: 'rejected', facts: 'anders' });
		expect(await answerAmendment(db, by, ID, no)).toEqual({ refused: 'reason' });
		expect(await answerAmendment(db, by, ID, { ...no, answer: 'So wurde es besprochen.' })).toBe(true);
		const item = (await minutesContent(db, ID))!.items[1]!;
		expect([item.facts, item.corrections]).toEqual(['', []]);
	});
});
