import type { ProblemError } from './contract.ts';
import { fault, firstFault } from './faults.ts';

/** Checks that JSON has the form of a problem file: right types, usable numbers. What it means is `validate.ts`. */

type Check = (value: unknown, where: string) => ProblemError | undefined;
type Fields = Record<string, Check>;

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text that may serve as an id; `__proto__` would not survive as a key. */
const text: Check = (value, where) =>
	typeof value === 'string' && value !== '' && value !== '__proto__' ? undefined : fault('text', where);
const flag: Check = (value, where) => (typeof value === 'boolean' ? undefined : fault('flag', where));
/** A finite number, 0 or more, small enough to be added up without loss. */
const number: Check = (value, where) =>
	typeof value === 'number' && value >= 0 && value <= 1e9 ? undefined : fault('number', where);
const whole: Check = (value, where) =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1e6
		? undefined
		: fault('whole', where);

const optional =
	(check: Check): Check =>
	(value, where) =>
		value === undefined ? undefined : check(value, where);

const list =
	(check: Check): Check =>
	(value, where) =>
		Array.isArray(value) ? firstFault(value, (item, i) => check(item, `${where}[${i}]`)) : fault('list', where);

const record =
	(check: Check): Check =>
	(value, where) => {
		if (!isObject(value)) return fault('object', where);
		return firstFault(Object.keys(value), (key) => check(value[key], `${where}.${key}`));
	};

const object =
	(fields: Fields): Check =>
	(value, where) => {
		if (!isObject(value)) return fault('object', where);
		const path = where === '' ? '' : `${where}.`;
		return firstFault(Object.keys(fields), (name) => fields[name]!(value[name], path + name));
	};

const group = object({
	id: text,
	topic: optional(text),
	min: whole,
	max: whole,
	size: optional(whole),
	optional: optional(flag)
});
const person = object({
	id: text,
	classes: optional(record(text)),
	wishes: optional(list(text)),
	unwanted: optional(list(text)),
	rounds: optional(list(text)),
	fixed: optional(record(text)),
	credit: optional(number)
});
const mixRule = object({
	class: text,
	value: optional(text),
	rule: text,
	weight: optional(number),
	tolerance: optional(number),
	n: optional(whole),
	must: optional(flag)
});

/** The first place where the JSON does not have the form of a problem file. */
export const checkShape = (value: unknown): ProblemError | undefined =>
	object({
		order: list(text),
		rounds: list(object({ id: text, groups: list(group) })),
		people: list(person),
		together: optional(list(list(text))),
		apart: optional(list(list(text))),
		mix: optional(list(mixRule)),
		met: optional(list(object({ weight: number, groups: list(list(text)) }))),
		meetings: optional(object({ weight: number })),
		wishWeight: optional(number),
		repair: optional(object({ current: record(record(text)), price: number, started: optional(list(text)) }))
	})(value, '');
