import { m } from '#lib/paraglide/messages.js';

export const TENSION_KINDS = ['professional', 'organisational'] as const;
export type TensionKind = (typeof TENSION_KINDS)[number];

/** Something in the cooperation that is hard, and what the hosts say to it. */
export interface Tension {
	id: string;
	kind: TensionKind;
	text: string;
	raisedOn: string;
	/** Empty when raised anonymously. */
	byName: string;
	answer: { text: string; at: string; byName: string } | null;
}

const NAMES: Record<TensionKind, () => string> = {
	professional: m.findings_tension_professional,
	organisational: m.findings_tension_organisational
};

/** What lies behind it: differing professional views, or how things are organised. */
export function tensionKindName(kind: TensionKind): string {
	return NAMES[kind]();
}
