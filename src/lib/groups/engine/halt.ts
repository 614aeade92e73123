/** A number that two threads share; not 0 = end soon with the best so far. */

/** Tells everybody who looks at it to end soon. */
export function halted(halt: Int32Array): void {
	Atomics.store(halt, 0, 1);
	Atomics.notify(halt, 0);
}
