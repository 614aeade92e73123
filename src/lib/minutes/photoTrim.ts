import { type PhotoType, photoType } from './photo.ts';

/**
 * The picture without what a telephone writes into it: place, time, device, remarks, preview pictures. Only how it is to be
 * turned stays, and its colours. Returns undefined when the file does not hold together as what it says it is.
 * Formats: JPEG ISO/IEC 10918-1 annex B with Exif 2.32, PNG ISO/IEC 15948 §5, WebP RFC 9649 §2.
 */
export function trimPhoto(bytes: Uint8Array): Uint8Array | undefined {
	const type = photoType(bytes);
	return type && TRIMS[type](bytes);
}

const TRIMS: Record<PhotoType, (bytes: Uint8Array) => Uint8Array | undefined> = {
	'image/jpeg': trimJpeg,
	'image/png': trimPng,
	'image/webp': trimWebp
};

const word = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const name = (bytes: Uint8Array, at: number, length = 4) => String.fromCharCode(...bytes.subarray(at, at + length));
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const SCAN = 0xda;
const END = 0xd9;

function trimJpeg(bytes: Uint8Array): Uint8Array | undefined {
	const kept: Uint8Array[] = [bytes.subarray(0, 2)];
	let turn = 1;
	let hasScan = false;
	for (let at = 2; at + 1 < bytes.length;) {
		if (bytes[at] !== 0xff) return undefined;
		const marker = bytes[at + 1] ?? 0;
		if (marker === 0xff) at += 1;
		else if (marker === END) {
			kept.push(bytes.subarray(at, at + 2));
			// What stands behind the end are other pictures and remarks of the device.
			const [start = bytes, ...rest] = kept;
			return hasScan ? join(turn === 1 ? kept : [start, turned(turn), ...rest]) : undefined;
		} else {
			const end = at + 2 + word(bytes, at + 2);
			if (end > bytes.length || end < at + 4) return undefined;
			const segment = bytes.subarray(at, end);
			if (marker === 0xe1) turn = turnOf(segment) ?? turn;
			if (isPicture(marker, segment)) kept.push(segment);
			at = end;
			if (marker !== SCAN) continue;
			hasScan = true;
			at = endOfScan(bytes, end);
			kept.push(bytes.subarray(end, at));
		}
	}
	return undefined;
}

/** Application segments are remarks, but for the JFIF head, the colour profile and Adobe's colour transform. */
function isPicture(marker: number, segment: Uint8Array): boolean {
	if (marker === 0xfe) return false;
	if (marker < 0xe0 || marker > 0xef) return true;
	return marker === 0xe0 || marker === 0xee || (marker === 0xe2 && name(segment, 4, 11) === 'ICC_PROFILE');
}

/** Where the compressed data end: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
	for (let at = from; at + 1 < bytes.length; at++) {
		const next = bytes[at + 1] ?? 0;
		if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
	}
	return bytes.length;
}

/** The orientation (tag 0x0112) of an Exif segment, 2 to 8. */
function turnOf(segment: Uint8Array): number | undefined {
	if (name(segment, 4, 4) !== 'Exif' || segment.length < 20) return undefined;
	const tiff = segment.subarray(10);
	const view = viewOf(tiff);
	const isLittle = name(tiff, 0, 2) === 'II';
	const from = view.getUint32(4, isLittle);
	if (from + 2 > tiff.length) return undefined;
	for (let entry = 0; entry < view.getUint16(from, isLittle); entry++) {
		const at = from + 2 + entry * 12;
		if (at + 12 > tiff.length) return undefined;
		const value = view.getUint16(at + 8, isLittle);
		if (view.getUint16(at, isLittle) === 0x0112) return value >= 2 && value <= 8 ? value : undefined;
	}
	return undefined;
}

/** An Exif segment that says how to turn the picture and nothing else. */
function turned(turn: number): Uint8Array {
	const head = [0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49, 0x2a, 0, 8, 0, 0, 0];
	return new Uint8Array([...head, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, turn, 0, 0, 0, 0, 0, 0, 0]);
}

const PNG_PARTS = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs', 'bKGD'];

function trimPng(bytes: Uint8Array): Uint8Array | undefined {
	const kept: Uint8Array[] = [bytes.subarray(0, 8)];
	const view = viewOf(bytes);
	for (let at = 8; at + 12 <= bytes.length;) {
		const end = at + 12 + view.getUint32(at);
		if (end > bytes.length) return undefined;
		const part = name(bytes, at + 4);
		if (PNG_PARTS.includes(part)) kept.push(bytes.subarray(at, end));
		if (part === 'IEND') return join(kept);
		at = end;
	}
	return undefined;
}

const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;

function trimWebp(bytes: Uint8Array): Uint8Array | undefined {
	const kept: Uint8Array[] = [bytes.slice(0, 12)];
	const view = viewOf(bytes);
	for (let at = 12; at + 8 <= bytes.length;) {
		const size = view.getUint32(at + 4, true);
		const end = at + 8 + size + (size % 2);
		if (at + 8 + size > bytes.length) return undefined;
		const part = name(bytes, at);
		const chunk = bytes.slice(at, Math.min(end, bytes.length));
		if (part === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~(EXIF_FLAG | XMP_FLAG);
		if (['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP', 'ANIM', 'ANMF'].includes(part)) kept.push(chunk);
		at = end;
	}
	if (kept.length < 2) return undefined;
	const whole = join(kept);
	viewOf(whole).setUint32(4, whole.length - 8, true);
	return whole;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
