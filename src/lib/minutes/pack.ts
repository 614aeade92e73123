import type { Schema } from '#migrations/schema.ts';
import { type CommonTheme, commonThemes } from './packCommon.ts';

export type PackKind = Schema['finding']['kind'];
export type PackSide = Schema['finding']['side'];
export const PACK_SIDES: readonly PackSide[] = ['youth_office', 'providers', 'partners', 'all'];

/** One result as the pack needs it; removed ones are not handed in. */
export interface PackFinding {
	id: string;
	workshopId: string;
	kind: PackKind;
	side: PackSide;
	position: number;
	text: string;
	isDissent: boolean;
	dots: number;
	/** The standard a proposal aims at. */
	standard: { id: string; number: number; title: string } | null;
}

export interface PackWorkshop {
	id: string;
	number: number;
	title: string;
	theme: string;
	headline: string;
	nextStep: string;
	/** Number of the part, in the results of a series. */
	part?: number;
}

export interface PackEvaluation {
	returned: number;
	recommend: { yes: number; maybe: number; no: number };
	again: string;
	/** Mean 1.30 is 130; scale from 1 (very content) to 4. */
	items: { item: string; meanHundredths: number }[];
	comments: string[];
}

/** A result with the workshop it comes from. */
export type Placed = PackFinding & { workshop: PackWorkshop };

export interface NeedsRow {
	workshop: PackWorkshop;
	/** In the order of `sides` of the pack. */
	cells: Placed[][];
}

export interface WorkshopPart {
	workshop: PackWorkshop;
	findings: Placed[];
}

export interface AsOf {
	/** Instant at which the results were read. */
	asOf: string;
	/** Instant of the last change of a result; null without results. */
	changedAt: string | null;
}

export interface Pack extends AsOf {
	workshops: PackWorkshop[];
	counts: { findings: number; proposals: number; questions: number; dissents: number; silentWorkshops: number };
	common: CommonTheme[];
	/** Sides that said what they need; youth offices and providers always have a column. */
	sides: PackSide[];
	needs: NeedsRow[];
	works: WorkshopPart[];
	challenges: WorkshopPart[];
	proposals: Placed[];
	questions: Placed[];
	attitudes: Placed[];
	dissent: Placed[];
	evaluation: PackEvaluation | null;
}

function byWorkshop(workshops: PackWorkshop[], findings: Placed[]): WorkshopPart[] {
	return workshops
		.map((workshop) => ({ workshop, findings: findings.filter((one) => one.workshopId === workshop.id) }))
		.filter((part) => part.findings.length > 0);
}

function sidesOf(needs: Placed[]): PackSide[] {
	const spoken = new Set<PackSide>(['youth_office', 'providers', ...needs.map((one) => one.side)]);
	return PACK_SIDES.filter((side) => spoken.has(side));
}

function placedIn(workshops: PackWorkshop[], findings: PackFinding[]): Placed[] {
	const parts = Map.groupBy(findings, (one) => one.workshopId);
	return workshops.flatMap((workshop) =>
		(parts.get(workshop.id) ?? []).toSorted((a, b) => a.position - b.position).map((one) => ({ ...one, workshop }))
	);
}

/**
 * Everything a Trägertreffen needs from one Fachtag, in the words of the workshops: nothing is summed up in new words.
 * @param findings results that stand today; those of unknown workshops are left out
 */
export function packOf(
	findings: PackFinding[],
	workshops: PackWorkshop[],
	evaluation: PackEvaluation | null,
	{ asOf, changedAt }: AsOf
): Pack {
	const inOrder = workshops.toSorted((a, b) => (a.part ?? 0) - (b.part ?? 0) || a.number - b.number);
	const placed = placedIn(inOrder, findings);
	const of = (kind: PackKind) => placed.filter((one) => one.kind === kind);
	const needs = of('need');
	const sides = sidesOf(needs);
	const dissent = placed.filter((one) => one.isDissent);
	const spoken = new Set(placed.map((one) => one.workshopId));
	return {
		...{ asOf, changedAt, workshops: inOrder, evaluation, sides, dissent },
		counts: {
			findings: placed.length,
			proposals: of('proposal').length,
			questions: of('question').length,
			dissents: dissent.length,
			silentWorkshops: inOrder.filter((one) => !spoken.has(one.id)).length
		},
		common: commonThemes(placed),
		needs: byWorkshop(inOrder, needs).map(({ workshop, findings: own }) => ({
			workshop,
			cells: sides.map((side) => own.filter((one) => one.side === side))
		})),
		works: byWorkshop(inOrder, of('works')),
		challenges: byWorkshop(inOrder, of('challenge')),
		// Equal dots keep the order of the workshops.
		proposals: of('proposal').sort((a, b) => b.dots - a.dots),
		questions: of('question'),
		attitudes: of('attitude')
	};
}

/** True when there is nothing to tell yet. */
export function isEmptyPack(pack: Pack): boolean {
	return pack.counts.findings === 0 && pack.evaluation === null && pack.workshops.every((one) => !one.headline);
}
