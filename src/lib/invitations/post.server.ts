import type { Database } from '#lib/db/database.server.ts';

export function startPost(_db: Database): void {}

export async function stopPost(): Promise<void> {}
