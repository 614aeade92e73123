import type { LiveRun } from './liveRun.ts';
import { followRun, liveRunOf } from './liveRuns.server.ts';

/** A sign of life, so that no proxy takes a quiet stream for a dead one. */
const PULSE_MS = 15_000;
/** Messages a slow reader may be behind before figures are left out. */
const MOST_WAITING = 16;

/**
 * A gathering's run as Server-Sent Events: how it stands, then every change; ends with the run. A reader that comes too
 * late, or when nothing is at work, hears once how things stand.
 */
export function liveStream(gatheringId: string): ReadableStream<Uint8Array> {
	let stop = () => undefined as void;
	return new ReadableStream<Uint8Array>(
		{
			start(controller) {
				const text = new TextEncoder();
				const write = (line: string) => controller.enqueue(text.encode(line));
				const send = teller(write, () => (controller.desiredSize ?? 0) > 0);
				const unfollow = followRun(gatheringId, (run) => {
					send(run);
					if (run.state !== 'working') end();
				});
				const pulse = setInterval(() => write(': \n\n'), PULSE_MS);
				stop = () => {
					clearInterval(pulse);
					unfollow?.();
				};
				const end = () => {
					stop();
					controller.close();
				};
				send(liveRunOf(gatheringId));
				if (!unfollow) end();
			},
			cancel: () => stop()
		},
		{ highWaterMark: MOST_WAITING }
	);
}

/** Sends the plan only when it is new; to a reader who is behind nothing but the end. */
function teller(write: (line: string) => void, isReady: () => boolean) {
	let sent: LiveRun['plan'];
	return (run: LiveRun | undefined) => {
		if (!run) return write('event: idle\ndata: {}\n\n');
		if (run.state === 'working' && !isReady()) return;
		const { plan, ...rest } = run;
		const message = plan === sent ? rest : run;
		sent = plan;
		write(`data: ${JSON.stringify(message)}\n\n`);
	};
}
