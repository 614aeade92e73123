import { expect, it } from 'vitest';
import { differences, type Programme } from './programme.ts';
import { freeNumber, linesOf } from './workshop.ts';

const head = {
	title: 'Tag',
	dateOn: '2026-11-12',
	startTime: '09:00',
	endTime: '16:00',
	place: 'Halle',
	onlineUrl: ''
};
const item = (id: string, title: string) => ({
	...{ id, title, kind: 'info', note: '', startTime: '09:00', lengthMin: 30, where: '', people: [] as string[] },
	workshops: [] as Programme['unplaced']
});
const workshop = { id: 'w', number: 1, title: 'W', caseTitle: '', where: '', moderators: [] };

it('names what differs from a release', () => {
	const before: Programme = { ...head, items: [item('a', 'A'), item('b', 'B')], unplaced: [workshop] };
	const after: Programme = {
		...head,
		place: 'Saal',
		items: [item('a', 'A neu'), { ...item('c', 'C'), workshops: [workshop] }],
		unplaced: []
	};
	expect(differences(before, before)).toEqual({ head: false, lines: [] });
	expect(differences(before, after)).toEqual({
		head: true,
		lines: [
			{ change: 'changed', title: 'A neu' },
			{ change: 'added', title: 'C' },
			{ change: 'changed', title: 'W' },
			{ change: 'removed', title: 'B' }
		]
	});
});

it('reads lines and finds a free number', () => {
	expect(linesOf('1. Was?\n\n- Wie?\n  • Wann?\n10 Tage')).toEqual(['Was?', 'Wie?', 'Wann?', '10 Tage']);
	expect([freeNumber([]), freeNumber([1, 2, 4])]).toEqual([1, 3]);
});
