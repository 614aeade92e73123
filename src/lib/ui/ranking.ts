/**
 * What is chosen after somebody gives `value` the rank `rank` (counted from 0): a thing has one rank, a rank has one thing.
 * The same choice again takes it back. Empty text means: nothing on this rank. Does not change `chosen`.
 */
export function withRank(chosen: readonly string[], rank: number, value: string, ranks: number): string[] {
	const next = Array.from({ length: ranks }, (_, i) => chosen[i] ?? '');
	const again = next[rank] === value;
	const freed = next.map((other) => (other === value && value !== '' ? '' : other));
	freed[rank] = again ? '' : value;
	return freed;
}
