export const PHOTO_BYTES = 5 * 1024 * 1024;
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof PHOTO_TYPES)[number];

const starts = (bytes: Uint8Array, at: number, marks: readonly number[]) =>
	marks.every((mark, index) => bytes[at + index] === mark);

/** What a file is by its first bytes, whatever its name says; undefined when it is no picture we show. */
export function photoType(bytes: Uint8Array): PhotoType | undefined {
	if (bytes.length < 16) return undefined;
	if (starts(bytes, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg';
	if (starts(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
	if (starts(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && starts(bytes, 8, [0x57, 0x45, 0x42, 0x50])) return 'image/webp';
	return undefined;
}
