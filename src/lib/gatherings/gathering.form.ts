import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import {
	day,
	ids,
	line,
	oneOf,
	optionalEmail,
	optionalId,
	paragraphs,
	requiredLine,
	timeOfDay,
	type Values,
	webAddress
} from '#lib/web/form.ts';
import { type Gathering, KINDS } from './gathering.ts';
import type { Room } from './room.ts';

/** A gathering as typed; hosts are ids of organisations. */
export const gatheringShape = z
	.object({
		kind: oneOf(KINDS),
		title: requiredLine(160),
		subtitle: line(200),
		guidingQuestion: line(300),
		aims: paragraphs(3000),
		dateOn: day(),
		startTime: timeOfDay(),
		endTime: timeOfDay(),
		place: line(160),
		address: line(200),
		accessibility: line(400),
		onlineUrl: webAddress(),
		contactName: line(120),
		contactEmail: optionalEmail(),
		contactPhone: line(60),
		circleId: optionalId(),
		hosts: ids(30).refine((chosen) => chosen.length > 0, { error: () => m.gatherings_error_no_host() })
	})
	.refine((gathering) => gathering.endTime > gathering.startTime, {
		path: ['endTime'],
		error: () => m.gatherings_error_end()
	});
export type GatheringInput = z.output<typeof gatheringShape>;

export const cancellationShape = z.object({ reason: requiredLine(400) });
export const copyShape = z.object({ dateOn: day() });

export const roomShape = z.object({
	name: requiredLine(120),
	capacity: z
		.string()
		.default('')
		.refine((text) => text.trim() === '' || /^[1-9]\d{0,4}$/.test(text.trim()), {
			error: () => m.gatherings_error_capacity()
		})
		.transform((text) => (text.trim() === '' ? null : Number(text))),
	isStepFree: z
		.string()
		.optional()
		.transform((text): 0 | 1 => (text === 'on' ? 1 : 0)),
	note: line(200)
});
export type RoomInput = z.output<typeof roomShape>;

export const teamShape = z.object({ personId: requiredLine(40), task: oneOf(['organizer', 'desk']) });

/** A stored gathering as its form shows it. */
export function valuesOfGathering(gathering: Gathering): Values {
	const { hosts, isCancelled: _, createdAt: __, id: ___, circleId, ...texts } = gathering;
	return { ...texts, circleId: circleId ?? '', hosts: hosts.map((host) => host.id) };
}

/** A stored room as its form shows it. */
export function valuesOfRoom(room: Room): Values {
	const { name, capacity, isStepFree, note } = room;
	return { name, capacity: capacity === null ? '' : String(capacity), isStepFree: isStepFree ? 'on' : '', note };
}
