import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { WorkshopAddress } from './findings.server.ts';
import { PHOTO_BYTES, photoType } from './photo.ts';
import { trimPhoto } from './photoTrim.ts';

const MOST_PHOTOS = 20;

export interface Photo {
	id: string;
	description: string;
	at: string;
	byName: string;
}

/** Keeps a picture of the pin board; only what is a picture by its content. */
export function addPhoto(
	db: Database,
	by: Actor,
	workshop: WorkshopAddress,
	input: { content: Uint8Array; description: string }
): Promise<string | Refusal<'none' | 'large' | 'type' | 'many'>> {
	return inTransaction(db, async (trx) => {
		if (input.content.length === 0) return refuse('none');
		if (input.content.length > PHOTO_BYTES) return refuse('large');
		// Where and when it was taken is nobody's business here.
		const content = trimPhoto(input.content);
		const mediaType = content && photoType(content);
		if (!mediaType) return refuse('type');
		if ((await photosOf(trx, workshop.id)).length >= MOST_PHOTOS) return refuse('many');
		const id = newId();
		// A name of our own: the one of the file may say more than it should.
		const row = { id, workshopId: workshop.id, name: `${id}.${mediaType.slice(6)}`, mediaType, ...input, content };
		await trx
			.insertInto('pinboardPhoto')
			.values({ ...row, at: by.at, byName: by.name })
			.execute();
		await journal(trx, by, { verb: 'finding.photo_added', thing: `photo:${id}`, gatheringId: workshop.gatheringId });
		return id;
	});
}

/** Takes a picture away for good. */
export function removePhoto(db: Database, by: Actor, workshop: WorkshopAddress, id: string): Promise<void> {
	return inTransaction(db, async (trx) => {
		const gone = await trx
			.deleteFrom('pinboardPhoto')
			.where('id', '=', id)
			.where('workshopId', '=', workshop.id)
			.executeTakeFirst();
		if (gone.numDeletedRows === 0n) return;
		await journal(trx, by, { verb: 'finding.photo_removed', thing: `photo:${id}`, gatheringId: workshop.gatheringId });
	});
}

/** The pictures of a workshop without their content. */
export function photosOf(db: Database, workshopId: string): Promise<Photo[]> {
	return db
		.selectFrom('pinboardPhoto')
		.select(['id', 'description', 'at', 'byName'])
		.where('workshopId', '=', workshopId)
		.orderBy('at')
		.orderBy('id')
		.execute();
}

/** A picture as an answer shows it: as an image and nothing else. */
export async function photoAnswer(db: Database, workshopId: string, id: string): Promise<Response | undefined> {
	const photo = await db
		.selectFrom('pinboardPhoto')
		.select(['content', 'mediaType', 'name'])
		.where('id', '=', id)
		.where('workshopId', '=', workshopId)
		.executeTakeFirst();
	if (!photo) return undefined;
	return new Response(new Uint8Array(photo.content), {
		headers: {
			'content-type': photo.mediaType,
			'content-disposition': `inline; filename="${photo.name}"`,
			'content-security-policy': "default-src 'none'; sandbox",
			'cache-control': 'private, no-store'
		}
	});
}
