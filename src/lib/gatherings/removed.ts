import type * as z from 'zod';

/** What a strip "Rückgängig" sends back, read by its shape; undefined when somebody has changed it. */
export function removedFrom<Shape extends z.ZodType>(shape: Shape, form: FormData): z.output<Shape> | undefined {
	const text = form.get('removed');
	if (typeof text !== 'string' || text.length > 200_000) return undefined;
	try {
		return shape.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined;
	}
}
