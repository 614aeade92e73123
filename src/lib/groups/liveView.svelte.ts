import { type LiveRun, updateRun } from './liveRun.ts';

/** Messages of so many milliseconds are shown together: the board is laid out a few times a second at most. */
const CALM_MS = 400;

/** Follows a run of the server as long as the page is open. */
export class LiveView {
	/** The run as it was heard last; undefined when none is followed. */
	run = $state.raw<LiveRun>();
	/** When it was heard, by the clock of this browser. */
	heardAt = $state(0);

	/**
	 * Listens to the stream; it is opened again by the browser when the line breaks.
	 * @param onend the run has ended, or there is none any more: time to load the page's data anew
	 * @returns how to stop listening
	 */
	follow(address: string, onend: () => Promise<unknown>): () => void {
		const source = new EventSource(address);
		let heard: LiveRun | undefined;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const show = () => {
			timer = undefined;
			this.run = heard;
			this.heardAt = performance.now();
		};
		const end = async () => {
			source.close();
			clearTimeout(timer);
			await onend();
			this.run = undefined;
		};
		source.onmessage = (event) => {
			heard = updateRun(heard, JSON.parse(String(event.data)) as LiveRun);
			if (this.run === undefined) show();
			else timer ??= setTimeout(show, CALM_MS);
			if (heard.state !== 'working') void end();
		};
		source.addEventListener('idle', () => void end());
		source.onerror = () => {
			if (source.readyState === EventSource.CLOSED) void end();
		};
		return () => {
			source.close();
			clearTimeout(timer);
		};
	}
}
