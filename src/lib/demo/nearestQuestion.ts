/** Beginnings of the longer words of a text: what they share tells what they are about. */
function stems(text: string): Set<string> {
	const words = text.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
	return new Set(words.map((word) => word.slice(0, 5)));
}

/**
 * The place of the guiding question that speaks most of what a text speaks of; needs go to the one that asks what is
 * needed. Null where none does. The region's list of outcomes does not name the questions under which they were found.
 */
export function nearestQuestion(questions: readonly string[], text: string, isNeed: boolean): number | null {
	const asked = isNeed ? questions.findIndex((question) => /brauch/i.test(question)) : -1;
	if (asked >= 0) return asked;
	const own = stems(text);
	const shared = questions.map((question) => [...stems(question)].filter((stem) => own.has(stem)).length);
	const most = Math.max(0, ...shared);
	return most === 0 ? null : shared.indexOf(most);
}
