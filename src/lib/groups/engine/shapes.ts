import type { ProblemError } from './contract.ts';
import { fault, firstFault } from './faults.ts';
import { nearMiss } from './nearmiss.ts';

/** Checks that JSON has the form of a problem file: right types, usable numbers, no field that would be passed over. What it means is `validate.ts`. */

type Check = (value: unknown, where: string) => ProblemError | undefined;
type Fields = Record<string, Check>;

/** How a value that is in the wrong place is shown: short, and as it stands in the file. */
export function shown(value: unknown): string {
	if (Array.isArray(value)) return '[…]';
	if (typeof value === 'object' && value !== null) return '{…}';
	if (typeof value !== 'string') return String(value);
	return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text that may serve as an id; `__proto__` would not survive as a key. */
const text: Check = (value, where) => {
	if (typeof value !== 'string' || value === '') return fault('text', where, shown(value));
	return value === '__proto__' ? fault('reserved', where, value) : undefined;
};
const flag: Check = (value, where) => (typeof value === 'boolean' ? undefined : fault('flag', where, shown(value)));
/** A finite number, 0 or more, small enough to be added up without loss. */
const number: Check = (value, where) =>
	typeof value === 'number' && value >= 0 && value <= 1e9 ? undefined : fault('number', where, shown(value));
const whole: Check = (value, where) =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1e6
		? undefined
		: fault('whole', where, shown(value));

const list =
	(check: Check): Check =>
	(value, where) =>
		Array.isArray(value)
			? firstFault(value, (item, i) => check(item, `${where}[${i}]`))
			: fault('list', where, shown(value));

/** Any names, each with a value of one form. */
const record =
	(check: Check): Check =>
	(value, where) => {
		if (!isObject(value)) return fault('object', where, shown(value));
		return firstFault(Object.keys(value), (key) => text(key, where) ?? check(value[key], `${where}.${key}`));
	};

/** Known fields only: one that nobody reads is a slip of the pen, and passing over it would be a guess. */
const object =
	(needed: Fields, optional: Fields = {}): Check =>
	(value, where) => {
		if (!isObject(value)) return fault('object', where, shown(value));
		const fields = { ...needed, ...optional };
		const at = (name: string) => (where === '' ? name : `${where}.${name}`);
		return (
			firstFault(Object.keys(value), (name) => {
				if (Object.hasOwn(fields, name)) return undefined;
				const meant = nearMiss(name, Object.keys(fields));
				return meant ? fault('fieldLike', at(name), name, meant) : fault('field', at(name), name);
			}) ??
			firstFault(Object.keys(fields), (name) => {
				if (value[name] !== undefined) return fields[name]!(value[name], at(name));
				return Object.hasOwn(needed, name) ? fault('missing', at(name)) : undefined;
			})
		);
	};

const group = object({ id: text, min: whole, max: whole }, { topic: text, size: whole, optional: flag });
const person = object(
	{ id: text },
	{
		classes: record(text),
		wishes: list(text),
		unwanted: list(text),
		rounds: list(text),
		fixed: record(text),
		credit: number
	}
);
const mixRule = object(
	{ class: text, rule: text },
	{ value: text, weight: number, tolerance: number, n: whole, must: flag }
);
const pairs = list(list(text));

/** The first place where the JSON does not have the form of a problem file. */
export const checkShape = (value: unknown): ProblemError | undefined =>
	object(
		{
			version: () => undefined,
			order: list(text),
			rounds: list(object({ id: text, groups: list(group) })),
			people: list(person)
		},
		{
			together: pairs,
			apart: pairs,
			mix: list(mixRule),
			met: list(object({ weight: number, groups: pairs })),
			meetings: object({ weight: number }),
			wishWeight: number,
			repair: object({ current: record(record(text)), price: number }, { started: list(text) })
		}
	)(value, '');
