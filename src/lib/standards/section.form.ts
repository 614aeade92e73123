import * as z from 'zod';
import { line, oneOf, paragraphs, requiredLine, tick } from '#lib/web/form.ts';
import type { TextSection } from './sectionParts.ts';
import type { StandardText } from './standardText.ts';

type Part = Partial<StandardText>;

function column(max: number) {
	return z.array(paragraphs(max)).max(60).default([]);
}

function lines(max: number) {
	return paragraphs(max).transform((text) =>
		text
			.split('\n')
			.map((one) => one.trim())
			.filter(Boolean)
	);
}

function written(key: 'preamble' | 'participation' | 'dataProtection' | 'conflictRule' | 'quality') {
	return z.object({ text: paragraphs(8000) }).transform(({ text }): Part => ({ [key]: text }));
}

/** One shape per section: what its form sends becomes the part of the text. Rows left empty fall away. */
export const sectionShapes: Record<TextSection, z.ZodType<Part>> = {
	title: z.object({ text: requiredLine(160) }).transform(({ text }): Part => ({ title: text })),
	preamble: written('preamble'),
	aims: z.object({ text: column(600), indicator: column(600) }).transform(({ text, indicator }): Part => ({
		aims: text.map((aim, row) => ({ text: aim, indicator: indicator[row] ?? '' })).filter((aim) => aim.text !== '')
	})),
	scope: z
		.object({
			helpTypes: lines(2000),
			targetGroup: paragraphs(1000),
			region: line(300),
			level: oneOf(['case', 'structure']),
			trigger: paragraphs(1000)
		})
		.transform((scope): Part => ({ scope })),
	terms: z.object({ term: column(120), meaning: column(1000) }).transform(({ term, meaning }): Part => ({
		terms: term.map((one, row) => ({ term: one, meaning: meaning[row] ?? '' })).filter((one) => one.term !== '')
	})),
	legalBases: z
		.object({ organisationId: column(40), basis: column(600) })
		.transform(({ organisationId, basis }): Part => ({
			legalBases: organisationId
				.map((id, row) => ({ organisationId: id, basis: basis[row] ?? '' }))
				.filter((one) => one.organisationId !== '' && one.basis !== '')
		})),
	participation: written('participation'),
	dataProtection: written('dataProtection'),
	conflictRule: written('conflictRule'),
	quality: written('quality'),
	duration: z
		.object({ text: paragraphs(4000), isOpen: tick() })
		.transform(({ text, isOpen }): Part => ({ duration: text, inForceWithoutAllSignatures: isOpen === 1 })),
	attachments: z.object({ text: lines(4000) }).transform(({ text }): Part => ({ attachments: text }))
};

/** The parties: ticked organisations, who represents each, and whether it signs. */
export const partiesShape = z
	.object({
		organisationId: z.array(line(40)).max(200).default([]),
		representedBy: z.array(line(200)).max(200).default([]),
		takesPart: z.array(line(40)).max(200).default([]),
		signs: z.array(line(40)).max(200).default([]),
		addedId: line(40),
		basis: line(64)
	})
	.transform(({ organisationId, representedBy, takesPart, signs, addedId, basis }) => ({
		basis,
		parties: [
			...organisationId.flatMap((id, row) =>
				takesPart.includes(id)
					? [
							{
								organisationId: id,
								representedBy: representedBy[row] ?? '',
								signs: signs.includes(id) ? (1 as const) : (0 as const)
							}
						]
					: []
			),
			...(addedId && !takesPart.includes(addedId)
				? [{ organisationId: addedId, representedBy: '', signs: 0 as const }]
				: [])
		]
	}));
export type PartiesInput = z.output<typeof partiesShape>;
