import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { type Notice, type NoticeInput, proposeNotice } from './notice.ts';

/** The privacy notice of a gathering, or a proposal while none was saved; undefined without a gathering. Three queries. */
export async function noticeOf(db: Database, gatheringId: string): Promise<Notice | undefined> {
	const gathering = await db
		.selectFrom('gathering')
		.select(['title', 'dateOn', 'contactName', 'contactEmail', 'contactPhone'])
		.where('id', '=', gatheringId)
		.executeTakeFirst();
	if (!gathering) return undefined;
	const hosts = await db
		.selectFrom('host')
		.innerJoin('organisation', 'organisation.id', 'host.organisationId')
		.select(['name', 'dataProtectionLaw as law'])
		.where('gatheringId', '=', gatheringId)
		.execute();
	hosts.sort((a, b) => a.name.localeCompare(b.name, 'de'));
	const saved = await db
		.selectFrom('privacyNotice')
		.selectAll()
		.where('gatheringId', '=', gatheringId)
		.executeTakeFirst();
	const { contactName, contactEmail, contactPhone, title, dateOn } = gathering;
	const contact = [contactName, contactEmail, contactPhone].filter(Boolean).join(', ');
	return { ...(saved ?? proposeNotice(hosts)), isSaved: saved !== undefined, hosts, title, dateOn, contact };
}

/** What the public page of a series says of one part. */
export interface PartNotice extends Pick<Notice, 'hosts' | 'keepDays' | 'keepNeedsDays'> {
	number: number;
	href: string;
}

/** The notices of several parts of a series, in their order; `href` leads to the whole text. */
export async function noticesOf(
	db: Database,
	parts: readonly { gatheringId: string; number: number; href: string }[]
): Promise<PartNotice[]> {
	const notices: PartNotice[] = [];
	for (const { gatheringId, number, href } of parts) {
		const notice = await noticeOf(db, gatheringId);
		if (!notice) continue;
		const { hosts, keepDays, keepNeedsDays } = notice;
		notices.push({ number, href, hosts, keepDays, keepNeedsDays });
	}
	return notices;
}

/** Keeps what the office entered. */
export async function saveNotice(db: Database, by: Actor, gatheringId: string, input: NoticeInput): Promise<void> {
	const { law, controllers, officer, legalBasis, recipients, authority, keepDays, keepNeedsDays } = input;
	const row = { law, controllers, officer, legalBasis, recipients, authority, keepDays, keepNeedsDays };
	await inTransaction(db, async (trx) => {
		await trx
			.insertInto('privacyNotice')
			.values({ ...row, gatheringId })
			.onConflict((conflict) => conflict.column('gatheringId').doUpdateSet(row))
			.execute();
		await journal(trx, by, {
			verb: 'privacy.notice_saved',
			thing: `gathering:${gatheringId}`,
			gatheringId,
			particulars: { law, keepDays, keepNeedsDays }
		});
	});
}
