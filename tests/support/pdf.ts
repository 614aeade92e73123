import { inflateSync } from 'node:zlib';

/** All that a PDF says in its objects, compressed streams included. */
export function insideOf(pdf: Uint8Array): string {
	const raw = Buffer.from(pdf).toString('latin1');
	const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map((match) => {
		const body = Buffer.from(match[1] ?? '', 'latin1');
		try {
			return inflateSync(body).toString('latin1');
		} catch {
			return '';
		}
	});
	return [raw, ...streams].join('\n');
}
