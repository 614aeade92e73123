import { m } from '#lib/paraglide/messages.js';
import { type OrganisationNames, partyNames, phaseName } from './partyWords.ts';
import { type NumberedStep, rowsOf } from './procedure.ts';
import type { ProcedureStep } from './standardText.ts';
import { differenceOf, type Piece } from './difference.ts';

/** One thing a step says, when the two sides say it differently. */
export interface FieldDifference {
	field: string;
	label: string;
	pieces: Piece[];
}

/** A step on the left and the same step on the right; one of them is missing when only one side has it. */
export interface StepPair {
	left: NumberedStep | null;
	right: NumberedStep | null;
	fields: FieldDifference[];
	isEqual: boolean;
}

interface SeenStep {
	step: NumberedStep;
	isParallel: boolean;
}

function seen(steps: readonly ProcedureStep[]): SeenStep[] {
	return rowsOf(steps).flatMap(({ steps: row, isParallel }) => row.map((step) => ({ step, isParallel })));
}

const wordsOf = (title: string) => new Set(title.toLocaleLowerCase('de').match(/[\p{L}\d]+/gu) ?? []);

/** Share of words that two titles have in common, from 0 to 1. */
function likeness(a: string, b: string): number {
	const [left, right] = [wordsOf(a), wordsOf(b)];
	const common = [...left].filter((word) => right.has(word)).length;
	return left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size);
}

const ALIKE = 0.5;

/** The step of the other side that is meant: the same one, one with the same title, else the most alike. */
function matches(left: readonly SeenStep[], right: readonly SeenStep[]): Map<number, number> {
	const found = new Map<number, number>();
	const isFree = (index: number) => ![...found.values()].includes(index);
	const pair = (how: (a: NumberedStep, b: NumberedStep) => number) => {
		left.forEach(({ step }, i) => {
			if (found.has(i)) return;
			const scores = right.map((other, j) => ({ j, score: isFree(j) ? how(step, other.step) : 0 }));
			const best = scores.toSorted((a, b) => b.score - a.score)[0];
			if (best && best.score >= ALIKE) found.set(i, best.j);
		});
	};
	pair((a, b) => Number(a.id === b.id));
	pair((a, b) => Number(a.title === b.title));
	pair((a, b) => likeness(a.title, b.title));
	return found;
}

function saysOf({ step, isParallel }: SeenStep, names: OrganisationNames): Record<string, [() => string, string]> {
	return {
		title: [m.procedures_side_field_title, step.title],
		phase: [m.procedures_side_field_phase, phaseName(step.phase)],
		parallel: [m.procedures_side_together, isParallel ? m.procedures_at_once_short() : m.procedures_side_alone()],
		trigger: [m.procedures_when, step.trigger],
		responsible: [m.procedures_responsible, partyNames(step.responsible, names)],
		involved: [m.procedures_involved, partyNames(step.involved, names)],
		deadline: [m.procedures_deadline, step.deadline],
		channel: [m.procedures_channel, step.channel],
		document: [m.procedures_document, step.document],
		legalBasis: [m.procedures_legal_basis, step.legalBasis],
		note: [m.procedures_note, step.note],
		aimConflict: [m.standards_step_aim_conflict, step.aimConflict ?? ''],
		precedence: [m.standards_step_precedence, step.precedence ?? '']
	};
}

function fieldsOf(left: SeenStep, right: SeenStep, isMoved: boolean, names: OrganisationNames): FieldDifference[] {
	const [a, b] = [saysOf(left, names), saysOf(right, names)];
	const fields = Object.entries(a).flatMap(([field, [label, text]]) => {
		const other = b[field]?.[1] ?? '';
		return text === other ? [] : [{ field, label: label(), pieces: differenceOf(text, other) }];
	});
	if (!isMoved) return fields;
	const at = ({ step }: SeenStep) => m.procedures_side_order_at({ number: step.number });
	return [...fields, { field: 'order', label: m.procedures_side_order(), pieces: differenceOf(at(left), at(right)) }];
}

/** The steps of two procedures side by side, in the order of the left; what only the right has stands where it belongs. */
export function alignSteps(
	leftSteps: readonly ProcedureStep[],
	rightSteps: readonly ProcedureStep[],
	names: OrganisationNames
): StepPair[] {
	const [left, right] = [seen(leftSteps), seen(rightSteps)];
	const found = matches(left, right);
	const taken = new Set(found.values());
	const only = (index: number): StepPair => ({
		...{ left: null, right: right[index]?.step ?? null, fields: [], isEqual: false }
	});
	/** Steps only the right has, directly after the right step with this index. */
	const followers = (index: number): StepPair[] => {
		const next = index + 1;
		return next < right.length && !taken.has(next) ? [only(next), ...followers(next)] : [];
	};
	let furthest = -1;
	const pairs = left.flatMap((one, index): StepPair[] => {
		const at = found.get(index);
		const other = at === undefined ? undefined : right[at];
		if (at === undefined || !other) return [{ left: one.step, right: null, fields: [], isEqual: false }];
		const fields = fieldsOf(one, other, at < furthest, names);
		furthest = Math.max(furthest, at);
		return [{ left: one.step, right: other.step, fields, isEqual: fields.length === 0 }, ...followers(at)];
	});
	return [...followers(-1), ...pairs];
}
