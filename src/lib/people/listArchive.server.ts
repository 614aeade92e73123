import { inflateRawSync } from 'node:zlib';

/** Limits of a spreadsheet file, unpacked. A list of 5,000 people stays far below. */
const UNPACKED_BYTES = 60 * 1024 * 1024;
const PARTS = 2000;
const LAST_ROW = 1_048_576;
const LOCAL_HEAD = 30;
const CENTRAL_HEAD = 46;

export type ArchiveVerdict = 'spreadsheet' | 'other' | 'broken' | 'tooLarge';

interface Part {
	name: string;
	method: number;
	packedBytes: number;
	localAt: number;
}

function readDirectory(bytes: Buffer): { parts: Part[]; startsAt: number } | undefined {
	const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
	if (end < 0 || end + 22 > bytes.length) return undefined;
	const count = bytes.readUInt16LE(end + 10);
	const startsAt = bytes.readUInt32LE(end + 16);
	const parts: Part[] = [];
	let at = startsAt;
	while (parts.length < count) {
		if (at + CENTRAL_HEAD > end || bytes.readUInt32LE(at) !== 0x02014b50) return undefined;
		const nameBytes = bytes.readUInt16LE(at + 28);
		parts.push({
			name: bytes.toString('utf8', at + CENTRAL_HEAD, at + CENTRAL_HEAD + nameBytes),
			method: bytes.readUInt16LE(at + 10),
			packedBytes: bytes.readUInt32LE(at + 20),
			localAt: bytes.readUInt32LE(at + 42)
		});
		at += CENTRAL_HEAD + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
	}
	return { parts: parts.sort((a, b) => a.localAt - b.localAt), startsAt };
}

/** Rows and columns beyond any list would let the reader fill gigabytes with empty cells. */
function isWide(sheet: string): boolean {
	for (const [, row] of sheet.matchAll(/<row\b[^>]*?\br\s*=\s*["'](\d{6,})["']/g))
		if (Number(row) > LAST_ROW) return true;
	return /<c\b[^>]*?\br\s*=\s*["'][A-Z]{3,}\d+["'][^>]*?(?<!\/)>/i.test(sheet);
}

function unpack(
	bytes: Buffer,
	part: Part,
	budget: number
): { content: Buffer; endsAt: number } | 'broken' | 'tooLarge' {
	const at = part.localAt;
	if (at + LOCAL_HEAD > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) return 'broken';
	// The reader reserves what the local head claims.
	if (bytes.readUInt32LE(at + 22) > UNPACKED_BYTES) return 'tooLarge';
	const from = at + LOCAL_HEAD + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
	const endsAt = from + part.packedBytes;
	if (endsAt > bytes.length || (part.method !== 0 && part.method !== 8)) return 'broken';
	const packed = bytes.subarray(from, endsAt);
	try {
		const content = part.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, budget) });
		return content.length > budget ? 'tooLarge' : { content, endsAt };
	} catch (error) {
		return error instanceof RangeError ? 'tooLarge' : 'broken';
	}
}

/**
 * Looks into a ZIP file before the reader does: is it a spreadsheet, whole, and small enough when unpacked? Each part
 * is really unpacked up to the limit, because the sizes written in the file may lie; parts hidden between the listed
 * ones count as broken.
 */
export function judgeArchive(file: Uint8Array): ArchiveVerdict {
	const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
	const directory = readDirectory(bytes);
	if (!directory) return 'broken';
	const { parts, startsAt } = directory;
	if (!parts.some(({ name }) => name === 'xl/workbook.xml')) return 'other';
	if (parts.length > PARTS) return 'tooLarge';
	let budget = UNPACKED_BYTES;
	let end = 0;
	for (const part of parts) {
		if (part.localAt < end || part.localAt > end + 24) return 'broken';
		const unpacked = unpack(bytes, part, budget);
		if (typeof unpacked === 'string') return unpacked;
		budget -= unpacked.content.length;
		end = unpacked.endsAt;
		if (/worksheets\/[^/]*\.xml$/.test(part.name) && isWide(unpacked.content.toString('latin1'))) return 'tooLarge';
	}
	return startsAt < end || startsAt > end + 24 ? 'broken' : 'spreadsheet';
}
