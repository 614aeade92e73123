import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import {
	day,
	line,
	oneOf,
	optionalId,
	paragraphs,
	requiredLine,
	timeOfDay,
	type Values,
	webAddress
} from '#lib/web/form.ts';
import { KINDS } from './gathering.ts';
import type { Series, SeriesPart } from './series.ts';

export const MOST_PRINCIPLES = 7;

/** A series as typed; principles one per line. */
export const seriesShape = z.object({
	title: requiredLine(160),
	annualTheme: line(200),
	principles: paragraphs(1500)
		.transform((text) =>
			text
				.split('\n')
				.map((one) => one.trim())
				.filter(Boolean)
				.join('\n')
		)
		.refine((text) => text.split('\n').length <= MOST_PRINCIPLES, {
			error: () => m.series_error_principles({ max: MOST_PRINCIPLES })
		}),
	circleId: optionalId()
});
export type SeriesInput = z.output<typeof seriesShape>;

/** A gathering that is made as a part of a series: what differs from part to part. */
export const newPartShape = z
	.object({
		kind: oneOf(KINDS),
		title: requiredLine(160),
		dateOn: day(),
		startTime: timeOfDay(),
		endTime: timeOfDay(),
		place: line(160),
		onlineUrl: webAddress()
	})
	.refine((part) => part.endTime > part.startTime, { path: ['endTime'], error: () => m.gatherings_error_end() });
export type NewPartInput = z.output<typeof newPartShape>;

export const existingPartShape = z.object({ gatheringId: requiredLine(40) });

/** What "Rückgängig" sends back after a part was taken out. */
export const removedPartShape = z.object({
	gatheringId: z.string().max(40),
	number: z.coerce.number().int().min(1).max(999)
});
export type RemovedPart = z.output<typeof removedPartShape>;

/** The same for a series without parts; its link stays the one it was. */
export const removedSeriesShape = z.object({
	id: z.string().regex(/^[a-z0-9]{12}$/),
	token: z.string().regex(/^[\w-]{22}$/),
	title: requiredLine(160),
	annualTheme: line(200),
	principles: paragraphs(1500),
	circleId: z.string().max(40).nullable()
});
export type RemovedSeries = z.output<typeof removedSeriesShape>;

/** A stored series as its form shows it. */
export function valuesOfSeries({ title, annualTheme, principles, circleId }: Series): Values {
	return { title, annualTheme, principles: principles.join('\n'), circleId: circleId ?? '' };
}

/** What the form for a new part begins with: the times and the link of the part before it. */
export function valuesOfNextPart(last: SeriesPart | undefined): Values {
	if (!last) return { kind: 'conference_day', startTime: '09:00', endTime: '12:00' };
	const { kind, startTime, endTime, place, onlineUrl } = last.gathering;
	return { kind, startTime, endTime, place, onlineUrl };
}
