import type { Trx } from '#lib/db/database.server.ts';
import { fingerprintOf } from '#lib/standards/fingerprint.server.ts';
import type { StandardText } from '#lib/standards/standardText.ts';
import { PAST } from './loadPast.server.ts';
import type { Move } from './loadRegion.server.ts';
import { moveSentence, type Region, type RegionStandard } from './region.ts';
import { textOf } from './regionText.ts';

type State = RegionStandard['state'];

/** The states each standard of the region went through, with the day of the file. */
const WAY: Record<string, [State, string][]> = {
	idea: [['idea', '2026-11-13']],
	drafting: [
		['idea', '2026-11-13'],
		['drafting', '2026-11-17']
	],
	consultation: [
		['idea', '2026-11-13'],
		['drafting', '2026-11-16'],
		['consultation', '2026-11-20']
	],
	ready_for_decision: [
		['idea', '2026-03-02'],
		['drafting', '2026-04-20'],
		['consultation', '2026-09-28'],
		['ready_for_decision', '2026-11-20']
	],
	in_force: [
		['idea', '2025-11-20'],
		['drafting', '2025-12-10'],
		['consultation', '2026-03-16'],
		['ready_for_decision', '2026-05-20'],
		['agreed', '2026-06-18'],
		['signing', '2026-06-18'],
		['in_force', '2026-07-01']
	]
};
/** What the pending draft of the crisis agreement changes, as Workshop 4 proposed it. */
const DRAFT_STEP = {
	id: 'std-5-s08',
	title: 'Entlassgespräch mit jungem Menschen und gesetzlicher Vertretung; keine Entlassung am Freitag ohne Absprache',
	deadline: 'spätestens zwei Werktage vor der Entlassung'
};
const CONSULTED_FROM = '2026-11-20';
const CONSULTED_UNTIL = '2026-12-18';

/** Eight standards in their states, with versions, signatures, contacts and the consultation that is open. */
export async function loadStandards(trx: Trx, region: Region, move: Move): Promise<void> {
	for (const standard of region.standards) {
		await loadStandard(trx, standard, move);
		await loadVersions(trx, standard, move);
		await loadStates(trx, standard, move);
		await loadContacts(trx, standard, move);
	}
}

/** The same for the version of std-3 that the Trägertreffen agreed: call it after the decisions are there. */
export async function agreeStandardThree(trx: Trx, region: Region, move: Move): Promise<void> {
	const standard = region.standards.find(({ id }) => id === 'std-3');
	const meeting = region.providerMeetings.find(({ id }) => id === 'tt-2');
	if (!standard || !meeting) return;
	const at = move.instant(`${meeting.date}T11:20:00+01:00`);
	await freeze(trx, standard, move, { decisionId: 'de-2-3', on: meeting.date, at });
	await trx
		.insertInto('standardState')
		.values(stateRow(standard.id, 'agreed', at, { versionId: 'std-3-v1', decisionId: 'de-2-3' }))
		.execute();
	await trx
		.insertInto('standardEntry')
		.values({
			...{ versionId: 'std-3-v1', organisationId: '', inForceOn: move.day('2027-03-01'), endsOn: null, at },
			byName: 'Nadja Wojciechowski'
		})
		.execute();
}

async function loadStandard(trx: Trx, standard: RegionStandard, move: Move): Promise<void> {
	const finding = await trx
		.selectFrom('finding')
		.where('standardId', '=', standard.id)
		.orderBy('dots', 'desc')
		.select('id')
		.executeTakeFirst();
	await trx
		.insertInto('standard')
		.values({
			id: standard.id,
			number: standard.number,
			circleId: 'circle-tt',
			kind: standard.bindingLevel,
			title: standard.title,
			// The crisis agreement is older than the Fachtag.
			findingId: standard.originWorkshopId ? (finding?.id ?? null) : null,
			workshopId: standard.originWorkshopId && PAST + standard.originWorkshopId,
			supersedesId: null,
			reviewDueOn: standard.reviewDue && move.day(standard.reviewDue),
			createdAt: move.instant(`${WAY[standard.state]?.[0]?.[1] ?? '2026-11-13'}T10:00:00+01:00`)
		})
		.execute();
}

async function loadVersions(trx: Trx, standard: RegionStandard, move: Move): Promise<void> {
	const text = textOf(standard);
	const [first] = standard.changeLog;
	const label = standard.id === 'std-3' ? '1.0' : standard.version;
	await insertVersion(trx, standard, { number: 1, label, text, note: first?.text ?? '' }, move);
	if (standard.state === 'in_force') {
		await freeze(trx, standard, move, {
			decisionId: 'de-1-3',
			on: '2026-06-18',
			at: move.instant('2026-06-18T11:00:00+02:00')
		});
		await loadSignatures(trx, standard, move);
		const steps = text.steps.map((step) => (step.id === DRAFT_STEP.id ? { ...step, ...DRAFT_STEP } : step));
		const note = standard.changeLog.at(-1)?.text ?? '';
		await insertVersion(trx, standard, { number: 2, label: '1.1-Entwurf', text: { ...text, steps }, note }, move);
	}
	if (standard.state === 'consultation') {
		await trx
			.insertInto('consultation')
			.values({
				...{ id: `con-${standard.id}`, versionId: `${standard.id}-v1`, byName: 'Lukas Fährmann' },
				...{ opensOn: move.day(CONSULTED_FROM), closesOn: move.day(CONSULTED_UNTIL) }
			})
			.execute();
	}
}

async function insertVersion(
	trx: Trx,
	standard: RegionStandard,
	version: { number: number; label: string; text: StandardText; note: string },
	move: Move
): Promise<void> {
	const id = `${standard.id}-v${version.number}`;
	const at = move.instant('2026-11-17T10:00:00+01:00');
	await trx
		.insertInto('version')
		.values({
			...{ id, standardId: standard.id, number: version.number, label: version.label, revision: 1 },
			content: JSON.stringify(version.text),
			changeNote: moveSentence(version.note, move.day),
			...{ createdAt: at, changedAt: at, byName: 'Nadja Wojciechowski' }
		})
		.execute();
	const parties = partiesOf(standard).map((party) => ({ versionId: id, ...party }));
	await trx.insertInto('versionParty').values(parties).execute();
}

function partiesOf(standard: RegionStandard) {
	const signs = standard.bindingLevel === 'cooperation_agreement' ? (1 as const) : (0 as const);
	return standard.scope.appliesTo.map((organisationId) => ({ organisationId, representedBy: 'die Leitung', signs }));
}

async function freeze(
	trx: Trx,
	standard: RegionStandard,
	move: Move,
	agreed: { decisionId: string; on: string; at: string }
): Promise<void> {
	const versionId = `${standard.id}-v1`;
	const hash = fingerprintOf(textOf(standard), partiesOf(standard));
	const by = { at: agreed.at, byName: 'Nadja Wojciechowski' };
	await trx
		.insertInto('versionFreeze')
		.values({ versionId, hash, ...by })
		.execute();
	await trx
		.insertInto('standardAgreement')
		.values({ versionId, agreedOn: move.day(agreed.on), decisionId: agreed.decisionId, ...by })
		.execute();
}

async function loadSignatures(trx: Trx, standard: RegionStandard, move: Move): Promise<void> {
	const versionId = `${standard.id}-v1`;
	const rows = standard.signatories.flatMap(({ orgId, signedOn, capacity }) =>
		signedOn === null
			? []
			: [
					{
						...{ versionId, organisationId: orgId, signedOn: move.day(signedOn), signatory: capacity },
						...{ form: 'paper' as const, isAccession: 0 as const },
						...{ at: move.instant(`${signedOn}T12:00:00+02:00`), byName: 'Nadja Wojciechowski' }
					}
				]
	);
	await trx.insertInto('standardSignature').values(rows).execute();
	await trx
		.insertInto('standardEntry')
		.values({
			...{ versionId, organisationId: '', inForceOn: move.day(standard.validFrom ?? ''), endsOn: null },
			...{ at: move.instant('2026-06-18T12:00:00+02:00'), byName: 'Nadja Wojciechowski' }
		})
		.execute();
}

function stateRow(
	standardId: string,
	state: State,
	at: string,
	more: { versionId?: string; decisionId?: string } = {}
) {
	return {
		...{ id: `${standardId}-${state}`, standardId, state, at, reason: '', byName: 'Nadja Wojciechowski' },
		...{ versionId: null, decisionId: null, ...more }
	};
}

async function loadStates(trx: Trx, standard: RegionStandard, move: Move): Promise<void> {
	const rows = (WAY[standard.state] ?? []).map(([state, on], index) =>
		stateRow(standard.id, state, move.instant(`${on}T10:0${index}:00+01:00`), {
			versionId: `${standard.id}-v1`,
			...(state === 'agreed' && { decisionId: 'de-1-3' })
		})
	);
	await trx.insertInto('standardState').values(rows).execute();
}

/** A telephone number kept free for films, so that nobody is called by mistake; the same for the same post. */
function filmNumber({ orgId, function: post }: RegionStandard['contacts'][number]): string {
	const sum = [...`${orgId} ${post}`].reduce((total, sign) => (total * 31 + sign.charCodeAt(0)) % 900, 7);
	return `040 66969-${100 + sum}`;
}

async function loadContacts(trx: Trx, standard: RegionStandard, move: Move): Promise<void> {
	if (standard.contacts.length === 0) return;
	const rows = standard.contacts.map((contact, position) => ({
		...{ id: `${standard.id}-c${position}`, standardId: standard.id, stepId: null, position },
		...{ organisationId: contact.orgId, jobFunction: contact.function, reachability: contact.reachability },
		...{ name: '', deputy: '', phone: filmNumber(contact) }
	}));
	await trx.insertInto('standardContact').values(rows).execute();
	// Nobody has confirmed the last of them yet, so that the start page has something to ask for.
	const confirmed = rows.slice(0, -1).map(({ id }) => ({
		...{ contactId: id, onDay: move.day('2026-10-05'), byName: 'Nadja Wojciechowski' }
	}));
	await trx.insertInto('contactConfirmation').values(confirmed).execute();
}
