import { json } from '@sveltejs/kit';
import { newestMigration } from '#lib/db/migrate.server.ts';
import { version } from '../../../package.json';
import type { RequestHandler } from './$types';

/** For monitors: answers only when the database answers. */
export const GET: RequestHandler = async ({ locals }) =>
	json({ ok: true, version, migration: await newestMigration(locals.db) });
