import { describe, expect, it } from 'vitest';
import { FindingKeep, type Shelf } from './findingKeep.ts';
import type { Queued } from './findingQueue.ts';

function shelf(): Shelf & { texts: Map<string, string> } {
	const texts = new Map<string, string>();
	return {
		texts,
		get length() {
			return texts.size;
		},
		key: (index) => [...texts.keys()][index] ?? null,
		getItem: (key) => texts.get(key) ?? null,
		setItem: (key, value) => void texts.set(key, value),
		removeItem: (key) => void texts.delete(key)
	};
}
const queue: Queued[] = [{ id: 'write_one', noteId: 'line_one', what: 'write', text: 'Text', over: [1] }];

describe('what a page keeps in the browser', () => {
	it('goes to the next page of the same workshop once it is closed', () => {
		const browser = shelf();
		const first = new FindingKeep(browser, 'ws', 'a');
		first.write(queue, [], 1_000);
		const next = new FindingKeep(browser, 'ws', 'b');
		expect(next.takeOver(2_000).queue).toEqual([]);
		first.write(queue, [], 0);
		expect(new FindingKeep(browser, 'other', 'c').takeOver(500_000).queue).toEqual([]);
		expect(next.takeOver(500_000).queue).toEqual([{ ...queue[0], isTried: true }]);
		expect(first.isOwn()).toBe(false);
		expect(next.takeOver(500_000).queue).toEqual([]);
	});

	it('is taken over from a page that has died too', () => {
		const browser = shelf();
		new FindingKeep(browser, 'ws', 'a').write(queue, [], 1_000);
		expect(new FindingKeep(browser, 'ws', 'b').takeOver(200_000).queue).toHaveLength(1);
	});

	it('is cleared away when everything has arrived, and damage does no harm', () => {
		const browser = shelf();
		const keep = new FindingKeep(browser, 'ws', 'a');
		keep.write(queue, [], 1_000);
		expect(keep.write([], [], 2_000)).toBe(true);
		expect(browser.texts.size).toBe(0);
		browser.texts.set('tafelrunde.notes.ws.z', '{broken');
		expect(keep.takeOver(9_000_000)).toEqual({ queue: [], leftOver: [] });
	});

	it('is said to be not kept when the browser is full', () => {
		const browser = {
			...shelf(),
			setItem: () => {
				throw new Error('full');
			}
		};
		expect(new FindingKeep(browser, 'ws', 'a').write(queue, [], 1)).toBe(false);
	});
});
