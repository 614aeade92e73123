import { createLink } from '#lib/accounts/links.server.ts';
import type { Trx } from '#lib/db/database.server.ts';
import { mintPersonalLink } from '#lib/registration/personalLinks.server.ts';
import { insertFeed } from './feeds.server.ts';
import type { LinkName, MessageKind } from './letter.ts';
import { origin } from './mailSettings.server.ts';

export interface Addressee {
	kind: MessageKind;
	registrationId: string | null;
	accountId: string | null;
	body: string;
}

type Mint = (trx: Trx, to: Addressee, now: string) => Promise<string | undefined>;

const MINTS: Record<LinkName, Mint> = {
	'personal-link': async (trx, { registrationId }, now) =>
		registrationId ? `/me/${await mintPersonalLink(trx, registrationId, now)}` : undefined,
	'feed-link': async (trx, { registrationId }, now) =>
		registrationId ? `/calendar/${await insertFeed(trx, registrationId, now)}.ics` : undefined,
	'sign-in-link': async (trx, { accountId, kind }, now) =>
		accountId && kind === 'sign_in' ? `/login/${await createLink(trx, accountId, 'sign_in', now)}` : undefined,
	'invitation-link': async (trx, { accountId, kind }, now) =>
		accountId && kind === 'account_invitation'
			? `/invitation/${await createLink(trx, accountId, 'invitation', now)}`
			: undefined
};

/**
 * The text with its links, whose secrets are made in this moment and stored as hashes only.
 * A placeholder that means nothing for this kind of message stays as it is.
 */
export async function withLinks(trx: Trx, to: Addressee, now: string): Promise<string> {
	let text = to.body;
	for (const [name, mint] of Object.entries(MINTS)) {
		const token = `[[${name}]]`;
		if (!text.includes(token)) continue;
		const path = await mint(trx, to, now);
		if (path) text = text.replaceAll(token, () => origin() + path);
	}
	return text;
}
