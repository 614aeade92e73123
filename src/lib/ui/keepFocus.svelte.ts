import type { SubmitFunction } from '@sveltejs/kit';
import { tick } from 'svelte';

/**
 * For `use:enhance` on a row whose button moves or vanishes with the answer: whoever works with the keyboard goes on
 * from the same button of the row, else from its first one, else from the strip that takes the act back.
 * @param row selector of the row
 */
export function keepFocus(row?: string): SubmitFunction {
	return ({ submitter }) => {
		const value = submitter instanceof HTMLButtonElement ? submitter.value : '';
		return async ({ update }) => {
			await update();
			await tick();
			if (document.activeElement !== document.body) return;
			const own = row ? [`${row} button[value="${value}"]`, `${row} button`] : [];
			for (const place of [...own, '.undo button', '#content']) {
				const found = document.querySelector<HTMLElement>(place);
				if (found) return found.focus({ preventScroll: true });
			}
		};
	};
}
