import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import { compareTexts } from './sideBySide.ts';
import { sideChoices, type SideChoice } from './sideChoice.ts';
import { standardsFor } from './standards.server.ts';
import { organisationNames } from './standardPage.server.ts';
import { writtenStandards } from './writtenStandards.server.ts';

/** Two chosen texts side by side, and what can be chosen: every version the account may read. */
export async function sideBySide(db: Database, account: Account, a: string, b: string, todayOn: string) {
	const readable = await standardsFor(db, account);
	const ids = new Set(readable.map(({ id }) => id));
	const circleIds = [...new Set(readable.map(({ circleId }) => circleId))];
	const written = await writtenStandards(db, { circleIds });
	const names = await organisationNames(db);
	const choices = sideChoices(
		written.filter(({ id }) => ids.has(id)),
		names,
		todayOn
	);
	const find = (key: string) => choices.find((choice) => choice.key === key || choice.standardId === key);
	const [left, right] = [find(a), find(b)];
	return {
		choices: choices.map(({ key, label }) => ({ key, label })),
		left: left && sideOf(left),
		right: right && sideOf(right),
		names,
		comparison: left && right ? compareTexts(left.text, right.text, names) : undefined
	};
}

function sideOf({ key, label, parties, holds, standardId, versionId }: SideChoice) {
	return { key, label, parties, holds, standardId, versionId };
}
