import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Migrations, namedMigrations } from './migrate.server.ts';

/** Reads the migrations of a checkout, for scripts and tests; the build carries its own. */
export async function readMigrations(folder = resolve('migrations')): Promise<Migrations> {
	const files = (await readdir(folder)).filter((file) => /^\d{4}_.*\.ts$/.test(file));
	const modules: Record<string, unknown> = {};
	for (const file of files) {
		modules[file] = await import(/* @vite-ignore */ pathToFileURL(resolve(folder, file)).href);
	}
	return namedMigrations(modules);
}
