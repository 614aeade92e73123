import type { Schema } from '#migrations/schema.ts';

/** A room of a gathering; `capacity` null means: not limited or not known. */
export type Room = Schema['room'];
