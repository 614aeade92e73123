/** What a bench prints: what was measured, and the figure. */
export type Figures = [what: string, figure: string][];

export function median(numbers: number[]): number {
	return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

export function perSecond(count: number, ms: number): number {
	return (count * 1000) / ms;
}
