/** The known word that a mistyped one was probably meant to be; undefined if none is near. */
export function nearMiss(word: string, known: readonly string[]): string | undefined {
	const near = known
		.map((other) => ({ other, steps: typingSteps(word.toLowerCase(), other.toLowerCase()) }))
		.filter(({ other, steps }) => steps <= Math.max(1, Math.floor(other.length / 3)));
	return near.sort((a, b) => a.steps - b.steps)[0]?.other;
}

/** Letters to add, drop, change or swap with their neighbour. */
function typingSteps(a: string, b: string): number {
	// Words longer than any known one are not worth the table.
	if (a.length > 30) return Infinity;
	const table = Array.from({ length: a.length + 1 }, (_, i) => [i]);
	for (let j = 1; j <= b.length; j++) table[0]!.push(j);
	for (let i = 1; i <= a.length; i++)
		for (let j = 1; j <= b.length; j++) {
			const change = table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
			const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			const swap = swapped ? table[i - 2]![j - 2]! + 1 : Infinity;
			table[i]!.push(Math.min(change, swap, table[i - 1]![j]! + 1, table[i]![j - 1]! + 1));
		}
	return table[a.length]![b.length]!;
}
