import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../tests/support/database.ts';
import { informationArticle, missingInNotice, type Notice, noticeSections, proposeNotice } from './notice.ts';
import { noticeOf, saveNotice } from './notices.server.ts';

const two = [
	{ name: 'Jugendamt', law: 'DSGVO' },
	{ name: 'Stift', law: 'DSG-EKD' }
];

function noticeFor(hosts: { name: string; law: string }[], more: Partial<Notice> = {}): Notice {
	return {
		...proposeNotice(hosts),
		isSaved: true,
		hosts,
		title: 'Fachtag',
		dateOn: '2026-11-12',
		contact: '',
		...more
	};
}

function textOf(notice: Notice): string {
	return JSON.stringify(noticeSections(notice, 'de'));
}

describe('the privacy notice', () => {
	it('names joint responsibility only when several bodies invite', () => {
		expect(textOf(noticeFor(two))).toContain('gemeinsam verantwortlich (Art.\u00a026 DSGVO)');
		expect(textOf(noticeFor(two.slice(0, 1)))).not.toContain('gemeinsam verantwortlich');
	});

	it('speaks of the law of the church when all hosts belong to it', () => {
		const notice = noticeFor(two.slice(1));
		expect(notice.law).toBe('DSG-EKD');
		expect(textOf(notice)).not.toContain('DSGVO');
		expect(informationArticle('KDG')).toBe('§\u00a015 KDG');
		expect(noticeFor(two).law).toBe('DSGVO');
	});

	it('gives the days on which things are erased', () => {
		expect(textOf(noticeFor(two, { keepDays: 90, keepNeedsDays: 7 }))).toMatch(
			/19\.\u00a0November 2026.*10\.\u00a0Februar 2027/
		);
	});

	it('knows what is missing and leaves empty sections out', () => {
		const notice = noticeFor(two);
		expect(missingInNotice(notice)).toEqual(['officer', 'authority']);
		const headings = noticeSections(notice, 'de').map(({ heading }) => heading);
		expect(headings).not.toContain('Datenschutzbeauftragte oder Datenschutzbeauftragter');
	});

	it('is a proposal until it is saved, and saved once per gathering', async () => {
		const db = await freshDatabase();
		const by = { accountId: null, name: 'Test', at: '2026-10-10T08:00:00.000Z' };
		const empty = { subtitle: '', guidingQuestion: '', aims: '', place: '', address: '', accessibility: '' };
		const rest = { onlineUrl: '', contactName: '', contactEmail: '', contactPhone: '', circleId: null };
		const day = { dateOn: '2026-11-12', startTime: '08:30', endTime: '16:00', createdAt: by.at };
		await db
			.insertInto('gathering')
			.values({ id: 'g1', kind: 'x', title: 'Tag', ...day, ...empty, ...rest })
			.execute();
		expect(await noticeOf(db, 'g2')).toBeUndefined();
		const proposal = await noticeOf(db, 'g1');
		expect(proposal).toMatchObject({ isSaved: false, keepDays: 90, keepNeedsDays: 7 });
		await saveNotice(db, by, 'g1', { ...noticeFor(two), officer: 'a' });
		await saveNotice(db, by, 'g1', { ...noticeFor(two), officer: 'b' });
		expect(await noticeOf(db, 'g1')).toMatchObject({ isSaved: true, officer: 'b' });
	});
});
