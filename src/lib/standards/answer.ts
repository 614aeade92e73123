import { m } from '#lib/paraglide/messages.js';

/** What becomes of a comment. */
export const ANSWERS = ['taken_up', 'partly', 'not_taken_up'] as const;
export type Answer = (typeof ANSWERS)[number];

const NAMES: Record<Answer, () => string> = {
	taken_up: m.standards_answer_taken_up,
	partly: m.standards_answer_partly,
	not_taken_up: m.standards_answer_not_taken_up
};

export function answerName(answer: Answer): string {
	return NAMES[answer]();
}
