import type { Account } from '#lib/accounts/account.ts';
import type { Trx } from '#lib/db/database.server.ts';
import { gatheringById } from '#lib/gatherings/gatherings.server.ts';
import { approveMinutes } from '#lib/minutes/minutesFinal.server.ts';
import { closeDecision, decisionFor } from '#lib/minutes/decisions.server.ts';
import { itemIdOf, nameOf } from './loadMeetings.server.ts';
import type { Move } from './loadRegion.server.ts';
import { moveSentence, type Region, type RegionMeeting } from './region.ts';

/** Answered by the same function as in real life, by the hand of the minute taker. */
const HAND = { isAdministrator: true, organizes: true, organisationId: null } as Account;

type RegionDecision = RegionMeeting['decisions'][number];

const METHOD = {
	consensus: 'consensus',
	consent: 'consent',
	majority: 'simple_majority',
	acknowledged: 'acknowledged'
} as const;
const TITLES: Record<string, string> = {
	'de-1-1': 'Gemeinsamer Fachtag',
	'de-1-2': 'Zuteilung zu den Workshops',
	'de-1-3': 'Kooperationsvereinbarung Akute Krise',
	'de-2-1': 'Ergebnisse des Fachtags',
	'de-2-2': 'Einsetzung von fünf Kleingruppen',
	'de-2-3': 'Standard 3: Information und gemeinsame Einschätzung',
	'de-2-4': 'Änderungsvorschlag zu Standard 5',
	'de-2-5': 'Fachtag jedes Jahr'
};
/** Who did not say yes, where the file counts votes. */
const NOT_YES: Record<string, Record<string, 'no' | 'abstain'>> = {
	'de-1-3': { 'org-p11': 'abstain' },
	'de-2-3': { 'org-p06': 'no', 'org-p10': 'abstain' },
	'de-2-5': { 'org-p13': 'abstain' }
};
const VERSION_OF: Record<string, string> = { 'de-1-3': 'std-5-v1', 'de-2-3': 'std-3-v1', 'de-2-4': 'std-5-v2' };
/** The objection that was taken in, in the consent round before the one that carried. */
const OBJECTION = {
	decisionId: 'de-1-2',
	organisationId: 'org-p08',
	reason: 'Leitung und Mitarbeitende einer Einrichtung sollen nicht in derselben Gruppe sitzen.',
	taken: ' Leitung und Mitarbeitende einer Einrichtung kommen nicht in dieselbe Gruppe.'
};

/** The decisions of both Trägertreffen with votes by organisation, rounds, dissent and outcome. */
export async function loadDecisions(trx: Trx, region: Region, move: Move): Promise<void> {
	const rule = await trx
		.selectFrom('circleRule')
		.selectAll()
		.where('circleId', '=', 'circle-tt')
		.executeTakeFirstOrThrow();
	const { method, majorityPercent, quorumPercent, abstentions, needsEachBank, silenceIsYes, noticeDays } = rule;
	const snapshot = JSON.stringify({
		...{ method, majorityPercent, quorumPercent, abstentions, noticeDays },
		...{ needsEachBank: needsEachBank === 1, silenceIsYes: silenceIsYes === 1 }
	});
	let number = 0;
	for (const meeting of region.providerMeetings) {
		for (const decision of meeting.decisions) {
			await loadDecision(trx, region, meeting, decision, { move, number: ++number, snapshot });
		}
	}
}

interface Taken {
	move: Move;
	number: number;
	snapshot: string;
}

async function loadDecision(
	trx: Trx,
	region: Region,
	meeting: RegionMeeting,
	decision: RegionDecision,
	{ move, number, snapshot }: Taken
): Promise<void> {
	const at = move.instant(`${meeting.date}T11:00:00+01:00`);
	const byName = nameOf(region, meeting.minuteTakerId);
	const wording = moveSentence(decision.text, move.day);
	const wasImproved = decision.id === OBJECTION.decisionId;
	const text = wasImproved ? wording + OBJECTION.taken : wording;
	const round = wasImproved ? 2 : 1;
	await trx
		.insertInto('decision')
		.values({
			...{ id: decision.id, circleId: 'circle-tt', number, gatheringId: meeting.id, findingId: null },
			...{ minutesItemId: itemIdOf(meeting, decision.id), standardId: decision.standardId },
			...{ versionId: VERSION_OF[decision.id] ?? null, title: TITLES[decision.id] ?? '', wording: text, reasons: '' },
			...{ method: METHOD[decision.method], votesUntilOn: null, rule: snapshot, round, createdAt: at, byName }
		})
		.execute();
	const rounds = wasImproved ? [wording, text] : [text];
	await trx
		.insertInto('decisionRound')
		.values(rounds.map((words, index) => ({ decisionId: decision.id, round: index + 1, wording: words, at })))
		.execute();
	if (decision.method !== 'acknowledged') await loadVotes(trx, region, meeting, decision, { round, at, byName });
	const asked = await decisionFor(trx, HAND, decision.id);
	if (asked) await closeDecision(trx, { accountId: null, name: byName, at }, asked, move.day(meeting.date));
}

async function loadVotes(
	trx: Trx,
	region: Region,
	meeting: RegionMeeting,
	decision: RegionDecision,
	cast: { round: number; at: string; byName: string }
): Promise<void> {
	const vote = (organisationId: string, round: number) => {
		const objects = organisationId === OBJECTION.organisationId && round < cast.round;
		return {
			...{ decisionId: decision.id, round, organisationId, castBy: 'seat' as const, at: cast.at, byName: cast.byName },
			choice: objects ? ('objection' as const) : (NOT_YES[decision.id]?.[organisationId] ?? ('yes' as const)),
			reason: objects ? OBJECTION.reason : ''
		};
	};
	for (let round = 1; round <= cast.round; round++) {
		await trx
			.insertInto('vote')
			.values(present(region, meeting).map(({ id }) => vote(id, round)))
			.execute();
	}
	const against = Object.entries(NOT_YES[decision.id] ?? {}).find(([, choice]) => choice === 'no')?.[0];
	if (!against || !decision.dissent) return;
	await trx
		.insertInto('dissentingOpinion')
		.values({ decisionId: decision.id, organisationId: against, text: decision.dissent, at: cast.at })
		.execute();
}

function present(region: Region, meeting: RegionMeeting) {
	return region.organisations.filter(
		({ id, votingUnit }) => votingUnit && region.persons.some((p) => p.orgId === id && comes(meeting, p.id))
	);
}

function comes(meeting: RegionMeeting, personId: string): boolean {
	return meeting.invitedIds.includes(personId) && !meeting.excusedIds.includes(personId);
}

/** The minutes of the first meeting were approved in the second: after its decisions are there, their content is final. */
export async function approveFirstMinutes(trx: Trx, region: Region, move: Move): Promise<void> {
	const [first, second] = region.providerMeetings;
	const gathering = first && (await gatheringById(trx, first.id));
	if (!first || !second || !gathering) return;
	const at = move.instant(`${first.date}T15:00:00+02:00`);
	await trx
		.insertInto('minutesCirculation')
		.values({
			...{ id: `circulation-${first.id}`, minutesId: `minutes-${first.id}`, at },
			...{ byName: nameOf(region, first.minuteTakerId), commentsUntilOn: move.day('2026-07-16') }
		})
		.execute();
	const by = {
		accountId: null,
		name: nameOf(region, second.minuteTakerId),
		at: move.instant(`${second.date}T09:40:00+01:00`)
	};
	const on = move.day(second.date);
	await approveMinutes(trx, by, gathering, on, on);
}
