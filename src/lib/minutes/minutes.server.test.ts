import { beforeEach, describe, expect, it } from 'vitest';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { gatheringById } from '#lib/gatherings/gatherings.server.ts';
import { circulateMinutes } from './minutesCirculation.server.ts';
import { minutesContent } from './minutesContent.server.ts';
import { beginMinutes } from './minutesDraft.server.ts';
import { correctHead, headOf } from './minutesHead.server.ts';
import { actOnItem } from './minutesItemAct.server.ts';
import {
	addMinutesItem,
	moveMinutesItem,
	removeMinutesItem,
	restoreMinutesItem,
	saveItems
} from './minutesItems.server.ts';
import { minutesPage } from './minutesPage.server.ts';
import { minutesState } from './minutesState.server.ts';
import { presenceToEdit } from './presence.server.ts';
import {
	NOW,
	TODAY,
	HELD,
	by,
	ID,
	db,
	meeting,
	beginMeeting,
	texts,
	titles,
	circulated
} from '../../../tests/support/meeting.ts';

beforeEach(beginMeeting);

describe('a draft', () => {
	it('grows out of the programme: opening first, breaks left out, any other business last', async () => {
		expect(await minutesState(db, ID)).toMatchObject({ state: 'none' });
		expect(typeof (await beginMinutes(db, by, meeting))).toBe('string');
		const items = await texts();
		expect(items.map(({ kind, title }) => [kind, title])).toEqual([
			['information', 'Begrüßung, Beschlussfähigkeit, Tagesordnung und Genehmigung des letzten Protokolls'],
			['information', 'Berichte aus den Häusern'],
			['decision', 'Meldebogen'],
			['review', 'Überprüfung Standard 5'],
			['information', 'Verschiedenes']
		]);
		expect(items[0]?.facts).toContain('noch nicht genehmigt');
		expect(await minutesState(db, ID)).toMatchObject({ state: 'draft' });
		expect(await beginMinutes(db, by, meeting)).toEqual({ refused: 'begun' });
	});

	it('takes the opening and any other business of the programme where it has them', async () => {
		await db.updateTable('agendaItem').set({ kind: 'welcome', title: 'Begrüßung' }).where('id', '=', 'a2').execute();
		await db.updateTable('agendaItem').set({ title: 'Verschiedenes' }).where('id', '=', 'a5').execute();
		await beginMinutes(db, by, meeting);
		expect(await titles()).toEqual(['Begrüßung', 'Meldebogen', 'Verschiedenes']);
	});

	it('names chair and minute taker by the rule of the circle and lists its seats', async () => {
		await beginMinutes(db, by, meeting);
		const content = await minutesContent(db, ID);
		expect(content).toMatchObject({ circle: 'Trägertreffen Birkenfurt-Seetal', dateOn: HELD, approvedOn: null });
		expect(content?.chair).not.toBe('');
		expect(content?.minuteTaker).toBe('Nadja Wojciechowski');
		const { voting, represented, needed, isMet } = content!.quorum;
		expect([voting, needed, isMet]).toEqual([16, 8, true]);
		expect(represented).toBe(16);
		expect(content?.quorumSentence).toBe(
			'Von 16 stimmberechtigten Organisationen sind 16 vertreten; nötig sind 8. Die Runde ist beschlussfähig.'
		);
	});

	it('belongs to meetings of a circle that take place', async () => {
		const conference = (await gatheringById(db, 'ev-1')) as Gathering;
		expect(await beginMinutes(db, by, conference)).toEqual({ refused: 'no_meeting' });
		expect(await beginMinutes(db, by, { ...meeting, isCancelled: true })).toEqual({ refused: 'cancelled' });
	});

	it('is hidden from members until it goes round', async () => {
		await beginMinutes(db, by, meeting);
		expect((await minutesPage(db, meeting, false)).content).toBeUndefined();
		expect((await minutesPage(db, meeting, false)).state.state).toBe('none');
		expect((await minutesPage(db, meeting, true)).content?.items).toHaveLength(5);
		await circulateMinutes(db, by, meeting, TODAY, TODAY);
		expect((await minutesPage(db, meeting, false)).content?.items).toHaveLength(5);
	});
});

describe('items', () => {
	beforeEach(async () => {
		await beginMinutes(db, by, meeting);
	});

	it('are saved as typed; one changed by somebody else meanwhile is left as it is', async () => {
		const [first, second] = await texts();
		const mine = [
			{ ...first!, facts: 'Neu' },
			{ ...second!, discussion: 'Kurz' }
		];
		const saved = await saveItems(db, by, ID, mine);
		expect(saved).toMatchObject({ conflicts: [], revisions: { [first!.id]: 2, [second!.id]: 2 } });
		const late = await saveItems(db, by, ID, [
			{ ...first!, facts: 'Von woanders' },
			{ ...second!, discussion: 'Kurz' }
		]);
		expect(late).toMatchObject({ conflicts: [{ id: first!.id, facts: 'Neu', revision: 2 }] });
		expect((await texts())[0]?.facts).toBe('Neu');
		expect(await saveItems(db, by, ID, [{ ...first!, id: 'tt-1-top-1', facts: 'Fremd' }])).toMatchObject({
			conflicts: []
		});
		const foreign = db.selectFrom('minutesItem').select('facts').where('id', '=', 'tt-1-top-1');
		expect((await foreign.executeTakeFirst())?.facts).not.toBe('Fremd');
	});

	it('are added, moved, taken away and put back', async () => {
		const id = (await addMinutesItem(db, by, ID, { title: 'Nachtrag', kind: 'discussion' })) as string;
		expect((await titles()).at(-1)).toBe('Nachtrag');
		expect(await moveMinutesItem(db, by, ID, id, 'up')).toBe(true);
		expect((await titles()).slice(-2)).toEqual(['Nachtrag', 'Verschiedenes']);
		expect(await moveMinutesItem(db, by, ID, 'nothing', 'up')).toEqual({ refused: 'gone' });
		const act = await actOnItem(db, by, ID, `remove:${id}`);
		expect(act).toMatchObject({ removed: { title: 'Nachtrag', position: 4 } });
		expect(await titles()).not.toContain('Nachtrag');
		const { removed } = act as { removed: Parameters<typeof restoreMinutesItem>[3] };
		expect(await restoreMinutesItem(db, by, ID, removed)).toBe(true);
		expect(await restoreMinutesItem(db, by, ID, removed)).toEqual({ refused: 'there' });
		expect((await titles()).slice(-2)).toEqual(['Nachtrag', 'Verschiedenes']);
		expect(await actOnItem(db, by, ID, '')).toBeUndefined();
	});

	it('stay when a task or a decision hangs on them', async () => {
		const [first] = await texts();
		const task = { circleId: 'circle-tt', gatheringId: ID, decisionId: null, personId: null, dueOn: null };
		await db
			.insertInto('task')
			.values({
				...task,
				id: 't',
				minutesItemId: first!.id,
				text: 'Raum',
				organisationId: 'org-p01',
				createdAt: NOW,
				byName: 'N'
			})
			.execute();
		expect(await removeMinutesItem(db, by, ID, first!.id)).toEqual({ refused: 'in_use' });
		expect((await minutesContent(db, ID))?.items[0]?.tasks).toMatchObject([{ text: 'Raum', dueOn: null, person: '' }]);
	});

	it('are no longer typed freely once the draft has gone round', async () => {
		await circulateMinutes(db, by, meeting, TODAY, TODAY);
		const [first] = await texts();
		const refused = { refused: 'circulated' };
		expect(await saveItems(db, by, ID, [{ ...first!, facts: 'x' }])).toEqual(refused);
		expect(await addMinutesItem(db, by, ID, { title: 'x', kind: 'review' })).toEqual(refused);
		expect(await moveMinutesItem(db, by, ID, first!.id, 'down')).toEqual(refused);
		expect(await removeMinutesItem(db, by, ID, first!.id)).toEqual(refused);
		expect(await restoreMinutesItem(db, by, ID, { ...first!, position: 0, agendaItemId: null })).toEqual(refused);
		expect(await saveItems(db, by, 'ev-1', [])).toEqual({ refused: 'none' });
	});
});

describe('head and presence list', () => {
	const line = (organisationId: string, kind: 'present' | 'excused' | 'deputy', name = '', partly = '') => {
		return { organisationId, name, kind, partly };
	};
	const head = async () => {
		const { id: _, ...rest } = (await headOf(db, ID))!;
		return rest;
	};

	it('carry the quorum: organisations with a vote, by seat or deputy, each once', async () => {
		await beginMinutes(db, by, meeting);
		const rows = [line('org-p01', 'present', 'A'), line('org-p01', 'deputy', 'B'), line('org-p03', 'excused', 'C')];
		expect(await correctHead(db, by, ID, await head(), rows)).toBe(true);
		const content = await minutesContent(db, ID);
		expect(content?.quorum).toMatchObject({ represented: 1, isMet: false });
		expect(content?.quorumSentence).toContain('nicht beschlussfähig');
		expect(content?.corrections).toEqual([]);
		expect(await correctHead(db, by, ID, await head(), [line('nowhere', 'present')])).toEqual({
			refused: 'unknown_organisation'
		});
		expect(await correctHead(db, by, 'ev-1', await head(), [])).toEqual({ refused: 'none' });
	});

	it('keep both wordings once the draft has gone round', async () => {
		await circulated();
		const presence = (await minutesContent(db, ID))!.presence.map(({ organisation: _, ...row }) => row);
		const late = presence.map((row, i) => (i === 0 ? { ...row, partly: 'ab TOP 4' } : row));
		await correctHead(db, by, ID, { ...(await head()), chair: 'Leitung Stadtjugendamt' }, late);
		const { corrections } = (await minutesContent(db, ID))!;
		expect(corrections.map(({ part }) => part).sort()).toEqual(['head', 'presence']);
		expect(corrections.find(({ part }) => part === 'head')?.after).toBe('Leitung: Leitung Stadtjugendamt');
		expect(corrections.find(({ part }) => part === 'presence')?.after).toMatch(/anwesend \(ab TOP 4\)$/);
	});

	it('offer seats that are not listed yet, and empty rows', async () => {
		await beginMinutes(db, by, meeting);
		const id = (await headOf(db, ID))!.id;
		await db
			.deleteFrom('minutesPresence')
			.where('minutesId', '=', id)
			.where('organisationId', '=', 'org-p01')
			.execute();
		const rows = await presenceToEdit(db, meeting, id);
		expect(rows.filter(({ organisationId }) => organisationId === 'org-p01').map(({ kind }) => kind)).toEqual(['']);
		expect(rows.filter(({ organisationId }) => organisationId === '')).toHaveLength(3);
	});
});
