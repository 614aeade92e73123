import { resolve } from 'node:path';
import { Piscina } from 'piscina';
import { logLine } from '#lib/web/log.server.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { Paper } from './paper.ts';
import type { PdfTask } from './pdfWorker.server.ts';

const folder = resolve(process.env.APP_ROOT ?? process.cwd(), 'src/lib/papers');
let pool: Piscina<PdfTask, Uint8Array> | undefined;

/** One thread: papers are set one after the other, so memory stays bounded. It ends when nobody wants a paper for a minute. */
function startPool(): Piscina<PdfTask, Uint8Array> {
	return new Piscina<PdfTask, Uint8Array>({
		filename: resolve(folder, 'pdfWorker.server.ts'),
		minThreads: 0,
		maxThreads: 1,
		maxQueue: 32,
		idleTimeout: process.env.NODE_ENV === 'production' ? 60_000 : 0
	});
}

/** Sets a paper as a tagged PDF. Refused when it cannot be set or too many are waiting; why stands in the log. */
export async function pdfOf(paper: Paper): Promise<Uint8Array | Refusal<'failed'>> {
	pool ??= startPool();
	try {
		return await pool.run({ paper, folder }, { signal: AbortSignal.timeout(60_000) });
	} catch (cause) {
		logLine('error', { what: 'paper failed', cause: cause instanceof Error ? cause.message : String(cause) });
		return refuse('failed');
	}
}

/** Ends the thread; the next paper starts a new one. */
export async function closePapers(): Promise<void> {
	await pool?.destroy();
	pool = undefined;
}
