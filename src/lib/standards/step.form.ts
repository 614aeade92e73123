import * as z from 'zod';
import { line, oneOf, paragraphs, requiredLine } from '#lib/web/form.ts';
import type { Values } from '#lib/web/form.ts';
import { DEADLINE_UNITS, deadlineOf, isoOf } from './deadline.ts';
import { partyKey } from './partyWords.ts';
import { type Party, PHASES, type ProcedureStep, ROLES } from './standardText.ts';

export const PARALLEL_LETTERS = ['A', 'B', 'C', 'D'] as const;

function parties() {
	return z.array(line(60)).max(80).default([]);
}

function partyOf(key: string): Party[] {
	const [kind, id = ''] = key.split(':');
	if (kind === 'organisation' && id !== '') return [{ organisationId: id }];
	const role = ROLES.find((one) => kind === 'role' && one === id);
	return role ? [{ role }] : [];
}

function others(text: string): Party[] {
	return text
		.split(';')
		.map((one) => one.trim())
		.filter(Boolean)
		.map((other) => ({ other }));
}

/** A step as its form sends it; without its id, which it keeps. */
export const stepShape = z
	.object({
		title: requiredLine(300),
		phase: oneOf(PHASES),
		trigger: paragraphs(600),
		parallel: oneOf(['', ...PARALLEL_LETTERS]),
		responsible: parties(),
		involved: parties(),
		responsibleOther: line(300),
		involvedOther: line(300),
		deadline: line(200),
		deadlineUnit: oneOf(DEADLINE_UNITS),
		deadlineAmount: line(4),
		channel: line(200),
		document: line(200),
		legalBasis: line(200),
		note: paragraphs(1000),
		aimConflict: paragraphs(600),
		precedence: paragraphs(600)
	})
	.transform(
		({ responsibleOther, involvedOther, deadlineUnit, deadlineAmount, ...step }): Omit<ProcedureStep, 'id'> => ({
			...step,
			parallel: step.parallel === '' ? null : step.parallel,
			responsible: [...step.responsible.flatMap(partyOf), ...others(responsibleOther)],
			involved: [...step.involved.flatMap(partyOf), ...others(involvedOther)],
			deadlineIso: isoOf(deadlineUnit, Number.parseInt(deadlineAmount, 10) || 0)
		})
	);
export type StepInput = z.output<typeof stepShape>;

function otherNames(parties: readonly Party[]): string {
	return parties.flatMap((party) => ('other' in party ? [party.other] : [])).join('; ');
}

/** A step as its form shows it. */
export function stepValues(step: StepInput): Values {
	const { unit, amount } = deadlineOf(step.deadlineIso);
	return {
		...{ title: step.title, phase: step.phase, trigger: step.trigger, parallel: step.parallel ?? '' },
		...{ responsible: step.responsible.map(partyKey), involved: step.involved.map(partyKey) },
		...{ responsibleOther: otherNames(step.responsible), involvedOther: otherNames(step.involved) },
		...{ deadline: step.deadline, deadlineUnit: unit, deadlineAmount: amount > 0 ? String(amount) : '' },
		...{ channel: step.channel, document: step.document, legalBasis: step.legalBasis, note: step.note },
		...{ aimConflict: step.aimConflict ?? '', precedence: step.precedence ?? '' }
	};
}

export const EMPTY_STEP: StepInput = {
	...{ title: '', phase: 'acute', trigger: '', parallel: null, responsible: [], involved: [], deadline: '' },
	...{ deadlineIso: null, channel: '', document: '', legalBasis: '', note: '' }
};

const party = z.union([
	z.object({ role: z.enum(ROLES) }).strict(),
	z.object({ organisationId: z.string().max(40) }).strict(),
	z.object({ other: z.string().max(300) }).strict()
]);
const text = (max: number) => z.string().max(max);

/** A step that was taken out, as the page hands it back to undo that. */
export const storedStepShape = z.object({
	...{ id: text(40).min(1), title: text(300).min(1), phase: z.enum(PHASES), trigger: text(600) },
	...{
		parallel: z.enum(PARALLEL_LETTERS).nullable(),
		responsible: z.array(party).max(80),
		involved: z.array(party).max(80)
	},
	...{ deadline: text(200), deadlineIso: text(20).nullable(), channel: text(200), document: text(200) },
	...{ legalBasis: text(200), note: text(1000), aimConflict: text(600).optional(), precedence: text(600).optional() }
});
