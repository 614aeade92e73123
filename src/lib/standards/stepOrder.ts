import type { ProcedureStep } from './standardText.ts';

/** The steps with one of them moved by one place; at the ends nothing changes. */
export function moveStep(steps: readonly ProcedureStep[], id: string, direction: 'up' | 'down'): ProcedureStep[] {
	const from = steps.findIndex((step) => step.id === id);
	const to = from + (direction === 'up' ? -1 : 1);
	const list = [...steps];
	const [step] = from >= 0 && to >= 0 && to < list.length ? list.splice(from, 1) : [];
	if (step) list.splice(to, 0, step);
	return list;
}

/** The steps with one put back where it was. */
export function putStep(steps: readonly ProcedureStep[], step: ProcedureStep, at: number): ProcedureStep[] {
	if (steps.some(({ id }) => id === step.id)) return [...steps];
	return [...steps.slice(0, at), step, ...steps.slice(at)];
}
