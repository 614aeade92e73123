import * as z from 'zod';
import { day } from '#lib/web/form.ts';

/** A civil day, or nothing. */
export function optionalDay() {
	return z.union([z.literal('').transform(() => null), day()]).default(null);
}
