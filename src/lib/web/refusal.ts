/** An expected "no" of a use case. Only bugs are thrown. */
export interface Refusal<Why extends string = string> {
	refused: Why;
}

export function refuse<Why extends string>(why: Why): Refusal<Why> {
	return { refused: why };
}

export function isRefused<T, Why extends string>(answer: T | Refusal<Why>): answer is Refusal<Why> {
	return typeof answer === 'object' && answer !== null && 'refused' in answer;
}
