import { beforeEach, describe, expect, it } from 'vitest';
import { addPhoto, photoAnswer, photosOf, removePhoto } from './photos.server.ts';
import { by, one, two, db, beginWorkshops } from '../../../tests/support/workshops.ts';

beforeEach(beginWorkshops);

describe('a photo', () => {
	const bytes = (...start: number[]) => Uint8Array.from([...start, ...Array.from({ length: 40 }, () => 7)]);
	// One grey dot.
	const PNG = Uint8Array.from(
		Buffer.from(
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
			'base64'
		)
	);

	it('is kept when it is one by its content, and served as nothing but an image', async () => {
		const id = (await addPhoto(db, by, one, { content: PNG, description: 'Pinnwand' })) as string;
		const answer = await photoAnswer(db, 'ws-one', id);
		expect(answer?.headers.get('content-type')).toBe('image/png');
		expect(answer?.headers.get('content-disposition')).toBe(`inline; filename="${id}.png"`);
		expect(new Uint8Array((await answer?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(PNG);
		expect(await photoAnswer(db, 'ws-two', id)).toBeUndefined();
		await removePhoto(db, by, two, id);
		expect(await photosOf(db, 'ws-one')).toHaveLength(1);
		await removePhoto(db, by, one, id);
		expect(await photosOf(db, 'ws-one')).toHaveLength(0);
	});

	it.each([
		['a page', new TextEncoder().encode('<html><script>alert(1)</script></html>'), 'type'],
		['a drawing with scripts', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), 'type'],
		['nothing', new Uint8Array(), 'none'],
		['a GIF', bytes(0x47, 0x49, 0x46, 0x38), 'type'],
		['too much', new Uint8Array(5 * 1024 * 1024 + 1), 'large']
	])('%s is refused', async (_, content, refused) => {
		expect(await addPhoto(db, by, one, { content, description: 'x' })).toEqual({ refused });
	});
});
