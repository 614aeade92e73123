import * as z from 'zod';
import { day, line, oneOf, paragraphs, requiredLine, tick, whole } from '#lib/web/form.ts';
import { optionalDay } from './optionalDay.form.ts';
import { CIRCLE_KINDS, SEAT_KINDS } from './circle.ts';
import { ABSTENTIONS, RULE_METHODS } from './circleRule.ts';

export const circleShape = z.object({
	name: requiredLine(160),
	kind: oneOf(CIRCLE_KINDS),
	purpose: paragraphs(1500),
	rhythm: line(120)
});
export type CircleInput = z.output<typeof circleShape>;

/** A seat; `person` is the name as proposed by the list, or empty for a seat of the organisation itself. */
export const seatShape = z.object({
	organisationId: requiredLine(40),
	person: line(200),
	kind: oneOf(SEAT_KINDS),
	sinceOn: day(),
	termEndsOn: optionalDay()
});
export type SeatInput = z.output<typeof seatShape>;

export const seatEndShape = z.object({ seatId: requiredLine(40) });
export const seatTermShape = z.object({ seatId: requiredLine(40), termEndsOn: optionalDay() });

export const ruleShape = z.object({
	method: oneOf(RULE_METHODS),
	majorityPercent: whole(50, 100),
	quorumPercent: whole(0, 100),
	abstentions: oneOf(ABSTENTIONS),
	needsEachBank: tick(),
	silenceIsYes: tick(),
	noticeDays: whole(0, 365),
	chair: line(200),
	minuteTaker: line(200)
});
export type RuleInput = z.output<typeof ruleShape>;
