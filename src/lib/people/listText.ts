const DELIMITERS = [';', '\t', ',', '|'] as const;
const LOOK_AT_LINES = 30;

/** Text of a file: UTF-8 and UTF-16 by their marks, UTF-8 without one, else Windows-1252; undefined for binary. */
export function decodeText(bytes: Uint8Array): string | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	if (bytes.includes(0)) return undefined;
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** How often each sign stands outside of quotes, record by record, in the first records. */
function countOutsideQuotes(text: string, sign: string): number[] {
	const counts: number[] = [];
	let quoted = false;
	let count = 0;
	let filled = false;
	for (const letter of text) {
		if (letter === '"') quoted = !quoted;
		else if (!quoted && letter === sign) count++;
		if (letter.trim() !== '') filled = true;
		if (quoted || letter !== '\n') continue;
		if (filled) counts.push(count);
		[count, filled] = [0, false];
		if (counts.length === LOOK_AT_LINES) return counts;
	}
	if (filled) counts.push(count);
	return counts;
}

/** How well a sign divides the records: how many agree on the most common number of columns, and how many columns. */
function evenness(counts: readonly number[]): number {
	const votes = new Map<number, number>();
	for (const count of counts) if (count > 0) votes.set(count, (votes.get(count) ?? 0) + 1);
	return Math.max(0, ...[...votes].map(([count, lines]) => lines * lines * (1 + Math.log2(count))));
}

/** The sign between the columns, found by counting; a first line “sep=;” decides. */
export function findDelimiter(text: string): string {
	const said = /^sep=(.)\r?\n/i.exec(text)?.[1];
	if (said !== undefined) return said;
	const normal = text.slice(0, 200_000).replace(/\r\n?/g, '\n');
	let best: string = ';';
	let score = 0;
	for (const sign of DELIMITERS) {
		const worth = evenness(countOutsideQuotes(normal, sign));
		if (worth <= score) continue;
		best = sign;
		score = worth;
	}
	return best;
}

/** What kind of file the first bytes show; the name does not count. */
export function kindOfBytes(bytes: Uint8Array): 'zip' | 'oldOffice' | 'other' | 'text' {
	const starts = (...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);
	if (starts(0x50, 0x4b)) return 'zip';
	if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'oldOffice';
	const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 512)).replace(/^\u00ef\u00bb\u00bf/, '');
	if (
		/^\s*(%PDF|\{\\rtf|\{\s*"|<(!doctype|html|head|meta|table|body|\?xml|!--|svg|script)|BEGIN:V|From |MIME-)/i.test(
			head
		)
	)
		return 'other';
	return 'text';
}
