import type { Phase, ProcedureStep } from './standardText.ts';

export interface NumberedStep extends ProcedureStep {
	/** Place in the written order, from 1. */
	number: number;
}

/** Steps that start at the same time; mostly one. */
export interface ProcedureRow {
	steps: NumberedStep[];
	/** True when there are several: they run at the same time, not one after the other. */
	isParallel: boolean;
}

export interface ProcedurePhase {
	phase: Phase;
	rows: ProcedureRow[];
}

function sameStart(before: ProcedureStep | undefined, step: ProcedureStep): boolean {
	return before !== undefined && step.parallel !== null && before.parallel === step.parallel;
}

/**
 * The steps as people read them: phase, then rows of what starts together. The written order is binding: only
 * neighbours with the same letter belong together, and a phase that returns later is named again.
 */
export function procedureOf(steps: readonly ProcedureStep[]): ProcedurePhase[] {
	const phases: ProcedurePhase[] = [];
	steps.forEach((step, index) => {
		const numbered = { ...step, number: index + 1 };
		let phase = phases.at(-1);
		if (phase?.phase !== step.phase) {
			phase = { phase: step.phase, rows: [] };
			phases.push(phase);
		}
		const row = phase.rows.at(-1);
		if (row && sameStart(row.steps.at(-1), step)) {
			row.steps.push(numbered);
			row.isParallel = true;
		} else phase.rows.push({ steps: [numbered], isParallel: false });
	});
	return phases;
}

/** The rows of all phases, one after the other. */
export function rowsOf(steps: readonly ProcedureStep[]): ProcedureRow[] {
	return procedureOf(steps).flatMap(({ rows }) => rows);
}

/** The deadline that all steps of a row share, or nothing: it is then said once for all of them. */
export function sharedDeadline({ steps }: ProcedureRow): string {
	const [first] = steps;
	return first && steps.every(({ deadline }) => deadline === first.deadline) ? first.deadline : '';
}
