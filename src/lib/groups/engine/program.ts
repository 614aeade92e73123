/** A linear program with whole-number columns, grown column by column and row by row; plain arrays, no solver. */
export class Program {
	readonly cost: number[] = [];
	readonly lower: number[] = [];
	readonly upper: number[] = [];
	readonly whole: boolean[] = [];
	readonly rowLower: number[] = [];
	readonly rowUpper: number[] = [];
	readonly rowStart: number[] = [0];
	readonly column: number[] = [];
	readonly factor: number[] = [];
	/** Cost that does not depend on any column. */
	constant = 0;

	get columns(): number {
		return this.cost.length;
	}

	get rows(): number {
		return this.rowLower.length;
	}

	/** Adds a column between two bounds; returns its index. */
	addColumn(cost: number, lower: number, upper: number, whole: boolean): number {
		this.cost.push(cost);
		this.lower.push(lower);
		this.upper.push(upper);
		this.whole.push(whole);
		return this.cost.length - 1;
	}

	/** Adds lower ≤ Σ factor × column ≤ upper; returns its index. No column may stand in `terms` twice. */
	addRow(lower: number, upper: number, terms: readonly Term[]): number {
		for (const [column, factor] of terms) {
			this.column.push(column);
			this.factor.push(factor);
		}
		this.rowStart.push(this.column.length);
		this.rowLower.push(lower);
		this.rowUpper.push(upper);
		return this.rowLower.length - 1;
	}
}

/** Column and its factor. */
export type Term = readonly [column: number, factor: number];
