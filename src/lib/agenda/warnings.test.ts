import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgendaItem } from './agendaItem.ts';
import { type Day, warningsOf } from './warnings.ts';
import type { Workshop } from './workshop.ts';

const ANNA = { id: 'p1', name: 'Anna Beispiel', organisationId: null };
const rooms = [
	{ id: 'hall', name: 'Großer Saal', capacity: 100 },
	{ id: 'r1', name: 'Raum 1', capacity: 20 },
	{ id: 'foyer', name: 'Foyer', capacity: null }
];

function item(id: string, startTime: string, lengthMin: number, more: Partial<AgendaItem> = {}): AgendaItem {
	const rest = {
		gatheringId: 'g',
		kind: 'info',
		title: id,
		note: '',
		roomName: null,
		place: '',
		speakers: '',
		people: []
	};
	return { ...rest, id, startTime, lengthMin, roomId: null, ...more };
}

function workshop(number: number, slot: AgendaItem | null, more: Partial<Workshop> = {}): Workshop {
	const rest = {
		gatheringId: 'g',
		theme: '',
		aim: '',
		method: '',
		roomName: null,
		minuteTaker: null,
		questions: [],
		case: null,
		topicId: null
	};
	const time = {
		startTime: slot?.startTime ?? null,
		lengthMin: slot?.lengthMin ?? null,
		agendaItemId: slot?.id ?? null
	};
	return {
		...rest,
		...time,
		id: `w${number}`,
		number,
		title: `W${number}`,
		roomId: null,
		minSize: 0,
		maxSize: 20,
		moderators: [],
		...more
	};
}

function kinds(day: Partial<Day>): string[] {
	const whole = { startTime: '09:00', endTime: '16:00', items: [], workshops: [], rooms, admitted: 0, ...day };
	return warningsOf(whole).map((warning) => `${warning.kind} ${warning.ids.join('+')}`);
}

const slot = item('slot', '10:00', 90, { kind: 'workshops' });

describe('warnings', () => {
	it.each<[string, Partial<Day>, string[]]>([
		['nothing', {}, []],
		['one after the other', { items: [item('a', '09:00', 30), item('b', '09:30', 30)] }, []],
		[
			'two at the same time without places',
			{ items: [item('a', '09:00', 40), item('b', '09:30', 30)] },
			['same_time a+b']
		],
		[
			'two at the same time in places of their own',
			{ items: [item('a', '09:00', 40, { roomId: 'hall' }), item('b', '09:30', 30, { place: 'Hof' })] },
			[]
		],
		[
			'two in the same room',
			{ items: [item('a', '09:00', 40, { roomId: 'hall' }), item('b', '09:30', 30, { roomId: 'hall' })] },
			['room_twice a+b']
		],
		[
			'a person in two places',
			{
				items: [
					item('a', '09:00', 40, { roomId: 'hall', people: [ANNA] }),
					item('b', '09:30', 30, { roomId: 'foyer', people: [ANNA] })
				]
			},
			['person_twice a+b']
		],
		['workshops side by side', { items: [slot], workshops: [workshop(1, slot), workshop(2, slot)] }, []],
		[
			'workshops of one slot in one room',
			{ items: [slot], workshops: [workshop(1, slot, { roomId: 'r1' }), workshop(2, slot, { roomId: 'r1' })] },
			['room_twice w1+w2']
		],
		[
			'somebody moderates here and takes minutes there',
			{
				items: [slot],
				workshops: [workshop(1, slot, { moderators: [ANNA] }), workshop(2, slot, { minuteTaker: ANNA })]
			},
			['person_twice w1+w2']
		],
		[
			'a slot and its own workshop',
			{
				items: [{ ...slot, roomId: 'hall', people: [ANNA] }],
				workshops: [workshop(1, slot, { roomId: 'hall', moderators: [ANNA] })]
			},
			[]
		],
		[
			'a workshop hung on a break',
			{
				items: [item('b', '10:00', 20, { kind: 'break' })],
				workshops: [workshop(1, item('b', '10:00', 20))]
			},
			['odd_slot w1+b']
		],
		[
			'a workshop in a world café',
			{
				items: [item('c', '10:00', 90, { kind: 'world_cafe' })],
				workshops: [workshop(1, item('c', '10:00', 90))]
			},
			[]
		],
		['a workshop without a time', { workshops: [workshop(1, null)] }, ['no_time w1']],
		[
			'a room too small for a workshop',
			{ items: [slot], workshops: [workshop(1, slot, { roomId: 'r1', maxSize: 21 })] },
			['room_small w1']
		],
		[
			'a hall too small for all',
			{ admitted: 101, items: [item('a', '09:00', 30, { roomId: 'hall' })] },
			['room_small a']
		],
		['a room without a limit', { admitted: 500, items: [item('a', '09:00', 30, { roomId: 'foyer' })] }, []],
		[
			'too few places in a slot',
			{ admitted: 41, items: [slot], workshops: [workshop(1, slot), workshop(2, slot)] },
			['slot_small slot']
		],
		['outside the day', { items: [item('a', '08:00', 30), item('b', '15:30', 31)] }, ['before_start a', 'after_end b']],
		['to the minute', { items: [item('a', '15:30', 30)] }, []]
	])('%s', (_, day, expected) => {
		expect(kinds(day)).toEqual(expected);
	});

	it('do not depend on the order in which items were written down', () => {
		const items = fc.array(
			fc.record({
				start: fc.integer({ min: 9, max: 14 }),
				length: fc.integer({ min: 10, max: 90 }),
				room: fc.constantFrom('hall', 'r1', null)
			}),
			{ maxLength: 8 }
		);
		fc.assert(
			fc.property(items, fc.infiniteStream(fc.nat()), (parts, chance) => {
				const all = parts.map((part, i) =>
					item(`i${i}`, `${String(part.start).padStart(2, '0')}:00`, part.length, { roomId: part.room })
				);
				const mixed = all.map((one) => ({ one, at: chance.next().value as number })).sort((a, b) => a.at - b.at);
				const told = (list: AgendaItem[]) =>
					kinds({ items: list })
						.map((text) => text.split(/[ +]/).sort().join(' '))
						.sort();
				expect(told(mixed.map(({ one }) => one))).toEqual(told(all));
			})
		);
	});
});
