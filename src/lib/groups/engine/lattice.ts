import type { Model } from './model.ts';

const UNIT = 1e-6;

/** The mix is always a multiple of this; 0 = no such step is known (weights with many decimals). */
export function mixStep(model: Model): number {
	const { features } = model;
	let step = gcd(0, whole(model.meetings));
	const softEnd = features.soft > 0 ? features.tableBase[features.soft]! : 0;
	for (let i = 0; i < softEnd && step !== 1; i++) step = gcd(step, whole(features.cost[i]!));
	for (let i = 0; i < model.linMix.length && step !== 1; i++) step = gcd(step, whole(model.linMix[i]!));
	// Weights that are no multiples of a millionth would be rounded here: then nothing is claimed.
	return step < 1000 ? 0 : step * UNIT;
}

const whole = (value: number): number => {
	const scaled = Math.round(value / UNIT);
	return Math.abs(scaled * UNIT - value) < 1e-9 ? Math.abs(scaled) : 1;
};

function gcd(a: number, b: number): number {
	while (b > 0) [a, b] = [b, a % b];
	return a;
}

/** Raises a bound to the next value that can occur. */
export function raise(bound: number, step: number): number {
	return step > 0 ? Math.ceil(bound / step - 1e-4) * step : bound;
}
