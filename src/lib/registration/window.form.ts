import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { longDay } from '#lib/time/wording.ts';
import { day, paragraphs, whole } from '#lib/web/form.ts';
import { MOST_WISHES } from './wishes.ts';

/** Dates, capacity and texts of the public registration. */
export const windowForm = z
	.object({
		opensOn: day(),
		closesOn: day(),
		capacity: whole(1, 10_000),
		wishCount: whole(0, MOST_WISHES),
		introduction: paragraphs(2000)
	})
	.refine(({ opensOn, closesOn }) => opensOn <= closesOn, {
		path: ['closesOn'],
		error: () => m.registration_error_closes()
	});

/** The same for a gathering on this day: nobody registers for what is over. */
export function windowFormUntil(dateOn: string) {
	return windowForm.refine(({ closesOn }) => closesOn <= dateOn, {
		path: ['closesOn'],
		error: () => m.registration_error_closes_late({ day: longDay(dateOn) })
	});
}
