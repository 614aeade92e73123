import * as z from 'zod';
import { requiredLine } from '#lib/web/form.ts';

/** What is said about a picture of the pin board, for those who do not see it. */
export const photoShape = z.object({ description: requiredLine(500) });
