import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trimPhoto } from './photoTrim.ts';

const text = (value: string) => [...new TextEncoder().encode(value)];
const has = (bytes: Uint8Array, value: string) => Buffer.from(bytes).includes(value);
const segment = (marker: number, body: number[]) => {
	const length = body.length + 2;
	return [0xff, marker, length >> 8, length & 255, ...body];
};
const big = (value: number) => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
const little = (value: number) => big(value).reverse();

const exif = (turn: number) =>
	segment(0xe1, [
		...[...text('Exif'), 0, 0, ...text('MM'), 0, 0x2a, ...big(8), 0, 1, 0x01, 0x12, 0, 3, ...big(1), 0, turn, 0, 0],
		...[...big(0), ...text('GPS 53.5 N')]
	]);
const SCAN = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56];
const jpeg = (...segments: number[][]) =>
	new Uint8Array([0xff, 0xd8, ...segments.flat(), ...segment(0xdb, Array<number>(65).fill(1)), ...SCAN, 0xff, 0xd9]);

test('a JPEG loses place, remarks and what stands behind its end; its picture and colours stay', () => {
	const plain = jpeg(segment(0xe0, text('JFIF\0')), segment(0xe2, text('ICC_PROFILE\0abc')));
	const full = new Uint8Array([
		...jpeg(
			segment(0xe0, text('JFIF\0')),
			exif(1),
			segment(0xed, text('Photoshop 3.0')),
			segment(0xe2, text('ICC_PROFILE\0abc')),
			segment(0xe2, text('MPF\0')),
			segment(0xfe, text('taken by Kim'))
		),
		...text('trailer with another picture')
	]);
	expect(trimPhoto(full)).toEqual(plain);
	expect(trimPhoto(plain)).toEqual(plain);
});

test('how a JPEG is to be turned stays', () => {
	for (const turn of [2, 3, 6, 8]) {
		const trimmed = trimPhoto(jpeg(exif(turn)));
		expect(trimmed && has(trimmed, 'GPS')).toBe(false);
		// Trimmed again it is the same: the orientation is read from what was written.
		expect(trimmed && trimPhoto(trimmed)).toEqual(trimmed);
		expect(trimmed?.[2 + 28]).toBe(turn);
	}
	expect(trimPhoto(jpeg(exif(1)))).toEqual(jpeg());
	expect(trimPhoto(jpeg(exif(99)))).toEqual(jpeg());
});

test('a PNG and a WebP lose their remarks', () => {
	const chunk = (name: string, body: number[]) => [...big(body.length), ...text(name), ...body, 0, 0, 0, 0];
	const head = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
	const [ihdr, idat, iend] = [chunk('IHDR', Array<number>(13).fill(0)), chunk('IDAT', [1, 2]), chunk('IEND', [])];
	const png = new Uint8Array([
		...head,
		...ihdr,
		...chunk('tEXt', text('GPS')),
		...chunk('eXIf', [1]),
		...idat,
		...iend
	]);
	expect(trimPhoto(png)).toEqual(new Uint8Array([...head, ...ihdr, ...idat, ...iend]));

	const part = (name: string, body: number[]) => [
		...text(name),
		...little(body.length),
		...body,
		...(body.length % 2 ? [0] : [])
	];
	const riff = (...parts: number[][]) =>
		new Uint8Array([...text('RIFF'), ...little(4 + parts.flat().length), ...text('WEBP'), ...parts.flat()]);
	const flags = (value: number) => part('VP8X', [value, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
	expect(trimPhoto(riff(flags(0x2c), part('VP8 ', [1, 2, 3]), part('EXIF', text('GPS')), part('XMP ', [1])))).toEqual(
		riff(flags(0x20), part('VP8 ', [1, 2, 3]))
	);
});

test('a file that is cut off or only begins like a picture is none', () => {
	const whole = jpeg(exif(6));
	expect(trimPhoto(whole.subarray(0, whole.length - 2))).toBeUndefined();
	expect(trimPhoto(new Uint8Array([0xff, 0xd8, 0xff, 0xd9, ...Array<number>(20).fill(0)]))).toBeUndefined();
	expect(trimPhoto(new Uint8Array(text('RIFF0000WEBPnothing more')))).toBeUndefined();
	expect(trimPhoto(new Uint8Array(text('no picture at all, only words')))).toBeUndefined();
});

test('whatever bytes come, it ends and never returns more than it got but the turn', () => {
	fc.assert(
		fc.property(
			fc.constantFrom([0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
			fc.uint8Array({ minLength: 16, maxLength: 400 }),
			(head, body) => {
				const bytes = new Uint8Array([...head, ...body]);
				const trimmed = trimPhoto(bytes);
				expect(trimmed === undefined || trimmed.length <= bytes.length + 36).toBe(true);
			}
		)
	);
});
