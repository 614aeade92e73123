import { expect, test } from 'vitest';
import { ballotChoices } from './ballot.ts';

const item = (id: string, number: number, startTime: string, itemKind: string, topicId: string | null = null) => ({
	...{ id, number, topicId, itemKind, startTime, title: id, aim: '', agendaItemId: `at ${startTime}` }
});

test('a workshop of two rounds is one choice with both times', () => {
	const items = [
		item('b', 2, '10:00', 'workshops'),
		item('a', 1, '13:00', 'workshops', 't'),
		item('a1', 1, '10:00', 'workshops', 't')
	];
	expect(ballotChoices(items).map(({ id, times }) => [id, times])).toEqual([
		['a1', ['10:00', '13:00']],
		['b', ['10:00']]
	]);
});

test('with one round no times are told', () => {
	expect(ballotChoices([item('a', 1, '10:00', 'workshops')])).toEqual([
		{ id: 'a', number: 1, title: 'a', aim: '', times: [] }
	]);
});

test('tables everybody comes to, and small groups without a topic, are nothing to wish for', () => {
	const cafe = (tables: number) =>
		['10:00', '10:30'].flatMap((time) =>
			Array.from({ length: tables }, (_, i) => item(`${time} ${i}`, i + 1, time, 'world_cafe', `t${i}`))
		);
	expect(ballotChoices(cafe(2))).toEqual([]);
	expect(ballotChoices(cafe(3))).toHaveLength(3);
	expect(ballotChoices([item('a', 1, '10:00', 'speed_meeting')])).toEqual([]);
});
