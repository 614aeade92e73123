import type { ActionResult } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { berlinTime } from '#lib/time/berlin.ts';
import { clock } from '#lib/time/wording.ts';

const QUIET_MS = 2500;

type Read = (text: string) => ActionResult<{ revisions?: Record<string, number> }>;

/** Saves what is typed some moments after the last key; only a failure asks for anything. */
export function startAutosave() {
	let said = $state('');
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isStopped = false;

	function sayDone(): void {
		const now = new Date().toISOString(); // eslint-disable-line svelte/prefer-svelte-reactivity -- read once
		said = m.minutes_autosave_done({ time: clock(berlinTime(now)) });
	}

	async function save(form: HTMLFormElement, read: Read): Promise<void> {
		const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
		try {
			const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), headers });
			const result = read(await answer.text());
			if (result.type !== 'success') {
				// The page itself shows what is wrong, once the form is sent.
				isStopped = true;
				said = m.minutes_autosave_stopped();
				return;
			}
			for (const [id, revision] of Object.entries(result.data?.revisions ?? {})) {
				const field = form.querySelector<HTMLInputElement>(`[data-revision="${id}"]`);
				if (field) field.value = String(revision);
			}
			sayDone();
		} catch {
			said = m.minutes_autosave_failed();
		}
	}

	return {
		get said() {
			return said;
		},
		/** A press on a button saves by itself. */
		rest() {
			clearTimeout(timer);
			isStopped = false;
			said = '';
		},
		/** The press saved. */
		done: sayDone,
		watch(form: HTMLFormElement, read: Read): () => void {
			const typed = () => {
				clearTimeout(timer);
				if (!isStopped) timer = setTimeout(() => void save(form, read), QUIET_MS);
			};
			form.addEventListener('input', typed);
			return () => {
				clearTimeout(timer);
				form.removeEventListener('input', typed);
			};
		}
	};
}
