import * as z from 'zod';
import { day, line, requiredLine } from '#lib/web/form.ts';
import { optionalDay } from './optionalDay.form.ts';

export const aimShape = z.object({
	text: requiredLine(300),
	indicator: requiredLine(300),
	target: line(120),
	dueOn: optionalDay()
});
export type AimInput = z.output<typeof aimShape>;

export const readingShape = z.object({
	aimId: requiredLine(40),
	readOn: day(),
	value: requiredLine(80),
	note: line(300)
});
export type ReadingInput = z.output<typeof readingShape>;
