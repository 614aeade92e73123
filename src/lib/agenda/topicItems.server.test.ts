import { beforeEach, expect, it } from 'vitest';
import type { Circle } from '#lib/circles/circle.ts';
import { circleFor } from '#lib/circles/circles.server.ts';
import { isOpen, outcomeSentence } from '#lib/circles/topic.ts';
import { addTopic, parkTopic, reopenTopic, topicsOf } from '#lib/circles/topics.server.ts';
import type { Database } from '#lib/db/database.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { createGatheringOn, openTopicFor } from '#lib/gatherings/fromTopic.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { account } from '../../../tests/support/account.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { agendaOf } from './agenda.server.ts';
import { programmesAhead, takeTopicsBack, takeTopicsUp } from './topicItems.server.ts';

const NOW = '2026-11-26T08:00:00.000Z';
const by = { accountId: null, name: 'Test', at: NOW };
const kreis = account('org-ja-kreis');
const told = async () => {};
const plan = {
	...{ kind: 'provider_meeting' as const, title: 'Drittes Trägertreffen', subtitle: '', guidingQuestion: '', aims: '' },
	...{ dateOn: '2027-02-01', startTime: '09:00', endTime: '12:00', place: '', address: '', accessibility: '' },
	...{ onlineUrl: '', contactName: '', contactEmail: '', contactPhone: '', circleId: 'circle-tt' as string | null },
	hosts: ['org-ja-kreis']
};

let db: Database;
let circle: Circle;
let meeting: Gathering;
let first: string;
let second: string;
const open = async () => (await topicsOf(db, 'circle-tt')).filter(isOpen).map(({ title }) => title);

beforeEach(async () => {
	db = await freshDatabase();
	await loadRegion(db, NOW);
	circle = (await circleFor(db, kreis, 'circle-tt'))!;
	meeting = (await gatheringFor(db, kreis, (await createGatheringOn(db, by, kreis, '', plan)) as string))!;
	first = (await addTopic(db, by, circle, 'org-ja-kreis', {
		title: 'Rufbereitschaft',
		note: 'Wer ist wann da?'
	})) as string;
	second = (await addTopic(db, { ...by, at: '2026-11-26T09:00:00.000Z' }, circle, null, {
		title: 'Schulbegleitung',
		note: ''
	})) as string;
});

it('takes topics of members of today', async () => {
	const topic = { title: 'x', note: '' };
	expect(await addTopic(db, by, { ...circle, sits: false, manages: false }, null, topic)).toEqual({
		refused: 'not_allowed'
	});
	const member = (await circleFor(db, account('org-p14', { organizes: false }), 'circle-tt'))!;
	expect(member).toMatchObject({ sits: true, manages: false });
	expect(await addTopic(db, by, member, 'org-p14', topic)).toMatch(/^\w{12}$/);
	await db.updateTable('seat').set({ untilOn: '2026-11-25' }).where('organisationId', '=', 'org-p14').execute();
	expect(await circleFor(db, account('org-p14'), 'circle-tt')).toMatchObject({ sits: false, manages: false });
});

it('takes all open topics into the programme, one after the other, and back out again', async () => {
	expect(await takeTopicsUp(db, by, circle, meeting, 'all', told)).toEqual([first, second]);
	expect((await agendaOf(db, meeting.id)).map(({ title, startTime, note }) => [title, startTime, note])).toEqual([
		['Rufbereitschaft', '09:00', 'Wer ist wann da?'],
		['Schulbegleitung', '09:15', '']
	]);
	expect(await open()).toEqual([]);
	const [topic] = await topicsOf(db, 'circle-tt');
	expect(outcomeSentence(topic!.outcome!, (on) => on)).toBe('Programmpunkt: Drittes Trägertreffen, 2027-02-01.');
	expect(await takeTopicsUp(db, by, circle, meeting, 'all', told)).toEqual({ refused: 'none_open' });
	await takeTopicsBack(db, by, circle, meeting, [first]);
	await takeTopicsBack(db, by, circle, meeting, [first]);
	expect((await agendaOf(db, meeting.id)).map(({ title }) => title)).toEqual(['Schulbegleitung']);
	expect(await open()).toEqual(['Rufbereitschaft']);
	expect(await takeTopicsUp(db, by, circle, meeting, [first], told)).toEqual([first]);
});

it('takes them only into meetings of this circle, whole or not at all', async () => {
	expect(await takeTopicsUp(db, by, circle, { ...meeting, circleId: 'sg-1' }, 'all', told)).toEqual({
		refused: 'foreign_meeting'
	});
	expect(await takeTopicsUp(db, by, circle, { ...meeting, isCancelled: true }, 'all', told)).toEqual({
		refused: 'foreign_meeting'
	});
	expect(await takeTopicsUp(db, by, circle, meeting, ['none'], told)).toEqual({ refused: 'none_open' });
	const late = { ...meeting, startTime: '23:40' };
	expect(await takeTopicsUp(db, by, circle, late, 'all', told)).toEqual({ refused: 'past_midnight' });
	expect(await agendaOf(db, meeting.id)).toEqual([]);
	expect(await open()).toHaveLength(2);
});

it('offers programmes that lie ahead to their hosts', async () => {
	const titles = async (who = kreis, on = '2026-11-26') =>
		(await programmesAhead(db, who, circle, on)).map(({ title }) => title);
	expect(await titles()).toContain('Drittes Trägertreffen');
	expect(await titles(account('org-p14'))).toEqual([]);
	expect(await titles(kreis, '2028-01-01')).toEqual([]);
});

it('parks with a reason and opens again', async () => {
	const park = { topicId: first, reason: 'Erst nach der Sommerpause.' };
	expect(await parkTopic(db, by, { ...circle, manages: false }, park)).toEqual({ refused: 'not_allowed' });
	expect(await parkTopic(db, by, { ...circle, id: 'sg-1' }, park)).toEqual({ refused: 'gone' });
	expect(await reopenTopic(db, by, circle, first)).toEqual({ refused: 'not_open' });
	expect(await parkTopic(db, by, circle, park)).toBe(true);
	expect(await parkTopic(db, by, circle, park)).toEqual({ refused: 'not_open' });
	expect((await topicsOf(db, 'circle-tt'))[0]?.outcome).toMatchObject({ outcome: 'parked', reason: park.reason });
	expect(await reopenTopic(db, by, { ...circle, manages: false }, first)).toEqual({ refused: 'not_allowed' });
	expect(await reopenTopic(db, by, circle, 'none')).toEqual({ refused: 'gone' });
	// At the same instant as it was parked: what was written last counts.
	expect(await reopenTopic(db, by, circle, first)).toBe(true);
	expect(await open()).toEqual(['Rufbereitschaft', 'Schulbegleitung']);
});

it('is answered by a gathering made for it, in its own circle only', async () => {
	expect(await openTopicFor(db, account('org-p14', { organizes: false }), 'circle-tt', first)).toBeUndefined();
	await createGatheringOn(db, by, kreis, first, { ...plan, circleId: null });
	expect(await open()).toHaveLength(2);
	expect(await createGatheringOn(db, by, kreis, first, { ...plan, hosts: ['none'] })).toHaveProperty('refused');
	expect(await open()).toHaveLength(2);
	const id = await createGatheringOn(db, by, kreis, first, { ...plan, title: 'Fachtag Rufbereitschaft' });
	expect((await topicsOf(db, 'circle-tt'))[0]?.outcome).toMatchObject({ outcome: 'gathering', gatheringId: id });
	expect(await openTopicFor(db, kreis, 'circle-tt', first)).toBeUndefined();
});
