import * as z from 'zod';
import { line, paragraphs, whole } from '#lib/web/form.ts';
import { m } from '#lib/paraglide/messages.js';

/** Rows offered for means, more than a feedback sheet has. */
export const EVALUATION_ROWS = 10;
/** Below so many sheets a mean could be traced back to a person. */
export const FEWEST_SHEETS = 5;

const texts = (max: number) =>
	z.preprocess(
		(value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]),
		z.array(line(max)).max(40)
	);

/** "1,3" or "1.30" as 130; undefined when it is no mean between 1 and 4. */
export function hundredths(text: string): number | undefined {
	const match = /^([1-4])(?:[.,](\d{1,2}))?$/.exec(text.trim());
	if (!match) return undefined;
	const value = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
	return value <= 400 ? value : undefined;
}

/** 130 as "1,3" for a field or a sentence. */
export function meanText(value: number, language: string): string {
	return (value / 100).toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
}

/** Figures from the sheets. Fields `item` and `mean` stand in rows. */
export const evaluationShape = z
	.object({
		returned: whole(0, 9999),
		yes: whole(0, 9999),
		maybe: whole(0, 9999),
		no: whole(0, 9999),
		again: paragraphs(1000),
		item: texts(120),
		mean: texts(8),
		comments: paragraphs(8000)
	})
	.superRefine((input, context) => {
		const issue = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
		if (input.yes + input.maybe + input.no > input.returned) issue('returned', m.findings_eval_too_many());
		input.item.forEach((item, row) => {
			const mean = input.mean[row] ?? '';
			if (item === '' && mean !== '') issue(`item-${row}`, m.findings_eval_item_missing());
			if (item !== '' && mean !== '' && hundredths(mean) === undefined) issue(`mean-${row}`, m.findings_eval_mean());
		});
		const hasMeans = input.item.some((item, row) => item !== '' && (input.mean[row] ?? '') !== '');
		if (hasMeans && input.returned < FEWEST_SHEETS) issue('returned', m.findings_eval_few({ count: FEWEST_SHEETS }));
	})
	.transform(({ item, mean, comments, ...rest }) => ({
		...rest,
		items: item.flatMap((name, row) => {
			const value = hundredths(mean[row] ?? '');
			return name !== '' && value !== undefined ? [{ item: name, meanHundredths: value }] : [];
		}),
		comments: comments
			.split('\n')
			.map((text) => text.trim())
			.filter(Boolean)
	}));
export type EvaluationInput = z.output<typeof evaluationShape>;
