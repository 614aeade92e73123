import { createLink } from '#lib/accounts/links.server.ts';
import type { Trx } from '#lib/db/database.server.ts';
import { mintPersonalLink } from '#lib/registration/personalLinks.server.ts';
import { insertFeed } from './feeds.server.ts';
import { type LinkName, type MessageKind, partLink } from './letter.ts';
import { origin } from './mailSettings.server.ts';

export interface Addressee {
	kind: MessageKind;
	registrationId: string | null;
	accountId: string | null;
	body: string;
	/** Registrations by number, in a mail that speaks of several parts of a series. */
	parts?: readonly { number: number; registrationId: string }[];
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
	const fill = async (name: string, mint: () => Promise<string | undefined>) => {
		const token = `[[${name}]]`;
		if (!text.includes(token)) return;
		const path = await mint();
		if (path) text = text.replaceAll(token, () => origin() + path);
	};
	for (const [name, mint] of Object.entries(MINTS)) await fill(name, () => mint(trx, to, now));
	for (const { number, registrationId } of to.parts ?? []) {
		await fill(partLink(number), async () => `/me/${await mintPersonalLink(trx, registrationId, now)}`);
	}
	return text;
}
