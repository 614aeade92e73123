import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Vitest calls this once before the journeys: they run against the production build. */
export default function requireBuild(): void {
	if (!existsSync('build/index.js')) throw new Error('There is no build. Please run npm test, or npm run build first.');
}

const WAIT_MS = 50;
/** A minute: the machine may be busy. */
const MOST_WAITS = 1200;

export interface Product {
	origin: string;
	databaseFile: string;
	/** Its process. */
	pid: number;
	/** Path of the link that creates the first account; on an empty product only. */
	setUpPath: string | undefined;
	/** All that the product has printed. */
	printed: () => string;
	/** Ends it as an administrator would (SIGTERM); gives the exit code. */
	stop: () => Promise<number | null>;
	/** Ends it as a power cut would. */
	kill: () => Promise<void>;
}

async function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

/** A database file in a folder of its own, filled with the demo region or not there yet. */
export function newDatabaseFile(content: 'region' | 'empty'): string {
	const file = join(mkdtempSync(join(tmpdir(), 'tafelrunde-')), 'product.db');
	if (content === 'region') {
		const { status, stderr } = spawnSync(process.execPath, ['scripts/seed.ts', file], { encoding: 'utf8' });
		if (status !== 0) throw new Error(stderr);
	}
	return file;
}

function ended(child: ChildProcess): Promise<number | null> {
	return new Promise((resolve) => {
		if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
		else child.once('exit', (code) => resolve(code));
	});
}

/** Starts the built product on a free loopback port and waits until it answers. */
export async function startProduct(databaseFile: string, env: Record<string, string> = {}): Promise<Product> {
	const port = Number(env.PORT) || (await freePort());
	const origin = env.ORIGIN ?? `http://localhost:${port}`;
	const child = spawn(process.execPath, ['scripts/serve.mjs'], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, DATABASE_FILE: databaseFile, PORT: String(port), ORIGIN: origin, SMTP_URL: '', ...env }
	});
	let printed = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
	for (let i = 0; !/Tafelrunde: .*\n/.test(printed); i += 1) {
		if (child.exitCode !== null) throw new Error(`The product ended: ${printed}`);
		if (i > MOST_WAITS) throw new Error(`The product did not start: ${printed}`);
		await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
	}
	const end = (signal: NodeJS.Signals) => {
		child.kill(signal);
		return ended(child);
	};
	return {
		pid: child.pid ?? 0,
		origin: env.ORIGIN ? `http://127.0.0.1:${port}` : origin,
		databaseFile,
		setUpPath: /(\/setup\/[\w-]+)/.exec(printed)?.[1],
		printed: () => printed,
		stop: () => end('SIGTERM'),
		kill: async () => {
			await end('SIGKILL');
		}
	};
}

export function forget(databaseFile: string): void {
	rmSync(join(databaseFile, '..'), { recursive: true, force: true });
}
