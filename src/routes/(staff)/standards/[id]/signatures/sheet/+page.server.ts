import { signatureLines, signedVersion } from '#lib/standards/signatures.server.ts';
import { standardFor } from '#lib/standards/standards.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const standard = found(await standardFor(db, signedIn(event), event.params.id));
	const version = await signedVersion(db, standard.id);
	return {
		...{ standard, label: version?.label, hash: version?.hash, title: version?.text.title ?? standard.title },
		lines: version ? await signatureLines(db, version.id) : []
	};
};
