/** Bytes of a problem file → JSON, or a named reason why they are none. */
import type { ProblemError } from '#lib/groups/engine/contract.ts';
import { fault } from '#lib/groups/engine/faults.ts';
import { scanJson } from './jsonScan.ts';

type Read = { json: unknown } | { error: ProblemError };

/** `JSON.parse` alone would pass over a field that stands twice and names no place for most slips. */
export function readProblemText(bytes: Uint8Array): Read {
	const decoded = decode(bytes);
	if ('error' in decoded) return decoded;
	const { text } = decoded;
	if (text.trim() === '') return { error: fault('fileEmpty', 'problem') };
	const slip = scanJson(text);
	if (!slip) return { json: JSON.parse(text) as unknown };
	const where = placeOf(text, slip.at);
	if (slip.kind === 'end') return { error: fault('jsonEnd', where) };
	if (slip.kind === 'twice') return { error: fault('jsonTwice', where, slip.found) };
	return { error: slip.kind === 'deep' ? fault('jsonDeep', where) : fault('jsonSign', where, slip.found) };
}

/** UTF-8 only, with or without a byte-order mark. */
function decode(bytes: Uint8Array): { text: string } | { error: ProblemError } {
	const [first, second] = bytes;
	const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
	// Half of the bytes of a JSON text in UTF-16 are 0, which no JSON in UTF-8 contains.
	if (marked || bytes.subarray(0, 4).includes(0)) return { error: fault('fileUtf16', 'problem') };
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
	} catch {
		const line = firstBrokenLine(bytes);
		return { error: fault('fileUtf8', `${line}:1`, `${line}`) };
	}
}

function firstBrokenLine(bytes: Uint8Array): number {
	const loose = new TextDecoder('utf-8').decode(bytes);
	// U+FFFD stands where the decoder gave up; one that was in the file itself comes later or on the same line at worst.
	return loose.slice(0, loose.indexOf('\uFFFD')).split('\n').length;
}

/** Line and column, from 1, as editors count. */
function placeOf(text: string, at: number): string {
	const before = text.slice(0, at);
	return `${before.split('\n').length}:${at - before.lastIndexOf('\n')}`;
}
